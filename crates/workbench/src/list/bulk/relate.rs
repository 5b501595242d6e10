//! Relating many cards with one: the kind of relation first, then the card and the role.

use kernel::{FieldErrors, Result, Text};
use records::{
    Field, Object,
    bulk::{Bulk, Deed, Relation, Which},
    field::reference,
    object::ObjectKind,
    query::steps::{self, Step, Way},
};
use web::{
    Response, html,
    html::{Choice, PageHead, button, error_summary, field, link_button, page_head},
};

use super::carried;
use crate::{View, link::kind_text, pick, view::Page};

/// What the forms call it.
pub(super) const DEED: &str = "relate";

/// The relations that cards of the object may have.
fn steps(view: &View, object: &Object) -> Result<Vec<Step>> {
    let mut found = steps::all(view.cx, object)?;
    found.retain(|step| matches!(step.way, Way::Relation { .. }) && step.object.kind == ObjectKind::Card);
    Ok(found)
}

/// Cards of the object may have relations.
pub(super) fn possible(view: &View, object: &Object) -> bool {
    steps(view, object).is_ok_and(|steps| !steps.is_empty())
}

fn named(view: &View, step: &Step) -> Result<String> {
    let Way::Relation { kind, forth, .. } = &step.way else { return Ok(String::new()) };
    Ok(format!("{} · {}", kind_text(view, kind, *forth)?, view.one(&step.object)))
}

/// Which relation, and then with which card.
pub(super) fn choose(
    view: &View,
    object: &Object,
    which: &Which,
    wrong: Option<&FieldErrors>,
) -> Result<Response> {
    let count =
        Bulk { object: object.key.to_owned(), which: which.clone(), deed: Deed::Trash }.count(view.cx)?;
    let form = &view.request.form;
    let chosen = steps::find(view.cx, object, form.text("step")).ok();
    let number = view.reading.locale.integer(count as i64);
    let title = view.tf("bulk-relate-title", &[("count", number.into())]);
    let lines: Vec<_> = wrong
        .into_iter()
        .flat_map(|errors| &errors.0)
        .map(|(name, text)| (name.clone().into(), view.render(text).into()))
        .collect();
    let mut choices = Vec::new();
    for step in steps(view, object)? {
        choices.push(Choice::new(step.written(), named(view, &step)?));
    }
    let ways = ["add", "remove"].map(|how| Choice::new(how, view.t(&format!("bulk-relate-{how}"))));
    let to = Field::new("to", reference::Reference { object: None });
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("bulk-relate-lead")), actions: html! {} }))
        form.form method="post" action={ "/" (object.path) "/bulk/preview" } novalidate {
            @if !lines.is_empty() { (error_summary(&view.t("form-errors"), &lines)) }
            (carried(which))
            input type="hidden" name="deed" value=(DEED);
            @match &chosen {
                None => {
                    (field("how", view.t("bulk-how")).select(ways).value(form.text("how").to_owned()))
                    (field("step", view.t("link-kind")).select(choices))
                }
                Some(step) => {
                    input type="hidden" name="how" value=(form.text("how"));
                    input type="hidden" name="step" value=(step.written());
                    (pick::control(view, &to, Some(step.object.key), form.text("to"), &named(view, step)?, None))
                    (field("role", view.t("link-role")).value(form.text("role").to_owned()).optional(view.t("optional"))
                        .help(if form.text("how") == "remove" { view.t("bulk-relate-role") } else { "".into() }))
                }
            }
            div.form-actions {
                @if chosen.is_some() { (button(view.t("bulk-preview")).primary().named("ready", "1")) }
                @else { (button(view.t("next")).primary()) }
                (link_button(format!("/{}", object.path), view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title.clone(), format!("/{}", object.path), body)))
}

/// The deed that the form describes.
pub(super) fn deed(view: &View, object: &Object) -> Result<Result<Deed, FieldErrors>> {
    let form = &view.request.form;
    let wrong = |name: &str, key: &'static str| Ok(Err(FieldErrors::of(name, Text::new(key))));
    let Ok(Step { way: Way::Relation { kind, forth, .. }, object: other }) =
        steps::find(view.cx, object, form.text("step"))
    else {
        return wrong("step", "not-a-choice");
    };
    let value = form.text("to").into();
    let Some((named, card)) = reference::target(&value).filter(|(named, _)| *named == other.key) else {
        return wrong("to", "required");
    };
    // A card that the reader does not see is none.
    records::record::find(view.cx, &other, card)?;
    let role = form.text("role").to_owned();
    let relation = Relation { kind, forth, object: named.to_owned(), card, role };
    Ok(Ok(if form.text("how") == "remove" { Deed::Unrelate(relation) } else { Deed::Relate(relation) }))
}

/// What the deed is about, in words: "Works at · Berg Marine · Captain".
pub(super) fn told(view: &View, relation: &Relation) -> Result<String> {
    let value = reference::reference(&relation.object, relation.card);
    let titles = records::record::titles(view.cx, std::iter::once(&value))?;
    let title = titles.get(&relation.card).cloned().unwrap_or_default();
    let parts = [kind_text(view, &relation.kind, relation.forth)?, title, relation.role.trim().to_owned()];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}
