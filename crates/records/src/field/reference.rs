//! One other card. The value is `person:0192…`: the object and the id, so that a field may refer to any object.

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
pub struct Reference {
    /// The object it refers to; `None` for any.
    pub object: Option<&'static str>,
}

impl FieldType for Reference {
    fn key(&self) -> &'static str {
        "reference"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Id), ("_object", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        self.check(&input.text().into())
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let text = as_text(value);
        if text.is_empty() {
            return Ok(Json::Null);
        }
        let object = text.split_once(':').map(|(object, _)| object).or(self.object);
        match (object, as_id(value)) {
            (Some(object), Some(id)) if self.object.is_none_or(|only| only == object) => {
                Ok(reference(object, id))
            }
            _ => Err(Message::new("not-a-choice")),
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        let object = as_text(value).split_once(':').map_or("", |(object, _)| object);
        vec![as_id(value).unwrap_or(Id::NIL).into(), object.into()]
    }

    /// The column holds the id alone; [`crate::record`] puts the object before it when it may be any.
    fn read(&self, column: &Value) -> Json {
        match column {
            Value::Id(id) if !id.is_nil() => reference(self.object.unwrap_or_default(), *id),
            _ => Json::Null,
        }
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        as_id(value).and_then(|id| reading.titles.get(&id)).cloned().unwrap_or_default()
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), as_text(value).to_owned())]
    }

    /// By the title of the card.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        Cell::text(self.show(value, reading))
    }

    fn control(&self) -> Control {
        Control::Card { object: self.object.map(str::to_owned) }
    }

    fn operators(&self) -> &'static [Operator] {
        CHOICE_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.id_condition(operator, arguments)
    }

    fn references<'v>(&self, value: &'v Json) -> Vec<&'v Json> {
        vec![value]
    }

    fn refers_to(&self) -> Option<&str> {
        self.object
    }
}

/// The value that refers to this card.
pub fn reference(object: &str, id: Id) -> Json {
    Json::String(format!("{object}:{id}"))
}

/// The object and id that a value refers to.
pub fn target(value: &Json) -> Option<(&str, Id)> {
    let (object, id) = as_text(value).split_once(':')?;
    Some((object, id.parse().ok()?))
}
