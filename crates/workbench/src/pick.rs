//! Choosing a card, or who takes part in something: a control that searches while typing, and the list it shows.

use kernel::{Result, contact::email};
use records::{
    Field,
    field::{
        Input, as_id,
        participants::{self, Who},
    },
    search,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Repeat, RepeatRow, error_line, field_id, repeat},
};

use crate::{App, View};

const OFFERED: usize = 8;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/pick", Permission::Read, offer);
}

/// Cards as choices: `<option>`s of what is found.
fn offer(app: &App, request: &Request) -> Result<Response> {
    let object = request.query.get("object").filter(|key| !key.is_empty());
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let name = request.query.text("name");
        let typed = request.query.text(&format!("{name}.find"));
        let hits = search::find(cx, typed, object, OFFERED)?;
        let mut found: Vec<(String, String)> = Vec::new();
        if request.query.bool("anybody") {
            found.extend(people_named(&view, typed));
            found.extend(email::parse(typed).map(|address| (format!("mailto:{address}"), address)));
        }
        for hit in hits.into_iter().filter(|hit| hit.card) {
            let detail = if hit.detail.is_empty() { String::new() } else { format!(" · {}", hit.detail) };
            found.push((format!("{}:{}", hit.object, hit.id), hit.title + &detail));
        }
        Ok(Response::fragment(html! {
            option value="" { (view.t("none")) }
            @for (at, (value, text)) in found.iter().enumerate() {
                option value=(value) selected[at == 0] { (text) }
            }
        }))
    })
}

/// A line to search in, and the choice of what was found. Without script the choice is what is there already.
pub fn control(
    view: &View,
    field: &Field,
    object: Option<&str>,
    value: &str,
    label: &str,
    error: Option<String>,
) -> Markup {
    let id = field_id(&field.key);
    let title = as_id(&value.into()).and_then(|id| view.reading.titles.get(&id)).cloned().unwrap_or_default();
    let search = view.tf("search-in", &[("name", label.into())]);
    html! {
        div.field {
            label for=(id) { (label) }
            div.pair {
                input.input type="search" name={ (field.key) ".find" } aria-label=(search) placeholder=(search) autocomplete="off"
                    hx-get={ "/pick?name=" (field.key) @if let Some(object) = object { "&object=" (object) } }
                    hx-trigger="input changed delay:120ms" hx-target={ "#" (id) } hx-swap="innerHTML" hx-params="*";
                select.input id=(id) name=(field.key) data-wait aria-invalid=[error.as_ref().map(|_| "true")] {
                    option value="" { (view.t("none")) }
                    @if !value.is_empty() { option value=(value) selected { (title) } }
                }
            }
            @if let Some(error) = &error { (error_line(&format!("{id}-error"), error)) }
        }
    }
}

/// Colleagues who are called so.
fn people_named(view: &View, typed: &str) -> Vec<(String, String)> {
    let wanted = typed.trim().to_lowercase();
    let fits = |name: &str| name.to_lowercase().split(' ').any(|word| word.starts_with(&wanted));
    let users =
        view.reading.users.iter().filter(|(_, name)| {
            !wanted.is_empty() && (fits(name) || name.to_lowercase().starts_with(&wanted))
        });
    let mut found: Vec<(String, String)> =
        users.map(|(id, name)| (format!("user:{id}"), name.clone())).collect();
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found.truncate(OFFERED);
    found
}

/// Rows, each a line to search in and the choice of what was found; colleagues can be chosen without searching.
pub fn participants(view: &View, field: &Field, input: &Input, label: &str, error: Option<String>) -> Markup {
    let mut kept = input.rows();
    kept.retain(|row| row.iter().any(|(part, text)| *part == "who" && !text.is_empty()));
    // One empty row, so that a page without script can add.
    kept.push(Vec::new());
    let part = |row: &[(&str, &str)], part: &str| -> String {
        row.iter().find(|(name, _)| *name == part).map_or(String::new(), |(_, text)| (*text).to_owned())
    };
    let row = |number: &str, who: &str, answer: &str| {
        let name = format!("{}.{number}", field.key);
        participant(view, &name, who, answer, label)
    };
    let remove = view.tf("remove-from", &[("name", label.into())]);
    let rows = kept.iter().enumerate().map(|(at, values)| RepeatRow {
        controls: row(&at.to_string(), &part(values, "who"), &part(values, "answer")),
        remove: remove.clone().into(),
        error: error
            .as_ref()
            .filter(|_| at == 0)
            .map(|text| (field_id(&format!("{}.0.who", field.key)).into(), text.clone().into())),
    });
    repeat(&Repeat {
        name: &field.key,
        label: label.into(),
        rows: rows.collect(),
        blank: RepeatRow { controls: row("__n__", "", ""), remove: remove.clone().into(), error: None },
        add: view.tf("add-to", &[("name", label.into())]).into(),
    })
}

fn participant(view: &View, name: &str, who: &str, answer: &str, label: &str) -> Markup {
    let id = field_id(&format!("{name}.who"));
    let search = view.tf("search-in", &[("name", label.into())]);
    let mut users: Vec<(String, &String)> =
        view.reading.users.iter().map(|(id, name)| (format!("user:{id}"), name)).collect();
    users.sort_by(|one, other| one.1.cmp(other.1));
    let is_user = matches!(participants::parse(who), Some(Who::User(_)));
    let title = participants::parse(who).and_then(|who| participants::name(who, &view.reading));
    html! {
        select.input id=(id) name={ (name) ".who" } data-wait aria-label=(label) {
            option value="" { (view.t("none")) }
            @if !who.is_empty() && !is_user { option value=(who) selected { (title.unwrap_or_else(|| view.t("hidden-card").into_owned())) } }
            @for (value, text) in &users { option value=(value) selected[value == who] { (text) } }
        }
        input.input type="search" name={ (name) ".who.find" } aria-label=(search) placeholder=(search) autocomplete="off"
            hx-get={ "/pick?anybody=1&name=" (name) ".who" }
            hx-trigger="input changed delay:120ms" hx-target={ "#" (id) } hx-swap="innerHTML" hx-params="*";
        @if !answer.is_empty() { input type="hidden" name={ (name) ".answer" } value=(answer); }
    }
}
