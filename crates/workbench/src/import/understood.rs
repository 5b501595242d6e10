//! What we understood of a file: how it is written, what its rows are, and what stands in it. Whatever was guessed
//! wrong is changed here.

use formats::encoding::Encoding;
use kernel::{Id, Result, Tx};
use records::import::{self, Format, Import, Options, Preview};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, link_button, notice, table_frame},
};

use super::{
    address_of, columns,
    columns::Draft,
    moved_on,
    steps::{self, Frame, Step},
    words,
};
use crate::{App, View};

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Columns shown; the next step has them all.
const COLUMNS: usize = 12;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/imports/{id}/options", Permission::Write, change);
}

/// Reads the file in another way, then shows what is understood now, or goes on to the columns.
fn change(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    if let Err(error) = app.write(request, |tx| apply(tx, id, &request.form)) {
        return moved_on(request, id, error);
    }
    if request.form.has("next") {
        return Ok(Response::redirect(address_of(id, Step::Columns)));
    }
    if request.is_fragment() {
        return app.read(request, |cx| super::page(app, request, cx, id));
    }
    Ok(Response::redirect(address_of(id, Step::Understood)))
}

/// Only what differs is applied, for each change proposes the columns anew.
fn apply(tx: &mut Tx, id: Id, form: &Form) -> Result<()> {
    let import = import::find(tx, id)?;
    let options = Options {
        encoding: Encoding::named(form.text("encoding")).unwrap_or(import.encoding),
        separator: form.text("separator").parse().unwrap_or(import.dialect.separator),
        has_header: if form.has("header") { form.bool("header") } else { import.dialect.has_header },
        sheet: form.text("sheet").parse().ok().or(import.dialect.sheet),
    };
    let same = options.encoding == import.encoding
        && options.separator == import.dialect.separator
        && options.sheet == import.dialect.sheet
        && options.has_header == import.dialect.has_header;
    if !same {
        import::set_options(tx, id, &options)?;
    }
    let object = form.text("object");
    if !object.is_empty() && object != import.mapping.object {
        import::set_object(tx, id, object)?;
    }
    Ok(())
}

pub(super) fn page(view: &View, import: &Import, draft: &Draft) -> Result<Response> {
    let preview = import::preview(view.cx, import.id)?;
    let body = match import.format {
        Format::Delimited | Format::Workbook => table(view, import, &preview),
        Format::VCard => cards(view, import, &preview, draft)?,
    };
    let about = words::estimate(view, import, preview.rows_estimate);
    let frame = Frame { import, step: Step::Understood, about, moves: false, body };
    Ok(steps::page(view, &frame).status(draft.status()))
}

fn table(view: &View, import: &Import, preview: &Preview) -> Markup {
    let action = format!("/imports/{}/options", import.id);
    html! {
        form.fieldset method="post" action=(action) hx-post=(action) hx-trigger="change" hx-target="#import" hx-swap="outerHTML" {
            @if let Some(program) = words::program(preview.source) {
                (notice(Some(Tone::Positive), &html! { p { (view.tf("import-from-program", &[("program", program.into())])) } }, None))
            }
            @if preview.rows_estimate == 0 {
                (notice(Some(Tone::Warning), &html! { p { (view.t("import-no-rows")) } }, None))
            }
            div.understood {
                @if preview.sheets.len() > 1 {
                    (select(view, "sheet", "import-sheet", &sheets(view, preview)))
                }
                @if import.format == Format::Delimited {
                    (select(view, "encoding", "import-encoding", &encodings(view, preview.encoding)))
                    (select(view, "separator", "import-separator", &separators(view, preview.separator)))
                }
                (select(view, "header", "import-first-row", &[
                    ("yes".to_owned(), view.t("import-first-row-names").into_owned(), preview.has_header),
                    ("no".to_owned(), view.t("import-first-row-card").into_owned(), !preview.has_header),
                ]))
                (select(view, "object", "import-each-row", &objects(view, import)))
            }
            (samples(view, preview))
            div.form-actions {
                (button(view.t("import-to-columns")).primary().named("next", "1"))
                noscript { (button(view.t("import-read-again"))) }
                (link_button("/import", view.t("import-other-file")).plain())
            }
        }
    }
}

/// A value, its text, and whether it is the one.
type Option3 = (String, String, bool);

fn select(view: &View, name: &str, label: &str, options: &[Option3]) -> Markup {
    html! {
        div {
            label for=(name) { (view.t(label)) }
            select.input id=(name) name=(name) {
                @for (value, text, chosen) in options { option value=(value) selected[*chosen] { (text) } }
            }
        }
    }
}

fn encodings(view: &View, current: Encoding) -> Vec<Option3> {
    let unusual = (!Encoding::CHOICES.contains(&current)).then_some(current);
    let all = unusual.into_iter().chain(Encoding::CHOICES);
    all.map(|each| (each.name().to_owned(), words::encoding(view, each), each == current)).collect()
}

fn separators(view: &View, current: u8) -> Vec<Option3> {
    let unusual = (!SEPARATORS.contains(&current)).then_some(current);
    let all = unusual.into_iter().chain(SEPARATORS);
    all.map(|each| (each.to_string(), words::separator(view, each), each == current)).collect()
}

fn sheets(view: &View, preview: &Preview) -> Vec<Option3> {
    let all = preview.sheets.iter().enumerate();
    all.map(|(at, sheet)| {
        let hidden =
            if sheet.hidden { format!(" ({})", view.t("import-sheet-hidden")) } else { String::new() };
        (at.to_string(), format!("{}{hidden}", sheet.name), at == preview.sheet)
    })
    .collect()
}

fn objects(view: &View, import: &Import) -> Vec<Option3> {
    let cards = view.catalog.cards();
    let named = |object: &std::sync::Arc<records::Object>| {
        (object.key.to_owned(), view.one(object).into_owned(), object.key == import.mapping.object)
    };
    cards.map(named).collect()
}

/// What stands in the columns, so that a wrong encoding or separator is seen at once.
fn samples(view: &View, preview: &Preview) -> Markup {
    let filled: Vec<_> =
        preview.columns.iter().enumerate().filter(|(_, column)| !column.samples.is_empty()).collect();
    let more = filled.len().saturating_sub(COLUMNS);
    let table = html! {
        table.table.preview {
            thead { tr {
                th scope="col" { (view.t("import-column")) }
                th scope="col" { (view.t("import-samples")) }
            } }
            tbody {
                @for (at, column) in filled.iter().take(COLUMNS) {
                    tr {
                        th scope="row" { (words::column(view, &column.header, *at)) }
                        td { (column.samples.iter().take(3).cloned().collect::<Vec<_>>().join(" · ")) }
                    }
                }
            }
        }
    };
    html! {
        @if !filled.is_empty() { (table_frame(&view.t("import-beginning"), &table)) }
        @if more > 0 { p.soft.small { (view.tf("import-more-columns", &[("count", more.into())])) } }
    }
}

/// A file of cards: who is on them, and what becomes of them.
fn cards(view: &View, import: &Import, preview: &Preview, draft: &Draft) -> Result<Markup> {
    let names: Vec<&String> = preview.names.iter().filter(|name| !name.is_empty()).collect();
    Ok(html! {
        form.form method="post" action={ "/imports/" (import.id) "/mapping" } {
            (draft.summary(view))
            @if preview.rows_estimate == 0 {
                (notice(Some(Tone::Warning), &html! { p { (view.t("import-no-cards")) } }, None))
            } @else {
                p.soft { (view.t("import-cards-understood")) }
                div.chips { @for name in names { (chip(name.as_str())) } }
            }
            (columns::choices(view, import, draft)?)
            div.form-actions {
                (button(view.t("import-try")).primary())
                (link_button("/import", view.t("import-other-file")).plain())
            }
        }
    })
}
