//! Who of the workspace is in contact with a card: modules are asked what happened with it and what is open, and whether
//! something speaks against calling or writing. That somebody is in contact is told to everybody who sees the card; what was
//! said only to those who may read it.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Text, Timestamp, Tx};
use records::{
    Filter, Json, Object, Operator, Query, Record,
    field::{as_id, reference},
    object::object,
    query, record,
    save::Values,
    timeline::{self, Trace},
};

use crate::{Module, View, module::Modules};

/// Cards about which modules are asked, the nearest first: the card itself, those it belongs to, those around it.
#[derive(Debug, Clone)]
pub struct Asked {
    pub cards: Vec<(&'static str, Id)>,
    /// How many of them are the card itself and those it belongs to.
    pub nearest: usize,
    pub since: Timestamp,
    pub until: Timestamp,
}

impl Asked {
    /// What is about the nearest of the cards.
    pub fn about_nearest(&self) -> Filter {
        let nearest = self.cards.iter().take(self.nearest).map(|(object, id)| format!("{object}:{id}"));
        Filter::Any(nearest.map(|card| Filter::field("about", Operator::Is, &[&card])).collect())
    }
}

/// One sign that a colleague is in contact.
#[derive(Debug, Clone)]
pub struct Contact {
    /// With which of the cards.
    pub card: (&'static str, Id),
    /// Nil when nobody knows.
    pub by: Id,
    pub at: Timestamp,
    /// What it is: a call, a quote.
    pub object: Arc<Object>,
    /// It, when the actor may read it.
    pub record: Option<Record>,
    /// It is not over, such as a promise to call back.
    pub open: bool,
}

/// Cards that are the same customer as this one, or whom they work for, though no relation says so; seen or not.
pub fn near(cx: &Cx, card: &Record) -> Result<Vec<(&'static str, Id)>> {
    let modules = cx.part::<Modules>();
    let mut all = Vec::new();
    for module in modules.0.iter() {
        all.extend(module.near(cx, card)?);
    }
    Ok(all)
}

/// What all modules know.
pub fn known(cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
    let modules = cx.part::<Modules>();
    let mut all = Vec::new();
    for module in modules.0.iter() {
        all.extend(module.in_contact(cx, asked)?);
    }
    let itself = asked.cards.first().map(|(_, id)| *id);
    all.sort_by_key(|contact| (!contact.open, Some(contact.card.1) != itself, std::cmp::Reverse(contact.at)));
    Ok(all)
}

/// The latest activity of one object by each colleague with the card itself, and with the others around it.
pub fn happened(cx: &Cx, key: &str, asked: &Asked) -> Result<Vec<Contact>> {
    let object = object(cx, key)?;
    let cards: Vec<Id> = asked.cards.iter().map(|(_, id)| *id).collect();
    let itself = cards.first().copied();
    let mut traces = timeline::traces(cx, &object, &cards, (asked.since, asked.until))?;
    let mut met: Vec<(Id, bool)> = Vec::new();
    traces.retain(|trace| {
        let one = (trace.by, Some(trace.card) == itself);
        let is_new = !met.contains(&one);
        met.push(one);
        is_new
    });
    told(cx, &object, asked, &traces, false)
}

/// Records of one object that are open with the nearest of the cards; `query` finds them, and `about` says with which and
/// since or until when. At most five.
pub fn open(
    cx: &Cx,
    key: &str,
    asked: &Asked,
    query: &Query,
    about: (&'static str, &'static str),
) -> Result<Vec<Contact>> {
    const MOST: usize = 5;
    let object = object(cx, key)?;
    let me = cx.actor().user();
    let found = query::traces(cx, &object, query, (about.0, about.1), MOST)?;
    let theirs: Vec<Trace> = found.into_iter().filter(|trace| Some(trace.by) != me).collect();
    told(cx, &object, asked, &theirs, true)
}

/// Open records of colleagues that name the nearest of the cards as their `person` or `company`; `open` says which are, `since` when
/// that began.
pub fn open_with(
    cx: &Cx,
    key: &str,
    asked: &Asked,
    open: &Filter,
    since: &'static str,
) -> Result<Vec<Contact>> {
    let mut all: Vec<Contact> = Vec::new();
    for field in ["person", "company"] {
        let cards = asked.cards.iter().take(asked.nearest).filter(|(object, _)| *object == field);
        let with: Vec<Filter> =
            cards.map(|(_, id)| Filter::field(field, Operator::Is, &[&id.to_string()])).collect();
        if with.is_empty() {
            continue;
        }
        let filter = Filter::All(vec![Filter::Any(with), open.clone()]);
        let query = Query { filter, ..Query::default() };
        let known = |all: &[Contact], one: &Contact| {
            let id = |contact: &Contact| contact.record.as_ref().map(|record| record.id);
            id(one).is_some() && all.iter().any(|other| id(other) == id(one))
        };
        for contact in self::open(cx, key, asked, &query, (field, since))? {
            // One with the person and their company is one.
            if !known(&all, &contact) {
                all.push(contact);
            }
        }
    }
    Ok(all)
}

/// Beside each trace the record, when the actor may read it.
fn told(cx: &Cx, object: &Arc<Object>, asked: &Asked, traces: &[Trace], open: bool) -> Result<Vec<Contact>> {
    if traces.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = traces.iter().map(|trace| trace.record).collect();
    let mut readable: HashMap<Id, Record> = record::find_many(cx, object, &ids)?;
    let one = |trace: &Trace| {
        let card = *asked.cards.iter().find(|(_, id)| *id == trace.card)?;
        Some(Contact {
            card,
            by: trace.by,
            at: trace.at,
            object: object.clone(),
            record: readable.remove(&trace.record),
            open,
        })
    };
    Ok(traces.iter().filter_map(one).collect())
}

/// A record that gets in touch with a card, and by which way (`phone`, `email`…).
#[derive(Debug, Clone)]
pub struct Reach {
    pub card: Json,
    pub way: &'static str,
}

/// One thing that speaks against it, as programs read it: a code that stays the same, what is said, and a colleague's contact.
#[derive(Debug, Clone)]
pub struct Objection {
    pub code: &'static str,
    pub facts: Values,
    pub contact: Option<Box<Contact>>,
}

/// The code of the refusal, and the argument with what speaks against it.
pub const REFUSED: &str = "api-contact-refused";
pub const FACTS: &str = "facts";
/// The field that keeps why somebody was contacted all the same.
pub const DESPITE: &str = "despite";

/// Why this unit of work contacts people of whom the guard warns.
#[derive(Debug, Default)]
struct Despite(Option<String>);

/// Whom this unit of work contacts, it contacts in spite of warnings, for this reason.
pub fn despite(tx: &mut Tx, reason: &str) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > 300 {
        return Err(Error::Invalid(kernel::FieldErrors::of(
            "override",
            Text::new("api-override-needs-a-reason"),
        )));
    }
    tx.forget::<Despite>();
    tx.once(|| Ok(Arc::new(Despite(Some(reason.to_owned()))))).map(drop)
}

/// Lets a record be made or changed that gets in touch with somebody, or gives a card to somebody: nothing speaks against it, or a reason was
/// given. The record keeps it where it can; else it is answered, for the change set.
pub(crate) fn allow(
    cx: &Cx,
    object: &Object,
    before: Option<&Record>,
    values: &mut Values,
) -> Result<Option<String>> {
    let modules = cx.part::<Modules>();
    // In their canonical forms; what is wrong with a value the gate says.
    let checked = values.iter().filter_map(|(key, value)| {
        let value = object.field(key).ok()?.kind.check(value).ok()?;
        Some((key.clone(), value))
    });
    let checked: Values = checked.collect();
    let mut against = given_away(cx, &modules.0, before, &checked)?;
    if let Some(reach) = modules.0.iter().find_map(|module| module.reaches(cx, object, before, &checked)) {
        against.extend(objections(cx, &modules.0, &reach)?);
    }
    if against.is_empty() {
        return Ok(None);
    }
    let reason = cx.once(|| Ok(Arc::new(Despite::default())))?;
    match &reason.0 {
        Some(reason) if object.at(DESPITE).is_some() => {
            values.insert(DESPITE.to_owned(), reason.as_str().into());
            Ok(None)
        }
        Some(reason) => Ok(Some(reason.clone())),
        None => Err(refusal(cx, &against)?),
    }
}

/// What speaks against giving a card to somebody else: colleagues who are in contact, but for whoever gets it.
fn given_away(
    cx: &Cx,
    modules: &[Box<dyn Module>],
    before: Option<&Record>,
    values: &Values,
) -> Result<Vec<Objection>> {
    let Some(card) = before else { return Ok(Vec::new()) };
    let to = match values.get(card.object.owner).and_then(as_id) {
        Some(to) if as_id(card.get(card.object.owner)) != Some(to) => to,
        _ => return Ok(Vec::new()),
    };
    let mut all = Vec::new();
    for module in modules {
        let others = |objection: &Objection| {
            objection.contact.as_ref().is_some_and(|contact| !contact.by.is_nil() && contact.by != to)
        };
        all.extend(module.objections(cx, card, "")?.into_iter().filter(others));
    }
    Ok(all)
}

fn objections(cx: &Cx, modules: &[Box<dyn Module>], reach: &Reach) -> Result<Vec<Objection>> {
    let Some((name, id)) = reference::target(&reach.card) else { return Ok(Vec::new()) };
    let card = match record::find(cx, &object(cx, name)?, id) {
        Ok(card) => card,
        // The gate says what is wrong with it.
        Err(Error::NotFound) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut all = Vec::new();
    for module in modules {
        all.extend(module.objections(cx, &card, reach.way)?);
    }
    Ok(all)
}

/// Which colleagues are in contact around a card that is given to somebody else, as a sentence; nothing when nobody is.
pub fn told_to_owner(view: &View, card: &Record) -> Result<Option<String>> {
    let to = as_id(card.get(card.object.owner));
    let mut colleagues: Vec<Id> = Vec::new();
    for module in view.app.modules.iter() {
        let objections = module.objections(view.cx, card, "")?;
        let contacts = objections.iter().filter_map(|objection| objection.contact.as_deref());
        for by in contacts.map(|contact| contact.by) {
            if !by.is_nil() && Some(by) != to && !colleagues.contains(&by) {
                colleagues.push(by);
            }
        }
    }
    let names: Vec<String> = colleagues.iter().map(|user| view.user(Some(*user))).collect();
    let args = [("names", names.join(", ").into()), ("count", names.len().into())];
    Ok((!names.is_empty()).then(|| view.tf("assign-in-contact", &args)))
}

fn refusal(cx: &Cx, objections: &[Objection]) -> Result<Error> {
    let names = identity::members::names(cx)?;
    let contacts = objections.iter().filter_map(|objection| objection.contact.as_deref());
    let cards: Vec<Json> =
        contacts.map(|contact| reference::reference(contact.card.0, contact.card.1)).collect();
    // Of cards that the caller does not see not even the key is told.
    let seen = record::titles(cx, cards.iter())?;
    let one = |objection: &Objection| {
        let mut facts = Values::from_iter([("code".to_owned(), Json::from(objection.code))]);
        facts.extend(objection.facts.clone());
        if let Some(contact) = &objection.contact {
            facts.extend(sent(contact, &names));
            if !seen.contains_key(&contact.card.1) {
                facts.remove("card");
            }
        }
        Json::Object(facts)
    };
    let facts: Json = objections.iter().map(one).collect();
    Ok(Error::Conflict(Text::new(REFUSED).with(FACTS, facts)))
}

fn sent(contact: &Contact, names: &HashMap<Id, String>) -> Values {
    let mut facts = Values::new();
    let mut say = |name: &str, value: Json| facts.insert(name.to_owned(), value);
    say("card", reference::reference(contact.card.0, contact.card.1));
    if !contact.by.is_nil() {
        say("by", contact.by.to_string().into());
        say("by_name", names.get(&contact.by).map_or("", String::as_str).into());
    }
    say("at", contact.at.to_string().into());
    say("object", contact.object.key.into());
    if let Some(record) = &contact.record {
        say("record", record.id.to_string().into());
        if !record.text("outcome").is_empty() {
            say("outcome", record.text("outcome").into());
        }
    }
    facts
}
