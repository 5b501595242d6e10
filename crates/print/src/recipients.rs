//! Who gets a piece of printed matter, who shares one, and who is left out and why. Cards are read in stretches, so
//! that a job tells how far it is and a list of any length fits.

mod addresses;

use std::collections::HashMap;

use kernel::{Cx, Id, Result};
use records::{
    Json, Record,
    field::{Reading, as_id, as_text, channels, phones},
    object::object,
    query,
    query::Cursor,
    record,
};

use self::addresses::Around;
use crate::order::Order;

/// Cards read at once.
const STRETCH: usize = 250;

/// One piece of printed matter and whom it is for.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The card itself; of a household's piece, that of its first member.
    pub record: Record,
    /// Everybody it is for, by address and title.
    pub members: Vec<(Id, String)>,
    pub organisation: String,
    /// One item of an address field; `null` for what is not posted.
    pub address: Json,
    /// As in the card's field, or the workspace's.
    pub language: String,
    /// The household they share, by its name.
    household: Option<String>,
    /// Somebody of the household does not want it, so the others are named one by one.
    split: bool,
}

impl Recipient {
    /// The names on it: the household's when it is for several of one, who all want it.
    pub fn names(&self) -> Vec<String> {
        match &self.household {
            Some(name) if self.members.len() > 1 && !self.split => vec![name.clone()],
            _ => self.members.iter().map(|(_, title)| title.clone()).collect(),
        }
    }
}

/// A card that nothing is printed for.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct LeftOut {
    pub title: String,
    pub href: String,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    NoAddress,
    /// The address lacks this part, by the key of its label.
    NoPart(String),
    NoPhone,
    /// Whoever said so, when it is not the card itself; why, and until when, as it was written down.
    DoNotContact {
        whose: String,
        why: String,
        until: String,
    },
    /// The fields that the letter needs, as the workspace calls them.
    Missing(Vec<String>),
}

/// Everything that was found so far.
#[derive(Debug, Default)]
pub struct Found {
    pub recipients: Vec<Recipient>,
    pub left_out: Vec<LeftOut>,
    /// Cards looked at.
    pub seen: usize,
    /// Titles of the cards that the recipients refer to.
    pub titles: HashMap<Id, String>,
}

/// Goes through the cards of an order.
pub struct Gathering<'o> {
    order: &'o Order,
    at: Place,
    /// The piece of each household, by its position; none while all its members refused so far.
    households: HashMap<Id, Option<usize>>,
    pub found: Found,
}

enum Place {
    Named(usize),
    Listed(Option<Cursor>),
    End,
}

impl<'o> Gathering<'o> {
    pub fn new(order: &'o Order) -> Gathering<'o> {
        let at = if order.selection.ids.is_empty() { Place::Listed(None) } else { Place::Named(0) };
        Gathering { order, at, households: HashMap::new(), found: Found::default() }
    }

    /// Reads on; false at the end.
    pub fn step(&mut self, cx: &Cx, reading: &Reading) -> Result<bool> {
        let records = self.next(cx)?;
        if records.is_empty() {
            return Ok(false);
        }
        let around = Around::load(cx, &records)?;
        let references = records.iter().flat_map(|record| {
            let fields = record.object.fields.iter().zip(&record.values);
            fields
                .filter(|(field, value)| field.kind.key() == "reference" && !value.is_null())
                .map(|(_, value)| value)
        });
        self.found.titles.extend(record::titles(cx, references)?);
        for record in records {
            self.found.seen += 1;
            self.consider(record, &around, reading);
        }
        Ok(!matches!(self.at, Place::End))
    }

    /// Everything, at most so many cards; whether there were more.
    pub fn all(&mut self, cx: &Cx, reading: &Reading, most: usize) -> Result<bool> {
        while self.step(cx, reading)? {
            if self.found.seen >= most {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn next(&mut self, cx: &Cx) -> Result<Vec<Record>> {
        let selection = &self.order.selection;
        match std::mem::replace(&mut self.at, Place::End) {
            Place::End => Ok(Vec::new()),
            Place::Named(from) => {
                let ids = &selection.ids[from..selection.ids.len().min(from + STRETCH)];
                let mut known = record::find_many(cx, &selection.object, ids)?;
                if from + STRETCH < selection.ids.len() {
                    self.at = Place::Named(from + STRETCH);
                }
                let records = ids.iter().filter_map(|id| known.remove(id));
                Ok(records.filter(|record| record.trashed_at.is_none()).collect())
            }
            Place::Listed(after) => {
                let asked = records::Query { after, ..selection.query.clone() };
                let page = query::page(cx, &selection.object, &asked, &[], STRETCH)?;
                if page.next.is_some() {
                    self.at = Place::Listed(page.next);
                }
                Ok(page.records)
            }
        }
    }

    fn consider(&mut self, record: Record, around: &Around, reading: &Reading) {
        let order = self.order;
        let title = record.title(reading);
        let household = around.household_of(&record);
        let joined = household.filter(|_| order.joins_households());
        let piece = match order.what.is_mail() {
            true => addresses::choose(&record, around, order),
            false => Ok(addresses::Chosen::default()),
        };
        let reason = match (forbidden(&record, &piece, around, order, reading), piece) {
            (Some(reason), _) => {
                self.refused(joined.map(|household| household.id));
                reason
            }
            (None, Err(reason)) => reason,
            (None, Ok(_)) if order.what.channel() == Some("phone") && no_phone(&record) => Reason::NoPhone,
            (None, Ok(chosen)) => {
                self.accept(record, title, chosen, joined, reading);
                return;
            }
        };
        self.found.left_out.push(LeftOut { title, href: record.address(), reason });
    }

    fn refused(&mut self, household: Option<Id>) {
        let Some(household) = household else { return };
        match self.households.get(&household) {
            Some(Some(at)) => self.found.recipients[*at].split = true,
            _ => {
                self.households.insert(household, None);
            }
        }
    }

    fn accept(
        &mut self,
        record: Record,
        title: String,
        chosen: addresses::Chosen,
        household: Option<&Record>,
        reading: &Reading,
    ) {
        let own = matches!(record.object.key, "household");
        let id = household.map(|household| household.id);
        let known = id.and_then(|id| self.households.get(&id).copied());
        if let Some(Some(at)) = known {
            // The household's own card says its name already.
            if !own && self.found.recipients[at].record.object.key != "household" {
                self.found.recipients[at].members.push((record.id, title));
            }
            return;
        }
        if let Some(id) = id {
            self.households.insert(id, Some(self.found.recipients.len()));
        }
        let language = match record.text("language") {
            "" => chosen.language,
            own => own.to_owned(),
        };
        self.found.recipients.push(Recipient {
            members: vec![(record.id, title)],
            organisation: chosen.organisation,
            address: chosen.address,
            language,
            household: household.filter(|_| !own).map(|household| household.title(reading)),
            split: known == Some(None),
            record,
        });
    }
}

/// What speaks against it: the card's own word, that of its household, or that of the company it would be sent to.
fn forbidden(
    record: &Record,
    chosen: &Result<addresses::Chosen, Reason>,
    around: &Around,
    order: &Order,
    reading: &Reading,
) -> Option<Reason> {
    let channel = order.what.channel()?;
    let said = |card: &Record| {
        let entry = channels::forbids(card.get("do_not_contact"), channel, reading.today)?;
        Some((as_text(&entry["reason"]).to_owned(), as_text(&entry["until"]).to_owned()))
    };
    let company =
        chosen.as_ref().ok().filter(|chosen| chosen.at_company).and_then(|_| around.company_of(record));
    let others = [around.household_of(record), company].into_iter().flatten();
    let others = others.filter_map(|card| Some((card.title(reading), said(card)?)));
    let own = said(record).map(|said| (String::new(), said));
    own.into_iter().chain(others).next().map(|(whose, (why, until))| Reason::DoNotContact {
        whose,
        why,
        until,
    })
}

fn no_phone(record: &Record) -> bool {
    phones::numbers(record.get("phones")).next().is_none()
}

/// The cards of one object by id, of those that the records refer to.
fn referred(cx: &Cx, records: &[Record], field: &str, name: &str) -> Result<HashMap<Id, Record>> {
    let mut ids: Vec<Id> = records.iter().filter_map(|record| as_id(record.get(field))).collect();
    ids.sort_unstable();
    ids.dedup();
    match (ids.is_empty(), object(cx, name)) {
        (false, Ok(object)) => record::find_many(cx, &object, &ids),
        _ => Ok(HashMap::new()),
    }
}

/// The part that an address cannot do without, as a reason.
fn lacking(item: &Json) -> Option<Reason> {
    locale::address::missing_part(item).map(|part| Reason::NoPart(part.to_owned()))
}
