//! The choices: what is printed, on which sheet from which label on, which address, which wording. Whatever changes
//! shows its effect at once.

use records::field::addresses::LABELS;
use web::{
    Markup, html,
    html::{Choice, button, field},
};
use workbench::View;

use super::{HERE, Head};
use crate::{
    order::{ENVELOPES, Order, What},
    printing,
    sheet::SHEETS,
    template::{self, Kind},
};

/// What the form itself chooses; the rest of the address is passed on.
const CHOSEN: [&str; 8] =
    ["what", "template", "sheet", "start", "households", "address", "envelope", "object"];

pub(super) fn form(view: &View, head: &Head) -> Markup {
    let order = head.order;
    html! {
        form.form #print-choices method="get" action=(HERE) hx-get=(HERE) hx-trigger="change" hx-target="#print" hx-swap="outerHTML" {
            input type="hidden" name="object" value=(order.selection.object.key);
            @for (name, value) in order.form.iter().filter(|(name, _)| !CHOSEN.contains(name)) {
                input type="hidden" name=(name) value=(value);
            }
            (field("what", view.t("print-what")).select(whats(view, order)).value(order.what.key()))
            @match order.what {
                What::Labels => {
                    (field("sheet", view.t("print-sheet")).select(sheets(view)).value(order.sheet.key))
                    (start(view, order))
                }
                What::Envelopes => (field("envelope", view.t("print-envelope")).select(envelopes()).value(order.envelope.key)),
                What::Letters => (wording(view, order)),
                What::IndexCards | What::CallList | What::Cards => {}
            }
            @if order.what.is_mail() {
                (field("address", view.t("print-address")).select(addresses(view)).value(order.address.as_str()))
            }
            @if matches!(order.what, What::Labels | What::Envelopes) {
                // Says "no" when the box is not ticked.
                div {
                    input type="hidden" name="households" value="0";
                    (field("households", view.t("print-households")).checkbox(order.households).value("1").help(view.t("print-households-help")))
                }
            }
            noscript { div.form-actions { (button(view.t("print-show"))) } }
        }
    }
}

fn whats<'a>(view: &View, order: &Order) -> Vec<Choice<'a>> {
    let posts = order.selection.object.fields.iter().any(|field| field.kind.key() == "addresses");
    let offered = What::ALL.iter().filter(|what| posts || !what.is_mail());
    offered.map(|what| Choice::new(what.key(), view.t(&format!("print-{}", what.key())))).collect()
}

fn sheets<'a>(view: &View) -> Vec<Choice<'a>> {
    let size = |length: f64| view.reading.locale.number((length * 10.0).round() as i64, 1);
    let text = |sheet: &crate::sheet::Sheet| {
        let measures = format!("{} × {}", size(sheet.width), size(sheet.height));
        view.tf(
            "print-sheet-of",
            &[("name", sheet.name.into()), ("size", measures.into()), ("count", sheet.labels().into())],
        )
    };
    SHEETS.iter().map(|sheet| Choice::new(sheet.key, text(sheet))).collect()
}

fn envelopes<'a>() -> Vec<Choice<'a>> {
    let text =
        |name: &str, width: f64, height: f64| format!("{name} · {} × {} mm", width.round(), height.round());
    ENVELOPES
        .iter()
        .map(|envelope| Choice::new(envelope.key, text(envelope.name, envelope.width, envelope.height)))
        .collect()
}

fn addresses<'a>(view: &View) -> Vec<Choice<'a>> {
    let labelled = LABELS.iter().map(|label| {
        let name = view.t(&format!("label-{label}"));
        Choice::new(*label, view.tf("print-address-first", &[("label", name.into())]))
    });
    std::iter::once(Choice::new("", view.t("print-address-any"))).chain(labelled).collect()
}

/// Which letter, with the way to write another.
fn wording(view: &View, order: &Order) -> Markup {
    let all = template::all(view.cx).unwrap_or_default();
    let wordings: Vec<_> = all.iter().filter(|template| template.kind == Kind::Wording).collect();
    let chosen = wordings.iter().find(|template| template.key == order.template).or(wordings.first());
    let key = chosen.map_or("", |template| template.key.as_str());
    let choices = wordings
        .iter()
        .map(|template| Choice::new(template.key.clone(), printing::title(&view.reading, template)));
    html! {
        div {
            (field("template", view.t("print-wording")).select(choices).value(key))
            @if view.request.visitor.role() >= Some(kernel::Role::Admin) {
                p.small.to-wording { a.link href={ "/settings/templates/" (key) } { (view.t("print-change-wording")) } }
            }
        }
    }
}

/// The sheet as it lies before one: the first label that is still there is clicked.
fn start(view: &View, order: &Order) -> Markup {
    let sheet = order.sheet;
    html! {
        fieldset.field.start-cell {
            legend.label { (view.t("print-start")) }
            div.sheet-cells data-columns=(sheet.columns) data-rows=(sheet.rows) {
                @for at in 0..sheet.labels() {
                    label data-used[at < order.start] {
                        input type="radio" name="start" value=(at + 1) checked[at == order.start]
                            aria-label=(view.tf("print-label-number", &[("number", (at + 1).into())]));
                        span aria-hidden="true" { (at + 1) }
                    }
                }
            }
            p.help { (view.t("print-start-help")) }
        }
    }
}
