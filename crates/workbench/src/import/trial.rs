//! The dry run: what would become of the first rows, one by one, and of the whole file, counted by a job. Nothing is
//! kept yet.

use std::collections::HashMap;

use kernel::{Id, Result};
use records::{
    Object,
    import::{self, Action, DryRow, Format, Import, Problem, State, Totals},
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, link_button, notice, progress, table_frame},
};

use super::{
    address_of, moved_on, running,
    steps::{self, Frame, Step},
    words,
};
use crate::{App, View};

/// Rows shown one by one.
const ROWS: usize = 100;
/// Fields of an update that are named.
const FIELDS: usize = 6;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/imports/{id}/try", Permission::Write, count);
}

/// Counts the whole file.
fn count(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    match app.write(request, |tx| import::start_dry_run(tx, id)) {
        Ok(_) => Ok(Response::redirect(address_of(id, Step::Trial))),
        Err(error) => moved_on(request, id, error),
    }
}

pub(super) fn page(view: &View, import: &Import) -> Result<Response> {
    let counted = counted(view, import)?;
    if view.request.is_fragment() {
        return Ok(Response::fragment(counted));
    }
    let tried = import::dry_run(view.cx, import.id, ROWS)?;
    let object = view.catalog.object(&import.mapping.object)?;
    let known = known(view, object, import.format, &tried.rows)?;
    let body = html! {
        div.fieldset {
            (counted)
            @if tried.rows.is_empty() {
                (notice(Some(Tone::Warning), &html! { p { (view.t("import-no-rows")) } }, None))
            } @else {
                (table(view, import, object, &tried.rows, &known))
                @if tried.rows.len() == ROWS {
                    p.soft.small { (view.tf("import-first-rows-only", &[("count", ROWS.into())])) }
                }
            }
        }
    };
    let about = view.t("import-nothing-saved").into_owned();
    Ok(steps::page(view, &Frame { import, step: Step::Trial, about, moves: false, body }))
}

/// What the whole file would do, as far as it is counted, and the ways on from here.
fn counted(view: &View, import: &Import) -> Result<Markup> {
    let counting = import.state == State::DryRun;
    Ok(html! {
        section.fieldset #totals aria-label=(view.t("import-whole-file")) data-topic=[counting.then(|| steps::topic(import.id))]
            hx-get=[counting.then(|| address_of(import.id, Step::Trial))]
            hx-trigger=[counting.then_some("live, every 1s")] hx-swap=[counting.then_some("outerHTML")] {
            @match &import.expected {
                _ if counting => (still_counting(view, import)?),
                Some(totals) => { (outcome(view, totals)) (go_on(view, import, Some(totals))) },
                None => (go_on(view, import, None)),
            }
        }
    })
}

fn still_counting(view: &View, import: &Import) -> Result<Markup> {
    let job = import.job.map(|job| jobs::find(view.cx, job)).transpose()?;
    let (done, total) = job
        .as_ref()
        .map_or((0, 0), |job| (job.progress_done.unsigned_abs(), job.progress_total.unsigned_abs()));
    let waiting = job.is_some_and(|job| job.state == jobs::State::Waiting);
    let label = view.t(if waiting { "import-waiting" } else { "import-counting" });
    let status = if total == 0 { String::new() } else { running::done_of(view, done, total) };
    Ok(html! {
        (progress(done, total, &label, &status))
        form.form-actions method="post" action={ "/imports/" (import.id) "/cancel" } {
            (button(view.t("import-stop-counting")))
        }
    })
}

fn outcome(view: &View, totals: &Totals) -> Markup {
    let figures = [
        (totals.created, "import-created", true),
        (totals.updated, "import-updated", true),
        (totals.unchanged, "import-unchanged", false),
        (totals.skipped, "import-skipped", false),
        (totals.bad, "import-rejected", true),
        (totals.named, "import-named", false),
        (totals.alike, "import-alike", false),
    ];
    html! {
        div.outcome role="group" aria-label=(view.t("import-would-happen")) {
            @for (count, key, always) in figures {
                @if always || count > 0 { (words::figure(view, count, key, None)) }
            }
        }
    }
}

/// The button that begins, when there is something to do.
fn go_on(view: &View, import: &Import, totals: Option<&Totals>) -> Markup {
    let back = if import.format.is_table() { Step::Columns } else { Step::Understood };
    let useful = totals.map(|totals| totals.created + totals.updated);
    let action = |verb: &str| format!("/imports/{}/{verb}", import.id);
    html! {
        @if useful == Some(0) {
            (notice(Some(Tone::Warning), &html! { p { (view.t("import-nothing-to-do")) } }, None))
        }
        form.form-actions method="post" action=(action("start")) {
            @match useful {
                Some(0) => {}
                Some(count) => (button(view.tf("import-start-count", &[("count", count.into())])).primary()),
                None => (button(view.t("import-start")).primary()),
            }
            @if totals.is_none() {
                (button(view.t("import-count-whole-file")).attribute("formaction", action("try")))
            }
            (link_button(address_of(import.id, back), view.t("back")).plain())
            (button(view.t("import-discard")).plain().attribute("formaction", action("cancel")))
        }
    }
}

fn table(
    view: &View,
    import: &Import,
    object: &Object,
    rows: &[DryRow],
    known: &HashMap<Id, Known>,
) -> Markup {
    let table = html! {
        table.table {
            thead { tr {
                th.num scope="col" { (view.t(if import.format == Format::Workbook { "import-row-number" } else { "import-line" })) }
                th scope="col" { (view.one(object)) }
                th scope="col" { (view.t("import-what-happens")) }
            } }
            tbody { @for row in rows { (line(view, object, row, known)) } }
        }
    };
    table_frame(&view.t("import-row-by-row"), &table)
}

fn line(view: &View, object: &Object, row: &DryRow, known: &HashMap<Id, Known>) -> Markup {
    let card = |id: &Id| {
        html! {
            @match known.get(id) {
                Some(card) => { a.link href=(card.href) { (card.title) } },
                // An earlier row of the file would create it.
                None => { span.quiet { (view.t("import-card-of-this-file")) } },
            }
        }
    };
    let (who, what, why) = match &row.action {
        Action::Create { title } => (
            html! { (title) },
            chip(view.t("import-create")).tone(Tone::Positive).icon("plus"),
            view.t("import-no-match").into_owned(),
        ),
        Action::Update { id, fields } => (
            card(id),
            chip(view.t("import-update")).tone(Tone::Accent).icon("edit"),
            view.tf("import-changes", &[("fields", fields_text(view, object, fields).into())]),
        ),
        Action::Unchanged { id } => {
            (card(id), chip(view.t("import-same")).icon("check"), view.t("import-same-why").into_owned())
        }
        Action::Skip => (html! { "–" }, chip(view.t("import-skip")), view.t("import-skip-why").into_owned()),
        Action::Bad { who, problem } => (
            html! { @if who.is_empty() { "–" } @else { (who) } },
            chip(view.t("import-reject")).tone(Tone::Negative).icon("x"),
            problem_text(view, object, problem),
        ),
    };
    html! {
        tr {
            td.num { (view.reading.locale.integer(i64::try_from(row.line).unwrap_or(i64::MAX))) }
            th scope="row" { (who) }
            td { (what) " " span.soft { (why) } }
        }
    }
}

fn fields_text(view: &View, object: &Object, fields: &[String]) -> String {
    let label = |key: &String| {
        object.field(key).map_or_else(|_| key.clone(), |field| view.label(object, field).into_owned())
    };
    let mut names: Vec<String> = fields.iter().take(FIELDS).map(label).collect();
    if fields.len() > FIELDS {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The problem of a field that no column fills is known by the field's key.
fn problem_text(view: &View, object: &Object, problem: &Problem) -> String {
    match object.field(&problem.header) {
        Ok(field) => {
            let header = view.label(object, field).into_owned();
            words::problem(view, &Problem { header, reason: problem.reason.clone() })
        }
        Err(_) => words::problem(view, problem),
    }
}

/// A card that a row would change.
struct Known {
    title: String,
    href: String,
}

/// The cards that rows would change. A file of vCards holds companies too.
fn known(view: &View, object: &Object, format: Format, rows: &[DryRow]) -> Result<HashMap<Id, Known>> {
    let named = rows.iter().filter_map(|row| match &row.action {
        Action::Update { id, .. } | Action::Unchanged { id } => Some(*id),
        _ => None,
    });
    let ids: Vec<Id> = named.collect();
    let mut found = HashMap::new();
    for card in view.catalog.cards().filter(|card| card.key == object.key || format == Format::VCard) {
        for (id, title) in record::titles_of(view.cx, card, &ids)? {
            found.insert(id, Known { title, href: format!("/{}/{id}", card.path) });
        }
    }
    Ok(found)
}
