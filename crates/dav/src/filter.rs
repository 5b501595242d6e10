//! Filters of queries (RFC 4791, 9.7 and RFC 6352, 10.5): what a program asks of the texts in a collection. They are held against
//! the texts that would be sent, so that a program finds what it would find itself.

use jiff::{civil::DateTime, tz::TimeZone};
use kernel::{Error, Result, Timestamp};

use crate::{
    collection::{Collection, Item, Kind},
    xml::{CALDAV, CARDDAV, Element},
};

/// A window of time.
pub(crate) type Window = (Timestamp, Timestamp);

/// One line of a text, unfolded.
struct Line<'t> {
    name: String,
    parameters: Vec<&'t str>,
    value: String,
}

fn unsupported() -> Error {
    Error::invalid("", "dav-filter-unknown")
}

/// Whether an appointment or a task satisfies the filter of a `calendar-query`.
pub(crate) fn of_calendar(
    filter: &Element,
    collection: &Collection,
    item: &Item,
    text: &str,
) -> Result<bool> {
    let whole = filter.child(CALDAV, "comp-filter").ok_or_else(unsupported)?;
    if whole.attribute("name") != Some("VCALENDAR") {
        return Ok(false);
    }
    let ours = if collection.kind == Kind::Tasks { "VTODO" } else { "VEVENT" };
    for part in whole.all(CALDAV, "comp-filter") {
        let named = part.attribute("name") == Some(ours);
        let absent = part.child(CALDAV, "is-not-defined").is_some();
        if named == absent {
            return Ok(false);
        }
        if named && !of_component(part, item, text)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn of_component(part: &Element, item: &Item, text: &str) -> Result<bool> {
    if let Some(range) = part.child(CALDAV, "time-range")
        && !item.falls(window(range)?)
    {
        return Ok(false);
    }
    let unfolded = unfolded(text);
    let lines = lines(&unfolded);
    for inner in part.all(CALDAV, "comp-filter") {
        let begins = format!("BEGIN:{}", inner.attribute("name").unwrap_or_default());
        let there = unfolded.lines().any(|line| line.eq_ignore_ascii_case(&begins));
        if there == inner.child(CALDAV, "is-not-defined").is_some() {
            return Ok(false);
        }
    }
    Ok(part.all(CALDAV, "prop-filter").all(|asked| of_property(asked, CALDAV, &lines)))
}

/// Whether a card satisfies the filter of an `addressbook-query`.
pub(crate) fn of_book(filter: &Element, text: &str) -> bool {
    let unfolded = unfolded(text);
    let lines = lines(&unfolded);
    let mut asked = filter.all(CARDDAV, "prop-filter").peekable();
    if asked.peek().is_none() {
        return true;
    }
    match filter.attribute("test") {
        Some("allof") => asked.all(|asked| of_property(asked, CARDDAV, &lines)),
        _ => asked.any(|asked| of_property(asked, CARDDAV, &lines)),
    }
}

fn of_property(asked: &Element, space: &str, lines: &[Line]) -> bool {
    let name = asked.attribute("name").unwrap_or_default();
    let mut found = lines.iter().filter(|line| line.name.eq_ignore_ascii_case(name));
    if asked.child(space, "is-not-defined").is_some() {
        return found.next().is_none();
    }
    // Either what stands in the value or what its parameters say; of calendars all that is asked.
    let all = space == CALDAV || asked.attribute("test") == Some("allof");
    let one = |line: &Line| {
        let texts = asked.all(space, "text-match").map(|text| matches(text, &line.value));
        let parameters = asked.all(space, "param-filter").map(|asked| of_parameter(asked, space, line));
        let mut answers = texts.chain(parameters).peekable();
        answers.peek().is_none() || if all { answers.all(|fits| fits) } else { answers.any(|fits| fits) }
    };
    found.any(one)
}

fn of_parameter(asked: &Element, space: &str, line: &Line) -> bool {
    let name = asked.attribute("name").unwrap_or_default();
    let value = line.parameters.iter().find_map(|parameter| {
        let (own, value) = parameter.split_once('=')?;
        own.eq_ignore_ascii_case(name).then(|| value.trim_matches('"'))
    });
    if asked.child(space, "is-not-defined").is_some() {
        return value.is_none();
    }
    value.is_some_and(|value| asked.all(space, "text-match").all(|text| matches(text, value)))
}

fn matches(asked: &Element, value: &str) -> bool {
    let exact = asked.attribute("collation") == Some("i;octet");
    // Whether an i has a dot is no difference to whoever looks for a name.
    let plain = |text: &str| text.to_lowercase().replace('ı', "i").replace('\u{307}', "");
    let folded = |text: &str| if exact { text.to_owned() } else { plain(text) };
    let (value, wanted) = (folded(value), folded(&asked.text));
    let fits = match asked.attribute("match-type") {
        Some("equals") => value == wanted,
        Some("starts-with") => value.starts_with(&wanted),
        Some("ends-with") => value.ends_with(&wanted),
        _ => value.contains(&wanted),
    };
    fits != (asked.attribute("negate-condition") == Some("yes"))
}

/// `start` and `end`, of which one may be missing.
pub(crate) fn window(range: &Element) -> Result<Window> {
    let at = |name: &str, missing: i64| match range.attribute(name) {
        None => Ok(Timestamp::from_micros(missing)),
        Some(text) => instant(text).ok_or_else(unsupported),
    };
    // From the beginning of our time to the year 9999.
    let (from, to) = (at("start", 0)?, at("end", 253_370_764_800_000_000)?);
    if from < to { Ok((from, to)) } else { Err(unsupported()) }
}

fn instant(text: &str) -> Option<Timestamp> {
    let civil = DateTime::strptime("%Y%m%dT%H%M%S", text.strip_suffix('Z')?).ok()?;
    Some(Timestamp::from_civil(civil, &TimeZone::UTC))
}

fn unfolded(text: &str) -> String {
    text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
}

fn lines(unfolded: &str) -> Vec<Line<'_>> {
    let colon = |line: &str| {
        let mut quoted = false;
        line.find(|letter| {
            quoted ^= letter == '"';
            letter == ':' && !quoted
        })
    };
    unfolded
        .lines()
        .filter_map(|text| {
            let colon = colon(text)?;
            let mut parts = text[..colon].split(';');
            let name = parts.next().unwrap_or_default();
            // A group stands before the name of a card's property.
            let name = name.rsplit('.').next().unwrap_or_default().to_owned();
            Some(Line { name, parameters: parts.collect(), value: plain(&text[colon + 1..]) })
        })
        .collect()
}

fn plain(value: &str) -> String {
    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml;

    const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Çağla\r\n  Işık\r\nitem1.EMAIL;TYPE=\"work\":cagla@x.example\r\nNOTE:One\\, two\r\nEND:VCARD\r\n";

    fn book(filter: &str) -> bool {
        let root = format!("<filter xmlns=\"{CARDDAV}\" {filter}</filter>");
        of_book(&xml::read(root.as_bytes()).unwrap().unwrap(), CARD)
    }

    #[test]
    fn cards_are_found_by_what_stands_in_them() {
        assert!(book("><prop-filter name=\"FN\"><text-match>çağla ış</text-match></prop-filter>"));
        assert!(!book(
            "><prop-filter name=\"FN\"><text-match match-type=\"equals\">çağla</text-match></prop-filter>"
        ));
        assert!(book(
            "><prop-filter name=\"FN\"><text-match match-type=\"starts-with\">çağ</text-match></prop-filter>"
        ));
        assert!(book(
            "><prop-filter name=\"EMAIL\"><param-filter name=\"type\"><text-match>WORK</text-match></param-filter></prop-filter>"
        ));
        assert!(book("><prop-filter name=\"TEL\"><is-not-defined/></prop-filter>"));
        assert!(book("><prop-filter name=\"NOTE\"><text-match>one, two</text-match></prop-filter>"));
        assert!(book(">"));
        let two = "<prop-filter name=\"FN\"/><prop-filter name=\"TEL\"/>";
        assert!(book(&format!("test=\"anyof\">{two}")));
        assert!(!book(&format!("test=\"allof\">{two}")));
        assert!(!book(
            "><prop-filter name=\"FN\"><text-match negate-condition=\"yes\">çağla</text-match></prop-filter>"
        ));
    }

    #[test]
    fn a_window_has_a_beginning_before_its_end() {
        let of = |attributes: &str| {
            let range = format!("<time-range {attributes}/>");
            window(&xml::read(range.as_bytes()).unwrap().unwrap())
        };
        let (from, to) = of("start=\"20261123T000000Z\" end=\"20261124T000000Z\"").unwrap();
        assert_eq!(to.micros() - from.micros(), kernel::clock::DAY);
        assert!(of("start=\"20261123T000000Z\"").is_ok());
        assert!(of("start=\"20261123T000000Z\" end=\"20261123T000000Z\"").is_err());
        assert!(of("start=\"tomorrow\"").is_err());
    }
}
