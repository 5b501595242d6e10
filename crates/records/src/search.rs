//! Search over everything, in every script: the newest hits of all words, ranked by how well their titles fit.

pub(crate) mod index;
mod rank;
mod told;

use std::collections::{HashMap, HashSet};

use kernel::{Cx, Id, Result, Value, db::Dialect};
use locale::tokens::{QueryToken, query_tokens};

pub(crate) use self::told::holds_hidden_words;
use crate::{
    Object,
    access::{self, fields},
    record,
};

/// Only the newest hits are ranked: ranking every hit of a one-letter prefix costs more than the whole page.
const RANKED: usize = 256;
/// How many hits of a list are read again for somebody from whom fields are hidden.
const READ_AGAIN: usize = 2000;

/// One card that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub object: String,
    pub id: Id,
    pub title: String,
    /// What tells it apart: company, mail, phone.
    pub detail: String,
    /// A card, not something that happened on one.
    pub card: bool,
}

/// The best `limit` hits for what was typed that the actor may see; the last word may be unfinished. Nothing for no words.
pub fn find(cx: &Cx, typed: &str, object: Option<&str>, limit: usize) -> Result<Vec<Hit>> {
    let tokens = query_tokens(typed);
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let mut hits = matches(cx, &tokens, object, RANKED)?;
    if hits.len() == RANKED && tokens.iter().any(|token| token.prefix) {
        // There are more, and an old "Berg" must not be pushed out by hundreds of newer "Bergman".
        let whole: Vec<QueryToken> =
            tokens.iter().cloned().map(|token| QueryToken { prefix: false, ..token }).collect();
        let have: HashSet<Id> = hits.iter().map(|hit| hit.id).collect();
        let whole = matches(cx, &whole, object, RANKED / 2)?;
        hits.extend(whole.into_iter().filter(|hit| !have.contains(&hit.id)));
    }
    rank::best(&mut hits, typed, &tokens);
    hits.truncate(limit);
    describe(cx, &mut hits)?;
    Ok(hits)
}

/// Only what is shown is told apart.
fn describe(cx: &Cx, hits: &mut [Hit]) -> Result<()> {
    // Where one of the details is hidden, none is told.
    let catalog = crate::catalog(cx)?;
    let told = |hit: &Hit| -> Result<bool> {
        let object = catalog.object(&hit.object)?;
        object.detail.iter().try_fold(true, |told, key| Ok(told && !fields::hides(cx, object, key)?))
    };
    let mut ids = Vec::with_capacity(hits.len());
    for hit in hits.iter() {
        if told(hit)? {
            ids.push(hit.id);
        }
    }
    let mut details: HashMap<Id, String> = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(record::MOST_AT_ONCE) {
        let (marks, params) = record::these(cx, ids);
        let sql = format!(
            "SELECT record_id, detail FROM search_docs WHERE workspace_id = ?1 AND record_id IN ({marks})"
        );
        for row in cx.query(&sql, &params)? {
            details.insert(row.get(0)?, row.text(1).to_owned());
        }
    }
    for hit in hits {
        hit.detail = details.remove(&hit.id).unwrap_or_default();
    }
    Ok(())
}

fn matches(cx: &Cx, tokens: &[QueryToken], object: Option<&str>, limit: usize) -> Result<Vec<Hit>> {
    let wanted = expression(cx.dialect(), tokens);
    let seen = access::and_seen_rows(cx, "d.object", "d.record_id")?;
    let narrowed = if object.is_some() { "AND d.object = ?4" } else { "" };
    let sql = match cx.dialect() {
        Dialect::Sqlite => format!(
            "SELECT d.object, d.record_id, d.title FROM search_terms f JOIN search_docs d ON d.number = f.rowid \
             WHERE search_terms MATCH ?1 AND d.workspace_id = ?2 {narrowed}{seen} ORDER BY f.rowid DESC LIMIT ?3"
        ),
        Dialect::Postgres => format!(
            "SELECT d.object, d.record_id, d.title FROM search_docs d WHERE d.terms @@ CAST(CAST(?1 AS text) AS tsquery) \
             AND d.workspace_id = ?2 {narrowed}{seen} ORDER BY d.record_id DESC LIMIT ?3"
        ),
    };
    let mut params: Vec<Value> = vec![wanted.into(), cx.workspace().into(), limit.into()];
    params.extend(object.map(Value::from));
    let catalog = crate::catalog(cx)?;
    let hit = |row: &kernel::Row| {
        Ok(Hit {
            object: row.text(0).to_owned(),
            id: row.get(1)?,
            title: row.text(2).to_owned(),
            detail: String::new(),
            card: catalog.cards().any(|object| object.key == row.text(0)),
        })
    };
    let hits = cx.query(&sql, &params)?.iter().map(hit).collect::<Result<_>>()?;
    told::only(cx, tokens, hits)
}

/// The newest records of an object that these words find by what the actor may read; at most [`READ_AGAIN`].
pub(crate) fn told(cx: &Cx, object: &Object, tokens: &[QueryToken]) -> Result<Vec<Id>> {
    Ok(matches(cx, tokens, Some(object.key), READ_AGAIN)?.into_iter().map(|hit| hit.id).collect())
}

/// The words in the language of the index. Words hold letters and digits only, so nothing needs escaping.
pub(crate) fn expression(dialect: Dialect, tokens: &[QueryToken]) -> String {
    let word = |token: &QueryToken| match (dialect, token.prefix) {
        (Dialect::Sqlite, true) => format!("\"{}\"*", token.text),
        (Dialect::Sqlite, false) => format!("\"{}\"", token.text),
        (Dialect::Postgres, true) => format!("'{}':*", token.text),
        (Dialect::Postgres, false) => format!("'{}'", token.text),
    };
    let joint = if dialect == Dialect::Sqlite { " AND " } else { " & " };
    tokens.iter().map(word).collect::<Vec<_>>().join(joint)
}
