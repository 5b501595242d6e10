//! Channels that must not be used, each with its reason and perhaps an end. The value is a list of
//! `{"channel", "reason", "until": "2026-12-31"}`; without an end it holds for good.

use formats::spreadsheet::Cell;
use jiff::civil::Date;
use kernel::{Language, Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, input::part_of, json_column,
        list_or_null, options::option_text, read_json, schema, select::CHOICE_OPERATORS, too_long,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Channels;

/// `all` stands for every way to reach somebody.
pub const CHANNELS: &[&str] = &["all", "phone", "email", "sms", "letter", "visit"];
const LONGEST: usize = 300;

impl FieldType for Channels {
    fn key(&self) -> &'static str {
        "channels"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        let whole = named(input.text()).into_iter().map(|channel| serde_json::json!({ "channel": channel }));
        let mut found: Vec<Json> = whole.collect();
        for row in input.rows() {
            let until = match part_of(&row, "until") {
                "" => Json::Null,
                typed => match reading.locale.parse_date(typed, reading.today) {
                    Ok(date) => date.to_string().into(),
                    Err(()) => return Err(Message::new("not-a-date")),
                },
            };
            let (channel, reason) = (part_of(&row, "channel"), part_of(&row, "reason"));
            found.push(serde_json::json!({ "channel": channel, "reason": reason, "until": until }));
        }
        self.check(&Json::Array(found))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let mut found = Vec::new();
        for item in value.as_array().into_iter().flatten() {
            let channel = as_text(&item["channel"]);
            let reason = as_text(&item["reason"]).trim();
            let until = as_text(&item["until"]);
            if channel.is_empty() {
                continue;
            }
            if !CHANNELS.contains(&channel) {
                return Err(Message::new("not-a-choice"));
            }
            if reason.chars().count() > LONGEST {
                return Err(too_long(LONGEST));
            }
            if !until.is_empty() && until.parse::<Date>().is_err() {
                return Err(Message::new("not-a-date"));
            }
            let filled = [("channel", channel), ("reason", reason), ("until", until)]
                .into_iter()
                .filter(|(_, text)| !text.is_empty());
            found.push(Json::Object(filled.map(|(part, text)| (part.to_owned(), text.into())).collect()));
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
        let one = |item: &Json| {
            let mut text = option_text("channel", as_text(&item["channel"]), reading);
            if let Some(reason) = item.get("reason").and_then(Json::as_str) {
                text = format!("{text}: {reason}");
            }
            match item.get("until").and_then(Json::as_str).and_then(|date| date.parse().ok()) {
                Some(date) => format!("{text} (→ {})", reading.locale.date(date)),
                None => text,
            }
        };
        value.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            ["channel", "reason", "until"]
                .map(|part| (format!("{key}.{at}.{part}"), as_text(&item[part]).to_owned()))
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| as_text(&item["channel"]))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The channels in the reader's words, which [`named`] understands.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        let items = value.as_array().into_iter().flatten();
        let texts = items.map(|item| option_text("channel", as_text(&item["channel"]), reading));
        Cell::text(texts.collect::<Vec<_>>().join(", "))
    }

    fn control(&self) -> Control {
        Control::Rows { parts: &["reason", "until", "channel"], labels: CHANNELS }
    }

    fn schema(&self) -> Json {
        schema::list(serde_json::json!({
            "type": "object",
            "required": ["channel"],
            "properties": {
                "channel": { "type": "string", "enum": CHANNELS },
                "reason": { "type": "string" },
                "until": { "type": "string", "format": "date" },
            },
            "additionalProperties": false,
        }))
    }

    fn operators(&self) -> &'static [Operator] {
        CHOICE_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        match operator {
            Operator::Is => super::phones::listed_condition(target, Operator::Is, arguments),
            Operator::IsNot => super::phones::listed_condition(target, Operator::IsNot, arguments),
            other => target.text_condition("", other, arguments),
        }
    }
}

/// The channels that a text names, with commas between, by their keys or in any of our languages.
pub(crate) fn named(text: &str) -> Vec<&'static str> {
    let named = |text: &str| {
        let text = text.trim().to_lowercase();
        let is_called = |channel: &&&str| {
            let key = format!("channel-{channel}");
            **channel == text
                || Language::ALL
                    .into_iter()
                    .any(|language| locale::text(language, &key).to_lowercase() == text)
        };
        CHANNELS.iter().find(is_called).copied()
    };
    text.split([',', ';', '、', '，']).filter_map(named).collect()
}

/// Whether it forbids anything on this day.
pub fn stands(value: &Json, today: Date) -> bool {
    value.as_array().into_iter().flatten().any(|item| !is_over(item, today))
}

/// The entry that forbids this channel on this day, if any.
pub fn forbids<'a>(value: &'a Json, channel: &str, today: Date) -> Option<&'a Json> {
    value
        .as_array()?
        .iter()
        .find(|item| !is_over(item, today) && [channel, "all"].contains(&as_text(&item["channel"])))
}

fn is_over(item: &Json, today: Date) -> bool {
    as_text(&item["until"]).parse::<Date>().is_ok_and(|until| until < today)
}
