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
use serde::{Deserialize, Serialize};

use crate::{appointment, repeat};

/// The series that an appointment is or was one of, else itself.
pub(crate) fn whole(appointment: &Record) -> Id {
    as_id(appointment.get("series")).unwrap_or(appointment.id)
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
    let attendees: Vec<Party> =
        participants::each(appointment.get("participants")).filter_map(attendee).collect();
    let foreign = Foreign::of(appointment);
    let owner = || as_id(appointment.get("owner")).and_then(|owner| names.party(Who::User(owner)));
    Some(Event {
        uid: names.uid(appointment),
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
        // Whoever meets nobody has not organised anything (3.8.4.3).
        organizer: foreign.organizer().or_else(owner).filter(|_| !attendees.is_empty()),
        attendees,
        alarms: Vec::new(),
        rest: Vec::new(),
    })
}

/// What another program said of an appointment or a task beyond what its fields hold: a JSON text in a hidden field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Foreign {
    /// What that program calls it; behind a `#` the occurrence of a series, in microseconds.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) uid: String,
    /// Who called it, where that is nobody here: address and name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organizer: Option<(String, String)>,
    /// Alarms that no field holds, in seconds before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) alarms: Vec<i64>,
    /// Lines that nobody here understands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rest: Vec<String>,
    /// Of a task: the day was said, not the hour.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) due_day: bool,
}

/// The text in which it is kept, in bytes: what is too long loses its longest lines, such as pictures.
const LONGEST: usize = 90_000;

impl Foreign {
    pub(crate) fn of(record: &Record) -> Foreign {
        serde_json::from_str(record.text("foreign")).unwrap_or_default()
    }

    /// As the field keeps it.
    pub(crate) fn kept(mut self) -> Json {
        if self == Foreign::default() {
            return Json::Null;
        }
        loop {
            let text = serde_json::to_string(&self).unwrap_or_default();
            let longest = self.rest.iter().enumerate().max_by_key(|(_, line)| line.len());
            match longest.map(|(at, _)| at) {
                Some(at) if text.len() > LONGEST => drop(self.rest.remove(at)),
                _ => return text.into(),
            }
        }
    }

    fn organizer(&self) -> Option<Party> {
        let (address, name) = self.organizer.clone()?;
        Some(Party { address, name, status: String::new() })
    }

    /// The name of the whole, without the occurrence.
    fn whole(&self) -> Option<&str> {
        self.uid.split('#').next().filter(|uid| !uid.is_empty())
    }
}

pub(crate) fn instant(at: Timestamp) -> jiff::Timestamp {
    at.in_zone(&TimeZone::UTC).timestamp()
}

pub(crate) fn timestamp(at: jiff::Timestamp) -> Timestamp {
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
        taking.push(taking_part(&who, attendee));
    }
    if !taking.is_empty() {
        values.insert("participants".to_owned(), Json::Array(taking));
    }
    Ok(Some(values))
}

/// An entry of those who take part.
pub(crate) fn taking_part(who: &str, attendee: &Party) -> Json {
    let answer = attendee.status.to_lowercase();
    match participants::ANSWERS.contains(&answer.as_str()) {
        true => serde_json::json!({ "who": who, "answer": answer }),
        false => serde_json::json!({ "who": who }),
    }
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Whom an address belongs to: a colleague, a card that the actor sees, or nobody known.
pub(crate) fn whose(cx: &Cx, address: &str) -> Result<Option<String>> {
    let Some(address) = email::parse(address) else { return Ok(None) };
    let key = email::key(&address);
    let colleague =
        identity::members::active(cx)?.into_iter().find(|member| email::key(&member.email) == key);
    if let Some(member) = colleague {
        return Ok(Some(format!("user:{}", member.user)));
    }
    let card = card_of(cx, &address)?;
    Ok(Some(
        card.map_or_else(|| format!("mailto:{address}"), |card| format!("{}:{}", card.object.key, card.id)),
    ))
}

/// The card of an address, if the actor sees one.
pub(crate) fn card_of(cx: &Cx, address: &str) -> Result<Option<Record>> {
    for key in ["person", "company"] {
        let declared = object(cx, key)?;
        let found = lookups::find(cx, declared.key, &Lookup::email(address), SEVERAL)?;
        let mut seen = record::find_many(cx, &declared, &found)?;
        let living = found.iter().filter_map(|id| seen.remove(id)).find(|card| card.trashed_at.is_none());
        if living.is_some() {
            return Ok(living);
        }
    }
    Ok(None)
}

/// Cards of one address that are looked at for one that the actor sees.
const SEVERAL: usize = 5;

/// What users and cards are called and where they are written to, for events: as far as the actor may know it.
pub(crate) struct Names {
    users: HashMap<Id, Party>,
    cards: HashMap<Id, Party>,
    /// What other programs call whole appointments, where they do.
    uids: HashMap<Id, String>,
}

impl Names {
    /// Of those who take part in these appointments.
    pub(crate) fn of<'r>(cx: &Cx, appointments: impl IntoIterator<Item = &'r Record>) -> Result<Names> {
        let member = |member: identity::members::Member| {
            (member.user, Party { address: member.email, name: member.name, status: String::new() })
        };
        let users = identity::members::active(cx)?.into_iter().map(member).collect();
        let mut wanted: HashMap<&str, Vec<Id>> = HashMap::new();
        let (mut uids, mut absent) = (HashMap::new(), Vec::new());
        for appointment in appointments {
            let whole = whole(appointment);
            match Foreign::of(appointment).whole() {
                Some(uid) => drop(uids.insert(whole, uid.to_owned())),
                None if whole != appointment.id => absent.push(whole),
                None => {}
            }
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
        absent.retain(|whole| !uids.contains_key(whole));
        for (id, series) in record::find_many(cx, &object(cx, "appointment")?, &absent)? {
            uids.extend(Foreign::of(&series).whole().map(|uid| (id, uid.to_owned())));
        }
        Ok(Names { users, cards, uids })
    }

    /// What an appointment is called outside, for ever; what stands for one of a series is called like the series.
    pub(crate) fn uid(&self, appointment: &Record) -> String {
        let whole = whole(appointment);
        self.uids.get(&whole).cloned().unwrap_or_else(|| format!("{whole}@kartotek"))
    }

    pub(crate) fn party(&self, who: Who) -> Option<Party> {
        match who {
            Who::User(id) => self.users.get(&id).cloned(),
            Who::Card(_, id) => self.cards.get(&id).cloned(),
            Who::Address(address) => Some(Party { address: address.to_owned(), ..Party::default() }),
        }
    }
}
