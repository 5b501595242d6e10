//! The type of an own field is changed: first what each value would become, then the change itself, with its undo.

use std::sync::Arc;

use kernel::{Cx, Error, Result};
use records::{
    Field, Object,
    shape::{
        OwnKind, Settings,
        convert::{self, Dependent, Lost, MOST_OPTIONS, Outcome, Sample, Survey, TARGETS, Wanted},
    },
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Choice, PageHead, Tone, button, chip, icon, link_button, notice, page_head, table_frame},
};

use super::{HERE, Section, fields::kind_name, object_of, section};
use crate::{
    App, View,
    draft::{self, Draft},
    view::Page,
};

const LABELS: [(&str, &str); 4] = [
    ("kind", "field-kind"),
    ("options", "field-options"),
    ("unique", "field-unique"),
    ("lost", "type-lost-values"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/objects/{object}/fields/{field}/type", Permission::Admin, show);
    routes.post("/settings/objects/{object}/fields/{field}/type", Permission::Admin, change);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (object, field) = asked(cx, request)?;
        match wanted(&request.query, &field) {
            None => Ok(choose(&view, &object, &field)),
            Some(mut wanted) => {
                if let (OwnKind::Number { decimals }, false) =
                    (&mut wanted.kind, request.query.has("decimals"))
                {
                    *decimals = convert::decimals_of(cx, &object, &field)?;
                }
                preview(&view, &object, &field, &wanted, &Draft::filled([]))
            }
        }
    })
}

fn asked(cx: &Cx, request: &Request) -> Result<(Arc<Object>, Field)> {
    let object = object_of(cx, request)?;
    let field = object.field(request.params.get("field")).map_err(|_| Error::NotFound)?.clone();
    if convert::changeable(&field) { Ok((object, field)) } else { Err(Error::NotFound) }
}

/// The type that an address or a form asks for. Boxes start ticked where that is what most people want.
fn wanted(form: &Form, field: &Field) -> Option<Wanted> {
    let key = form.text("kind");
    if !TARGETS.contains(&key) {
        return None;
    }
    let ticked = |name: &str, first: bool| if form.has("asked") { form.bool(name) } else { first };
    let open = ticked("open", false);
    let settings = Settings {
        decimals: form.text("decimals").parse().unwrap_or(if key == "number" { 2 } else { 0 }),
        open,
        ..Settings::default()
    };
    let kind = OwnKind::of(key, &settings)?;
    let same = kind.key() == field.kind.key() && kind.field_type().decimals() == field.kind.decimals();
    let wanted = Wanted {
        kind,
        options_of_values: ticked("options_of_values", true),
        unique: ticked("unique", field.unique),
    };
    (!same || form.has("asked")).then_some(wanted)
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let (object, field, wanted, survey) = app.read(request, |cx| {
        let (object, field) = asked(cx, request)?;
        let wanted = wanted(&request.form, &field).ok_or(Error::NotFound)?;
        let survey = convert::survey(cx, &object, &field, &wanted)?;
        Ok((object, field, wanted, survey))
    })?;
    let lost = if request.form.text("lost") == "empty" { Lost::LeaveEmpty } else { Lost::Stop };
    let begun = app.write(request, |tx| convert::begin(tx, &object, &field.key, &survey, (&wanted, lost)));
    let begun = draft::answer(begun)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match begun {
            Ok(begun) => {
                let name = view.label(&object, &field).into_owned();
                let key = if begun.job.is_some() { "type-begun" } else { "type-changed" };
                let kind = view.t(&kind_key(survey.kind.key()));
                let text = view.tf(key, &[("name", name.into()), ("kind", kind.into())]);
                let undo = begun.job.is_none().then(|| format!("/changes/{}/undo", begun.set));
                Ok(Response::redirect(format!("{HERE}/{}", object.key)).toast(text, undo))
            }
            Err(refused) => {
                let draft = Draft::refused(&request.form, refused);
                preview(&view, &object, &field, &wanted, &draft)
            }
        }
    })
}

fn kind_key(kind: &str) -> String {
    format!("kind-{}", kind.replace('_', "-"))
}

fn head(view: &View, object: &Object, field: &Field, lead: &str) -> Markup {
    let name = view.label(object, field);
    let title = view.tf("type-change-of", &[("name", name.as_ref().into())]);
    html! {
        a.settings-back data-always href={ (HERE) "/" (object.key) "/fields/" (field.key) } { (icon("chevron-left")) (name) }
        // In a frame of its own: a phone shows it too, since the way back names another page.
        div { (page_head(&PageHead { title: &title, count: None, lead: Some(lead.into()), actions: html! {} })) }
    }
}

fn choose(view: &View, object: &Object, field: &Field) -> Response {
    let now = view.tf("type-now", &[("kind", kind_name(view, field).into())]);
    let offered = TARGETS.into_iter().filter(|kind| *kind != field.kind.key() || *kind == "number");
    let body = html! {
        (head(view, object, field, &now))
        ul.kinds {
            @for kind in offered {
                @let same = if kind == field.kind.key() { "&asked=1" } else { "" };
                li { a href={ (HERE) "/" (object.key) "/fields/" (field.key) "/type?kind=" (kind) (same) } {
                    b { (view.t(&kind_key(kind))) }
                    small { (view.t(&format!("{}-note", kind_key(kind)))) }
                } }
            }
        }
    };
    view.page(Page::new(view.t("type-change"), "/settings", body))
}

/// What would become of every value, and the button that does it.
fn preview(
    view: &View,
    object: &Arc<Object>,
    field: &Field,
    wanted: &Wanted,
    draft: &Draft,
) -> Result<Response> {
    let survey = convert::survey(view.cx, object, field, wanted)?;
    let uses = convert::dependents(view.cx, object, field)?;
    let changing = convert::is_changing(view.cx, object.key, &field.key)?;
    let refused = changing || uses.iter().any(|one| one.refuses);
    let way = [("from", kind_name(view, field).into()), ("to", view.t(&kind_key(survey.kind.key())).into())];
    let body = html! {
        (head(view, object, field, &view.tf("type-from-to", &way)))
        div.settings-one {
            (draft.summary(&view.reading.locale, &LABELS))
            @if changing && !draft.is_refused() { (notice(Some(Tone::Warning), &html! { p { (view.t("type-is-changing")) } }, None)) }
            (settings(view, object, field, wanted))
            (outcomes(view, object, &survey))
            @if !uses.is_empty() { (dependents(view, &uses)) }
            (decision(view, object, field, wanted, &survey, refused))
        }
    };
    Ok(view.page(Page::new(view.t("type-change"), "/settings", body)).status(draft.status()))
}

/// What the new type needs to be told; looked at again without changing anything.
fn settings(view: &View, object: &Object, field: &Field, wanted: &Wanted) -> Markup {
    let locale = &view.reading.locale;
    let kind = wanted.kind.key();
    let chooses = matches!(kind, "select" | "multi_select");
    if kind != "number" && !chooses && !field.unique {
        return html! {};
    }
    let draft = Draft::filled([("decimals", wanted.kind.field_type().decimals().to_string())]);
    let tick = |name: &'static str, label: &str, ticked: bool| {
        html! {
            input type="hidden" name=(name) value="";
            (draft.field(locale, name, label).value("1").help(view.t(&format!("{label}-help"))).checkbox(ticked))
        }
    };
    let decimals = (0..=6).map(|number| Choice::new(number.to_string(), number.to_string()));
    html! {
        form.form method="get" action={ (HERE) "/" (object.key) "/fields/" (field.key) "/type" } {
            input type="hidden" name="kind" value=(kind);
            input type="hidden" name="asked" value="1";
            @if kind == "number" { (draft.field(locale, "decimals", "field-decimals").select(decimals).short()) }
            @if chooses {
                (tick("options_of_values", "type-options-of-values", wanted.options_of_values))
                (tick("open", "field-open", is_open(&wanted.kind)))
            }
            @if field.unique { (tick("unique", "field-unique", wanted.unique)) }
            div.form-actions { (button(view.t("type-look-again")).plain().icon("search")) }
        }
    }
}

fn is_open(kind: &OwnKind) -> bool {
    matches!(kind, OwnKind::Select { open: true, .. } | OwnKind::MultiSelect { open: true, .. })
}

fn outcomes(view: &View, object: &Object, survey: &Survey) -> Markup {
    let number = |count: u64| view.reading.locale.integer(count as i64);
    let counts =
        [(Outcome::Kept, survey.kept), (Outcome::Converted, survey.converted), (Outcome::Lost, survey.lost)];
    let (title, lead) = (view.t("type-outcomes"), view.t("type-outcomes-lead"));
    let body = html! {
        @if survey.filled() == 0 { p.quiet { (view.t("type-no-values")) } }
        @else {
            dl.outcomes { @for (outcome, count) in counts {
                div data-outcome=(key(outcome)) { dt { (view.t(&format!("type-{}", key(outcome)))) } dd { (number(count)) } }
            } }
            (table_frame(&view.t("type-samples"), &samples(view, &survey.samples)))
            (losing(view, object, survey))
        }
        @if survey.too_many_options { (notice(Some(Tone::Warning), &html! { p { (view.tf("too-many-options", &[("max", MOST_OPTIONS.into())])) } }, None)) }
        @if survey.default_lost { (notice(Some(Tone::Warning), &html! { p { (view.t("type-default-lost")) } }, None)) }
    };
    section(&Section { id: "outcomes", title: &title, lead: Some(&lead), action: html! {}, body })
}

fn key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::Converted => "converted",
        Outcome::Lost => "lost",
    }
}

fn samples(view: &View, samples: &[Sample]) -> Markup {
    let tone = |outcome| match outcome {
        Outcome::Lost => Some(Tone::Negative),
        Outcome::Converted => Some(Tone::Warning),
        Outcome::Kept => None,
    };
    html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("type-value-now")) }
                th scope="col" { (view.t("type-value-then")) }
                th.num scope="col" { (view.t("type-cards")) }
                th scope="col" data-wide { span.hidden { (view.t("type-outcome")) } }
            } }
            tbody { @for sample in samples { tr {
                th scope="row" { span.clip { (sample.before) } }
                td {
                    @if sample.outcome == Outcome::Lost { span.quiet { (view.t("type-empty")) } }
                    @else { span.clip { (sample.after) } }
                }
                td.num { (view.reading.locale.integer(sample.count as i64)) }
                td data-wide {
                    @let said = chip(view.t(&format!("type-{}", key(sample.outcome))));
                    @match tone(sample.outcome) { Some(tone) => (said.tone(tone)), None => (said) }
                }
            } } }
        }
    }
}

/// The cards that would have nothing there.
fn losing(view: &View, object: &Object, survey: &Survey) -> Markup {
    if survey.losing.is_empty() {
        return html! {};
    }
    let all = survey.filter.as_ref().map(|filter| {
        let address = Form::default().with("filter", filter.written());
        format!("/{}?{}", object.path, address.encode())
    });
    html! {
        h3.below-table { (view.t("type-losing")) }
        ul.cards-named { @for (id, title) in &survey.losing { li { a href={ "/" (object.path) "/" (id) } { (title) } } } }
        @if let Some(all) = all { p { a href=(all) { (view.t("type-losing-all")) } } }
    }
}

fn dependents(view: &View, uses: &[Dependent]) -> Markup {
    let (title, lead) = (view.t("type-uses"), view.t("type-uses-lead"));
    let body = html! {
        ul.lines { @for one in uses { li {
            span { (one.name) " " span.quiet { (view.t(&format!("type-use-{}", one.used.key()))) } }
            @if one.refuses { (chip(view.t("type-use-refuses")).tone(Tone::Negative)) }
        } } }
    };
    section(&Section { id: "uses", title: &title, lead: Some(&lead), action: html! {}, body })
}

fn decision(
    view: &View,
    object: &Object,
    field: &Field,
    wanted: &Wanted,
    survey: &Survey,
    refused: bool,
) -> Markup {
    let here = format!("{HERE}/{}/fields/{}", object.key, field.key);
    let tick = |holds: bool| if holds { "1" } else { "" };
    let choices =
        [Choice::new("stop", view.t("type-lost-stop")), Choice::new("empty", view.t("type-lost-empty"))];
    let blank = Draft::filled([("lost", "stop".to_owned())]);
    html! {
        form.form method="post" action={ (here) "/type" } {
            input type="hidden" name="kind" value=(wanted.kind.key());
            input type="hidden" name="asked" value="1";
            input type="hidden" name="decimals" value=(wanted.kind.field_type().decimals());
            input type="hidden" name="options_of_values" value=(tick(wanted.options_of_values));
            input type="hidden" name="open" value=(tick(is_open(&wanted.kind)));
            input type="hidden" name="unique" value=(tick(wanted.unique));
            @if survey.lost > 0 { (blank.field(&view.reading.locale, "lost", "type-lost-values").radios(choices)) }
            @else { input type="hidden" name="lost" value="stop"; }
            div.form-actions {
                @if refused { (button(view.t("type-change")).primary().disabled()) }
                @else { (button(view.t("type-change")).primary()) }
                (link_button(here, view.t("cancel")).plain())
            }
            p.note-line { (icon("undo")) (view.t("type-undo-note")) }
        }
    }
}
