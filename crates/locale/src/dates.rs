//! How dates and times are shown: CLDR's shapes, and words for what is near.

use jiff::civil;
use kernel::{
    Timestamp,
    clock::{MINUTE, SECOND},
};

use crate::{Arg, Locale, locale::sentence_case, shapes::DateShape};

/// "3 days ago" reaches this far; further away the date says more.
const NEAR_DAYS: i32 = 6;

impl Locale {
    /// `22 Nov 2026`
    pub fn date(&self, date: civil::Date) -> String {
        self.shapes().date(DateShape::Medium, date)
    }

    /// `22 November 2026`
    pub fn date_long(&self, date: civil::Date) -> String {
        self.shapes().date(DateShape::Long, date)
    }

    /// `22/11/2026`
    pub fn date_short(&self, date: civil::Date) -> String {
        self.shapes().date(DateShape::Short, date)
    }

    /// `November 2026`
    pub fn month(&self, date: civil::Date) -> String {
        sentence_case(self.language(), self.shapes().month(date))
    }

    /// `4 December`, or `4 December 1968` where the year is known: birthdays and the like.
    pub fn partial_date(&self, year: Option<i16>, month: u8, day: u8) -> String {
        // Any leap year will do, for the 29th of February.
        let on = civil::Date::new(year.unwrap_or(2000), month.cast_signed(), day.cast_signed());
        match on {
            Ok(date) if year.is_some() => self.date_long(date),
            Ok(date) => self.shapes().date(DateShape::DayOfYearLong, date),
            Err(_) => String::new(),
        }
    }

    /// `Today`, `Yesterday`, `Tomorrow`, `Monday 16 November`, with the year if it is another.
    pub fn day_heading(&self, date: civil::Date, today: civil::Date) -> String {
        match self.near_day(date, today) {
            Some(word) => word,
            None if date.year() == today.year() => self.capital(self.shapes().date(DateShape::Heading, date)),
            None => self.capital(self.shapes().date(DateShape::HeadingWithYear, date)),
        }
    }

    /// `14:02` in the reader's time zone.
    pub fn time(&self, at: Timestamp) -> String {
        self.shapes().time(self.civil(at).time())
    }

    /// A time of day that belongs to no time zone, such as opening hours.
    pub fn clock_time(&self, time: civil::Time) -> String {
        self.shapes().time(time)
    }

    /// `22 Nov 2026, 14:02` in the reader's time zone.
    pub fn date_time(&self, at: Timestamp) -> String {
        self.shapes().date_time(self.civil(at))
    }

    /// `Just now`, `5 min ago`, `Today 14:02`, `Yesterday 14:02`, `3 days ago`, `12 Nov`, `12 Nov 2025`; and likewise
    /// ahead.
    pub fn relative(&self, at: Timestamp, now: Timestamp) -> String {
        let ahead = at.micros().saturating_sub(now.micros());
        let minutes = ahead.unsigned_abs() / MINUTE.unsigned_abs();
        let (then, today) = (self.civil(at), self.civil(now).date());
        let days = days_between(today, then.date());
        if ahead.unsigned_abs() < (45 * SECOND).unsigned_abs() {
            return self.t("just-now").into_owned();
        }
        if minutes < 60 {
            let key = if ahead < 0 { "minutes-ago" } else { "in-minutes" };
            return self.tf(key, &[("count", Arg::from(minutes.max(1)))]);
        }
        let near = match days {
            -1 => "yesterday-at",
            0 => "today-at",
            1 => "tomorrow-at",
            2..=NEAR_DAYS => return self.tf("in-days", &[("count", Arg::from(days))]),
            _ if (-NEAR_DAYS..0).contains(&days) => {
                return self.tf("days-ago", &[("count", Arg::from(days.unsigned_abs()))]);
            }
            _ => return self.day_of(then.date(), today),
        };
        self.tf(near, &[("time", Arg::from(self.shapes().time(then.time())))])
    }

    /// `Today`, `Tomorrow`, `Yesterday`, `Friday` for the six days ahead, else `12 Nov` or `12 Nov 2025`.
    pub fn relative_date(&self, date: civil::Date, today: civil::Date) -> String {
        let days = days_between(today, date);
        match self.near_day(date, today) {
            Some(word) => word,
            None if (2..=NEAR_DAYS).contains(&days) => self.weekday(date.weekday()),
            None => self.day_of(date, today),
        }
    }

    /// `Monday`
    pub fn weekday(&self, day: civil::Weekday) -> String {
        // The first of January 2001 was a Monday.
        let example = civil::date(2001, 1, 1 + day.to_monday_zero_offset());
        self.capital(self.shapes().date(DateShape::Weekday, example))
    }

    /// On which a calendar's rows begin (CLDR, by country).
    pub fn first_weekday(&self) -> civil::Weekday {
        self.shapes().first_weekday
    }

    /// The wall clock of the reader.
    pub fn civil(&self, at: Timestamp) -> civil::DateTime {
        at.in_zone(&self.locality().time_zone).datetime()
    }

    fn near_day(&self, date: civil::Date, today: civil::Date) -> Option<String> {
        let key = match days_between(today, date) {
            -1 => "yesterday",
            0 => "today",
            1 => "tomorrow",
            _ => return None,
        };
        Some(self.t(key).into_owned())
    }

    fn day_of(&self, date: civil::Date, today: civil::Date) -> String {
        let shape = if date.year() == today.year() { DateShape::DayOfYear } else { DateShape::Medium };
        self.shapes().date(shape, date)
    }

    fn capital(&self, text: String) -> String {
        sentence_case(self.language(), text)
    }
}

pub(crate) fn days_between(from: civil::Date, to: civil::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests;
