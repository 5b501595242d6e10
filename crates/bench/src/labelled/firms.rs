//! Companies as several cards have them: with and without legal form, under a short name, with another address.

use records::save::Values;
use serde_json::json;

use super::{
    Written,
    errors::{misdialled, slipped},
    spelling::{latin, shortened},
};
use crate::{
    cultures::{CULTURES, Culture},
    dice::Dice,
};

#[derive(Clone)]
pub(super) struct Firm {
    number: u64,
    name: String,
    form: String,
    domain: Option<String>,
    phone: Option<String>,
    address: Option<(String, String, String)>,
    register: Option<String>,
}

/// The forms of each culture, in the order of `cultures`; the first ones mean the same.
const FORMS: [&[&str]; 6] = [
    &["Ltd", "Limited", "Ltd.", "plc"],
    &["ApS", "A/S", "I/S"],
    &["AB", "Aktiebolag", "HB"],
    &["A.Ş.", "Ltd. Şti.", "AŞ", "Limited Şirketi"],
    &["ООД", "ЕООД", "АД", "OOD"],
    &["有限公司", "有限责任公司", "股份有限公司"],
];

pub(super) fn domain(firm: u64) -> String {
    format!("firm{firm}.example")
}

/// What refers to the card of a firm.
pub(super) fn card(firm: u64) -> String {
    format!("company:00000000-0000-7000-8000-{:012x}", firm + 1)
}

/// No two firms have the same number.
pub(super) fn switchboard(firm: u64) -> String {
    format!("+4570{:06}", firm % 1_000_000)
}

pub(super) fn originals(seed: u64, count: u64) -> Vec<Firm> {
    let mut dice = Dice::of(seed, 3);
    (0..count).map(|number| firm(&mut dice, number)).collect()
}

fn firm(dice: &mut Dice, number: u64) -> Firm {
    let culture = (number % CULTURES.len() as u64) as usize;
    let words = &CULTURES[culture];
    let one = *dice.pick(words.family);
    let trade = *dice.pick(words.trades);
    let between = if words.eastern { "" } else { " " };
    let (city, _) = *dice.pick(words.cities);
    let name = match dice.below(100) {
        0..45 => format!("{one}{between}{trade}"),
        45..75 => format!("{one}{between}{}{between}{trade}", dice.pick::<&str>(words.family)),
        _ => format!("{city}{between}{one}{between}{trade}"),
    };
    Firm {
        number,
        name,
        form: (*dice.pick(FORMS[culture])).to_owned(),
        domain: dice.chance(75).then(|| domain(number)),
        phone: dice.chance(80).then(|| switchboard(number)),
        address: dice.chance(85).then(|| address(dice, words)),
        register: dice.chance(55).then(|| format!("{}", 10_000_000 + number * 7919 % 89_999_999)),
    }
}

fn address(dice: &mut Dice, words: &Culture) -> (String, String, String) {
    let (city, postal_code) = *dice.pick(words.cities);
    let street = format!("{} {}", dice.pick(words.streets), 1 + dice.below(180));
    (street, postal_code.to_owned(), city.to_owned())
}

impl Written for Firm {
    fn values(&self) -> Values {
        let mut values = Values::new();
        let mut put = |field: &str, value: serde_json::Value| values.insert(field.to_owned(), value);
        let between = if self.form.is_ascii() || !self.form.starts_with(['有', '股']) { " " } else { "" };
        put("name", format!("{}{between}{}", self.name, self.form).trim().into());
        if let Some(domain) = &self.domain {
            put("emails", json!([{ "address": format!("info@{domain}") }]));
            if self.number.is_multiple_of(2) {
                put("links", json!([{ "url": format!("https://www.{domain}/") }]));
            }
        }
        if let Some(phone) = &self.phone {
            put("phones", json!([{ "number": phone }]));
        }
        if let Some((street, postal_code, city)) = &self.address {
            put("addresses", json!([{ "street": street, "postal_code": postal_code, "city": city }]));
        }
        if let Some(register) = &self.register {
            put("registration_number", register.as_str().into());
        }
        values
    }
}

/// The same firm once more.
pub(super) fn copy(dice: &mut Dice, original: &Firm) -> Values {
    let mut firm = original.clone();
    let culture = (firm.number % CULTURES.len() as u64) as usize;
    let words = &CULTURES[culture];
    for part in [&mut firm.domain, &mut firm.phone] {
        if dice.chance(15) {
            *part = None;
        }
    }
    if dice.chance(45) {
        firm.register = None;
    }
    if dice.chance(20) {
        firm.address = None;
    }
    let changes = 1 + (0..3).filter(|_| dice.chance(35)).count();
    for _ in 0..changes {
        match dice.below(100) {
            0..25 => firm.form = String::new(),
            25..40 => firm.form = (*dice.pick(FORMS[culture])).to_owned(),
            40..58 => firm.name = slipped(dice, &firm.name),
            58..66 => {
                firm.name = latin(dice, &firm.name);
                firm.form = String::new();
            }
            66..80 => {
                firm.address = match (firm.address.take(), dice.below(100)) {
                    (Some((street, code, city)), 0..55) => Some((shortened(&street), code, city)),
                    _ => Some(address(dice, words)),
                }
            }
            80..92 => firm.phone = firm.phone.map(|phone| misdialled(dice, &phone, 3)),
            _ => firm.register = firm.register.map(|register| misdialled(dice, &register, 0)),
        }
    }
    firm.values()
}
