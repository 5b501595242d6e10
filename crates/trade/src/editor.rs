//! Writing the lines of a document: a row for each, whose text, unit, price and tax come from its product as soon as one is chosen,
//! and the sums, which follow what is typed. The server reckons; without script the page does the same when it is saved.

use kernel::{Error, FieldErrors, Result};
use records::{
    ChangeSet, FieldType, Json, Object, Record,
    access::{self, Verb},
    field::{Input, Pairs, Reading, as_id},
    object::object,
    record,
    save::{self, Values},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, button, crumbs, field, field_id, icon, link_button, notice, page_head},
};
use workbench::{App, View, form, view::Page};

use crate::{
    document, invoice,
    lines::{self, Line, Lines},
    order, product, quote, quote_template,
    shown::{Table, price_shown},
};

/// The objects whose lines are written here, their paths, and the field that holds them.
const OBJECTS: &[(&str, &str, &str)] = &[
    (quote::KEY, "quotes", "lines"),
    (order::KEY, "orders", "lines"),
    (invoice::KEY, "invoices", "lines"),
    (quote_template::KEY, "quote_templates", "lines"),
    (product::KEY, "products", "parts"),
];
const PARTS: &[&str] = &["text", "unit", "price", "tax"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    for &(key, path, _) in OBJECTS {
        routes.get(&format!("/{path}/{{id}}/lines"), Permission::Write, move |app, request| {
            show(app, request, key)
        });
        routes.post(&format!("/{path}/{{id}}/lines"), Permission::Write, move |app, request| {
            keep(app, request, key)
        });
        routes.post(&format!("/{path}/{{id}}/lines/preview"), Permission::Write, move |app, request| {
            preview(app, request, key)
        });
    }
}

/// The field of an object that holds its lines.
pub(crate) fn lines_of(object: &Object) -> Option<&'static str> {
    OBJECTS.iter().find(|(key, ..)| *key == object.key).map(|(.., field)| *field)
}

fn of(cx: &kernel::Cx, request: &Request, key: &str) -> Result<Record> {
    let record = record::find(cx, &object(cx, key)?, request.params.id("id")?)?;
    access::require_on(cx, &record, Verb::Edit)?;
    if record.trashed_at.is_some() { Err(Error::conflict("record-is-trashed")) } else { Ok(record) }
}

fn show(app: &App, request: &Request, key: &str) -> Result<Response> {
    app.read(request, |cx| {
        let record = of(cx, request, key)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        let field = lines_of(&record.object).unwrap_or("lines");
        let mut pairs = Lines.fill(field, record.get(field), &view.reading);
        for (at, line) in lines::read(record.get(field)).iter().enumerate() {
            let price = line.price.map(|price| price_shown(price, &record, &view.reading.locale));
            let name = format!("{field}.{at}.price");
            if let (Some(price), Some(pair)) = (price, pairs.iter_mut().find(|(key, _)| *key == name)) {
                pair.1 = price;
            }
        }
        pairs.extend(
            record
                .object
                .field("discount")
                .ok()
                .into_iter()
                .flat_map(|discount| discount.kind.fill("discount", record.get("discount"), &view.reading)),
        );
        whole(&view, &record, &pairs, &FieldErrors::default())
    })
}

fn keep(app: &App, request: &Request, key: &str) -> Result<Response> {
    let kept = app.write(request, |tx| {
        let record = of(tx, request, key)?;
        let values = wanted(tx, &record, &request.form)?;
        let seen: Values = serde_json::from_str(request.form.text("seen")).unwrap_or_default();
        let mut set = ChangeSet::new(tx, "change-edited");
        let record = save::edit(tx, &mut set, &record.object, record.id, values, &seen)?.saved()?;
        let undo = (set.touched() > 0).then(|| format!("/changes/{}/undo", set.id));
        set.close(tx)?;
        Ok((record, undo))
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (errors, status) = match kept {
            Ok((record, undo)) => {
                let text = view.tf("toast-saved", &[("name", record.title(&view.reading).into())]);
                return Ok(Response::redirect(record.address()).toast(text, undo));
            }
            Err(Error::Invalid(errors)) => (errors, StatusCode::UNPROCESSABLE_ENTITY),
            Err(Error::Conflict(text)) => (FieldErrors::of("lines", text), StatusCode::CONFLICT),
            Err(error) => return Err(error),
        };
        let record = of(cx, request, key)?;
        Ok(whole(&view.with_titles([&record])?, &record, &form::pairs(&request.form), &errors)?
            .status(status))
    })
}

/// The values that a form means. A row whose product is another one than before begins anew from it.
fn wanted(cx: &kernel::Cx, record: &Record, sent: &Form) -> Result<Values> {
    let field = lines_of(&record.object).unwrap_or("lines");
    let reading = Reading::plain(cx);
    let pairs = begun(field, form::pairs(sent));
    let mut values = Values::new();
    let mut errors = FieldErrors::default();
    match Lines.parse(&Input::new(&pairs, field), &reading) {
        Ok(value) => drop(values.insert(field.to_owned(), value)),
        Err(text) => errors.add(field, text),
    }
    if let Ok(discount) = record.object.field("discount") {
        match discount.kind.parse(&Input::new(&pairs, "discount"), &reading) {
            Ok(value) => drop(values.insert("discount".to_owned(), value)),
            Err(text) => errors.add("discount", text),
        }
    }
    errors.into_result()?;
    Ok(values)
}

/// Without what a row had of another product; each row has a name that leads back to it.
fn begun(field: &str, mut pairs: Pairs) -> Pairs {
    let name = |number: &str, part: &str| format!("{field}.{number}.{part}");
    let text = |pairs: &Pairs, key: &str| {
        pairs.iter().find(|(name, _)| name == key).map_or(String::new(), |(_, text)| text.clone())
    };
    for number in numbers(field, &pairs) {
        let (product, had) = (text(&pairs, &name(&number, "product")), text(&pairs, &name(&number, "had")));
        if !product.is_empty() && product != had {
            let anew =
                ["text", "unit", "price", "tax", "category", "note", "parts"].map(|part| name(&number, part));
            pairs.retain(|(key, _)| !anew.contains(key));
        }
        let id = name(&number, "id");
        if text(&pairs, &id).is_empty() {
            pairs.retain(|(key, _)| *key != id);
            pairs.push((id, format!("n{number}")));
        }
    }
    pairs
}

/// The numbers of the rows, as the form has them.
fn numbers(field: &str, pairs: &Pairs) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (name, _) in pairs {
        let rest = name.strip_prefix(field).and_then(|rest| rest.strip_prefix('.'));
        if let Some((number, _)) = rest.and_then(|rest| rest.split_once('.'))
            && number.parse::<u32>().is_ok()
            && !found.iter().any(|known| known == number)
        {
            found.push(number.to_owned());
        }
    }
    found
}

/// What follows from what is typed so far: the sums, what each line comes to, and what a product that was just chosen brings.
fn preview(app: &App, request: &Request, key: &str) -> Result<Response> {
    app.read(request, |cx| {
        let record = of(cx, request, key)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        let field = lines_of(&record.object).unwrap_or("lines");
        let rehearsed =
            wanted(cx, &record, &request.form).and_then(|values| save::rehearse(cx, &record, values));
        let (values, errors) = match rehearsed {
            Ok(found) => found,
            Err(Error::Invalid(errors)) => (Values::new(), errors),
            Err(error) => return Err(error),
        };
        let sent = form::pairs(&request.form);
        let lines = lines::read(values.get(field).unwrap_or(&Json::Null));
        let imagined = imagined(&record, &values);
        let table = Table { locale: &view.reading.locale, document: &imagined, chooses: false };
        let rows = Rows { view: &view, field };
        let of = |number: &str| {
            let id = sent
                .iter()
                .find(|(name, _)| *name == format!("{field}.{number}.id"))
                .map(|(_, id)| id.clone());
            let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| format!("n{number}"));
            lines.iter().find(|line| line.id == id)
        };
        Ok(Response::fragment(html! {
            (rows.foot(&table, &imagined, &errors))
            @for number in numbers(field, &sent) {
                @if let Some(line) = of(&number) { (rows.filled(&number, line, &sent, &table)) }
            }
        }))
    })
}

/// The record as it would be.
fn imagined(record: &Record, values: &Values) -> Record {
    let of =
        |(at, field): (usize, &records::Field)| values.get(&field.key).unwrap_or(&record.values[at]).clone();
    let all = record.object.fields.iter().enumerate().map(of).collect();
    Record::imagined(record.object.clone(), all)
}

fn whole(view: &View, record: &Record, pairs: &Pairs, errors: &FieldErrors) -> Result<Response> {
    let field = lines_of(&record.object).unwrap_or("lines");
    let title = record.title(&view.reading);
    let way = [
        (format!("/{}", record.object.path).into(), view.many(&record.object)),
        (record.address().into(), title.as_str().into()),
    ];
    let heading = view.t(if field == "parts" { "parts-edit" } else { "lines-edit" });
    let view = &form::titled(view, pairs)?;
    let rows = Rows { view, field };
    let seen: Values = [field, "discount"]
        .into_iter()
        .filter(|key| record.object.at(key).is_some())
        .map(|key| (key.to_owned(), record.get(key).clone()))
        .collect();
    let seen = view.request.form.get("seen").map_or_else(|| Json::Object(seen).to_string(), str::to_owned);
    let address = format!("{}/lines", record.address());
    let table = Table { locale: &view.reading.locale, document: record, chooses: false };
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &heading))
        (page_head(&PageHead { title: &heading, count: None, lead: Some(view.t("lines-lead")), actions: html! {} }))
        (quote_template::offered(view, record)?)
        form.lines-form method="post" action=(address) novalidate hx-post={ (address) "/preview" } hx-trigger="change" hx-target="#lines-foot" hx-swap="outerHTML" hx-sync="this:replace" {
            input type="hidden" name="seen" value=(seen);
            k-repeat.sold-rows role="group" aria-label=(heading) {
                @for number in numbers(field, pairs) { (rows.row(&number, pairs)) }
                @for number in blank(field, pairs) { (rows.row(&number, &Pairs::new())) }
                template { (rows.row("__n__", &Pairs::new())) }
                (button(view.t("line-add")).icon("plus").inert().flag("data-add"))
            }
            @if let Ok(discount) = record.object.field("discount") {
                @let typed = Input::new(pairs, "discount").text().to_owned();
                @let wrong = errors.get("discount").map(|text| view.render(text));
                (field_of("discount", view.label(&record.object, discount).into_owned(), typed, wrong))
            }
            (rows.foot(&table, record, errors))
            div.form-actions {
                (button(view.t("save")).primary().attribute("formnovalidate", ""))
                (link_button(record.address(), view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(heading.into_owned(), format!("/{}", record.object.path), body)))
}

fn field_of(name: &'static str, label: String, value: String, wrong: Option<String>) -> Markup {
    html! { (field(name, label).value(value).error(wrong).short().attribute("inputmode", "decimal")) }
}

/// Rows to be filled in: three where there is none yet, else one.
fn blank(field: &str, pairs: &Pairs) -> Vec<String> {
    let all = numbers(field, pairs);
    let next = all.iter().filter_map(|number| number.parse::<u32>().ok()).max().map_or(0, |last| last + 1);
    let more = if all.is_empty() { 3 } else { 1 };
    (next..next + more).map(|number| number.to_string()).collect()
}

struct Rows<'a> {
    view: &'a View<'a>,
    field: &'a str,
}

impl Rows<'_> {
    fn name(&self, number: &str, part: &str) -> String {
        format!("{}.{number}.{part}", self.field)
    }

    fn row(&self, number: &str, pairs: &Pairs) -> Markup {
        let view = self.view;
        let typed = |part: &str| {
            let name = self.name(number, part);
            pairs.iter().find(|(key, _)| *key == name).map_or("", |(_, text)| text.as_str())
        };
        let heading = !typed("heading").is_empty();
        let priced = self.field != "parts";
        let label = |part: &str| view.t(&format!("line-{part}"));
        html! {
            fieldset.row data-heading[heading] {
                input type="hidden" name=(self.name(number, "id")) value=(typed("id"));
                input type="hidden" name=(self.name(number, "category")) value=(typed("category"));
                @if heading { input type="hidden" name=(self.name(number, "heading")) value="yes"; }
                @if !heading { (self.product(number, typed("product"), typed("had"))) }
                (self.line(number, "text", typed("text"), false))
                @if !heading {
                    div.numbers {
                        (self.told(number, "quantity", typed("quantity")))
                        (self.told(number, "unit", &unit_shown(view, typed("unit"))))
                        @if priced {
                            (self.told(number, "price", typed("price")))
                            (self.told(number, "discount", typed("discount")))
                            (self.told(number, "tax", typed("tax")))
                        }
                    }
                    @if priced {
                        (self.sum(number, "", false))
                        details.fold open[!typed("note").is_empty()] {
                            summary { (view.t("line-more")) }
                            @let note = self.name(number, "note");
                            label.field { span.label { (label("note")) } textarea.input id=(field_id(&note)) name=(note) rows="2" { (typed("note")) } }
                            @let optional = self.name(number, "optional");
                            label.check { input type="checkbox" name=(optional) value="yes" checked[!typed("optional").is_empty()]; span { (label("optional")) } }
                            @let chosen = self.name(number, "chosen");
                            label.check { input type="checkbox" name=(chosen) value="yes" checked[!typed("chosen").is_empty()]; span { (label("chosen")) } }
                        }
                    }
                }
                (button(view.t("line-remove")).plain().icon_only("x").inert().flag("data-remove"))
            }
        }
    }

    /// The product, searched for while typing, and the one that the row was filled in from.
    fn product(&self, number: &str, product: &str, had: &str) -> Markup {
        let view = self.view;
        let name = self.name(number, "product");
        let id = field_id(&name);
        let title = as_id(&product.into()).and_then(|id| view.reading.titles.get(&id)).cloned();
        // What a row has when the page is opened was filled in before.
        let had = if had.is_empty() && !view.request.form.iter().any(|_| true) { product } else { had };
        let search = view.t("line-find-product");
        html! {
            (self.had(number, had, false))
            div.product {
                span.icon-in { (icon("search")) }
                input.input type="search" name={ (name) ".find" } aria-label=(search) placeholder=(search) autocomplete="off"
                    hx-get={ "/pick?object=product&name=" (name) } hx-trigger="input changed delay:120ms" hx-target={ "#" (id) } hx-swap="innerHTML" hx-params="*" hx-sync="this:replace";
                select.input id=(id) name=(name) aria-label=(view.t("line-product")) {
                    option value="" { (view.t("line-no-product")) }
                    @if !product.is_empty() { option value=(product) selected { (title.unwrap_or_else(|| view.t("hidden-card").into_owned())) } }
                }
            }
        }
    }

    fn had(&self, number: &str, had: &str, apart: bool) -> Markup {
        let name = self.name(number, "had");
        html! { input type="hidden" id=(field_id(&name)) name=(name) value=(had) hx-swap-oob=[apart.then_some("true")]; }
    }

    /// One of the numbers, under what it is called.
    fn told(&self, number: &str, part: &str, value: &str) -> Markup {
        html! { label { span { (self.view.t(&format!("line-{part}"))) } (self.line(number, part, value, false)) } }
    }

    fn line(&self, number: &str, part: &str, value: &str, apart: bool) -> Markup {
        let name = self.name(number, part);
        let label = self.view.t(&format!("line-{part}"));
        let mode = if matches!(part, "text" | "unit") { "text" } else { "decimal" };
        // The others stand under what they are called.
        let hint = (part == "text").then_some(&label);
        html! {
            input.input data-part=(part) id=(field_id(&name)) name=(name) value=(value) inputmode=(mode) aria-label=(label) placeholder=[hint] autocomplete="off" hx-swap-oob=[apart.then_some("true")];
        }
    }

    fn sum(&self, number: &str, sum: &str, apart: bool) -> Markup {
        html! { output.sum id={ "line-sum-" (number) } hx-swap-oob=[apart.then_some("true")] { (sum) } }
    }

    /// What the server has to say of a row: its sum, and what a product that was chosen brings.
    fn filled(&self, number: &str, line: &Line, sent: &Pairs, table: &Table) -> Markup {
        let typed = |part: &str| {
            let name = self.name(number, part);
            sent.iter().find(|(key, _)| *key == name).map_or("", |(_, text)| text.trim())
        };
        let locale = &self.view.reading.locale;
        let number_of = |value: Option<rust_decimal::Decimal>| {
            value.map_or(String::new(), |value| lines::shown(value, locale))
        };
        let anew = !line.product.is_empty() && typed("product") != typed("had");
        let value = |part: &str| match part {
            "text" => line.text.clone(),
            "unit" => unit_shown(self.view, &line.unit),
            "price" => line.price.map_or(String::new(), |price| price_shown(price, table.document, locale)),
            _ => number_of(line.tax),
        };
        let priced = self.field != "parts";
        let brings = |part: &&&str| anew && (priced || matches!(**part, "text" | "unit"));
        html! {
            @if priced { (self.sum(number, &table.amount(line), true)) }
            @if anew { (self.had(number, &line.product, true)) }
            @if !line.heading {
                @for part in PARTS.iter().filter(brings) { (self.line(number, part, &value(part), true)) }
                @if anew && typed("quantity").is_empty() { (self.line(number, "quantity", &number_of(line.quantity), true)) }
            }
        }
    }

    /// The sums and what is wrong.
    fn foot(&self, table: &Table, document: &Record, errors: &FieldErrors) -> Markup {
        html! {
            div.lines-foot #lines-foot {
                @for (_, text) in &errors.0 { (notice(Some(Tone::Warning), &html! { (self.view.render(text)) }, None)) }
                @if self.field != "parts" { (table.sums(&document::sums(document))) }
            }
        }
    }
}

/// Units of ours in the reader's words; what is typed in them is understood again.
fn unit_shown(view: &View, unit: &str) -> String {
    crate::paperwork::unit_text(unit, &view.reading.locale)
}
