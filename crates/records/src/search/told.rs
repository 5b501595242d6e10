//! Words of a field that is hidden from somebody find nothing for them: the index knows the words of all fields together, so
//! what it finds is read once more as they have it.

use std::collections::HashSet;

use kernel::{Cx, Id, Result};
use locale::tokens::QueryToken;

use crate::{
    Object, Record, access,
    field::Reading,
    record,
    search::{Hit, index},
};

/// Whether words are in the index that the actor must not find this object's records by.
pub(crate) fn holds_hidden_words(cx: &Cx, object: &Object) -> Result<bool> {
    let hidden = object.withheld.iter().any(|at| object.fields[*at].searched);
    Ok(hidden && !access::is_free(cx)?)
}

/// Those of the hits that are found by what the actor may read.
pub(super) fn only(cx: &Cx, tokens: &[QueryToken], mut hits: Vec<Hit>) -> Result<Vec<Hit>> {
    let reading = Reading::plain(cx);
    for object in crate::catalog(cx)?.objects() {
        if !holds_hidden_words(cx, object)? {
            continue;
        }
        let ids: Vec<Id> = hits.iter().filter(|hit| hit.object == object.key).map(|hit| hit.id).collect();
        let records = record::find_many(cx, object, &ids)?;
        let told: HashSet<Id> = records
            .values()
            .filter(|record| says(record, tokens, &reading))
            .map(|record| record.id)
            .collect();
        hits.retain(|hit| hit.object != object.key || told.contains(&hit.id));
    }
    Ok(hits)
}

fn says(record: &Record, tokens: &[QueryToken], reading: &Reading) -> bool {
    let words = index::document(record, reading).words;
    let is_said = |token: &QueryToken| {
        let at = words.partition_point(|word| *word < token.text);
        // Sorted: the first word that is not before the token is it, or begins with it, if any does.
        words.get(at).is_some_and(|word| *word == token.text || token.prefix && word.starts_with(&token.text))
    };
    tokens.iter().all(is_said)
}
