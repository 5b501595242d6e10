//! One user of the workspace, such as the owner of a card. The value is the user's id.

use formats::spreadsheet::Cell;
use kernel::{Id, Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_id, as_text,
        select::CHOICE_OPERATORS,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct User;

impl FieldType for User {
    fn key(&self) -> &'static str {
        "user"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Id)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// An id, or the name of a user.
    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        let typed = input.text();
        let named = reading.users.iter().find(|(_, name)| name.to_lowercase() == typed.to_lowercase());
        match named {
            Some((id, _)) => Ok(id.to_string().into()),
            None => self.check(&typed.into()),
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match (as_text(value), as_id(value)) {
            ("", _) => Ok(Json::Null),
            (_, Some(id)) => Ok(id.to_string().into()),
            _ => Err(Message::new("not-a-choice")),
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![as_id(value).unwrap_or(Id::NIL).into()]
    }

    fn read(&self, column: &Value) -> Json {
        match column {
            Value::Id(id) if !id.is_nil() => id.to_string().into(),
            _ => Json::Null,
        }
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        as_id(value).and_then(|id| reading.users.get(&id)).cloned().unwrap_or_default()
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), as_text(value).to_owned())]
    }

    /// By name.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        Cell::text(self.show(value, reading))
    }

    fn control(&self) -> Control {
        Control::User
    }

    fn operators(&self) -> &'static [Operator] {
        CHOICE_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.id_condition(operator, arguments)
    }
}
