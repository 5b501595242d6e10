//! The first page as it will be printed.

use kernel::{Error, Result};
use web::{Markup, Permission, Request, Response, Routes, header, html};
use workbench::{App, View};

use crate::{
    order::{Order, What},
    printing::{self, PATIENCE},
    recipients::Gathering,
};

const PICTURE: &str = "/print/preview.svg";
/// Cards that are looked through for the first page's.
const LOOKED_THROUGH: usize = 1000;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(PICTURE, Permission::Read, send);
}

/// The picture in its place; its size is known, so nothing moves when it comes.
pub(super) fn picture(view: &View, order: &Order) -> Markup {
    let (width, height) = size(order, view);
    let shown = |length: f64| (length * 10.0).round() as i64;
    html! {
        figure.printed {
            img src={ (PICTURE) "?" (order.form.encode()) } width=(shown(width)) height=(shown(height)) alt=(view.t("print-first-page"));
            figcaption.small.soft { (view.t("print-first-page")) }
        }
    }
}

fn size(order: &Order, view: &View) -> (f64, f64) {
    let country = identity::workspaces::find(view.cx).map(|workspace| workspace.country);
    let paper = Order::paper(country.as_ref().map_or("", |country| country.code())).size();
    match order.what {
        What::Labels => order.sheet.paper.size(),
        What::Envelopes => (order.envelope.width, order.envelope.height),
        What::CallList => (paper.1, paper.0),
        _ => paper,
    }
}

/// How many pieces stand on the first page.
fn fill(order: &Order) -> usize {
    match order.what {
        What::Labels => order.sheet.labels() - order.start,
        What::Envelopes | What::Letters | What::Cards => 1,
        What::IndexCards => 4,
        What::CallList => 40,
    }
}

fn send(app: &App, request: &Request) -> Result<Response> {
    let mut ready = app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let order = super::order(cx, &request.query)?;
        let templates = printing::templates(cx, &order)?;
        let mut gathering = Gathering::new(&order);
        // A letter may turn out to lack a field, so a few more are at hand.
        let wanted = fill(&order) + if order.what == What::Letters { 50 } else { 0 };
        while gathering.found.recipients.len() < wanted && gathering.found.seen < LOOKED_THROUGH {
            if !gathering.step(cx, &view.reading)? {
                break;
            }
        }
        let mut found = gathering.found;
        found.recipients.truncate(wanted);
        printing::ready(cx, &order, &view.reading, templates, found)
    })?;
    if let Some(pieces) = ready.matter.data.get_mut("pieces").and_then(|pieces| pieces.as_array_mut()) {
        pieces.truncate(1);
    }
    match ready.picture(PATIENCE) {
        Ok(picture) => {
            Ok(Response::content("image/svg+xml", picture).header(header::CACHE_CONTROL, "private, no-store"))
        }
        Err(fault) => {
            tracing::info!(%fault, "A preview could not be printed");
            Err(Error::Conflict(printing::told(&fault)))
        }
    }
}
