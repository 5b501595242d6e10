//! The companies of the sample.

use std::collections::HashSet;

use records::{Json, save::Values};
use serde_json::json;

use super::{
    cultures::{CULTURES, Culture, Word, latin},
    dice::Dice,
    numbers::Numbers,
    plan::{Card, Setting, Step},
};

const COUNT: usize = 300;

pub(super) struct Company {
    pub(super) culture: usize,
    pub(super) domain: String,
    /// The number that is answered at the front desk.
    pub(super) phone: Option<String>,
    pub(super) owner: Json,
    pub(super) values: Values,
}

pub(super) fn companies(setting: &Setting, dice: &mut Dice) -> Vec<Company> {
    let mut taken = HashSet::new();
    let mut numbers = Numbers::front_desks();
    let mut made = Vec::with_capacity(COUNT);
    while made.len() < COUNT {
        let culture = culture(dice);
        let (name, domain, industry) = name(CULTURES[culture].0, dice);
        if taken.insert(name.clone()) && taken.insert(domain.clone()) {
            let mut one = company(setting, dice, &mut numbers, culture, (name, domain, industry));
            if made.len() % 12 == 5 {
                deals_in_it(setting, &mut one.values);
            }
            made.push(one);
        }
    }
    made
}

/// Some sell on, and have prices of their own.
fn deals_in_it(setting: &Setting, values: &mut Values) {
    let mut tags = values.get("tags").and_then(Json::as_array).cloned().unwrap_or_default();
    tags.push(setting.locale.t("sample-tag-dealer").into());
    values.insert("tags".to_owned(), tags.into());
}

/// Some belong to others.
pub(super) fn parents(companies: &[Company], dice: &mut Dice) -> Vec<Step> {
    let mut links = Vec::new();
    for child in (0..companies.len()).step_by(23).skip(1) {
        let parent = dice.below(child);
        links.push(Step::Link {
            kind: "parent_company",
            from: Card::Company(child),
            to: Card::Company(parent),
        });
    }
    links
}

/// One of the cultures, by their shares.
pub(super) fn culture(dice: &mut Dice) -> usize {
    let mut fallen = dice.below(100);
    for (at, (_, share)) in CULTURES.iter().enumerate() {
        if fallen < *share {
            return at;
        }
        fallen -= share;
    }
    0
}

fn name(culture: &Culture, dice: &mut Dice) -> (String, String, &'static str) {
    let (trade, trade_latin, industry) = *dice.pick(culture.trades);
    let form = dice.pick(culture.forms);
    let first: &Word = if dice.chance(55) { dice.pick(culture.families) } else { dice.pick(culture.names) };
    let name = if culture.joined {
        format!("{}{}{trade}{form}", dice.pick(culture.towns).1, first.0)
    } else {
        format!("{} {trade} {form}", first.0)
    };
    (name, format!("{}-{trade_latin}.example", latin(first)), industry)
}

fn company(
    setting: &Setting,
    dice: &mut Dice,
    numbers: &mut Numbers,
    at: usize,
    (name, domain, industry): (String, String, &str),
) -> Company {
    let culture = CULTURES[at].0;
    let town = dice.below(culture.towns.len());
    let street = street(culture, dice);
    let phone = numbers.next(at);
    let owner = setting.owner(dice);
    let employees = match dice.below(10) {
        0..6 => dice.between(2, 25),
        6..9 => dice.between(26, 120),
        _ => dice.between(121, 900),
    };
    let mut values = Values::new();
    let mut put = |field: &str, value: Json| values.insert(field.to_owned(), value);
    put("name", name.into());
    put("industry", setting.locale.t(&format!("sample-industry-{industry}")).into());
    if let Some(phone) = &phone {
        put("phones", json!([{ "number": phone, "label": "main" }]));
    }
    put("emails", json!([{ "address": format!("info@{domain}"), "label": "work" }]));
    put("links", json!([{ "url": format!("https://www.{domain}") }]));
    put("addresses", json!([address(setting, culture, &street, town, "work")]));
    put("language", culture.language.into());
    put("registration_number", dice.between(10_000_000, 99_999_999).to_string().into());
    put("employees", employees.into());
    put("tags", setting.tags(dice, &["sample-tag-customer", "sample-tag-supplier", "sample-tag-partner"]));
    put("owner", owner.clone());
    put("created_at", setting.made_at(dice));
    if dice.chance(40) {
        put("rating", dice.between(1, 5).into());
    }
    Company { culture: at, domain, phone, owner, values }
}

pub(super) fn street(culture: &Culture, dice: &mut Dice) -> String {
    let (street, number) = (dice.pick(culture.streets), dice.between(1, 140));
    match (culture.number_first, culture.joined) {
        (true, _) => format!("{number} {street}"),
        (_, true) => format!("{street}{number}号"),
        _ => format!("{street} {number}"),
    }
}

pub(super) fn address(setting: &Setting, culture: &Culture, street: &str, town: usize, label: &str) -> Json {
    let (postal_code, city) = culture.towns[town];
    let country = if setting.is_home(culture.country) { "" } else { culture.country_name };
    json!({ "label": label, "street": street, "postal_code": postal_code, "city": city, "country": country })
}
