//! The card that an activity is about: who wrote when, and where else it belongs.

use kernel::{Cx, Id, Result, Tx};
use records::{
    Json, Record,
    behavior::Pending,
    field::{as_id, reference},
    object::object,
    record,
    save::{self, Values},
};

/// An activity is signed by whoever writes it, now, unless it says otherwise.
pub(crate) fn sign(cx: &Cx, pending: &mut Pending) {
    if pending.value("at").is_null() {
        pending.values.insert("at".to_owned(), cx.now().micros().into());
    }
    if let (true, Some(user)) = (pending.value("owner").is_null(), cx.actor().user()) {
        pending.values.insert("owner".to_owned(), user.to_string().into());
    }
}

/// The card that a value refers to, if it still exists.
pub(crate) fn of(cx: &Cx, about: &Json) -> Result<Option<Record>> {
    let Some((name, id)) = reference::target(about) else { return Ok(None) };
    match record::find(cx, &object(cx, name)?, id) {
        Ok(card) => Ok(Some(card)),
        Err(kernel::Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What happens with a person is seen at the company and the household too.
pub(crate) fn around(cx: &Cx, about: &Json) -> Result<Vec<Id>> {
    let Some(card) = of(cx, about)? else { return Ok(Vec::new()) };
    Ok(AROUND.iter().filter_map(|field| as_id(card.get(field))).collect())
}

/// The fields by which a card leads to those around it.
pub(crate) const AROUND: [&str; 3] = ["person", "company", "household"];

/// The card itself, and those around it.
pub(crate) fn with_those_around(card: &Record) -> Vec<Json> {
    let mut cards = vec![card.reference()];
    cards.extend(AROUND.iter().map(|field| card.get(field).clone()).filter(|value| !value.is_null()));
    cards
}

/// Keeps on the card when the next thing is planned: the earliest of its open tasks and planned appointments; series do not count.
pub(crate) fn planned(tx: &mut Tx, about: &Json) -> Result<()> {
    let Some(card) = of(tx, about)? else { return Ok(()) };
    if card.object.at("next_step_at").is_none() || card.trashed_at.is_some() {
        return Ok(());
    }
    let planned = [
        "SELECT MIN(open_at) FROM tasks WHERE workspace_id = ?1 AND about = ?2 AND trashed_at = 0 AND open_at > 0",
        "SELECT MIN(starts_at) FROM appointments WHERE workspace_id = ?1 AND about = ?2 AND trashed_at = 0 \
         AND closed_at < 0 AND repeat = ''",
    ];
    let mut next: Option<i64> = None;
    for sql in planned {
        let row = tx.query_one(sql, &[tx.workspace().into(), card.id.into()])?;
        let earliest = row.map(|row| row.int(0)).filter(|at| *at > 0 && *at < crate::task::SOMEDAY);
        next = [next, earliest].into_iter().flatten().min();
    }
    let value = next.map_or(Json::Null, Json::from);
    save::derive(tx, &card.object, card.id, Values::from_iter([("next_step_at".to_owned(), value)]))
}

/// Keeps on the card, and on those around it, when somebody last talked to it.
pub(crate) fn talked(tx: &mut Tx, talk: &Record) -> Result<()> {
    talked_with(tx, talk.get("about"), talk)
}

/// The same on a card that the talk is not about, but that took part.
pub(crate) fn talked_with(tx: &mut Tx, with: &Json, talk: &Record) -> Result<()> {
    let Some(card) = of(tx, with)? else { return Ok(()) };
    for value in &with_those_around(&card) {
        let Some(card) = of(tx, value)? else { continue };
        let (last, at) = (card.instant("last_talk_at"), talk.instant("at"));
        if card.object.at("last_talk_at").is_some() && at > last && card.trashed_at.is_none() {
            let values = [("last_talk_at", talk.get("at")), ("last_talk_by", talk.get("owner"))];
            let values = values.into_iter().map(|(field, value)| (field.to_owned(), value.clone()));
            save::derive(tx, &card.object, card.id, Values::from_iter(values))?;
        }
    }
    Ok(())
}
