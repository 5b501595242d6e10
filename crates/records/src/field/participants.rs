//! Who takes part in something: a list of `{"who", "answer"}`. `who` is a card (`person:0192…`), a user (`user:0192…`) or
//! somebody of whom only an e-mail address is known (`mailto:anna@example.com`); `answer` is one of [`ANSWERS`], or nothing as
//! long as they gave none (the participation status of RFC 5545, 3.2.12).

use kernel::{Id, Result, Text as Message, Value, contact::email};
use locale::Locale;
use sea_query::{Condition, ExprTrait};

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, input::part_of, json_column,
        list_or_null, read_json, schema, text::TEXT_OPERATORS,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Participants;

pub const ANSWERS: &[&str] = &["accepted", "tentative", "declined"];

/// One who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'a> {
    User(Id),
    /// The object and the id.
    Card(&'a str, Id),
    Address(&'a str),
}

/// As a value says it.
pub fn parse(who: &str) -> Option<Who<'_>> {
    let (kind, rest) = who.split_once(':')?;
    match kind {
        "mailto" => Some(Who::Address(rest)),
        "user" => Some(Who::User(rest.parse().ok()?)),
        object => Some(Who::Card(object, rest.parse().ok()?)),
    }
}

/// Those of a value, each with the answer they gave.
pub fn each(value: &Json) -> impl Iterator<Item = (Who<'_>, &str)> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(|item| Some((parse(as_text(&item["who"]))?, as_text(&item["answer"]))))
}

/// The users of a value.
pub fn users(value: &Json) -> impl Iterator<Item = Id> {
    each(value).filter_map(|(who, _)| match who {
        Who::User(id) => Some(id),
        _ => None,
    })
}

/// The cards of a value, as references.
pub fn cards(value: &Json) -> impl Iterator<Item = &Json> {
    let items = value.as_array().into_iter().flatten().map(|item| &item["who"]);
    items.filter(|who| matches!(parse(as_text(who)), Some(Who::Card(..))))
}

/// What somebody is called; nothing for a card that the reader may not see.
pub fn name(who: Who, reading: &Reading) -> Option<String> {
    match who {
        Who::User(id) => Some(reading.user(Some(id))),
        Who::Card(_, id) => reading.titles.get(&id).cloned(),
        Who::Address(address) => Some(address.to_owned()),
    }
}

impl FieldType for Participants {
    fn key(&self) -> &'static str {
        "participants"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// Rows, each with a key, the name of a user or an e-mail address; or one text with commas.
    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        let named = |typed: &str| {
            let typed = typed.trim();
            let user = reading.users.iter().find(|(_, name)| name.to_lowercase() == typed.to_lowercase());
            user.map_or_else(|| typed.to_owned(), |(id, _)| format!("user:{id}"))
        };
        let one = |row: Vec<(&str, &str)>| serde_json::json!({ "who": named(part_of(&row, "who")), "answer": part_of(&row, "answer") });
        let mut found: Vec<Json> = input.rows().into_iter().map(one).collect();
        let alone = input.texts().into_iter().flat_map(|text| text.split([',', ';']));
        found.extend(alone.map(|text| serde_json::json!({ "who": named(text) })));
        self.check(&Json::Array(found))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let mut found: Vec<Json> = Vec::new();
        for item in value.as_array().into_iter().flatten() {
            let typed = item.as_str().unwrap_or_else(|| as_text(&item["who"])).trim();
            if typed.is_empty() {
                continue;
            }
            let who =
                canonical(typed).ok_or_else(|| Message::new("not-a-participant").with("typed", typed))?;
            if found.iter().any(|other| as_text(&other["who"]) == who) {
                continue;
            }
            let answer = item.get("answer").map(as_text).unwrap_or_default();
            if !answer.is_empty() && !ANSWERS.contains(&answer) {
                return Err(Message::new("not-a-choice"));
            }
            let mut one = serde_json::Map::from_iter([("who".to_owned(), Json::from(who))]);
            if !answer.is_empty() {
                one.insert("answer".to_owned(), answer.into());
            }
            found.push(Json::Object(one));
        }
        Ok(list_or_null(found))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        each(value).filter_map(|(who, _)| name(who, reading)).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            ["who", "answer"].map(|part| (format!("{key}.{at}.{part}"), as_text(&item[part]).to_owned()))
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| as_text(&item["who"]))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn references<'v>(&self, value: &'v Json) -> Vec<&'v Json> {
        cards(value).collect()
    }

    fn control(&self) -> Control {
        Control::Participants
    }

    fn schema(&self) -> Json {
        let mut one = schema::object(&["who", "answer"]);
        one["properties"]["who"]["description"] =
            "A card (`person:` and its id), a user (`user:` and the id) or `mailto:` and an address.".into();
        one["properties"]["answer"]["enum"] = ANSWERS.into();
        schema::list(one)
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    /// `is` asks for one who takes part, by key: `user:0192…`.
    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        let empty = target.column("").eq("");
        match operator {
            Operator::Empty => Ok(Condition::all().add(empty)),
            Operator::NotEmpty => Ok(Condition::all().add(empty.not())),
            _ => super::phones::listed_condition(target, operator, arguments),
        }
    }
}

/// A key in its one form; a bare e-mail address is understood.
fn canonical(typed: &str) -> Option<String> {
    if let Some(Who::User(_) | Who::Card(..)) = parse(typed) {
        let (kind, id) = typed.split_once(':')?;
        let plain =
            kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        return plain.then(|| Some(format!("{kind}:{}", id.parse::<Id>().ok()?)))?;
    }
    let address = typed.strip_prefix("mailto:").unwrap_or(typed);
    let plain = !address.contains(['"', '\\']);
    email::parse(address).filter(|_| plain).map(|address| format!("mailto:{address}"))
}
