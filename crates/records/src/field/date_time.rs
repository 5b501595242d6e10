//! An instant. The value is microseconds since 1970 in UTC; it is shown in the reader's time zone.

use formats::spreadsheet::{Cell, Kind};
use kernel::{Result, Text as Message, Timestamp, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, EMPTY_NUMBER, FieldType, Input, Reading, Target, as_text, date::DAY_OPERATORS,
        read_number,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct DateTime;

impl FieldType for DateTime {
    fn key(&self) -> &'static str {
        "date_time"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Number)]
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        match input.text() {
            "" => Ok(Json::Null),
            text => match reading.locale.parse_date_time(text, reading.now) {
                Ok(at) => Ok(at.micros().into()),
                Err(()) => Err(Message::new("not-a-time")),
            },
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match value {
            Json::Null => Ok(Json::Null),
            Json::Number(number) if number.as_i64().is_some() => Ok(value.clone()),
            other => match as_text(other).parse::<jiff::Timestamp>() {
                Ok(at) => Ok(at.as_microsecond().into()),
                Err(_) => Err(Message::new("not-a-time")),
            },
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![Value::Int(value.as_i64().unwrap_or(EMPTY_NUMBER))]
    }

    fn read(&self, column: &Value) -> Json {
        read_number(column).map_or(Json::Null, Json::from)
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        instant(value).map_or_else(String::new, |at| reading.locale.date_time(at))
    }

    fn export(&self, value: &Json) -> String {
        instant(value).map_or_else(String::new, |at| at.to_string())
    }

    /// In the reader's time zone: a spreadsheet knows none.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        let zone = &reading.locale.locality().time_zone;
        instant(value).map_or_else(Cell::default, |at| Cell::date_time(at.in_zone(zone).datetime()))
    }

    fn read_cell(&self, cell: &Cell, reading: &Reading) -> Option<Result<Json, Message>> {
        let Kind::DateTime(at) = cell.kind else { return None };
        Some(Ok(Timestamp::from_civil(at, &reading.locale.locality().time_zone).micros().into()))
    }

    fn control(&self) -> Control {
        Control::Line { input_type: "text", mode: "date-time" }
    }

    fn schema(&self) -> Json {
        serde_json::json!({ "type": "string", "format": "date-time", "description": "RFC 3339." })
    }

    fn operators(&self) -> &'static [Operator] {
        DAY_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.day_condition(ColumnKind::Number, operator, arguments, |day| target.midnight(day))
    }
}

/// The instant that a value is.
pub fn instant(value: &Json) -> Option<Timestamp> {
    value.as_i64().map(Timestamp::from_micros)
}
