//! The form in which a filter is built: groups in groups, conditions on the card and on the cards it is connected with, and
//! under them what they come to, in words and in number. Each button sends it, so that it works without script.

use std::sync::Arc;

use kernel::{Error, Result};
use records::{
    Field, Filter, Object, Query,
    field::Control,
    query::{self, steps},
};
use web::{
    Form, Markup, html,
    html::{button, icon},
};

use super::super::counted::{self, COUNTED, Count};
use super::{
    argument,
    draft::{Group, Has, How, Joint, Line, Node, Place, STEP},
    sentence,
};
use crate::View;

/// What else the address says while a filter is built.
pub(super) const KEPT: [&str; 10] =
    ["q", "sort", "as", "by", "date", "month", "group", "columns", "totals", "widths"];

/// The builder as it stands.
pub(super) struct Built<'a> {
    pub(super) object: &'a Arc<Object>,
    pub(super) group: &'a Group,
    /// What the list's address says beside the filter.
    pub(super) address: &'a Form,
    /// The place of the part that was just added.
    pub(super) fresh: Option<&'a str>,
    /// How many cards it finds, where that is known.
    pub(super) count: Option<Count>,
}

pub(super) fn builder(view: &View, built: &Built) -> Markup {
    let path = format!("/{}/filter", built.object.path);
    let place = Place::of(built.object);
    let drawn = Drawn { view, fresh: built.fresh, reach: Reach::Related };
    html! {
        form.builder method="get" action=(path) hx-get=(path) hx-trigger="change target:select delay:250ms, submit" hx-target="this" hx-swap="outerHTML" {
            @for name in KEPT.into_iter().chain(["view"]) { @if let Some(value) = built.address.get(name) { input type="hidden" name=(name) value=(value); } }
            // Enter takes the first button of a form, which must not be one that removes.
            button hidden name="show" value="1" {}
            (drawn.whole(&place, built.group))
            footer { (told(view, built)) (button(view.t("filter-show")).named("show", "1")) }
        }
    }
}

/// The conditions alone, on the card itself, for a form of another page.
pub(super) fn conditions(view: &View, place: &Place, group: &Group, fresh: Option<&str>) -> Markup {
    Drawn { view, fresh, reach: Reach::Card }.whole(place, group)
}

/// What the filter says and how many cards it finds, kept up to date while somebody types.
pub(super) fn told(view: &View, built: &Built) -> Markup {
    let filter = built.group.filter(view, &Place::of(built.object));
    let path = format!("/{}/filter", built.object.path);
    let found = count(view, built, &filter);
    html! {
        div.filter-told #filter-told role="status" tabindex="0" hx-get=(path) hx-trigger="input from:closest form target:input delay:300ms" hx-include="closest form" hx-vals=r#"{"part":"told"}"# hx-target="this" hx-swap="outerHTML" {
            @match found {
                Ok(count) => (counted::of_filter(view, &count.text(view), false)),
                Err(wrong) => p.wrong { (icon("alert")) " " (wrong) },
            }
            p.sentence { (sentence::whole(view, built.object, &filter)) }
        }
    }
}

/// How many cards there are; what is wrong with the filter otherwise.
fn count(view: &View, built: &Built, filter: &Filter) -> Result<Count, String> {
    if let Some(known) = built.count {
        return Ok(known);
    }
    let query =
        Query { filter: filter.clone(), words: built.address.text("q").to_owned(), ..Query::default() };
    let found = Filter::parse(&filter.written())
        .and_then(|_| query::count(view.cx, built.object, &query, COUNTED).map(Count::Known));
    found.map_err(|error| match error {
        Error::Invalid(errors) => {
            errors.0.iter().map(|(_, text)| view.render(text)).collect::<Vec<_>>().join(" ")
        }
        _ => view.t("shell-failed").into_owned(),
    })
}

struct Drawn<'a> {
    view: &'a View<'a>,
    fresh: Option<&'a str>,
    reach: Reach,
}

/// Of which cards can be asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Card,
    Related,
}

impl Drawn<'_> {
    fn whole(&self, place: &Place, group: &Group) -> Markup {
        let empty = Group { joint: group.joint, parts: vec![Node::Line(Line::empty())] };
        let group = if group.parts.is_empty() { &empty } else { group };
        html! {
            datalist #filter-days { @for day in argument::DAYS { option value=(argument::day(self.view, day)) {} } }
            (self.group(place, group, "0"))
        }
    }

    fn group(&self, place: &Place, group: &Group, path: &str) -> Markup {
        let view = self.view;
        html! {
            fieldset.conditions {
                legend.hidden { (view.t("filter-joint")) }
                div.joint { span { (view.t("filter-where")) }
                    select.input data-size="s" data-width="s" id=(id(path, "joint")) name={ "joint." (path) } aria-label=(view.t("filter-joint")) {
                        @for joint in Joint::ALL {
                            option value=(joint.key()) selected[joint == group.joint] { (view.t(&format!("filter-{}", joint.key()))) }
                        }
                    }
                    @if path != "0" { (self.remove(path, "filter-remove-group")) }
                }
                (self.parts(place, group, path))
            }
        }
    }

    fn parts(&self, place: &Place, group: &Group, path: &str) -> Markup {
        let view = self.view;
        html! {
            @for (at, part) in group.parts.iter().enumerate() {
                @let path = format!("{path}.{at}");
                @match part {
                    Node::Group(group) => {
                        input type="hidden" name={ "part." (path) } value="group";
                        (self.group(place, group, &path))
                    }
                    Node::Line(line) => (self.line(place, line, &path)),
                    Node::Has(has) => (self.has(place, has, &path)),
                }
            }
            div.adds {
                (button(view.t("filter-add")).plain().small().icon("plus").named("act", &format!("add:{path}")))
                (button(view.t("filter-add-group")).plain().small().icon("plus").named("act", &format!("group:{path}")))
            }
        }
    }

    fn remove(&self, path: &str, text: &str) -> web::html::Button<'static> {
        button(self.view.t(text)).plain().icon_only("x").named("act", &format!("remove:{path}"))
    }

    fn line(&self, place: &Place, line: &Line, path: &str) -> Markup {
        let view = self.view;
        let field = place.field(view, &line.field);
        html! {
            div.condition {
                input type="hidden" name={ "part." (path) } value="line";
                input type="hidden" name={ "was." (path) } value=(line.field);
                (self.choice(place, &line.field, path))
                @if let Some(field) = &field {
                    select.input id=(id(path, "op")) name={ "op." (path) } aria-label=(view.t("filter-comparison")) {
                        @for op in field.kind.operators() { option value=(op.key()) selected[*op == line.op] { (view.t(&sentence::operator_key(*op))) } }
                    }
                    div.values {
                        @for (at, value) in line.args.iter().take(line.op.arguments()).enumerate() { (self.value(field, value, path, at)) }
                    }
                }
                (self.remove(path, "filter-remove"))
            }
        }
    }

    fn has(&self, place: &Place, has: &Has, path: &str) -> Markup {
        let view = self.view;
        let found = place.step(view.cx, &has.step);
        html! {
            fieldset.conditions.through {
                legend.hidden { (found.as_ref().map_or_else(|| has.step.clone(), |(step, _)| sentence::step_name(view, &place.object, step))) }
                div.condition {
                    input type="hidden" name={ "part." (path) } value="line";
                    input type="hidden" name={ "was." (path) } value=(has.step);
                    (self.choice(place, &format!("{STEP}{}", has.step), path))
                    select.input id=(id(path, "op")) name={ "op." (path) } aria-label=(view.t("filter-comparison")) {
                        @for how in found.as_ref().map_or(&[How::Has, How::HasNo][..], |(step, _)| How::of_step(step)) {
                            option value=(how.key()) selected[*how == has.how] { (view.t(&format!("filter-how-{}", how.key()))) }
                        }
                    }
                    div.values {
                        @if has.group.parts.len() > 1 {
                            select.input id=(id(path, "joint")) name={ "joint." (path) } aria-label=(view.t("filter-joint")) {
                                @for joint in Joint::ALL {
                                    option value=(joint.key()) selected[joint == has.group.joint] { (view.t(&format!("filter-{}", joint.key()))) }
                                }
                            }
                        } @else { input type="hidden" name={ "joint." (path) } value=(has.group.joint.key()); }
                    }
                    (self.remove(path, "filter-remove"))
                }
                @if let Some((_, inner)) = &found { (self.parts(inner, &has.group, path)) }
            }
        }
    }

    /// What a condition may be about: the card, the relation that led to it, the cards it refers to, and where it leads.
    fn choice(&self, place: &Place, chosen: &str, path: &str) -> Markup {
        let view = self.view;
        let object = &place.object;
        let fields = object.fields.iter().filter(|field| !field.hidden);
        let referred = fields.clone().filter(|_| self.reach == Reach::Related).filter_map(|field| {
            let other = view.catalog.object(field.kind.refers_to()?).ok()?;
            Some((field, other))
        });
        let steps = match self.reach {
            Reach::Card => Vec::new(),
            Reach::Related => steps::all(view.cx, object).unwrap_or_default(),
        };
        let option =
            |key: String, text: String| html! { option value=(key) selected[key == chosen] { (text) } };
        html! {
            select.input id=(id(path, "field")) name={ "field." (path) } aria-label=(view.t("filter-field")) autofocus[self.fresh == Some(path)] {
                option value="" { (view.t("filter-choose")) }
                optgroup label=(view.one(object)) {
                    @for field in fields.clone() { (option(field.key.clone(), named(view, object, field))) }
                }
                @if place.relation {
                    optgroup label=(view.t("link-kind")) {
                        @for key in steps::OF_RELATIONS { (option(key.to_owned(), sentence::label(view, object, key))) }
                    }
                }
                @if !steps.is_empty() {
                    optgroup label=(view.t("filter-steps")) {
                        @for step in &steps { (option(format!("{STEP}{}", step.written()), sentence::step_name(view, object, step))) }
                    }
                }
                @for (field, other) in referred {
                    optgroup label={ (view.label(object, field)) " →" } {
                        @for inner in other.fields.iter().filter(|inner| !inner.hidden && inner.kind.key() != "reference" && inner.group != "record") {
                            (option(format!("{}.{}", field.key, inner.key), format!("{} → {}", view.label(object, field), named(view, other, inner))))
                        }
                    }
                }
            }
        }
    }

    fn value(&self, field: &Field, value: &str, path: &str, at: usize) -> Markup {
        let view = self.view;
        let label = view.t("filter-value");
        let (id, name) = (id(path, &format!("value-{at}")), format!("value.{path}"));
        let options = |pairs: Vec<(String, String)>| {
            html! {
                select.input id=(id) name=(name) aria-label=(label) {
                    option value="" {}
                    @for (key, text) in &pairs { option value=(key) selected[key == value] { (text) } }
                }
            }
        };
        match field.kind.control() {
            Control::User => {
                let users = view.reading.users.iter();
                let mut users: Vec<(String, String)> =
                    users.map(|(id, name)| (id.to_string(), name.clone())).collect();
                users.sort_by(|one, other| one.1.cmp(&other.1));
                let own = [("me", "me"), ("my_team", "filter-my-team")];
                let own = own.map(|(key, text)| (key.to_owned(), view.t(text).into_owned()));
                options(own.into_iter().chain(users).collect())
            }
            Control::Choice { options: keys, open: false }
            | Control::Choices { options: keys, open: false } => {
                let text = |key: &String| argument::shown(view, field, key);
                options(keys.iter().map(|key| (key.clone(), text(key))).collect())
            }
            Control::Card { object } => self.card(field, object.as_deref(), value, &id, &name),
            _ => {
                let day = argument::is_day(field);
                let help = if day { view.t("filter-day-help") } else { "".into() };
                html! { input.input id=(id) name=(name) value=(value) list=[day.then_some("filter-days")] placeholder=(help) aria-label=(label) autocomplete="off"; }
            }
        }
    }

    /// A card, found by typing; without script the one that is chosen already.
    fn card(&self, field: &Field, object: Option<&str>, value: &str, id: &str, name: &str) -> Markup {
        let view = self.view;
        let search = view.t("filter-find");
        html! {
            input.input type="search" id={ (id) "-find" } name={ (name) ".find" } aria-label=(search) placeholder=(search) autocomplete="off"
                hx-get={ "/pick?name=" (name) @if let Some(object) = object { "&object=" (object) } }
                hx-trigger="input changed delay:120ms" hx-target={ "#" (id) } hx-swap="innerHTML" hx-params="*";
            select.input id=(id) name=(name) data-wait aria-label=(view.t("filter-value")) {
                option value="" {}
                @if !value.is_empty() { option value=(value) selected { (argument::shown(view, field, value)) } }
            }
        }
    }
}

/// A field, and that it is out of use where it is.
fn named(view: &View, object: &Object, field: &Field) -> String {
    let name = view.label(object, field);
    if field.retired { view.tf("filter-retired", &[("name", name.into())]) } else { name.into_owned() }
}

fn id(path: &str, part: &str) -> String {
    format!("condition-{}-{part}", path.replace('.', "-"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn ids_hold_no_dots() {
        assert_eq!(super::id("0.1.2", "field"), "condition-0-1-2-field");
    }
}
