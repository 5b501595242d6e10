//! One record as it lies in a collection: its text, and a version that changes whenever the text does.

use std::{
    collections::{BTreeMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
    sync::Arc,
};

use activities::kept::{self, Kept, tasks};
use formats::vcard::Version;
use kernel::{Cx, Id, Result, Timestamp};
use records::{Meaning, Record, cards, catalog, changes, field::Reading, record};

/// A record as it lies in a collection.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) id: Id,
    /// Changes whenever the text does.
    pub(crate) version: String,
    pub(crate) what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Appointment(Kept),
    Task(Record),
    Card(Record),
}

impl Item {
    pub(crate) fn etag(&self) -> String {
        format!("\"{}\"", self.version)
    }

    /// What other programs call it.
    pub(crate) fn uid(&self, cx: &Cx) -> Result<String> {
        match &self.what {
            What::Appointment(kept) => kept::uid(cx, kept),
            What::Task(task) => Ok(tasks::uid(task)),
            What::Card(card) => Ok(cards::uid(card)),
        }
    }

    /// Whether it happens or is due within a window.
    pub(crate) fn falls(&self, window: (Timestamp, Timestamp)) -> bool {
        match &self.what {
            What::Appointment(kept) => kept::happens(kept, window),
            What::Task(task) => tasks::falls(task, window),
            What::Card(_) => true,
        }
    }
}

/// The texts of these, in their order.
pub(crate) fn texts(cx: &Cx, items: &[&Item], version: Version) -> Result<Vec<String>> {
    let mut appointments: Vec<Kept> = Vec::new();
    let mut of_cards: Vec<&Record> = Vec::new();
    for item in items {
        match &item.what {
            What::Appointment(kept) => appointments.push(kept.clone()),
            What::Card(card) => of_cards.push(card),
            What::Task(_) => {}
        }
    }
    let mut appointments = kept::texts(cx, &appointments)?.into_iter();
    let mut of_cards = cards::written(cx, &of_cards, version)?.into_iter();
    let text = |item: &&Item| match &item.what {
        What::Appointment(_) => appointments.next().unwrap_or_default(),
        What::Card(_) => of_cards.next().unwrap_or_default(),
        What::Task(task) => tasks::text(cx, task),
    };
    Ok(items.iter().map(text).collect())
}

pub(super) fn appointments(cx: &Cx, all: Vec<Kept>) -> Result<Vec<Item>> {
    let versions = kept::versions(cx, &all)?;
    let item = |(kept, changes): (Kept, Vec<Id>)| Item {
        id: kept.id,
        version: version(&changes, ""),
        what: What::Appointment(kept),
    };
    Ok(all.into_iter().zip(versions).map(item).collect())
}

pub(super) fn of_tasks(cx: &Cx, all: Vec<Record>) -> Result<Vec<Item>> {
    let versions = tasks::versions(cx, &all)?;
    let item = |(task, change): (Record, Id)| Item {
        id: task.id,
        version: version(&[change], ""),
        what: What::Task(task),
    };
    Ok(all.into_iter().zip(versions).map(item).collect())
}

/// A card's text says its company's name too, and not what is hidden from the reader.
pub(super) fn of_cards(cx: &Cx, all: Vec<Record>) -> Result<Vec<Item>> {
    let companies = |card: &Record| card.object.exchange.field(Meaning::Company);
    let values = all.iter().filter_map(|card| companies(card).map(|field| card.get(field)));
    let titles = record::titles(cx, values)?;
    let reading = Reading { titles: Arc::new(titles), ..Reading::plain(cx) };
    let mut latest = BTreeMap::new();
    let mut hidden = BTreeMap::new();
    for object in cards::objects(&*catalog(cx)?) {
        let ids: Vec<Id> =
            all.iter().filter(|card| card.object.key == object.key).map(|card| card.id).collect();
        latest.extend(changes::latest(cx, &object, &ids)?);
        let told = object.exchange.meanings.iter().filter(|(_, field)| object.tells(field));
        hidden.insert(object.key, told.count());
    }
    let item = |card: Record| {
        let company = companies(&card).map(|field| card.show(field, &reading)).unwrap_or_default();
        let beside = format!("{company}\u{1f}{}", hidden.get(card.object.key).copied().unwrap_or(0));
        let change = latest.get(&card.id).copied().unwrap_or(card.id);
        Item { id: card.id, version: version(&[change], &beside), what: What::Card(card) }
    };
    Ok(all.into_iter().map(item).collect())
}

/// Raised when texts are written otherwise, so that programs read them again.
const WRITTEN: u32 = 1;

fn version(changes: &[Id], beside: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (WRITTEN, changes, beside).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
