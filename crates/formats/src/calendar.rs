//! iCalendar (RFC 5545) and the scheduling methods of iTIP (RFC 5546): appointments in and out. Instants are exact; days and
//! hours of a series are meant in a named time zone, which is written out with its changes for readers that know no names.

mod raw;
mod todo;
mod zone;

use std::fmt::Write;

use icalendar::{
    Component, Event as Written, Property,
    parser::{self, Component as Parsed, Property as Line},
};
use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

pub use todo::{Todo, read_todos, write_todo};

/// What a calendar is sent for (RFC 5546, 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Publish,
    Request,
    Reply,
    Cancel,
}

impl Method {
    pub const fn key(self) -> &'static str {
        match self {
            Method::Publish => "PUBLISH",
            Method::Request => "REQUEST",
            Method::Reply => "REPLY",
            Method::Cancel => "CANCEL",
        }
    }
}

/// Somebody who called an appointment or takes part in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    pub address: String,
    pub name: String,
    /// `PARTSTAT` (3.2.12), such as `ACCEPTED`; empty when it is not said.
    pub status: String,
}

/// One `VEVENT`.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub uid: String,
    pub sequence: u32,
    pub stamp: Timestamp,
    pub starts: Timestamp,
    /// Excluded.
    pub ends: Timestamp,
    /// From midnight to midnight in its zone.
    pub all_day: bool,
    pub zone: TimeZone,
    pub summary: String,
    pub description: String,
    pub place: String,
    pub url: String,
    pub cancelled: bool,
    /// `RRULE`; empty when it happens once.
    pub rule: String,
    pub except: Vec<Timestamp>,
    /// The occurrence of the series of the same `uid` that this stands for.
    pub replaces: Option<Timestamp>,
    pub organizer: Option<Party>,
    pub attendees: Vec<Party>,
    /// Plain alarms, in seconds before the beginning.
    pub alarms: Vec<i64>,
    /// Lines that nobody here understands, those of components within it too, to be written again.
    pub rest: Vec<String>,
}

/// What is understood, or would not be true any more when it is written again.
const KNOWN: &[&str] = &[
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RECURRENCE-ID",
    "RRULE",
    "EXDATE",
    "DESCRIPTION",
    "X-ALT-DESC",
    "LOCATION",
    "URL",
    "STATUS",
    "ORGANIZER",
    "ATTENDEE",
];

/// The longest text read, in bytes.
pub const LONGEST: usize = 10 << 20;

/// How a calendar that is kept begins: one that is sent says for what.
fn head(method: Option<Method>) -> String {
    let mut out = String::from(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kartotek//Kartotek//EN\r\nCALSCALE:GREGORIAN\r\n",
    );
    if let Some(method) = method {
        let _ = write!(out, "METHOD:{}\r\n", method.key());
    }
    out
}

/// Writes events of one `UID` as a calendar that keeps them: no method stands in it (RFC 4791, 4.1).
pub fn write_kept(events: &[Event]) -> String {
    finished(head(None), events)
}

/// Writes a calendar of these events. `name` is what programs call it; empty for a single appointment.
pub fn write(method: Method, name: &str, events: &[Event]) -> String {
    let mut out = head(Some(method));
    if !name.is_empty() {
        // The crate folds and escapes the lines of components, so that a name is written as one that is no component of ours.
        let plain: String = name.chars().filter(|letter| !letter.is_control()).take(60).collect();
        let _ = write!(
            out,
            "X-WR-CALNAME:{}\r\n",
            plain.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;")
        );
    }
    finished(out, events)
}

fn finished(mut out: String, events: &[Event]) -> String {
    zone::write(&mut out, events);
    for event in events {
        out.push_str(&component(event, events));
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

/// `beside` are all that are written: an occurrence for which one of them stands is not missing from its series.
fn component(event: &Event, beside: &[Event]) -> String {
    let mut written = Written::new();
    written.uid(&event.uid).sequence(event.sequence).summary(&event.summary);
    written.append_property(Property::new("DTSTAMP", utc(event.stamp)));
    written.append_property(moment("DTSTART", event, event.starts));
    written.append_property(moment("DTEND", event, event.ends));
    if let Some(replaces) = event.replaces {
        written.append_property(moment("RECURRENCE-ID", event, replaces));
    }
    if !event.rule.is_empty() {
        written.append_property(Property::new("RRULE", &event.rule));
    }
    let stands =
        |at: &Timestamp| beside.iter().any(|other| other.uid == event.uid && other.replaces == Some(*at));
    for except in event.except.iter().filter(|at| !stands(at)) {
        written.append_multi_property(moment("EXDATE", event, *except));
    }
    for (key, text) in [("DESCRIPTION", &event.description), ("LOCATION", &event.place), ("URL", &event.url)]
    {
        if !text.is_empty() {
            written.append_property(Property::new(key, text));
        }
    }
    written.append_property(Property::new("STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" }));
    if let Some(organizer) = &event.organizer {
        written.append_property(party("ORGANIZER", organizer));
    }
    for attendee in &event.attendees {
        let mut line = party("ATTENDEE", attendee);
        line.add_parameter("ROLE", "REQ-PARTICIPANT");
        let status = if attendee.status.is_empty() { "NEEDS-ACTION" } else { &attendee.status };
        line.add_parameter("PARTSTAT", status);
        if status == "NEEDS-ACTION" {
            line.add_parameter("RSVP", "TRUE");
        }
        written.append_multi_property(line);
    }
    let mut out = written.try_into_string().unwrap_or_default();
    if !event.alarms.is_empty() || !event.rest.is_empty() {
        out.truncate(out.len() - END.len());
        event.rest.iter().for_each(|line| raw::line(&mut out, line));
        event.alarms.iter().for_each(|before| raw::alarm(&mut out, *before, &event.summary));
        out.push_str(END);
    }
    out
}

const END: &str = "END:VEVENT\r\n";

fn party(key: &str, party: &Party) -> Property {
    let mut line = Property::new(key, format!("mailto:{}", party.address));
    // A quote cannot stand in a parameter (3.2).
    let name: String = party.name.chars().filter(|letter| *letter != '"' && !letter.is_control()).collect();
    if !name.is_empty() {
        line.add_parameter("CN", &name);
    }
    line
}

/// A day of whole days; of a series the hour on the wall; else the instant.
fn moment(key: &str, event: &Event, at: Timestamp) -> Property {
    let here = at.to_zoned(event.zone.clone()).datetime();
    if event.all_day {
        let mut line = Property::new(key, here.strftime("%Y%m%d").to_string());
        line.add_parameter("VALUE", "DATE");
        return line;
    }
    match event.zone.iana_name().filter(|_| by_the_wall(event)) {
        Some(name) => {
            let mut line = Property::new(key, here.strftime("%Y%m%dT%H%M%S").to_string());
            line.add_parameter("TZID", name);
            line
        }
        None => Property::new(key, utc(at)),
    }
}

/// It keeps its hour when clocks change: a series, and what stands for one of it.
fn by_the_wall(event: &Event) -> bool {
    !event.all_day
        && (!event.rule.is_empty() || event.replaces.is_some())
        && event.zone.iana_name() != Some("UTC")
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// What a calendar holds: what it was sent for, and its events. Hours without a zone are meant in `here`. `None` when it is no
/// calendar; an event without a beginning is left out.
pub fn read(text: &str, here: &TimeZone) -> Option<(Method, Vec<Event>)> {
    if text.len() > LONGEST {
        return None;
    }
    let unfolded = parser::unfold(text);
    let calendar = parser::read_calendar(&unfolded).ok()?;
    let method = calendar
        .properties
        .iter()
        .find(|line| line.name == "METHOD")
        .map(|line| line.val.as_str().to_uppercase());
    let method = match method.as_deref() {
        Some("REQUEST") => Method::Request,
        Some("REPLY") => Method::Reply,
        Some("CANCEL") => Method::Cancel,
        _ => Method::Publish,
    };
    let named = calendar.properties.iter().find(|line| line.name == "X-WR-TIMEZONE");
    let here = named.and_then(|line| zone::named(line.val.as_str())).unwrap_or_else(|| here.clone());
    let mut written = raw::components(text, "VEVENT").into_iter();
    let events = calendar.components.iter().filter(|component| component.name == "VEVENT");
    let events = events.filter_map(|component| {
        let whole = written.next().unwrap_or_default();
        Some(with_rest(event(component, &here)?, whole))
    });
    Some((method, events.collect()))
}

/// The event with its alarms and with what is not understood of it.
fn with_rest(mut event: Event, whole: raw::Raw) -> Event {
    let kept = |line: &String| !KNOWN.contains(&raw::name(line).as_str());
    event.rest = whole.lines.into_iter().filter(kept).collect();
    for inner in whole.within {
        match raw::before(&inner) {
            Some(before) => event.alarms.push(before),
            None => event.rest.extend(inner),
        }
    }
    event
}

fn event(component: &Parsed, here: &TimeZone) -> Option<Event> {
    let text =
        |key: &str| component.find_prop(key).map(|line| line.val.as_str().to_owned()).unwrap_or_default();
    let begins = component.find_prop("DTSTART")?;
    let (starts, all_day, zone) = instant(begins, here)?;
    let ends = component.find_prop("DTEND").and_then(|line| instant(line, here)).map(|(at, _, _)| at);
    let lasting = || duration(&text("DURATION")).and_then(|span| starts.checked_add(span).ok());
    let day = if all_day { SignedDuration::from_hours(24) } else { SignedDuration::ZERO };
    let ends = ends.or_else(lasting).or_else(|| starts.checked_add(day).ok())?;
    let lines = |key: &str| -> Vec<&Line> {
        component.properties.iter().filter(|line| line.name.as_str().eq_ignore_ascii_case(key)).collect()
    };
    let except = lines("EXDATE").into_iter().flat_map(|line| instants(line, here)).collect();
    let url = Some(text("URL")).filter(|url| !url.is_empty()).unwrap_or_else(|| text("X-GOOGLE-CONFERENCE"));
    Some(Event {
        uid: text("UID"),
        sequence: text("SEQUENCE").parse().unwrap_or(0),
        stamp: component
            .find_prop("DTSTAMP")
            .and_then(|line| instant(line, here))
            .map_or(starts, |(at, _, _)| at),
        starts,
        ends: ends.max(starts),
        all_day,
        zone,
        summary: text("SUMMARY"),
        description: text("DESCRIPTION"),
        place: text("LOCATION"),
        url,
        cancelled: text("STATUS").eq_ignore_ascii_case("CANCELLED"),
        rule: text("RRULE"),
        except,
        replaces: component
            .find_prop("RECURRENCE-ID")
            .and_then(|line| instant(line, here))
            .map(|(at, _, _)| at),
        organizer: component.find_prop("ORGANIZER").and_then(someone),
        attendees: lines("ATTENDEE").into_iter().filter_map(someone).collect(),
        alarms: Vec::new(),
        rest: Vec::new(),
    })
}

fn someone(line: &Line) -> Option<Party> {
    let said = line.val.as_str();
    let address =
        said.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")).map(|_| &said[7..])?;
    let of = |key: &str| parameter(line, key).unwrap_or_default().to_owned();
    Some(Party { address: address.to_owned(), name: of("CN"), status: of("PARTSTAT").to_uppercase() })
}

fn parameter<'l>(line: &'l Line, key: &str) -> Option<&'l str> {
    let found = line.params.iter().find(|parameter| parameter.key.as_str().eq_ignore_ascii_case(key))?;
    Some(found.val.as_ref()?.as_str().trim_matches('"'))
}

/// The instant, whether it is a day, and its zone.
fn instant(line: &Line, here: &TimeZone) -> Option<(Timestamp, bool, TimeZone)> {
    let zone = parameter(line, "TZID").and_then(zone::named).unwrap_or_else(|| here.clone());
    one(line.val.as_str().trim(), &zone)
}

/// The same of a whole content line.
fn instant_of(line: &str, here: &TimeZone) -> Option<(Timestamp, bool, TimeZone)> {
    let (name, value) = line.rsplit_once(':')?;
    let named = name.split(';').find_map(|part| part.strip_prefix("TZID="));
    let zone = named.and_then(zone::named).unwrap_or_else(|| here.clone());
    one(value.trim(), &zone)
}

fn instants(line: &Line, here: &TimeZone) -> Vec<Timestamp> {
    let zone = parameter(line, "TZID").and_then(zone::named).unwrap_or_else(|| here.clone());
    line.val.as_str().split(',').filter_map(|text| one(text.trim(), &zone)).map(|(at, _, _)| at).collect()
}

/// `20261123T100000Z`, `20261123T100000` or `20261123` (3.3.4, 3.3.5).
fn one(text: &str, zone: &TimeZone) -> Option<(Timestamp, bool, TimeZone)> {
    if let Some(utc) = text.strip_suffix(['Z', 'z']) {
        let at = DateTime::strptime("%Y%m%dT%H%M%S", utc).ok()?;
        return Some((at.to_zoned(TimeZone::UTC).ok()?.timestamp(), false, zone.clone()));
    }
    let (at, is_day) = match DateTime::strptime("%Y%m%dT%H%M%S", text) {
        Ok(at) => (at, false),
        Err(_) => (Date::strptime("%Y%m%d", text).ok()?.at(0, 0, 0, 0), true),
    };
    let zoned = zone.to_ambiguous_zoned(at).compatible().ok()?;
    Some((zoned.timestamp(), is_day, zone.clone()))
}

/// A duration (3.3.6), which ISO 8601 writes alike.
fn duration(text: &str) -> Option<SignedDuration> {
    let span: Span = text.trim_start_matches('+').parse().ok()?;
    let start = jiff::civil::date(2000, 1, 1);
    span.to_duration(start).ok().filter(|span| !span.is_negative())
}

#[cfg(test)]
mod tests;
