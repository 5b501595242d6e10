//! Times of day, and days with a time, as people type them.

use jiff::{Span, civil};
use kernel::{
    Timestamp,
    clock::{HOUR, MINUTE},
};

use crate::{
    Locale,
    parse_date::{Unit, chinese_digits, relative_span},
    tokens::fold,
};

/// When a day begins for somebody who names no time.
const MORNING: civil::Time = civil::time(9, 0, 0, 0);

impl Locale {
    /// `14:30`, `14.30`, `1430`, `9`, `2pm`, `kl. 14`, `下午2点半`.
    pub fn parse_time(&self, text: &str) -> Result<civil::Time, ()> {
        time_of(&fold(text)).ok_or(())
    }

    /// A day with or without a time (nine o'clock), a time alone (today, or tomorrow if it has passed), a span (`in 2
    /// hours`), or an instant of RFC 3339; otherwise in the reader's time zone.
    pub fn parse_date_time(&self, text: &str, now: Timestamp) -> Result<Timestamp, ()> {
        if let Ok(instant) = text.trim().parse::<jiff::Timestamp>() {
            return Ok(Timestamp::from_micros(instant.as_microsecond()));
        }
        let folded = fold(text);
        let folded = folded.trim();
        if let Some((count, unit @ (Unit::Hour | Unit::Minute))) = relative_span(folded) {
            return Ok(now.plus(count * if unit == Unit::Hour { HOUR } else { MINUTE }));
        }
        let here = self.civil(now);
        let at = self.day_and_time(folded, here).ok_or(())?;
        Ok(Timestamp::from_civil(at, &self.locality().time_zone))
    }

    fn day_and_time(&self, folded: &str, here: civil::DateTime) -> Option<civil::DateTime> {
        if let Ok(day) = self.parse_date(folded, here.date()) {
            return Some(day.to_datetime(MORNING));
        }
        if let Some(time) = time_of(folded) {
            let today = here.date().to_datetime(time);
            return if today > here { Some(today) } else { today.checked_add(Span::new().days(1)).ok() };
        }
        breaks(folded).find_map(|(first, second)| {
            let day_first = || Some((self.parse_date(first, here.date()).ok()?, time_of(second)?));
            let time_first = || Some((self.parse_date(second, here.date()).ok()?, time_of(first)?));
            let (day, time) = day_first().or_else(time_first)?;
            Some(day.to_datetime(time))
        })
    }
}

/// Where a day and its time may part: at spaces and commas, at ISO's T, and anywhere in Chinese.
fn breaks(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = |c: char| c.is_whitespace() || c == ',';
    let bounds = text.char_indices().skip(1).filter_map(move |(at, c)| {
        let (first, second) = text.split_at(at);
        let before = first.chars().next_back()?;
        if c == 't' && before.is_ascii_digit() && second[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return Some((first, &second[1..]));
        }
        let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        (parts(before) || chinese(c) || chinese(before)).then_some((first, second))
    });
    bounds.map(move |(first, second)| (first.trim_matches(parts), second.trim_matches(parts)))
}

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

/// A time in folded text; every character must belong to it.
fn time_of(folded: &str) -> Option<civil::Time> {
    let western = from_chinese(folded);
    let text = western.as_deref().unwrap_or(folded).trim();
    match text {
        "noon" => return civil::Time::new(12, 0, 0, 0).ok(),
        "midnight" => return Some(civil::Time::midnight()),
        _ => {}
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let before = half_named(&text[..start])?;
    let after = half_named(&text[end..])?;
    let (hour, minute, second) = clock(&text[start..end])?;
    let hour = match (before.or(after), hour) {
        (Some(Half::Morning), 12) => 0,
        (Some(Half::Afternoon), 1..12) => hour + 12,
        _ => hour,
    };
    civil::Time::new(hour, minute, second, 0).ok()
}

fn clock(digits: &str) -> Option<(i8, i8, i8)> {
    let parts: Vec<&str> = digits.split([':', '.', 'h']).map(str::trim).collect();
    let number = |text: &str| text.parse::<i8>().ok().filter(|_| text.len() <= 2);
    let two_digits = |text: &str| number(text).filter(|_| text.len() == 2);
    match parts[..] {
        [hour] if hour.len() <= 2 => Some((number(hour)?, 0, 0)),
        [compact] if compact.len() == 3 || compact.len() == 4 => {
            let (hour, minute) = compact.split_at_checked(compact.len() - 2)?;
            Some((number(hour)?, number(minute)?, 0))
        }
        [hour, minute] => Some((number(hour)?, two_digits(minute)?, 0)),
        [hour, minute, second] => Some((number(hour)?, two_digits(minute)?, two_digits(second)?)),
        _ => None,
    }
}

/// Which half of the day the words around a time name, if they are words of time at all.
fn half_named(around: &str) -> Option<Option<Half>> {
    let around = around.replace('.', "");
    let words = around.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "am" | "a m" | "a" | "fm" | "sabah" | "ogleden once" | "сутринта" => {
            Some(Some(Half::Morning))
        }
        "pm" | "p m" | "p" | "em" | "aksam" | "ogleden sonra" | "следобед" | "вечерта" => {
            Some(Some(Half::Afternoon))
        }
        "" | "kl" | "klokken" | "klockan" | "at" | "@" | "saat" | "в" | "ч" | "часа" | "h" | "o'clock"
        | "oclock" => Some(None),
        _ => None,
    }
}

/// `下午2点半` as `2:30 pm`.
fn from_chinese(folded: &str) -> Option<String> {
    if folded.is_ascii() || !folded.contains(['点', '时', '午', '上', '晨']) {
        return None;
    }
    let folded = chinese_digits(folded);
    let halves =
        [("上午", "am"), ("早上", "am"), ("凌晨", "am"), ("中午", ""), ("下午", "pm"), ("晚上", "pm")];
    let (rest, half) = halves
        .into_iter()
        .find_map(|(word, half)| folded.strip_prefix(word).map(|rest| (rest, half)))
        .unwrap_or((folded.as_str(), ""));
    if rest.is_empty() {
        return (folded == "中午").then(|| "noon".to_owned());
    }
    let time = match rest.split_once("点").or_else(|| rest.split_once('时')) {
        Some((hour, minute)) => match minute.trim_end_matches('分') {
            "" | "整" | "钟" => format!("{hour}:00"),
            "半" => format!("{hour}:30"),
            "1刻" => format!("{hour}:15"),
            "3刻" => format!("{hour}:45"),
            minute => format!("{hour}:{minute:0>2}"),
        },
        None => rest.to_owned(),
    };
    Some(format!("{time} {half}"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::locale::tests::reader;

    #[track_caller]
    fn check_time(text: &str, expected: Option<(i8, i8)>) {
        let time = reader("en-GB").parse_time(text).ok();
        assert_eq!(time.map(|time| (time.hour(), time.minute())), expected, "{text}");
    }

    #[test]
    fn times_are_read_in_many_ways() {
        for (text, expected) in [
            ("14:30", Some((14, 30))),
            ("14.30", Some((14, 30))),
            ("14h30", Some((14, 30))),
            ("14:30:05", Some((14, 30))),
            ("1430", Some((14, 30))),
            ("930", Some((9, 30))),
            ("9", Some((9, 0))),
            ("0:05", Some((0, 5))),
            ("2pm", Some((14, 0))),
            ("2 PM", Some((14, 0))),
            ("2:30 p.m.", Some((14, 30))),
            ("12 am", Some((0, 0))),
            ("12pm", Some((12, 0))),
            ("kl. 14.30", Some((14, 30))),
            ("kl 9", Some((9, 0))),
            ("saat 14:30", Some((14, 30))),
            ("öğleden sonra 2", Some((14, 0))),
            ("14:30 ч.", Some((14, 30))),
            ("下午2点", Some((14, 0))),
            ("下午两点半", Some((14, 30))),
            ("上午九点三十分", Some((9, 30))),
            ("下午2:05", Some((14, 5))),
            ("１４：３０", Some((14, 30))),
            ("二十一点", Some((21, 0))),
            ("noon", Some((12, 0))),
            ("24:00", None),
            ("14:60", None),
            ("14:5", None),
            ("12345", None),
            ("soon", None),
            ("9 apples", None),
            ("", None),
        ] {
            check_time(text, expected);
        }
    }

    #[track_caller]
    fn check(reading: &str, text: &str, expected: Option<civil::DateTime>) {
        let reader = reader(reading);
        // A Wednesday.
        let now = Timestamp::from_civil(date(2026, 11, 18).at(15, 0, 0, 0), &reader.locality().time_zone);
        let read = reader.parse_date_time(text, now).ok().map(|at| reader.civil(at));
        assert_eq!(read, expected, "{text} in {reading}");
    }

    #[test]
    fn a_day_and_a_time_are_read_together() {
        let on = |day: i8, hour: i8, minute: i8| Some(date(2026, 11, day).at(hour, minute, 0, 0));
        for (reading, text, expected) in [
            ("en-GB", "tomorrow", on(19, 9, 0)),
            ("en-GB", "tomorrow at 3pm", on(19, 15, 0)),
            ("en-GB", "22/11 14:30", on(22, 14, 30)),
            ("en-GB", "3pm tomorrow", on(19, 15, 0)),
            ("en-GB", "16:00", on(18, 16, 0)),
            ("en-GB", "14:00", on(19, 14, 0)),
            ("en-GB", "friday 9", on(20, 9, 0)),
            ("en-GB", "in 2 hours", on(18, 17, 0)),
            ("en-GB", "in 30 min", on(18, 15, 30)),
            ("en-GB", "in 3 days 14:00", on(21, 14, 0)),
            ("en-GB", "2026-11-22T14:30", on(22, 14, 30)),
            ("en-GB", "2026-11-22T14:30:00Z", on(22, 15, 30)),
            ("en-US", "Nov 22, 2026, 2:02\u{202f}PM", on(22, 14, 2)),
            ("da-DK", "i morgen kl. 14", on(19, 14, 0)),
            ("da-DK", "22. nov. 2026, 14.02", on(22, 14, 2)),
            ("sv-SE", "22 nov. 2026 14:02", on(22, 14, 2)),
            ("tr-TR", "yarın saat 14:30", on(19, 14, 30)),
            ("bg-BG", "утре в 14:30", on(19, 14, 30)),
            ("bg-BG", "след 2 часа", on(18, 17, 0)),
            ("zh-CN", "明天下午3点", on(19, 15, 0)),
            ("zh-CN", "2026年11月22日 14:02", on(22, 14, 2)),
            ("zh-CN", "11月22日下午两点半", on(22, 14, 30)),
            ("en-GB", "", None),
            ("en-GB", "tomorrow or so", None),
            ("en-GB", "22/11 25:00", None),
        ] {
            check(reading, text, expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_can_be_typed(micros in 0i64..4_000_000_000_000_000) {
            let minute = Timestamp::from_micros(micros - micros % MINUTE);
            for reading in ["en-GB", "en-US", "en-BG", "da-DK", "sv-SE", "tr-TR", "bg-BG", "zh-CN"] {
                let reader = reader(reading);
                let read = reader.parse_date_time(&reader.date_time(minute), Timestamp::default());
                // An hour that the clock shows twice in autumn is the first of the two.
                let apart = read.map(|read| (read.micros() - minute.micros()).abs());
                proptest::prop_assert!(matches!(apart, Ok(0 | HOUR)), "{}", reader.date_time(minute));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            reader("zh-CN").parse_time(&text).ok();
            reader("en-US").parse_date_time(&text, Timestamp::default()).ok();
        }
    }
}
