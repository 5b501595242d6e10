//! Yes or no. The value is `true` or `null`: what nobody said yes to is no.

use formats::spreadsheet::{Cell, Kind};
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::{Condition, ExprTrait};

use crate::{
    Json,
    field::{ColumnKind, Control, EMPTY_NUMBER, FieldType, Input, Pairs, Reading, Target},
    query::Operator,
};

#[derive(Debug)]
pub struct YesNo;

const YES: &[&str] = &["1", "true", "yes", "y", "x", "on", "ja", "evet", "да", "是"];
const NO: &[&str] = &["", "0", "false", "no", "n", "off", "nej", "hayır", "не", "否"];

impl FieldType for YesNo {
    fn key(&self) -> &'static str {
        "yes_no"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Number)]
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        self.check(&input.text().into())
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match value {
            Json::Null | Json::Bool(false) => Ok(Json::Null),
            Json::Bool(true) => Ok(Json::Bool(true)),
            other => match other.as_str().unwrap_or("?").to_lowercase() {
                text if YES.contains(&text.as_str()) => Ok(Json::Bool(true)),
                text if NO.contains(&text.as_str()) => Ok(Json::Null),
                _ => Err(Message::new("not-yes-or-no")),
            },
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![Value::Int(if value == &Json::Bool(true) { 1 } else { EMPTY_NUMBER })]
    }

    fn read(&self, column: &Value) -> Json {
        if column == &Value::Int(1) { Json::Bool(true) } else { Json::Null }
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        let key = if value == &Json::Bool(true) { "yes" } else { "no" };
        reading.locale.t(key).into_owned()
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), if value == &Json::Bool(true) { "yes" } else { "" }.to_owned())]
    }

    fn export(&self, value: &Json) -> String {
        if value == &Json::Bool(true) { "yes" } else { "no" }.to_owned()
    }

    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        Cell::yes_no(value == &Json::Bool(true))
    }

    fn read_cell(&self, cell: &Cell, _: &Reading) -> Option<Result<Json, Message>> {
        let Kind::YesNo(yes) = cell.kind else { return None };
        Some(self.check(&yes.into()))
    }

    fn control(&self) -> Control {
        Control::Tick
    }

    fn operators(&self) -> &'static [Operator] {
        &[Operator::NotEmpty, Operator::Empty]
    }

    fn condition(&self, target: &Target, operator: Operator, _: &[String]) -> Result<Condition> {
        let yes = target.column("").eq(1);
        Ok(Condition::all().add(if operator == Operator::NotEmpty { yes } else { yes.not() }))
    }
}
