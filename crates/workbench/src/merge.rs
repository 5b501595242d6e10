//! Merging cards: from a list's selection, from a card, from a pair that may be the same. Side by side, a choice for each
//! field that differs, one button, and Undo.

pub(crate) mod form;
mod partner;

use std::{collections::HashMap, sync::Arc};

use kernel::{Error, Id, Result, Text};
use records::{
    Object,
    changes::{self, Kind},
    merge::{self, Choice, Outcome, Plan, Wanted},
    object::ObjectKind,
    record,
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, crumbs, notice, page_head},
};

use crate::{App, View, place::Place, view::Page};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    if place.has(|object| object.kind == ObjectKind::Card) {
        place.get(routes, "/merge", Permission::Write, show);
        place.post(routes, "/merge", Permission::Write, act);
    }
}

/// The address of the page that merges these cards.
pub(crate) fn address(object: &Object, ids: &[Id]) -> String {
    let mut form = Form::default();
    ids.iter().for_each(|id| form.push("id", id.to_string()));
    format!("/{}/merge?{}", object.path, form.encode())
}

fn show(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let ids: Vec<Id> = request.query.all("id").filter_map(|id| id.parse().ok()).collect();
    app.read(request, |cx| {
        if let [one] = ids[..] {
            return partner::choose(&View::new(app, request, cx)?, &record::find(cx, object, one)?);
        }
        let plan = merge::plan(cx, object, &ids, request.query.id("survivor"))?;
        let view = View::new(app, request, cx)?.with_titles(&plan.members)?;
        Ok(page(&view, &plan, &HashMap::new(), &html! {}))
    })
}

fn page(view: &View, plan: &Plan, chosen: &HashMap<String, Choice>, note: &Markup) -> Response {
    let object = &plan.object;
    let title = view.tf("merge-title", &[("count", plan.members.len().into())]);
    let way = [(format!("/{}", object.path).into(), view.many(object))];
    let lead = view.t("merge-lead");
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (page_head(&PageHead { title: &title, count: None, lead: Some(lead), actions: html! {} }))
        (note)
        (form::form(view, plan, chosen, &form::Place::Page))
    };
    view.page(Page::new(title, format!("/{}", object.path), body))
}

/// What a form asks for: the cards as they were looked at, and the choices.
fn wanted(form: &Form) -> Result<Wanted> {
    let mut ids: Vec<Id> = form.all("id").filter_map(|id| id.parse().ok()).collect();
    let first = *ids.first().ok_or_else(|| Error::conflict("merge-needs-two"))?;
    let survivor = form.id("survivor").unwrap_or(first);
    if !ids.contains(&survivor) {
        return Err(Error::NotFound);
    }
    ids.retain(|id| *id != survivor);
    let prefixed = |prefix: &'static str| {
        form.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value)))
    };
    let choices = prefixed("field.").filter_map(|(key, value)| Some((key.to_owned(), Choice::parse(value)?)));
    let seen = prefixed("seen.").filter_map(|(id, seen)| Some((id.parse().ok()?, seen.to_owned())));
    Ok(Wanted { survivor, losers: ids, choices: choices.collect(), seen: seen.collect() })
}

fn act(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let wanted = wanted(&request.form)?;
    let count = wanted.losers.len() + 1;
    match app.write(request, |tx| merge::merge(tx, object, &wanted))? {
        Outcome::Merged(set) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let title = record::find(cx, object, wanted.survivor)?.title(&view.reading);
            let text = view.tf("toast-merged", &[("count", count.into()), ("name", title.into())]);
            let back = request.form.get("back").and_then(web::local_address);
            let to = back.map_or_else(|| format!("/{}/{}", object.path, wanted.survivor), str::to_owned);
            Ok(Response::redirect(to).toast(text, Some(format!("/changes/{set}/undo"))))
        }),
        Outcome::Changed(ids) => app.read(request, |cx| {
            let mut all = wanted.losers.clone();
            all.push(wanted.survivor);
            let plan = merge::plan(cx, object, &all, Some(wanted.survivor))?;
            let view = View::new(app, request, cx)?.with_titles(&plan.members)?;
            let note = changed(&view, &plan, &ids)?;
            Ok(page(&view, &plan, &wanted.choices, &note).status(StatusCode::CONFLICT))
        }),
    }
}

/// Who changed which card since it was looked at, and what of it.
fn changed(view: &View, plan: &Plan, ids: &[Id]) -> Result<Markup> {
    let since = view.request.form.integer("at").unwrap_or_default();
    let mut lines = Vec::new();
    for member in plan.members.iter().filter(|member| ids.contains(&member.id)) {
        let history = changes::of_record(view.cx, member.id, None, 20)?;
        let newer =
            history.iter().filter(|change| change.kind == Kind::Edited && change.made.at.micros() >= since);
        let mut fields: Vec<String> = newer
            .flat_map(|change| change.fields.keys())
            .filter_map(|key| Some(view.t(&plan.object.label(plan.object.field(key).ok()?)).into_owned()))
            .collect();
        fields.sort();
        fields.dedup();
        let text = Text::new("merge-changed-meanwhile")
            .with("name", member.title(&view.reading))
            .with("who", view.user(history.first().and_then(|change| change.made.by)))
            .with("fields", fields.join(", "));
        lines.push(view.render(&text));
    }
    Ok(notice(Some(Tone::Warning), &html! { div { @for line in &lines { p { (line) } } } }, None))
}
