//! Content lines as they stand in a calendar (RFC 5545, 3.1): what we do not understand is kept as lines and written again.

use std::fmt::Write;

use icalendar::parser;

/// The longest line in octets, its end excluded.
const WIDTH: usize = 75;

/// One component as it was written: its own lines, and those of the components within it, each with its beginning and end.
#[derive(Debug, Default)]
pub(super) struct Raw {
    pub(super) lines: Vec<String>,
    pub(super) within: Vec<Vec<String>>,
}

/// The components of this name that a calendar holds, in their order.
pub(super) fn components(text: &str, name: &str) -> Vec<Raw> {
    let (begin, end) = (format!("BEGIN:{name}"), format!("END:{name}"));
    let (mut found, mut depth) = (Vec::<Raw>::new(), 0usize);
    for line in parser::unfold(text).lines() {
        let line = line.trim_end_matches('\r');
        if depth == 0 {
            if line.eq_ignore_ascii_case(&begin) {
                found.push(Raw::default());
                depth = 1;
            }
            continue;
        }
        if depth == 1 && line.eq_ignore_ascii_case(&end) {
            depth = 0;
            continue;
        }
        let Some(current) = found.last_mut() else { continue };
        let opens = starts(line, "BEGIN:");
        if opens && depth == 1 {
            current.within.push(Vec::new());
        }
        match current.within.last_mut().filter(|_| depth > 1 || opens) {
            Some(inner) => inner.push(line.to_owned()),
            None if !line.is_empty() => current.lines.push(line.to_owned()),
            None => {}
        }
        depth += usize::from(opens);
        if starts(line, "END:") {
            depth -= 1;
        }
    }
    found
}

pub(super) fn starts(line: &str, word: &str) -> bool {
    line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The name of a line's property, in upper case.
pub(super) fn name(line: &str) -> String {
    line.split([';', ':']).next().unwrap_or_default().to_ascii_uppercase()
}

/// The value of a line whose property has this name.
pub(super) fn value<'l>(lines: &'l [String], wanted: &str) -> Option<&'l str> {
    let line = lines.iter().find(|line| name(line) == wanted)?;
    line.split_once(':').map(|(_, value)| value)
}

/// Writes a line, folded.
pub(super) fn line(out: &mut String, line: &str) {
    let mut rest = line;
    let mut room = WIDTH;
    while rest.len() > room {
        let cut = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(room);
        let _ = write!(out, "{}\r\n ", &rest[..cut]);
        rest = &rest[cut..];
        // The space that continues a line counts.
        room = WIDTH - 1;
    }
    let _ = write!(out, "{rest}\r\n");
}

/// A text as a value (3.3.11).
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The way back.
pub(super) fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (letter, false) => out.push(letter),
        }
    }
    out
}

/// Seconds before the beginning at which a plain alarm goes off; `None` for those that do more or go off otherwise.
pub(super) fn before(alarm: &[String]) -> Option<i64> {
    let action = value(alarm, "ACTION")?.to_ascii_uppercase();
    let trigger = alarm.iter().find(|line| name(line) == "TRIGGER")?;
    let (parameters, span) = trigger.split_once(':')?;
    let plain = !parameters.to_ascii_uppercase().contains("RELATED=END") && !parameters.contains("DATE-TIME");
    if !plain || !matches!(action.as_str(), "DISPLAY" | "AUDIO") {
        return None;
    }
    let (sign, span) = match span.trim().strip_prefix('-') {
        Some(span) => (1, span),
        None => (-1, span.trim()),
    };
    let seconds = super::duration(span)?.as_secs() * sign;
    (seconds >= 0).then_some(seconds)
}

/// Writes an alarm that is shown so many seconds before the beginning.
pub(super) fn alarm(out: &mut String, before: i64, text: &str) {
    let text = if text.trim().is_empty() { "-".to_owned() } else { escaped(text) };
    out.push_str("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
    line(out, &format!("DESCRIPTION:{text}"));
    let _ = write!(out, "TRIGGER:-{}\r\nEND:VALARM\r\n", span(before));
}

/// `PT10M`, `PT1H`, `P1D` (3.3.6).
fn span(seconds: i64) -> String {
    match seconds {
        0 => "PT0S".to_owned(),
        _ if seconds % 86_400 == 0 => format!("P{}D", seconds / 86_400),
        _ if seconds % 3_600 == 0 => format!("PT{}H", seconds / 3_600),
        _ if seconds % 60 == 0 => format!("PT{}M", seconds / 60),
        _ => format!("PT{seconds}S"),
    }
}
