//! Who sells: what stands in the head and foot of every document, and the workspace's rules about them.

use std::{collections::HashMap, sync::Arc};

use identity::workspaces;
use kernel::{Country, Cx, Error, FieldErrors, Id, Result, Role, Text, Tx};
use serde::{Deserialize, Serialize};

use crate::numbers;

/// The setting that holds it.
const SETTING: &str = "seller";

/// The workspace as a seller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seller {
    pub name: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    /// ISO 3166-1, two letters.
    pub country: String,
    pub vat_number: String,
    pub registration_number: String,
    pub email: String,
    pub phone: String,
    pub website: String,
    pub bank: String,
    pub iban: String,
    pub bic: String,
    /// In hundredths of a percent: 2500 is 25 %.
    pub tax: i64,
    /// Days in which an invoice is to be paid, unless the customer has terms of their own.
    pub payment_days: i64,
    /// Days for which a quote holds.
    pub valid_days: i64,
    /// From which share off the full prices a quote needs approval, in hundredths of a percent.
    pub approval_above: Option<i64>,
    /// Who approves, beside administrators.
    pub approvers: Vec<Id>,
    /// How each kind of document is numbered: see [`numbers::is_pattern`].
    pub patterns: HashMap<String, String>,
    /// The stage that a deal moves to when its quote is sent, and when it is accepted; empty where it stays.
    pub stage_when_sent: String,
    pub stage_when_accepted: String,
    /// An accepted quote makes an order by itself.
    pub orders_by_itself: bool,
    /// What stands at the end of every quote, and of every invoice.
    pub quote_terms: String,
    pub invoice_terms: String,
}

impl Default for Seller {
    fn default() -> Seller {
        Seller {
            name: String::new(),
            street: String::new(),
            postal_code: String::new(),
            city: String::new(),
            country: String::new(),
            vat_number: String::new(),
            registration_number: String::new(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
            bank: String::new(),
            iban: String::new(),
            bic: String::new(),
            tax: 0,
            payment_days: 14,
            valid_days: 30,
            approval_above: None,
            approvers: Vec::new(),
            patterns: HashMap::new(),
            stage_when_sent: "proposal".to_owned(),
            stage_when_accepted: "won".to_owned(),
            orders_by_itself: true,
            quote_terms: String::new(),
            invoice_terms: String::new(),
        }
    }
}

/// The kinds of documents that have numbers, and how they are numbered unless a workspace says otherwise.
pub const PATTERNS: &[(&str, &str)] = &[
    ("quote", "Q[year]-[number]"),
    ("order", "O[year]-[number]"),
    ("invoice", "[year]-[number]"),
    ("credit_note", "C[year]-[number]"),
    ("delivery", "D[year]-[number]"),
];

impl Seller {
    /// As the workspace wrote it; what it left out is what it is likely to be. Read once in a unit of work.
    pub fn of(cx: &Cx) -> Result<Arc<Seller>> {
        cx.once(|| Seller::read(cx).map(Arc::new))
    }

    fn read(cx: &Cx) -> Result<Seller> {
        let workspace = workspaces::find(cx)?;
        if let Some(kept) = workspaces::setting::<Seller>(cx, SETTING)? {
            let name = if kept.name.is_empty() { workspace.name } else { kept.name.clone() };
            return Ok(Seller { name, ..kept });
        }
        let country = workspace.country;
        Ok(Seller {
            name: workspace.name,
            country: country.code().to_owned(),
            tax: standard_rate(country),
            ..Seller::default()
        })
    }

    /// How documents of this kind are numbered.
    pub fn pattern(&self, kind: &str) -> &str {
        let declared =
            PATTERNS.iter().find(|(key, _)| *key == kind).map_or(numbers::NUMBER, |(_, pattern)| pattern);
        self.patterns.get(kind).map_or(declared, String::as_str)
    }

    /// Whether the actor may approve what is sold below the limit.
    pub fn approves(&self, cx: &Cx) -> bool {
        cx.actor().role() >= Role::Admin
            || cx.actor().user().is_some_and(|user| self.approvers.contains(&user))
    }
}

/// Keeps what somebody wrote; `Invalid` names the fields.
pub fn keep(tx: &mut Tx, seller: &Seller) -> Result<()> {
    let mut errors = FieldErrors::default();
    let between = |number: i64, most: i64| (0..=most).contains(&number);
    if !seller.country.is_empty() && Country::new(&seller.country).is_none() {
        errors.add("country", Text::new("not-a-country"));
    }
    for (field, number, most) in [
        ("tax", seller.tax, 10_000),
        ("approval_above", seller.approval_above.unwrap_or(0), 10_000),
        ("payment_days", seller.payment_days, 365),
        ("valid_days", seller.valid_days, 365),
    ] {
        if !between(number, most) {
            errors.add(field, Text::new(if most == 365 { "not-days" } else { "not-a-percentage" }));
        }
    }
    for (kind, pattern) in &seller.patterns {
        if !numbers::is_pattern(pattern) {
            errors.add(format!("pattern_{kind}"), Text::new("not-a-pattern"));
        }
    }
    if !seller.iban.is_empty() && !is_iban(&seller.iban) {
        errors.add("iban", Text::new("not-an-iban"));
    }
    let texts = [&seller.quote_terms, &seller.invoice_terms, &seller.name, &seller.street];
    if texts.iter().any(|text| text.chars().count() > 5_000) {
        return Err(Error::invalid("quote_terms", "line-too-long"));
    }
    errors.into_result()?;
    workspaces::set_setting(tx, SETTING, seller)?;
    tx.forget::<Seller>();
    tx.emit("seller");
    Ok(())
}

/// Whether the check digits are right (ISO 13616; ISO 7064, MOD 97-10).
pub fn is_iban(text: &str) -> bool {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if !(15..=34).contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let (head, tail) = text.split_at(4);
    let digit =
        |rest: u32, value: u32| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 };
    let rest = tail.chars().chain(head.chars()).filter_map(|letter| letter.to_digit(36)).fold(0, digit);
    rest == 1
}

/// Members of the European Union, whose businesses buy from each other without tax.
const UNION: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Standard rates of value added or sales tax in hundredths of a percent, to begin with; each workspace sets its own.
const RATES: &[(&str, i64)] = &[
    ("AT", 2000),
    ("AU", 1000),
    ("BE", 2100),
    ("BG", 2000),
    ("CH", 810),
    ("CN", 1300),
    ("CY", 1900),
    ("CZ", 2100),
    ("DE", 1900),
    ("DK", 2500),
    ("EE", 2400),
    ("ES", 2100),
    ("FI", 2550),
    ("FR", 2000),
    ("GB", 2000),
    ("GR", 2400),
    ("HR", 2500),
    ("HU", 2700),
    ("IE", 2300),
    ("IS", 2400),
    ("IT", 2200),
    ("JP", 1000),
    ("LT", 2100),
    ("LU", 1700),
    ("LV", 2100),
    ("MT", 1800),
    ("NL", 2100),
    ("NO", 2500),
    ("NZ", 1500),
    ("PL", 2300),
    ("PT", 2300),
    ("RO", 2100),
    ("SE", 2500),
    ("SI", 2200),
    ("SK", 2300),
    ("TR", 2000),
];

fn standard_rate(country: Country) -> i64 {
    RATES.iter().find(|(code, _)| *code == country.code()).map_or(0, |(_, rate)| *rate)
}

/// The category that holds instead of the product's own where the customer is elsewhere; nothing where it is the product's.
/// Within the EU a business with a VAT number pays the tax itself (Directive 2006/112/EC, 138 and 196); what leaves it is not taxed.
pub fn category_abroad(
    seller: &Seller,
    country: Option<Country>,
    has_vat_number: bool,
    is_service: bool,
) -> Option<&'static str> {
    let inside = |country: &str| UNION.contains(&country);
    let country = country?;
    if country.code() == seller.country || !inside(&seller.country) {
        return None;
    }
    match (inside(country.code()), has_vat_number, is_service) {
        (true, false, _) => None,
        (true, true, true) => Some("AE"),
        (true, true, false) => Some("K"),
        (false, _, true) => Some("O"),
        (false, _, false) => Some("G"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_is_known_by_its_check_digits() {
        for (text, is) in [
            ("DK50 0040 0440 1162 43", true),
            ("GB82WEST12345698765432", true),
            ("DK51 0040 0440 1162 43", false),
            ("hello", false),
        ] {
            assert_eq!(is_iban(text), is, "{text}");
        }
    }

    #[test]
    fn who_buys_from_abroad_pays_the_tax_of_their_own_country() {
        let danish = Seller { country: "DK".to_owned(), ..Seller::default() };
        let check = |country: &str, number: bool, service: bool, expected: Option<&str>| {
            assert_eq!(
                category_abroad(&danish, Country::new(country), number, service),
                expected,
                "{country}"
            );
        };
        check("DK", true, false, None);
        check("SE", false, false, None);
        check("SE", true, false, Some("K"));
        check("SE", true, true, Some("AE"));
        check("NO", false, false, Some("G"));
        check("US", true, true, Some("O"));
        let turkish = Seller { country: "TR".to_owned(), ..Seller::default() };
        assert_eq!(category_abroad(&turkish, Country::new("SE"), true, false), None);
    }
}
