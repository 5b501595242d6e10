//! The page on which printing is prepared: what is printed and how, the first page as it will be, and everybody who
//! is left out. Its address holds all that is chosen.

mod choices;
mod left_out;
mod preview;

use kernel::{Cx, Error, Result, Text};
use records::{Object, query, record};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, crumbs, notice},
};
use workbench::{App, View, view::Page};

pub(crate) use self::left_out::left_out;
use crate::{
    make,
    order::{Order, What},
    printing::{self, Templates},
    recipients::{Found, Gathering},
};

pub(crate) const HERE: &str = "/print";

/// Cards that are looked at before the page is shown, and that are printed while somebody waits.
pub(crate) const AT_ONCE: usize = 1000;
/// Cards of one printing.
pub(crate) const MOST: usize = 50_000;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, show);
    routes.get("/print/{object}", Permission::Read, selected);
    preview::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let order = order(cx, &request.query)?;
        let body = body(&view, &order)?;
        if request.is_fragment() {
            return Ok(Response::fragment(body).push_address(&request.address()));
        }
        let way = way_back(&view, &order)?;
        let title = view.t("print");
        let content = html! {
            (crumbs(&view.t("crumbs"), &way, &title))
            h1 { (title) }
            (body)
        };
        Ok(view.page(Page::new(title, format!("/{}", order.selection.object.path), content)))
    })
}

/// From the cards that are selected in a list of this object, or all that its filter finds.
fn selected(app: &App, request: &Request) -> Result<Response> {
    let object = app.read(request, |cx| records::object::object(cx, request.params.get("object")))?;
    let asked = &request.query;
    let mut address = Form::default().with("object", object.key);
    if asked.bool("all") {
        for (name, value) in [("filter", "filter"), ("q", "words"), ("sort", "sort")] {
            if !asked.text(value).is_empty() {
                address.push(name, asked.text(value));
            }
        }
    } else {
        asked.all("id").for_each(|id| address.push("id", id));
    }
    Ok(Response::redirect(format!("{HERE}?{}", address.encode())))
}

/// What an address or a form asks for, in the workspace's country.
pub(crate) fn order(cx: &Cx, form: &Form) -> Result<Order> {
    let country = identity::workspaces::find(cx)?.country;
    Order::read(cx, form, country.code())
}

/// The list it came from, or the one card.
fn way_back<'a>(
    view: &View,
    order: &Order,
) -> Result<Vec<(std::borrow::Cow<'a, str>, std::borrow::Cow<'a, str>)>> {
    let object = &order.selection.object;
    let mut way = vec![(format!("/{}", object.path).into(), view.many(object))];
    if let [only] = order.selection.ids[..] {
        let card = record::find(view.cx, object, only)?;
        way.push((card.address().into(), card.title(&view.reading).into()));
    }
    Ok(way)
}

/// Everything below the title: it is swapped whole whenever a choice changes.
fn body(view: &View, order: &Order) -> Result<Markup> {
    let chosen = printing::templates(view.cx, order);
    let wrong = match &chosen {
        Err(Error::Conflict(text)) => Some(text.clone()),
        _ => None,
    };
    let known = objects(view);
    let chosen = chosen.ok();
    let unknown = chosen.as_ref().and_then(|templates| {
        let mistake = templates.parsed.unknown_field(|key| crate::values::is_known(&known, key))?;
        Some(mistake.wrong.text)
    });
    let mut gathering = Gathering::new(order);
    let more = gathering.all(view.cx, &view.reading, AT_ONCE)?;
    let found = gathering.found;
    let all = if more { how_many(view, order)? } else { found.seen };
    let shared = shared(&found);
    let looked_at = found.seen;
    let outcome = match chosen {
        Some(templates) if wrong.is_none() && unknown.is_none() => {
            Some(outcome(view, order, templates, found)?)
        }
        _ => None,
    };
    let head = Head { order, all, looked_at, shared, outcome: outcome.as_ref(), wrong: wrong.or(unknown) };
    Ok(html! {
        div.printing #print {
            (choices::form(view, &head))
            section.printing-result aria-label=(view.t("print-preview")) {
                (said(view, &head))
                @if let Some(outcome) = &outcome {
                    @if outcome.pieces > 0 { (preview::picture(view, order)) }
                    (left_out(view, &outcome.left_out, outcome.left_out.len()))
                }
            }
        }
    })
}

/// What is known once the cards were looked at.
pub(crate) struct Outcome {
    pub(crate) pieces: usize,
    pub(crate) pages: Option<usize>,
    pub(crate) left_out: Vec<crate::recipients::LeftOut>,
    pub(crate) missing: Vec<paper::MissingLetters>,
}

/// What the parts of the page are made from.
pub(crate) struct Head<'a> {
    pub(crate) order: &'a Order,
    /// Cards of the selection.
    pub(crate) all: usize,
    pub(crate) looked_at: usize,
    /// Cards that share a piece with another.
    pub(crate) shared: usize,
    pub(crate) outcome: Option<&'a Outcome>,
    /// Why nothing can be printed.
    pub(crate) wrong: Option<Text>,
}

fn outcome(view: &View, order: &Order, templates: Templates, found: Found) -> Result<Outcome> {
    let ready = printing::ready(view.cx, order, &view.reading, templates, found)?;
    let pages = match order.what {
        What::Labels => Some((ready.pieces + order.start).div_ceil(order.sheet.labels())),
        _ => None,
    };
    let missing = ready.missing_letters();
    Ok(Outcome {
        pieces: ready.pieces,
        pages: pages.filter(|_| ready.pieces > 0),
        missing,
        left_out: ready.left_out,
    })
}

fn shared(found: &Found) -> usize {
    found.recipients.iter().map(|recipient| recipient.members.len() - 1).sum()
}

fn how_many(view: &View, order: &Order) -> Result<usize> {
    let selection = &order.selection;
    if !selection.ids.is_empty() {
        return Ok(selection.ids.len());
    }
    let count = query::count(view.cx, &selection.object, &selection.query, MOST as u64)?;
    // One more than may be printed says that there are too many.
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

pub(crate) fn objects(view: &View) -> Vec<std::sync::Arc<Object>> {
    view.catalog.cards().cloned().collect()
}

/// How much it will be, what stands in the way, and the button.
fn said(view: &View, head: &Head) -> Markup {
    let order = head.order;
    let what = order.what.key();
    let partly = head.all > head.looked_at;
    let too_many = head.all > MOST;
    html! {
        @if too_many { (notice(Some(Tone::Negative), &html! { (view.t("print-too-many")) }, None)) }
        @if let Some(wrong) = &head.wrong {
            (notice(Some(Tone::Negative), &html! { (view.render(wrong)) }, Some((&format!("/settings/templates?what={what}"), &view.t("print-to-template")))))
        }
        @if let Some(outcome) = head.outcome {
            div.printing-said {
                div {
                    p { b {
                        @if partly { (view.tf("print-cards-count", &[("count", head.all.into())])) }
                        @else { (view.tf(&format!("print-count-{what}"), &[("count", outcome.pieces.into())])) }
                        @if let (Some(pages), false) = (outcome.pages, partly) { ", " (view.tf("print-sheets", &[("count", pages.into())])) }
                    } }
                    @if head.shared > 0 { p.soft.small { (view.tf("print-shared", &[("count", head.shared.into())])) } }
                    @if !outcome.left_out.is_empty() {
                        p.small { a.link href="#left-out" { (view.tf("print-left-out", &[("count", outcome.left_out.len().into())])) } }
                    }
                    @if partly { p.soft.small { (view.tf("print-looked-at", &[("count", head.looked_at.into())])) } }
                }
                @if outcome.pieces > 0 && !too_many {
                    (button(view.t(if partly { "print-begin" } else { "print-make" })).primary().icon("print")
                        .attribute("form", "print-choices").attribute("formmethod", "post").attribute("formaction", make::ACTION))
                }
            }
            @if order.what == What::Letters && outcome.pieces > 0 && view.may_write() { p.soft.small { (view.t("print-is-kept")) } }
            @for missing in &outcome.missing { (no_font(view, missing)) }
        }
    }
}

/// Letters that would print as boxes, and what to install.
pub(crate) fn no_font(view: &View, missing: &paper::MissingLetters) -> Markup {
    let text = view.tf(
        "print-no-font",
        &[
            ("script", missing.script.as_ref().into()),
            ("letters", missing.sample.as_str().into()),
            ("package", missing.package.as_ref().into()),
        ],
    );
    notice(Some(Tone::Warning), &html! { (text) }, None)
}
