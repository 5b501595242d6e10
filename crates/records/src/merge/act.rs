//! The merge itself: one transaction, one change set. The changes stand in the order in which their undo, newest first,
//! needs them: the fields of the card that stays, references, relations, and the cards that are put aside.

use std::{collections::HashMap, sync::Arc};

use kernel::{Error, Id, Result, Tx, Value};

use crate::{
    Json, Object, Record,
    access::{self, Verb},
    changes::{Change, ChangeSet, Fields, Kind},
    field::{Reading, reference},
    links::moved,
    merge::{
        aside,
        plan::{self, Choice, fingerprint},
        references, timeline,
    },
    record,
    save::{self, Values},
};

/// A merge that somebody asks for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The card that stays.
    pub survivor: Id,
    /// The cards that become it, each another.
    pub losers: Vec<Id>,
    /// By field; what is not named is done as proposed.
    pub choices: HashMap<String, Choice>,
    /// The [`fingerprint`] of each card when it was looked at; a card that is not named may have changed.
    pub seen: HashMap<Id, String>,
}

/// What became of it.
#[derive(Debug)]
pub enum Outcome {
    /// Done: the change set.
    Merged(Id),
    /// Nothing was done: these cards were changed since they were looked at.
    Changed(Vec<Id>),
}

/// Merges cards of one object.
pub fn merge(tx: &mut Tx, object: &Arc<Object>, wanted: &Wanted) -> Result<Outcome> {
    access::require(tx, object, Verb::Merge)?;
    let mut losers = wanted.losers.clone();
    losers.sort_unstable();
    losers.dedup();
    losers.retain(|id| *id != wanted.survivor);
    if losers.is_empty() {
        return Err(Error::conflict("merge-needs-two"));
    }
    let members = locked(tx, object, wanted.survivor, &losers)?;
    plan::living(tx, &members)?;
    members.iter().try_for_each(|member| access::require_on(tx, member, Verb::Merge))?;
    // What pointed to them points to the survivor, seen or not.
    let _free = access::freely(tx)?;
    let differs =
        |member: &&Record| wanted.seen.get(&member.id).is_some_and(|seen| *seen != fingerprint(member));
    let changed: Vec<Id> = members.iter().filter(differs).map(|member| member.id).collect();
    if !changed.is_empty() {
        return Ok(Outcome::Changed(changed));
    }
    let (values, firm) = values(tx, object, &members, &wanted.choices)?;
    let mut set = ChangeSet::new(tx, "change-merged").about(members[0].title(&Reading::plain(tx)));
    let first = tx.new_id();
    save::put(tx, &members[0], values.clone())?;
    references::move_all(tx, &mut set, object, wanted.survivor, &losers)?;
    let touched = moved::move_all(tx, &mut set, wanted.survivor, &losers)?;
    for loser in &members[1..] {
        absorb(tx, &mut set, loser, wanted.survivor)?;
    }
    moved::tell_all(tx, &mut set, &touched, (wanted.survivor, &losers))?;
    settle(tx, &members[0], &values, &firm)?;
    remember(tx, &mut set, first, &members, &firm)?;
    let mut cards = losers.clone();
    cards.push(wanted.survivor);
    timeline::follow(tx, &cards)?;
    pass_on_visits(tx, wanted.survivor, &losers)?;
    set.close(tx)?;
    Ok(Outcome::Merged(set.id))
}

/// All of them, the one that stays first, kept from others' changes; always in the same order, so that two merges do
/// not wait for each other.
fn locked(tx: &mut Tx, object: &Arc<Object>, survivor: Id, losers: &[Id]) -> Result<Vec<Record>> {
    let mut order: Vec<Id> = losers.to_vec();
    order.push(survivor);
    order.sort_unstable();
    let mut members = Vec::with_capacity(order.len());
    for id in order {
        members.push(save::settled(tx, object, id)?);
    }
    members.sort_by_key(|member| (member.id != survivor, member.id));
    Ok(members)
}

/// The values that the card that stays gets where it has others, and the fields that somebody had to choose: what
/// rules derive does not touch those.
fn values(
    tx: &Tx,
    object: &Arc<Object>,
    members: &[Record],
    asked: &HashMap<String, Choice>,
) -> Result<(Values, Vec<String>)> {
    let plan = plan::plan_of(object, members);
    if let Some(unknown) = asked.keys().find(|key| object.at(key).is_none()) {
        return Err(Error::invalid(unknown.as_str(), "no-such-field"));
    }
    let firm: Vec<String> =
        plan.iter().filter(|field| !field.settled).map(|field| field.key.clone()).collect();
    let mut values = Values::new();
    for (key, choice) in plan::choices(&plan, asked) {
        let value = plan::chosen(object, object.field(&key)?, members, choice)?;
        values.insert(key, value);
    }
    for field in object.fields.iter().filter(|field| plan::is_foreign(object, field)) {
        values.insert(field.key.clone(), plan::chosen(object, field, members, Choice::All)?);
    }
    object.behavior.merging(tx, members, &mut values)?;
    let firm = firm.into_iter().filter(|key| values.contains_key(key)).collect();
    values.retain(|key, value| members[0].get(key) != value);
    Ok((save::completed_edit(tx, &members[0], values)?, firm))
}

/// Puts a card aside: the other one stands for it.
pub(super) fn absorb(tx: &mut Tx, set: &mut ChangeSet, loser: &Record, into: Id) -> Result<()> {
    let to = reference::reference(loser.object.key, into);
    let fields = Fields::from([("merged_into".to_owned(), (Json::Null, to))]);
    aside::put(tx, &loser.object, loser.id, into, set.id)?;
    save::put_aside(tx, set, loser, true, (Kind::Absorbed, &fields)).map(drop)
}

/// What rules derived from the relations that came stands, but not where it differs from what was chosen.
fn settle(tx: &mut Tx, was: &Record, values: &Values, firm: &[String]) -> Result<()> {
    let now = save::settled(tx, &was.object, was.id)?;
    let mut chosen = values.clone();
    for key in firm {
        chosen.entry(key.clone()).or_insert_with(|| was.get(key).clone());
    }
    save::put(tx, &now, chosen)
}

/// Remembers what the card that stays had and has, before all other changes of the set, so that an undo comes to it
/// last. What was chosen is remembered though it is what it had: no rule takes it away.
fn remember(tx: &mut Tx, set: &mut ChangeSet, first: Id, members: &[Record], firm: &[String]) -> Result<()> {
    let (was, object) = (&members[0], &members[0].object);
    let now = record::find(tx, object, was.id)?;
    let mut fields = Fields::new();
    for field in object.fields.iter().filter(|field| field.key != "updated_at") {
        let (before, after) = (was.get(&field.key), now.get(&field.key));
        if before != after || firm.contains(&field.key) {
            fields.insert(field.key.clone(), (before.clone(), after.clone()));
        }
    }
    let from: Vec<Json> = members[1..].iter().map(Record::reference).collect();
    fields.insert("merged_from".to_owned(), (Json::Null, Json::Array(from)));
    set.add_as(tx, first, (object.key, was.id), Kind::Merged, &fields)
}

/// Whoever looked at one of them looked at the card that stays.
fn pass_on_visits(tx: &mut Tx, survivor: Id, losers: &[Id]) -> Result<()> {
    for losers in losers.chunks(record::MOST_AT_ONCE) {
        let (marks, mut params) = record::these(tx, losers);
        params.push(Value::from(survivor));
        let sql = format!(
            "INSERT INTO visits (workspace_id, user_id, record_id, object, at) \
             SELECT workspace_id, user_id, ?{}, MAX(object), MAX(at) FROM visits \
             WHERE workspace_id = ?1 AND record_id IN ({marks}) GROUP BY workspace_id, user_id \
             ON CONFLICT (workspace_id, user_id, record_id) DO UPDATE SET at = \
             CASE WHEN visits.at < excluded.at THEN excluded.at ELSE visits.at END",
            params.len()
        );
        tx.execute(&sql, &params)?;
    }
    Ok(())
}

/// The cards that a change merged into its card; none when it took them out again.
pub fn merged_from(change: &Change) -> Vec<Json> {
    let became = change.fields.get("merged_from").and_then(|(_, became)| became.as_array());
    became.cloned().unwrap_or_default()
}

/// The card was put aside by this change, and not taken back.
pub(crate) fn was_absorbed(change: &Change) -> bool {
    change.fields.get("merged_into").is_some_and(|(was, _)| was.is_null())
}
