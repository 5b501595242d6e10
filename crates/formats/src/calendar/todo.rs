//! Tasks as iCalendar has them (`VTODO`, RFC 5545, 3.6.2).

use std::fmt::Write;

use jiff::{Timestamp, tz::TimeZone};

use super::{
    instant_of,
    raw::{self, Raw},
    utc,
};

/// One `VTODO`.
#[derive(Debug, Clone, PartialEq)]
pub struct Todo {
    pub uid: String,
    pub sequence: u32,
    pub stamp: Timestamp,
    pub summary: String,
    pub description: String,
    pub due: Option<Timestamp>,
    /// The day it is due, not the hour, in this zone.
    pub due_day: bool,
    pub zone: TimeZone,
    pub completed: Option<Timestamp>,
    pub cancelled: bool,
    /// From 1, the highest, to 9; 0 when nobody said.
    pub priority: u8,
    /// `RRULE`; empty when it is done once.
    pub rule: String,
    /// Seconds before it is due.
    pub alarms: Vec<i64>,
    /// Lines that nobody here understands, to be written again.
    pub rest: Vec<String>,
}

/// What is understood, or would not be true any more when it is written again.
const KNOWN: &[&str] = &[
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SUMMARY",
    "DESCRIPTION",
    "DUE",
    "COMPLETED",
    "STATUS",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "RRULE",
];

/// Writes a calendar of this one task.
pub fn write_todo(todo: &Todo) -> String {
    let mut out = String::from(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kartotek//Kartotek//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VTODO\r\n",
    );
    raw::line(&mut out, &format!("UID:{}", todo.uid));
    let _ = write!(out, "DTSTAMP:{}\r\nSEQUENCE:{}\r\n", utc(todo.stamp), todo.sequence);
    raw::line(&mut out, &format!("SUMMARY:{}", raw::escaped(&todo.summary)));
    if !todo.description.is_empty() {
        raw::line(&mut out, &format!("DESCRIPTION:{}", raw::escaped(&todo.description)));
    }
    match todo.due {
        Some(due) if todo.due_day => {
            let _ = write!(
                out,
                "DUE;VALUE=DATE:{}\r\n",
                due.to_zoned(todo.zone.clone()).datetime().strftime("%Y%m%d")
            );
        }
        Some(due) => {
            let _ = write!(out, "DUE:{}\r\n", utc(due));
        }
        None => {}
    }
    let state = match (todo.completed, todo.cancelled) {
        (Some(at), _) => format!("STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:{}", utc(at)),
        (None, true) => "STATUS:CANCELLED".to_owned(),
        (None, false) => "STATUS:NEEDS-ACTION".to_owned(),
    };
    let _ = write!(out, "{state}\r\n");
    if todo.priority > 0 {
        let _ = write!(out, "PRIORITY:{}\r\n", todo.priority);
    }
    if !todo.rule.is_empty() {
        raw::line(&mut out, &format!("RRULE:{}", todo.rule));
    }
    todo.rest.iter().for_each(|line| raw::line(&mut out, line));
    todo.alarms.iter().for_each(|before| raw::alarm(&mut out, *before, &todo.summary));
    out.push_str("END:VTODO\r\nEND:VCALENDAR\r\n");
    out
}

/// The tasks that a calendar holds. Hours without a zone are meant in `here`.
pub fn read_todos(text: &str, here: &TimeZone) -> Vec<Todo> {
    if text.len() > super::LONGEST {
        return Vec::new();
    }
    raw::components(text, "VTODO").iter().map(|one| todo(one, here)).collect()
}

fn todo(found: &Raw, here: &TimeZone) -> Todo {
    let text = |key: &str| raw::value(&found.lines, key).map(raw::unescaped).unwrap_or_default();
    let instant = |key: &str| {
        let line = found.lines.iter().find(|line| raw::name(line) == key)?;
        instant_of(line, here)
    };
    let due = instant("DUE");
    let status = text("STATUS").to_ascii_uppercase();
    let stamp = instant("DTSTAMP").map_or(Timestamp::UNIX_EPOCH, |(at, _, _)| at);
    let done = instant("COMPLETED").map(|(at, _, _)| at);
    let mut alarms = Vec::new();
    let kept = |line: &&String| !KNOWN.contains(&raw::name(line).as_str());
    let mut rest: Vec<String> = found.lines.iter().filter(kept).cloned().collect();
    for inner in &found.within {
        match raw::before(inner) {
            Some(before) => alarms.push(before),
            None => rest.extend(inner.iter().cloned()),
        }
    }
    Todo {
        uid: text("UID"),
        sequence: text("SEQUENCE").parse().unwrap_or(0),
        stamp,
        summary: text("SUMMARY"),
        description: text("DESCRIPTION"),
        due: due.as_ref().map(|(at, _, _)| *at),
        due_day: due.as_ref().is_some_and(|(_, is_day, _)| *is_day),
        zone: due.map_or_else(|| here.clone(), |(_, _, zone)| zone),
        // Some programs say that it is done and not when.
        completed: done
            .filter(|_| status != "NEEDS-ACTION")
            .or_else(|| (status == "COMPLETED").then_some(stamp)),
        cancelled: status == "CANCELLED",
        priority: text("PRIORITY").parse().unwrap_or(0),
        rule: text("RRULE"),
        alarms,
        rest,
    }
}
