//! One card, and the question which other one is the same: those that look alike, and a search.

use kernel::Result;
use records::{Record, duplicates, search};
use web::{
    Markup, Response, html,
    html::{Avatar, PageHead, avatar, button, crumbs, empty_note, page_head},
};

use super::address;
use crate::{View, create, view::Page};

const OFFERED: usize = 12;

pub(super) fn choose(view: &View, card: &Record) -> Result<Response> {
    let object = &card.object;
    let name = card.title(&view.reading);
    let title = view.tf("merge-with", &[("name", name.as_str().into())]);
    let typed = view.request.query.text("q");
    let way = [(format!("/{}", object.path).into(), view.many(object)), (card.address().into(), name.into())];
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &view.t("merge")))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("merge-with-lead")), actions: html! {} }))
        form.toolbar role="search" action={ "/" (object.path) "/merge" } {
            input type="hidden" name="id" value=(card.id);
            input.input type="search" name="q" value=(typed) aria-label=(view.t("nav-search")) autofocus;
            (button(view.t("nav-search")))
        }
        @if typed.is_empty() { (alike(view, card)?) } @else { (found(view, card, typed)?) }
    };
    Ok(view.page(Page::new(title, format!("/{}", object.path), body)))
}

fn alike(view: &View, card: &Record) -> Result<Markup> {
    let values = card.object.fields.iter().zip(&card.values);
    let values = values.filter(|(_, value)| !value.is_null());
    let values = values.map(|(field, value)| (field.key.clone(), value.clone())).collect();
    let alike = duplicates::of(view.cx, &card.object, &values, Some(card.id))?;
    Ok(html! {
        @if alike.is_empty() { (empty_note(&html! { (view.t("merge-none-alike")) })) }
        ul.stack-list { @for duplicate in &alike {
            @let title = duplicate.record.title(&view.reading);
            li { (choice(card, duplicate.record.id, &title, &html! { (create::reasons(view, duplicate)) })) }
        } }
    })
}

fn found(view: &View, card: &Record, typed: &str) -> Result<Markup> {
    let hits = search::find(view.cx, typed, Some(card.object.key), OFFERED)?;
    let hits: Vec<_> = hits.into_iter().filter(|hit| hit.id != card.id).collect();
    Ok(html! {
        @if hits.is_empty() { (empty_note(&html! { (view.t("list-nothing-found")) })) }
        ul.stack-list { @for hit in &hits { li { (choice(card, hit.id, &hit.title, &html! { (hit.detail) })) } } }
    })
}

fn choice(card: &Record, other: kernel::Id, title: &str, detail: &Markup) -> Markup {
    html! {
        a.mini href=(address(&card.object, &[card.id, other])) {
            (avatar(&Avatar { name: title, id: other, ..Avatar::default() }))
            span { b { (title) } small { (detail) } }
        }
    }
}
