//! An import under way: how far it is, how fast it goes, how long it takes still. The page may be closed meanwhile.

use jobs::JobRow;
use kernel::{Error, Result};
use records::import::{self, Import};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, post_button},
};

use super::{
    address, moved_on,
    steps::{self, Frame, Step},
};
use crate::{App, View};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/imports/{id}/start", Permission::Write, start);
    routes.post("/imports/{id}/cancel", Permission::Write, cancel);
}

fn start(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    match app.write(request, |tx| import::start(tx, id)) {
        Ok(_) => Ok(Response::redirect(address(id))),
        // Its page says what is wrong with the columns.
        Err(Error::Invalid(_)) => Ok(Response::redirect(super::address_of(id, Step::Columns))),
        Err(error) => moved_on(request, id, error),
    }
}

fn cancel(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let state = app.write(request, |tx| {
        let before = import::find(tx, id)?.state;
        import::cancel(tx, id)?;
        Ok(before)
    })?;
    match state {
        // Whoever stops the counting may still begin.
        import::State::DryRun => Ok(Response::redirect(super::address_of(id, Step::Trial))),
        import::State::Mapping => {
            let locale = locale::Locale::new(&request.scope().locality);
            Ok(Response::redirect("/import").toast(locale.t("import-discarded"), None))
        }
        _ => Ok(Response::redirect(address(id))),
    }
}

pub(super) fn page(view: &View, import: &Import) -> Result<Response> {
    let job = import.job.map(|job| jobs::find(view.cx, job)).transpose()?;
    let stopping = job.as_ref().is_some_and(|job| job.cancel_requested);
    let after = html! {
        p.soft.small { (view.t("import-may-close")) }
        @if stopping { p.soft { (view.t("import-stopping")) } }
        @else { (post_button(&format!("{}/cancel", address(import.id)), &button(view.t("import-stop")))) }
    };
    let body = moving(view, &how_far(view, import, job.as_ref()), &after);
    let frame = Frame { import, step: Step::Result, about: String::new(), moves: true, body };
    Ok(steps::page(view, &frame))
}

fn how_far(view: &View, import: &Import, job: Option<&JobRow>) -> Moving {
    let (done, total) = (import.totals.rows, import.totals.rows_total);
    let waiting = job.is_some_and(|job| job.state == jobs::State::Waiting);
    let still = |key: &str| Moving { heading: view.t(key).into_owned(), done, total, rate: None, left: None };
    match () {
        () if waiting => still("import-waiting"),
        () if total == 0 => still("import-beginning-to-read"),
        () if done >= total => still("import-linking"),
        () => {
            let rate = (import.rate > 0).then(|| view.tf("import-rate", &[("count", import.rate.into())]));
            let left = import.seconds_left().map(|seconds| view.reading.locale.duration(seconds));
            let left = left.map(|time| view.tf("import-left", &[("time", time.into())]));
            Moving { heading: done_of(view, done, total), done, total, rate, left }
        }
    }
}

pub(super) fn done_of(view: &View, done: u64, total: u64) -> String {
    view.tf("import-done-of", &[("done", done.into()), ("total", total.into())])
}

/// Work that goes on.
pub(super) struct Moving {
    pub(super) heading: String,
    pub(super) done: u64,
    /// 0 while it is unknown: then the bar only moves.
    pub(super) total: u64,
    pub(super) rate: Option<String>,
    pub(super) left: Option<String>,
}

pub(super) fn moving(view: &View, state: &Moving, after: &Markup) -> Markup {
    let known = state.total > 0;
    html! {
        section.running aria-label=(view.t("import-progress")) {
            h2 { (state.heading) }
            progress max=[known.then_some(state.total)] value=[known.then(|| state.done.min(state.total))]
                aria-label=(view.t("import-progress")) {}
            @if state.rate.is_some() || state.left.is_some() {
                p.rate {
                    span { (state.rate.as_deref().unwrap_or_default()) }
                    span { (state.left.as_deref().unwrap_or_default()) }
                }
            }
            (after)
        }
    }
}
