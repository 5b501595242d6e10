//! A day. The value is `2026-11-22` (ISO 8601), and so is the column.

use formats::spreadsheet::{Cell, Kind};
use jiff::civil;
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, FieldType, Input, Reading, Target, as_text, text_or_null},
    query::Operator,
};

#[derive(Debug)]
pub struct Date;

pub(crate) const DAY_OPERATORS: &[Operator] = &[
    Operator::On,
    Operator::Before,
    Operator::After,
    Operator::Between,
    Operator::Empty,
    Operator::NotEmpty,
];

impl FieldType for Date {
    fn key(&self) -> &'static str {
        "date"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        match input.text() {
            "" => Ok(Json::Null),
            text => match reading.locale.parse_date(text, reading.today) {
                Ok(date) => Ok(date.to_string().into()),
                Err(()) => Err(Message::new("not-a-date")),
            },
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match value {
            Json::Null => Ok(Json::Null),
            other => match as_text(other).parse::<civil::Date>() {
                Ok(date) => Ok(date.to_string().into()),
                Err(_) => Err(Message::new("not-a-date")),
            },
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![as_text(value).into()]
    }

    fn read(&self, column: &Value) -> Json {
        match column {
            Value::Text(text) => text_or_null(text),
            _ => Json::Null,
        }
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        as_text(value).parse().map_or_else(|_| String::new(), |date| reading.locale.date(date))
    }

    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        as_text(value).parse().map_or_else(|_| Cell::default(), Cell::date)
    }

    fn read_cell(&self, cell: &Cell, _: &Reading) -> Option<Result<Json, Message>> {
        day(cell).map(|date| Ok(date.to_string().into()))
    }

    fn control(&self) -> Control {
        Control::Line { input_type: "text", mode: "date" }
    }

    fn schema(&self) -> Json {
        serde_json::json!({ "type": "string", "format": "date" })
    }

    fn operators(&self) -> &'static [Operator] {
        DAY_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.day_condition(ColumnKind::Text, operator, arguments, |day| day.to_string().into())
    }
}

/// The day of a cell, with its time left out.
pub(crate) fn day(cell: &Cell) -> Option<civil::Date> {
    match cell.kind {
        Kind::Date(date) | Kind::DayOfYear(date) => Some(date),
        Kind::DateTime(at) => Some(at.date()),
        _ => None,
    }
}
