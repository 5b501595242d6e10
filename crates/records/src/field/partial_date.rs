//! A day whose year may be unknown, such as a birthday. The value is `1976-12-04` or `--12-04` (RFC 6350 4.3.1);
//! a second column holds `12-04`, by which birthdays of a week are found.

use formats::spreadsheet::{Cell, Kind};
use jiff::{ToSpan, civil::Date};
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::{Condition, ExprTrait};

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Reading, Target, as_text,
        date::{DAY_OPERATORS, day},
        text_or_null,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct PartialDate;

impl FieldType for PartialDate {
    fn key(&self) -> &'static str {
        "partial_date"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text), ("_day", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        Some("_day")
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        match input.text() {
            "" => Ok(Json::Null),
            text => match reading.locale.parse_partial_date(text) {
                Ok(parts) => Ok(written(parts).into()),
                Err(()) => Err(Message::new("not-a-date")),
            },
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match value {
            Json::Null => Ok(Json::Null),
            other => {
                parts(as_text(other)).map(|parts| written(parts).into()).ok_or(Message::new("not-a-date"))
            }
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        let text = as_text(value);
        vec![text.into(), text.get(text.len().saturating_sub(5)..).unwrap_or_default().into()]
    }

    fn read(&self, column: &Value) -> Json {
        match column {
            Value::Text(text) => text_or_null(text),
            _ => Json::Null,
        }
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        parts(as_text(value))
            .map_or_else(String::new, |(year, month, day)| reading.locale.partial_date(year, month, day))
    }

    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        let text = as_text(value);
        text.parse().map_or_else(|_| Cell::text(text), Cell::date)
    }

    /// A spreadsheet adds the year in which it was typed to a day shown without one.
    fn read_cell(&self, cell: &Cell, _: &Reading) -> Option<Result<Json, Message>> {
        match cell.kind {
            Kind::DayOfYear(_) => Some(Ok(cell.text.as_str().into())),
            _ => day(cell).map(|date| Ok(date.to_string().into())),
        }
    }

    fn control(&self) -> Control {
        Control::Line { input_type: "text", mode: "date" }
    }

    fn schema(&self) -> Json {
        serde_json::json!({
            "type": "string",
            "pattern": "^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$",
            "description": "A day whose year may be unknown: `1976-12-04` or `--12-04`.",
        })
    }

    fn operators(&self) -> &'static [Operator] {
        DAY_OPERATORS
    }

    /// On and between look at the day of the year; before and after at whole dates.
    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        let day = target.part("_day");
        match operator {
            Operator::On | Operator::Between => Ok(within_a_year(&day, target.span(operator, arguments)?)),
            Operator::Before | Operator::After => Ok(target
                .day_condition(ColumnKind::Text, operator, arguments, |day| day.to_string().into())?
                .add(target.column("").gte("0"))),
            _ => target.day_condition(ColumnKind::Text, operator, arguments, |day| day.to_string().into()),
        }
    }
}

/// The days from the first to before the second, in whichever year; such a span may go on in the next one.
fn within_a_year(column: &Target, (start, end): (Date, Date)) -> Condition {
    let bound = |text: String| column.bound(text.into());
    let key = |day: Date| day.strftime("%m-%d").to_string();
    let last = end.yesterday().unwrap_or(end);
    // Who was born on a leap day has it on the 28th of February in other years, as in [`next`].
    let leap = last.month() == 2 && last.day() == 28 && !last.in_leap_year();
    let (from, until) = (key(start), if leap { "02-29".to_owned() } else { key(last) });
    let filled = || column.column("").gt(bound(String::new()));
    if last.saturating_sub(1.year()) >= start {
        return Condition::all().add(filled());
    }
    let over = from > until;
    let from = column.column("").gte(bound(from));
    let until = column.column("").lte(bound(until));
    match over && start <= last {
        true => Condition::any().add(from).add(Condition::all().add(until).add(filled())),
        // Where the end lies before the beginning there is no such day.
        false => Condition::all().add(from).add(until),
    }
}

/// The next time this day comes round, from a day on; the 29th of February comes on the 28th in other years.
pub fn next(value: &str, from: Date) -> Option<Date> {
    let (_, month, day) = parts(value)?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let in_year = |year: i16| Date::new(year, month, day).or_else(|_| Date::new(year, month, day - 1)).ok();
    in_year(from.year()).filter(|day| *day >= from).or_else(|| in_year(from.year() + 1))
}

/// Year, month and day of a value.
pub fn parts(value: &str) -> Option<(Option<i16>, u8, u8)> {
    let (year, rest) = match value.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => (Some(value.get(..4)?.parse::<i16>().ok()?), value.get(4..)?.strip_prefix('-')?),
    };
    let (month, day) = rest.split_once('-').or_else(|| rest.split_at_checked(2))?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // Any leap year tells which days there are.
    jiff::civil::Date::new(year.unwrap_or(2000), month, day).ok()?;
    Some((year, month.try_into().ok()?, day.try_into().ok()?))
}

/// The value of these parts.
pub fn written((year, month, day): (Option<i16>, u8, u8)) -> String {
    match year {
        Some(year) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("--{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_may_be_unknown() {
        let check =
            |text: &str, expected: Option<(Option<i16>, u8, u8)>| assert_eq!(parts(text), expected, "{text}");
        check("1976-12-04", Some((Some(1976), 12, 4)));
        check("--12-04", Some((None, 12, 4)));
        check("--1204", Some((None, 12, 4)));
        check("--02-29", Some((None, 2, 29)));
        check("2001-02-29", None);
        check("12-04", None);
        check("", None);
    }

    #[test]
    fn a_day_that_a_spreadsheet_shows_without_its_year_has_none() {
        let reading = Reading {
            locale: Locale::new(&kernel::Locality::default()),
            now: kernel::Timestamp::default(),
            today: jiff::civil::date(2026, 11, 22),
            users: Default::default(),
            titles: Default::default(),
        };
        let check = |cell: Cell, expected: Option<&str>| {
            let read = PartialDate.read_cell(&cell, &reading).map(|value| value.unwrap());
            assert_eq!(read, expected.map(Json::from), "{cell:?}");
        };
        let day = jiff::civil::date(2026, 12, 4);
        check(Cell::day_of_year(day), Some("--12-04"));
        check(Cell::date(day), Some("2026-12-04"));
        check(Cell::date_time(day.at(14, 0, 0, 0)), Some("2026-12-04"));
        check(Cell::text("4 December"), None);
    }

    #[test]
    fn a_day_comes_round_each_year_and_a_leap_day_a_day_early() {
        use jiff::civil::date;
        let check = |value: &str, from: Date, expected: Date| {
            assert_eq!(next(value, from), Some(expected), "{value}")
        };
        check("1976-12-04", date(2026, 11, 23), date(2026, 12, 4));
        check("--11-23", date(2026, 11, 23), date(2026, 11, 23));
        check("1990-01-02", date(2026, 12, 30), date(2027, 1, 2));
        check("2004-02-29", date(2027, 2, 20), date(2027, 2, 28));
        check("2004-02-29", date(2028, 2, 20), date(2028, 2, 29));
    }
}
