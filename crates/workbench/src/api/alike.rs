//! Cards that a new one may be the same as: told with the answer, or the reason to refuse it. Only those that the caller
//! sees are compared.

use std::sync::Arc;

use kernel::{Cx, Error, Result, Text, Tx, db::Dialect};
use records::{
    Json, Object,
    duplicates::{self, Duplicate},
    field::{Reading, reference},
    object::ObjectKind,
    save::{Prepared, Values},
};
use serde_json::json;

use super::{wire, write::Written};

/// The code of the refusal, and the argument with the cards.
pub(super) const REFUSED: &str = "api-may-be-there";
pub(super) const CARDS: &str = "cards";

/// Of a card that was written in this transaction. Two who write at the same time wait for each other, so that the later finds the
/// earlier.
pub(super) fn of_written(tx: &Tx, new: &Written) -> Result<Vec<Duplicate>> {
    let (record, object) = (&new.record, &new.record.object);
    if object.kind != ObjectKind::Card || !new.seen {
        return Ok(Vec::new());
    }
    if tx.dialect() == Dialect::Postgres {
        // SQLite has one writer anyway.
        let lock = format!("{}:{}", tx.workspace(), object.key);
        tx.query("SELECT pg_advisory_xact_lock(hashtextextended(?1, 7203146))", &[lock.into()])?;
    }
    let filled = object.fields.iter().zip(&record.values).filter(|(_, value)| !value.is_null());
    let values: Values = filled.map(|(field, value)| (field.key.clone(), value.clone())).collect();
    duplicates::of(tx, object, &values, Some(record.id))
}

/// The same of a card that is not there yet, by the values that somebody sent.
pub(super) fn of_values(cx: &Cx, object: &Arc<Object>, sent: Values) -> Result<Vec<Duplicate>> {
    if object.kind != ObjectKind::Card {
        return Ok(Vec::new());
    }
    let card = Prepared::new(object, sent, &Reading::plain(cx))?;
    duplicates::of(cx, object, card.values(), None)
}

pub(super) fn sent(cx: &Cx, found: &[Duplicate]) -> Result<Json> {
    let reading = wire::reading(cx, found.iter().map(|duplicate| &duplicate.record))?;
    let one = |duplicate: &Duplicate| {
        let reasons =
            duplicate.reasons.iter().map(|reason| json!({ "code": reason.key, "value": reason.value }));
        json!({
            "id": duplicate.record.id,
            "title": duplicate.record.title(&reading),
            "sure": duplicate.score >= records::matching::EXACT,
            "reasons": reasons.collect::<Vec<_>>(),
        })
    };
    Ok(found.iter().map(one).collect())
}

pub(super) fn refusal(found: &[Duplicate]) -> Error {
    let cards = found.iter().map(|duplicate| {
        let card = &duplicate.record;
        reference::reference(card.object.key, card.id).as_str().unwrap_or_default().to_owned()
    });
    Error::Conflict(Text::new(REFUSED).with(CARDS, cards.collect::<Vec<_>>().join(", ")))
}
