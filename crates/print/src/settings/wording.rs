//! The form of a letter's wording: a part for each language, and the fields that may stand in it.

use web::{
    Form, Markup, html,
    html::{Choice, field},
};
use workbench::View;

use crate::{
    values,
    wording::{Mistake, Part, Version, Wording},
};

/// Languages that a letter may have, as cards know them.
const LANGUAGES: &[&str] = &[
    "en", "da", "sv", "no", "fi", "de", "fr", "es", "it", "nl", "pl", "tr", "bg", "ru", "uk", "ar", "zh",
    "ja", "ko",
];
/// More than this many versions nobody has.
const MOST: usize = 30;

/// The versions of the form that say anything.
pub(super) fn typed(form: &Form) -> Wording {
    let version = |at: usize| Version {
        language: form.text(&format!("{at}.language")).to_owned(),
        subject: form.text(&format!("{at}.subject")).to_owned(),
        body: form.get(&format!("{at}.body")).unwrap_or_default().trim().to_owned(),
    };
    let versions = (0..MOST).map(version);
    let said = |version: &Version| {
        LANGUAGES.contains(&version.language.as_str())
            && !(version.subject.is_empty() && version.body.is_empty())
    };
    Wording { versions: versions.filter(said).collect() }
}

/// The language of the version that is to be shown.
pub(super) fn shown<'a>(view: &'a View) -> &'a str {
    let form = &view.request.form;
    form.get(&format!("{}.language", form.text("shown")))
        .unwrap_or_else(|| view.reading.locale.language().code())
}

/// A mistake in a sentence: the language, the line, and what is wrong there.
pub(super) fn said(view: &View, source: &str, mistake: &Mistake) -> String {
    let versions = Wording::read(source).versions;
    let language = versions.get(mistake.version).map_or("", |version| version.language.as_str());
    let part = match mistake.part {
        Part::Subject => "print-subject",
        Part::Body => "print-body",
    };
    view.tf(
        "print-wording-wrong",
        &[
            ("language", view.t(&format!("language-{language}")).into()),
            ("part", view.t(part).into()),
            ("line", mistake.wrong.line.into()),
            ("wrong", view.render(&mistake.wrong.text).into()),
        ],
    )
}

pub(super) fn editor(view: &View, wording: &Wording) -> Markup {
    let used: Vec<&str> = wording.versions.iter().map(|version| version.language.as_str()).collect();
    let next = LANGUAGES.iter().find(|language| !used.contains(language)).copied().unwrap_or("en");
    let open = used.iter().position(|language| *language == shown(view)).unwrap_or_default();
    let fresh = Version { language: next.to_owned(), ..Version::default() };
    html! {
        div.versions {
            @for (at, version) in wording.versions.iter().enumerate() {
                details.version open[at == open] {
                    summary { b { (view.t(&format!("language-{}", version.language))) } span.soft { (version.subject) } }
                    (parts(view, at, version, at == open))
                }
            }
            details.version {
                summary { (view.t("print-add-language")) }
                (parts(view, wording.versions.len(), &fresh, false))
            }
        }
        (fields(view))
    }
}

fn parts(view: &View, at: usize, version: &Version, shown: bool) -> Markup {
    let languages = LANGUAGES.iter().map(|code| Choice::new(*code, view.t(&format!("language-{code}"))));
    html! {
        div.form {
            (field(format!("{at}.language"), view.t("print-language")).select(languages).value(version.language.as_str()))
            (field(format!("{at}.subject"), view.t("print-subject")).value(version.subject.as_str()).wide())
            (field(format!("{at}.body"), view.t("print-body")).textarea().value(version.body.as_str()).wide().attribute("rows", "14"))
            label.check {
                input type="radio" name="shown" value=(at) checked[shown];
                span { (view.t("print-preview-this")) }
            }
        }
    }
}

/// What can be put in, by what it is called.
fn fields(view: &View) -> Markup {
    let object = view.catalog.cards().next();
    html! {
        details.fold {
            summary { (view.t("print-fields")) }
            p.small.soft { (view.t("print-fields-help")) }
            @if let Some(object) = object {
                dl.merge-fields {
                    @for (key, label) in values::offered(object, &view.reading.locale) {
                        div { dt { code { "{{" (key) "}}" } } dd { (label) } }
                    }
                }
            }
        }
    }
}
