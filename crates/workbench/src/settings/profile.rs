//! The profile: one's name, language and time zone, and how pages look.

use identity::users::{self, Profile};
use kernel::{Error, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, field_id},
};

use super::{Section, page, section};
use crate::{
    App, View, choices,
    draft::{self, Draft},
};

const HERE: &str = "/settings/profile";

const LABELS: [(&str, &str); 5] = [
    ("name", "field-your-name"),
    ("language", "field-language"),
    ("time_zone", "field-time-zone"),
    ("theme", "profile-theme"),
    ("density", "profile-density"),
];

/// What can be chosen about looks, with the keys of the texts.
const THEMES: [(&str, &str); 3] =
    [("system", "theme-system"), ("light", "theme-light"), ("dark", "theme-dark")];
const DENSITIES: [(&str, &str); 2] = [("comfortable", "density-comfortable"), ("compact", "density-compact")];

pub(super) fn routes(routes: &mut Routes<App>) {
    // The settings open here.
    routes.get("/settings", Permission::SignedIn, show);
    routes.get(HERE, Permission::SignedIn, show);
    routes.post(HERE, Permission::SignedIn, change);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let user = users::find(cx, request.signed_in()?.user)?;
        let zone = user.time_zone.iana_name().unwrap_or("UTC").to_owned();
        let draft = Draft::filled([
            ("name", user.name),
            ("language", user.language.code().to_owned()),
            ("time_zone", zone),
            ("theme", user.theme.key().to_owned()),
            ("density", user.density.key().to_owned()),
        ]);
        Ok(form(&View::new(app, request, cx)?, &draft))
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let text = |name: &str| typed.text(name).to_owned();
    let profile = Profile {
        name: text("name"),
        language: text("language"),
        time_zone: text("time_zone"),
        theme: text("theme"),
        density: text("density"),
    };
    let changed = app.write(request, |tx| users::update_profile(tx, &profile));
    let changed = draft::answer(changed)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => {
                // This browser may have chosen otherwise before; the newer choice counts.
                let gone = Some(std::time::Duration::ZERO);
                let response = Response::redirect(HERE).cookie("theme", "", gone).cookie("density", "", gone);
                let language = typed.text("language").parse().map_err(|()| Error::NotFound)?;
                Ok(response.toast(locale::text(language, "profile-saved"), None))
            }
            Err(refused) => Ok(form(&view, &Draft::refused(typed, refused))),
        }
    })
}

fn form(view: &View, draft: &Draft) -> Response {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let body = html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (field("name", "field-your-name").autocomplete("name").required())
            (field("language", "field-language").select(choices::languages()))
            (field("time_zone", "field-time-zone").select(choices::time_zones(draft.text("time_zone"))))
            (segments(view, draft, "theme", "profile-theme", &THEMES))
            (segments(view, draft, "density", "profile-density", &DENSITIES))
            div.form-actions { (button(view.t("save")).primary()) }
        }
    };
    let title = view.t("settings-profile");
    let lead = view.t("profile-lead");
    let part = Section { id: "profile", title: &title, lead: Some(&lead), action: html! {}, body };
    page(view, HERE, &section(&part)).status(draft.status())
}

/// A few choices side by side, of which one is taken.
fn segments(view: &View, draft: &Draft, name: &str, label: &str, choices: &[(&str, &str)]) -> Markup {
    let label_id = format!("{}-label", field_id(name));
    html! {
        div.field {
            span.label id=(label_id) { (view.t(label)) }
            div {
                div.segments role="radiogroup" aria-labelledby=(label_id) {
                    @for (value, text) in choices {
                        label {
                            input type="radio" name=(name) value=(value) checked[draft.text(name) == *value];
                            (view.t(text))
                        }
                    }
                }
            }
        }
    }
}
