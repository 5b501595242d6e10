//! How a list is shown: as a table, a board or a calendar, with which columns, groups and totals. A form whose answer is the
//! address that says so.

use std::sync::Arc;

use kernel::Result;
use records::{
    Field, Object,
    query::{Aggregate, groups_by},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{button, icon},
};

use super::{
    Asked,
    asked::{Layout, asked, has_days, stands_in_columns},
    table,
};
use crate::{App, View, place::Place};

pub(super) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/display", Permission::Read, choose);
}

/// The fields that a column can show.
fn shown(object: &Object) -> impl Iterator<Item = &Field> {
    object.fields.iter().filter(|field| !field.hidden && !field.retired)
}

/// The button, and what opens under it.
pub(super) fn chooser(view: &View, object: &Object, asked: &Asked) -> Markup {
    html! {
        k-menu {
            (button(view.t("display")).plain().small().icon("columns").inert().attribute("popovertarget", "display"))
            div.popover #display popover role="dialog" aria-label=(view.t("display")) { (form(view, object, asked)) }
        }
    }
}

fn form(view: &View, object: &Object, asked: &Asked) -> Markup {
    let address = &asked.address;
    let layouts = [
        ("table", "table", true),
        ("board", "board", boards(object)),
        ("calendar", "calendar", calendars(object)),
    ];
    let now = match asked.layout {
        Layout::Table => "table",
        Layout::Board(_) => "board",
        Layout::Calendar { .. } => "calendar",
    };
    html! {
        form.display method="get" action={ "/" (object.path) "/display" } {
            @if let Some(saved) = &asked.saved { input type="hidden" name="view" value=(saved.id); }
            @for name in ["q", "sort", "filter", "month", "widths"] {
                @if let Some(value) = address.get(name) { input type="hidden" name=(name) value=(value); }
            }
            div.layouts role="radiogroup" aria-label=(view.t("display-as")) {
                @for (key, sign, possible) in layouts {
                    @if possible {
                        label { input type="radio" name="as" value=(key) checked[now == key]; (icon(sign)) span { (view.t(&format!("display-{key}"))) } }
                    }
                }
            }
            @if boards(object) { (select(view, "by", "display-by", object, stands_in_columns, address.text("by"), false)) }
            @if calendars(object) { (select(view, "date", "display-date", object, has_days, address.text("date"), false)) }
            (select(view, "group", "display-group", object, |field| groups_by(field) && field.group != "record", address.text("group"), true))
            fieldset.shown-columns {
                legend { (view.t("display-columns")) }
                (columns(view, object, asked))
            }
            footer { (button(view.t("display-show")).named("show", "1")) }
        }
    }
}

fn boards(object: &Object) -> bool {
    shown(object).any(stands_in_columns)
}

fn calendars(object: &Object) -> bool {
    shown(object).any(has_days)
}

fn select(
    view: &View,
    name: &str,
    label: &str,
    object: &Object,
    fits: fn(&Field) -> bool,
    chosen: &str,
    optional: bool,
) -> Markup {
    html! {
        label.choice { span { (view.t(label)) }
            select.input data-size="s" name=(name) {
                @if optional { option value="" { (view.t("none")) } }
                @for field in shown(object).filter(|field| fits(field)) {
                    option value=(field.key) selected[field.key == chosen] { (view.label(object, field)) }
                }
            }
        }
    }
}

/// Every field with its place among the columns and the total under it.
fn columns(view: &View, object: &Object, asked: &Asked) -> Markup {
    let present: Vec<&str> = table::columns(object, asked).iter().map(|field| field.key.as_str()).collect();
    let first = present.iter().filter_map(|key| object.field(key).ok());
    let rest = shown(object).filter(|field| !present.contains(&field.key.as_str()));
    html! {
        ul {
            @for (at, field) in first.chain(rest).enumerate() {
                @let label = view.label(object, field);
                @let is_title = field.key == object.title;
                @let on = present.contains(&field.key.as_str());
                @let total = asked.totals.iter().find(|wanted| wanted.field == field.key).map(|wanted| wanted.aggregate);
                li {
                    label.check {
                        @if is_title { input type="hidden" name="column" value=(field.key); }
                        input type="checkbox" name="column" value=(field.key) checked[on] disabled[is_title];
                        span { (label) }
                    }
                    input.input data-size="s" name={ "place." (field.key) } value=[on.then(|| (at + 1).to_string())] inputmode="numeric" aria-label=(view.tf("display-place", &[("name", label.as_ref().into())])) title=(view.t("option-place"));
                    select.input data-size="s" name={ "total." (field.key) } aria-label=(view.tf("display-total", &[("name", label.as_ref().into())])) {
                        option value="" { "–" }
                        @for aggregate in Aggregate::ALL.into_iter().filter(|aggregate| aggregate.suits(field)) {
                            option value=(aggregate.key()) selected[total == Some(aggregate)] { (view.t(&format!("total-{}", aggregate.key()))) }
                        }
                    }
                }
            }
        }
    }
}

/// The list that the form describes.
fn choose(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let form = &request.query;
        let asked = asked(cx, request, object)?;
        let mut address = Form::default();
        for name in ["q", "sort", "filter", "month", "widths"] {
            if let Some(value) = form.get(name).filter(|value| !value.is_empty()) {
                address.push(name, value);
            }
        }
        match form.text("as") {
            "board" => address = address.with("as", "board").with("by", form.text("by")),
            "calendar" => address = address.with("as", "calendar").with("date", form.text("date")),
            _ => address = address.without("month"),
        }
        if !form.text("group").is_empty() {
            address.push("group", form.text("group"));
        }
        let place = |key: &str| form.text(&format!("place.{key}")).parse::<u32>().unwrap_or(u32::MAX);
        let mut columns: Vec<&str> = Vec::new();
        for key in form.all("column").filter(|key| object.at(key).is_some()) {
            if !columns.contains(&key) {
                columns.push(key);
            }
        }
        columns.sort_by_key(|key| (*key != object.title, place(key)));
        let declared: Vec<&str> = table::declared(object).iter().map(|field| field.key.as_str()).collect();
        if columns != declared {
            address.push("columns", columns.join(","));
        }
        let totals = object.fields.iter().filter_map(|field| {
            let key = form.text(&format!("total.{}", field.key));
            (!key.is_empty()).then(|| format!("{}:{key}", field.key))
        });
        let totals = totals.collect::<Vec<_>>().join(",");
        if !totals.is_empty() {
            address.push("totals", totals);
        }
        Ok(Response::redirect(asked.href(object, &address)))
    })
}
