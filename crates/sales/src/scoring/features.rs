//! What may speak for or against a lead: where it came from, what it says, how soon somebody answered. Nothing that is known only
//! after it was decided.

use std::collections::HashMap;

use kernel::{
    Cx, Id, Result, Timestamp,
    clock::{DAY, HOUR},
};
use records::{
    Field, Json, Object, Record,
    field::{Control, as_id, as_text, emails},
    timeline,
};

/// Fields of ours whose values count, each for itself.
const OURS: [&str; 7] = ["source", "form", "language", "country", "medium", "campaign", "origin"];
/// Fields of which counts that they are filled.
const FILLED: [&str; 6] = ["phones", "emails", "addresses", "company_name", "job_title", "text"];
/// What happened in the first days counts, for old leads and new ones alike.
const FIRST: i64 = 7 * DAY;
/// Activities in which somebody talked to them.
const TALKS: [&str; 2] = ["call", "appointment"];
/// Mailboxes of everybody.
const FREE: [&str; 14] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "outlook.com",
    "live.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "aol.com",
    "gmx.de",
    "abv.bg",
    "mail.ru",
    "qq.com",
    "163.com",
];

/// A name and a value: `source=website`, `has:phones`, `answer`.
pub(super) type Features = Vec<(String, f64)>;

/// What happened on a card: when, and what kind of record it is.
pub(super) type Happened = HashMap<Id, Vec<(Timestamp, String)>>;

/// The fields that are looked at.
pub(super) fn looked_at(lead: &Object) -> Vec<&str> {
    let mut keys: Vec<&str> = OURS.iter().chain(&FILLED).copied().collect();
    keys.extend(["status", "created_at", "told_by", "recommended_by", "person", "deal", "score"]);
    keys.retain(|key| lead.at(key).is_some());
    keys.extend(lead.fields.iter().filter(|field| counts(field)).map(|field| field.key.as_str()));
    keys
}

/// Own fields of few values.
fn counts(field: &Field) -> bool {
    let control = field.kind.control();
    field.own
        && !field.retired
        && !field.hidden
        && matches!(control, Control::Choice { .. } | Control::Choices { open: false, .. } | Control::Tick)
}

/// What happened with these leads, on the person where they became one.
pub(super) fn happened(cx: &Cx, leads: &[Record]) -> Result<Happened> {
    let cards: Vec<Id> = leads.iter().map(card).collect();
    let mut found = Happened::new();
    for (card, at, object) in timeline::of_cards(cx, &cards)? {
        found.entry(card).or_default().push((at, object));
    }
    Ok(found)
}

fn card(lead: &Record) -> Id {
    as_id(lead.get("person")).unwrap_or(lead.id)
}

/// What speaks for or against a lead that was made then.
pub(super) fn of(
    object: &Object,
    value: impl Fn(&str) -> Json,
    made: Timestamp,
    happened: &[(Timestamp, String)],
) -> Features {
    let mut found = Features::new();
    for key in OURS {
        let value = value(key);
        found.push((format!("{key}={}", as_text(&value)), 1.0));
    }
    for field in object.fields.iter().filter(|field| counts(field)) {
        match value(&field.key) {
            Json::Array(many) => {
                found.extend(many.iter().map(|one| (format!("{}={}", field.key, as_text(one)), 1.0)))
            }
            Json::String(one) => found.push((format!("{}={one}", field.key), 1.0)),
            Json::Bool(true) => found.push((format!("{}=yes", field.key), 1.0)),
            _ => {}
        }
    }
    for key in FILLED {
        if !value(key).is_null() {
            found.push((format!("has:{key}"), 1.0));
        }
    }
    if !value("told_by").is_null() || !value("recommended_by").is_null() {
        found.push(("recommended".to_owned(), 1.0));
    }
    let mails = value("emails");
    let house = emails::addresses(&mails)
        .filter_map(|mail| mail.rsplit_once('@'))
        .any(|(_, domain)| !FREE.contains(&domain));
    if house {
        found.push(("own-domain".to_owned(), 1.0));
    }
    let letters = as_text(&value("text")).chars().count();
    if letters > 0 {
        found.push(("length".to_owned(), (1.0 + letters as f64).ln()));
    }
    found.extend(of_talks(made, happened));
    found
}

fn of_talks(made: Timestamp, happened: &[(Timestamp, String)]) -> Features {
    let since = |at: &Timestamp| at.micros() - made.micros();
    let talks: Vec<i64> = happened
        .iter()
        .filter(|(_, object)| TALKS.contains(&object.as_str()))
        .map(|(at, _)| since(at))
        .filter(|after| (0..=FIRST).contains(after))
        .collect();
    let mut found = Features::new();
    if let Some(first) = talks.iter().min() {
        let hours = *first as f64 / HOUR as f64;
        found.push(("talks".to_owned(), (1.0 + talks.len() as f64).ln()));
        // The sooner the more: nothing when nobody did.
        found.push(("answer".to_owned(), (1.0 + FIRST as f64 / HOUR as f64).ln() - (1.0 + hours).ln()));
    }
    found
}

/// Of a record as it was read.
pub(super) fn of_record(lead: &Record, happened: &Happened) -> Features {
    let made = lead.instant("created_at").unwrap_or(Timestamp::from_micros(0));
    let theirs = happened.get(&card(lead)).map(Vec::as_slice).unwrap_or_default();
    let value = |key: &str| if lead.object.at(key).is_some() { lead.get(key).clone() } else { Json::Null };
    of(&lead.object, value, made, theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_days_count_and_the_sooner_the_more() {
        let made = Timestamp::from_micros(1_000_000_000_000);
        let at = |hours: i64, object: &str| (made.plus(hours * HOUR), object.to_owned());
        let answer = |happened: &[(Timestamp, String)]| {
            of_talks(made, happened).into_iter().find(|(name, _)| name == "answer").map(|(_, value)| value)
        };
        let (soon, late) =
            (answer(&[at(1, "call")]).unwrap(), answer(&[at(48, "call"), at(60, "appointment")]).unwrap());
        assert!(soon > late && late > 0.0, "{soon} {late}");
        assert_eq!(answer(&[at(300, "call"), at(2, "note"), at(-3, "call")]), None);
        let talks = of_talks(made, &[at(1, "call"), at(2, "call")]);
        assert!((talks[0].1 - 3f64.ln()).abs() < 1e-9);
    }
}
