//! Settings → Forms: what strangers are asked, where it leads, and the lines to paste into one's own site.

use kernel::{Error, FieldErrors, Result};
use mail::Post as Site;
use people::person::SOURCES;
use records::{Filter, Object, Operator, Query, object::object, query};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Choice, Tone, button, chip, error_summary, field, link_button},
};
use workbench::{
    App, View,
    settings::{Section, page, section, table},
};

use super::{Ask, LeadForm, add, all, askable, find, keep, set_aside, snippet::snippet};
use crate::lead;

const HERE: &str = "/settings/forms";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-forms");

/// Names of inputs, and the texts that label them.
const LABELS: [(&str, &str); 11] = [
    ("name", "form-name"),
    ("language", "form-language"),
    ("title", "form-title"),
    ("intro", "form-intro"),
    ("asks", "form-asks"),
    ("button", "form-button"),
    ("thanks", "form-thanks-text"),
    ("thanks_address", "form-thanks-address"),
    ("source", "lead-source"),
    ("campaign", "lead-campaign"),
    ("consent", "form-consent"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, create);
    routes.get("/settings/forms/{form}", Permission::Admin, show_one);
    routes.post("/settings/forms/{form}", Permission::Admin, change);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| listed(&View::new(app, request, cx)?, &FieldErrors::default()))
}

fn create(app: &App, request: &Request) -> Result<Response> {
    let made = app.write(request, |tx| add(tx, request.form.text("name")));
    match made {
        Ok(id) => Ok(Response::redirect(format!("{HERE}/{id}"))),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(listed(&view, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

fn listed(view: &View, errors: &FieldErrors) -> Result<Response> {
    let forms = all(view.cx)?;
    let lead = object(view.cx, lead::KEY)?;
    let aside = set_aside(view.cx)?;
    let mut rows = Vec::new();
    for form in &forms {
        rows.push((form, leads(view, &lead, form)?));
    }
    let (title, told) = (view.t("settings-forms"), view.t("forms-lead"));
    let action = html! {
        @if aside > 0 { (link_button("/leads/aside", view.tf("form-aside-count", &[("count", aside.into())])).icon("filter")) }
    };
    let body = html! {
        @if !rows.is_empty() {
            (table(view, "settings-forms", &html! {
                table.table data-align="middle" {
                    thead { tr {
                        th scope="col" { (view.t("form-name")) }
                        th scope="col" { (view.t("form-leads")) }
                        th scope="col" { (view.t("form-state")) }
                    } }
                    tbody { @for (form, count) in &rows {
                        tr {
                            th scope="row" { a href={ (HERE) "/" (form.id) } { (form.name) } span.below { (form.address()) } }
                            td { a href=(of_form(form)) { (view.reading.locale.integer(*count as i64)) } }
                            td { @if form.open { (chip(view.t("form-open")).tone(Tone::Positive)) } @else { (chip(view.t("form-not-open"))) } }
                        }
                    } }
                }
            }))
        }
    };
    let known = Section { id: "forms", title: &title, lead: Some(&told), action, body };
    let new = view.t("form-new");
    let error = errors.get("name").map(|text| view.render(text));
    let body = html! {
        form.form method="post" action=(HERE) novalidate {
            (field("name", view.t("form-name")).value(view.request.form.text("name")).help(view.t("form-name-help")).error(error).required())
            div.form-actions { (button(view.t("form-make")).icon("plus")) }
        }
    };
    let make = Section { id: "new-form", title: &new, lead: None, action: html! {}, body };
    Ok(page(view, HERE, &html! { (section(&known)) (section(&make)) }))
}

fn of_form(form: &LeadForm) -> String {
    let filter = Filter::field("form", Operator::Is, &[&form.name]);
    format!("/leads?{}", Form::default().with("view", "all").with("filter", filter.written()).encode())
}

fn leads(view: &View, lead: &std::sync::Arc<Object>, form: &LeadForm) -> Result<u64> {
    let filter = Filter::field("form", Operator::Is, &[&form.name]);
    query::count(view.cx, lead, &Query { filter, ..Query::default() }, 10_000)
}

fn show_one(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let form = find(cx, request.params.id("form")?)?;
        one(&View::new(app, request, cx)?, &form, &FieldErrors::default())
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let kept = app.read(request, |cx| {
        let (lead, kept) = (object(cx, lead::KEY)?, find(cx, request.params.id("form")?)?);
        Ok(typed(&request.form, &lead, kept))
    })?;
    match app.write(request, |tx| keep(tx, &kept)) {
        Ok(()) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(Response::redirect(request.path.clone()).toast(view.t("form-kept"), None))
        }),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(one(&view, &kept, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(Error::Conflict(text)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(one(&view, &kept, &FieldErrors::of("", text))?.status(StatusCode::CONFLICT))
        }),
        Err(error) => Err(error),
    }
}

/// The form as it was typed; what no input says stays.
fn typed(form: &Form, lead: &Object, kept: LeadForm) -> LeadForm {
    let text = |name: &str| form.text(name).to_owned();
    let asked = askable(lead).filter_map(|field| {
        let required = match form.text(&format!("ask.{}", field.key)) {
            "required" => true,
            "optional" => false,
            _ => return None,
        };
        let label: String = form.text(&format!("label.{}", field.key)).chars().take(200).collect();
        Some(Ask { field: field.key.clone(), required, label })
    });
    LeadForm {
        version: form.integer("version").unwrap_or(-1),
        name: text("name"),
        open: form.bool("open"),
        language: text("language"),
        asks: asked.collect(),
        title: text("title"),
        intro: text("intro"),
        button: text("button"),
        thanks: text("thanks"),
        thanks_address: text("thanks_address"),
        source: form.text("source").chars().take(100).collect(),
        campaign: text("campaign"),
        owner: form.id("owner"),
        consent: text("consent"),
        ..kept
    }
}

fn one(view: &View, form: &LeadForm, errors: &FieldErrors) -> Result<Response> {
    let lead = object(view.cx, lead::KEY)?;
    let site = view.cx.part::<Site>().site.clone();
    let address = format!("{}{}", site.trim_end_matches('/'), form.address());
    let drawn = Drawn { view, form, errors };
    let title = form.name.clone();
    let told = view.t("form-one-lead");
    let action = html! { (link_button(form.address(), view.t("form-look")).icon("external")) };
    let body = html! {
        p.address { a.link href=(form.address()) { (address) } }
        (drawn.whole(&lead))
    };
    let edit = Section { id: "form", title: &title, lead: Some(&told), action, body };
    let (paste, paste_lead) = (view.t("form-paste"), view.t("form-paste-lead"));
    let body = html! {
        pre.snippet tabindex="0" { code { (snippet(view, form, &lead, &site)) } }
    };
    let lines = Section { id: "snippet", title: &paste, lead: Some(&paste_lead), action: html! {}, body };
    let (program, program_lead) = (view.t("form-program"), view.t("form-program-lead"));
    let body = html! {
        pre.snippet tabindex="0" { code {
            "curl " (address) " -H 'content-type: application/json' -d '{\"name\": \"Anna Berg\", \"email\": \"anna@berg.example\", \"utm_campaign\": \"spring\"}'"
        } }
        p.help { (view.t("form-program-api")) " " a.link href="/api" { "POST /api/v1/leads" } }
    };
    let api = Section { id: "program", title: &program, lead: Some(&program_lead), action: html! {}, body };
    Ok(page(view, HERE, &html! { (section(&edit)) (section(&lines)) (section(&api)) }))
}

struct Drawn<'a> {
    view: &'a View<'a>,
    form: &'a LeadForm,
    errors: &'a FieldErrors,
}

impl Drawn<'_> {
    fn line(&self, name: &'static str, value: &str) -> web::html::Field<'static> {
        let label = LABELS.iter().find(|(other, _)| *other == name).map_or(name, |(_, key)| key);
        let error = self.errors.get(name).map(|text| self.view.render(text));
        field(name, self.view.t(label).into_owned()).value(value.to_owned()).error(error)
    }

    fn summary(&self) -> Markup {
        let line = |(name, text): &(String, kernel::Text)| {
            let label = LABELS.iter().find(|(other, _)| other == name).map(|(_, key)| self.view.t(key));
            let text = self.view.render(text);
            let said = label.map_or(text.clone(), |label| format!("{label}: {text}"));
            (name.clone().into(), said.into())
        };
        let lines: Vec<_> = self.errors.0.iter().map(line).collect();
        html! { @if !lines.is_empty() { (error_summary(&self.view.t("form-errors"), &lines)) } }
    }

    fn whole(&self, lead: &Object) -> Markup {
        let (view, form) = (self.view, self.form);
        let languages = kernel::Language::ALL
            .map(|language| Choice::new(language.code(), view.t(&format!("language-{}", language.code()))));
        let none = Choice::new("", view.t("form-owner-rules"));
        let mut users: Vec<(String, String)> =
            view.reading.users.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        users.sort_by(|one, other| one.1.cmp(&other.1));
        let owners = std::iter::once(none).chain(users.into_iter().map(|(id, name)| Choice::new(id, name)));
        html! {
            form.form method="post" action={ (HERE) "/" (form.id) } novalidate {
                (self.summary())
                input type="hidden" name="version" value=(form.version);
                (self.line("name", &form.name).help(view.t("form-name-help")).required())
                (field("open", view.t("form-takes")).value("yes").checkbox(form.open))
                (self.line("language", &form.language).select(languages).short())
                (self.asks(lead))
                details.fold open[!form.title.is_empty() || !form.intro.is_empty()] {
                    summary { (view.t("form-words")) }
                    fieldset.fieldset {
                        legend.hidden { (view.t("form-words")) }
                        (self.line("title", &form.title))
                        (self.line("intro", &form.intro).textarea())
                        (self.line("button", &form.button).short())
                        (self.line("thanks", &form.thanks).textarea())
                        (self.line("thanks_address", &form.thanks_address).url().help(view.t("form-thanks-address-help")))
                    }
                }
                (self.line("consent", &form.consent).textarea().help(view.t("form-consent-help")))
                (field("owner", view.t("lead-owner")).value(form.owner.map(|id| id.to_string()).unwrap_or_default()).select(owners).help(view.t("form-owner-help")))
                (self.sources())
                (self.line("campaign", &form.campaign))
                div.form-actions { (button(view.t("save")).primary()) }
            }
        }
    }

    fn sources(&self) -> Markup {
        let (view, source) = (self.view, self.form.source.as_str());
        let known = SOURCES.iter().map(|key| Choice::new(*key, view.t(&format!("source-{key}"))));
        let own = (!source.is_empty() && !SOURCES.contains(&source))
            .then(|| Choice::new(source.to_owned(), source.to_owned()));
        let none = Choice::new("", view.t("form-source-of-link"));
        let choices: Vec<Choice> = std::iter::once(none).chain(known).chain(own).collect();
        html! { (self.line("source", source).select(choices).short()) }
    }

    /// What is asked: one row for each field that strangers may fill in.
    fn asks(&self, lead: &Object) -> Markup {
        let view = self.view;
        let error = self.errors.get("asks").map(|text| view.render(text));
        let choices = ["", "optional", "required"];
        html! {
            fieldset.fieldset #asks {
                legend { (view.t("form-asks")) }
                @if let Some(error) = error { (web::html::error_line("asks-error", &error)) }
                div.asks {
                    @for field in askable(lead) {
                        @let ask = self.form.ask(&field.key);
                        @let chosen = ask.map_or("", |ask| if ask.required { "required" } else { "optional" });
                        @let label = view.label(lead, field);
                        div.ask {
                            span { (label) }
                            select.input data-size="s" name={ "ask." (field.key) } aria-label=(view.tf("form-ask-whether", &[("field", label.as_ref().into())])) {
                                @for choice in choices {
                                    option value=(choice) selected[choice == chosen] { (view.t(if choice.is_empty() { "form-ask-not" } else if choice == "optional" { "form-ask-optional" } else { "form-ask-required" })) }
                                }
                            }
                            input.input data-size="s" name={ "label." (field.key) } value=(ask.map_or("", |ask| ask.label.as_str()))
                                placeholder=(view.t("form-ask-label")) aria-label=(view.tf("form-ask-called", &[("field", label.as_ref().into())]));
                        }
                    }
                }
            }
        }
    }
}
