//! The words of letters to customers, in each language: ours, until a workspace says it in its own. For administrators.

use kernel::{Error, Language, Locality, Result};
use locale::Locale;
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, chip, icon, view_tabs},
};

use super::{Section, page, section};
use crate::{
    App, View,
    draft::{self, Draft},
    letters::{self, LetterKind, PARTS},
};

const HERE: &str = "/settings/letters";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, list);
    routes.get("/settings/letters/{letter}", Permission::Admin, show);
    routes.post("/settings/letters/{letter}", Permission::Admin, keep);
}

fn list(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let mut rows = Vec::new();
        for letter in letters::all(app) {
            rows.push((letter, letter.own_languages(cx)?));
        }
        let table = html! {
            table.table data-align="middle" {
                thead { tr {
                    th scope="col" { (view.t("letters-letter")) }
                    th scope="col" { (view.t("letters-own")) }
                } }
                tbody { @for (letter, languages) in &rows { tr {
                    th scope="row" {
                        a.link-row href={ (HERE) "/" (letter.key) } { (name(&view, letter)) }
                        small.below { (view.t(&format!("letter-kind-{}-when", letter.key))) }
                    }
                    td {
                        @if languages.is_empty() { span.quiet { (view.t("letters-ours")) } }
                        @for language in languages { (chip(language.own_name())) " " }
                    }
                } } }
            }
        };
        let title = view.t("settings-letters");
        let lead = view.t("letters-lead");
        let body = super::table(&view, "settings-letters", &table);
        let part = Section { id: "letters", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn name(view: &View, letter: &LetterKind) -> String {
    view.t(&format!("letter-kind-{}", letter.key)).into_owned()
}

fn letter_of(app: &App, request: &Request) -> Result<&'static LetterKind> {
    let key = request.params.get("letter");
    letters::all(app).into_iter().find(|letter| letter.key == key).ok_or(Error::NotFound)
}

/// The language whose words are shown: the one asked for, else the workspace's.
fn language_of(said: &str, ours: &Locality) -> Language {
    said.parse().unwrap_or(ours.language)
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let letter = letter_of(app, request)?;
    app.read(request, |cx| {
        let language = language_of(request.query.text("language"), cx.locality());
        let mut kept = Vec::new();
        for part in PARTS {
            kept.push((part, letter.own(cx, language, part)?));
        }
        one(&View::new(app, request, cx)?, letter, language, &Draft::filled(kept))
    })
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let letter = letter_of(app, request)?;
    let language = request.form.text("language");
    let kept = app.write(request, |tx| {
        let language = language.parse().map_err(|_| Error::invalid("language", "not-a-choice"))?;
        letter.keep(tx, language, |part| request.form.text(part))
    });
    let kept = draft::answer(kept)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match kept {
            Ok(()) => Ok(Response::redirect(address(letter, language)).toast(view.t("letters-saved"), None)),
            Err(refused) => {
                let language = language_of(language, cx.locality());
                one(&view, letter, language, &Draft::refused(&request.form, refused))
            }
        }
    })
}

fn address(letter: &LetterKind, language: &str) -> String {
    format!("{HERE}/{}?language={language}", letter.key)
}

fn one(view: &View, letter: &LetterKind, language: Language, draft: &Draft) -> Result<Response> {
    let theirs = Locale::new(&Locality { language, ..view.cx.locality().clone() });
    let title = name(view, letter);
    let lead = view.t(&format!("letter-kind-{}-when", letter.key));
    let labels = PARTS.map(|part| (part, part_label(part)));
    let locale = &view.reading.locale;
    let body = html! {
        (languages(view, letter, language))
        form.form method="post" action={ (HERE) "/" (letter.key) } novalidate {
            (draft.summary(locale, &labels))
            input type="hidden" name="language" value=(language.code());
            @for (part, label) in labels {
                @let ours = letter.pattern(&theirs, part);
                @let field = draft.field(locale, part, label).attribute("placeholder", &ours).attribute("lang", language.code()).wide();
                @if part == "subject" { (field) } @else { (field.textarea().attribute("rows", rows(&ours))) }
            }
            (fields(view, letter))
            div.form-actions { (button(view.t("save")).primary()) }
        }
        (preview(view, letter, &theirs, draft)?)
    };
    let part = Section { id: "letter", title: &title, lead: Some(&lead), action: html! {}, body };
    let body = html! {
        a.settings-up href=(HERE) { (icon("chevron-left")) (view.t("settings-letters")) }
        (section(&part))
    };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn part_label(part: &str) -> &'static str {
    if part == "subject" { "letters-subject" } else { "letters-words" }
}

fn rows(text: &str) -> String {
    (text.lines().count() + 2).max(4).to_string()
}

fn languages(view: &View, letter: &LetterKind, current: Language) -> Markup {
    let tab = |language: Language| {
        (address(letter, language.code()).into(), language.own_name().into(), language == current)
    };
    let tabs: Vec<_> = Language::ALL.into_iter().map(tab).collect();
    view_tabs(&view.t("letters-languages"), &tabs)
}

/// What the words may name.
fn fields(view: &View, letter: &LetterKind) -> Markup {
    html! {
        details.fold open {
            summary { (view.t("letters-fields")) }
            dl.letter-fields { @for field in letter.fields {
                dt { code { "{{" (field) "}}" } }
                dd { (view.t(&format!("letter-field-{field}"))) }
            } }
        }
    }
}

/// The words as they stand in the form, for somebody who does not exist.
fn preview(view: &View, letter: &LetterKind, theirs: &Locale, draft: &Draft) -> Result<Markup> {
    let workspace = identity::workspaces::find(view.cx)?.name;
    let tomorrow = view.cx.today().tomorrow().unwrap_or(view.cx.today());
    let when = theirs.date_long(tomorrow);
    let example = |field: &str| match field {
        "workspace" => workspace.clone(),
        "when" => when.clone(),
        other => theirs.t(&format!("letter-example-{other}")).into_owned(),
    };
    let values: Vec<(&str, String)> = letter.fields.iter().map(|field| (*field, example(field))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(field, value)| (*field, value.as_str())).collect();
    let said = |part: &str| match draft.text(part).trim() {
        "" => letters::filled(&letter.pattern(theirs, part), &values),
        own => letters::filled(own, &values),
    };
    Ok(html! {
        section.letter-preview aria-labelledby="letter-preview" {
            h3 #letter-preview { (view.t("letters-preview")) }
            pre.letter tabindex="0" aria-label=(view.t("letters-preview")) lang=(theirs.language().code()) {
                b { (said("subject")) } "\n\n" (said("lead"))
            }
            p.quiet { (view.t("letters-preview-help")) }
        }
    })
}
