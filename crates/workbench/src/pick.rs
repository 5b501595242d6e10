//! Choosing a card: a control that searches while typing, and the list it shows.

use kernel::Result;
use records::{Field, field::as_id, search};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{error_line, field_id},
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
        let cards = hits.into_iter().filter(|hit| hit.card);
        Ok(Response::fragment(html! {
            option value="" { (view.t("none")) }
            @for (at, hit) in cards.enumerate() {
                option value={ (hit.object) ":" (hit.id) } selected[at == 0] {
                    (hit.title) @if !hit.detail.is_empty() { " · " (hit.detail) }
                }
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
