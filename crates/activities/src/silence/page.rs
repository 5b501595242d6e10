//! Silent customers as they are shown: a line of Today and the notice on a card, each with its reason and with ways to call, to plan
//! the next step, or to leave them for a while.

use jiff::ToSpan;
use kernel::{Cx, Error, Id, Result};
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record, Sort,
    access::Verb,
    field::{as_id, as_text, phones},
    object::object,
    query, record,
    save::{self, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, icon, link_button, notice},
};
use workbench::{App, CardPage, View, silent};

use super::silent_from;
use crate::left_alone;

/// Lines of Today.
const SHOWN: usize = 10;
/// For how many days somebody can be left, and the keys of their texts.
const WHILES: [(i64, &str); 3] = [(7, "silence-week"), (30, "silence-month"), (90, "silence-quarter")];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post("/silent/{object}/{id}/leave", Permission::Write, leave);
}

/// My cards that are silent, the most overdue first. A company is not named beside its own people.
pub(crate) fn mine(cx: &Cx) -> Result<Vec<Record>> {
    let catalog = records::catalog(cx)?;
    let mut found = Vec::new();
    for object in catalog.cards() {
        let Some(silent) = silent::filter(object).filter(|_| object.tells("owner")) else { continue };
        let filter = Filter::field("owner", Operator::Is, &["me"]).and(silent);
        let sort = vec![Sort { field: "stale_since".to_owned(), descending: false }];
        found.extend(
            query::page(cx, object, &Query { filter, sort, ..Query::default() }, &[], 2 * SHOWN)?.records,
        );
    }
    found.retain(|card| !left_alone::wishes(card, "all", cx.today()));
    let companies: Vec<Id> = found.iter().filter_map(|card| as_id(card.get("company"))).collect();
    found.retain(|card| !companies.contains(&card.id));
    found.sort_by_key(|card| card.instant("stale_since"));
    found.truncate(SHOWN);
    Ok(found)
}

/// The lines of Today; nothing where nobody is silent.
pub(crate) fn lines(view: &View) -> Result<Option<Markup>> {
    let cards = mine(view.cx)?;
    if cards.is_empty() {
        return Ok(None);
    }
    Ok(Some(html! {
        section aria-labelledby="today-silent" {
            h2 #today-silent { (view.t("silence-today")) }
            ul.todos { @for card in &cards { (line(view, card)) } }
        }
    }))
}

fn line(view: &View, card: &Record) -> Markup {
    html! {
        li.todo id={ "silent-" (card.id) } data-tab=(card.object.tab) {
            span.sign { (icon(if card.object.key == "person" { "person" } else { "company" })) }
            div {
                b { a href=(card.address()) { (card.title(&view.reading)) } }
                small { (reason(view, card)) }
            }
            span.end { (ways(view, card, "/today")) }
        }
    }
}

/// The notice across the top of a card that is silent, unless nobody shall be reminded of it now.
pub(crate) fn said(page: &CardPage) -> Option<Markup> {
    let (view, card) = (page.view, page.record);
    if !card.object.tells("stale_since") || card.trashed_at.is_some() || !is_silent(view, card) {
        return None;
    }
    let text = html! { p { (icon("clock")) " " (reason(view, card)) } (plan(view, card)) (leave_menu(view, card, &card.address())) };
    Some(notice(Some(Tone::Warning), &text, None))
}

fn is_silent(view: &View, card: &Record) -> bool {
    let today = view.reading.today;
    let is_over = |at: kernel::Timestamp| view.reading.locale.civil(at).date() <= today;
    let waits =
        as_text(card.get("quiet_until")).parse::<jiff::civil::Date>().is_ok_and(|until| until > today);
    card.instant("stale_since").is_some_and(is_over) && !waits && !left_alone::wishes(card, "all", today)
}

/// "Usually every 12 days, silent for 40", or what allows less than is usual.
fn reason(view: &View, card: &Record) -> String {
    let day = |at| view.reading.locale.civil(at).date();
    let since = card.instant("last_contact_at").or(card.instant("last_talk_at"));
    let days = since.and_then(|at| view.reading.today.since(day(at)).ok()).map_or(0, |span| span.get_days());
    let days = i64::from(days);
    let (gap, patience) = (card.get("usual_gap").as_i64(), card.get("patience").as_i64());
    let from = since.unwrap_or(view.reading.now);
    let usual_first =
        silent_from(from, gap, None).is_some_and(|at| Some(at) == silent_from(from, gap, patience));
    match (gap, patience) {
        (Some(gap), _) if usual_first => {
            view.tf("silence-usual", &[("gap", gap.into()), ("days", days.into())])
        }
        (_, Some(limit)) => view.tf("silence-limit", &[("limit", limit.into()), ("days", days.into())]),
        _ => view.tf("silence-days", &[("days", days.into())]),
    }
}

fn ways(view: &View, card: &Record, back: &str) -> Markup {
    let calls = view.catalog.object("call").is_ok_and(|call| view.may(call, Verb::Create));
    html! {
        @if calls && phones::numbers(card.get("phones")).next().is_some() {
            (link_button(format!("{}/contact/phone", card.address()), view.t("make-call")).icon("phone").small())
        }
        (plan(view, card))
        (leave_menu(view, card, back))
    }
}

fn plan(view: &View, card: &Record) -> Markup {
    let may = view.catalog.object("task").is_ok_and(|task| view.may(task, Verb::Create));
    html! {
        @if may {
            (link_button(format!("{}?compose=task#composer", card.address()), view.t("silence-plan")).icon("task").small())
        }
    }
}

fn leave_menu(view: &View, card: &Record, back: &str) -> Markup {
    if !view.may_on(card, Verb::Edit) {
        return html! {};
    }
    let id = format!("leave-{}", card.id);
    let name = format!("{}: {}", view.t("silence-leave"), card.title(&view.reading));
    html! {
        k-menu {
            (button(name).plain().icon_only("clock").inert().attribute("popovertarget", &id))
            div.menu id=(id) popover data-align="end" {
                form method="post" action={ "/silent/" (card.object.key) "/" (card.id) "/leave" } {
                    input type="hidden" name="back" value=(back);
                    ul { @for (days, text) in WHILES { li { button name="days" value=(days) { (view.t(text)) } } } }
                }
            }
        }
    }
}

/// Keeps on the card until when nobody is reminded of it.
fn leave(app: &App, request: &Request) -> Result<Response> {
    let set = app.write(request, |tx| {
        let object = object(tx, request.params.get("object"))?;
        if object.at("quiet_until").is_none() {
            return Err(Error::NotFound);
        }
        let card = record::find(tx, &object, request.params.id("id")?)?;
        let days = request.form.integer("days");
        let days = days.filter(|days| WHILES.iter().any(|(offered, _)| offered == days));
        let days = days.ok_or_else(|| Error::invalid("days", "not-a-choice"))?;
        let until = tx.today().saturating_add(days.days()).to_string();
        let title = card.title(&records::field::Reading::plain(tx));
        let mut set = ChangeSet::new(tx, "change-left-for-a-while").about(title);
        let values = Values::from_iter([("quiet_until".to_owned(), Json::from(until))]);
        save::edit(tx, &mut set, &object, card.id, values, &Values::new())?.saved()?;
        set.close(tx)?;
        Ok(set.id)
    })?;
    let back = request.form.get("back").and_then(web::local_address).unwrap_or("/today").to_owned();
    let text = locale::Locale::new(&request.scope().locality).t("silence-left");
    Ok(Response::redirect(back).toast(text, Some(format!("/changes/{set}/undo"))))
}
