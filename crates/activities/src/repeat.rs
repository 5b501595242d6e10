//! Repeating by a rule of RFC 5545 (3.3.10), such as `FREQ=WEEKLY;BYDAY=MO`, through the `rrule` crate.

use jiff::{Span, tz::TimeZone};
use kernel::{
    Timestamp,
    clock::{DAY, HOUR},
};
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

/// Occurrences shown of one rule in one window.
const SHOWN: usize = 400;

/// The occurrences of a rule that begins at `start` which lie within a window, its end excluded.
pub fn between(
    rule: &str,
    start: Timestamp,
    zone: &TimeZone,
    window: (Timestamp, Timestamp),
) -> Vec<Timestamp> {
    let (from, to) = window;
    let Some(set) = set(rule, nearer(rule, start, zone, from), zone) else { return Vec::new() };
    let set = set.limit();
    let all = set.into_iter().map(|date| Timestamp::from_micros(date.timestamp_micros()));
    all.skip_while(|at| *at < from).take_while(|at| *at < to).take(SHOWN).collect()
}

/// The last occurrence; `None` of a rule without end.
pub fn last(rule: &str, start: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    if part(rule, "COUNT").is_none() && part(rule, "UNTIL").is_none() {
        return None;
    }
    let dates = set(rule, start, zone)?.all(MOST).dates;
    dates.last().map(|date| Timestamp::from_micros(date.timestamp_micros())).or(Some(start))
}

/// The same rule, over before this instant.
pub fn until(rule: &str, end: Timestamp) -> String {
    let kept = rule.split(';').filter(|part| {
        let name = part.split('=').next().unwrap_or_default();
        !name.eq_ignore_ascii_case("COUNT") && !name.eq_ignore_ascii_case("UNTIL")
    });
    let end = end.plus(-kernel::clock::SECOND).in_zone(&TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    kept.map(str::to_owned).chain([format!("UNTIL={end}")]).collect::<Vec<_>>().join(";")
}

/// The rule from its occurrence at `from` on: fewer where they are counted.
pub fn rest(rule: &str, start: Timestamp, zone: &TimeZone, from: Timestamp) -> String {
    let passed = || {
        set(rule, start, zone).map_or(0, |set| {
            set.all(MOST).dates.iter().filter(|date| date.timestamp_micros() < from.micros()).count()
        })
    };
    match part(rule, "COUNT") {
        Some(_) => counted_down(rule, u32::try_from(passed()).unwrap_or(u32::MAX)),
        None => rule.to_owned(),
    }
}

/// Days and weeks that are not counted are followed from a beginning near the window, a whole number of steps after the first:
/// walking through ten years of days for each look at a week is slow.
fn nearer(rule: &str, start: Timestamp, zone: &TimeZone, from: Timestamp) -> Timestamp {
    let days = match part(rule, "FREQ").map(str::to_ascii_uppercase).as_deref() {
        Some("DAILY") => 1,
        Some("WEEKLY") => 7,
        _ => return start,
    };
    let interval: i64 = part(rule, "INTERVAL").and_then(|text| text.parse().ok()).unwrap_or(1);
    let step = days * interval.max(1);
    let passed = (from.micros() - start.micros() - HOUR) / DAY;
    let steps = passed / step - 1;
    if steps <= 0 || part(rule, "COUNT").is_some() || part(rule, "BYSETPOS").is_some() {
        return start;
    }
    let begins = start.in_zone(zone).datetime().checked_add(Span::new().days(steps * step));
    begins.map_or(start, |begins| Timestamp::from_civil(begins, zone))
}

/// What a part of a rule says, such as its `COUNT`.
fn part<'r>(rule: &'r str, wanted: &str) -> Option<&'r str> {
    let parts = rule.split(';').filter_map(|part| part.split_once('='));
    parts
        .into_iter()
        .find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value.trim())
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
    fn the_occurrences_of_a_window_are_found_however_long_ago_the_rule_began() {
        let zone = TimeZone::get("Europe/Copenhagen").unwrap();
        let at = |y, m, d| Timestamp::from_civil(datetime(y, m, d, 9, 0, 0, 0), &zone);
        let check = |rule: &str, start: Timestamp, expected: &[Timestamp]| {
            assert_eq!(between(rule, start, &zone, (at(2026, 11, 2), at(2026, 11, 16))), expected, "{rule}");
        };
        // The second of November 2026 is a Monday; summer time has ended since the beginning.
        check("FREQ=WEEKLY", at(2016, 6, 6), &[at(2026, 11, 2), at(2026, 11, 9)]);
        check("FREQ=WEEKLY;INTERVAL=2", at(2026, 10, 26), &[at(2026, 11, 9)]);
        check("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", at(2026, 6, 9), &[at(2026, 11, 10), at(2026, 11, 12)]);
        check("FREQ=DAILY;INTERVAL=5", at(2026, 1, 1), &[at(2026, 11, 2), at(2026, 11, 7), at(2026, 11, 12)]);
        check("FREQ=MONTHLY;BYMONTHDAY=13", at(2020, 1, 13), &[at(2026, 11, 13)]);
        check("FREQ=WEEKLY;COUNT=3", at(2026, 10, 26), &[at(2026, 11, 2), at(2026, 11, 9)]);
        check("FREQ=WEEKLY;UNTIL=20261105T000000Z", at(2026, 1, 5), &[at(2026, 11, 2)]);
        // A day that never comes ends the search.
        check("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", at(2026, 1, 5), &[]);
    }

    #[test]
    fn a_step_near_the_window_says_the_same_as_walking_from_the_beginning() {
        let zone = TimeZone::get("Europe/Copenhagen").unwrap();
        let start = Timestamp::from_civil(datetime(2024, 2, 29, 23, 30, 0, 0), &zone);
        for rule in
            ["FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;INTERVAL=3"]
        {
            let walked: Vec<i64> = set(rule, start, &zone)
                .unwrap()
                .all(2_000)
                .dates
                .iter()
                .map(|date| date.timestamp_micros())
                .collect();
            for week in [0, 1, 4, 50, 130] {
                let from = start.plus(week * 7 * DAY);
                let to = from.plus(30 * DAY);
                let expected: Vec<Timestamp> = walked
                    .iter()
                    .map(|at| Timestamp::from_micros(*at))
                    .filter(|at| (from..to).contains(at))
                    .collect();
                assert_eq!(between(rule, start, &zone, (from, to)), expected, "{rule} in week {week}");
            }
        }
    }

    #[test]
    fn a_rule_is_cut_in_two() {
        let zone = TimeZone::UTC;
        let at = |d| Timestamp::from_civil(datetime(2026, 1, d, 9, 0, 0, 0), &zone);
        let all = (at(1), at(31));
        let check = |rule: &str| {
            let (before, after) = (until(rule, at(4)), rest(rule, at(1), &zone, at(4)));
            let mut both = between(&before, at(1), &zone, all);
            assert_eq!(both.len(), 3, "{before}");
            both.extend(between(&after, at(4), &zone, all));
            assert_eq!(both, between(rule, at(1), &zone, all), "{rule}");
        };
        check("FREQ=DAILY");
        check("FREQ=DAILY;COUNT=8");
        check("FREQ=DAILY;UNTIL=20260120T000000Z");
        assert_eq!(last("FREQ=DAILY;COUNT=8", at(1), &zone), Some(at(8)));
        assert_eq!(last("FREQ=DAILY", at(1), &zone), None);
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
