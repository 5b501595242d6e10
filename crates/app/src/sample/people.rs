//! The people of the sample, those who live together, and who is whose spouse and child.

use std::collections::HashMap;

use jiff::ToSpan;
use records::{Json, save::Values};
use serde_json::json;

use super::{
    companies::{Company, address, culture, street},
    cultures::{CULTURES, Culture, Word, latin},
    dice::Dice,
    numbers::Numbers,
    plan::{Card, Setting, Step},
};

const PEOPLE: usize = 2000;
const HOUSEHOLDS: usize = 150;

pub(super) struct Person {
    pub(super) values: Values,
    pub(super) company: Option<usize>,
    pub(super) phone: Option<String>,
    pub(super) owner: Json,
    pub(super) adult: bool,
}

#[derive(Default)]
pub(super) struct People {
    pub(super) people: Vec<Person>,
    pub(super) households: Vec<Values>,
    pub(super) links: Vec<Step>,
}

/// What is fixed about somebody before the rest falls.
struct Born {
    culture: usize,
    woman: bool,
    given: Word,
    family: usize,
    age: i64,
    /// Where they live, when it is known.
    home: Option<Json>,
    owner: Json,
}

struct Makers<'a> {
    setting: &'a Setting,
    companies: &'a [Company],
    dice: &'a mut Dice,
    numbers: Numbers,
    mails: HashMap<String, u32>,
}

pub(super) fn people(setting: &Setting, companies: &[Company], dice: &mut Dice) -> People {
    let mut makers = Makers { setting, companies, dice, numbers: Numbers::people(), mails: HashMap::new() };
    let mut all = People::default();
    while all.households.len() < HOUSEHOLDS {
        makers.household(&mut all);
    }
    while all.people.len() < PEOPLE {
        let culture = culture(makers.dice);
        let born = makers.born(culture, None, (22, 74));
        let person = makers.person(&born);
        all.people.push(person);
    }
    makers.birthdays_soon(&mut all);
    all
}

impl Makers<'_> {
    /// A couple or one parent, mostly with children; they share a name, an address and perhaps a telephone.
    fn household(&mut self, all: &mut People) {
        let culture = culture(self.dice);
        let home = CULTURES[culture].0;
        let town = self.dice.below(home.towns.len());
        let street = street(home, self.dice);
        let address = address(self.setting, home, &street, town, "home");
        let owner = self.setting.owner(self.dice);
        let first =
            Born { home: Some(address.clone()), owner: owner.clone(), ..self.born(culture, None, (29, 72)) };
        let couple = self.dice.chance(82);
        let mut members = vec![(self.person(&first), first.age)];
        if couple {
            let family = if self.dice.chance(78) { Some(first.family) } else { None };
            let mut second = self.born(culture, family, ((first.age - 5).max(25), first.age + 5));
            second.woman = if self.dice.chance(94) { !first.woman } else { first.woman };
            second.given = given(home, second.woman, self.dice);
            (second.home, second.owner) = (Some(address.clone()), owner.clone());
            members.push((self.person(&second), second.age));
        }
        let parents = members.len();
        if (29..=56).contains(&first.age) {
            for _ in 0..self.dice.below(4) {
                let oldest = (first.age - 24).clamp(1, 19);
                let child = Born {
                    home: Some(address.clone()),
                    owner: owner.clone(),
                    ..self.born(culture, Some(first.family), (1, oldest))
                };
                members.push((self.person(&child), child.age));
            }
        }
        let (from, household) = (all.people.len(), all.households.len());
        all.people.extend(members.into_iter().map(|(person, _)| person));
        for member in from..all.people.len() {
            all.links.push(link("member_of", Card::Person(member), Card::Household(household)));
        }
        if couple {
            all.links.push(link("spouse", Card::Person(from), Card::Person(from + 1)));
        }
        for child in from + parents..all.people.len() {
            for parent in from..from + parents {
                all.links.push(link("parent", Card::Person(parent), Card::Person(child)));
            }
        }
        let family = home.families[first.family].0;
        let name = self.setting.locale.tf("sample-household", &[("name", family.into())]);
        let mut values = Values::from_iter([
            ("name".to_owned(), Json::from(name)),
            ("addresses".to_owned(), json!([address])),
            ("owner".to_owned(), owner),
            ("created_at".to_owned(), self.setting.made_at(self.dice)),
        ]);
        if let Some(number) = self.dice.chance(35).then(|| self.numbers.next(culture)).flatten() {
            values.insert("phones".to_owned(), json!([{ "number": number, "label": "home" }]));
        }
        all.households.push(values);
    }

    fn born(&mut self, culture: usize, family: Option<usize>, ages: (i64, i64)) -> Born {
        let place = CULTURES[culture].0;
        let woman = self.dice.chance(50);
        Born {
            culture,
            woman,
            given: given(place, woman, self.dice),
            family: family.unwrap_or_else(|| self.dice.below(place.families.len())),
            age: self.dice.between(ages.0, ages.1),
            home: None,
            owner: self.setting.owner(self.dice),
        }
    }

    fn person(&mut self, born: &Born) -> Person {
        let place = CULTURES[born.culture].0;
        let own_form = born.woman && !place.families_of_women.is_empty();
        let family =
            if own_form { place.families_of_women[born.family] } else { place.families[born.family] };
        let adult = born.age >= 18;
        let mut values = Values::new();
        values.insert("name".to_owned(), json!({ "given": born.given.0, "family": family.0 }));
        values.insert("gender".to_owned(), if born.woman { "female" } else { "male" }.into());
        values.insert("language".to_owned(), place.language.into());
        values.insert("owner".to_owned(), born.owner.clone());
        values.insert("created_at".to_owned(), self.setting.made_at(self.dice));
        if self.dice.chance(55) || !adult {
            values.insert("birthday".to_owned(), self.birthday(born.age).into());
        }
        let company =
            (adult && born.age < 68 && self.dice.chance(72)).then(|| self.employer(born.culture)).flatten();
        let phone = if adult { self.reach(born, &family, company, &mut values) } else { None };
        if adult {
            self.account(&mut values);
        }
        let home = match &born.home {
            Some(home) => Some(home.clone()),
            None if self.dice.chance(45) => {
                let street = street(place, self.dice);
                let town = self.dice.below(place.towns.len());
                Some(address(self.setting, place, &street, town, "home"))
            }
            None => None,
        };
        if let Some(home) = home {
            values.insert("addresses".to_owned(), json!([home]));
        }
        let owner = match company {
            Some(company) if self.dice.chance(80) => self.companies[company].owner.clone(),
            _ => born.owner.clone(),
        };
        values.insert("owner".to_owned(), owner.clone());
        Person { values, company, phone, owner, adult }
    }

    fn employer(&mut self, culture: usize) -> Option<usize> {
        let near: Vec<usize> =
            (0..self.companies.len()).filter(|at| self.companies[*at].culture == culture).collect();
        if near.is_empty() { None } else { Some(*self.dice.pick(&near)) }
    }

    /// Telephones and addresses on the internet; the number to call first.
    fn reach(
        &mut self,
        born: &Born,
        family: &Word,
        company: Option<usize>,
        values: &mut Values,
    ) -> Option<String> {
        let place = CULTURES[born.culture].0;
        let local = format!("{}.{}", latin(&born.given), latin(family));
        let (mut mails, mut phones) = (Vec::new(), Vec::new());
        let mobile = self.dice.chance(80).then(|| self.numbers.next(born.culture)).flatten();
        if let Some(number) = &mobile {
            phones.push(json!({ "number": number, "label": "mobile" }));
        }
        if let Some(company) = company {
            let (title, at) = (*self.dice.pick(place.titles), &self.companies[company]);
            values.insert("job_title".to_owned(), title.into());
            mails.push(json!({ "address": self.mail(&local, &at.domain), "label": "work" }));
            if let (Some(desk), true) = (&at.phone, self.dice.chance(45)) {
                let extension = self.dice.between(10, 99).to_string();
                phones.push(json!({ "number": desk, "extension": extension, "label": "work" }));
            }
        }
        if company.is_none() || self.dice.chance(20) {
            mails.push(json!({ "address": self.mail(&local, "mail.example"), "label": "home" }));
        }
        let called = phones.first().and_then(|phone| phone["number"].as_str()).map(str::to_owned);
        values.insert("emails".to_owned(), mails.into());
        if !phones.is_empty() {
            values.insert("phones".to_owned(), phones.into());
        }
        called
    }

    fn account(&mut self, values: &mut Values) {
        let sources = ["referral", "website", "phone", "event", "advertisement"];
        let tags = ["sample-tag-customer", "sample-tag-newsletter", "sample-tag-vip"];
        values.insert("tags".to_owned(), self.setting.tags(self.dice, &tags));
        if self.dice.chance(50) {
            values.insert("source".to_owned(), (*self.dice.pick(&sources)).into());
        }
        if self.dice.chance(15) {
            values.insert("rating".to_owned(), self.dice.between(1, 5).into());
        }
        if self.dice.chance(12) {
            let channel = *self.dice.pick(&["phone", "email", "letter"]);
            values.insert("preferred_channel".to_owned(), channel.into());
        }
        if self.dice.chance(3) {
            values.insert("do_not_contact".to_owned(), self.refusal());
        }
    }

    fn refusal(&mut self) -> Json {
        let text = |key: &str| self.setting.locale.t(key).into_owned();
        let soon =
            self.setting.today.checked_add(self.dice.between(20, 200).days()).unwrap_or(self.setting.today);
        match self.dice.below(4) {
            0 => json!([{ "channel": "email", "reason": text("sample-refused-newsletter") }]),
            1 => json!([{ "channel": "phone", "reason": text("sample-refused-phone") }]),
            2 => {
                json!([{ "channel": "phone", "reason": text("sample-refused-leave"), "until": soon.to_string() }])
            }
            _ => json!([{ "channel": "all", "reason": text("sample-refused-all") }]),
        }
    }

    /// The day somebody of this age was born; of some the year is not known.
    fn birthday(&mut self, age: i64) -> String {
        let today = self.setting.today;
        let days = age * 365 + age / 4 + self.dice.between(1, 364);
        let day = today.checked_sub(days.days()).unwrap_or(today);
        // Nobody of the sample has to wait four years.
        let day =
            if day.strftime("%m-%d").to_string() == "02-29" { day.tomorrow().unwrap_or(day) } else { day };
        if self.dice.chance(10) { day.strftime("--%m-%d").to_string() } else { day.to_string() }
    }

    /// Each address once.
    fn mail(&mut self, local: &str, domain: &str) -> String {
        let count = self.mails.entry(format!("{local}@{domain}")).or_default();
        *count += 1;
        if *count == 1 { format!("{local}@{domain}") } else { format!("{local}{count}@{domain}") }
    }

    /// So that the page of today has somebody to congratulate.
    fn birthdays_soon(&mut self, all: &mut People) {
        for ahead in 0..7_i64 {
            let at = self.dice.below(all.people.len());
            let years = if all.people[at].adult { self.dice.between(30, 60) } else { 8 };
            let day =
                self.setting.today.checked_add(ahead.days()).and_then(|day| day.checked_sub(years.years()));
            if let Ok(day) = day {
                all.people[at].values.insert("birthday".to_owned(), day.to_string().into());
            }
        }
    }
}

fn given(culture: &Culture, woman: bool, dice: &mut Dice) -> Word {
    *dice.pick(if woman { culture.women } else { culture.men })
}

fn link(kind: &'static str, from: Card, to: Card) -> Step {
    Step::Link { kind, from, to }
}
