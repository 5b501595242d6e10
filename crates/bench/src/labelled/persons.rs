//! People as several cards have them, and people who only look the same.

use records::save::Values;
use serde_json::json;

use super::{
    Written,
    errors::{misdialled, mistyped, slipped},
    firms,
    spelling::{called, latin, shortened},
};
use crate::{
    cultures::{CULTURES, Culture},
    dice::Dice,
};

#[derive(Clone)]
pub(super) struct Person {
    culture: usize,
    given: String,
    middle: String,
    family: String,
    email: Option<String>,
    phone: Option<String>,
    /// Street, postal code, city.
    address: Option<(String, String, String)>,
    birthday: Option<(u64, u64, u64)>,
    /// The number of the firm on the card.
    firm: Option<u64>,
    job: &'static str,
}

/// No firm of the set has so high a number.
const FIRMS_ELSEWHERE: u64 = 1_000_000;
const JOBS: [&str; 6] = ["Buyer", "Owner", "Sales", "Engineer", "Accountant", ""];

/// So many of them, in households and firms.
pub(super) fn originals(seed: u64, count: u64, firms: u64) -> Vec<Person> {
    let mut dice = Dice::of(seed, 2);
    let mut people: Vec<Person> = Vec::with_capacity(count as usize);
    while (people.len() as u64) < count {
        let person = somebody(&mut dice, firms);
        if dice.chance(18) {
            people.extend(family(&mut dice, &person, firms));
        }
        people.push(person);
    }
    people.truncate(count as usize);
    people
}

fn somebody(dice: &mut Dice, firms: u64) -> Person {
    let culture = dice.below(CULTURES.len() as u64) as usize;
    let words = &CULTURES[culture];
    let (given, family) = (given(dice, words), (*dice.pick(words.family)).to_owned());
    let middle = match words.eastern {
        false if dice.chance(45) => (*dice.pick(words.family)).to_owned(),
        _ => String::new(),
    };
    let mut person = Person {
        culture,
        given,
        middle: if middle == family { String::new() } else { middle },
        family,
        email: None,
        phone: None,
        address: dice.chance(72).then(|| address(dice, words)),
        birthday: dice.chance(45).then(|| birthday(dice)),
        firm: None,
        job: dice.pick::<&str>(&JOBS),
    };
    let firm = dice.chance(55).then(|| dice.often_low(firms.max(1)));
    person.firm = firm.filter(|_| dice.chance(75));
    person.email = dice.chance(86).then(|| email(dice, &person, firm));
    person.phone = dice.chance(82).then(|| match firm {
        // The switchboard, which colleagues share.
        Some(firm) if dice.chance(20) => firms::switchboard(firm),
        _ => mobile(dice, words),
    });
    person
}

/// Who lives with somebody: the same roof and name, often the same phone, sometimes the same address for mail.
fn family(dice: &mut Dice, person: &Person, firms: u64) -> Vec<Person> {
    let words = &CULTURES[person.culture];
    let mut others = Vec::new();
    for _ in 0..1 + dice.below(2) {
        // Nobody calls two children alike, however few names there are to choose from.
        let mut own = given(dice, words);
        while own == person.given || others.iter().any(|other: &Person| other.given == own) {
            own = given(dice, words);
        }
        let mut other = Person { given: own, birthday: None, ..person.clone() };
        // Some run the firm together.
        other.firm = match dice.below(100) {
            0..12 => person.firm,
            12..50 => Some(dice.often_low(firms.max(1))),
            _ => None,
        };
        other.middle = String::new();
        match dice.below(100) {
            // A child that is called like the parent.
            0..4 => other.given.clone_from(&person.given),
            // A twin.
            4..7 => other.birthday = person.birthday,
            _ => {}
        }
        if other.birthday.is_none() {
            other.birthday = dice.chance(45).then(|| birthday(dice));
        }
        if !dice.chance(35) {
            other.phone = dice.chance(70).then(|| mobile(dice, words));
        }
        if !dice.chance(20) {
            let own = email(dice, &other, None);
            other.email = dice.chance(70).then_some(own);
        }
        others.push(other);
    }
    others
}

fn given(dice: &mut Dice, words: &Culture) -> String {
    let mut given = (*dice.pick(words.given)).to_owned();
    if words.eastern && dice.chance(80) {
        given.push_str(dice.pick::<&str>(words.given));
    }
    given
}

fn mobile(dice: &mut Dice, words: &Culture) -> String {
    format!("+{}", words.phones + dice.below(90_000_000))
}

fn birthday(dice: &mut Dice) -> (u64, u64, u64) {
    (1940 + dice.below(66), 1 + dice.below(12), 1 + dice.below(28))
}

/// More streets than `cultures` has: most are named after somebody.
fn address(dice: &mut Dice, words: &Culture) -> (String, String, String) {
    let (city, postal_code) = *dice.pick(words.cities);
    let known = *dice.pick(words.streets);
    let street = match known.rsplit_once(' ') {
        Some((_, kind)) if dice.chance(80) => format!("{} {kind}", dice.pick::<&str>(words.family)),
        _ if dice.chance(80) => format!("{}{known}", dice.pick::<&str>(words.family)),
        _ => known.to_owned(),
    };
    (format!("{street} {}", 1 + dice.below(180)), postal_code.to_owned(), city.to_owned())
}

fn email(dice: &mut Dice, person: &Person, firm: Option<u64>) -> String {
    let plain = |text: String| text.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
    let (given, family) = (plain(latin(dice, &person.given)), plain(latin(dice, &person.family)));
    if let Some(firm) = firm {
        let local = match dice.below(100) {
            0..5 => "info".to_owned(),
            5..60 => format!("{given}.{family}"),
            60..80 => format!("{}{family}", &given[..1.min(given.len())]),
            _ => given,
        };
        return format!("{local}@{}", firms::domain(firm));
    }
    let provider = *dice.pick(&["mail.example", "post.example", "inbox.example", "web.example"]);
    let number = dice.below(990) + 10;
    match dice.below(3) {
        0 => format!("{given}.{family}{number}@{provider}"),
        1 => format!("{given}{number}@{provider}"),
        _ => format!("{family}{}{number}@{provider}", &given[..1.min(given.len())]),
    }
}

impl Written for Person {
    fn values(&self) -> Values {
        let mut values = Values::new();
        let mut put = |field: &str, value: serde_json::Value| values.insert(field.to_owned(), value);
        put("name", json!({ "given": self.given, "middle": self.middle, "family": self.family }));
        if !self.job.is_empty() {
            put("job_title", self.job.into());
        }
        if let Some(firm) = self.firm {
            put("company", firms::card(firm).into());
        }
        if let Some(email) = &self.email {
            put("emails", json!([{ "address": email }]));
        }
        if let Some(phone) = &self.phone {
            put("phones", json!([{ "number": phone }]));
        }
        if let Some((street, postal_code, city)) = &self.address {
            put("addresses", json!([{ "street": street, "postal_code": postal_code, "city": city }]));
        }
        if let Some((year, month, day)) = self.birthday {
            put("birthday", format!("{year}-{month:02}-{day:02}").into());
        }
        values
    }
}

/// The same person once more, as somebody else typed it, some years later, from a card or over the phone.
pub(super) fn copy(dice: &mut Dice, original: &Person) -> Values {
    let mut person = original.clone();
    let words = &CULTURES[person.culture];
    // Not everything is asked again.
    let unasked = 12;
    if dice.chance(unasked) {
        person.email = None;
    }
    if dice.chance(unasked) {
        person.phone = None;
    }
    if dice.chance(2 * unasked) {
        person.address = None;
    }
    if dice.chance(3 * unasked) {
        person.birthday = None;
    }
    person.firm = match dice.below(100) {
        _ if person.firm.is_none() => None,
        // Not asked, somewhere else by now, or at another card of the same firm.
        0..12 => None,
        12..18 => Some(dice.below(FIRMS_ELSEWHERE)),
        18..24 => person.firm.map(|firm| firm + FIRMS_ELSEWHERE),
        _ => person.firm,
    };
    if dice.chance(40) {
        person.middle = String::new();
    }
    // In another script or without marks, as a program abroad wants it.
    if dice.chance(15) {
        let (given, family) = (latin(dice, &person.given), latin(dice, &person.family));
        (person.given, person.family, person.middle) = (given, family, String::new());
    }
    // One to four changes, most often one or two.
    let changes = 1 + (0..3).filter(|_| dice.chance(38)).count();
    for _ in 0..changes {
        change(dice, &mut person, words);
    }
    person.values()
}

fn change(dice: &mut Dice, person: &mut Person, words: &Culture) {
    match dice.below(100) {
        0..19 => change_given(dice, person),
        19..39 => change_family(dice, person, words),
        39..44 => std::mem::swap(&mut person.given, &mut person.family),
        44..60 => {
            person.email = match (person.email.take(), dice.below(100)) {
                (Some(email), 0..35) => Some(mistyped_email(dice, &email)),
                (_, 35..70) => Some(email(dice, person, None)),
                _ => None,
            }
        }
        60..74 => {
            person.phone = match (person.phone.take(), dice.below(100)) {
                (Some(phone), 0..40) => Some(misdialled(dice, &phone, 3)),
                (_, 40..75) => Some(mobile(dice, words)),
                _ => None,
            }
        }
        74..91 => change_address(dice, person, words),
        _ => {
            person.birthday = match (person.birthday, dice.below(100)) {
                (Some((year, month, day)), 0..45) if day <= 12 => Some((year, day, month)),
                (Some((year, month, day)), 0..75) => Some((year, month, 1 + (day + dice.below(8)) % 28)),
                _ => None,
            }
        }
    }
}

fn change_given(dice: &mut Dice, person: &mut Person) {
    let given = person.given.clone();
    person.given = match dice.below(100) {
        0..28 => called(dice, &given).unwrap_or_else(|| slipped(dice, &given)),
        28..40 => match given.chars().next() {
            Some(first) => format!("{first}."),
            None => given,
        },
        40..55 => latin(dice, &given),
        _ => slipped(dice, &given),
    };
}

fn change_family(dice: &mut Dice, person: &mut Person, words: &Culture) {
    let family = person.family.clone();
    person.family = match dice.below(100) {
        // Married: the new name, or both.
        0..9 => (*dice.pick(words.family)).to_owned(),
        9..15 if !words.eastern => format!("{family}-{}", dice.pick::<&str>(words.family)),
        15..35 => latin(dice, &family),
        _ => slipped(dice, &family),
    };
}

fn change_address(dice: &mut Dice, person: &mut Person, words: &Culture) {
    let Some((street, postal_code, city)) = person.address.take() else {
        person.address = dice.chance(50).then(|| address(dice, words));
        return;
    };
    person.address = match dice.below(100) {
        0..35 => Some(address(dice, words)),
        35..55 => Some((shortened(&street), postal_code, city)),
        55..75 => Some((mistyped(dice, &street), postal_code, city)),
        75..85 => Some((street, String::new(), city)),
        85..92 => Some((street, mistyped(dice, &postal_code), city)),
        _ => None,
    };
}

/// A slip before the @, so that it stays an address.
fn mistyped_email(dice: &mut Dice, email: &str) -> String {
    match email.split_once('@') {
        Some((local, domain)) => {
            let typed = mistyped(dice, local).replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "");
            let typed = typed.trim_matches('.').replace("..", ".");
            if typed.is_empty() { email.to_owned() } else { format!("{typed}@{domain}") }
        }
        None => email.to_owned(),
    }
}
