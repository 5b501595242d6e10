//! Settings → Templates: what the product prints with, to be read, changed and taken back, the workspace's own letters,
//! and who sends them.

mod edit;
mod example;
mod wording;

use kernel::{Error, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, Tone, button, chip, field},
};
use workbench::{
    App, View,
    settings::{Section, page, section, table},
};

use crate::{
    printing,
    template::{self, Kind, Template},
};

pub(crate) const HERE: &str = "/settings/templates";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-templates");

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, add);
    routes.post("/settings/templates/sender", Permission::Admin, keep_sender);
    edit::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, None))
}

/// A letter of one's own, which begins as another.
fn add(app: &App, request: &Request) -> Result<Response> {
    let name = request.form.text("name").to_owned();
    let added = app.write(request, |tx| {
        let from = template::find(tx, request.form.text("from"))?;
        if from.kind != Kind::Wording {
            return Err(Error::NotFound);
        }
        template::add_wording(tx, &name, from.source)
    });
    match added {
        Ok(key) => Ok(Response::redirect(format!("{HERE}/{key}"))),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let said = errors.get("name").map(|text| view.render(text)).unwrap_or_default();
            Ok(whole(&view, Some(said))?.status(web::StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

fn keep_sender(app: &App, request: &Request) -> Result<Response> {
    let lines = request.form.get("sender").unwrap_or_default();
    let lines: String =
        lines.lines().take(8).map(|line| line.chars().take(120).collect::<String>() + "\n").collect();
    app.write(request, |tx| printing::set_sender(tx, &lines))?;
    let locale = locale::Locale::new(&request.scope().locality);
    Ok(Response::redirect(HERE).toast(locale.t("print-sender-kept"), None))
}

fn whole(view: &View, name_error: Option<String>) -> Result<Response> {
    let all = template::all(view.cx)?;
    let (title, lead) = (view.t("settings-templates"), view.t("print-templates-lead"));
    let list = Section {
        id: "templates",
        title: &title,
        lead: Some(&lead),
        action: html! {},
        body: list(view, &all),
    };
    let new_title = view.t("print-new-letter");
    let new = Section {
        id: "new",
        title: &new_title,
        lead: None,
        action: html! {},
        body: new(view, &all, name_error),
    };
    let (sender_title, sender_lead) = (view.t("print-sender"), view.t("print-sender-lead"));
    let sender = printing::sender(view.cx)?.join("\n");
    let sender = Section {
        id: "sender",
        title: &sender_title,
        lead: Some(&sender_lead),
        action: html! {},
        body: html! {
            form.form method="post" action="/settings/templates/sender" {
                (field("sender", view.t("print-sender-lines")).textarea().value(sender))
                div.form-actions { (button(view.t("save"))) }
            }
        },
    };
    Ok(page(view, HERE, &html! { (section(&list)) (section(&new)) (section(&sender)) }))
}

fn list(view: &View, all: &[Template]) -> Markup {
    let kind = |template: &Template| match template.kind {
        Kind::Wording => view.t("print-kind-wording"),
        Kind::Layout(_) => view.t("print-kind-layout"),
    };
    let body = html! {
        table.table {
            thead { tr {
                th scope="col" { (view.t("print-template")) }
                th scope="col" { (view.t("print-kind")) }
                th scope="col" data-wide { (view.t("print-state")) }
            } }
            tbody {
                @for template in all {
                    tr {
                        th scope="row" { a.link href={ (HERE) "/" (template.key) } { (printing::title(&view.reading, template)) } }
                        td { (kind(template)) }
                        td data-wide { (state(view, template)) }
                    }
                }
            }
        }
    };
    table(view, "settings-templates", &body)
}

fn state(view: &View, template: &Template) -> Markup {
    html! {
        @match (template.built_in, template.changed) {
            (true, true) => (chip(view.t("print-changed")).tone(Tone::Accent)),
            (true, false) => span.soft { (view.t("print-original")) },
            (false, _) => (chip(view.t("print-own"))),
        }
    }
}

fn new(view: &View, all: &[Template], error: Option<String>) -> Markup {
    let wordings = all.iter().filter(|template| template.kind == Kind::Wording);
    let choices =
        wordings.map(|template| Choice::new(template.key.clone(), printing::title(&view.reading, template)));
    html! {
        form.form method="post" action=(HERE) {
            (field("name", view.t("print-name")).value(view.request.form.text("name")).error(error).required())
            (field("from", view.t("print-begin-with")).select(choices).value(view.request.form.text("from")))
            div.form-actions { (button(view.t("print-add-letter"))) }
        }
    }
}
