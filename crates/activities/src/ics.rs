//! Appointments as iCalendar says them (RFC 5545), and what other programs say as appointments.

use std::collections::HashMap;

use formats::calendar::{Event, Party};
use jiff::tz::TimeZone;
use kernel::{Cx, Id, Result, Timestamp, contact::email};
use records::{
    Json, Record,
    field::{
        Reading, as_id, as_text, emails,
        participants::{self, Who},
    },
    lookups::{self, Lookup},
    object::object,
    record,
    save::Values,
};

use crate::{appointment, repeat};

/// What an appointment is called outside, for ever; what stands for one of a series is called like the series.
pub(crate) fn uid(appointment: &Record) -> String {
    let whole = as_id(appointment.get("series")).unwrap_or(appointment.id);
    format!("{whole}@kartotek")
}

/// The appointment as an event.
pub(crate) fn event(appointment: &Record, names: &Names) -> Option<Event> {
    let (starts, ends) = (appointment.instant("starts_at")?, appointment.instant("ends_at")?);
    let stamp = appointment.instant("updated_at").unwrap_or(starts);
    let first_made = appointment.instant("created_at").unwrap_or(stamp);
    // Programs take the event with the higher number as the newer one (3.8.7.4): seconds since it was made only grow.
    let sequence = (stamp.micros() - first_made.micros()) / kernel::clock::SECOND;
    let attendee =
        |(who, answer): (Who, &str)| Some(Party { status: answer.to_uppercase(), ..names.party(who)? });
    Some(Event {
        uid: uid(appointment),
        sequence: u32::try_from(sequence).unwrap_or(u32::MAX),
        stamp: instant(stamp),
        starts: instant(starts),
        ends: instant(ends),
        all_day: appointment.get("all_day") == &Json::Bool(true),
        zone: appointment::zone(appointment),
        summary: appointment.text("subject").to_owned(),
        description: appointment.text("text").to_owned(),
        place: appointment.text("place").to_owned(),
        url: appointment.get("video").get(0).map(|link| as_text(&link["url"]).to_owned()).unwrap_or_default(),
        cancelled: appointment.text("state") == "cancelled",
        rule: appointment.text("repeat").to_owned(),
        except: appointment::exceptions(appointment).into_iter().map(instant).collect(),
        replaces: appointment.instant("series_at").map(instant),
        organizer: as_id(appointment.get("owner")).and_then(|owner| names.party(Who::User(owner))),
        attendees: participants::each(appointment.get("participants")).filter_map(attendee).collect(),
    })
}

fn instant(at: Timestamp) -> jiff::Timestamp {
    at.in_zone(&TimeZone::UTC).timestamp()
}

fn timestamp(at: jiff::Timestamp) -> Timestamp {
    Timestamp::from_micros(at.as_microsecond())
}

/// The values of an appointment that another program wrote; those who take part are found by their addresses. `None` of what
/// cannot be one: a rule that is not understood is left out, and so is the event then.
pub(crate) fn values(cx: &Cx, event: &Event) -> Result<Option<Values>> {
    if !event.rule.is_empty() && !repeat::understood(&event.rule) {
        return Ok(None);
    }
    let (starts, ends) = (timestamp(event.starts), timestamp(event.ends));
    if ends.micros() - starts.micros() > appointment::LONGEST {
        return Ok(None);
    }
    let summary = if event.summary.trim().is_empty() { "–" } else { event.summary.trim() };
    let mut values = Values::from_iter([
        ("subject".to_owned(), Json::from(short(summary, 200))),
        ("starts_at".to_owned(), starts.micros().into()),
        ("ends_at".to_owned(), ends.micros().into()),
        ("time_zone".to_owned(), event.zone.iana_name().unwrap_or("UTC").into()),
    ]);
    let mut put = |field: &str, text: &str| {
        if !text.trim().is_empty() {
            values.insert(field.to_owned(), text.trim().into());
        }
    };
    put("place", &short(&event.place, 200));
    put("text", &event.description);
    put("repeat", &event.rule);
    if event.all_day {
        values.insert("all_day".to_owned(), true.into());
    }
    if event.cancelled {
        values.insert("state".to_owned(), "cancelled".into());
    }
    if event.url.starts_with("http") {
        values.insert("video".to_owned(), serde_json::json!([{ "url": event.url }]));
    }
    if !event.except.is_empty() {
        let lines: Vec<String> = event.except.iter().map(|at| timestamp(*at).micros().to_string()).collect();
        values.insert("except".to_owned(), lines.join("\n").into());
    }
    let mut taking: Vec<Json> = Vec::new();
    for attendee in &event.attendees {
        let Some(who) = whose(cx, &attendee.address)? else { continue };
        let answer = attendee.status.to_lowercase();
        let known = participants::ANSWERS.contains(&answer.as_str());
        taking.push(serde_json::json!({ "who": who, "answer": if known { answer } else { String::new() } }));
    }
    if !taking.is_empty() {
        values.insert("participants".to_owned(), Json::Array(taking));
    }
    Ok(Some(values))
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Whom an address belongs to: a colleague, a card that the actor sees, or nobody known.
fn whose(cx: &Cx, address: &str) -> Result<Option<String>> {
    let Some(address) = email::parse(address) else { return Ok(None) };
    let key = email::key(&address);
    let colleague =
        identity::members::active(cx)?.into_iter().find(|member| email::key(&member.email) == key);
    if let Some(member) = colleague {
        return Ok(Some(format!("user:{}", member.user)));
    }
    for key in ["person", "company"] {
        let declared = object(cx, key)?;
        let found = lookups::find(cx, declared.key, &Lookup::email(&address), SEVERAL)?;
        let seen = record::find_many(cx, &declared, &found)?;
        if let Some(card) = found.iter().filter_map(|id| seen.get(id)).find(|card| card.trashed_at.is_none())
        {
            return Ok(Some(format!("{key}:{}", card.id)));
        }
    }
    Ok(Some(format!("mailto:{address}")))
}

/// Cards of one address that are looked at for one that the actor sees.
const SEVERAL: usize = 5;

/// What users and cards are called and where they are written to, for events: as far as the actor may know it.
pub(crate) struct Names {
    users: HashMap<Id, Party>,
    cards: HashMap<Id, Party>,
}

impl Names {
    /// Of those who take part in these appointments.
    pub(crate) fn of<'r>(cx: &Cx, appointments: impl IntoIterator<Item = &'r Record>) -> Result<Names> {
        let member = |member: identity::members::Member| {
            (member.user, Party { address: member.email, name: member.name, status: String::new() })
        };
        let users = identity::members::active(cx)?.into_iter().map(member).collect();
        let mut wanted: HashMap<&str, Vec<Id>> = HashMap::new();
        for appointment in appointments {
            let cards = participants::cards(appointment.get("participants"));
            for (key, id) in cards.filter_map(records::field::reference::target) {
                wanted.entry(key).or_default().push(id);
            }
        }
        let (mut cards, reading) = (HashMap::new(), Reading::plain(cx));
        for (key, ids) in wanted {
            for (id, card) in record::find_many(cx, &object(cx, key)?, &ids)? {
                let Some(address) = emails::addresses(card.get("emails")).next().map(str::to_owned) else {
                    continue;
                };
                cards.insert(id, Party { address, name: card.title(&reading), status: String::new() });
            }
        }
        Ok(Names { users, cards })
    }

    pub(crate) fn party(&self, who: Who) -> Option<Party> {
        match who {
            Who::User(id) => self.users.get(&id).cloned(),
            Who::Card(_, id) => self.cards.get(&id).cloned(),
            Who::Address(address) => Some(Party { address: address.to_owned(), ..Party::default() }),
        }
    }
}
