//! When somebody has a card in hand: since they opened it or pressed the call button, as long as its page is open, until they
//! leave. Only who may change a card takes it in hand; whoever looks as another does not.

use std::sync::Arc;

use kernel::{Cx, Error, Id, Result, Tx};
use records::{
    Object, Record,
    access::{self, Verb},
    record,
};
use web::Request;
use workbench::{App, View};

use crate::{
    contact::is_contactable,
    guard::{
        Warning,
        claims::{self, Through},
    },
};

/// Whether the visitor, who opens the card, does not hold it yet.
pub(crate) fn is_due(cx: &Cx, request: &Request, card: &Record) -> Result<bool> {
    may_be_due(cx, card, through(request))
}

/// The visitor opened the card, perhaps to write down a call.
pub(crate) fn hold(tx: &mut Tx, request: &Request, card: &Record) -> Result<()> {
    claims::hold(tx, card, through(request))
}

fn through(request: &Request) -> Through {
    if request.query.text("compose") == "call" { Through::Call } else { Through::Page }
}

/// The card is still open, as its page says every few minutes.
pub(super) fn hold_on(app: &App, request: &Request, object: &Arc<Object>) -> Result<()> {
    let id = request.params.id("id")?;
    let Some(user) = request.scope().actor.user() else { return Ok(()) };
    if request.visitor.viewed_by.is_some()
        || !app.live.looks(request.scope().workspace, &topic(object.key, id), user)
    {
        return Ok(());
    }
    let found = app.read(request, |cx| {
        let (card, through) = (record::find(cx, object, id)?, claims::own(cx, id)?.unwrap_or(Through::Page));
        Ok(may_be_due(cx, &card, through)?.then_some((card, through)))
    });
    match found {
        // Nobody waits for it: when others are writing, the page takes it with its next look.
        Ok(Some((card, through))) => {
            app.db.write_in_passing(request.scope(), |tx| claims::hold(tx, &card, through)).map(drop)
        }
        Ok(None) => Ok(()),
        Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

fn may_be_due(cx: &Cx, card: &Record, through: Through) -> Result<bool> {
    Ok(is_contactable(&card.object)
        && card.trashed_at.is_none()
        && claims::is_due(cx, card.id, through)?
        && access::may_on(cx, card, Verb::Edit)?)
}

/// The visitor left the card.
pub(crate) fn put_down(app: &App, request: &Request, object: &str, card: Id) -> Result<()> {
    if !app.catalog.object(object).is_ok_and(|object| is_contactable(object)) {
        return Ok(());
    }
    app.db.write_unsynced(request.scope(), |tx| claims::put_down(tx, card))
}

/// Without those who have this very card open: the line above its name says who looks at it.
pub(super) fn beside_presence(view: &View, card: &Record, mut warnings: Vec<Warning>) -> Vec<Warning> {
    let topic = topic(card.object.key, card.id);
    warnings.retain(|warning| match warning {
        Warning::Claimed(claim) if claim.card == card.id && claim.through == Through::Page => {
            !view.app.live.looks(view.cx.workspace(), &topic, claim.by)
        }
        _ => true,
    });
    warnings
}

fn topic(object: &str, card: Id) -> String {
    format!("{object}:{card}")
}
