//! Addresses on the web. The value is a list of `{"url", "label"}`; only `http` and `https`, and `https` is
//! understood when no scheme is typed.

use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, input::part_of, json_column,
        list_or_null, read_json, text::TEXT_OPERATORS,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Links;

pub const LABELS: &[&str] = &["home", "work", "blog", "profile", "other"];
const LONGEST: usize = 2000;

impl FieldType for Links {
    fn key(&self) -> &'static str {
        "links"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        let one = |row: Vec<(&str, &str)>| serde_json::json!({ "url": part_of(&row, "url"), "label": part_of(&row, "label") });
        let mut found: Vec<Json> = input.rows().into_iter().map(one).collect();
        if !input.text().is_empty() {
            found.push(serde_json::json!({ "url": input.text() }));
        }
        self.check(&Json::Array(found))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let mut found: Vec<Json> = Vec::new();
        for item in value.as_array().into_iter().flatten() {
            let typed = item.as_str().or_else(|| item.get("url")?.as_str()).unwrap_or_default().trim();
            if typed.is_empty() {
                continue;
            }
            let url = normal(typed).ok_or_else(|| Message::new("not-a-link").with("typed", typed))?;
            let mut link = serde_json::Map::from_iter([("url".to_owned(), Json::from(url))]);
            if let Some(label) = item.get("label").and_then(Json::as_str).filter(|label| !label.is_empty()) {
                link.insert("label".to_owned(), label.chars().take(60).collect::<String>().into());
            }
            found.push(Json::Object(link));
        }
        Ok(list_or_null(found))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        let short = |item: &Json| {
            let url = as_text(&item["url"]);
            let bare = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
            bare.trim_end_matches('/').to_owned()
        };
        value.as_array().into_iter().flatten().map(short).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            ["url", "label"].map(|part| (format!("{key}.{at}.{part}"), as_text(&item[part]).to_owned()))
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| as_text(&item["url"]))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn control(&self) -> Control {
        Control::Rows { parts: &["url", "label"], labels: LABELS }
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        super::phones::listed_condition(target, operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        value
            .as_array()
            .into_iter()
            .flatten()
            .for_each(|item| locale::tokens::tokens(as_text(&item["url"]), out));
    }
}

/// The address with its scheme; `None` when it is no web address.
fn normal(typed: &str) -> Option<String> {
    let url = match typed.split_once("://") {
        Some(("http" | "https" | "HTTP" | "HTTPS", _)) => typed.to_owned(),
        Some(_) => return None,
        None => format!("https://{typed}"),
    };
    let host = url.split("://").nth(1)?.split(['/', '?', '#']).next()?;
    let plain = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    let fits = plain && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
    (fits && url.len() <= LONGEST).then_some(url)
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_web_addresses_are_links() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(super::normal(typed).as_deref(), expected, "{typed}")
        };
        check("berg.dk", Some("https://berg.dk"));
        check("http://berg.dk/å?x=1", Some("http://berg.dk/å?x=1"));
        check("javascript:alert(1)", None);
        check("javascript://x.y/%0aalert(1)", None);
        check("berg", None);
        check("berg dk.x", None);
    }
}
