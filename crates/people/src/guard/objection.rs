//! What speaks against contacting a card, as programs read it.

use kernel::{Cx, Result};
use records::{Json, Record, field::reference, object::object, save::Values};
use workbench::contact::{Contact, Objection};

use crate::guard::{self, Warning};

/// Of cards that somebody can be reached by; nothing of others.
pub(crate) fn objections(cx: &Cx, card: &Record, way: &str) -> Result<Vec<Objection>> {
    if card.object.at("do_not_contact").is_none() || card.trashed_at.is_some() {
        return Ok(Vec::new());
    }
    guard::warnings(cx, card, way)?.into_iter().map(|warning| objection(cx, warning)).collect()
}

fn objection(cx: &Cx, warning: Warning) -> Result<Objection> {
    let said = |texts: [(&str, String); 3]| -> Values {
        let told = texts.into_iter().filter(|(_, text)| !text.is_empty());
        told.map(|(name, text)| (name.to_owned(), Json::from(text))).collect()
    };
    let (code, facts, contact) = match warning {
        Warning::Forbidden { channel, reason, until } => {
            ("forbidden", said([("way", channel), ("reason", reason), ("until", until)]), None)
        }
        Warning::NotInterested { reason, until } => {
            ("not_interested", said([("reason", reason), ("until", until), ("way", String::new())]), None)
        }
        Warning::RefusedNearby { card, .. } => {
            let card = card.map(|card| ("card".to_owned(), reference::reference(card.object.key, card.id)));
            ("refused_nearby", card.into_iter().collect(), None)
        }
        Warning::Claimed(claim) => {
            let object = object(cx, &claim.object)?;
            let card = (object.key, claim.card);
            let contact = Contact { card, by: claim.by, at: claim.since, object, record: None, open: true };
            ("claimed", Values::new(), Some(Box::new(contact)))
        }
        Warning::Contact(contact) => {
            let code = if contact.open { "open" } else { "in_contact" };
            (code, Values::new(), Some(contact))
        }
    };
    Ok(Objection { code, facts, contact })
}
