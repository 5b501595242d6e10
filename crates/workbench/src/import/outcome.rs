//! What an import did: counted, with the way to its cards, the rows it could not take, and the way back.

use jobs::{Filter, JobRow};
use kernel::{Cx, Id, Result};
use records::{
    changes,
    import::{self, Format, Import, State},
    undo::UndoJob,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, link_button, notice},
};

use super::{
    address, moved_on,
    running::{self, Moving},
    steps::{self, Frame, Step},
    words,
};
use crate::{App, View, export, note};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/imports/{id}/undo", Permission::Write, undo);
    routes.get("/imports/{id}/rejected", Permission::Write, rejected);
}

/// Takes back all that the import did, as a job.
fn undo(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    match app.write(request, |tx| import::undo(tx, id)) {
        Ok(_) => Ok(Response::redirect(address(id))),
        Err(error) => moved_on(request, id, error),
    }
}

/// The rows that were not taken, as they stood in the file, each with the reason.
fn rejected(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    app.read(request, |cx| {
        let import = import::find(cx, id)?;
        let view = View::new(app, request, cx)?;
        let reason = |note: &jobs::Note| note::text(&view.reading.locale, note);
        let file = export::spooled(app, |out| match import.format {
            Format::Workbook => import::write_bad_workbook(cx, id, out, reason),
            _ => import::write_bad_rows(cx, id, out, reason),
        })?;
        let stem = import.file_name.rsplit_once('.').map_or(import.file_name.as_str(), |(stem, _)| stem);
        let (extension, media_type) = match import.format {
            Format::Delimited => ("csv", "text/csv; charset=utf-8"),
            Format::Workbook => ("xlsx", export::XLSX),
            Format::VCard => ("vcf", "text/vcard; charset=utf-8"),
        };
        let name = format!("{stem} – {}.{extension}", view.t("import-rejected-file"));
        Ok(Response::download(&name, media_type, file))
    })
}

pub(super) fn page(view: &View, import: &Import) -> Result<Response> {
    let undoing = match import.set {
        Some(set) if import.state != State::Undone => undo_of(view.cx, set)?,
        _ => None,
    };
    let when = import.finished_at.unwrap_or(import.created_at);
    let when = view.reading.locale.relative(when, view.reading.now);
    let by = view.tf("import-by", &[("name", view.user(import.created_by).into())]);
    let about = format!("{by} · {when}");
    let body = match &undoing {
        Some(job) => taking_back(view, job),
        None => html! {
            div.form {
                (said(view, import)?)
                @if import.set.is_some() { (figures(view, import)?) }
                (actions(view, import)?)
            }
        },
    };
    let step = if undoing.is_some() { Step::Result } else { Step::Over };
    Ok(steps::page(view, &Frame { import, step, about, moves: undoing.is_some(), body }))
}

/// The job that takes a set back, while it waits or runs.
fn undo_of(cx: &Cx, set: Id) -> Result<Option<JobRow>> {
    let filter =
        Filter { kind: Some(<UndoJob as jobs::Job>::KIND.to_owned()), limit: 20, ..Filter::default() };
    let of_set = |job: &JobRow| serde_json::from_str::<UndoJob>(&job.input).is_ok_and(|undo| undo.set == set);
    Ok(jobs::list(cx, &filter)?.into_iter().find(|job| !job.state.is_over() && of_set(job)))
}

fn taking_back(view: &View, job: &JobRow) -> Markup {
    let (done, total) = (job.progress_done.unsigned_abs(), job.progress_total.unsigned_abs());
    let heading = match total {
        0 => view.t("import-taking-back").into_owned(),
        _ => format!("{} {}", view.t("import-taking-back"), running::done_of(view, done, total)),
    };
    let state = Moving { heading, done, total, rate: None, left: None };
    running::moving(view, &state, &html! { p.soft.small { (view.t("import-may-close")) } })
}

/// What came of it, in a sentence.
fn said(view: &View, import: &Import) -> Result<Markup> {
    let in_now = import.totals.created + import.totals.updated + import.totals.unchanged;
    let took = import
        .started_at
        .zip(import.finished_at)
        .map(|(from, to)| (to.micros() - from.micros()).max(0) / 1_000_000);
    let (tone, text) = match import.state {
        State::Done => (
            Tone::Positive,
            html! {
                p {
                    b { (view.tf("import-are-in", &[("count", in_now.into())])) }
                    @if let Some(seconds) = took {
                        " " (view.tf("import-took", &[("time", view.reading.locale.duration(seconds.max(1).unsigned_abs()).into())]))
                    }
                    " " (view.t("import-can-be-undone"))
                }
            },
        ),
        State::Undone => (Tone::Accent, html! { p { (view.t("import-was-undone")) } }),
        State::Cancelled if import.set.is_none() => {
            (Tone::Accent, html! { p { (view.t("import-was-discarded")) } })
        }
        State::Cancelled => (Tone::Warning, html! { p { (view.t("import-was-stopped")) } }),
        _ => (
            Tone::Negative,
            html! { p { (view.t("import-has-failed")) @if let Some(reason) = reason(view, import)? { " " (reason) } } },
        ),
    };
    Ok(notice(Some(tone), &text, None))
}

/// Why it failed, where that is for the reader and not for the log.
fn reason(view: &View, import: &Import) -> Result<Option<String>> {
    let Some(job) = import.job else { return Ok(None) };
    match jobs::find(view.cx, job) {
        Ok(job) => Ok(job.note.map(|note| note::text(&view.reading.locale, &note))),
        // Jobs are tidied away after a while.
        Err(kernel::Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn figures(view: &View, import: &Import) -> Result<Markup> {
    let totals = &import.totals;
    let here = import.state != State::Undone;
    let lists = lists(view, import)?;
    let rejected = format!("{}/rejected", address(import.id));
    let figures = [
        (totals.created, "import-created", true, here.then_some(lists.created.as_str())),
        (totals.updated, "import-updated", true, here.then_some(lists.updated.as_str())),
        (totals.unchanged, "import-unchanged", false, None),
        (totals.skipped, "import-skipped", false, None),
        (totals.bad, "import-rejected", true, (totals.bad > 0).then_some(rejected.as_str())),
        (totals.named, "import-named", false, None),
        (totals.alike, "import-alike", false, here.then_some("/duplicates")),
    ];
    Ok(html! {
        nav.outcome aria-label=(view.t("import-what-happened")) {
            @for (count, key, always, href) in figures {
                @if always || count > 0 { (words::figure(view, count, key, href.filter(|_| count > 0))) }
            }
        }
    })
}

/// The list of the cards, with those of this import on top.
struct Lists {
    created: String,
    updated: String,
}

fn lists(view: &View, import: &Import) -> Result<Lists> {
    let object = view.catalog.object(&import.mapping.object)?;
    Ok(Lists {
        created: format!("/{}?sort=-created_at", object.path),
        updated: format!("/{}?sort=-updated_at", object.path),
    })
}

fn actions(view: &View, import: &Import) -> Result<Markup> {
    let lists = lists(view, import)?;
    let totals = &import.totals;
    let undone = match import.set {
        None => true,
        Some(set) => import.state == State::Undone || changes::find(view.cx, set)?.undone_by.is_some(),
    };
    let see = match (undone, totals.created, totals.updated) {
        (true, ..) | (_, 0, 0) => None,
        (_, 0, _) => Some(lists.updated),
        _ => Some(lists.created),
    };
    let rejected = view.tf("import-rejected-rows", &[("count", totals.bad.into())]);
    Ok(html! {
        form.form-actions method="post" action={ (address(import.id)) "/undo" } {
            @match see {
                Some(href) => (link_button(href, view.t("import-see-cards")).primary()),
                None => (link_button("/import", view.t("import-another-file")).primary()),
            }
            @if totals.bad > 0 {
                (link_button(format!("{}/rejected", address(import.id)), rejected).icon("download").flag("download"))
            }
            @if !undone { (button(view.t("import-undo")).icon("undo")) }
        }
    })
}
