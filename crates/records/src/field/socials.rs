//! Handles in social networks and messengers. The value is a list of `{"network", "handle", "url"}`.

use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, input::part_of, json_column,
        list_or_null, read_json, schema, text::TEXT_OPERATORS, too_long,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Socials;

pub const NETWORKS: &[&str] = &[
    "linkedin",
    "facebook",
    "instagram",
    "x",
    "whatsapp",
    "wechat",
    "telegram",
    "viber",
    "signal",
    "skype",
    "youtube",
    "tiktok",
    "mastodon",
    "bluesky",
    "github",
    "xing",
    "qq",
    "weibo",
];
const LONGEST: usize = 300;

impl FieldType for Socials {
    fn key(&self) -> &'static str {
        "socials"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        let one = |row: Vec<(&str, &str)>| serde_json::json!({ "network": part_of(&row, "network"), "handle": part_of(&row, "handle") });
        // As exported: `linkedin:ada, x:ada`.
        let whole = input.text().split(',').filter_map(|text| text.trim().split_once(':'));
        let whole =
            whole.map(|(network, handle)| vec![("network", network.trim()), ("handle", handle.trim())]);
        self.check(&Json::Array(input.rows().into_iter().chain(whole).map(one).collect()))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let mut found = Vec::new();
        for item in value.as_array().into_iter().flatten() {
            let part =
                |part: &str| item.get(part).and_then(Json::as_str).unwrap_or_default().trim().to_owned();
            let (network, handle, url) = (part("network"), part("handle"), part("url"));
            if handle.is_empty() && url.is_empty() {
                continue;
            }
            if [&network, &handle, &url].iter().any(|text| text.chars().count() > LONGEST) {
                return Err(too_long(LONGEST));
            }
            let filled = [("network", network), ("handle", handle), ("url", url)]
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

    fn show(&self, value: &Json, _: &Reading) -> String {
        let one = |item: &Json| {
            let handle =
                [as_text(&item["handle"]), as_text(&item["url"])].into_iter().find(|text| !text.is_empty());
            format!("{} {}", as_text(&item["network"]), handle.unwrap_or_default()).trim().to_owned()
        };
        value.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            ["handle", "network"].map(|part| (format!("{key}.{at}.{part}"), as_text(&item[part]).to_owned()))
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        let one = |item: &Json| format!("{}:{}", as_text(&item["network"]), as_text(&item["handle"]));
        value.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().join(", ")
    }

    fn control(&self) -> Control {
        Control::Rows { parts: &["handle", "network"], labels: NETWORKS }
    }

    fn schema(&self) -> Json {
        schema::list(schema::object(&["network", "handle", "url"]))
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
            .for_each(|item| locale::tokens::tokens(as_text(&item["handle"]), out));
    }
}
