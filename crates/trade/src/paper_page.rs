//! What quotes, orders, invoices and bundles show on their cards: across the top their lines and sums, and the PDF.

use kernel::Result;
use records::{access::Verb, object::object, record};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, chip, link_button},
};
use workbench::{App, CardPage, module::BoardLine};

use crate::{
    document, editor, invoice, invoice_page, margin, order, order_page, paperwork::Pdf, product, quote,
    quote_page, shown::Table,
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    for (path, key) in [("quotes", quote::KEY), ("orders", order::KEY), ("invoices", invoice::KEY)] {
        routes.get(&format!("/{path}/{{id}}/pdf"), Permission::Read, move |app, request| {
            pdf(app, request, key)
        });
    }
}

fn pdf(app: &App, request: &Request, key: &str) -> Result<Response> {
    let found = app.read(request, |cx| {
        let document = record::find(cx, &object(cx, key)?, request.params.id("id")?)?;
        Pdf::of(cx, &document)
    })?;
    let (name, bytes) = found.bytes()?;
    Ok(Response::download(&name, "application/pdf", bytes))
}

pub(crate) fn top(page: &CardPage) -> Result<Option<Markup>> {
    let (view, card) = (page.view, page.record);
    let Some(field) = editor::lines_of(&card.object) else { return Ok(None) };
    if !card.object.tells(field) {
        return Ok(None);
    }
    let parts = card.object.key == product::KEY;
    let writes = view.may_on(card, Verb::Edit) && card.trashed_at.is_none() && is_open(card);
    let lines = !card.get(field).is_null();
    if parts && !lines {
        return Ok(None);
    }
    let standing = match card.object.key {
        quote::KEY => quote_page::standing(page)?,
        order::KEY => order_page::standing(page)?,
        invoice::KEY => invoice_page::standing(page)?,
        _ => html! {},
    };
    let margin = if parts { None } else { margin::told(view, card)? };
    let table = Table { locale: &view.reading.locale, document: card, chooses: false };
    let heading = view.t(if parts { "product-parts" } else { "lines" });
    Ok(Some(html! {
        (standing)
        section.paper-card aria-label=(heading) data-tab=(card.object.tab) {
            header {
                h2 { (heading) }
                @if writes && lines { (link_button(format!("{}/lines", card.address()), view.t("lines-edit")).small().icon("edit")) }
            }
            @if lines {
                @if parts { (table.parts()) } @else { div.table-frame { (table.lines()) } (table.sums(&document::sums(card))) }
                @if let Some(margin) = &margin { (margin) }
            } @else { p.quiet { (view.t("lines-none")) } }
        }
    }))
}

/// Its lines may still be written.
fn is_open(card: &records::Record) -> bool {
    match card.object.key {
        quote::KEY => quote::is_draft(card.text("state")),
        order::KEY => card.text("billed") == "not_billed",
        invoice::KEY => !invoice::is_issued(card),
        _ => true,
    }
}

/// Beside its name: its number, and where it stands.
pub(crate) fn chips(page: &CardPage) -> Option<Markup> {
    let (view, card) = (page.view, page.record);
    let known =
        matches!(card.object.key, quote::KEY | order::KEY | invoice::KEY) && card.object.tells("state");
    let tone = match card.text("state") {
        "accepted" | "delivered" | "paid" => Some(Tone::Positive),
        "waiting" | "expired" | "part_paid" | "part_delivered" => Some(Tone::Warning),
        "declined" | "cancelled" => Some(Tone::Negative),
        _ => None,
    };
    let state = chip(card.show("state", &view.reading));
    let state = match tone {
        Some(tone) => state.tone(tone),
        None => state,
    };
    known.then(
        || html! { @if !card.text("number").is_empty() { (chip(card.text("number").to_owned())) } (state) },
    )
}

pub(crate) fn actions(page: &CardPage) -> Result<Option<Markup>> {
    let card = page.record;
    if card.trashed_at.is_some() {
        return Ok(None);
    }
    Ok(match card.object.key {
        quote::KEY => Some(quote_page::actions(page)?),
        order::KEY => Some(order_page::actions(page)),
        invoice::KEY => Some(invoice_page::actions(page)),
        _ => None,
    })
}

/// On a board: how much it is, and until when it holds or is to be paid.
pub(crate) fn board_line(page: &CardPage) -> Result<Option<BoardLine>> {
    let (view, card) = (page.view, page.record);
    let day = match card.object.key {
        quote::KEY => "valid_until",
        order::KEY => "deliver_on",
        invoice::KEY => "due_on",
        _ => return Ok(None),
    };
    let today = view.reading.today.to_string();
    let late = !card.get(day).is_null() && card.text(day) < today.as_str();
    let waits = match card.object.key {
        quote::KEY => quote::is_out(card),
        order::KEY => order::is_open(card),
        _ => matches!(card.text("state"), "issued" | "part_paid"),
    };
    let text = html! { span { (card.show("total", &view.reading)) } @if !card.get(day).is_null() { span.quiet { (card.show(day, &view.reading)) } } };
    Ok(Some(BoardLine { text, is_stale: late && waits }))
}
