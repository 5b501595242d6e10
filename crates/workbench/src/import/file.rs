//! The beginning: a file is dropped here. Below stand the imports there were, each with its state and its undo.

use kernel::{Cx, Error, FieldErrors, Result, Text};
use records::{
    files::FileStore,
    import::{self, Import, State},
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, button, error_line, icon, link_button, page_head, table_frame},
};

use super::{
    address,
    steps::{self, Step},
    template, words,
};
use crate::{App, View, view::Page};

/// The largest file: 2 GiB.
const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;
const AT_ONCE: usize = 20;
const ACCEPTED: &str = ".csv,.tsv,.txt,.xlsx,.xlsm,.vcf,.vcard,text/csv,text/tab-separated-values,text/plain,text/vcard,text/x-vcard,\
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/import", Permission::Write, show);
    routes.upload("/import", Permission::Write, MOST_BYTES, take);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| page(app, request, cx, None))
}

/// Keeps the file and looks at it.
fn take(app: &App, request: &Request) -> Result<Response> {
    match begin(app, request) {
        Ok(id) => Ok(Response::redirect(address(id))),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let page = page(app, request, cx, Some(&errors))?;
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

fn begin(app: &App, request: &Request) -> Result<kernel::Id> {
    let upload = request.uploads.iter().find(|upload| upload.field == "file" && !upload.file_name.is_empty());
    let upload = upload.ok_or_else(|| Error::invalid("file", "import-no-file"))?;
    if upload.size == 0 {
        return Err(Error::invalid("file", "import-empty-file"));
    }
    let store = app.read(request, |cx| Ok(cx.part::<FileStore>()))?;
    let kept = import::keep(&store, &upload.path)?;
    let begun = app.write(request, |tx| import::begin(tx, &upload.file_name, &kept));
    if begun.is_err() {
        // Nothing refers to it.
        let _ = std::fs::remove_file(&kept);
    }
    begun
}

fn page(app: &App, request: &Request, cx: &Cx, errors: Option<&FieldErrors>) -> Result<Response> {
    let view = View::new(app, request, cx)?;
    let earlier = import::list(cx, request.query.id("before"), AT_ONCE)?;
    let title = view.t("nav-import");
    let wrong = errors.and_then(|errors| errors.0.first()).map(|(_, text)| text);
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
        (steps::steps(&view, Step::File, import::Format::Delimited))
        div.fieldset { (drop(&view, wrong)) (list(&view, &earlier)) }
    };
    Ok(view.page(Page::new(title, "/import", body)))
}

fn drop(view: &View, wrong: Option<&Text>) -> Markup {
    let wrong = words::error(view, wrong);
    let described = wrong.as_ref().map(|_| "file-error");
    html! {
        form.form method="post" action="/import" enctype="multipart/form-data" {
            div {
                k-drop {
                    label.drop {
                        (icon("import"))
                        b { (view.t("import-drop")) }
                        span { (view.t("import-drop-kinds")) }
                        small { (view.t("import-drop-promise")) }
                        input #file.hidden type="file" name="file" accept=(ACCEPTED) required
                            aria-invalid=[described.map(|_| "true")] aria-describedby=[described];
                    }
                }
                @if let Some(text) = &wrong { div role="alert" { (error_line("file-error", text)) } }
            }
            (template::links(view))
            div.form-actions {
                (button(view.t("import-read-file")).primary())
            }
        }
    }
}

fn list(view: &View, earlier: &[Import]) -> Markup {
    if earlier.is_empty() {
        return html! {};
    }
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("import-file")) }
                th scope="col" { (view.t("import-what-happened")) }
                th scope="col" { span.hidden { (view.t("undo")) } }
            } }
            tbody { @for import in earlier { (line(view, import)) } }
        }
    };
    let next = (earlier.len() == AT_ONCE).then(|| earlier.last()).flatten();
    html! {
        div.fieldset data-topic="imports" hx-get="/import" hx-trigger="live"
            hx-select="#earlier-list" hx-target="#earlier-list" hx-swap="outerHTML" {
            h2 #earlier { (view.t("import-earlier")) }
            div #earlier-list { (table_frame(&view.t("import-earlier"), &table)) }
            @if let Some(last) = next {
                div.form-actions { (link_button(format!("/import?before={}", last.id), view.t("show-more"))) }
            }
        }
    }
}

fn line(view: &View, import: &Import) -> Markup {
    let can_undo =
        matches!(import.state, State::Done | State::Failed | State::Cancelled) && import.set.is_some();
    html! {
        tr {
            th scope="row" {
                a.link href=(address(import.id)) { (import.file_name) }
                div.quiet.small { (view.moment(import.started_at.unwrap_or(import.created_at))) " · " (view.user(import.created_by)) }
            }
            td { (words::state(view, import)) " " span.soft { (summary(view, import)) } }
            td {
                @if can_undo {
                    form.buttons method="post" action={ (address(import.id)) "/undo" } {
                        (button(view.t("undo")).small().icon("undo")
                            .attribute("aria-label", format!("{}: {}", view.t("undo"), import.file_name)))
                    }
                }
            }
        }
    }
}

/// `2,140 created, 121 updated, 12 rejected`: what is not zero.
fn summary(view: &View, import: &Import) -> String {
    let totals = &import.totals;
    let counted = [
        (totals.created, "import-count-created"),
        (totals.updated, "import-count-updated"),
        (totals.unchanged, "import-count-unchanged"),
        (totals.bad, "import-count-rejected"),
    ];
    let said = counted.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(count, key)| view.tf(key, &[("count", (*count).into())])).collect();
    said.join(" · ")
}
