//! The cards side by side, as a form: which one stays, and for each field that differs whose value, or all of them.

use std::collections::HashMap;

use kernel::Result;
use records::{
    Field, Json, Record, links,
    merge::{Choice, FieldPlan, Plan, fingerprint},
};
use web::{
    Markup, html,
    html::{AvatarSize, button, icon, link_button},
};

use crate::{View, view::card_avatar};

/// Where the form stands.
pub(crate) enum Place {
    /// On a page of its own.
    Page,
    /// Among the pairs to be worked through: its buttons have keys, and the next pair follows. The first holds what
    /// else can be done with the pair.
    Pairs { back: String, others: Markup },
}

pub(crate) fn form(view: &View, plan: &Plan, chosen: &HashMap<String, Choice>, place: &Place) -> Markup {
    let object = &plan.object;
    let (differ, same): (Vec<&FieldPlan>, Vec<&FieldPlan>) =
        plan.fields.iter().partition(|field| !field.settled);
    let count = view.tf("merge-cards", &[("count", plan.members.len().into())]);
    html! {
        form.merge #merge method="post" action={ "/" (object.path) "/merge" } {
            input type="hidden" name="at" value=(view.reading.now.micros());
            @for member in &plan.members {
                input type="hidden" name="id" value=(member.id);
                input type="hidden" name={ "seen." (member.id) } value=(fingerprint(member));
            }
            @if let Place::Pairs { back, .. } = place { input type="hidden" name="back" value=(back); }
            div.merge-frame role="region" aria-label=(view.t("merge-side-by-side")) tabindex="0" {
                div.merge-grid data-cards=(plan.members.len().min(6)) {
                    (heads(view, plan))
                    @for field in &differ { (row(view, plan, field, chosen)) }
                    @if differ.is_empty() { p.merge-none { (view.t("merge-nothing-differs")) } }
                    @for field in &same { (settled(view, plan, field)) }
                    (moves(view, plan))
                }
            }
            div.form-actions {
                @match place {
                    Place::Page => {
                        (button(count).primary().icon("merge"))
                        (link_button(format!("/{}", object.path), view.t("cancel")).plain())
                    },
                    Place::Pairs { others, .. } => {
                        (button(count).primary().icon("merge").attribute("data-key", "m").attribute("aria-keyshortcuts", "m"))
                        (others)
                    },
                }
            }
        }
    }
}

/// The cards: who stays, with the way to each.
fn heads(view: &View, plan: &Plan) -> Markup {
    let label = view.t("merge-stays");
    html! {
        div.merge-row data-head role="radiogroup" aria-label=(label) {
            b.merge-label { (label) }
            @for (at, member) in plan.members.iter().enumerate() {
                @let title = member.title(&view.reading);
                div.merge-card {
                    label {
                        input type="radio" name="survivor" value=(member.id) checked[at == 0];
                        (card_avatar(member, &title, AvatarSize::default()))
                        span { b { (title) } small { (created(view, member)) } }
                    }
                    a.quiet href=(member.address()) target="_blank" aria-label={ (view.t("open")) ": " (title) } title=(view.t("open")) { (icon("external")) }
                }
            }
        }
    }
}

fn created(view: &View, member: &Record) -> String {
    let locale = &view.reading.locale;
    let Some(at) = member.instant("created_at") else { return String::new() };
    view.tf("merge-created", &[("date", locale.date(at.in_zone(&locale.locality().time_zone).date()).into())])
}

/// A field that differs: whose value, or all of them.
fn row(view: &View, plan: &Plan, planned: &FieldPlan, chosen: &HashMap<String, Choice>) -> Markup {
    let Ok(field) = plan.object.field(&planned.key) else { return html! {} };
    let label = view.label(&plan.object, field);
    let choice = chosen.get(&planned.key).copied().unwrap_or(planned.proposed);
    let name = format!("field.{}", planned.key);
    html! {
        div.merge-row role="radiogroup" aria-label=(label) {
            span.merge-label {
                (label)
                @if planned.unites {
                    label.merge-all {
                        input type="radio" name=(name) value="all" checked[choice == Choice::All];
                        (view.t("merge-keep-all"))
                    }
                }
            }
            @for (member, value) in plan.members.iter().zip(&planned.values) {
                label.merge-value {
                    input type="radio" name=(name) value=(member.id) checked[choice == Choice::Of(member.id)];
                    span { (shown(view, field, value)) (whose(view, plan, field, member)) }
                }
            }
        }
    }
}

/// On a phone the values of a field stand below each other, where nothing else says whose they are.
fn whose(view: &View, plan: &Plan, field: &Field, member: &Record) -> Markup {
    html! { @if field.key != plan.object.title { small.merge-whose { (member.title(&view.reading)) } } }
}

/// A field of which all that have it say the same.
fn settled(view: &View, plan: &Plan, planned: &FieldPlan) -> Markup {
    let Ok(field) = plan.object.field(&planned.key) else { return html! {} };
    html! {
        div.merge-row data-settled {
            span.merge-label { (view.label(&plan.object, field)) }
            @for value in &planned.values { span.merge-value { (shown(view, field, value)) } }
        }
    }
}

/// What comes along with each card.
fn moves(view: &View, plan: &Plan) -> Markup {
    let counts =
        plan.members.iter().map(|member| Ok((talks(view, member)?, links::of(view.cx, member.id)?.len())));
    let Ok(counts) = counts.collect::<Result<Vec<_>>>() else { return html! {} };
    if counts.iter().all(|(talks, links)| *talks == 0 && *links == 0) {
        return html! {};
    }
    html! {
        div.merge-row data-settled {
            span.merge-label { (view.t("merge-comes-along")) }
            @for (talks, links) in counts {
                span.merge-value.soft { (view.tf("merge-counts", &[("talks", talks.into()), ("links", links.into())])) }
            }
        }
    }
}

/// Entries of the timeline, counted up to a thousand.
fn talks(view: &View, member: &Record) -> Result<usize> {
    Ok(records::timeline::of_card(view.cx, member.id, None, 1000)?.len())
}

/// A value in plain words, one line for each entry of a list.
fn shown(view: &View, field: &Field, value: &Json) -> Markup {
    if value.is_null() {
        return html! { span.quiet { "–" } };
    }
    if let (Some(id), "file") = (value.get("id").and_then(Json::as_str), field.kind.key()) {
        return html! { img.merge-photo src={ "/files/" (id) } alt=(field.kind.show(value, &view.reading)); };
    }
    match value.as_array() {
        // Lines, not a list: a list inside a label gives the choice no name.
        Some(items) => {
            html! { @for item in items { (field.kind.show(&Json::Array(vec![item.clone()]), &view.reading)) br; } }
        }
        None => {
            let text = field.kind.show(value, &view.reading);
            html! { @for line in text.lines() { (line) br; } }
        }
    }
}
