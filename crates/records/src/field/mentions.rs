//! Who is named in a text: a list of `{"user", "name"}` and `{"unit", "name"}`, with the name as it stood in the text when it
//! was written. Found by whoever keeps the text; nobody types it.

use kernel::{Id, Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Reading, Target, as_text, json_column, list_or_null,
        read_json, schema, text::TEXT_OPERATORS,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Mentions;

/// Somebody, or everybody in a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    User(Id),
    Unit(Id),
}

impl Who {
    /// `user:0192…` or `unit:0192…`.
    pub fn parse(text: &str) -> Option<Who> {
        let (kind, id) = text.split_once(':')?;
        let id = id.parse().ok()?;
        match kind {
            "user" => Some(Who::User(id)),
            "unit" => Some(Who::Unit(id)),
            _ => None,
        }
    }

    pub fn key(self) -> String {
        match self {
            Who::User(id) => format!("user:{id}"),
            Who::Unit(id) => format!("unit:{id}"),
        }
    }
}

/// One mention as a value.
pub fn mention(who: Who, name: &str) -> Json {
    match who {
        Who::User(id) => serde_json::json!({ "user": id, "name": name }),
        Who::Unit(id) => serde_json::json!({ "unit": id, "name": name }),
    }
}

/// The mentions of a value: who, and the name in the text.
pub fn each(value: &Json) -> impl Iterator<Item = (Who, &str)> {
    value.as_array().into_iter().flatten().filter_map(|item| {
        let id = |key: &str| item.get(key).and_then(Json::as_str).and_then(|id| id.parse().ok());
        let who = id("user").map(Who::User).or_else(|| id("unit").map(Who::Unit))?;
        Some((who, as_text(&item["name"])))
    })
}

impl FieldType for Mentions {
    fn key(&self) -> &'static str {
        "mentions"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, _: &Input, _: &Reading) -> Result<Json, Message> {
        Ok(Json::Null)
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        Ok(list_or_null(each(value).map(|(who, name)| mention(who, name)).collect()))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        each(value).map(|(_, name)| name).collect::<Vec<_>>().join(", ")
    }

    fn export(&self, value: &Json) -> String {
        each(value).map(|(_, name)| name).collect::<Vec<_>>().join(", ")
    }

    fn control(&self) -> Control {
        Control::Rows { parts: &["user", "unit", "name"], labels: &[] }
    }

    fn schema(&self) -> Json {
        schema::list(schema::object(&["user", "unit", "name"]))
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        super::phones::listed_condition(target, operator, arguments)
    }
}
