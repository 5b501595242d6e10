//! The contact guard: what somebody must know before they call, write or assign. Who said no, here or around the card, and
//! which colleague is in contact with the person or with anyone at the same company or household. Modules are asked what
//! happened and what is open; the guard knows none of their objects.

mod circle;
pub mod claims;
mod objection;
pub mod settings;

use std::sync::Arc;

use kernel::{Cx, Id, Result};
use records::{
    Json, Record,
    field::{as_text, channels},
};
use workbench::contact::{self, Asked, Contact};

pub(crate) use self::objection::objections;
pub use self::{circle::Circle, claims::Claim};

/// One thing to know first.
#[derive(Debug, Clone)]
pub enum Warning {
    /// The card forbids this channel.
    Forbidden {
        channel: String,
        reason: String,
        until: String,
    },
    NotInterested {
        reason: String,
        until: String,
    },
    /// Another card around this one wants to be left alone.
    RefusedNearby {
        object: &'static str,
        /// It, when the actor may see it.
        card: Option<Box<Record>>,
    },
    /// A colleague has a card in hand just now.
    Claimed(Claim),
    /// A colleague was in touch, or has something open.
    Contact(Box<Contact>),
}

/// What is known of a card's surroundings, asked once for all parts of a page.
pub(crate) struct Known {
    card: Id,
    pub(crate) circle: Circle,
    pub(crate) warnings: Vec<Warning>,
}

pub(crate) fn known(cx: &Cx, card: &Record) -> Result<Arc<Known>> {
    let ask = || {
        let circle = Circle::of(cx, card)?;
        let warnings = around(cx, circle.clone())?;
        Ok(Arc::new(Known { card: card.id, circle, warnings }))
    };
    let known = cx.once(ask)?;
    if known.card == card.id { Ok(known) } else { ask() }
}

/// What to know before this card is contacted through a channel (`phone`, `email`…).
pub fn warnings(cx: &Cx, card: &Record, channel: &str) -> Result<Vec<Warning>> {
    let mut found = refusals(cx, card, channel);
    found.extend(known(cx, card)?.warnings.iter().cloned());
    Ok(found)
}

/// What the card itself forbids.
pub(crate) fn refusals(cx: &Cx, card: &Record, channel: &str) -> Vec<Warning> {
    let mut found = Vec::new();
    if let Some(entry) = channels::forbids(card.get("do_not_contact"), channel, cx.today()) {
        found.push(Warning::Forbidden {
            channel: as_text(&entry["channel"]).to_owned(),
            reason: as_text(&entry["reason"]).to_owned(),
            until: as_text(&entry["until"]).to_owned(),
        });
    }
    if is_not_interested(card, cx.today()) {
        found.push(Warning::NotInterested {
            reason: card.text("standing_reason").to_owned(),
            until: card.text("standing_until").to_owned(),
        });
    }
    found
}

/// What else is known of a card and of those around it: refusals, and colleagues who are in contact.
fn around(cx: &Cx, circle: Circle) -> Result<Vec<Warning>> {
    let mut found: Vec<Warning> = claims::of_others(cx, &circle)?.into_iter().map(Warning::Claimed).collect();
    found.extend(circle.refusals(cx)?);
    let since = cx.now().plus(-settings::news(cx)?);
    let asked = Asked { nearest: circle.nearest, cards: circle.cards, since, until: cx.now() };
    found.extend(contact::known(cx, &asked)?.into_iter().map(|one| Warning::Contact(Box::new(one))));
    Ok(found)
}

/// Whether the card says so, today.
pub(crate) fn is_not_interested(card: &Record, today: jiff::civil::Date) -> bool {
    card.text("standing") == "not_interested" && !is_over(card.get("standing_until"), today)
}

fn is_over(until: &Json, today: jiff::civil::Date) -> bool {
    as_text(until).parse::<jiff::civil::Date>().is_ok_and(|until| until < today)
}
