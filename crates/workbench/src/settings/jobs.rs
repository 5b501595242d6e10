//! Work in the background: what runs, waits, failed and is done, while it happens. For administrators.

use jobs::{Filter, JobRow, State};
use kernel::{Id, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, empty_note, link_button, post_button, progress, view_tabs},
};

use super::{Section, done, page, section};
use crate::{App, View, note};

const HERE: &str = "/settings/jobs";
const AT_ONCE: u32 = 50;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post("/settings/jobs/{job}/cancel", Permission::Admin, cancel);
    routes.post("/settings/jobs/{job}/retry", Permission::Admin, retry);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let filter = Filter {
            state: State::from_key(request.query.text("state")),
            before: request.query.id("before"),
            limit: AT_ONCE,
            ..Filter::default()
        };
        let rows = list(&view, &jobs::list(cx, &filter)?);
        if request.is_fragment() {
            return Ok(Response::fragment(rows));
        }
        let title = view.t("settings-jobs");
        let lead = view.t("jobs-lead");
        let body = html! { (tabs(&view, filter.state)) (rows) };
        let part = Section { id: "jobs-title", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn cancel(app: &App, request: &Request) -> Result<Response> {
    let job = request.params.id("job")?;
    app.write(request, |tx| jobs::cancel(tx, job))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "job-cancelling")))
}

fn retry(app: &App, request: &Request) -> Result<Response> {
    let job = request.params.id("job")?;
    app.write(request, |tx| jobs::retry(tx, job))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "job-retried")))
}

fn tabs(view: &View, current: Option<State>) -> Markup {
    let all = (HERE.to_owned(), view.t("all"), current.is_none());
    let of = |state: State| {
        (format!("{HERE}?state={}", state.key()), view.render(&state.text()).into(), current == Some(state))
    };
    let tabs = std::iter::once(all).chain(State::ALL.map(of));
    let tabs: Vec<_> = tabs.map(|(href, text, current)| (href.into(), text, current)).collect();
    view_tabs(&view.t("settings-jobs"), &tabs)
}

/// The list, which asks for itself again whenever a job moves.
fn list(view: &View, rows: &[JobRow]) -> Markup {
    let next = (rows.len() == AT_ONCE as usize).then(|| rows.last()).flatten();
    html! {
        div.job-list #job-list data-topic="jobs" hx-get=(view.request.address()) hx-trigger="live" hx-swap="outerHTML" {
            @if rows.is_empty() { (empty_note(&html! { (view.t("jobs-none")) })) }
            @for row in rows { (line(view, row)) }
            @if let Some(last) = next { (link_button(older(view, last.id), view.t("show-more"))) }
        }
    }
}

fn older(view: &View, before: Id) -> String {
    format!("{HERE}?{}", view.request.query.clone().with("before", before.to_string()).encode())
}

fn line(view: &View, job: &JobRow) -> Markup {
    let error = job.error.as_deref().filter(|_| job.state != State::Done);
    html! {
        article.job-line id={ "job-" (job.id) } {
            div.what {
                b { (name(view, &job.kind)) }
                (state(view, job))
                p.soft.small {
                    (view.user(job.created_by)) " · " (view.moment(job.finished_at.or(job.started_at).unwrap_or(job.created_at)))
                    @if job.attempts > 1 { " · " (view.tf("job-attempts", &[("count", job.attempts.into())])) }
                }
                @if job.state == State::Running && job.progress_total > 0 {
                    (progress(job.progress_done.unsigned_abs(), job.progress_total.unsigned_abs(), &note(view, job), &how_far(view, job)))
                } @else if job.note.is_some() { p.small { (note(view, job)) } }
                @if let Some(error) = error { p.small.tone data-tone="negative" { (error) } }
            }
            (actions(view, job))
        }
    }
}

fn state(view: &View, job: &JobRow) -> Markup {
    let text = if job.cancel_requested && !job.state.is_over() {
        view.t("job-cancelling").into_owned()
    } else {
        view.render(&job.state.text())
    };
    let word = chip(text);
    html! {
        @match job.state {
            State::Running => (word.tone(Tone::Accent)),
            State::Done => (word.tone(Tone::Positive).icon("check")),
            State::Failed => (word.tone(Tone::Negative).icon("alert")),
            State::Waiting | State::Cancelled => (word),
        }
    }
}

fn actions(view: &View, job: &JobRow) -> Markup {
    let act = |verb: &str, key: &str| {
        let label = format!("{}: {}", view.t(key), name(view, &job.kind));
        post_button(
            &format!("{HERE}/{}/{verb}", job.id),
            &button(view.t(key)).small().attribute("aria-label", label),
        )
    };
    html! {
        @match job.state {
            State::Waiting | State::Running if !job.cancel_requested => (act("cancel", "cancel")),
            State::Failed | State::Cancelled => (act("retry", "job-retry")),
            _ => {}
        }
    }
}

/// What a kind of job is called: `job-import` for `import`; the kind itself when nobody named it.
fn name(view: &View, kind: &str) -> String {
    let key = format!("job-{}", kind.replace(['.', '_'], "-"));
    let text = view.t(&key);
    if text == key { kind.to_owned() } else { text.into_owned() }
}

fn note(view: &View, job: &JobRow) -> String {
    job.note.as_ref().map(|said| note::text(&view.reading.locale, said)).unwrap_or_default()
}

fn how_far(view: &View, job: &JobRow) -> String {
    view.tf("job-progress", &[("done", job.progress_done.into()), ("total", job.progress_total.into())])
}
