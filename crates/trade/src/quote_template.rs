//! Templates of quotes: lines and words with which a quote begins. What a line leaves to its product (price, tax) is told anew for each
//! customer.

use jiff::ToSpan;
use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Json, Object, Query, Record,
    access::Verb,
    behavior::Pending,
    field::{as_id, as_text, long_text::LongText, money::Money, number::Number, text::Text, user::User},
    object::object,
    query, record,
    save::{self, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{MenuItem, button},
};
use workbench::{App, CardPage, View};

use crate::{
    document,
    lines::{self, Line, Lines},
    price_list, quote,
};

pub const KEY: &str = "quote_template";

/// What goes from a template to a quote as it is.
const WORDS: [&str; 3] = ["intro", "terms", "discount"];
/// Templates offered beside an empty quote.
const OFFERED: usize = 12;

/// The declaration.
pub fn quote_template() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed().group("about"),
        Field::new("lines", Lines).searched().apart(),
        Field::new("net", Money).computed().listed().group("sums"),
        Field::new("tax", Money).computed().group("sums"),
        Field::new("total", Money).computed().group("sums"),
        // In percent of all lines.
        Field::new("discount", Number { decimals: 2 }).group("sums"),
        Field::new("currency", Text).group("sums"),
        Field::new("valid_days", Number { decimals: 0 }).group("about"),
        Field::new("intro", LongText).group("wording"),
        Field::new("terms", LongText).group("wording"),
        Field::new("owner", User).group("account"),
    ];
    let mut template =
        Object::new(KEY, "quote_templates", "name", fields).detail(&["net"]).behavior(TemplateRules);
    template.tab = "deal";
    template.aside()
}

#[derive(Debug)]
struct TemplateRules;

impl Behavior for TemplateRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        match as_text(pending.value("currency")) {
            "" => {
                let own = cx.locality().currency;
                pending.values.insert("currency".to_owned(), own.code().into());
            }
            code => price_list::keep_currency(code.to_owned(), pending, errors),
        }
        if pending.value("valid_days").as_i64().is_some_and(|days| !(1..=3_650).contains(&days)) {
            errors.add("valid_days", Message::new("not-a-number-of-days"));
        }
        document::complete_alone(cx, pending, errors)
    }
}

/// A quote that is begun with a template takes its lines and words, where it has none of its own.
pub(crate) fn begin(cx: &Cx, pending: &mut Pending) -> Result<()> {
    let Some(id) = as_id(pending.value("template")).filter(|_| pending.value("lines").is_null()) else {
        return Ok(());
    };
    let Some(template) = record::find_many(cx, &object(cx, KEY)?, &[id])?.remove(&id) else {
        return Ok(());
    };
    let same = template.text("currency") == document::currency_meant(cx, pending)?;
    let mut all = lines::read(template.get("lines"));
    for line in all.iter_mut().filter(|line| !line.product.is_empty() || !same) {
        // Its product says, in the customer's currency and country; what has none needs a price.
        line.price = None;
        if !line.product.is_empty() {
            (line.tax, line.category) = (None, String::new());
        }
    }
    pending.values.insert("lines".to_owned(), lines::value(&all));
    for field in WORDS {
        if !template.get(field).is_null() {
            pending.values.insert(field.to_owned(), template.get(field).clone());
        }
    }
    if let Some(days) = template.get("valid_days").as_i64() {
        let until = cx.today().saturating_add(days.days()).to_string();
        pending.values.insert("valid_until".to_owned(), until.into());
    }
    Ok(())
}

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post("/quotes/{id}/template", Permission::Write, take);
    routes.post("/quotes/{id}/as-template", Permission::Write, make);
}

/// Fills an empty quote.
fn take(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let done = app.write(request, |tx| {
        let quotes = object(tx, quote::KEY)?;
        let template = record::find(tx, &object(tx, KEY)?, request.form.id("template").unwrap_or(Id::NIL))?;
        let values = Values::from_iter([("template".to_owned(), template.reference())]);
        let mut set = ChangeSet::new(tx, "change-edited");
        save::edit(tx, &mut set, &quotes, id, values, &Values::new())?.saved()?;
        set.close(tx)
    });
    let done = document::what_is_wrong(done)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let back = Response::redirect(format!("/quotes/{id}/lines"));
        Ok(match done {
            Ok(()) => back,
            Err(errors) => {
                let why: Vec<String> = errors.0.iter().map(|(_, text)| view.render(text)).collect();
                back.toast(why.join(" "), None)
            }
        })
    })
}

/// What this quote offers, for the next ones.
fn make(app: &App, request: &Request) -> Result<Response> {
    let id = app.write(request, |tx| {
        let quote = record::find(tx, &object(tx, quote::KEY)?, request.params.id("id")?)?;
        from_quote(tx, &quote)
    })?;
    Ok(Response::redirect(format!("/quote_templates/{id}")))
}

fn from_quote(tx: &mut Tx, quote: &Record) -> Result<Id> {
    let fields = ["name", "currency"].iter().chain(&WORDS).filter(|field| !quote.get(field).is_null());
    let mut values: Values = fields.map(|field| ((*field).to_owned(), quote.get(field).clone())).collect();
    // What somebody chose of it is theirs.
    let unchosen = |line: Line| Line { chosen: false, ..line };
    let all: Vec<Line> = lines::read(quote.get("lines")).into_iter().map(unchosen).collect();
    values.insert("lines".to_owned(), if all.is_empty() { Json::Null } else { lines::value(&all) });
    let mut set = ChangeSet::new(tx, "change-created");
    let id = save::create(tx, &mut set, &object(tx, KEY)?, values)?;
    set.close(tx)?;
    Ok(id)
}

/// The templates with which an empty quote may begin.
pub(crate) fn offered(view: &View, quote: &Record) -> Result<Markup> {
    let templates = object(view.cx, KEY)?;
    if quote.object.key != quote::KEY || !quote.get("lines").is_null() || !templates.tells("lines") {
        return Ok(html! {});
    }
    let all = query::page(view.cx, &templates, &Query::default(), &["name"], OFFERED)?.records;
    Ok(html! {
        @if !all.is_empty() {
            form.offered method="post" action={ (quote.address()) "/template" } {
                span.quiet { (view.t("quote-begin-with")) }
                @for template in &all {
                    (button(template.title(&view.reading)).small().named("template", &template.id.to_string()))
                }
            }
        }
    })
}

/// The way from a quote to a template, in its menu.
pub(crate) fn menu(page: &CardPage) -> Option<MenuItem<'static>> {
    let (view, quote) = (page.view, page.record);
    let templates = view.catalog.object(KEY).ok()?;
    let fits = quote.object.key == quote::KEY
        && quote.trashed_at.is_none()
        && quote.object.tells("lines")
        && !quote.get("lines").is_null();
    (fits && view.may(templates, Verb::Create)).then(|| {
        MenuItem::post(format!("{}/as-template", quote.address()), view.t("quote-as-template")).icon("note")
    })
}
