//! How often a customer and we are usually in contact, and from when on they have been silent for too long.
//!
//! A contact goes both ways: a call that was answered, a meeting that was held; several on one day are one. The usual gap is the
//! median of the days between the last [`LOOKED_AT`] contacts, told from [`ENOUGH`] contacts on. A card becomes silent
//! `max(1.5 × gap, gap + 7)` days after the last one, or after as many days as the step of an open deal allows, whichever comes
//! first; but not before the last thing that is planned with it. That moment is kept on the card, so that time passes without a job.

pub(crate) mod begin;
mod page;

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{Cx, Id, Result, Timestamp, Tx, clock::DAY};
use records::{
    Json, Record,
    behavior::Done,
    field::{participants, reference},
    object::object,
    record,
    save::{self, Values},
};

pub(crate) use self::page::{lines, routes, said};
use crate::{card, task};

/// Contacts that make a rhythm.
const ENOUGH: usize = 4;
/// The contacts that are measured: what was usual long ago is not usual.
const LOOKED_AT: usize = 25;
/// Entries of a timeline that are looked through for them, at first and at most.
const FEW_ENTRIES: usize = 40;
const ENTRIES: usize = 200;
/// The field that says until when something is planned with a card.
const PLANNED: &str = "planned_until";
/// What is planned after this many days, or for ever, is not waited for by a moment: the card is never silent.
const FOR_EVER: i64 = 3_650 * DAY;

/// The cards that something is about, or that took part, before and after it changed, are measured anew.
pub(crate) fn follow(tx: &mut Tx, done: &Done) -> Result<()> {
    let (mut cards, mut around): (BTreeMap<Id, String>, BTreeMap<Id, String>) = Default::default();
    for record in done.before.into_iter().chain([done.after]) {
        let mut near = vec![record.get("about").clone()];
        near.extend(participants::cards(record.get("participants")).cloned());
        for value in near {
            let Some(found) = card::of(tx, &value)? else { continue };
            for value in card::with_those_around(&found) {
                let Some((name, id)) = reference::target(&value) else { continue };
                let these = if id == found.id { &mut cards } else { &mut around };
                these.insert(id, name.to_owned());
            }
        }
    }
    around.retain(|id, _| !cards.contains_key(id));
    // What is planned with those around follows from what is planned with these.
    cards.into_iter().chain(around).try_for_each(|(id, name)| settle(tx, &name, id))
}

/// Measures the silence of a card anew, where its object knows one.
pub fn settle(tx: &mut Tx, name: &str, id: Id) -> Result<()> {
    let object = object(tx, name)?;
    if object.at("stale_since").is_none() {
        return Ok(());
    }
    let card = match record::find(tx, &object, id) {
        Ok(card) if card.trashed_at.is_none() => card,
        Ok(_) | Err(kernel::Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    let contacts = contacts(tx, id)?;
    let gap = usual_gap(tx, &contacts);
    let patience = card.get("patience").as_i64();
    let with_it = planned_with(tx, id)?;
    let since = match contacts.first().and_then(|last| silent_from(*last, gap, patience)) {
        Some(since) => match with_it.max(planned_around(tx, &card)?) {
            Some(until) if until > tx.now().plus(FOR_EVER) => None,
            until => Some(until.map_or(since, |until| since.max(until))),
        },
        None => None,
    };
    let instant = |at: Option<Timestamp>| at.map_or(Json::Null, |at| at.micros().into());
    let mut values = Values::from_iter([
        ("last_contact_at".to_owned(), instant(contacts.first().copied())),
        ("usual_gap".to_owned(), gap.map_or(Json::Null, Json::from)),
        ("stale_since".to_owned(), instant(since)),
        (PLANNED.to_owned(), instant(with_it)),
    ]);
    values.retain(|field, _| object.at(field).is_some());
    save::derive(tx, &object, id, values)
}

/// The moment from which a card is silent, after its last contact.
fn silent_from(last: Timestamp, gap: Option<i64>, patience: Option<i64>) -> Option<Timestamp> {
    let usual = gap.map(|gap| (gap * DAY * 3 / 2).max((gap + 7) * DAY));
    let allowed = patience.map(|days| days * DAY);
    let after = usual.into_iter().chain(allowed).min()?;
    Some(last.plus(after))
}

/// When there was contact with a card, the newest first: so many that their days can be measured. Mostly the first few entries of its
/// timeline tell.
fn contacts(cx: &Cx, card: Id) -> Result<Vec<Timestamp>> {
    let sql = "SELECT e.at, CASE WHEN c.outcome <> 'not_reached' OR a.state = 'held' THEN 1 ELSE 0 END \
         FROM (SELECT at, record_id FROM timeline WHERE workspace_id = ?1 AND card_id = ?2 AND at <= ?3 \
         AND object IN ('call', 'appointment') ORDER BY at DESC, record_id DESC LIMIT ?4) AS e \
         LEFT JOIN calls AS c ON c.workspace_id = ?1 AND c.id = e.record_id \
         LEFT JOIN appointments AS a ON a.workspace_id = ?1 AND a.id = e.record_id ORDER BY e.at DESC";
    let mut found = Vec::new();
    for entries in [FEW_ENTRIES, ENTRIES] {
        let params = [cx.workspace().into(), card.into(), cx.now().into(), entries.into()];
        let rows = cx.query(sql, &params)?;
        let both_ways = rows.iter().filter(|row| row.int(1) == 1);
        found = both_ways.map(|row| row.get(0)).collect::<Result<Vec<Timestamp>>>()?;
        if rows.len() < entries || days(cx, &found).len() >= LOOKED_AT {
            break;
        }
    }
    Ok(found)
}

/// The days of the last contacts, the newest first.
fn days(cx: &Cx, contacts: &[Timestamp]) -> Vec<Date> {
    let mut days: Vec<Date> = contacts.iter().map(|at| at.in_zone(cx.time_zone()).date()).collect();
    days.dedup();
    days.truncate(LOOKED_AT);
    days
}

/// The median of the days between contacts; nothing of too few.
fn usual_gap(cx: &Cx, contacts: &[Timestamp]) -> Option<i64> {
    median_gap(&days(cx, contacts))
}

fn median_gap(days: &[Date]) -> Option<i64> {
    if days.len() < ENOUGH {
        return None;
    }
    let between = |pair: &[Date]| pair[0].since(pair[1]).map_or(0, |span| i64::from(span.get_days()));
    let mut gaps: Vec<i64> = days.windows(2).map(between).collect();
    gaps.sort_unstable();
    let middle = gaps.len() / 2;
    // Of two in the middle the mean, rounded up.
    Some(if gaps.len() % 2 == 1 { gaps[middle] } else { (gaps[middle - 1] + gaps[middle] + 1) / 2 })
}

/// Until when something is planned with a card itself. What has no moment is no plan.
fn planned_with(cx: &Cx, id: Id) -> Result<Option<Timestamp>> {
    let workspace = cx.workspace();
    let mut latest = i64::MIN;
    let mut ask = |sql: &str, more: &[kernel::Value]| -> Result<()> {
        let mut params = vec![workspace.into(), id.into()];
        params.extend_from_slice(more);
        latest = cx.query_one(sql, &params)?.map_or(latest, |row| latest.max(row.int(0)));
        Ok(())
    };
    ask(
        "SELECT MAX(open_at) FROM tasks WHERE workspace_id = ?1 AND about = ?2 AND trashed_at = 0 AND open_at > 0 \
         AND open_at < ?3",
        &[task::SOMEDAY.into()],
    )?;
    ask(
        "SELECT MAX(repeat_until) FROM appointments WHERE workspace_id = ?1 AND about = ?2 AND trashed_at = 0 \
         AND closed_at < 0 AND repeat <> ''",
        &[],
    )?;
    ask(
        "SELECT MAX(e.at) FROM timeline AS e JOIN appointments AS a ON a.workspace_id = ?1 AND a.id = e.record_id \
         WHERE e.workspace_id = ?1 AND e.card_id = ?2 AND e.at > ?3 AND a.closed_at < 0",
        &[cx.now().into()],
    )?;
    Ok((latest > 0).then(|| Timestamp::from_micros(latest)))
}

/// Until when something is planned with its people or its deals, as each of them knows: a company may have thousands.
fn planned_around(cx: &Cx, card: &Record) -> Result<Option<Timestamp>> {
    let mut latest = i64::MIN;
    for (table, field, planned) in leading_to(cx, card)? {
        let sql = format!(
            "SELECT MAX(\"{planned}\") FROM {table} WHERE workspace_id = ?1 AND \"{field}\" = ?2 AND trashed_at = 0"
        );
        let row = cx.query_one(&sql, &[cx.workspace().into(), card.id.into()])?;
        latest = row.map_or(latest, |row| latest.max(row.int(0)));
    }
    Ok((latest > 0).then(|| Timestamp::from_micros(latest)))
}

/// The tables of other cards that belong to this one, by which column, and where they say what is planned with them.
fn leading_to(cx: &Cx, card: &Record) -> Result<Vec<(String, String, &'static str)>> {
    let catalog = records::catalog(cx)?;
    let mut found = Vec::new();
    for object in catalog.objects() {
        let Some(planned) = [PLANNED, "next_step_at"].into_iter().find(|field| object.at(field).is_some())
        else {
            continue;
        };
        let leads = object.fields.iter().filter(|field| {
            field.indexed
                && !field.own
                && field.kind.refers_to() == Some(card.object.key)
                && card::AROUND.contains(&field.key.as_str())
        });
        found.extend(leads.map(|field| (object.table.to_string(), field.key.clone(), planned)));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    #[test]
    fn a_rhythm_is_the_median_of_the_gaps() {
        let check = |gaps: &[i64], expected: Option<i64>| {
            let mut days = vec![jiff::civil::date(2026, 6, 1)];
            for gap in gaps {
                days.push(days[days.len() - 1].saturating_sub(gap.days()));
            }
            assert_eq!(median_gap(&days), expected, "{gaps:?}");
        };
        check(&[], None);
        check(&[10, 10], None);
        check(&[10, 12, 200], Some(12));
        // One long holiday does not change what is usual.
        check(&[7, 7, 90, 7, 7], Some(7));
        check(&[10, 11, 14, 20], Some(13));
    }

    #[test]
    fn silence_begins_after_half_as_long_again_but_a_week_at_least() {
        let check = |gap: Option<i64>, patience: Option<i64>, expected: Option<i64>| {
            let days = silent_from(Timestamp::from_micros(0), gap, patience).map(|at| at.micros() / DAY);
            assert_eq!(days, expected, "{gap:?} {patience:?}");
        };
        check(None, None, None);
        check(Some(1), None, Some(8));
        check(Some(12), None, Some(19));
        check(Some(30), None, Some(45));
        check(Some(30), Some(14), Some(14));
        check(Some(10), Some(90), Some(17));
        check(None, Some(14), Some(14));
    }
}
