//! The filters of a list: chips that say what holds, and the builder behind them.

use std::sync::Arc;

use kernel::Result;
use records::{
    Field, Filter, Json, Object, Operator,
    field::{Control, Reading},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{button, icon},
};

use super::Asked;
use crate::{App, View, place::Place};

pub(super) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/filter", Permission::Read, build);
}

/// What else the address says while a filter is built.
const KEPT: [&str; 9] = ["q", "sort", "as", "by", "date", "month", "group", "columns", "totals"];

/// One line of the builder.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    field: String,
    op: Operator,
    args: Vec<String>,
}

/// The lines of a filter that the builder can show: conditions of one joint. `None` for a deeper one.
fn lines(filter: &Filter) -> Option<(bool, Vec<Line>)> {
    let line = |filter: &Filter| match filter {
        Filter::Field { field, op, args } => Some(Line { field: field.clone(), op: *op, args: args.clone() }),
        _ => None,
    };
    match filter {
        Filter::All(parts) => Some((false, parts.iter().map(line).collect::<Option<_>>()?)),
        Filter::Any(parts) => Some((true, parts.iter().map(line).collect::<Option<_>>()?)),
        single => Some((false, vec![line(single)?])),
    }
}

pub(super) fn toolbar(view: &View, object: &Object, asked: &Asked) -> Markup {
    let filter = &asked.query.filter;
    html! {
        div.toolbar role="group" aria-label=(view.t("filters")) {
            form role="search" method="get" action={ "/" (object.path) } {
                @for (name, value) in asked.address.iter().filter(|(name, _)| *name != "q") { input type="hidden" name=(name) value=(value); }
                input.input data-size="s" type="search" name="q" value=(asked.query.words) placeholder=(view.t("find-in-list")) aria-label=(view.t("find-in-list"));
            }
            @if !filter.is_empty() {
                ul.filters {
                    @match lines(filter) {
                        Some((any, parts)) => @for (at, line) in parts.iter().enumerate() {
                            @let rest: Vec<Filter> = parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, line)| line.filter()).collect();
                            @if any && at > 0 { li.quiet { (view.t("or")) } }
                            (filter_chip(view, object, asked, &describe(view, object, line), joined(any, rest)))
                        },
                        None => (filter_chip(view, object, asked, &html! { (view.t("filter-nested")) }, Filter::default())),
                    }
                }
            }
            (super::display::chooser(view, object, asked))
            k-menu {
                (button(view.t("filter")).plain().small().icon("filter").inert().attribute("popovertarget", "filter-builder"))
                div.popover #filter-builder popover role="dialog" aria-label=(view.t("filter")) {
                    @let (any, parts) = lines(filter).unwrap_or((false, Vec::new()));
                    (builder(view, object, any, &parts, &asked.address))
                }
            }
        }
    }
}

fn joined(any: bool, parts: Vec<Filter>) -> Filter {
    if any && !parts.is_empty() { Filter::Any(parts) } else { Filter::All(parts) }
}

impl Line {
    fn filter(&self) -> Filter {
        Filter::Field { field: self.field.clone(), op: self.op, args: self.args.clone() }
    }
}

fn filter_chip(view: &View, object: &Object, asked: &Asked, text: &Markup, rest: Filter) -> Markup {
    let address = asked.address.clone().without("filter").with("filter", rest.written());
    html! {
        li.filter {
            button type="button" popovertarget="filter-builder" { (text) }
            a href=(asked.href(object, &address)) aria-label=(view.t("filter-remove")) title=(view.t("remove")) { (icon("x")) }
        }
    }
}

fn describe(view: &View, object: &Object, line: &Line) -> Markup {
    let label = choices(view, object)
        .into_iter()
        .find(|(key, _)| *key == line.field)
        .map_or(line.field.clone(), |(_, text)| text);
    let values: Vec<String> =
        line.args.iter().map(|arg| argument_text(view, object, &line.field, arg)).collect();
    html! { (label) " " (view.t(&operator_key(line.op))) " " b { (values.join(" – ")) } }
}

fn operator_key(op: Operator) -> String {
    format!("op-{}", op.key().replace('_', "-"))
}

/// An argument as people read it.
fn argument_text(view: &View, object: &Object, path: &str, argument: &str) -> String {
    if argument == "me" {
        return view.t("me").into_owned();
    }
    let relative = format!("day-{}", argument.replace('_', "-"));
    let named = view.t(&relative);
    if named != relative {
        return named.into_owned();
    }
    if let Some((count, unit @ ("d" | "w" | "m" | "y"))) =
        argument.split_at_checked(argument.len().saturating_sub(1))
        && let Ok(count) = count.parse::<i64>()
    {
        let key = if count < 0 { format!("day-{unit}-ago") } else { format!("day-{unit}-ahead") };
        return view.tf(&key, &[("count", count.abs().into())]);
    }
    let Some(field) = resolve(view, object, path) else { return argument.to_owned() };
    match field.kind.key() {
        "select" | "multi_select" | "user" => field
            .kind
            .show(&field.kind.check(&Json::from(argument)).unwrap_or(Json::from(argument)), &view.reading),
        "date" | "date_time" | "partial_date" => {
            argument.parse().map_or(argument.to_owned(), |date| view.reading.locale.date(date))
        }
        _ => argument.to_owned(),
    }
}

/// The field that a path leads to.
fn resolve(view: &View, object: &Object, path: &str) -> Option<Field> {
    match path.split_once('.') {
        None => object.field(path).ok().cloned(),
        Some((reference, rest)) => {
            let other = object.field(reference).ok()?.kind.refers_to()?.to_owned();
            resolve(view, view.catalog.object(&other).ok()?, rest)
        }
    }
}

/// What can be filtered by: the object's fields, and those of the cards it refers to.
fn choices(view: &View, object: &Object) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for field in object.fields.iter().filter(|field| !field.hidden) {
        let label = view.label(object, field);
        found.push((field.key.clone(), label.clone().into_owned()));
        let other = field.kind.refers_to().and_then(|key| view.catalog.object(key).ok());
        for inner in other
            .iter()
            .flat_map(|other| other.fields.iter())
            .filter(|inner| !inner.hidden && inner.kind.refers_to().is_none() && inner.group != "record")
        {
            let text = other.map(|other| view.label(other, inner)).unwrap_or_default();
            found.push((format!("{}.{}", field.key, inner.key), format!("{label} → {text}")));
        }
    }
    found
}

fn builder(view: &View, object: &Object, any: bool, parts: &[Line], address: &Form) -> Markup {
    let path = format!("/{}/filter", object.path);
    html! {
        form.builder method="get" action=(path) hx-get=(path) hx-trigger="change from:select delay:250ms, submit" hx-target="this" hx-swap="outerHTML" {
            @for name in KEPT { @if let Some(value) = address.get(name) { input type="hidden" name=(name) value=(value); } }
            // Enter takes the first button of a form, which must not be one that removes.
            button hidden name="show" value="1" {}
            (conditions(view, object, any, parts))
            footer {
                (button(view.t("filter-add")).plain().icon("plus").named("add", "condition"))
                (button(view.t("filter-show")).named("show", "1"))
            }
        }
    }
}

fn conditions(view: &View, object: &Object, any: bool, parts: &[Line]) -> Markup {
    let choices = choices(view, object);
    let empty = [Line { field: String::new(), op: Operator::Is, args: Vec::new() }];
    let shown = if parts.is_empty() { &empty[..] } else { parts };
    html! {
        fieldset.conditions {
            legend.joint { (view.t("filter-where")) " "
                select.input data-size="s" data-width="s" id="condition-joint" name="joint" aria-label=(view.t("filter-joint")) {
                    option value="all" selected[!any] { (view.t("filter-all")) }
                    option value="any" selected[any] { (view.t("filter-any")) }
                } }
            @for (at, line) in shown.iter().enumerate() { (condition(view, object, at, line, &choices)) }
        }
    }
}

/// A filter as pages that are no list ask for it: the same conditions, in a form of their own.
pub(crate) struct Conditions {
    any: bool,
    parts: Vec<Line>,
}

impl Conditions {
    /// `None` for a filter that is nested deeper than lines can say.
    pub(crate) fn of(filter: &Filter) -> Option<Conditions> {
        lines(filter).map(|(any, parts)| Conditions { any, parts })
    }

    pub(crate) fn typed(view: &View, object: &Object, form: &Form) -> Conditions {
        Conditions { any: form.text("joint") == "any", parts: typed(view, object, form) }
    }

    pub(crate) fn controls(&self, view: &View, object: &Object) -> Markup {
        conditions(view, object, self.any, &self.parts)
    }

    /// A condition that still lacks its value asks nothing yet.
    pub(crate) fn filter(&self) -> Filter {
        let complete = |line: &&Line| !line.field.is_empty() && line.args.len() == line.op.arguments();
        joined(self.any, self.parts.iter().filter(complete).map(Line::filter).collect())
    }

    pub(crate) fn in_words(&self, view: &View, object: &Object) -> Markup {
        html! {
            @for (at, line) in self.parts.iter().enumerate() {
                @if at > 0 { " " span.quiet { (view.t(if self.any { "or" } else { "and" })) } " " }
                (describe(view, object, line))
            }
        }
    }
}

fn condition(view: &View, object: &Object, at: usize, line: &Line, choices: &[(String, String)]) -> Markup {
    let field = resolve(view, object, &line.field);
    html! {
        div.condition {
            select.input id={ "condition-" (at) "-field" } name="field" aria-label=(view.t("filter-field")) autofocus[at > 0 && line.field.is_empty()] {
                option value="" { (view.t("filter-choose")) }
                @for (key, text) in choices { option value=(key) selected[*key == line.field] { (text) } }
            }
            @if let Some(field) = &field {
                select.input id={ "condition-" (at) "-op" } name="op" aria-label=(view.t("filter-comparison")) {
                    @for op in field.kind.operators() { option value=(op.key()) selected[*op == line.op] { (view.t(&operator_key(*op))) } }
                }
                @for number in 0..2 {
                    @let value = line.args.get(number).map_or("", String::as_str);
                    @if number < line.op.arguments() { (value_input(view, field, value)) }
                    @else { input type="hidden" name="value" value=""; }
                }
            } @else {
                input type="hidden" name="op" value=""; input type="hidden" name="value" value=""; input type="hidden" name="value" value="";
            }
            (button(view.t("filter-remove")).plain().icon_only("x").named("without", &at.to_string()))
        }
    }
}

fn value_input(view: &View, field: &Field, value: &str) -> Markup {
    let label = view.t("filter-value");
    let options = |pairs: Vec<(String, String)>| {
        html! {
            select.input name="value" data-wait aria-label=(label) {
                @for (key, text) in &pairs { option value=(key) selected[key == value] { (text) } }
            }
        }
    };
    match field.kind.control() {
        Control::User => {
            let mut users: Vec<(String, String)> =
                view.reading.users.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
            users.sort_by(|a, b| a.1.cmp(&b.1));
            users.insert(0, ("me".to_owned(), view.t("me").into_owned()));
            options(users)
        }
        Control::Choice { options: keys, open: false } => options(
            keys.into_iter()
                .map(|key| (key.clone(), field.kind.show(&Json::from(key), &view.reading)))
                .collect(),
        ),
        _ => {
            let day = field.kind.operators().contains(&Operator::Before);
            let help = if day { view.t("filter-day-help") } else { "".into() };
            html! { input.input name="value" value=(value) placeholder=(help) aria-label=(label) autocomplete="off"; }
        }
    }
}

/// What was typed as the argument that a filter holds: dates and numbers in the form that every language reads.
fn argument(field: &Field, typed: &str, reading: &Reading) -> String {
    let pairs = vec![("value".to_owned(), typed.to_owned())];
    let input = records::field::Input::new(&pairs, "value");
    match field.kind.key() {
        "date" | "date_time" | "partial_date" => match reading.locale.parse_date(typed, reading.today) {
            _ if typed.ends_with(['d', 'w', 'm', 'y']) && typed.starts_with(['-', '+']) => typed.to_owned(),
            Ok(date) => date.to_string(),
            Err(()) => typed.to_owned(),
        },
        "number" => {
            field.kind.parse(&input, reading).map_or(typed.to_owned(), |value| field.kind.export(&value))
        }
        _ => typed.to_owned(),
    }
}

/// The builder with one line more or less, or the list that it describes.
fn build(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let form = &request.query;
        let any = form.text("joint") == "any";
        let parts = typed(&view, object, form);
        if request.is_fragment() && !form.has("show") {
            return Ok(Response::fragment(builder(&view, object, any, &parts, form)));
        }
        // A condition that still lacks its value asks nothing yet.
        let complete =
            parts.iter().filter(|line| !line.field.is_empty() && line.args.len() == line.op.arguments());
        let filter = joined(any, complete.map(Line::filter).collect());
        let kept = KEPT.iter().filter_map(|name| Some((*name, form.get(name)?)));
        let address = kept
            .fold(Form::default(), |address, (name, value)| address.with(name, value))
            .with("filter", filter.written());
        Ok(Response::redirect(format!("/{}?{}", object.path, address.encode())))
    })
}

/// The lines that a form of conditions says, with one more or less where its button asked for that.
fn typed(view: &View, object: &Object, form: &Form) -> Vec<Line> {
    let values: Vec<&str> = form.all("value").collect();
    let ops: Vec<&str> = form.all("op").collect();
    let mut parts = Vec::new();
    for (at, key) in form.all("field").enumerate() {
        let Some(field) = resolve(view, object, key) else { continue };
        let allowed = field.kind.operators();
        let wanted = ops.get(at).copied().unwrap_or_default();
        let op =
            allowed.iter().find(|op| op.key() == wanted).or(allowed.first()).copied().unwrap_or(Operator::Is);
        let typed = values.iter().skip(at * 2).take(op.arguments()).filter(|text| !text.is_empty());
        let args = typed.map(|text| argument(&field, text, &view.reading)).collect();
        parts.push(Line { field: key.to_owned(), op, args });
    }
    if let Some(at) = form.text("without").parse::<usize>().ok().filter(|at| *at < parts.len()) {
        parts.remove(at);
    }
    if form.text("add") == "condition" {
        parts.push(Line { field: String::new(), op: Operator::Is, args: Vec::new() });
    }
    parts
}
