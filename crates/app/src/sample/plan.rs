//! What the sample consists of, before any of it is kept: cards that refer to each other by their number. The same
//! setting gives the same plan, so that a job which was killed goes on where it stopped.

use jiff::{ToSpan, civil::Date};
use kernel::{Country, Id, Timestamp};
use locale::Locale;
use records::{Json, save::Values};

use super::{companies, deals, dice::Dice, leads, people, talks, trade};

/// What a plan depends on.
pub(super) struct Setting {
    pub(super) today: Date,
    pub(super) locale: Locale,
    /// Who looks after the cards.
    pub(super) owners: Vec<Id>,
}

/// A card of the plan, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Card {
    Company(usize),
    Household(usize),
    Person(usize),
    Deal(usize),
    Lead(usize),
    Product(usize),
    PriceList(usize),
    Order(usize),
    Invoice(usize),
}

#[derive(Debug)]
pub(super) enum Step {
    /// A card that refers to no other, or to a company.
    Card {
        object: &'static str,
        values: Values,
        company: Option<usize>,
    },
    /// A card comes on.
    Change {
        card: Card,
        values: Values,
    },
    /// A lead became somebody who is here.
    Became {
        lead: usize,
        person: usize,
    },
    Link {
        kind: &'static str,
        from: Card,
        to: Card,
    },
    Talk {
        object: &'static str,
        about: Card,
        values: Values,
    },
    /// What is sold, or a paper about it; for whom and what it is like another.
    Paper {
        object: &'static str,
        values: Values,
        refers: Vec<(&'static str, Card)>,
        like: Option<Card>,
    },
    /// The order that an accepted quote became comes on.
    Ordered {
        quote: usize,
        values: Values,
    },
    /// So much of an invoice is paid, in percent.
    Paid {
        invoice: usize,
        percent: i64,
        values: Values,
    },
}

/// Everything, in an order in which each step needs only those before it.
pub(super) fn steps(setting: &Setting) -> Vec<Step> {
    let mut dice = Dice::new(0x6b61_7274);
    let companies = companies::companies(setting, &mut dice);
    let people = people::people(setting, &companies, &mut dice);
    let talks = talks::talks(setting, &companies, &people, &mut dice);
    let (deals, dealt) = deals::deals(setting, &companies, &mut dice);
    let leads = leads::leads(setting, people.people.len(), &mut dice);
    let papers = trade::steps(setting, &dealt, companies.len(), &mut dice);
    let mut steps = Vec::with_capacity(13_000);
    let parents = companies::parents(&companies, &mut dice);
    steps.extend(companies.into_iter().map(|company| card("company", company.values, None)));
    steps.extend(people.households.into_iter().map(|values| card("household", values, None)));
    steps.extend(people.people.into_iter().map(|person| card("person", person.values, person.company)));
    steps.extend(parents);
    steps.extend(people.links);
    steps.extend(talks);
    steps.extend(deals);
    steps.extend(leads);
    steps.extend(papers);
    steps
}

fn card(object: &'static str, values: Values, company: Option<usize>) -> Step {
    Step::Card { object, values, company }
}

impl Setting {
    pub(super) fn owner(&self, dice: &mut Dice) -> Json {
        dice.pick(&self.owners).to_string().into()
    }

    /// At home nobody writes the country.
    pub(super) fn is_home(&self, country: &str) -> bool {
        Country::new(country) == Some(self.locale.locality().country)
    }

    /// A moment of a day, counted from today, in the hours that people work.
    pub(super) fn at(&self, days: i64, hour: i64, minute: i64) -> Json {
        let day = self.today.checked_add(days.days()).unwrap_or(self.today);
        let time = day.at(hour.clamp(0, 23) as i8, minute.clamp(0, 59) as i8, 0, 0);
        Timestamp::from_civil(time, &self.locale.locality().time_zone).micros().into()
    }

    /// A day on which people work, so many days ago at least and at most.
    pub(super) fn workday(&self, dice: &mut Dice, from: i64, to: i64) -> i64 {
        loop {
            let days = -dice.between(from, to);
            let day = self.today.checked_add(days.days()).unwrap_or(self.today);
            let weekend = day.weekday().to_monday_zero_offset() >= 5;
            if !weekend || from == to {
                return days;
            }
            if to - from < 3 {
                return days;
            }
        }
    }

    /// When a card was made: some in the first days of the year, the others since.
    pub(super) fn made_at(&self, dice: &mut Dice) -> Json {
        let days = if dice.chance(60) { dice.between(366, 400) } else { dice.between(3, 365) };
        self.at(-days, dice.between(8, 16), dice.between(0, 59))
    }

    pub(super) fn tags(&self, dice: &mut Dice, keys: &[&str]) -> Json {
        let chosen: Vec<Json> =
            keys.iter().filter(|_| dice.chance(25)).map(|key| self.locale.t(key).into()).collect();
        if chosen.is_empty() { Json::Null } else { chosen.into() }
    }
}
