//! Pairs of cards that may be the same, one after the other: merge, not a duplicate, later. Every answer has a key and an
//! Undo, and the next pair follows.

mod merged;
pub mod nightly;
mod pair;

use std::sync::Arc;

use kernel::{Cx, Error, Id, Result};
use records::{
    Object, Record,
    access::{self, Verb},
    duplicates::{self, Counts, Pair, State, night},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{EmptyState, PageHead, button, empty_state, page_head, view_tabs},
};

pub use self::pair::told;
use crate::{App, View, view::Page};

/// Pairs listed at once, and how far tabs count.
const SHOWN: usize = 50;
const COUNTED: u64 = 999;
/// What the address says of the list of what was merged at night.
const MERGED: &str = "merged";

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/duplicates", Permission::Write, show);
    routes.post("/duplicates/decide", Permission::Write, decide);
    routes.post("/duplicates/scan", Permission::Write, scan);
    routes.post("/duplicates/undo-nights", Permission::Write, merged::undo_all);
}

/// What the address asks for.
struct Asked {
    object: Arc<Object>,
    state: State,
}

impl Asked {
    fn of(cx: &Cx, form: &Form) -> Result<Asked> {
        let key = form.get("of").unwrap_or("person");
        let catalog = records::catalog(cx)?;
        let object = catalog.cards().find(|object| object.key == key).ok_or(Error::NotFound)?;
        access::may_see(cx, object)?;
        Ok(Asked {
            object: object.clone(),
            state: State::from_key(form.text("state")).unwrap_or(State::Open),
        })
    }

    fn address(&self) -> String {
        address(&self.object, self.state)
    }

    fn at(&self, pair: &Pair) -> String {
        format!("{}&pair={}-{}", self.address(), pair.one, pair.other)
    }
}

fn address(object: &Object, state: State) -> String {
    format!("/duplicates?of={}&state={}", object.key, state.key())
}

/// A pair with its cards.
type Found = (Pair, Record, Record);

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let asked = Asked::of(cx, &request.query)?;
        let pairs = duplicates::found(cx, &asked.object, asked.state, SHOWN)?;
        let pairs = duplicates::with_records(cx, &asked.object, pairs)?;
        let records = pairs.iter().flat_map(|(_, one, other)| [one, other]);
        let view = View::new(app, request, cx)?.with_titles(records)?;
        let at = request.query.text("pair");
        let current =
            pairs.iter().position(|(pair, ..)| format!("{}-{}", pair.one, pair.other) == at).unwrap_or(0);
        let counts = duplicates::counts(cx, &asked.object, COUNTED)?;
        let merged = if request.query.text("state") == MERGED { merged::list(&view, &asked)? } else { None };
        let title = view.t("nav-duplicates");
        let actions = html! {
            form method="post" action="/duplicates/scan" data-keep {
                input type="hidden" name="of" value=(asked.object.key);
                (button(view.t("duplicates-look")).icon("refresh"))
            }
        };
        let lead = Some(lead(&view, &asked.object)?.into());
        let body = html! {
            (page_head(&PageHead { title: &title, count: None, lead, actions }))
            (kinds(&view, &asked))
            (states(&view, &asked, counts, merged.is_some())?)
            @match (merged, pairs.get(current)) {
                (Some(merged), _) => (merged),
                (None, Some(_)) => (work(&view, &asked, &pairs, current)?),
                (None, None) => (nothing(&view, &asked)),
            }
        };
        Ok(view.page(Page::new(title, "/duplicates", body)))
    })
}

/// When the cards were last compared.
fn lead(view: &View, object: &Object) -> Result<String> {
    Ok(match duplicates::last_scan(view.cx, object)? {
        Some(last) => view.tf(
            "duplicates-lead",
            &[
                ("cards", view.reading.locale.integer(last.cards as i64).into()),
                ("when", view.reading.locale.relative(last.at, view.reading.now).into()),
            ],
        ),
        None => view.t("duplicates-never").into_owned(),
    })
}

fn kinds(view: &View, asked: &Asked) -> Markup {
    let tab = |object: &Arc<Object>| {
        (address(object, State::Open).into(), view.many(object), object.key == asked.object.key)
    };
    let seen = |object: &&Arc<Object>| access::may(view.cx, object, Verb::See).unwrap_or_default();
    view_tabs(&view.t("duplicates-kinds"), &view.catalog.cards().filter(seen).map(tab).collect::<Vec<_>>())
}

/// Beside what was decided, what was merged at night, if anything was.
fn states(view: &View, asked: &Asked, counts: Counts, on_merged: bool) -> Result<Markup> {
    let merged = night::count(view.cx, &asked.object, COUNTED as usize)?;
    let number = |count: u64| {
        let more = if count > COUNTED { "+" } else { "" };
        html! { span.count { (view.reading.locale.integer(count.min(COUNTED) as i64)) (more) } }
    };
    let of = |state: State| match state {
        State::Open => counts.open,
        State::Later => counts.later,
        State::Apart => counts.apart,
    };
    Ok(html! {
        nav.chips.pair-states aria-label=(view.t("duplicates-states")) {
            @for state in State::ALL {
                @let here = state == asked.state && !on_merged;
                a.chip href=(address(&asked.object, state)) aria-current=[here.then_some("page")] {
                    (view.t(&format!("duplicates-{}", state.key()))) " " (number(of(state)))
                }
            }
            @if merged > 0 {
                a.chip href=(merged::address(&asked.object)) aria-current=[on_merged.then_some("page")] {
                    (view.t("duplicates-merged")) " " (number(merged))
                }
            }
        }
    })
}

/// The pairs on the left, and the one that is to be decided about on the right.
fn work(view: &View, asked: &Asked, pairs: &[Found], current: usize) -> Result<Markup> {
    let next = pairs.get(current + 1).or_else(|| current.checked_sub(1).and_then(|before| pairs.get(before)));
    let back = next.map_or_else(|| asked.address(), |(pair, ..)| asked.at(pair));
    Ok(html! {
        div.pairs {
            nav.pair-list aria-label=(view.t("duplicates-pairs")) { ol {
                @for (at, found) in pairs.iter().enumerate() {
                    @let key = match at {
                        at if at == current + 1 => Some("j"),
                        at if at + 1 == current => Some("k"),
                        _ => None,
                    };
                    li { (entry(view, asked, found, at == current, key)) }
                }
            } }
            section.pair-work aria-label=(view.t("duplicates-pair")) { (pair::pair(view, asked.state, &pairs[current], &back)?) }
        }
    })
}

fn entry(view: &View, asked: &Asked, (pair, one, other): &Found, here: bool, key: Option<&str>) -> Markup {
    let reasons = duplicates::reasons(one, other, pair);
    let first = reasons.iter().take(2).map(|reason| view.t(&format!("duplicate-short-{}", reason.key)));
    html! {
        a href=(asked.at(pair)) aria-current=[here.then_some("true")] data-key=[key] {
            b { (one.title(&view.reading)) }
            b { (other.title(&view.reading)) }
            small { (first.collect::<Vec<_>>().join(" · ")) }
        }
    }
}

fn nothing(view: &View, asked: &Asked) -> Markup {
    let (title, text) = match asked.state {
        State::Open => (view.t("duplicates-none"), view.t("duplicates-none-text")),
        State::Later => (view.t("duplicates-none-later"), view.t("duplicates-none-later-text")),
        State::Apart => (view.t("duplicates-none-apart"), view.t("duplicates-none-apart-text")),
    };
    empty_state(&EmptyState {
        icon: "merge",
        tab: Some(asked.object.tab),
        title: &title,
        text: &text,
        actions: html! {},
    })
}

/// Remembers what somebody said about a pair; the toast takes it back.
fn decide(app: &App, request: &Request) -> Result<Response> {
    // From a form, or from the address that a toast keeps.
    let form = if request.form.has("one") { &request.form } else { &request.query };
    let asked = app.read(request, |cx| Asked::of(cx, form))?;
    let id = |name: &str| form.id(name).ok_or(Error::NotFound);
    let (one, other): (Id, Id) = (id("one")?, id("other")?);
    let state = State::from_key(form.text("to")).ok_or_else(|| Error::invalid("to", "not-a-choice"))?;
    let was = app.write(request, |tx| duplicates::decide(tx, &asked.object, (one, other), state))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let undo =
            format!("/duplicates/decide?of={}&one={one}&other={other}&to={}", asked.object.key, was.key());
        let text = view.t(&format!("toast-duplicates-{}", state.key()));
        let back = form.get("back").and_then(web::local_address).map(str::to_owned);
        let back = back.unwrap_or_else(|| format!("{}&pair={one}-{other}", address(&asked.object, state)));
        Ok(Response::redirect(back).toast(text, Some(undo)))
    })
}

/// Compares all cards of a kind now, in the background.
fn scan(app: &App, request: &Request) -> Result<Response> {
    let asked = app.read(request, |cx| Asked::of(cx, &request.form))?;
    app.write(request, |tx| jobs::enqueue(tx, &duplicates::ScanJob { object: asked.object.key.to_owned() }))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(Response::redirect(asked.address()).toast(view.t("toast-duplicates-looking"), None))
    })
}
