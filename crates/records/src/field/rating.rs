//! One to five stars. The value is the number of stars.

use formats::spreadsheet::{Cell, Decimal};
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, EMPTY_NUMBER, FieldType, Input, Pairs, Reading, Target,
        number::NUMBER_OPERATORS, read_number,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Rating;

impl FieldType for Rating {
    fn key(&self) -> &'static str {
        "rating"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Number)]
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        let stars = input.text().matches(['★', '*']).count() as i64;
        match input.text() {
            "" => Ok(Json::Null),
            _ if stars > 0 => self.check(&stars.into()),
            text => self.check(&text.parse::<i64>().map_or(Json::from(text), Json::from)),
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match (value, value.as_i64()) {
            (Json::Null, _) | (_, Some(0)) => Ok(Json::Null),
            (_, Some(stars @ 1..=5)) => Ok(stars.into()),
            _ => Err(Message::new("not-a-rating")),
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![Value::Int(value.as_i64().unwrap_or(EMPTY_NUMBER))]
    }

    fn read(&self, column: &Value) -> Json {
        read_number(column).map_or(Json::Null, Json::from)
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        value.as_u64().map_or_else(String::new, |stars| "★".repeat(stars as usize))
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), value.as_i64().map_or_else(String::new, |stars| stars.to_string()))]
    }

    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        value.as_i64().map_or_else(Cell::default, |stars| Cell::number(Decimal::new(stars.into(), 0)))
    }

    fn control(&self) -> Control {
        Control::Stars
    }

    fn operators(&self) -> &'static [Operator] {
        NUMBER_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.number_condition(operator, arguments, |text| text.parse().ok())
    }
}
