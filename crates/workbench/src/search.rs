//! The search palette and the search page: cards of every kind while typing, what was looked at last before that,
//! and commands.

use kernel::{Cx, Result};
use locale::tokens::{highlight, query_tokens};
use records::{
    object::object,
    record,
    search::{self, Hit},
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Avatar, PageHead, Shape, avatar, icon, marked, page_head},
};

use crate::{App, View, module::Way, view::Page};

const SHOWN: usize = 12;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/search", Permission::Read, answer);
}

fn answer(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let typed = request.query.text("q");
        let hits = if typed.is_empty() { recent(cx, SHOWN)? } else { search::find(cx, typed, None, SHOWN)? };
        if request.is_fragment() {
            return Ok(Response::fragment(results(&view, typed, &hits, Place::Palette)));
        }
        let title = view.t("nav-search");
        let body = html! {
            (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
            form.form role="search" method="get" action="/search" {
                input.input type="search" name="q" value=(typed) aria-label=(title) autofocus;
            }
            div.palette-page { (results(&view, typed, &hits, Place::Page)) }
        };
        Ok(view.page(Page::new(title, "/search", body)))
    })
}

/// The cards that whoever asks looked at last, newest first.
pub fn recent(cx: &Cx, limit: usize) -> Result<Vec<Hit>> {
    let Some(user) = cx.actor().user() else { return Ok(Vec::new()) };
    let rows = cx.query(
        "SELECT object, record_id FROM visits WHERE workspace_id = ?1 AND user_id = ?2 ORDER BY at DESC LIMIT ?3",
        &[cx.workspace().into(), user.into(), limit.into()],
    )?;
    let mut hits = Vec::new();
    for row in rows {
        let declared = object(cx, row.text(0))?;
        let id = row.get(1)?;
        let found = record::find_many(cx, &declared, &[id])?.remove(&id);
        if let Some(card) = found.filter(|card| card.trashed_at.is_none()) {
            let reading = records::field::Reading::plain(cx);
            let detail =
                declared.detail.iter().map(|field| card.show(field, &reading)).find(|text| !text.is_empty());
            let (title, object) = (card.title(&reading), declared.key.to_owned());
            hits.push(Hit { object, id, title, detail: detail.unwrap_or_default(), card: true });
        }
    }
    Ok(hits)
}

/// Where results stand: in the palette the arrows choose one of the options, on the page they are links.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Palette,
    Page,
}

/// What is shown for what was typed.
fn results(view: &View, typed: &str, hits: &[Hit], place: Place) -> Markup {
    let in_palette = place == Place::Palette;
    let option = in_palette.then_some("option");
    let tabindex = in_palette.then_some("-1");
    let selected = |first: bool| in_palette.then_some(if first { "true" } else { "false" });
    let query = query_tokens(typed);
    let commands = commands(view, typed);
    let heading = if typed.is_empty() { "search-recent" } else { "search-cards" };
    html! {
        @if hits.is_empty() && commands.is_empty() {
            p.none { (view.tf("search-nothing", &[("typed", typed.into())])) }
        }
        @if !hits.is_empty() {
            div role="group" aria-labelledby="found-cards" {
                p.heading role="presentation" id="found-cards" { (view.t(heading)) }
                @for (at, hit) in hits.iter().enumerate() {
                    @if let Ok(object) = view.catalog.object(&hit.object) {
                        a.result role=[option] id={ "found-" (at) } tabindex=[tabindex] href={ "/" (object.path) "/" (hit.id) }
                            aria-selected=[selected(at == 0)] data-tab=(object.tab) {
                            @let shape = if object.key == "person" { Shape::default() } else { Shape::Square };
                            (avatar(&Avatar { name: &hit.title, id: hit.id, shape, ..Avatar::default() }))
                            span { b { (marked(&hit.title, &highlight(&hit.title, &query))) }
                                @if !hit.detail.is_empty() { small { (marked(&hit.detail, &highlight(&hit.detail, &query))) } } }
                            span.end.quiet { (view.one(object)) }
                        }
                    }
                }
            }
        }
        @if !commands.is_empty() {
            div role="group" aria-labelledby="found-commands" {
                p.heading role="presentation" id="found-commands" { (view.t("search-commands")) }
                @for (at, (way, text)) in commands.iter().enumerate() {
                    a.result role=[option] id={ "command-" (at) } tabindex=[tabindex] href=(way.href)
                        aria-selected=[selected(hits.is_empty() && at == 0)] {
                        (icon(way.icon)) span { b { (text) } }
                    }
                }
            }
        }
    }
}

/// The commands whose words begin with what was typed; all of them before anything is.
fn commands(view: &View, typed: &str) -> Vec<(Way, String)> {
    let own = [
        Way {
            href: crate::notifications::HERE,
            text: "nav-notifications",
            icon: "bell",
            key: None,
            in_bar: false,
        },
        Way { href: "/import", text: "nav-import", icon: "import", key: None, in_bar: false },
        Way { href: "/settings", text: "nav-settings", icon: "settings", key: None, in_bar: false },
        Way { href: "/trash", text: "nav-trash", icon: "trash", key: None, in_bar: false },
        Way { href: "/history", text: "nav-history", icon: "history", key: None, in_bar: false },
    ];
    let modules = view.app.modules.iter().flat_map(|module| module.commands());
    let query = query_tokens(typed);
    let fits =
        |text: &str| query.iter().all(|token| !highlight(text, std::slice::from_ref(token)).is_empty());
    let named = modules.chain(own).map(|way| (way, view.t(way.text).into_owned()));
    named.filter(|(_, text)| fits(text)).take(8).collect()
}
