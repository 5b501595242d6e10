//! The contact guard: what somebody must know before they call or write. Who said no, and whom a colleague talked
//! to in the last two weeks.

use kernel::{Cx, Id, Result, Timestamp, clock::DAY};
use records::{
    Record,
    field::{as_id, as_text, channels},
    object::object,
    record, timeline,
};

/// How long a colleague's contact is news.
const NEWS: i64 = 14 * DAY;

/// One thing to know first.
#[derive(Debug, Clone, PartialEq)]
pub enum Warning {
    /// The card forbids this channel.
    Forbidden {
        channel: String,
        reason: String,
        until: String,
    },
    NotInterested,
    /// A colleague was in touch.
    Contacted {
        by: Id,
        at: Timestamp,
        object: String,
        text: String,
    },
}

/// What to know before this card is contacted through a channel (`phone`, `email`…).
pub fn warnings(cx: &Cx, card: &Record, channel: &str) -> Result<Vec<Warning>> {
    let mut found = Vec::new();
    if let Some(entry) = channels::forbids(card.get("do_not_contact"), channel, cx.today()) {
        found.push(Warning::Forbidden {
            channel: as_text(&entry["channel"]).to_owned(),
            reason: as_text(&entry["reason"]).to_owned(),
            until: as_text(&entry["until"]).to_owned(),
        });
    }
    if card.text("standing") == "not_interested" {
        found.push(Warning::NotInterested);
    }
    found.extend(last_contact(cx, card)?);
    Ok(found)
}

/// The latest contact by somebody else within the last two weeks.
fn last_contact(cx: &Cx, card: &Record) -> Result<Option<Warning>> {
    let since = cx.now().plus(-NEWS);
    for entry in timeline::of_card(cx, card.id, None, 30)? {
        if entry.at < since {
            break;
        }
        if entry.object != "call" {
            continue;
        }
        let declared = object(cx, &entry.object)?;
        let talk = record::find(cx, &declared, entry.record)?;
        let Some(by) = as_id(talk.get("owner")) else { continue };
        if entry.at <= cx.now() && cx.actor().user() != Some(by) {
            let text = talk.text("text").to_owned();
            return Ok(Some(Warning::Contacted { by, at: entry.at, object: entry.object, text }));
        }
    }
    Ok(None)
}
