//! Which address a piece of mail goes to: the card's own of the kind that is wanted, else what its household or its
//! company has, else any.

use std::collections::HashMap;

use kernel::{Cx, Id, Result};
use records::{
    Json, Record,
    field::{as_id, as_text},
};

use super::{Reason, lacking, referred};
use crate::order::Order;

/// The households and companies that cards belong to.
pub(super) struct Around {
    households: HashMap<Id, Record>,
    companies: HashMap<Id, Record>,
}

impl Around {
    pub(super) fn load(cx: &Cx, records: &[Record]) -> Result<Around> {
        let mut households = referred(cx, records, "household", "household")?;
        let own = records.iter().filter(|record| record.object.key == "household");
        households.extend(own.map(|record| (record.id, record.clone())));
        households.retain(|_, household| household.trashed_at.is_none());
        let mut companies = referred(cx, records, "company", "company")?;
        companies.retain(|_, company| company.trashed_at.is_none());
        Ok(Around { households, companies })
    }

    /// The household that a card belongs to, or is.
    pub(super) fn household_of(&self, record: &Record) -> Option<&Record> {
        let id = match record.object.key {
            "household" => Some(record.id),
            _ => as_id(record.get("household")),
        };
        self.households.get(&id?)
    }

    pub(super) fn company_of(&self, record: &Record) -> Option<&Record> {
        self.companies.get(&as_id(record.get("company"))?)
    }
}

/// An address, with what follows from where it was found.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) address: Json,
    /// The company's name, for mail to where somebody works.
    pub(super) organisation: String,
    pub(super) at_company: bool,
    /// The language of the company, when the mail goes there.
    pub(super) language: String,
}

/// Where an address may come from.
#[derive(Clone, Copy, PartialEq)]
enum Source {
    Own,
    Household,
    Company,
}

pub(super) fn choose(record: &Record, around: &Around, order: &Order) -> Result<Chosen, Reason> {
    let wanted = order.address.as_str();
    let own = |label: &'static str| (Source::Own, label);
    let wanted_own = (Source::Own, wanted);
    let (household, company) = ((Source::Household, ""), (Source::Company, ""));
    let tries: Vec<(Source, &str)> = match wanted {
        "home" if order.joins_households() => vec![household, wanted_own, own(""), company],
        "home" => vec![wanted_own, household, own(""), company],
        "work" => vec![wanted_own, company, own(""), household],
        "" if order.joins_households() => vec![household, own(""), company],
        _ => vec![wanted_own, own(""), household, company],
    };
    let mut incomplete = None;
    for (source, label) in tries {
        let card = match source {
            Source::Own => Some(record),
            Source::Household => around.household_of(record).filter(|household| household.id != record.id),
            Source::Company => around.company_of(record),
        };
        let Some((card, item)) = card.and_then(|card| Some((card, labelled(card, label)?))) else { continue };
        match lacking(item) {
            None => return Ok(chosen(record, card, item, source, around)),
            Some(reason) => incomplete = incomplete.or(Some(reason)),
        }
    }
    Err(incomplete.unwrap_or(Reason::NoAddress))
}

/// The card's first address of this label, or its first.
fn labelled<'r>(card: &'r Record, label: &str) -> Option<&'r Json> {
    let field = card.object.fields.iter().position(|field| field.kind.key() == "addresses")?;
    let mut items = card.values.get(field)?.as_array()?.iter();
    items.find(|item| label.is_empty() || as_text(&item["label"]) == label)
}

fn chosen(record: &Record, card: &Record, item: &Json, source: Source, around: &Around) -> Chosen {
    let at_work = source == Source::Company || (source == Source::Own && as_text(&item["label"]) == "work");
    let company = around.company_of(record).filter(|_| at_work);
    Chosen {
        address: item.clone(),
        organisation: company.map_or("", |company| company.text("name")).to_owned(),
        at_company: source == Source::Company,
        language: card.text("language").to_owned(),
    }
}
