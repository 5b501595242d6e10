//! What is done with an order from its card: delivered, billed, cancelled; and how much of each line that is so far.

use std::collections::HashMap;

use kernel::{FieldErrors, Result};
use records::{
    ChangeSet, FieldType, Record,
    access::{self, Verb},
    field::{Input, Reading, date::Date},
    object::object,
    record,
    save::{self, Values},
};
use rust_decimal::Decimal;
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, button, crumbs, field, field_id, link_button, notice, page_head},
};
use workbench::{App, CardPage, View, form, view::Page};

use crate::{
    billing, delivery, document,
    lines::{self, Line},
    order,
    paperwork::unit_text,
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/orders/{id}/deliver", Permission::Write, ask);
    routes.post("/orders/{id}/deliver", Permission::Write, deliver);
    routes.post("/orders/{id}/invoice", Permission::Write, invoice);
}

/// The buttons of its card.
pub(crate) fn actions(page: &CardPage) -> Markup {
    let (view, order) = (page.view, page.record);
    let edits =
        view.may_on(order, Verb::Edit) && order.trashed_at.is_none() && order.text("state") != "cancelled";
    let to_bill = order.text("billed") != "billed" && !order.get("lines").is_null();
    let address = order.address();
    html! {
        @if edits {
            @if order.get("lines").is_null() { (link_button(format!("{address}/lines"), view.t("lines-write")).primary().icon("edit")) }
            @if order::is_open(order) && !order.get("lines").is_null() { (link_button(format!("{address}/deliver"), view.t("order-deliver")).icon("product")) }
            @if to_bill { form method="post" action={ (address) "/invoice" } { (button(view.t("order-bill")).primary()) } }
        }
        (link_button(format!("{address}/pdf"), "PDF").icon("print"))
    }
}

/// What has arrived of each line and what is billed, as long as that is not all or nothing.
pub(crate) fn standing(page: &CardPage) -> Result<Markup> {
    let (view, order) = (page.view, page.record);
    let deliveries = delivery::of_order(view.cx, order.id)?;
    let delivered = delivery::delivered(view.cx, order.id)?;
    let billed = billing::billed(view.cx, order.id, false)?;
    if deliveries.is_empty() && billed.is_empty() {
        return Ok(html! {});
    }
    let locale = &view.reading.locale;
    let of = |sums: &HashMap<String, Decimal>, line: &Line| {
        lines::shown(sums.get(&line.id).copied().unwrap_or_default(), locale)
    };
    let all: Vec<Line> = lines::read(order.get("lines")).into_iter().filter(Line::counts).collect();
    Ok(html! {
        details.fold.progress-of-order {
            summary { (view.t("order-how-far")) }
            table.table {
                thead { tr {
                    th scope="col" { (locale.t("paper-what")) }
                    th.num scope="col" { (view.t("order-ordered")) }
                    th.num scope="col" { (view.t("order-delivered")) }
                    th.num scope="col" { (view.t("order-billed-so-far")) }
                } }
                tbody { @for line in &all { tr {
                    th scope="row" { (line.text) }
                    td.num { (lines::shown(line.quantity.unwrap_or(Decimal::ONE), locale)) " " (unit_text(&line.unit, locale)) }
                    td.num { (of(&delivered, line)) }
                    td.num { (of(&billed, line)) }
                } } }
            }
        }
    })
}

fn find(cx: &kernel::Cx, request: &Request) -> Result<Record> {
    let order = record::find(cx, &object(cx, order::KEY)?, request.params.id("id")?)?;
    access::require_on(cx, &order, Verb::Edit)?;
    Ok(order)
}

fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let order = find(cx, request)?;
        let view = View::new(app, request, cx)?.with_titles([&order])?;
        page(&view, &order, &FieldErrors::default())
    })
}

/// What is left of each line, to be changed; and when it is, or was, there.
fn page(view: &View, order: &Record, errors: &FieldErrors) -> Result<Response> {
    let left = delivery::left(view.cx, order, None)?;
    let title = view.t("order-deliver").into_owned();
    let way = [
        (format!("/{}", order.object.path).into(), view.many(&order.object)),
        (order.address().into(), order.title(&view.reading).into()),
    ];
    let locale = &view.reading.locale;
    let typed = |name: &str, begun: String| view.request.form.get(name).map_or(begun, str::to_owned);
    let open: Vec<&(Line, Decimal)> = left.iter().filter(|(_, left)| *left > Decimal::ZERO).collect();
    let today = locale.date_short(view.reading.today);
    let said = |key: &str| errors.get(key).map(|text| view.render(text));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("order-deliver-lead")), actions: html! {} }))
        @if open.is_empty() { (notice(None, &html! { (view.t("order-all-on-its-way")) }, None)) }
        @else {
            form.form method="post" action={ (order.address()) "/deliver" } novalidate {
                @if let Some(text) = said("lines") { (notice(Some(Tone::Warning), &html! { (text) }, None)) }
                table.table {
                    thead { tr { th scope="col" { (locale.t("paper-what")) } th.num scope="col" { (view.t("order-left")) } th.num scope="col" { (view.t("order-of-it")) } } }
                    tbody {
                        @for (line, left) in &open {
                            @let name = format!("of.{}", line.id);
                            tr {
                                th scope="row" { label for=(field_id(&name)) { (line.text) } }
                                td.num { (lines::shown(*left, locale)) " " (unit_text(&line.unit, locale)) }
                                td.num { input.input id=(field_id(&name)) name=(name) value=(typed(&name, lines::shown(*left, locale))) inputmode="decimal" autocomplete="off"; }
                            }
                        }
                    }
                }
                (field("planned_on", view.t("delivery-planned-on")).value(typed("planned_on", String::new())).short().error(said("planned_on")))
                (field("delivered_on", view.t("delivery-delivered-on")).value(typed("delivered_on", today)).short().error(said("delivered_on")).help(view.t("delivery-delivered-help")))
                (field("text", view.t("delivery-text")).value(typed("text", String::new())))
                div.form-actions {
                    (button(view.t("order-deliver")).primary())
                    (link_button(order.address(), view.t("cancel")).plain())
                }
            }
        }
    };
    Ok(view.page(Page::new(title.clone(), "/orders", body)))
}

fn deliver(app: &App, request: &Request) -> Result<Response> {
    let done = app.write(request, |tx| {
        let order = find(tx, request)?;
        let values = wanted(tx, request, &order)?;
        let mut set = ChangeSet::new(tx, "change-created");
        save::create(tx, &mut set, &object(tx, delivery::KEY)?, values)?;
        set.close(tx)?;
        Ok(format!("/changes/{}/undo", set.id))
    });
    let done = document::what_is_wrong(done)?;
    app.read(request, |cx| {
        let order = find(cx, request)?;
        let view = View::new(app, request, cx)?.with_titles([&order])?;
        match &done {
            Ok(undo) => {
                Ok(Response::redirect(order.address())
                    .toast(view.t("order-delivery-kept"), Some(undo.clone())))
            }
            Err(errors) => Ok(page(&view, &order, errors)?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        }
    })
}

fn wanted(cx: &kernel::Cx, request: &Request, order: &Record) -> Result<Values> {
    let reading = Reading::plain(cx);
    let mut errors = FieldErrors::default();
    let mut all = Vec::new();
    for (line, _) in delivery::left(cx, order, None)? {
        let typed = request.form.text(&format!("of.{}", line.id)).trim();
        match reading.locale.parse_number(typed, lines::DECIMALS) {
            Ok(0) => {}
            Ok(scaled) => all.push(Line { quantity: Some(Decimal::new(scaled, lines::DECIMALS)), ..line }),
            Err(()) if typed.is_empty() => {}
            Err(()) => {
                errors.add("lines", kernel::Text::new("line-bad-quantity").with("line", line.text.as_str()))
            }
        }
    }
    if all.is_empty() && errors.0.is_empty() {
        errors.add("lines", kernel::Text::new("delivery-of-nothing"));
    }
    let pairs = form::pairs(&request.form);
    let mut values = Values::from_iter([
        ("about".to_owned(), order.reference()),
        ("lines".to_owned(), lines::value(&all)),
        ("text".to_owned(), request.form.text("text").trim().into()),
    ]);
    for day in ["planned_on", "delivered_on"] {
        match Date.parse(&Input::new(&pairs, day), &reading) {
            Ok(value) => drop(values.insert(day.to_owned(), value)),
            Err(text) => errors.add(day, text),
        }
    }
    errors.into_result()?;
    values.retain(|_, value| !value.is_null() && value.as_str() != Some(""));
    Ok(values)
}

/// A draft of an invoice for what is not billed yet.
fn invoice(app: &App, request: &Request) -> Result<Response> {
    let id = app.write(request, |tx| {
        let order = find(tx, request)?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = billing::from_order(tx, &mut set, &order)?;
        set.close(tx)?;
        Ok(id)
    })?;
    Ok(Response::redirect(format!("/invoices/{id}")))
}
