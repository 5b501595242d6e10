//! The workspace: its name, where it is at home, and taking all of it along. For administrators.

use identity::workspaces::{self, WorkspaceForm};
use kernel::{Error, Result};
use records::duplicates::night::{self, AtNight};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, button, field, link_button, post_button},
};

use super::{Section, done, page, section};
use crate::{
    App, View, choices,
    draft::{self, Draft},
};

const HERE: &str = "/settings/workspace";

const LABELS: [(&str, &str); 5] = [
    ("name", "field-name"),
    ("language", "field-language"),
    ("country", "field-country"),
    ("currency", "field-currency"),
    ("time_zone", "field-time-zone"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, change);
    routes.post("/settings/workspace/duplicates", Permission::Admin, at_night);
}

fn at_night(app: &App, request: &Request) -> Result<Response> {
    let wanted = AtNight::from_key(request.form.text("at_night"));
    let wanted = wanted.ok_or_else(|| Error::invalid("at_night", "not-a-choice"))?;
    app.write(request, |tx| night::set_at_night(tx, wanted))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "workspace-saved")))
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let kept = workspaces::find(cx)?;
        let draft = Draft::filled([
            ("name", kept.name),
            ("language", kept.language.code().to_owned()),
            ("country", kept.country.to_string()),
            ("currency", kept.currency.to_string()),
            ("time_zone", kept.time_zone.iana_name().unwrap_or("UTC").to_owned()),
        ]);
        whole(&View::new(app, request, cx)?, &draft)
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let text = |name: &str| typed.text(name).to_owned();
    let form = WorkspaceForm {
        name: text("name"),
        language: text("language"),
        country: text("country"),
        currency: text("currency"),
        time_zone: text("time_zone"),
    };
    let changed = draft::answer(app.write(request, |tx| workspaces::update(tx, &form)))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => Ok(done(&view, HERE, "workspace-saved")),
            Err(refused) => whole(&view, &Draft::refused(typed, refused)),
        }
    })
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let has_sample = workspaces::setting::<serde_json::Value>(view.cx, "sample")?.is_some();
    let body = html! { (form(view, draft)) (duplicates(view)?) (cards(view, has_sample)) };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let body = html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (field("name", "field-name").autocomplete("organization").required())
            (field("language", "field-language").select(choices::languages()).help(view.t("workspace-language-help")))
            (field("country", "field-country").select(choices::countries(locale)).help(view.t("first-run-country-help")))
            (field("currency", "field-currency").select(choices::currencies(locale)))
            (field("time_zone", "field-time-zone").select(choices::time_zones(draft.text("time_zone"))))
            div.form-actions { (button(view.t("save")).primary()) }
        }
    };
    let title = view.t("settings-workspace");
    let lead = view.t("workspace-lead");
    section(&Section { id: "workspace", title: &title, lead: Some(&lead), action: html! {}, body })
}

/// What becomes at night of cards that surely are one.
fn duplicates(view: &View) -> Result<Markup> {
    let kept = night::at_night(view.cx)?;
    let choice =
        |known: AtNight| Choice::new(known.key(), view.t(&format!("duplicates-at-night-{}", known.key())));
    let body = html! {
        form.form method="post" action="/settings/workspace/duplicates" {
            (field("at_night", view.t("duplicates-at-night"))
                .select(AtNight::ALL.map(choice))
                .value(kept.key())
                .help(view.t("duplicates-at-night-help")))
            div.form-actions { (button(view.t("save"))) }
        }
    };
    let title = view.t("nav-duplicates");
    Ok(section(&Section { id: "duplicates", title: &title, lead: None, action: html! {}, body }))
}

fn cards(view: &View, has_sample: bool) -> Markup {
    let line = |title: &str, help: &str, action: Markup| {
        html! { div.setting { div { b { (view.t(title)) } small { (view.t(help)) } } (action) } }
    };
    let body = html! {
        (line("workspace-export", "workspace-export-help", html! {
            (link_button("/export/workspace", view.t("workspace-export-do")).icon("download").flag("download"))
        }))
        @if has_sample {
            (line("workspace-sample", "workspace-sample-help",
                post_button("/sample/remove", &button(view.t("workspace-sample-remove")))))
        }
    };
    let title = view.t("workspace-cards");
    section(&Section { id: "cards", title: &title, lead: None, action: html! {}, body })
}
