//! What is done with a quote from its card: approved, sent, noted as answered, made anew as another version, ordered.

use identity::workspaces;
use kernel::{Error, FieldErrors, Id, Result, Tx};
use records::{
    ChangeSet, Filter, Json, Object, Operator, Query, Record,
    access::{self, Verb},
    object::object,
    query, record,
    save::{self, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, button, crumbs, field, link_button, notice, page_head},
};
use workbench::{App, CardPage, View, contact, view::Page};

use crate::{
    document::{self, Customer},
    letters, order, quote, quote_follows,
    seller::Seller,
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    for path in ["deals", "people", "companies"] {
        routes.post(&format!("/{path}/{{id}}/quote"), Permission::Write, move |app, request| {
            begin(app, request, path)
        });
    }
    routes.get("/quotes/{id}/send", Permission::Write, ask);
    routes.post("/quotes/{id}/send", Permission::Write, send);
    routes.post("/quotes/{id}/state", Permission::Write, enter);
    routes.post("/quotes/{id}/version", Permission::Write, again);
    routes.post("/quotes/{id}/order", Permission::Write, ordered);
}

/// A quote for a card, at once: what is not known yet is written on it.
fn begin(app: &App, request: &Request, path: &str) -> Result<Response> {
    let id = app.write(request, |tx| {
        let declared = records::catalog(tx)?.at_path(path)?.clone();
        let card = record::find(tx, &declared, request.params.id("id")?)?;
        let mut values = Values::from_iter([(card.object.key.to_owned(), card.reference())]);
        if card.object.key == "deal" {
            values.extend(
                ["name", "company", "person", "owner"]
                    .map(|field| (field.to_owned(), card.get(field).clone())),
            );
            if let Some(currency) = card.get("amount")["currency"].as_str() {
                values.insert("currency".to_owned(), currency.into());
            }
        }
        values.retain(|_, value| !value.is_null());
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &object(tx, quote::KEY)?, values)?;
        set.close(tx)?;
        Ok(id)
    })?;
    Ok(Response::redirect(format!("/quotes/{id}/lines")))
}

/// The buttons of its card, the one that comes next first.
pub(crate) fn actions(page: &CardPage) -> Result<Markup> {
    let (view, quote) = (page.view, page.record);
    let edits = view.may_on(quote, Verb::Edit) && quote.trashed_at.is_none();
    let address = quote.address();
    let enter = |to: &str, text: &str, primary: bool| {
        let button = button(view.t(text));
        html! { form method="post" action={ (address) "/state" } { input type="hidden" name="state" value=(to); @if primary { (button.primary()) } @else { (button) } } }
    };
    let state = quote.text("state");
    let lines = !quote.get("lines").is_null();
    let needs = quote::is_draft(state)
        && quote.get("approved_by").is_null()
        && quote::needs_approval(view.cx, quote.get("lines"), quote.get("discount"))?;
    let approves = Seller::of(view.cx)?.approves(view.cx);
    let send = |text: &str, primary: bool| {
        let button = link_button(format!("{address}/send"), view.t(text)).icon("send");
        if primary {
            html! { (button.primary()) }
        } else {
            html! { (button) }
        }
    };
    Ok(html! {
        @if edits {
            @match state {
                "draft" | "approved" | "waiting" if !lines => (link_button(format!("{address}/lines"), view.t("lines-write")).primary().icon("edit")),
                "draft" if needs && !approves => (enter("waiting", "quote-ask-approval", true)),
                "draft" | "waiting" if needs && approves => (enter("approved", "quote-approve", true)),
                "draft" | "approved" => (send("quote-send", true)),
                "sent" | "opened" => { (send("quote-send-again", false)) (enter("accepted", "quote-note-as-accepted", false)) (enter("declined", "quote-note-as-declined", false)) }
                "declined" | "expired" => { (version(view, &address, true)) (enter("accepted", "quote-note-as-accepted", false)) }
                "accepted" => (orders(view, quote)?),
                _ => {}
            }
            @if matches!(state, "sent" | "opened") { (version(view, &address, false)) }
        }
        (link_button(format!("{address}/pdf"), "PDF").icon("print"))
    })
}

fn version(view: &View, address: &str, primary: bool) -> Markup {
    let button = button(view.t("quote-new-version"));
    html! { form method="post" action={ (address) "/version" } { @if primary { (button.primary()) } @else { (button) } } }
}

/// The order that it became, or the way to one.
fn orders(view: &View, quote: &Record) -> Result<Markup> {
    let found = order::of_quote(view.cx, quote.id)?;
    Ok(match found {
        Some(order) => {
            html! { (link_button(order.address(), view.t("quote-its-order")).primary().icon("product")) }
        }
        None => {
            html! { form method="post" action={ (quote.address()) "/order" } { (button(view.t("quote-make-order")).primary()) } }
        }
    })
}

/// What is known of it, across the top: who has to approve, that it was opened, which version came after it.
pub(crate) fn standing(page: &CardPage) -> Result<Markup> {
    let (view, quote) = (page.view, page.record);
    let said = |tone: Option<Tone>, text: Markup| notice(tone, &text, None);
    let state = quote.text("state");
    let waits = matches!(state, "draft" | "waiting")
        && quote.get("approved_by").is_null()
        && quote::needs_approval(view.cx, quote.get("lines"), quote.get("discount"))?;
    let later = if state == "replaced" { next_version(view, quote)? } else { None };
    let off = document::taken_off(quote.get("lines"), quote.get("discount"));
    Ok(html! {
        @if waits {
            (said(Some(Tone::Warning), html! { (view.tf("quote-above-limit", &[("off", view.reading.locale.percent(off, 2).into())])) }))
        }
        @if let Some(later) = &later {
            (said(None, html! { (view.t("quote-was-replaced")) " " a.link href=(later.address()) { (later.text("number")) " (" (later.show("version", &view.reading)) ")" } }))
        }
    })
}

fn next_version(view: &View, quote: &Record) -> Result<Option<Record>> {
    let filter = Filter::field("replaces", Operator::Is, &[&quote.id.to_string()]);
    let page = query::page(
        view.cx,
        &quote.object,
        &Query { filter, ..Query::default() },
        &["number", "version"],
        1,
    )?;
    Ok(page.records.into_iter().next())
}

fn find(cx: &kernel::Cx, request: &Request) -> Result<Record> {
    let quote = record::find(cx, &object(cx, quote::KEY)?, request.params.id("id")?)?;
    access::require_on(cx, &quote, Verb::Edit)?;
    Ok(quote)
}

fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let quote = find(cx, request)?;
        let view = View::new(app, request, cx)?.with_titles([&quote])?;
        send_page(&view, &quote, &FieldErrors::default())
    })
}

fn send_page(view: &View, quote: &Record, errors: &FieldErrors) -> Result<Response> {
    let customer = Customer::of_document(view.cx, quote)?;
    let (name, address) = letters::address(&customer).unwrap_or_default();
    let name = customer.person.as_ref().map_or(name, |person| person.title(&view.reading));
    let workspace = workspaces::find(view.cx)?.name;
    let typed = |key: &str, begun: String| view.request.form.get(key).map_or(begun, str::to_owned);
    let words = letters::words(view.cx, quote, &name, &workspace)?;
    let error = |key: &str| errors.get(key).map(|text| view.render(text));
    let others: Vec<String> = errors
        .0
        .iter()
        .filter(|(key, _)| !matches!(key.as_str(), "to" | "words"))
        .map(|(_, text)| view.render(text))
        .collect();
    let title = view.tf("document-send-title", &[("name", quote.text("number").into())]);
    let way = [
        (format!("/{}", quote.object.path).into(), view.many(&quote.object)),
        (quote.address().into(), quote.title(&view.reading).into()),
    ];
    let card = customer.person.as_ref().or(customer.company.as_ref());
    let told = card.map(|card| contact::told_to_owner(view, card)).transpose()?.flatten();
    let again = !quote::is_draft(quote.text("state"));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("quote-send-lead")), actions: html! {} }))
        @if let Some(told) = &told { (notice(Some(Tone::Warning), &html! { (told) }, None)) }
        form.form method="post" action={ (quote.address()) "/send" } novalidate {
            @for text in &others { (notice(Some(Tone::Warning), &html! { (text) }, None)) }
            (field("to", view.t("document-to")).value(typed("to", address)).error(error("to")).help(view.t("document-to-help")))
            (field("words", view.t("document-words")).textarea().value(typed("words", words)).error(error("words")))
            div.form-actions {
                (button(view.t("quote-send")).primary().icon("send"))
                @if !again { (button(view.t("quote-send-without-mail")).named("by", "hand")) }
                (link_button(quote.address(), view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title, "/quotes", body)))
}

fn send(app: &App, request: &Request) -> Result<Response> {
    let by_hand = request.form.text("by") == "hand";
    let sent = app.write(request, |tx| {
        let quote = find(tx, request)?;
        let mut set = ChangeSet::new(tx, "change-quote-sent");
        if matches!(quote.text("state"), "draft" | "approved" | "expired" | "declined") {
            quote::become_(tx, &mut set, &quote, "sent", Values::new())?;
        } else if !quote::is_out(&quote) {
            return Err(Error::Invalid(FieldErrors::of("state", kernel::Text::new("quote-needs-approval"))));
        }
        if !by_hand {
            let quote = record::find(tx, &quote.object, quote.id)?;
            letters::send(tx, &quote, request.form.text("to"), request.form.text("words"))?;
        }
        set.close(tx)
    });
    let sent = document::what_is_wrong(sent)?;
    app.read(request, |cx| {
        let quote = record::find(cx, &object(cx, quote::KEY)?, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&quote])?;
        match &sent {
            Ok(()) => Ok(Response::redirect(quote.address()).toast(view.t("quote-is-on-its-way"), None)),
            Err(errors) => Ok(send_page(&view, &quote, errors)?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        }
    })
}

/// Approval, or an answer that came by another way.
fn enter(app: &App, request: &Request) -> Result<Response> {
    let done = app.write(request, |tx| {
        let quote = find(tx, request)?;
        let mut set = ChangeSet::new(tx, "change-edited");
        let state = request.form.text("state");
        let was = quote.text("state").to_owned();
        quote::become_(tx, &mut set, &quote, state, Values::new())?;
        if state == "waiting" {
            ask_for_approval(tx, &mut set, &quote)?;
        }
        if state == "approved" && was == "waiting" {
            let owner =
                records::field::as_id(quote.get("owner")).filter(|owner| Some(*owner) != tx.actor().user());
            records::notices::reminded(tx, &quote, &owner.into_iter().collect::<Vec<Id>>())?;
        }
        set.close(tx)
    });
    let done = document::what_is_wrong(done)?;
    app.read(request, |cx| {
        let quote = record::find(cx, &object(cx, quote::KEY)?, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?;
        match &done {
            Ok(()) => {
                let state = quote.show("state", &view.reading);
                let text = view.tf("quote-is-now", &[("state", state.into())]);
                Ok(Response::redirect(quote.address()).toast(text, None))
            }
            Err(errors) => {
                let why: Vec<String> = errors.0.iter().map(|(_, text)| view.render(text)).collect();
                Ok(Response::redirect(quote.address()).toast(why.join(" "), None))
            }
        }
    })
}

/// Those who approve find it among their tasks.
fn ask_for_approval(tx: &mut Tx, set: &mut ChangeSet, quote: &Record) -> Result<()> {
    let seller = Seller::of(tx)?;
    let subject = quote_follows::said(tx, quote, "quote-task-approve", &[]);
    for approver in &seller.approvers {
        let values = Values::from_iter([
            ("subject".to_owned(), Json::from(subject.as_str())),
            ("about".to_owned(), quote.reference()),
            ("due_at".to_owned(), tx.now().micros().into()),
            ("assignee".to_owned(), approver.to_string().into()),
        ]);
        save::create(tx, set, &object(tx, "task")?, values)?;
    }
    Ok(())
}

/// The same again as a draft; the one the customer has is replaced, and its link leads to the new one once that is sent.
fn again(app: &App, request: &Request) -> Result<Response> {
    let id = app.write(request, |tx| {
        let quote = find(tx, request)?;
        let mut set = ChangeSet::new(tx, "change-quote-version");
        let id = new_version(tx, &mut set, &quote)?;
        set.close(tx)?;
        Ok(id)
    })?;
    Ok(Response::redirect(format!("/quotes/{id}/lines")))
}

pub(crate) fn new_version(tx: &mut Tx, set: &mut ChangeSet, quote: &Record) -> Result<Id> {
    let mut values = document::carried(quote, &["lines", "intro", "terms", "price_list"]);
    let version = quote.get("version").as_i64().unwrap_or(1) + 1;
    values.extend([
        ("number".to_owned(), quote.get("number").clone()),
        ("version".to_owned(), version.into()),
        ("replaces".to_owned(), quote.reference()),
    ]);
    quote::become_(tx, set, quote, "replaced", Values::new())?;
    save::create(tx, set, &object(tx, quote::KEY)?, values)
}

fn ordered(app: &App, request: &Request) -> Result<Response> {
    let id = app.write(request, |tx| {
        let quote = find(tx, request)?;
        if let Some(order) = order::of_quote(tx, quote.id)? {
            return Ok(order.id);
        }
        let mut set = ChangeSet::new(tx, "change-created");
        let id = order::from_quote(tx, &mut set, &quote)?;
        set.close(tx)?;
        Ok(id)
    })?;
    Ok(Response::redirect(format!("/orders/{id}")))
}

/// The way to a quote for a card, in its menu.
pub(crate) fn begins(page: &CardPage) -> Option<(String, &'static str)> {
    let (view, card) = (page.view, page.record);
    let fits = matches!(card.object.key, "deal" | "person" | "company") && card.trashed_at.is_none();
    let quotes: &Object = view.catalog.object(quote::KEY).ok()?;
    (fits && view.may(quotes, Verb::Create)).then(|| (format!("{}/quote", card.address()), "quote-new-for"))
}
