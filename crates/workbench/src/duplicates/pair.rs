//! One pair: why it may be one, the two cards side by side, and the answers.

use std::collections::HashMap;

use kernel::{Id, Result, contact::phone};
use records::{
    duplicates::{self, Reason, State},
    merge,
};
use web::{
    Markup, html,
    html::{Button, Tone, button, chip, link_button},
};

use super::Found;
use crate::{
    View,
    merge::{
        self as screen,
        form::{self, Place},
    },
};

pub(super) fn pair(view: &View, state: State, (pair, one, other): &Found, back: &str) -> Result<Markup> {
    let object = &one.object;
    let plan = merge::plan(view.cx, object, &[pair.one, pair.other], None)?;
    let also = also(view, (pair.one, pair.other), object)?;
    let others = html! {
        @for (to, text, key) in answers(state) {
            (answer(view, text, key).attribute("form", format!("to-{}", to.key())))
        }
    };
    Ok(html! {
        ul.chips.pair-reasons aria-label=(view.t("duplicates-why")) {
            @if pair.is_exact() { li { (chip(view.t("duplicates-sure")).tone(Tone::Positive)) } }
            @for reason in duplicates::reasons(one, other, pair) { li { (chip(told(view, &reason))) } }
        }
        (form::form(view, &plan, &HashMap::new(), &Place::Pairs { back: back.to_owned(), others }))
        @for (to, _, _) in answers(state) {
            form id={ "to-" (to.key()) } method="post" action="/duplicates/decide" {
                @for (name, value) in [("of", object.key), ("to", to.key()), ("back", back)] {
                    input type="hidden" name=(name) value=(value);
                }
                input type="hidden" name="one" value=(pair.one);
                input type="hidden" name="other" value=(pair.other);
            }
        }
        @if also.len() > 2 {
            p.soft {
                (view.tf("duplicates-also", &[("count", (also.len() - 2).into())])) " "
                (link_button(screen::address(object, &also), view.tf("merge-cards", &[("count", also.len().into())])).small())
            }
        }
    })
}

/// What else can be said about a pair, with the key that says it.
fn answers(state: State) -> Vec<(State, &'static str, &'static str)> {
    match state {
        State::Open => {
            vec![(State::Apart, "duplicates-say-apart", "n"), (State::Later, "duplicates-say-later", "l")]
        }
        State::Later => {
            vec![(State::Apart, "duplicates-say-apart", "n"), (State::Open, "duplicates-say-open", "l")]
        }
        State::Apart => vec![(State::Open, "duplicates-say-open", "l")],
    }
}

fn answer<'v>(view: &'v View, text: &'static str, key: &str) -> Button<'v> {
    let answer = button(view.t(text)).attribute("aria-keyshortcuts", key);
    // `n` makes something new wherever there is something to make.
    if key == "n" { answer.flag("data-new") } else { answer.attribute("data-key", key) }
}

/// All that may be the same as either, and the two.
fn also(view: &View, (one, other): (Id, Id), object: &records::Object) -> Result<Vec<Id>> {
    let mut all = vec![one, other];
    for card in [one, other] {
        for pair in duplicates::partners(view.cx, object, card)? {
            all.extend([pair.one, pair.other]);
        }
    }
    let mut seen = Vec::with_capacity(all.len());
    all.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    Ok(all)
}

/// Why, in words.
pub fn told(view: &View, reason: &Reason) -> String {
    let value = match reason.key {
        "phone" | "like-phone" => phone::show(&reason.value, view.reading.locale.locality().country),
        _ => reason.value.clone(),
    };
    view.tf(&format!("duplicate-{}", reason.key), &[("value", value.into())])
}
