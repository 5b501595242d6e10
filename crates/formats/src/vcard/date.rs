//! A day whose year may be unknown, in all the ways cards write it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A day of a year, or of every year. Always a day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    pub year: Option<i16>,
    pub month: u8,
    pub day: u8,
}

/// Apple's year for "no year".
pub(super) const NO_YEAR: i16 = 1604;

impl PartialDate {
    /// Nothing if there is no such day; 29 February needs no year.
    pub fn new(year: Option<i16>, month: u8, day: u8) -> Option<PartialDate> {
        let (month_number, day_number) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year.unwrap_or(2000), month_number, day_number).ok()?;
        if year.is_some_and(|year| year < 1) {
            return None;
        }
        Some(PartialDate { year, month, day })
    }

    /// `19800412`, `1980-04-12`, `--0412`, `--04-12`, with or without a time after it; also `12.04.1980`,
    /// `1980/4/12` and `1980年4月12日`. A year of `no_year` or 1604 is none.
    pub fn parse(text: &str, no_year: Option<i16>) -> Option<PartialDate> {
        let date = parse_any(text.trim())?;
        let is_none = date.year == Some(NO_YEAR) || (no_year.is_some() && date.year == no_year);
        if is_none { PartialDate::new(None, date.month, date.day) } else { Some(date) }
    }

    /// `1980-04-12`; without a year, with Apple's instead of it.
    pub(super) fn extended(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year.unwrap_or(NO_YEAR), self.month, self.day)
    }

    /// RFC 6350: `19800412`, `--0412`.
    pub(super) fn basic(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}{:02}{:02}", self.month, self.day),
            None => format!("--{:02}{:02}", self.month, self.day),
        }
    }
}

fn parse_any(text: &str) -> Option<PartialDate> {
    let date = text.split(['T', 't', ' ']).next().unwrap_or_default().trim_end_matches(['Z', 'z']);
    if let Some(yearless) = date.strip_prefix("--") {
        let digits = yearless.replacen('-', "", 1);
        return match numbers(&digits, &[2, 2])?[..] {
            [month, day] => build(None, month, day),
            _ => None,
        };
    }
    if let Some([year, month, day]) = numbers(date, &[4, 2, 2]).as_deref() {
        return build(Some(*year), *month, *day);
    }
    let parts: Vec<&str> =
        date.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return None };
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    if first.len() == 4 {
        return build(Some(a), b, c);
    }
    // With points the day comes first; with strokes only a number above 12 tells.
    match third.len() {
        4 if date.contains('.') || (a > 12 && b <= 12) => build(Some(c), b, a),
        4 if b > 12 => build(Some(c), a, b),
        _ => None,
    }
}

fn build(year: Option<u16>, month: u16, day: u16) -> Option<PartialDate> {
    let year = year.map(i16::try_from).transpose().ok()?;
    PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn number(text: &str) -> Option<u16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Digits only, in groups of these lengths.
fn numbers(text: &str, lengths: &[usize]) -> Option<Vec<u16>> {
    if text.len() != lengths.iter().sum::<usize>() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut rest = text;
    let mut read = Vec::new();
    for length in lengths {
        let (group, after) = rest.split_at(*length);
        read.push(group.parse().ok()?);
        rest = after;
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Option<(Option<i16>, u8, u8)>) {
        let found = PartialDate::parse(text, None).map(|date| (date.year, date.month, date.day));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_are_read_however_they_are_written() {
        let full = Some((Some(1980), 4, 12));
        for text in [
            "19800412",
            "1980-04-12",
            "1980-04-12T00:00:00Z",
            "19800412T000000Z",
            "1980-04-12 00:00:00",
            "1980-4-12",
            "1980/04/12",
            "12.04.1980",
            "12.4.1980",
            "1980年4月12日",
            " 1980-04-12 ",
        ] {
            check(text, full);
        }
        check("13/04/1980", Some((Some(1980), 4, 13)));
        check("04/13/1980", Some((Some(1980), 4, 13)));
        for text in ["--0412", "--04-12", "1604-04-12", "16040412"] {
            check(text, Some((None, 4, 12)));
        }
        check("--0229", Some((None, 2, 29)));
        assert_eq!(PartialDate::parse("1900-04-12", Some(1900)), PartialDate::new(None, 4, 12));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "circa 1800",
            "1980",
            "1980-04",
            "0000-00-00",
            "00000000",
            "1981-02-29",
            "04/12/1980",
            "--",
            "٣٣",
        ] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn no_text_confuses_it(text in "\\PC{0,12}|[0-9./T年-]{0,12}") {
            PartialDate::parse(&text, None);
        }
    }
}
