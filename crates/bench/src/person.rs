//! The people of the bench. Each follows from its number alone, so they are written, searched and counted without
//! being kept.

use crate::{
    cultures::{CULTURES, Culture},
    dice::Dice,
};

/// What the dice of a kind decide.
const PERSON: u64 = 1;

const TAGS: [&str; 8] =
    ["customer", "supplier", "partner", "newsletter", "vip", "press", "former", "prospect"];

/// One of them, as an address book has it.
pub(crate) struct Person {
    pub(crate) given: String,
    pub(crate) middle: &'static str,
    pub(crate) family: &'static str,
    pub(crate) eastern: bool,
    pub(crate) company: Option<String>,
    pub(crate) email: String,
    pub(crate) phone: Option<String>,
    pub(crate) address: Option<Address>,
    /// `1971-03-28`
    pub(crate) birthday: Option<String>,
    pub(crate) tags: Vec<&'static str>,
    /// Which colleague looks after the card.
    pub(crate) owner: u64,
}

pub(crate) struct Address {
    pub(crate) street: String,
    pub(crate) city: &'static str,
    pub(crate) postal_code: &'static str,
    pub(crate) country: &'static str,
}

/// How many companies so many people work at.
pub(crate) fn companies(people: u64) -> u64 {
    (people / 7).max(1)
}

impl Person {
    /// Of so many `people`.
    pub(crate) fn new(number: u64, people: u64) -> Person {
        let mut dice = Dice::of(PERSON, number);
        let culture = culture(&mut dice);
        let family = *dice.pick(culture.family);
        let mut given = (*dice.pick(culture.given)).to_owned();
        let mut middle = "";
        if culture.eastern {
            if dice.chance(80) {
                given.push_str(dice.pick::<&str>(culture.given));
            }
        } else if dice.chance(60) {
            middle = *dice.pick(culture.family);
        }
        let company = company(&mut dice, number, people);
        let email = email(&mut dice, culture, &given, family, number, company);
        Person {
            given,
            middle: if middle == family { "" } else { middle },
            family,
            eastern: culture.eastern,
            company: company.map(company_name),
            email,
            phone: dice.chance(90).then(|| format!("+{}", culture.phones + number)),
            address: dice.chance(80).then(|| address(&mut dice, culture)),
            birthday: dice.chance(70).then(|| birthday(&mut dice)),
            tags: TAGS.into_iter().filter(|_| dice.chance(15)).collect(),
            owner: dice.below(1000),
        }
    }

    /// The whole name on one line.
    pub(crate) fn name(&self) -> String {
        if self.eastern {
            return format!("{}{}", self.family, self.given);
        }
        let parts = [self.given.as_str(), self.middle, self.family];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

fn culture(dice: &mut Dice) -> &'static Culture {
    let mut fallen = dice.below(CULTURES.iter().map(|culture| culture.share).sum());
    for culture in &CULTURES {
        if fallen < culture.share {
            return culture;
        }
        fallen -= culture.share;
    }
    &CULTURES[0]
}

/// Every company has somebody, a few have hundreds, and one person in ten has none.
fn company(dice: &mut Dice, number: u64, people: u64) -> Option<u64> {
    let all = companies(people);
    if number.is_multiple_of(7) && number / 7 < all {
        return Some(number / 7);
    }
    let fallen = dice.often_low(all);
    // The large ones stand anywhere in the alphabet.
    (!dice.chance(12)).then_some(fallen.wrapping_mul(7919) % all)
}

/// No two numbers have the same.
pub(crate) fn company_name(number: u64) -> String {
    let culture = &CULTURES[(number % CULTURES.len() as u64) as usize];
    let mut left = number / CULTURES.len() as u64;
    let mut next = |count: usize| {
        let at = left % count as u64;
        left /= count as u64;
        at as usize
    };
    let one = culture.family[next(culture.family.len())];
    let other = culture.family[next(culture.family.len())];
    let trade = culture.trades[next(culture.trades.len())];
    let (city, _) = culture.cities[next(culture.cities.len())];
    let form = culture.form;
    let again = if left > 0 { format!(" {}", left + 1) } else { String::new() };
    if culture.eastern {
        return format!("{city}{one}{other}{trade}{form}{again}");
    }
    let names = if one == other { one.to_owned() } else { format!("{one} & {other}") };
    format!("{names} {trade} {city} {form}{again}")
}

fn email(
    dice: &mut Dice,
    culture: &Culture,
    given: &str,
    family: &str,
    number: u64,
    company: Option<u64>,
) -> String {
    let local = match culture.mail {
        [] => format!("{}.{}", plain(given), plain(family)),
        some => (*dice.pick(some)).to_owned(),
    };
    match company {
        Some(company) => format!("{local}.{number}@firm{company}.example"),
        None => format!("{local}.{number}@mail.example"),
    }
}

/// Latin letters without their marks, as people write themselves in addresses.
fn plain(name: &str) -> String {
    let letter = |c: char| match c {
        'å' | 'ä' | 'â' => "a",
        'æ' => "ae",
        'ö' | 'ø' => "o",
        'ü' => "u",
        'ç' => "c",
        'ğ' => "g",
        'ı' => "i",
        'ş' => "s",
        'é' => "e",
        _ => "",
    };
    let mut written = String::with_capacity(name.len());
    for c in name.to_lowercase().chars() {
        match c {
            'a'..='z' => written.push(c),
            other => written.push_str(letter(other)),
        }
    }
    written
}

fn address(dice: &mut Dice, culture: &Culture) -> Address {
    let (city, postal_code) = *dice.pick(culture.cities);
    let street = format!("{} {}", dice.pick(culture.streets), 1 + dice.below(240));
    Address { street, city, postal_code, country: culture.country }
}

fn birthday(dice: &mut Dice) -> String {
    format!("{}-{:02}-{:02}", 1940 + dice.below(66), 1 + dice.below(12), 1 + dice.below(28))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn people_follow_from_their_number_and_have_addresses_of_their_own() {
        let emails: HashSet<String> = (0..5_000).map(|number| Person::new(number, 5_000).email).collect();
        assert_eq!(emails.len(), 5_000);
        assert!(emails.iter().all(|email| email.is_ascii() && !email.starts_with('.')));
        assert_eq!(Person::new(17, 100).name(), Person::new(17, 100).name());
    }

    #[test]
    fn companies_differ_and_each_has_somebody() {
        let names: HashSet<String> = (0..200_000).map(company_name).collect();
        assert_eq!(names.len(), 200_000);
        let employers: HashSet<String> =
            (0..7_000).filter_map(|number| Person::new(number, 7_000).company).collect();
        assert_eq!(employers.len(), 1_000);
    }
}
