//! What a customer sees and does behind the link of a document, without an account: reads it in their language, takes it along as
//! PDF, and of a quote chooses what is optional, asks, accepts with their name, or declines. Opening it changes nothing but that it was opened, and
//! that only once somebody's browser asks for it with a form: mail programs open links by themselves.

use kernel::{Cx, Error, FieldErrors, Result, Text, Tx};
use locale::Locale;
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record,
    object::object,
    query, record,
    save::{self, Values},
};
use serde_json::json;
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Bare, Tone, button, field, field_id, link_button, notice, sheet},
};
use workbench::App;

use crate::{
    document, invoice, lines, links, order,
    paperwork::{self, Pdf},
    quote, quote_follows,
    seller::Seller,
    shown::Table,
    ubl,
};

const LONGEST: usize = 2_000;
const LONGEST_NAME: usize = 200;
/// Points of a drawn name.
const MOST_POINTS: usize = 5_000;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/documents/{token}", Permission::Anyone, show);
    routes.post("/documents/{token}", Permission::Anyone, answer);
    routes.post("/documents/{token}/choice", Permission::Anyone, choose);
    routes.post("/documents/{token}/opened", Permission::Anyone, opened);
    routes.get("/documents/{token}/pdf", Permission::Anyone, pdf);
    routes.get("/documents/{token}/ubl", Permission::Anyone, ubl_file);
}

/// The document of a link as it is now; of a quote the latest version that was sent.
fn current(cx: &Cx, linked: &links::Linked) -> Result<Record> {
    let declared = object(cx, &linked.object)?;
    let mut found = record::find(cx, &declared, linked.record)?;
    // No more versions than anybody makes.
    for _ in 0..100 {
        if found.text("state") != "replaced" {
            break;
        }
        let filter = Filter::field("replaces", Operator::Is, &[&found.id.to_string()]);
        let next = query::page(cx, &declared, &Query { filter, ..Query::default() }, &[], 1)?.records.pop();
        match next.filter(|next| !quote::is_draft(next.text("state"))) {
            Some(next) => found = record::find(cx, &declared, next.id)?,
            None => break,
        }
    }
    let unfinished = match found.object.key {
        quote::KEY => quote::is_draft(found.text("state")),
        invoice::KEY => !invoice::is_issued(&found),
        _ => false,
    };
    if found.trashed_at.is_some() || unfinished { Err(Error::NotFound) } else { Ok(found) }
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let linked = links::find(app, request)?;
    app.db.read(&linked.scope, |cx| {
        let document = current(cx, &linked)?;
        page(cx, request, &document, &FieldErrors::default())
    })
}

fn page(cx: &Cx, request: &Request, document: &Record, errors: &FieldErrors) -> Result<Response> {
    let locale = document::locale(cx, document);
    let seller = Seller::of(cx)?;
    let title = paperwork::title(cx, document)?;
    let body = Sheet { cx, request, document, locale: &locale, seller: &seller, errors };
    let body = body.whole(&title);
    Ok(Response::page(sheet(&Bare {
        language: locale.language().code(),
        looks: workbench::view::looks(request),
        tab: seller.name.clone().into(),
        large: true,
        footer: locale.t("document-footer"),
        flash: None,
        body,
    })))
}

struct Sheet<'a> {
    cx: &'a Cx,
    request: &'a Request,
    document: &'a Record,
    locale: &'a Locale,
    seller: &'a Seller,
    errors: &'a FieldErrors,
}

impl Sheet<'_> {
    fn address(&self) -> String {
        format!("/documents/{}", self.request.params.get("token"))
    }

    fn over(&self) -> bool {
        let until = self.document.text("valid_until");
        !until.is_empty() && until < self.cx.today().to_string().as_str()
    }

    fn answers(&self) -> bool {
        quote::is_out(self.document) && !self.over() && self.document.object.key == quote::KEY
    }

    fn whole(&self, title: &str) -> Markup {
        let document = self.document;
        let table = Table { locale: self.locale, document, chooses: self.answers() };
        let unseen = document.object.key == quote::KEY && document.text("state") == "sent";
        html! {
            header.sheet-head {
                h1 { (title) }
                @if !document.text("name").is_empty() { p.lead { (document.text("name")) } }
                p.quiet { (self.when()) }
            }
            // Tells that somebody looked: a program that follows the link of a letter sends no form.
            @if unseen { div hidden hx-post={ (self.address()) "/opened" } hx-trigger="load" hx-swap="none" {} }
            (self.standing())
            @if !document.text("intro").is_empty() { p.written { (document.text("intro")) } }
            form method="post" action={ (self.address()) "/choice" } hx-post={ (self.address()) "/choice" } hx-trigger="change" hx-target="#sums" hx-swap="outerHTML" {
                div.table-frame { (table.lines()) }
                (sums(&table))
                @if self.answers() && lines::read(document.get("lines")).iter().any(|line| line.optional) {
                    noscript { (button(self.locale.t("document-choose"))) }
                }
            }
            @if !document.text("terms").is_empty() { p.written.quiet { (document.text("terms")) } }
            @if document.object.key == invoice::KEY { (self.payment()) }
            div.buttons {
                (link_button(format!("{}/pdf", self.address()), self.locale.t("document-pdf")).icon("download"))
                @if document.object.key == invoice::KEY { (link_button(format!("{}/ubl", self.address()), "UBL").icon("download")) }
            }
            @if self.answers() { (self.answer()) }
            @if quote::is_out(document) { (self.question()) }
        }
    }

    fn when(&self) -> String {
        let day = |field: &str| {
            let day: jiff::civil::Date = self.document.text(field).parse().ok()?;
            Some(self.locale.date_long(day))
        };
        let (key, day) = match self.document.object.key {
            quote::KEY => ("document-valid-until", day("valid_until")),
            order::KEY => ("document-ordered-on", day("ordered_on")),
            _ => ("document-due-on", day("due_on")),
        };
        day.map_or(String::new(), |day| self.locale.tf(key, &[("day", day.into())]))
    }

    /// What became of it.
    fn standing(&self) -> Markup {
        let said = |tone: Option<Tone>, text: String| notice(tone, &html! { (text) }, None);
        let document = self.document;
        let t = |key: &str| self.locale.t(key).into_owned();
        let kept = if self.request.query.text("said") == "question" {
            said(Some(Tone::Positive), t("document-question-sent"))
        } else {
            html! {}
        };
        let other = match (document.object.key, document.text("state")) {
            (quote::KEY, "accepted") => {
                let args = [("name", document.text("accepted_by").into())];
                let key = if document.text("accepted_by").is_empty() {
                    "document-is-accepted"
                } else {
                    "document-is-accepted-by"
                };
                said(Some(Tone::Positive), self.locale.tf(key, &args))
            }
            (quote::KEY, "declined") => said(None, t("document-is-declined")),
            (quote::KEY, "replaced") => said(Some(Tone::Warning), t("document-is-replaced")),
            (quote::KEY, _) if self.over() => said(Some(Tone::Warning), t("document-is-over")),
            (invoice::KEY, "paid") => said(Some(Tone::Positive), t("document-is-paid")),
            (invoice::KEY, "part_paid") => {
                let reading = records::field::Reading {
                    locale: self.locale.clone(),
                    ..records::field::Reading::plain(self.cx)
                };
                let left = document.show("balance", &reading);
                said(None, self.locale.tf("document-is-left", &[("left", left.into())]))
            }
            _ => html! {},
        };
        html! { (kept) (other) }
    }

    fn payment(&self) -> Markup {
        let seller = self.seller;
        let facts = [("paper-bank", &seller.bank), ("paper-iban", &seller.iban), ("paper-bic", &seller.bic)];
        html! {
            @if !seller.iban.is_empty() && !invoice::is_credit_note(self.document) {
                dl.payment {
                    @for (key, value) in facts { @if !value.is_empty() { dt { (self.locale.t(key)) } dd { (value) } } }
                    dt { (self.locale.t("paper-state")) } dd { (self.document.text("number")) }
                }
            }
        }
    }

    fn typed(&self, name: &str) -> String {
        self.request.form.text(name).to_owned()
    }

    fn error(&self, name: &str) -> Option<String> {
        self.errors.get(name).map(|text| self.locale.render(text))
    }

    /// Accepting and declining.
    fn answer(&self) -> Markup {
        let t = |key: &str| self.locale.t(key);
        let declines = self.request.form.text("answer") == "decline" && !self.errors.0.is_empty();
        html! {
            section.answer {
                form.form #accept method="post" action=(self.address()) novalidate {
                    h2 { (t("document-accept")) }
                    @if let Some(text) = self.error("state") { (notice(Some(Tone::Warning), &html! { (text) }, None)) }
                    input type="hidden" name="answer" value="accept";
                    input type="hidden" name="seen" value=(fingerprint(self.document));
                    (field("name", t("document-your-name")).value(self.typed("name")).error(self.error("name")).attribute("autocomplete", "name").attribute("maxlength", "200"))
                    div.field {
                        span.label { (t("document-sign")) }
                        k-signature aria-label=(t("document-sign")) {
                            canvas width="300" height="100" {}
                            input type="hidden" name="drawn" value="";
                            button.button data-kind="plain" data-size="s" type="button" data-clear { (t("document-sign-again")) }
                        }
                        p.help { (t("document-sign-help")) }
                    }
                    div.field {
                        label.check { input type="checkbox" name="agreed" value="yes" id=(field_id("agreed")) checked[!self.typed("agreed").is_empty()]; span { (t("document-agree")) } }
                        @if let Some(text) = self.error("agreed") { (web::html::error_line("agreed-error", &text)) }
                    }
                    div.form-actions { (button(t("document-accept-now")).primary()) }
                }
                details.fold open[declines] {
                    summary { (t("document-decline")) }
                    form.form method="post" action=(self.address()) {
                        input type="hidden" name="answer" value="decline";
                        (field("reason", t("document-why-not")).textarea().value(self.typed("reason")).error(self.error("reason")))
                        div.form-actions { (button(t("document-decline"))) }
                    }
                }
            }
        }
    }

    fn question(&self) -> Markup {
        let t = |key: &str| self.locale.t(key);
        html! {
            details.fold open[self.errors.get("question").is_some()] {
                summary { (t("document-ask")) }
                form.form method="post" action=(self.address()) {
                    input type="hidden" name="answer" value="ask";
                    (field("question", t("document-question")).textarea().value(self.typed("question")).error(self.error("question")))
                    div.form-actions { (button(t("document-ask-now"))) }
                }
            }
        }
    }
}

fn sums(table: &Table) -> Markup {
    let sums = document::sums(table.document);
    html! {
        div.lines-foot #sums {
            (table.sums(&sums))
            // Nothing else is accepted than what stands here.
            input type="hidden" form="accept" name="total" value=(sums.total);
        }
    }
}

/// What the customer read, so that nothing else is accepted than that.
fn fingerprint(quote: &Record) -> String {
    let version = quote.get("version").as_i64().unwrap_or(1);
    format!("{}.{version}", quote.id)
}

/// The lines with those chosen that the form ticks.
fn chosen(quote: &Record, form: &Form) -> Json {
    let ticked: Vec<&str> = form.all("chosen").collect();
    let mut all = lines::read(quote.get("lines"));
    for line in all.iter_mut().filter(|line| line.optional) {
        line.chosen = ticked.contains(&line.id.as_str());
    }
    lines::value(&all)
}

/// A choice among what is optional: kept at once, and the sums are told.
fn choose(app: &App, request: &Request) -> Result<Response> {
    let linked = links::find(app, request)?;
    app.db.write(&linked.scope, |tx| {
        let quote = current(tx, &linked)?;
        if !quote::is_out(&quote) {
            return Ok(());
        }
        let lines = chosen(&quote, &request.form);
        let mut set = ChangeSet::new(tx, "change-quote-chosen");
        choice(tx, &mut set, &quote, lines)?;
        set.close(tx)
    })?;
    app.db.read(&linked.scope, |cx| {
        let quote = current(cx, &linked)?;
        if !request.is_fragment() {
            return Ok(Response::redirect(format!("/documents/{}", request.params.get("token"))));
        }
        let locale = document::locale(cx, &quote);
        Ok(Response::fragment(sums(&Table { locale: &locale, document: &quote, chooses: true })))
    })
}

/// What the customer chooses is theirs to change, also when the rest is not.
fn choice(tx: &mut Tx, set: &mut ChangeSet, quote: &Record, lines: Json) -> Result<Record> {
    if &lines == quote.get("lines") {
        return Ok(quote.clone());
    }
    let values = Values::from_iter([("lines".to_owned(), lines)]);
    save::edit(tx, set, &quote.object, quote.id, values, &Values::new())?.saved()
}

fn opened(app: &App, request: &Request) -> Result<Response> {
    let linked = links::find(app, request)?;
    app.db.write(&linked.scope, |tx| {
        let quote = current(tx, &linked)?;
        if quote.object.key == quote::KEY && quote.text("state") == "sent" {
            let mut set = ChangeSet::new(tx, "change-quote-opened");
            quote::become_(tx, &mut set, &quote, "opened", Values::new())?;
            set.close(tx)?;
        }
        Ok(())
    })?;
    Ok(Response::empty())
}

fn answer(app: &App, request: &Request) -> Result<Response> {
    let linked = links::find(app, request)?;
    let done = app.db.write(&linked.scope, |tx| {
        let quote = current(tx, &linked)?;
        if quote.object.key != quote::KEY || !quote::is_out(&quote) {
            return Ok("");
        }
        match request.form.text("answer") {
            "accept" => accept(tx, request, &quote).map(|()| "accepted"),
            "decline" => decline(tx, request, &quote).map(|()| "declined"),
            "ask" => ask(tx, request, &quote).map(|()| "question"),
            _ => Err(Error::NotFound),
        }
    });
    match done {
        Ok(said) => Ok(Response::redirect(format!("/documents/{}?said={said}", request.params.get("token")))),
        Err(Error::Invalid(errors)) => app.db.read(&linked.scope, |cx| {
            let quote = current(cx, &linked)?;
            Ok(page(cx, request, &quote, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

fn accept(tx: &mut Tx, request: &Request, quote: &Record) -> Result<()> {
    let name: String = request.form.text("name").trim().chars().take(LONGEST_NAME).collect();
    let mut errors = FieldErrors::default();
    if name.is_empty() {
        errors.add("name", Text::new("document-needs-name"));
    }
    if request.form.text("agreed").is_empty() {
        errors.add("agreed", Text::new("document-needs-agreement"));
    }
    let over =
        !quote.get("valid_until").is_null() && quote.text("valid_until") < tx.today().to_string().as_str();
    let total = document::sums(quote).total.to_string();
    if over || request.form.text("seen") != fingerprint(quote) || request.form.text("total") != total {
        errors.add("state", Text::new("document-has-changed"));
    }
    errors.into_result()?;
    let mut set = ChangeSet::new(tx, "change-quote-accepted");
    let signature = json!({
        "name": name,
        "at": tx.now().micros(),
        "address": request.peer.to_string(),
        "drawn": drawn(request.form.text("drawn")),
    });
    let values = Values::from_iter([
        ("accepted_by".to_owned(), Json::from(name)),
        ("signature".to_owned(), signature.to_string().into()),
    ]);
    quote::become_(tx, &mut set, quote, "accepted", values)?;
    set.close(tx)
}

/// Strokes of points in a box of 300 × 100; what is none of that is no drawing.
fn drawn(text: &str) -> Json {
    let strokes: Vec<Vec<(f64, f64)>> = serde_json::from_str(text).unwrap_or_default();
    let inside = |(x, y): &(f64, f64)| (0.0..=300.0).contains(x) && (0.0..=100.0).contains(y);
    let points: usize = strokes.iter().map(Vec::len).sum();
    let fits = points <= MOST_POINTS && strokes.iter().flatten().all(inside);
    if fits { json!(strokes) } else { json!([]) }
}

fn decline(tx: &mut Tx, request: &Request, quote: &Record) -> Result<()> {
    let reason: String = request.form.text("reason").trim().chars().take(LONGEST).collect();
    if reason.is_empty() {
        return Err(Error::Invalid(FieldErrors::of("reason", Text::new("document-needs-reason"))));
    }
    let mut set = ChangeSet::new(tx, "change-quote-declined");
    let values = Values::from_iter([("decline_reason".to_owned(), Json::from(reason))]);
    quote::become_(tx, &mut set, quote, "declined", values)?;
    set.close(tx)
}

/// A question stands on the timeline, and among the tasks of whoever the quote belongs to.
fn ask(tx: &mut Tx, request: &Request, quote: &Record) -> Result<()> {
    let question: String = request.form.text("question").trim().chars().take(LONGEST).collect();
    if question.is_empty() {
        return Err(Error::Invalid(FieldErrors::of("question", Text::new("document-needs-question"))));
    }
    let mut set = ChangeSet::new(tx, "change-quote-asked");
    quote_follows::note(tx, &mut set, quote, "quote-note-asked", &[("question", question)])?;
    let subject = quote_follows::said(tx, quote, "quote-task-asked", &[]);
    let due = tx.now();
    quote_follows::task(tx, &mut set, quote, subject, due)?;
    set.close(tx)
}

fn pdf(app: &App, request: &Request) -> Result<Response> {
    let linked = links::find(app, request)?;
    let found = app.db.read(&linked.scope, |cx| Pdf::of(cx, &current(cx, &linked)?))?;
    let (name, bytes) = found.bytes()?;
    Ok(Response::download(&name, "application/pdf", bytes))
}

fn ubl_file(app: &App, request: &Request) -> Result<Response> {
    let linked = links::find(app, request)?;
    app.db.read(&linked.scope, |cx| {
        let invoice = current(cx, &linked)?;
        if invoice.object.key != invoice::KEY {
            return Err(Error::NotFound);
        }
        let name = format!("{}.xml", invoice.text("number").replace(['/', '\\'], "-"));
        Ok(Response::download(&name, "application/xml", ubl::write(cx, &invoice)?))
    })
}
