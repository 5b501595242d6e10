//! The page that sets up an installation: the workspace, where it is at home, and its owner. Everything that can be
//! guessed is filled in.

use identity::FirstRun;
use kernel::{Country, Error, Language, Result, Scope};
use locale::{Locale, places};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{button, icon},
};

use super::{let_in, page};
use crate::{
    App, choices,
    draft::{self, Draft},
};

const LABELS: [(&str, &str); 9] = [
    ("token", "first-run-token"),
    ("workspace_name", "first-run-workspace-name"),
    ("language", "field-language"),
    ("country", "field-country"),
    ("currency", "field-currency"),
    ("time_zone", "field-time-zone"),
    ("name", "field-your-name"),
    ("email", "field-email"),
    ("password", "field-password"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/welcome", Permission::Anyone, show);
    routes.post("/welcome", Permission::Anyone, set_up);
}

/// Whether nobody has set this installation up.
pub(super) fn is_due(app: &App) -> Result<bool> {
    app.db.read(&Scope::global(), identity::is_first_run)
}

fn show(app: &App, request: &Request) -> Result<Response> {
    if !is_due(app)? {
        return Ok(Response::redirect("/"));
    }
    let language = request.scope().locality.language;
    let guess = Guess::new(request, language);
    let token = ("token", request.query.text("token").to_owned());
    let draft = Draft::filled(guess.fields().into_iter().chain([token]));
    Ok(form(app, request, language, &draft))
}

fn set_up(app: &App, request: &Request) -> Result<Response> {
    if !is_due(app)? {
        return Ok(Response::redirect("/"));
    }
    let typed = &request.form;
    let language = typed.text("language").parse().unwrap_or(request.scope().locality.language);
    if let Ok(wanted) = typed.text("switch").parse() {
        let values = in_language(request, language, wanted);
        let draft = Draft::filled(values.iter().map(|(name, value)| (name, value.to_owned())));
        return Ok(form(app, request, wanted, &draft));
    }
    let made = token_fits(app, typed).and_then(|()| identity::set_up(&app.db, &first_run(typed), |_| Ok(())));
    match draft::answer(made)? {
        Ok((workspace, user)) => let_in(app, request, user, workspace),
        Err(refused) => Ok(form(app, request, language, &Draft::refused(typed, refused))),
    }
}

fn first_run(typed: &Form) -> FirstRun {
    let text = |name: &str| typed.text(name).to_owned();
    FirstRun {
        workspace_name: text("workspace_name"),
        language: text("language"),
        country: text("country"),
        currency: text("currency"),
        time_zone: text("time_zone"),
        name: text("name"),
        email: text("email"),
        password: typed.get("password").unwrap_or_default().to_owned(),
    }
}

fn token_fits(app: &App, typed: &Form) -> Result<()> {
    match &app.first_run_token {
        Some(expected) if !same(expected, typed.text("token")) => {
            Err(Error::invalid("token", "first-run-token-wrong"))
        }
        _ => Ok(()),
    }
}

/// Whether two secrets are the same, in a time that does not say where they differ.
fn same(expected: &str, given: &str) -> bool {
    let differences =
        expected.bytes().zip(given.bytes()).fold(0, |sum, (a, b)| std::hint::black_box(sum | (a ^ b)));
    expected.len() == given.len() && differences == 0
}

/// What was typed, in another language; what had only been guessed is guessed anew.
fn in_language(request: &Request, former: Language, wanted: Language) -> Form {
    let (before, after) = (Guess::new(request, former), Guess::new(request, wanted));
    let mut form = request.form.clone().without("switch").without("password");
    for ((name, guessed), (_, better)) in before.fields().into_iter().zip(after.fields()) {
        if form.text(name) == guessed {
            form = form.with(name, better);
        }
    }
    form.with("language", wanted.code())
}

/// Where somebody probably is.
struct Guess {
    language: Language,
    country: Country,
}

impl Guess {
    /// From the regions of the languages that the browser asks for: `da-DK`, `zh-Hans-CN`.
    fn new(request: &Request, language: Language) -> Guess {
        let wanted = request.header("accept-language").unwrap_or_default();
        let tags = wanted.split(',').map(|part| part.split(';').next().unwrap_or_default().trim());
        let mut regions = tags.filter(|tag| Language::from_tag(tag) == Some(language)).filter_map(region_of);
        Guess { language, country: regions.next().unwrap_or_else(|| places::home_of(language)) }
    }

    fn fields(&self) -> [(&'static str, String); 4] {
        let currency = places::currency_of(self.country);
        [
            ("language", self.language.code().to_owned()),
            ("country", self.country.to_string()),
            ("currency", currency.map(|currency| currency.to_string()).unwrap_or_default()),
            ("time_zone", places::time_zone_of(self.country).unwrap_or("UTC").to_owned()),
        ]
    }
}

fn region_of(tag: &str) -> Option<Country> {
    let region = tag.split('-').skip(1).find(|part| part.len() == 2)?;
    Country::new(region).filter(|country| places::currency_of(*country).is_some())
}

fn form(app: &App, request: &Request, language: Language, draft: &Draft) -> Response {
    let locality = kernel::Locality { language, ..(*request.scope().locality).clone() };
    let locale = Locale::new(&locality);
    let field = |name, label| draft.field(&locale, name, label);
    let body = html! {
        h1 { (locale.t("first-run-title")) }
        p.lead { (locale.t("first-run-lead")) }
        form.form #welcome method="post" action="/welcome" novalidate {
            (draft.summary(&locale, &LABELS))
            input type="hidden" name="language" value=(language.code());
            @if app.first_run_token.is_some() {
                (field("token", "first-run-token").help(locale.t("first-run-token-help")).autocomplete("off").required())
            }
            fieldset.fieldset {
                legend { (locale.t("first-run-workspace")) }
                (field("workspace_name", "first-run-workspace-name").autocomplete("organization").required())
                (field("country", "field-country").select(choices::countries(&locale)).help(locale.t("first-run-country-help")))
                (field("currency", "field-currency").select(choices::currencies(&locale)))
                k-zone data-guess[!draft.is_refused()] {
                    (field("time_zone", "field-time-zone").select(choices::time_zones(draft.text("time_zone"))))
                }
            }
            fieldset.fieldset {
                legend { (locale.t("first-run-you")) }
                (field("name", "field-your-name").autocomplete("name").required())
                (field("email", "field-email").email().autocomplete("username").help(locale.t("first-run-email-help")).required())
                (field("password", "field-password").password("new-password").help(locale.t("password-help")).required())
            }
            (button(locale.t("first-run-open")).primary())
        }
        // After the form, so that Enter sends it rather than changing the language.
        (languages(&locale, language))
    };
    page(request, &locale, true, body).status(draft.status())
}

/// The page in another language, with everything that was typed.
fn languages(locale: &Locale, current: Language) -> Markup {
    html! {
        div.languages role="group" aria-label=(locale.t("field-language")) {
            (icon("globe"))
            @for language in Language::ALL {
                button.link form="welcome" name="switch" value=(language.code()) lang=(language.code()) formnovalidate
                    aria-pressed=(language == current) { (language.own_name()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_compared_whole() {
        assert!(same("secret", "secret"));
        for wrong in ["", "secre", "secrets", "Secret"] {
            assert!(!same("secret", wrong), "{wrong}");
        }
    }

    #[test]
    fn the_region_stands_after_the_script() {
        for (tag, expected) in
            [("da-DK", Some("DK")), ("zh-Hans-CN", Some("CN")), ("en", None), ("en-XX", None)]
        {
            assert_eq!(region_of(tag).map(|country| country.to_string()).as_deref(), expected, "{tag}");
        }
    }
}
