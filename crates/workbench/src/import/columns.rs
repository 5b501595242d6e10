//! The columns of a file: what each becomes, what becomes of its rows, and by which fields they find their cards.

use std::{borrow::Cow, sync::Arc};

use kernel::{Error, FieldErrors, Id, Result};
use records::{
    Object,
    import::{self, Column, ColumnPreview, Import, Mapping, Mode, Style},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{
        Choice, Tone, button, chip, error_line, error_summary, field, field_id, link_button, table_frame,
    },
};

use super::{
    address_of, moved_on,
    steps::{self, Frame, Step},
    target::{self, Targets, Written},
    understood, words,
};
use crate::{App, View};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/imports/{id}/mapping", Permission::Write, choose);
}

/// What is chosen, kept or just typed, and what is wrong with it.
pub(super) struct Draft {
    mapping: Mapping,
    mode: Mode,
    match_by: Vec<String>,
    errors: FieldErrors,
}

impl Draft {
    /// As it is kept.
    pub(super) fn of(import: &Import) -> Draft {
        Draft {
            mapping: import.mapping.clone(),
            mode: import.mode,
            match_by: import.match_by.clone(),
            errors: FieldErrors::default(),
        }
    }

    /// As somebody chose it on the form.
    fn typed(import: &Import, form: &Form) -> Draft {
        let kept = import.mapping.columns.iter().enumerate();
        let columns = kept.map(|(at, column)| typed_column(column, form, &format!("columns.{at}"))).collect();
        Draft {
            mapping: Mapping { object: import.mapping.object.clone(), columns },
            mode: Mode::from_key(form.text("mode")).unwrap_or(import.mode),
            match_by: form.all("match_by").map(str::to_owned).collect(),
            errors: FieldErrors::default(),
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        if self.errors.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    pub(super) fn summary(&self, view: &View) -> Markup {
        let line = |(name, text): &(String, kernel::Text)| -> (Cow<'static, str>, Cow<'static, str>) {
            let at = name.strip_prefix("columns.").and_then(|at| at.parse::<usize>().ok());
            let column = at.and_then(|at| Some((at, self.mapping.columns.get(at)?)));
            match column {
                Some((at, column)) => {
                    let header = words::column(view, &column.header, at);
                    (name.clone().into(), format!("{header}: {}", view.render(text)).into())
                }
                None => (name.clone().into(), view.render(text).into()),
            }
        };
        let lines: Vec<_> = self.errors.0.iter().map(line).collect();
        error_summary(&view.t("form-errors"), &lines)
    }
}

/// What was guessed about a column holds for the target it was guessed with.
fn typed_column(kept: &Column, form: &Form, name: &str) -> Column {
    let Some(to) = form.get(name) else { return kept.clone() };
    let to = Some(to.to_owned()).filter(|to| !to.is_empty());
    if to != kept.to {
        return Column { header: kept.header.clone(), to, ..Column::default() };
    }
    let told = |what: &str, yes: &str, kept: Option<bool>| match form.get(&format!("{name}.{what}")) {
        None => kept,
        Some("") => None,
        Some(text) => Some(text == yes),
    };
    let style = Style {
        day_first: told("dates", "day", kept.style.day_first),
        decimal_comma: told("numbers", "comma", kept.style.decimal_comma),
    };
    Column { style, ..kept.clone() }
}

/// Keeps the choice and begins to count what it would do.
fn choose(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let chosen = app.write(request, |tx| {
        let import = import::find(tx, id)?;
        let draft = Draft::typed(&import, &request.form);
        import::set_mapping(tx, id, draft.mapping, draft.mode, &draft.match_by)?;
        import::start_dry_run(tx, id)
    });
    match chosen {
        Ok(_) => Ok(Response::redirect(address_of(id, Step::Trial))),
        Err(Error::Invalid(errors)) => again(app, request, id, errors),
        Err(error) => moved_on(request, id, error),
    }
}

/// The form once more, with all that was chosen and what is wrong with it.
fn again(app: &App, request: &Request, id: Id, errors: FieldErrors) -> Result<Response> {
    app.read(request, |cx| {
        let import = import::find(cx, id)?;
        let view = View::new(app, request, cx)?;
        let draft = Draft { errors, ..Draft::typed(&import, &request.form) };
        if import.format.is_table() {
            page(&view, &import, &draft)
        } else {
            understood::page(&view, &import, &draft)
        }
    })
}

pub(super) fn page(view: &View, import: &Import, draft: &Draft) -> Result<Response> {
    let preview = import::preview(view.cx, import.id)?;
    let object = view.catalog.object(&import.mapping.object)?;
    let body = html! {
        form.fieldset method="post" action={ "/imports/" (import.id) "/mapping" } {
            (draft.summary(view))
            (table(view, object, draft, &preview.columns))
            (choices(view, import, draft)?)
            div.form-actions {
                (button(view.t("import-try")).primary())
                (link_button(address_of(import.id, Step::Understood), view.t("back")).plain())
            }
        }
    };
    let about = words::estimate(view, import, preview.rows_estimate);
    let frame = Frame { import, step: Step::Columns, about, moves: false, body };
    Ok(steps::page(view, &frame).status(draft.status()))
}

fn table(view: &View, object: &Arc<Object>, draft: &Draft, columns: &[ColumnPreview]) -> Markup {
    let targets = Targets::of(view, object);
    let lines = draft.mapping.columns.iter().zip(columns).enumerate();
    // Exports have dozens of columns that nobody filled.
    let (empty, filled): (Vec<_>, Vec<_>) = lines.partition(|(at, (_, seen))| {
        seen.samples.is_empty() && draft.errors.get(&format!("columns.{at}")).is_none()
    });
    let table = |lines: &[(usize, (&Column, &ColumnPreview))]| {
        html! {
            table.table.mapping data-align="middle" {
                thead { tr {
                    th scope="col" { (view.t("import-column")) }
                    th scope="col" { (view.t("import-samples")) }
                    th scope="col" { (view.t("import-goes-to")) }
                    th scope="col" { (view.t("import-note")) }
                } }
                tbody { @for (at, pair) in lines { (line(view, object, draft, &targets, *at, *pair)) } }
            }
        }
    };
    let without = view.tf("import-empty-columns", &[("count", empty.len().into())]);
    html! {
        (table_frame(&view.t("import-step-columns"), &table(&filled)))
        @if !empty.is_empty() {
            details.more {
                summary.soft.small { (without) }
                (table_frame(&without, &table(&empty)))
            }
        }
    }
}

fn line(
    view: &View,
    object: &Object,
    draft: &Draft,
    targets: &Targets,
    at: usize,
    (column, seen): (&Column, &ColumnPreview),
) -> Markup {
    let name = format!("columns.{at}");
    let id = field_id(&name);
    let header = words::column(view, &column.header, at);
    let error = words::error(view, draft.errors.get(&name));
    let label = view.tf("import-column-goes-to", &[("column", header.as_ref().into())]);
    html! {
        tr data-skip[column.to.is_none()] {
            th scope="row" { (header) }
            td.sample { (seen.samples.iter().take(3).cloned().collect::<Vec<_>>().join(" · ")) }
            td {
                select.input id=(id) name=(name) aria-label=(label)
                    aria-invalid=[error.as_ref().map(|_| "true")]
                    aria-describedby=[error.as_ref().map(|_| format!("{id}-error"))] {
                    (targets.options(view, object, column))
                }
                @if let Some(error) = &error { (error_line(&format!("{id}-error"), error)) }
            }
            td.guess {
                @if column.to.is_none() { (chip(view.t("import-left-out"))) }
                @if !seen.certain { (style(view, object, column, &name, &header)) }
                @for remark in target::remarks(view, column, seen) { span.soft.small { (remark) " " } }
            }
        }
    }
}

/// How dates or numbers are written, for columns of them: what was found out, to be corrected.
fn style(view: &View, object: &Object, column: &Column, name: &str, header: &str) -> Markup {
    let (what, chosen, options) = match target::written(object, column) {
        None => return html! {},
        Some(Written::Dates) => (
            "dates",
            column.style.day_first,
            [("day", true, "import-day-first"), ("month", false, "import-month-first")],
        ),
        Some(Written::Numbers) => (
            "numbers",
            column.style.decimal_comma,
            [("comma", true, "import-decimal-comma"), ("point", false, "import-decimal-point")],
        ),
    };
    let label = format!("{header}: {}", view.t("import-written"));
    html! {
        select.input name={ (name) "." (what) } aria-label=(label) {
            option value="" { (view.t("import-written-as-found")) }
            @for (value, meaning, text) in options {
                option value=(value) selected[chosen == Some(meaning)] { (view.t(text)) }
            }
        }
        @if what == "dates" && chosen.is_none() { (chip(view.t("import-look-again")).tone(Tone::Warning)) }
    }
}

/// What becomes of the rows, and how they find their cards.
pub(super) fn choices(view: &View, import: &Import, draft: &Draft) -> Result<Markup> {
    let object = view.catalog.object(&import.mapping.object)?;
    let modes = [Mode::Both, Mode::Create, Mode::Update].map(|mode| {
        let key = format!("import-mode-{}", mode.key());
        Choice { note: Some(view.t(&format!("{key}-note"))), ..Choice::new(mode.key(), view.t(&key)) }
    });
    let mode = field("mode", view.t("import-mode")).value(draft.mode.key()).radios(modes).wide();
    let error = words::error(view, draft.errors.get("match_by"));
    Ok(html! {
        (mode)
        div.field data-width="full" {
            span.label #match_by-label { (view.t("import-match")) }
            div role="group" aria-labelledby="match_by-label" aria-describedby="match_by-help" {
                @for (at, (key, text)) in target::match_choices(view, object).iter().enumerate() {
                    label.check {
                        input type="checkbox" id=[(at == 0).then_some("match_by")] name="match_by" value=(key)
                            checked[draft.match_by.contains(key)];
                        span { (text) }
                    }
                }
            }
            @if let Some(error) = &error { (error_line("match_by-error", error)) }
            p.help #match_by-help { (view.t("import-match-help")) }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_forgotten_with_the_target_it_was_made_for() {
        let kept = Column {
            header: "Tel".into(),
            to: Some("phones.0.number".into()),
            label: Some("mobile".into()),
            ..Column::default()
        };
        let same = typed_column(&kept, &Form::parse(b"columns.0=phones.0.number"), "columns.0");
        assert_eq!(same, kept);
        let other = typed_column(&kept, &Form::parse(b"columns.0=emails.0.address"), "columns.0");
        assert_eq!((other.to.as_deref(), other.label), (Some("emails.0.address"), None));
        let out = typed_column(&kept, &Form::parse(b"columns.0="), "columns.0");
        assert_eq!((out.to, out.header.as_str()), (None, "Tel"));
    }

    #[test]
    fn the_style_of_dates_is_taken_from_the_form() {
        let kept = Column { to: Some("birthday".into()), ..Column::default() };
        let day = |form: &[u8]| typed_column(&kept, &Form::parse(form), "columns.3").style.day_first;
        assert_eq!(day(b"columns.3=birthday&columns.3.dates=day"), Some(true));
        assert_eq!(day(b"columns.3=birthday&columns.3.dates=month"), Some(false));
        assert_eq!(day(b"columns.3=birthday&columns.3.dates="), None);
    }
}
