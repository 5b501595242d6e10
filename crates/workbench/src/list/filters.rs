//! The filters of a list: chips that say what holds, and the builder behind them.

mod argument;
mod builder;
mod conditions;
mod draft;
mod sentence;

use std::sync::Arc;

use kernel::Result;
use records::{Filter, Object};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, button, icon, link_button, page_head},
};

use self::{
    builder::{Built, KEPT, builder, told},
    draft::{Group, Place},
};
pub use self::{conditions::Conditions, sentence::whole as sentence};
use super::{Asked, asked, counted::Count};
use crate::{App, View, place, view::Page};

pub(super) fn routes(routes: &mut Routes<App>, place: &place::Place) {
    place.get(routes, "/filter", Permission::Read, build);
}

pub(super) fn toolbar(view: &View, object: &Arc<Object>, asked: &Asked, count: Count) -> Markup {
    let filter = &asked.query.filter;
    let group = Group::of(view, &Place::of(object), filter);
    let kept = kept(asked);
    let built = Built { object, group: &group, address: &kept, fresh: None, count: Some(count) };
    html! {
        div.toolbar #list-toolbar role="group" aria-label=(view.t("filters")) {
            form role="search" method="get" action={ "/" (object.path) } {
                @for (name, value) in asked.address.iter().filter(|(name, _)| *name != "q") { input type="hidden" name=(name) value=(value); }
                input.input data-size="s" type="search" name="q" value=(asked.query.words) placeholder=(view.t("find-in-list")) aria-label=(view.t("find-in-list"));
            }
            (super::display::chooser(view, object, asked))
            k-menu {
                (button(view.t("filter")).plain().small().icon("filter").inert().attribute("popovertarget", "filter-builder"))
                div.popover #filter-builder popover role="dialog" aria-label=(view.t("filter")) { (builder(view, &built)) }
            }
            @if !filter.is_empty() { (chips(view, object, asked)) }
        }
    }
}

/// One for each condition that must hold, or of which one must; together they read as a sentence.
fn chips(view: &View, object: &Object, asked: &Asked) -> Markup {
    let filter = &asked.query.filter;
    let single = std::slice::from_ref(filter);
    let (parts, any) = match filter {
        Filter::All(parts) => (parts.as_slice(), false),
        Filter::Any(parts) if parts.len() > 1 => (parts.as_slice(), true),
        _ => (single, false),
    };
    html! {
        ul.filters aria-label=(sentence(view, object, filter)) {
            @for (at, part) in parts.iter().enumerate() {
                @let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
                @let rest: Vec<Filter> = others.map(|(_, part)| part.clone()).collect();
                @let rest = if any && !rest.is_empty() { Filter::Any(rest) } else { Filter::All(rest) };
                @if at > 0 { li.quiet { (view.t(if any { "or" } else { "filter-and" })) } }
                (chip(view, object, asked, part, &rest))
            }
        }
    }
}

fn chip(view: &View, object: &Object, asked: &Asked, part: &Filter, rest: &Filter) -> Markup {
    let address = asked.address.clone().without("filter").with("filter", rest.written());
    let text = sentence::part(view, object, part);
    html! {
        li.filter {
            button type="button" popovertarget="filter-builder" title=(text) { span { (text) } }
            a href=(asked.href(object, &address)) aria-label=(view.t("filter-remove")) title=(view.t("remove")) { (icon("x")) }
        }
    }
}

/// What the list's address says beside the filter, and which saved view it changes.
fn kept(asked: &Asked) -> Form {
    let kept: Form = asked.address.iter().filter(|(name, _)| KEPT.contains(name)).collect();
    match &asked.saved {
        Some(saved) => kept.with("view", saved.id.to_string()),
        None => kept,
    }
}

/// The builder after a button, what it comes to, or the list that it describes.
fn build(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let form = &request.query;
        let place = Place::of(object);
        // The address of a list leads here too, for those without script.
        let begun = form.has("joint.0");
        let asked = asked(cx, request, object)?;
        let mut group = match begun {
            true => Group::read(&view, &place, form),
            false => Group::of(&view, &place, &asked.query.filter),
        };
        let fresh = group.act(form.text("act"));
        let built = Built { object, group: &group, address: form, fresh: fresh.as_deref(), count: None };
        if request.is_fragment() && form.text("part") == "told" {
            return Ok(Response::fragment(told(&view, &built)));
        }
        if request.is_fragment() && !form.has("show") {
            return Ok(Response::fragment(builder(&view, &built)));
        }
        let kept = KEPT.iter().filter_map(|name| Some((*name, form.get(name)?)));
        let mut address: Form = kept.collect();
        let filter = group.filter(&view, &place);
        if !filter.is_empty() {
            address.push("filter", filter.written());
        }
        let href = asked.href(object, &address);
        if form.has("show") { Ok(Response::redirect(href)) } else { Ok(alone(&view, &built, href)) }
    })
}

/// The builder on a page of its own, for those without script.
fn alone(view: &View, built: &Built, back: String) -> Response {
    let title = view.t("filter");
    let cancel = link_button(back, view.t("cancel")).plain();
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.many(built.object)), actions: html! { (cancel) } }))
        (builder(view, built))
    };
    view.page(Page::new(title.clone(), format!("/{}", built.object.path), body))
}
