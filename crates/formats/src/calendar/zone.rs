//! Time zones of iCalendar: `VTIMEZONE`s (RFC 5545, 3.6.5) of the zones that events name, and the names that other programs use.

use std::fmt::Write;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{Event, by_the_wall};

/// Changes are written from a year before the first event until so many years after it.
const YEARS: i64 = 12;
const YEAR: i64 = 366 * 24;

/// The zones of what keeps its hour on the wall, each once.
pub(super) fn write(out: &mut String, events: &[Event]) {
    let mut written: Vec<&str> = Vec::new();
    for event in events.iter().filter(|event| by_the_wall(event)) {
        let Some(name) = event.zone.iana_name().filter(|name| !written.contains(name)) else { continue };
        let same = events.iter().filter(|other| by_the_wall(other) && other.zone.iana_name() == Some(name));
        let first = same.map(|other| other.starts).min().unwrap_or(event.starts);
        one(out, &event.zone, name, first);
        written.push(name);
    }
}

fn one(out: &mut String, zone: &TimeZone, name: &str, first: Timestamp) {
    let from = first.checked_sub(SignedDuration::from_hours(YEAR)).unwrap_or(Timestamp::MIN);
    let to = first.checked_add(SignedDuration::from_hours(YEARS * YEAR)).unwrap_or(Timestamp::MAX);
    let _ = write!(out, "BEGIN:VTIMEZONE\r\nTZID:{name}\r\n");
    let mut offset = zone.to_offset(from);
    change(out, offset.seconds(), offset.seconds(), &from.to_zoned(zone.clone()).datetime(), false);
    for transition in zone.following(from).take_while(|transition| transition.timestamp() < to) {
        // A change begins at what clocks showed before it.
        let begins = offset.to_datetime(transition.timestamp());
        change(out, offset.seconds(), transition.offset().seconds(), &begins, transition.dst().is_dst());
        offset = transition.offset();
    }
    out.push_str("END:VTIMEZONE\r\n");
}

fn change(out: &mut String, before: i32, after: i32, begins: &jiff::civil::DateTime, is_summer: bool) {
    let kind = if is_summer { "DAYLIGHT" } else { "STANDARD" };
    let _ = write!(
        out,
        "BEGIN:{kind}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nEND:{kind}\r\n",
        begins.strftime("%Y%m%dT%H%M%S"),
        offset(before),
        offset(after)
    );
}

/// `+0100` (3.3.14).
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// The zone of a name: of the IANA database, behind the prefix of a program, or one of those that Microsoft's programs write.
pub(super) fn named(name: &str) -> Option<TimeZone> {
    let name = name.trim_matches('"');
    let windows = WINDOWS.iter().find(|(theirs, _)| *theirs == name).map(|(_, ours)| *ours);
    let known = |name: &str| TimeZone::get(name).ok();
    windows.and_then(known).or_else(|| known(name)).or_else(|| {
        // `/citadel.org/20210210_1/Europe/Berlin`
        let mut parts: Vec<&str> = name.rsplit('/').take(2).collect();
        parts.reverse();
        (name.starts_with('/') && parts.len() == 2).then(|| known(&parts.join("/"))).flatten()
    })
}

/// From Unicode CLDR's `windowsZones`: those of the places Kartotek is read in, and of their neighbours.
const WINDOWS: &[(&str, &str)] = &[
    ("AUS Eastern Standard Time", "Australia/Sydney"),
    ("Arabian Standard Time", "Asia/Dubai"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Central Standard Time", "America/Chicago"),
    ("China Standard Time", "Asia/Shanghai"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("Eastern Standard Time", "America/New_York"),
    ("FLE Standard Time", "Europe/Kiev"),
    ("GMT Standard Time", "Europe/London"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Greenwich Standard Time", "Atlantic/Reykjavik"),
    ("India Standard Time", "Asia/Kolkata"),
    ("Mountain Standard Time", "America/Denver"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("Romance Standard Time", "Europe/Paris"),
    ("Russian Standard Time", "Europe/Moscow"),
    ("Singapore Standard Time", "Asia/Singapore"),
    ("Taipei Standard Time", "Asia/Taipei"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("Turkey Standard Time", "Europe/Istanbul"),
    ("UTC", "UTC"),
    ("W. Europe Standard Time", "Europe/Berlin"),
];
