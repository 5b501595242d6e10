//! Notifications: what the reader is told, by day, with the bell that counts what is unread.

mod by_mail;
mod line;

use jobs::JobRow;
use kernel::{Id, Result, Tx};
use records::notices::{self, Notice};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{EmptyState, News, PageHead, button, empty_state, link_button, page_head, view_tabs},
};

use crate::{App, View, view::Page};

pub use by_mail::mail_soon;

pub(crate) const HERE: &str = "/notifications";
/// Lines of one page.
const PAGE: usize = 40;
/// Jobs whose end is told to whoever asked for them: those that people wait for.
const TOLD: [&str; 4] = ["records.import", "records.undo", "records.bulk", "workbench.hand-over"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.get("/notifications/bell", Permission::SignedIn, bell);
    routes.post("/notifications/read", Permission::SignedIn, |app, request| {
        app.write(request, notices::read_all)?;
        Ok(Response::redirect(HERE))
    });
    routes.post("/notifications/{notice}/read", Permission::SignedIn, |app, request| {
        mark(app, request, notices::set_read)
    });
    routes.post("/notifications/{notice}/unread", Permission::SignedIn, |app, request| {
        mark(app, request, notices::set_unread)
    });
}

/// The job that tells by mail.
pub fn register(registry: &mut jobs::Registry) {
    registry.register::<by_mail::ByMail>();
}

/// Tells whoever waits for it that a job is over; given to [`jobs::Registry::when_over`].
pub fn tell_over(tx: &mut Tx, job: Id) -> Result<()> {
    let JobRow { kind, created_by, .. } = jobs::find(tx, job)?;
    match created_by {
        Some(user) if TOLD.contains(&kind.as_str()) => notices::finished(tx, job, user),
        _ => Ok(()),
    }
}

/// The bell's count, as it stands in the navigation of every page.
pub(crate) fn news(view: &View, user: Id) -> News<'static> {
    News { topic: notices::topic(user).into(), href: "/notifications/bell".into(), count: count(view) }
}

/// A page is drawn without it rather than not at all.
fn count(view: &View) -> Markup {
    let unread = notices::unread(view.cx).unwrap_or_else(|error| {
        tracing::error!(%error, "The unread notifications could not be counted");
        0
    });
    let shown = if unread > 99 { "99+".to_owned() } else { unread.to_string() };
    html! {
        @if unread > 0 {
            span aria-hidden="true" { (shown) }
            span.hidden { (view.tf("notices-unread", &[("count", unread.into())])) }
        }
    }
}

fn bell(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        if !request.is_fragment() {
            return Ok(Response::redirect(HERE));
        }
        Ok(Response::fragment(count(&View::new(app, request, cx)?)))
    })
}

fn mark(app: &App, request: &Request, deed: fn(&mut Tx, Id) -> Result<()>) -> Result<Response> {
    let id = request.params.id("notice")?;
    app.write(request, |tx| deed(tx, id))?;
    let back = request.form.get("back").and_then(web::local_address).unwrap_or(HERE);
    Ok(Response::redirect(back))
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let only_unread = request.query.text("show") == "unread";
        let before = request.query.id("before");
        let found = notices::page(cx, before, only_unread, PAGE)?;
        let view = View::new(app, request, cx)?;
        let rows = list(&view, &found)?;
        if request.is_fragment() && before.is_some() {
            return Ok(Response::fragment(rows));
        }
        let title = view.t("nav-notifications");
        let unread = notices::unread(cx)?;
        let actions = html! {
            (link_button("/settings/notifications", view.t("notices-choose")).icon("settings").plain().flag("data-keep"))
            @if unread > 0 {
                form method="post" action="/notifications/read" data-keep { (button(view.t("notices-read-all")).icon("check")) }
            }
        };
        let tabs = [
            (HERE.into(), view.t("all"), !only_unread),
            (format!("{HERE}?show=unread").into(), view.t("notices-only-unread"), only_unread),
        ];
        let topic = cx.actor().user().map(notices::topic).unwrap_or_default();
        let body = html! {
            div.notices #notices data-topic=(topic) hx-get=(request.address()) hx-trigger="live" hx-select="#notices" hx-swap="outerHTML" {
                (page_head(&PageHead { title: &title, count: None, lead: None, actions }))
                (view_tabs(&title, &tabs))
                @if found.is_empty() { (empty(&view, only_unread)) } @else { (rows) }
            }
        };
        Ok(view.page(Page::new(title.clone(), HERE, body)))
    })
}

fn empty(view: &View, only_unread: bool) -> Markup {
    let (title, text) = match only_unread {
        true => ("notices-none-unread", "notices-none-unread-text"),
        false => ("notices-none", "notices-none-text"),
    };
    empty_state(&EmptyState {
        icon: "bell",
        tab: None,
        title: &view.t(title),
        text: &view.t(text),
        actions: html! {},
    })
}

/// The lines by day, and the way to older ones.
fn list(view: &View, found: &[Notice]) -> Result<Markup> {
    let known = line::Known::of(&line::Reader::of(view), found)?;
    let locale = &view.reading.locale;
    let day = |notice: &Notice| notice.at.in_zone(&locale.locality().time_zone).date();
    let next = found.last().filter(|_| found.len() == PAGE);
    let mut days = Vec::new();
    for stretch in found.chunk_by(|a, b| day(a) == day(b)) {
        let lines =
            stretch.iter().map(|notice| line::line(view, notice, &known)).collect::<Result<Vec<_>>>()?;
        days.push((day(&stretch[0]), lines));
    }
    Ok(html! {
        @for (day, lines) in &days {
            section.notice-day {
                h2 { (locale.day_heading(*day, view.reading.today)) }
                ul { @for line in lines { (line) } }
            }
        }
        @if let Some(last) = next {
            @let older = format!("{HERE}?{}", view.request.query.clone().with("before", last.id.to_string()).encode());
            p hx-get=(older) hx-trigger="intersect once" hx-swap="outerHTML" { a.link href=(older) { (view.t("show-more")) } }
        }
    })
}
