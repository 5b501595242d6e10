//! The button: a PDF at once for as many cards as a page can wait for, else a job that makes it.

use kernel::{Cx, Error, Id, Result, Role, Timestamp, Tx};
use records::{ChangeSet, field::Reading};
use web::{Permission, Request, Response, Routes};
use workbench::{App, View};

use crate::{
    job, letter,
    order::{Order, What},
    page::{self, AT_ONCE},
    printing::{self, PATIENCE, Ready},
    recipients::Gathering,
};

pub(crate) const ACTION: &str = "/print";
/// The label of the change set that keeps letters.
pub(crate) const LABEL: &str = "change-letters";

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post(ACTION, Permission::Read, make);
}

fn make(app: &App, request: &Request) -> Result<Response> {
    let prepared = app.read(request, |cx| {
        let order = page::order(cx, &request.form)?;
        if order.what == What::Letters {
            // They are kept on the cards.
            cx.require(Role::Member)?;
        }
        let view = View::new(app, request, cx)?;
        Ok((prepare(cx, &order, &view.reading)?, order))
    })?;
    match prepared {
        (Some(ready), order) => at_once(app, request, &order, ready),
        (None, _) => {
            let print = app.write(request, |tx| job::begin(tx, &request.form))?;
            Ok(Response::redirect(format!("/prints/{print}")))
        }
    }
}

/// Everything read; nothing when there are too many cards to wait for.
fn prepare(cx: &Cx, order: &Order, reading: &Reading) -> Result<Option<Ready>> {
    let templates = printing::templates(cx, order)?;
    let mut gathering = Gathering::new(order);
    if gathering.all(cx, reading, AT_ONCE)? {
        return Ok(None);
    }
    printing::ready(cx, order, reading, templates, gathering.found).map(Some)
}

fn at_once(app: &App, request: &Request, order: &Order, mut ready: Ready) -> Result<Response> {
    if ready.pieces == 0 {
        return Err(Error::conflict("print-nothing"));
    }
    let document = ready.print(PATIENCE).map_err(|fault| {
        tracing::warn!(%fault, "Something could not be printed");
        Error::Conflict(printing::told(&fault))
    })?;
    let name = file_name(request, order.what);
    let response = Response::download(&name, "application/pdf", document.pdf);
    if ready.sent.is_empty() {
        return Ok(response);
    }
    let set = app.write(request, |tx| keep(tx, &ready))?;
    let locale = locale::Locale::new(&request.scope().locality);
    let text = locale.tf("print-kept", &[("count", ready.sent.len().into())]);
    Ok(response.toast(text, Some(format!("/changes/{set}/undo"))))
}

/// Keeps the letters on their cards, as one change that can be taken back.
pub(crate) fn keep(tx: &mut Tx, ready: &Ready) -> Result<Id> {
    let mut set = ChangeSet::new(tx, LABEL);
    letter::keep(tx, &mut set, &ready.template, &ready.sent)?;
    set.close(tx)?;
    Ok(set.id)
}

/// `labels-2026-11-22.pdf`, with the day where the reader is.
fn file_name(request: &Request, what: What) -> String {
    let today = Timestamp::system_now().in_zone(&request.scope().locality.time_zone).date();
    format!("{}-{today}.pdf", what.key())
}
