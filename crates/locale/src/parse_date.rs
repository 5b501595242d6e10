//! Dates as people type them: digits in the local order, names of months, and words such as `tomorrow`.

mod chinese;
mod digits;
mod words;

use jiff::civil::{self, Date};

use crate::{Locale, shapes::Order, tokens::fold};

pub(crate) use chinese::with_digits as chinese_digits;
pub(crate) use words::{Unit, relative_span};

/// What a written date says; the year as typed, still short if two digits were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    year: Option<Year>,
    month: u8,
    day: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    Full(i16),
    /// Two digits, of whichever century is meant.
    Short(i16),
}

impl Locale {
    /// A date in digits, with the name of a month, or in words (`tomorrow`, `next monday`, `in 3 days`, `+3`), in any
    /// of our languages. Without a year, the nearest such day.
    pub fn parse_date(&self, text: &str, today: Date) -> Result<Date, ()> {
        let text = fold(text);
        let text = text.trim();
        words::in_words(text, today)
            .or_else(|| chinese::in_words(text, today))
            .or_else(|| resolved(self.written(text)?, today))
            .ok_or(())
    }

    /// Year, month and day, where the year may be unknown: `4 December`, `12-04` in the local order, `--12-04` (vCard,
    /// RFC 6350), or a whole date.
    pub fn parse_partial_date(&self, text: &str) -> Result<(Option<i16>, u8, u8), ()> {
        /// Two digits up to here are of this century: birthdays lie behind us.
        const LAST_OF_THIS_CENTURY: i16 = 30;
        let text = fold(text);
        let written = self.written(text.trim()).ok_or(())?;
        let year = written.year.map(|year| year.before(2000 + LAST_OF_THIS_CENTURY));
        // 2000 was a leap year, and an unknown year may be one.
        civil::Date::new(year.unwrap_or(2000), written.month.cast_signed(), written.day.cast_signed())
            .map(|_| (year, written.month, written.day))
            .map_err(drop)
    }

    fn written(&self, folded: &str) -> Option<Written> {
        words::written(folded)
            .or_else(|| chinese::written(folded))
            .or_else(|| digits::written(folded, self.digit_order(folded)))
    }

    /// Where the long form begins with the year, the short one with a slash or dot still begins with the day in
    /// Europe (22/11), and with the month elsewhere.
    fn digit_order(&self, folded: &str) -> Order {
        let order = self.shapes().order;
        let month_first =
            self.language() == kernel::Language::Chinese || self.locality().country.code() == "CA";
        if order == Order::YearMonthDay && !folded.contains('-') && !month_first {
            return Order::DayMonthYear;
        }
        order
    }
}

impl Year {
    /// Two digits mean the century that puts the year at or before `last`.
    fn before(self, last: i16) -> i16 {
        match self {
            Year::Full(year) => year,
            Year::Short(short) => {
                let year = last - last % 100 + short;
                if year > last { year - 100 } else { year }
            }
        }
    }
}

fn resolved(written: Written, today: Date) -> Option<Date> {
    let on = |year: i16| Date::new(year, written.month.cast_signed(), written.day.cast_signed()).ok();
    match written.year {
        Some(year) => on(year.before(today.year().saturating_add(20))),
        // Eight years hold a 29th of February.
        None => (-8..=8)
            .filter_map(|years| on(today.year().checked_add(years)?))
            .min_by_key(|date| crate::dates::days_between(today, *date).abs()),
    }
}

#[cfg(test)]
mod tests;
