//! A day whose year may be unknown, such as a birthday. The value is `1976-12-04` or `--12-04` (RFC 6350 4.3.1);
//! a second column holds `12-04`, by which birthdays of a week are found.

use formats::spreadsheet::{Cell, Kind};
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
            Operator::On | Operator::Between => {
                day.day_condition(ColumnKind::Text, operator, arguments, |day| {
                    day.strftime("%m-%d").to_string().into()
                })
            }
            Operator::Before | Operator::After => Ok(target
                .day_condition(ColumnKind::Text, operator, arguments, |day| day.to_string().into())?
                .add(target.column("").gte("0"))),
            _ => target.day_condition(ColumnKind::Text, operator, arguments, |day| day.to_string().into()),
        }
    }
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
}
