//! Days as spreadsheets count them: since 1900, with a 29 February of that year that never was, or since 1904
//! (ECMA-376 part 1, 18.17.4.1).

use jiff::civil::{Date, DateTime, Time, date};

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    Year1900,
    Year1904,
}

const DAY: i64 = 86_400_000;
/// 31 December 9999.
const LAST: f64 = 2_958_466.0;

/// The day and time of a number; nothing when no day has it.
pub(super) fn moment(serial: f64, epoch: Epoch) -> Option<DateTime> {
    if !(0.0..LAST).contains(&serial) {
        return None;
    }
    let millis = (serial * DAY as f64).round() as i64;
    let (days, rest) = (millis.div_euclid(DAY), millis.rem_euclid(DAY));
    let first = match epoch {
        Epoch::Year1904 => date(1904, 1, 1),
        // Up to the day that never was, a day more has to be counted.
        Epoch::Year1900 if days < 60 => date(1899, 12, 31),
        Epoch::Year1900 => date(1899, 12, 30),
    };
    let day = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some(day.to_datetime(time(rest)?))
}

/// The time of day of a part of a day.
pub(super) fn time_of(serial: f64) -> Option<Time> {
    let millis = (serial.fract() * DAY as f64).round() as i64;
    time(millis.rem_euclid(DAY))
}

fn time(millis: i64) -> Option<Time> {
    let (seconds, rest) = (millis / 1000, millis % 1000);
    let part = |number: i64| i8::try_from(number).ok();
    let nanos = i32::try_from(rest * 1_000_000).ok()?;
    Time::new(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, nanos).ok()
}

/// Hours and minutes that may be more than a day: `36:15:00`.
pub(super) fn elapsed(serial: f64) -> String {
    let sign = if serial < 0.0 { "-" } else { "" };
    let seconds = (serial.abs() * 86_400.0).round() as i64;
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The number of a day and time, counted from 1900; nothing for days before March of that year, which spreadsheets
/// disagree about.
pub(super) fn serial(at: DateTime) -> Option<f64> {
    let day: Date = at.date();
    if day < date(1900, 3, 1) {
        return None;
    }
    let days = date(1899, 12, 30).until(day).ok()?.get_days();
    let time = at.time();
    let millis = i64::from(time.hour()) * 3_600_000
        + i64::from(time.minute()) * 60_000
        + i64::from(time.second()) * 1000
        + i64::from(time.millisecond());
    Some(f64::from(days) + millis as f64 / DAY as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_ways_of_counting_days_are_understood() {
        let check = |serial: f64, epoch: Epoch, expected: &str| {
            assert_eq!(
                moment(serial, epoch).map(|at| at.to_string()).as_deref(),
                Some(expected),
                "{serial} {epoch:?}"
            );
        };
        check(1.0, Epoch::Year1900, "1900-01-01T00:00:00");
        check(59.0, Epoch::Year1900, "1900-02-28T00:00:00");
        check(61.0, Epoch::Year1900, "1900-03-01T00:00:00");
        check(45_000.0, Epoch::Year1900, "2023-03-15T00:00:00");
        check(43_538.0, Epoch::Year1904, "2023-03-15T00:00:00");
        check(0.0, Epoch::Year1904, "1904-01-01T00:00:00");
        check(45_000.604_166_666_664, Epoch::Year1900, "2023-03-15T14:30:00");
        check(45_000.999_999_999, Epoch::Year1900, "2023-03-16T00:00:00");
        check(2_958_465.0, Epoch::Year1900, "9999-12-31T00:00:00");
        for strange in [-1.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(moment(strange, Epoch::Year1900), None);
        }
        assert_eq!(elapsed(1.5), "36:00:00");
        assert_eq!(serial(date(1900, 2, 28).at(0, 0, 0, 0)), None);
    }

    proptest! {
        #[test]
        fn a_written_moment_is_read_again(days in 61i32..2_958_465, millis in 0i64..DAY) {
            let at = date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).unwrap();
            let at = at.to_datetime(time(millis).unwrap());
            prop_assert_eq!(moment(serial(at).unwrap(), Epoch::Year1900), Some(at));
        }
    }
}
