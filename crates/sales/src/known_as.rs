//! Who a lead may be: cards of people and of other leads with the same address or number.

use std::{collections::HashSet, sync::Arc};

use kernel::{Cx, Id, Result};
use records::{
    Json, Object, Record,
    field::{emails, phones},
    lookups::{self, Lookup},
    object::object,
    record,
    save::Values,
};
use web::{
    Markup, html,
    html::{Tone, notice},
};
use workbench::CardPage;

use crate::lead;

/// Of each kind.
const MOST: usize = 3;

/// Across the top of a lead: who is here already.
pub(crate) fn on_top(page: &CardPage) -> Result<Option<Markup>> {
    let (view, lead) = (page.view, page.record);
    if lead.trashed_at.is_some() || lead::is_converted(lead) {
        return Ok(None);
    }
    let values = ["emails", "phones"].map(|key| (key.to_owned(), lead.get(key).clone()));
    let mut cards = known(view.cx, &Values::from_iter(values))?;
    cards.retain(|card| card.id != lead.id);
    if cards.is_empty() {
        return Ok(None);
    }
    let text = html! {
        p {
            b { (view.t("lead-known-as")) }
            @for (at, card) in cards.iter().enumerate() {
                @if at > 0 { " ·" }
                " " a.link href=(card.address()) { (card.title(&view.reading)) } " (" (view.one(&card.object)) ")"
            }
        }
    };
    Ok(Some(notice(Some(Tone::Warning), &text, None)))
}

/// For the contact guard: the people who may be the lead, and the companies of its name, seen or not.
pub(crate) fn near(cx: &Cx, lead: &Record) -> Result<Vec<(&'static str, Id)>> {
    let mut found = Vec::new();
    if let Some(name) = Lookup::name(lead.text("company_name")) {
        found.extend(lookups::find(cx, "company", &name, MOST)?.into_iter().map(|id| ("company", id)));
    }
    for key in keys(|field| lead.get(field)) {
        found.extend(lookups::find(cx, "person", &key, MOST)?.into_iter().map(|id| ("person", id)));
    }
    Ok(found)
}

/// The keys of these addresses and numbers.
fn keys<'v>(value: impl Fn(&str) -> &'v Json) -> Vec<Lookup> {
    let mails = emails::addresses(value("emails")).map(Lookup::email);
    mails.chain(phones::numbers(value("phones")).map(Lookup::phone)).collect()
}

/// Cards that have one of these addresses or numbers, the first of each kind.
pub(crate) fn known(cx: &Cx, values: &Values) -> Result<Vec<Record>> {
    let keys = keys(|key| values.get(key).unwrap_or(&Json::Null));
    let mut found = Vec::new();
    for name in ["person", lead::KEY] {
        let declared: Arc<Object> = object(cx, name)?;
        let mut ids = Vec::new();
        for key in &keys {
            ids.extend(lookups::find(cx, name, key, MOST)?);
        }
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(*id));
        let mut cards = record::find_many(cx, &declared, &ids)?;
        let cards = ids.iter().filter_map(|id| cards.remove(id));
        // What became of a lead stands on the person.
        let open =
            |card: &Record| card.trashed_at.is_none() && !(name == lead::KEY && lead::is_converted(card));
        found.extend(cards.filter(open).take(MOST));
    }
    Ok(found)
}
