//! Repeating by a rule of RFC 5545 (3.3.10), such as `FREQ=WEEKLY;BYDAY=MO`, through the `rrule` crate.

use jiff::tz::TimeZone;
use kernel::Timestamp;
use rrule::RRuleSet;

/// The rules a form offers, by the key of their text.
pub const OFFERED: &[(&str, &str)] = &[
    ("repeat-daily", "FREQ=DAILY"),
    ("repeat-weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("repeat-weekly", "FREQ=WEEKLY"),
    ("repeat-fortnightly", "FREQ=WEEKLY;INTERVAL=2"),
    ("repeat-monthly", "FREQ=MONTHLY"),
    ("repeat-quarterly", "FREQ=MONTHLY;INTERVAL=3"),
    ("repeat-yearly", "FREQ=YEARLY"),
];

/// Occurrences looked at before a rule counts as over: fifty years of days.
const MOST: u16 = 18_300;

/// The rule can be followed.
pub fn understood(rule: &str) -> bool {
    let start = Timestamp::from_micros(1_767_258_000_000_000);
    rule.len() <= 200 && !rule.contains(['\n', '\r']) && set(rule, start, &TimeZone::UTC).is_some()
}

/// The first occurrence after `due` that is not past, and the rule for those after it (`COUNT` goes down).
/// `None` when the rule is over.
pub fn next(rule: &str, due: Timestamp, now: Timestamp, zone: &TimeZone) -> Option<(Timestamp, String)> {
    let set = set(rule, due, zone)?;
    let today = Timestamp::from_civil(now.in_zone(zone).date().at(0, 0, 0, 0), zone);
    for (passed, date) in (0..).zip(set.all(MOST).dates) {
        let at = Timestamp::from_micros(date.timestamp_micros());
        if at > due && at >= today {
            return Some((at, counted_down(rule, passed)));
        }
    }
    None
}

fn set(rule: &str, start: Timestamp, zone: &TimeZone) -> Option<RRuleSet> {
    let written =
        |zone: &TimeZone, mark: &str| start.in_zone(zone).strftime("%Y%m%dT%H%M%S").to_string() + mark;
    let here =
        zone.iana_name().map(|name| format!("DTSTART;TZID={name}:{}\nRRULE:{rule}", written(zone, "")));
    let named = here.and_then(|text| text.parse().ok());
    // A zone without a name, or one the library does not know, repeats in UTC.
    named.or_else(|| format!("DTSTART:{}\nRRULE:{rule}", written(&TimeZone::UTC, "Z")).parse().ok())
}

/// `COUNT=5` becomes `COUNT=4` after one.
fn counted_down(rule: &str, passed: u32) -> String {
    let part = |part: &str| match part.split_once('=') {
        Some((name, count)) if name.eq_ignore_ascii_case("COUNT") => {
            format!("COUNT={}", count.parse::<u32>().unwrap_or(1).saturating_sub(passed).max(1))
        }
        _ => part.to_owned(),
    };
    rule.split(';').map(part).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn the_next_occurrence_keeps_the_hour_of_the_wall_clock() {
        let zone = TimeZone::get("Europe/Copenhagen").unwrap();
        let at = |y, m, d| Timestamp::from_civil(datetime(y, m, d, 9, 0, 0, 0), &zone);
        let check = |rule: &str, due: Timestamp, now: Timestamp, expected: Option<Timestamp>| {
            assert_eq!(next(rule, due, now, &zone).map(|(at, _)| at), expected, "{rule}");
        };
        // Summer time ends on 25 October 2026.
        check("FREQ=WEEKLY", at(2026, 10, 23), at(2026, 10, 23), Some(at(2026, 10, 30)));
        check("FREQ=MONTHLY;BYMONTHDAY=-1", at(2026, 1, 31), at(2026, 1, 31), Some(at(2026, 2, 28)));
        // What was missed is not caught up one by one.
        check("FREQ=DAILY", at(2026, 10, 1), at(2026, 11, 22), Some(at(2026, 11, 22)));
        check("FREQ=DAILY;COUNT=1", at(2026, 10, 1), at(2026, 10, 1), None);
        check("FREQ=YEARLY;UNTIL=20261231T000000Z", at(2026, 3, 1), at(2026, 3, 1), None);
    }

    #[test]
    fn counted_rules_come_to_an_end() {
        let zone = TimeZone::UTC;
        let due = Timestamp::from_civil(datetime(2026, 1, 1, 9, 0, 0, 0), &zone);
        let (second, rest) = next("FREQ=DAILY;COUNT=3", due, due, &zone).unwrap();
        let (third, rest) = next(&rest, second, second, &zone).unwrap();
        assert_eq!(rest, "FREQ=DAILY;COUNT=1");
        assert!(next(&rest, third, third, &zone).is_none());
    }

    #[test]
    fn rules_are_checked() {
        for (_, rule) in OFFERED {
            assert!(understood(rule), "{rule}");
        }
        assert!(!understood("every now and then"));
        assert!(!understood("FREQ=WEEKLY\nRRULE:FREQ=DAILY"));
    }
}
