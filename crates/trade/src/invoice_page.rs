//! What is done with an invoice from its card: issued and sent, paid, taken back; and its payments.

use std::sync::Arc;

use identity::workspaces;
use kernel::{Error, FieldErrors, Result};
use records::{
    ChangeSet, Record,
    access::{self, Verb},
    field::Reading,
    object::object,
    record,
    save::{self, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, button, crumbs, field, link_button, notice, page_head},
};
use workbench::{
    App, CardPage, View,
    form::{self, Filled},
    view::Page,
};

use crate::{
    document::Customer,
    invoice::{self, is_credit_note, is_issued},
    letters, payment, ubl,
};

/// What is asked about a payment.
const OF_A_PAYMENT: &[&str] = &["amount", "at", "method", "text"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/invoices/{id}/send", Permission::Write, |app, request| {
        on_page(app, request, |view, invoice| send_page(view, invoice, &FieldErrors::default()))
    });
    routes.post("/invoices/{id}/send", Permission::Write, send);
    routes.get("/invoices/{id}/pay", Permission::Write, |app, request| {
        on_page(app, request, |view, invoice| pay_page(view, invoice, &FieldErrors::default()))
    });
    routes.post("/invoices/{id}/pay", Permission::Write, pay);
    routes.post("/invoices/{id}/credit", Permission::Write, credit);
    routes.get("/invoices/{id}/ubl", Permission::Read, ubl_file);
}

/// The buttons of its card, the one that comes next first.
pub(crate) fn actions(page: &CardPage) -> Markup {
    let (view, invoice) = (page.view, page.record);
    let edits = view.may_on(invoice, Verb::Edit) && invoice.trashed_at.is_none();
    let address = invoice.address();
    let lines = !invoice.get("lines").is_null();
    let open = matches!(invoice.text("state"), "issued" | "part_paid");
    html! {
        @if edits {
            @if !lines { (link_button(format!("{address}/lines"), view.t("lines-write")).primary().icon("edit")) }
            @else if !is_issued(invoice) { (link_button(format!("{address}/send"), view.t("invoice-issue")).primary().icon("send")) }
            @if open && !is_credit_note(invoice) { (link_button(format!("{address}/pay"), view.t("invoice-pay")).primary()) }
            @if is_issued(invoice) { (link_button(format!("{address}/send"), view.t("quote-send-again")).icon("send")) }
            @if is_issued(invoice) && !is_credit_note(invoice) && invoice.text("state") != "credited" {
                form method="post" action={ (address) "/credit" } { (button(view.t("invoice-credit"))) }
            }
        }
        (link_button(format!("{address}/pdf"), "PDF").icon("print"))
        @if is_issued(invoice) { (link_button(format!("{address}/ubl"), "UBL").icon("download")) }
    }
}

/// Late, and what was paid.
pub(crate) fn standing(page: &CardPage) -> Result<Markup> {
    let (view, invoice) = (page.view, page.record);
    let late = matches!(invoice.text("state"), "issued" | "part_paid")
        && !invoice.get("due_on").is_null()
        && invoice.text("due_on") < view.reading.today.to_string().as_str();
    let paid = payment::of_invoice(view.cx, invoice.id)?;
    let credited = if is_issued(invoice) { invoice::credit_notes(view.cx, invoice.id)? } else { Vec::new() };
    Ok(html! {
        @if late && !is_credit_note(invoice) {
            (notice(Some(Tone::Warning), &html! { (view.tf("invoice-is-late", &[("due", invoice.show("due_on", &view.reading).into()), ("balance", invoice.show("balance", &view.reading).into())])) }, None))
        }
        @if !paid.is_empty() || !credited.is_empty() {
            ul.settled {
                @for one in &paid { li { a.link href=(one.address()) { (payment::in_short(one, &view.reading)) } @if let Some(at) = one.instant("at") { " " span.quiet { (view.moment(at)) } } } }
                @for one in &credited { li { a.link href=(one.address()) { (one.show("kind", &view.reading)) " " (one.text("number")) } " −" (one.show("total", &view.reading)) } }
                li { b { (view.t("invoice-balance")) } " " (invoice.show("balance", &view.reading)) }
            }
        }
    })
}

fn find(cx: &kernel::Cx, request: &Request) -> Result<Record> {
    let invoice = record::find(cx, &object(cx, invoice::KEY)?, request.params.id("id")?)?;
    access::require_on(cx, &invoice, Verb::Edit)?;
    Ok(invoice)
}

fn on_page(
    app: &App,
    request: &Request,
    page: impl Fn(&View, &Record) -> Result<Response>,
) -> Result<Response> {
    app.read(request, |cx| {
        let invoice = find(cx, request)?;
        let view = View::new(app, request, cx)?.with_titles([&invoice])?;
        page(&view, &invoice)
    })
}

/// The page again where something is wrong with what was asked for.
fn answered(
    app: &App,
    request: &Request,
    done: Result<Response>,
    page: impl Fn(&View, &Record, &FieldErrors) -> Result<Response>,
) -> Result<Response> {
    match done {
        Err(Error::Invalid(errors)) => on_page(app, request, |view, invoice| {
            Ok(page(view, invoice, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        done => done,
    }
}

fn send_page(view: &View, invoice: &Record, errors: &FieldErrors) -> Result<Response> {
    let customer = Customer::of_document(view.cx, invoice)?;
    let (name, address) = letters::address(&customer).unwrap_or_default();
    let name = customer.person.as_ref().map_or(name, |person| person.title(&view.reading));
    let words = letters::words(view.cx, invoice, &name, &workspaces::find(view.cx)?.name)?;
    let typed = |key: &str, begun: String| view.request.form.get(key).map_or(begun, str::to_owned);
    let error = |key: &str| errors.get(key).map(|text| view.render(text));
    let others = errors.0.iter().filter(|(key, _)| !matches!(key.as_str(), "to" | "words"));
    let issued = is_issued(invoice);
    let title = view.t(if issued { "quote-send-again" } else { "invoice-issue" }).into_owned();
    let body = html! {
        (crumbs(&view.t("crumbs"), &way(view, invoice), &title))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("invoice-issue-lead")).filter(|_| !issued), actions: html! {} }))
        form.form method="post" action={ (invoice.address()) "/send" } novalidate {
            @for (_, text) in others { (notice(Some(Tone::Warning), &html! { (view.render(text)) }, None)) }
            (field("to", view.t("document-to")).value(typed("to", address)).error(error("to")).help(view.t("document-to-help")))
            (field("words", view.t("document-words")).textarea().value(typed("words", words)).error(error("words")))
            div.form-actions {
                (button(view.t(if issued { "quote-send" } else { "invoice-issue-and-send" })).primary().icon("send"))
                @if !issued { (button(view.t("invoice-issue-without-mail")).named("by", "hand")) }
                (link_button(invoice.address(), view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title.clone(), "/invoices", body)))
}

fn way(
    view: &View,
    invoice: &Record,
) -> [(std::borrow::Cow<'static, str>, std::borrow::Cow<'static, str>); 2] {
    [
        (format!("/{}", invoice.object.path).into(), view.many(&invoice.object)),
        (invoice.address().into(), invoice.title(&view.reading).into()),
    ]
}

fn send(app: &App, request: &Request) -> Result<Response> {
    let by_hand = request.form.text("by") == "hand";
    let done = app.write(request, |tx| {
        let invoice = find(tx, request)?;
        let mut set = ChangeSet::new(tx, "change-invoice-issued");
        if !is_issued(&invoice) {
            let values = Values::from_iter([("state".to_owned(), "issued".into())]);
            save::edit(tx, &mut set, &invoice.object, invoice.id, values, &Values::new())?.saved()?;
        }
        if !by_hand {
            let invoice = record::find(tx, &invoice.object, invoice.id)?;
            letters::send(tx, &invoice, request.form.text("to"), request.form.text("words"))?;
        }
        set.close(tx)?;
        record::find(tx, &invoice.object, invoice.id)
    });
    let done = done.and_then(|invoice| {
        app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let text = view.tf("invoice-was-issued", &[("number", invoice.text("number").into())]);
            Ok(Response::redirect(invoice.address()).toast(text, None))
        })
    });
    answered(app, request, done, send_page)
}

fn pay_page(view: &View, invoice: &Record, errors: &FieldErrors) -> Result<Response> {
    let declared = object(view.cx, payment::KEY)?;
    let mut pairs = form::pairs(&view.request.form);
    if pairs.is_empty() {
        pairs.push(("amount".to_owned(), invoice.show("balance", &view.reading)));
        pairs.push(("method".to_owned(), "bank".to_owned()));
    }
    let filled = Filled { object: &declared, pairs, errors };
    let title = view.t("invoice-pay").into_owned();
    let others = errors.0.iter().filter(|(key, _)| !OF_A_PAYMENT.contains(&key.as_str()));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way(view, invoice), &title))
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
        form.form method="post" action={ (invoice.address()) "/pay" } novalidate {
            @for (_, text) in others { (notice(Some(Tone::Warning), &html! { (view.render(text)) }, None)) }
            @for key in OF_A_PAYMENT { @if let Ok(field) = declared.field(key) { (form::control(view, &filled, field)) } }
            div.form-actions {
                (button(view.t("save")).primary())
                (link_button(invoice.address(), view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title.clone(), "/invoices", body)))
}

fn pay(app: &App, request: &Request) -> Result<Response> {
    let done = app.write(request, |tx| {
        let invoice = find(tx, request)?;
        let declared = object(tx, payment::KEY)?;
        let users = Arc::new(identity::members::names(tx)?);
        let reading = Reading { users, ..Reading::plain(tx) };
        let (mut values, errors) = form::parse(&declared, &form::pairs(&request.form), &reading);
        errors.into_result()?;
        values.retain(|key, value| OF_A_PAYMENT.contains(&key.as_str()) && !value.is_null());
        values.insert("about".to_owned(), invoice.reference());
        let mut set = ChangeSet::new(tx, "change-paid");
        save::create(tx, &mut set, &declared, values)?;
        set.close(tx)?;
        Ok((record::find(tx, &invoice.object, invoice.id)?, format!("/changes/{}/undo", set.id)))
    });
    let done = done.and_then(|(invoice, undo)| {
        app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let left = invoice.show("balance", &view.reading);
            let text = view.tf("invoice-was-paid", &[("left", left.into())]);
            Ok(Response::redirect(invoice.address()).toast(text, Some(undo)))
        })
    });
    answered(app, request, done, pay_page)
}

fn credit(app: &App, request: &Request) -> Result<Response> {
    let id = app.write(request, |tx| {
        let invoice = find(tx, request)?;
        if !is_issued(&invoice) || is_credit_note(&invoice) {
            return Err(Error::conflict("credit-of-no-invoice"));
        }
        let mut set = ChangeSet::new(tx, "change-created");
        let id = invoice::credit(tx, &mut set, &invoice)?;
        set.close(tx)?;
        Ok(id)
    })?;
    Ok(Response::redirect(format!("/invoices/{id}")))
}

fn ubl_file(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let invoice = record::find(cx, &object(cx, invoice::KEY)?, request.params.id("id")?)?;
        if !is_issued(&invoice) {
            return Err(Error::conflict("invoice-not-issued"));
        }
        let name = format!("{}.xml", invoice.text("number").replace(['/', '\\'], "-"));
        Ok(Response::download(&name, "application/xml", ubl::write(cx, &invoice)?))
    })
}
