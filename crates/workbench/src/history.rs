//! History: what was done in the workspace, by whom and when, down to each field; and taking it back.

mod changed;
mod recent;
mod record;
mod set;

use kernel::Role;
use records::changes::Entry;
use web::{
    Markup, Routes, html,
    html::{Tone, button, chip},
};

use crate::{App, View, place::Place};

/// How many lines a page has.
const AT_ONCE: usize = 50;

pub(crate) fn routes(routes: &mut Routes<App>, places: &[Place]) {
    recent::routes(routes);
    set::routes(routes);
    for place in places {
        record::routes(routes, place);
    }
}

/// What was done: "Edited Anna Berg".
fn label(view: &View, entry: &Entry) -> String {
    let subject = match entry.subject.as_str() {
        "" => view.t("history-several"),
        subject => subject.into(),
    };
    view.tf(&entry.label, &[("subject", subject.into())])
}

/// Through what it was done: the pages, an import, the command line.
fn through(view: &View, through: &str) -> String {
    let key = format!("through-{through}");
    let text = view.t(&key);
    if text == key { through.to_owned() } else { text.into_owned() }
}

/// The button that takes a set back, or the word that it was taken back. `what` tells buttons apart for those who
/// hear the page.
fn undo(view: &View, set: kernel::Id, undone: bool, what: &str) -> Markup {
    if undone {
        return html! { (chip(view.t("history-undone")).tone(Tone::Warning)) };
    }
    if view.request.visitor.role() < Some(Role::Member) {
        return html! {};
    }
    let label = format!("{}: {what}", view.t("undo"));
    html! {
        form.buttons method="post" action={ "/changes/" (set) "/undo" } data-keep {
            (button(view.t("undo")).small().icon("undo").attribute("aria-label", label))
        }
    }
}
