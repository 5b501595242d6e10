//! What was merged at night without asking: each line with its Undo, and one Undo for all of them.

use kernel::Result;
use records::{
    Object,
    duplicates::night::{self, NightMerge, UndoNights},
};
use web::{
    Markup, Request, Response, html,
    html::{button, post_button},
};

use super::Asked;
use crate::{App, View};

/// Merges listed at once.
const SHOWN: usize = 100;

pub(super) fn address(object: &Object) -> String {
    format!("/duplicates?of={}&state=merged", object.key)
}

/// `None` when nothing was merged.
pub(super) fn list(view: &View, asked: &Asked) -> Result<Option<Markup>> {
    let merges = night::lately(view.cx, &asked.object, SHOWN)?;
    if merges.is_empty() {
        return Ok(None);
    }
    let all = html! {
        form method="post" action="/duplicates/undo-nights" {
            input type="hidden" name="of" value=(asked.object.key);
            (button(view.t("duplicates-undo-all")).icon("undo"))
        }
    };
    Ok(Some(html! {
        section.section aria-labelledby="merged" {
            header { h2 #merged { (view.t("duplicates-merged-title")) } (all) p { (view.t("duplicates-merged-lead")) } }
            @for merge in &merges { (line(view, merge)) }
        }
    }))
}

fn line(view: &View, merge: &NightMerge) -> Markup {
    let when = view.reading.locale.relative(merge.at, view.reading.now);
    let into = view.tf("duplicates-merged-into", &[("count", merge.cards.into()), ("when", when.into())]);
    let names: Vec<String> = merge.merged.iter().map(|card| card.title(&view.reading)).collect();
    html! {
        div.setting {
            div {
                b { a href=(merge.survivor.address()) { (merge.survivor.title(&view.reading)) } }
                @if !names.is_empty() { small { (names.join(", ")) } }
                small { (into) }
            }
            (post_button(&format!("/changes/{}/undo", merge.set), &button(view.t("undo")).small()))
        }
    }
}

pub(super) fn undo_all(app: &App, request: &Request) -> Result<Response> {
    let asked = app.read(request, |cx| Asked::of(cx, &request.form))?;
    app.write(request, |tx| jobs::enqueue(tx, &UndoNights { object: asked.object.key.to_owned() }))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(Response::redirect(asked.address()).toast(view.t("toast-duplicates-undoing"), None))
    })
}
