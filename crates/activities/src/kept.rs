//! Appointments as the calendars of other programs keep a copy of them (CalDAV): a series and what stands for its occurrences
//! are one text (RFC 4791, 4.1). What such a program writes is brought back field by field: what it left alone stays as it is
//! here, and what nobody here understands is kept beside.

pub mod tasks;

use std::collections::BTreeMap;

use formats::calendar::{self, Event};
use kernel::{Cx, Error, Id, Result, Timestamp, Tx, contact::email};
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record, Sort, changes,
    field::{
        as_id, as_text,
        participants::{self, Who},
    },
    object::object,
    query, record,
    save::{self, Values},
};

use crate::{
    appointment, diary, exchange,
    ics::{self, Foreign, Names},
    reminders,
    series::{self, Reach},
};

/// An appointment as a program keeps it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The series, or the appointment that happens once.
    pub id: Id,
    /// What of it is on the calendar: the whole, and what stands for one of a series.
    pub parts: Vec<Record>,
}

impl Kept {
    fn whole(&self) -> Option<&Record> {
        self.parts.iter().find(|part| part.id == self.id)
    }

    /// What stands for the occurrence that would have begun then.
    fn instead_of(&self, at: Timestamp) -> Option<&Record> {
        self.parts.iter().find(|part| part.id != self.id && part.instant("series_at") == Some(at))
    }
}

/// What is on a user's calendar, as far as the actor sees it: at most so many appointments, the last to begin.
pub fn of_user(cx: &Cx, user: Id, most: usize) -> Result<Vec<Kept>> {
    let declared = object(cx, "appointment")?;
    let sort = vec![Sort { field: "starts_at".to_owned(), descending: true }];
    let asked = Query { filter: diary::of_users(&[user]), sort, ..Query::default() };
    let found = query::page(cx, &declared, &asked, &[], most)?.records;
    Ok(gathered(found.into_iter().filter(|one| diary::is_of(one, user))))
}

/// One of them, if it is on this user's calendar.
pub fn find(cx: &Cx, user: Id, id: Id) -> Result<Option<Kept>> {
    let declared = object(cx, "appointment")?;
    let series = Filter::field("series", Operator::Is, &[&id.to_string()]);
    let asked = Query { filter: series, ..Query::default() };
    let mut found = query::page(cx, &declared, &asked, &[], 1_000)?.records;
    found.extend(record::find_many(cx, &declared, &[id])?.remove(&id));
    let on = |one: &Record| one.trashed_at.is_none() && diary::is_of(one, user);
    Ok(gathered(found.into_iter().filter(on)).pop())
}

fn gathered(appointments: impl Iterator<Item = Record>) -> Vec<Kept> {
    let mut all: BTreeMap<Id, Vec<Record>> = BTreeMap::new();
    for one in appointments {
        all.entry(ics::whole(&one)).or_default().push(one);
    }
    let kept = |(id, mut parts): (Id, Vec<Record>)| {
        parts.sort_by_key(|part| (part.id != id, part.id));
        Kept { id, parts }
    };
    all.into_iter().map(kept).collect()
}

/// For each of them, what changes whenever its text does: the latest changes of all its parts.
pub fn versions(cx: &Cx, all: &[Kept]) -> Result<Vec<Vec<Id>>> {
    let ids: Vec<Id> = all.iter().flat_map(|kept| &kept.parts).map(|part| part.id).collect();
    let latest = changes::latest(cx, &*object(cx, "appointment")?, &ids)?;
    let of = |part: &Record| [part.id, latest.get(&part.id).copied().unwrap_or(part.id)];
    Ok(all.iter().map(|kept| kept.parts.iter().flat_map(of).collect()).collect())
}

/// Their texts, in their order.
pub fn texts(cx: &Cx, all: &[Kept]) -> Result<Vec<String>> {
    let names = Names::of(cx, all.iter().flat_map(|kept| &kept.parts))?;
    let events = |kept: &Kept| kept.parts.iter().filter_map(|part| event(part, &names)).collect::<Vec<_>>();
    Ok(all.iter().map(|kept| calendar::write_kept(&events(kept))).collect())
}

/// Whether any of it happens within a window, its end excluded.
pub fn happens(kept: &Kept, window: (Timestamp, Timestamp)) -> bool {
    // What takes no time happens at its instant (RFC 4791, 9.9).
    let within =
        |(starts, ends): (Timestamp, Timestamp)| starts < window.1 && (ends > window.0 || starts >= window.0);
    kept.parts.iter().any(|part| {
        if !part.text("repeat").is_empty() {
            return diary::of_series(part, window).iter().any(|one| within((one.starts, one.ends)));
        }
        part.instant("starts_at").zip(part.instant("ends_at")).is_some_and(within)
    })
}

/// When it is busy within a window: what is planned, and not over.
pub fn busy(kept: &Kept, window: (Timestamp, Timestamp)) -> Vec<(Timestamp, Timestamp)> {
    let mut all = Vec::new();
    for part in kept.parts.iter().filter(|part| part.text("state") != "cancelled") {
        if part.text("repeat").is_empty() {
            all.extend(part.instant("starts_at").zip(part.instant("ends_at")));
        } else {
            all.extend(diary::of_series(part, window).into_iter().map(|one| (one.starts, one.ends)));
        }
    }
    all.retain(|(starts, ends)| *starts < window.1 && *ends > window.0);
    all
}

/// What other programs call it.
pub fn uid(cx: &Cx, kept: &Kept) -> Result<String> {
    let names = Names::of(cx, &kept.parts)?;
    Ok(kept.parts.first().map(|part| names.uid(part)).unwrap_or_default())
}

/// The name by which a text calls the one appointment it holds; refused when it holds none, or several.
pub fn uid_of(cx: &Cx, text: &str) -> Result<String> {
    Ok(events(cx, text)?.swap_remove(0).uid)
}

/// Keeps what a program wrote: a new appointment of the actor's, or another form of the one that it read.
pub fn keep(tx: &mut Tx, set: &mut ChangeSet, known: Option<&Kept>, text: &str) -> Result<Id> {
    let events = events(tx, text)?;
    let whole = events.iter().find(|event| event.replaces.is_none());
    let Some(known) = known else {
        let id = match (whole, events.as_slice()) {
            (Some(whole), _) => create(tx, set, whole)?,
            (None, [only]) => return create(tx, set, only),
            (None, _) => return Err(not_one()),
        };
        for event in events.iter().filter(|event| event.replaces.is_some()) {
            replace(tx, set, id, event)?;
        }
        return Ok(id);
    };
    if let Some((before, event)) = known.whole().zip(whole) {
        let mut values = changed(tx, before, event)?;
        let except = except(known, &events, event);
        if except != before.text("except") {
            values.insert("except".to_owned(), Json::from(except));
        }
        save::edit(tx, set, &before.object, before.id, values, &Values::new())?.saved()?;
    }
    for event in &events {
        let Some(at) = event.replaces.map(ics::timestamp) else { continue };
        match known
            .instead_of(at)
            .or_else(|| known.parts.iter().find(|part| part.instant("series_at") == Some(at)))
        {
            Some(before) => {
                let values = changed(tx, before, event)?;
                save::edit(tx, set, &before.object, before.id, values, &Values::new())?.saved()?;
            }
            None => replace(tx, set, known.id, event)?,
        }
    }
    // The program put an occurrence back into its series.
    for part in known.parts.iter().filter(|part| part.id != known.id) {
        let at = part.instant("series_at");
        if !events.iter().any(|event| event.replaces.map(ics::timestamp) == at) {
            save::trash(tx, set, &part.object, part.id)?;
        }
    }
    Ok(known.id)
}

/// Takes it off the actor's calendar: what is theirs is thrown away, what somebody else called is declined.
pub fn remove(tx: &mut Tx, set: &mut ChangeSet, kept: &Kept) -> Result<()> {
    let me = tx.actor().user().ok_or(Error::Denied)?;
    for part in &kept.parts {
        let key = format!("user:{me}");
        let mut all = part.get("participants").as_array().cloned().unwrap_or_default();
        let mine = as_id(part.get("owner")) == Some(me);
        match all.iter_mut().find(|one| as_text(&one["who"]) == key).filter(|_| !mine) {
            Some(one) => {
                *one = serde_json::json!({ "who": key, "answer": "declined" });
                let values = Values::from_iter([("participants".to_owned(), Json::Array(all))]);
                save::edit(tx, set, &part.object, part.id, values, &Values::new())?.saved()?;
            }
            None => drop(save::trash(tx, set, &part.object, part.id)?),
        }
    }
    Ok(())
}

fn not_one() -> Error {
    Error::invalid("", "dav-not-one-appointment")
}

/// The events of a text, all of one name.
fn events(cx: &Cx, text: &str) -> Result<Vec<Event>> {
    let (_, events) = calendar::read(text, cx.time_zone()).ok_or_else(not_one)?;
    let first = events.first().ok_or_else(not_one)?;
    let alike = events.iter().all(|event| event.uid == first.uid);
    let wholes = events.iter().filter(|event| event.replaces.is_none()).count();
    if alike && wholes <= 1 && !first.uid.is_empty() { Ok(events) } else { Err(not_one()) }
}

/// The event with its alarms, and with what other programs said of it.
fn event(appointment: &Record, names: &Names) -> Option<Event> {
    let foreign = Foreign::of(appointment);
    let chosen = appointment.get("remind").as_array().cloned().unwrap_or_default();
    let before = |(key, before): &(&str, i64)| {
        chosen.iter().any(|chosen| chosen == key).then_some(before / kernel::clock::SECOND)
    };
    let mut alarms: Vec<i64> = reminders::BEFORE.iter().filter_map(before).collect();
    alarms.extend(foreign.alarms);
    Some(Event { alarms, rest: foreign.rest, ..ics::event(appointment, names)? })
}

fn create(tx: &mut Tx, set: &mut ChangeSet, event: &Event) -> Result<Id> {
    let mut values = understood(tx, None, event)?;
    if let Some(at) = event.replaces {
        values.insert("series_at".to_owned(), ics::timestamp(at).micros().into());
    }
    let declared = object(tx, "appointment")?;
    save::create(tx, set, &declared, values)
}

/// An occurrence goes its own way.
fn replace(tx: &mut Tx, set: &mut ChangeSet, series: Id, event: &Event) -> Result<()> {
    let series = record::find(tx, &object(tx, "appointment")?, series)?;
    let Some(at) = event.replaces.map(ics::timestamp) else { return Ok(()) };
    let mut values = understood(tx, Some(&series), event)?;
    // What the event does not say, it has not from its series either.
    for field in ["place", "video", "text", "participants", "all_day", "remind"] {
        values.entry(field).or_insert(Json::Null);
    }
    values.remove("repeat");
    values.remove("except");
    if series.text("repeat").is_empty() {
        return Err(not_one());
    }
    series::change(tx, set, (&series, at), Reach::This, values).map(drop)
}

/// What the program changed of an appointment since it read it.
fn changed(tx: &Tx, before: &Record, event: &Event) -> Result<Values> {
    let names = Names::of(tx, [before])?;
    let was = self::event(before, &names).ok_or(Error::NotFound)?;
    // Through the same text, so that whatever a text cannot say is no change.
    let was = events(tx, &calendar::write_kept(&[was]))?.swap_remove(0);
    let was = understood(tx, Some(before), &was)?;
    let mut values = understood(tx, Some(before), event)?;
    for field in was.keys() {
        values.entry(field.clone()).or_insert(Json::Null);
    }
    values.retain(|field, value| was.get(field).unwrap_or(&Json::Null) != value);
    values.remove("except");
    Ok(values)
}

/// The values of an event; of one that is here already, those who take part are the ones they were.
fn understood(cx: &Cx, before: Option<&Record>, event: &Event) -> Result<Values> {
    let mut values =
        ics::values(cx, event)?.ok_or_else(|| Error::invalid("", "dav-appointment-not-understood"))?;
    values.remove("participants");
    let taking = taking_part(cx, before, event)?;
    if !taking.is_empty() {
        values.insert("participants".to_owned(), Json::Array(taking));
    }
    let offered = |seconds: &i64| {
        let micros = seconds * kernel::clock::SECOND;
        reminders::BEFORE.iter().find(|(_, before)| *before == micros).map(|(key, _)| Json::from(*key))
    };
    let remind: Vec<Json> = event.alarms.iter().filter_map(offered).collect();
    if !remind.is_empty() {
        values.insert("remind".to_owned(), Json::Array(remind));
    }
    let kept = before.map(Foreign::of).unwrap_or_default();
    let ours = event.uid.ends_with("@kartotek") && event.replaces.is_none();
    let foreign = Foreign {
        uid: if before.is_some() && event.replaces.is_none() || ours {
            kept.uid
        } else {
            exchange::foreign_key(event)
        },
        organizer: organizer(cx, event)?,
        alarms: event.alarms.iter().copied().filter(|seconds| offered(seconds).is_none()).collect(),
        rest: event.rest.clone(),
        due_day: false,
    };
    values.insert("foreign".to_owned(), foreign.kept());
    Ok(values)
}

/// Who called it, when that is nobody here.
fn organizer(cx: &Cx, event: &Event) -> Result<Option<(String, String)>> {
    let Some(party) = &event.organizer else { return Ok(None) };
    let key = email::key(&party.address);
    let ours = identity::members::active(cx)?.iter().any(|member| email::key(&member.email) == key);
    Ok((!ours).then(|| (party.address.clone(), party.name.clone())))
}

/// Those who take part: whoever was known by an address stays who they were, and whoever has none stays too, for the program
/// never knew of them.
fn taking_part(cx: &Cx, before: Option<&Record>, event: &Event) -> Result<Vec<Json>> {
    let known = before.and_then(|before| before.get("participants").as_array().cloned()).unwrap_or_default();
    let names = Names::of(cx, before)?;
    let address = |one: &Json| {
        let who = participants::parse(as_text(&one["who"]))?;
        names.party(who).map(|party| email::key(&party.address))
    };
    let owner = before.and_then(|before| as_id(before.get("owner"))).or(cx.actor().user());
    let own = owner.and_then(|owner| names.party(Who::User(owner))).map(|party| email::key(&party.address));
    let mut taking = Vec::new();
    for attendee in &event.attendees {
        let key = email::key(&attendee.address);
        let had = known.iter().find(|one| address(one).as_ref() == Some(&key));
        let who = match had {
            Some(one) => Some(as_text(&one["who"]).to_owned()),
            // Whoever called it takes part without being asked.
            None if own.as_ref() == Some(&key) => None,
            None => ics::whose(cx, &attendee.address)?,
        };
        taking.extend(who.map(|who| ics::taking_part(&who, attendee)));
    }
    taking.extend(known.iter().filter(|one| address(one).is_none()).cloned());
    Ok(taking)
}

/// The occurrences that a series misses: those that the program left out, and those for which something else stands.
fn except(known: &Kept, events: &[Event], whole: &Event) -> String {
    let mut all: Vec<i64> = whole.except.iter().map(|at| ics::timestamp(*at).micros()).collect();
    let stands = |at: Timestamp| known.instead_of(at).is_some();
    let replaced = events.iter().filter_map(|event| event.replaces.map(ics::timestamp));
    all.extend(replaced.filter(|at| stands(*at)).map(Timestamp::micros));
    let before: Vec<Timestamp> = known.whole().map(appointment::exceptions).unwrap_or_default();
    // In the order they had, so that nothing has changed when nothing has.
    all.sort_by_key(|at| (before.iter().position(|known| known.micros() == *at).unwrap_or(usize::MAX), *at));
    all.dedup();
    all.iter().map(i64::to_string).collect::<Vec<_>>().join("\n")
}
