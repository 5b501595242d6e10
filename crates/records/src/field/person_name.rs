//! The name of a person. The value is `{"given", "family", "middle", "prefix", "suffix"}` (vCard's N, RFC 6350
//! 6.2.2); empty parts are left out. It is shown as people of its script write it: family name first in Chinese.

use kernel::{Result, Text as Message, Value};
use locale::{Locale, sort_key};
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, json_column, read_json, schema,
        text::TEXT_OPERATORS, too_long,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct PersonName;

pub const PARTS: &[&str] = &["prefix", "given", "middle", "family", "suffix"];
const LONGEST: usize = 200;

impl FieldType for PersonName {
    fn key(&self) -> &'static str {
        "person_name"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text), ("_text", ColumnKind::Text), ("_sort", ColumnKind::Bytes)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        Some("_sort")
    }

    fn text_suffix(&self) -> &'static str {
        "_text"
    }

    /// Parts under `key.part`, or a whole name under the key, which is split.
    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        let whole = input.text();
        if !whole.is_empty() {
            return self.check(&split(whole));
        }
        let parts = PARTS.iter().map(|part| ((*part).to_owned(), Json::from(input.part(part))));
        self.check(&Json::Object(parts.collect()))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        if let Some(whole) = value.as_str() {
            return self.check(&split(whole));
        }
        let mut name = serde_json::Map::new();
        for part in PARTS {
            let text = value.get(part).and_then(Json::as_str).unwrap_or_default();
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.chars().count() > LONGEST {
                return Err(too_long(LONGEST));
            }
            if !text.is_empty() {
                name.insert((*part).to_owned(), text.into());
            }
        }
        Ok(if name.is_empty() { Json::Null } else { Json::Object(name) })
    }

    fn bind(&self, value: &Json, locale: &Locale) -> Vec<Value> {
        let whole = whole(value);
        vec![
            json_column(value),
            Value::from(&whole),
            sort_key(locale.language(), &sorted(value, &whole)).into(),
        ]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        whole(value)
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let text = |part: &&str| value.get(*part).and_then(Json::as_str).unwrap_or_default().to_owned();
        PARTS.iter().map(|part| (format!("{key}.{part}"), text(part))).collect()
    }

    fn export(&self, value: &Json) -> String {
        whole(value)
    }

    fn control(&self) -> Control {
        Control::Parts(PARTS)
    }

    fn schema(&self) -> Json {
        serde_json::json!({
            "anyOf": [schema::object(PARTS), { "type": "string", "maxLength": 500 }],
            "description": "Its parts. A whole name may be sent as one text, which is split.",
        })
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.text_condition("_text", operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        locale::tokens::tokens(&whole(value), out);
    }
}

/// The whole name on one line.
pub fn whole(value: &Json) -> String {
    let part = |part: &str| value.get(part).and_then(Json::as_str).unwrap_or_default();
    let eastern = [part("family"), part("given")].iter().any(|text| text.chars().any(is_han));
    let order: [&str; 5] = if eastern {
        [part("family"), part("given"), part("middle"), part("prefix"), part("suffix")]
    } else {
        [part("prefix"), part("given"), part("middle"), part("family"), part("suffix")]
    };
    let mut name = String::new();
    for text in order.into_iter().filter(|text| !text.is_empty()) {
        let joined = eastern && name.ends_with(is_han) && text.starts_with(is_han);
        if !name.is_empty() && !joined {
            name.push(' ');
        }
        name.push_str(text);
    }
    name
}

/// Titles do not decide where a card stands.
fn sorted(value: &Json, whole: &str) -> String {
    match value.get("prefix").and_then(Json::as_str) {
        Some(prefix) => whole.strip_prefix(prefix).unwrap_or(whole).trim_start().to_owned(),
        None => whole.to_owned(),
    }
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Chinese family names of two characters (the common ones of the Hundred Family Surnames).
const DOUBLE_SURNAMES: &[&str] = &[
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "東方", "夏侯", "皇甫", "尉迟",
    "公孙", "公孫", "慕容", "令狐", "宇文",
];
const PREFIXES: &[&str] = &[
    "dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "hr.", "fru", "г-н",
    "г-жа", "д-р",
];
const SUFFIXES: &[&str] = &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md", "esq."];
/// Particles that belong to the family name behind them.
const PARTICLES: &[&str] = &[
    "von", "van", "de", "der", "den", "af", "av", "la", "le", "du", "da", "di", "el", "al", "bin", "ten",
    "ter", "zu",
];

/// The parts of a whole name: "Berg, Anna", "Dr. Anna Maria Berg", "王小明".
pub fn split(whole: &str) -> Json {
    let whole = whole.trim();
    if let Some((family, given)) = whole.split_once(',') {
        let suffix = SUFFIXES.contains(&given.trim().to_lowercase().as_str());
        if !suffix {
            return serde_json::json!({ "family": family.trim(), "given": given.trim() });
        }
    }
    if !whole.contains(' ') && whole.chars().all(is_han) && whole.chars().count() >= 2 {
        let double = DOUBLE_SURNAMES.iter().any(|name| whole.starts_with(name)) && whole.chars().count() >= 3;
        let cut = whole.char_indices().nth(if double { 2 } else { 1 }).map_or(whole.len(), |(at, _)| at);
        return serde_json::json!({ "family": &whole[..cut], "given": &whole[cut..] });
    }
    let mut words: Vec<&str> = whole.split_whitespace().collect();
    let take = |listed: &[&str], word: Option<&&str>| {
        word.is_some_and(|word| listed.contains(&word.trim_end_matches(',').to_lowercase().as_str()))
    };
    let mut prefix = Vec::new();
    while words.len() > 1 && take(PREFIXES, words.first()) {
        prefix.push(words.remove(0));
    }
    let mut suffix = Vec::new();
    while words.len() > 2 && take(SUFFIXES, words.last()) {
        suffix.extend(words.pop());
    }
    suffix.reverse();
    let family_at =
        match words.iter().skip(1).position(|word| PARTICLES.contains(&word.to_lowercase().as_str())) {
            Some(at) => at + 1,
            None => words.len().saturating_sub(1).max(1),
        };
    let family = words.split_off(family_at.min(words.len()));
    let given = if words.is_empty() { String::new() } else { words.remove(0).to_owned() };
    serde_json::json!({
        "prefix": prefix.join(" "), "given": given, "middle": words.join(" "),
        "family": family.join(" ").trim_end_matches(','), "suffix": suffix.join(" "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_split_and_put_together_again() {
        let check = |typed: &str, given: &str, family: &str, shown: &str| {
            let name = PersonName.check(&split(typed)).unwrap();
            let part = |part: &str| name.get(part).and_then(Json::as_str).unwrap_or_default().to_owned();
            assert_eq!(
                (part("given").as_str(), part("family").as_str(), whole(&name).as_str()),
                (given, family, shown)
            );
        };
        check("Anna Berg", "Anna", "Berg", "Anna Berg");
        check("Berg, Anna", "Anna", "Berg", "Anna Berg");
        check("Dr. Anna Maria Berg", "Anna", "Berg", "Dr. Anna Maria Berg");
        check("Ludwig van Beethoven", "Ludwig", "van Beethoven", "Ludwig van Beethoven");
        check("Cher", "Cher", "", "Cher");
        check("王小明", "小明", "王", "王小明");
        check("欧阳娜娜", "娜娜", "欧阳", "欧阳娜娜");
        check("Martin Luther King Jr.", "Martin", "King", "Martin Luther King Jr.");
    }
}
