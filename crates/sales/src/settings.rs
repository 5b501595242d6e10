//! Settings → Pipelines: the stages of each pipeline, their order, chances, demands and checklists. Each button keeps the whole form,
//! so nothing that was typed is lost.

use kernel::{Error, FieldErrors, Result};
use records::object::object;
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Choice, Tone, button, field, notice},
};
use workbench::{
    App, View,
    settings::{Section, page, section},
};

use crate::{
    deal,
    pipeline::{self, Check, Outcome, Pipeline, Pipelines, Stage, may_be_required},
};

const HERE: &str = "/settings/pipelines";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-pipelines");

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, keep);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        whole(&view, &*pipeline::of(cx)?, &FieldErrors::default())
    })
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let known = app.read(request, pipeline::of)?;
    let mut wanted = read(&request.form, &known);
    let kept = act(&mut wanted, request.form.text("act"), app, request)
        .and_then(|()| app.write(request, |tx| pipeline::keep(tx, wanted.clone())));
    match kept {
        Ok(()) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(Response::redirect(HERE).toast(view.t("pipelines-kept"), None))
        }),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(whole(&view, &wanted, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(Error::Conflict(text)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let errors = FieldErrors::of("pipelines", text);
            Ok(whole(&view, &wanted, &errors)?.status(StatusCode::CONFLICT))
        }),
        Err(error) => Err(error),
    }
}

/// What a button asks for beside keeping the form: `up:0.2`, `down:0.2`, `remove:0.2`, `add:0`, `remove:1`, `add`.
fn act(wanted: &mut Pipelines, act: &str, app: &App, request: &Request) -> Result<()> {
    let (verb, place) = act.split_once(':').unwrap_or((act, ""));
    let mut places = place.split('.').filter_map(|part| part.parse::<usize>().ok());
    let (pipeline, stage) = (places.next(), places.next());
    let new_name =
        || app.read(request, |cx| Ok(View::new(app, request, cx)?.t("stage-new-name").into_owned()));
    match (verb, pipeline, stage) {
        ("", ..) => {}
        ("up", Some(at), Some(stage)) if stage > 0 => stages(wanted, at)?.swap(stage, stage - 1),
        ("down", Some(at), Some(stage)) => {
            let stages = stages(wanted, at)?;
            if stage + 1 < stages.len() {
                stages.swap(stage, stage + 1);
            }
        }
        ("remove", Some(at), Some(stage)) if stage < stages(wanted, at)?.len() => {
            stages(wanted, at)?.remove(stage);
        }
        ("remove", Some(at), None) if at < wanted.pipelines.len() => {
            wanted.pipelines.remove(at);
        }
        ("add", Some(at), None) => {
            let name = new_name()?;
            let stages = stages(wanted, at)?;
            // Before those at its end.
            let end = stages.iter().position(|stage| stage.outcome != Outcome::Open).unwrap_or(stages.len());
            let forecast = "pipeline".to_owned();
            stages.insert(end, Stage { name, forecast, probability: 50, ..Stage::default() });
        }
        ("add", None, None) => {
            let mut begun = wanted.pipelines.first().cloned().unwrap_or_default();
            begun.key.clear();
            begun.name = request.form.text("new").to_owned();
            for stage in &mut begun.stages {
                stage.key.clear();
                stage.checklist.iter_mut().for_each(|check| check.key.clear());
            }
            wanted.pipelines.push(begun);
        }
        _ => return Err(Error::NotFound),
    }
    Ok(())
}

fn stages(wanted: &mut Pipelines, at: usize) -> Result<&mut Vec<Stage>> {
    wanted.pipelines.get_mut(at).map(|pipeline| &mut pipeline.stages).ok_or(Error::NotFound)
}

/// The pipelines as the form has them.
fn read(form: &Form, known: &Pipelines) -> Pipelines {
    let count = |name: &str| form.text(name).parse::<usize>().unwrap_or(0).min(pipeline::MOST_STAGES + 1);
    let pipelines = (0..count("pipelines")).map(|at| Pipeline {
        key: form.text(&format!("{at}.key")).to_owned(),
        name: form.text(&format!("{at}.name")).trim().to_owned(),
        stages: (0..count(&format!("{at}.stages"))).map(|place| read_stage(form, at, place, known)).collect(),
    });
    Pipelines { pipelines: pipelines.collect(), version: form.text("version").parse().unwrap_or(-1) }
}

fn read_stage(form: &Form, at: usize, place: usize, known: &Pipelines) -> Stage {
    let name = |part: &str| format!("{at}.{place}.{part}");
    let text = |part: &str| form.text(&name(part)).trim().to_owned();
    let key = text("key");
    let had = known.stage(&key).map(|(_, stage)| stage.checklist.as_slice()).unwrap_or_default();
    let checks = form.text(&name("checklist")).lines().map(str::trim).filter(|line| !line.is_empty());
    let check = |line: &str| match had.iter().find(|check| check.text == line) {
        Some(check) => check.clone(),
        None => Check { text: line.chars().take(200).collect(), ..Check::default() },
    };
    let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.key() == text("outcome"));
    let forecast = deal::FORECASTS.iter().find(|forecast| **forecast == text("forecast"));
    Stage {
        name: text("name"),
        // What is no number is told as one that is too large.
        probability: text("probability").parse().unwrap_or(u8::MAX),
        outcome: outcome.unwrap_or_default(),
        forecast: (*forecast.unwrap_or(&"pipeline")).to_owned(),
        requires: form.all(&name("requires")).filter(|key| !key.is_empty()).map(str::to_owned).collect(),
        checklist: checks.map(check).collect(),
        stale_after: text("stale_after").parse().ok().filter(|days| *days > 0),
        key,
    }
}

fn whole(view: &View, pipelines: &Pipelines, errors: &FieldErrors) -> Result<Response> {
    let deal = object(view.cx, deal::KEY)?;
    let fields: Vec<(String, String)> = deal
        .fields
        .iter()
        .filter(|field| may_be_required(&deal, &field.key))
        .map(|field| (field.key.clone(), view.label(&deal, field).into_owned()))
        .collect();
    let form = StagesForm { view, errors, fields };
    let (title, lead) = (view.t("settings-pipelines"), view.t("pipelines-lead"));
    let body = html! {
        (form.said("pipelines"))
        form.form #stages method="post" action=(HERE) novalidate {
            input type="hidden" name="version" value=(pipelines.version);
            input type="hidden" name="pipelines" value=(pipelines.pipelines.len());
            @for (at, pipeline) in pipelines.pipelines.iter().enumerate() { (form.pipeline(at, pipeline, pipelines)) }
            div.form-actions { (button(view.t("save"))) }
            details.fold {
                summary { (view.t("pipeline-add")) }
                p.help { (view.t("pipeline-add-lead")) }
                (field("new", view.t("pipeline-name")))
                div.form-actions { (button(view.t("pipeline-add")).named("act", "add")) }
            }
        }
    };
    // The first of the form's buttons, so that Enter keeps it.
    let action = html! { (button(view.t("save")).primary().attribute("form", "stages")) };
    let whole = Section { id: "pipelines", title: &title, lead: Some(&lead), action, body };
    Ok(page(view, HERE, &section(&whole)))
}

struct StagesForm<'a> {
    view: &'a View<'a>,
    errors: &'a FieldErrors,
    /// The fields that a stage may ask for, with their labels.
    fields: Vec<(String, String)>,
}

impl StagesForm<'_> {
    fn said(&self, place: &str) -> Markup {
        let text = self.errors.get(place);
        html! { @if let Some(text) = text { (notice(Some(Tone::Warning), &html! { (self.view.render(text)) }, None)) } }
    }

    fn line(&self, name: String, label: &str, value: String) -> web::html::Field<'static> {
        let error = self.errors.get(&name).map(|text| self.view.render(text));
        field(name, self.view.t(label).into_owned()).value(value).error(error)
    }

    fn pipeline(&self, at: usize, pipeline: &Pipeline, all: &Pipelines) -> Markup {
        let view = self.view;
        let several = all.pipelines.len() > 1;
        html! {
            fieldset.fieldset {
                legend { (view.tf("pipeline-one", &[("name", pipeline.name.as_str().into())])) }
                input type="hidden" name={ (at) ".key" } value=(pipeline.key);
                input type="hidden" name={ (at) ".stages" } value=(pipeline.stages.len());
                (self.line(format!("{at}.name"), "pipeline-name", pipeline.name.clone()).required())
                (self.said(&format!("{at}.stages")))
                @for (place, stage) in pipeline.stages.iter().enumerate() { (self.stage(at, place, stage)) }
                div.form-actions {
                    (button(view.t("stage-add")).small().icon("plus").named("act", &format!("add:{at}")))
                    @if several {
                        (button(view.t("pipeline-remove")).plain().small().named("act", &format!("remove:{at}")))
                    }
                }
            }
        }
    }

    fn stage(&self, at: usize, place: usize, stage: &Stage) -> Markup {
        let view = self.view;
        let name = |part: &str| format!("{at}.{place}.{part}");
        let wrong = self.errors.0.iter().any(|(key, _)| key.starts_with(&format!("{at}.{place}.")));
        let outcomes = Outcome::ALL
            .map(|outcome| Choice::new(outcome.key(), view.t(&format!("deal-state-{}", outcome.key()))));
        let forecasts = deal::FORECASTS.iter().map(|forecast| {
            Choice::new(*forecast, view.t(&format!("forecast-{}", forecast.replace('_', "-"))))
        });
        let checklist: Vec<&str> = stage.checklist.iter().map(|check| check.text.as_str()).collect();
        // What was no chance is shown as it was typed.
        let typed = || view.request.form.text(&name("probability")).to_owned();
        let probability = if stage.probability > 100 { typed() } else { stage.probability.to_string() };
        let args = [("name", stage.name.as_str().into())];
        let act = |verb: &str| format!("{verb}:{at}.{place}");
        html! {
            details.fold open[wrong] {
                summary {
                    (stage.name) " "
                    span.quiet { (view.tf("stage-in-short", &[("chance", probability.as_str().into())])) }
                }
                fieldset.fieldset {
                    legend.hidden { (view.tf("stage-one", &args)) }
                    input type="hidden" name=(name("key")) value=(stage.key);
                    (self.line(name("name"), "stage-name", stage.name.clone()).required())
                    (self.line(name("probability"), "stage-probability", probability.clone()).short().attribute("inputmode", "numeric"))
                    (self.line(name("outcome"), "stage-outcome", stage.outcome.key().to_owned()).select(outcomes).short())
                    (self.line(name("forecast"), "stage-forecast", stage.forecast.clone()).select(forecasts).short())
                    (self.line(name("stale_after"), "stage-stale-after", stage.stale_after.map(|days| days.to_string()).unwrap_or_default())
                        .short().attribute("inputmode", "numeric").help(view.t("stage-stale-help")))
                    (self.requires(name("requires"), stage))
                    (self.line(name("checklist"), "stage-checklist", checklist.join("\n")).textarea().help(view.t("stage-checklist-help")))
                    div.form-actions {
                        (button(view.tf("stage-up", &args)).plain().small().icon_only("chevron-up").named("act", &act("up")))
                        (button(view.tf("stage-down", &args)).plain().small().icon_only("chevron-down").named("act", &act("down")))
                        (button(view.t("stage-remove")).plain().small().named("act", &act("remove")))
                    }
                }
            }
        }
    }

    fn requires(&self, name: String, stage: &Stage) -> Markup {
        let boxes = html! {
            div.checks #(web::html::field_id(&name)) role="group" {
                @for (key, label) in &self.fields {
                    label.check { input type="checkbox" name=(name) value=(key) checked[stage.requires.contains(key)]; span { (label) } }
                }
            }
        };
        html! { (self.line(name.clone(), "stage-requires", String::new()).own(boxes)) }
    }
}
