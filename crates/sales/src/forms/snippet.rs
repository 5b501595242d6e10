//! What somebody pastes into a page of their own site: a plain form that sends to ours, and a few lines of script that say where the
//! visitor came from. Without the script it works too.

use records::{Object, field::Control};
use web::{Markup, html};
use workbench::View;

use super::{ADDRESS, LeadForm, askable, asked_as, post::ORIGIN, sent_as, spam};

/// The script: where somebody first landed is remembered as long as their visit lasts. Nothing is stored that outlives it, and
/// nothing is asked from anywhere but the form's own address.
const SCRIPT: &str = r#"(function () {
  var form = document.currentScript.previousElementSibling, here = new URLSearchParams(location.search);
  var seen = JSON.parse(sessionStorage.getItem("kartotek") || "null") || { landing_page: location.href, referrer: document.referrer };
  here.forEach(function (value, name) { if (name.indexOf("utm_") === 0) seen[name] = value; });
  sessionStorage.setItem("kartotek", JSON.stringify(seen));
  Object.keys(seen).forEach(function (name) { if (form.elements[name]) form.elements[name].value = seen[name]; });
  fetch(form.action, { headers: { accept: "application/json" } }).then(function (answer) { return answer.json(); })
    .then(function (described) { form.elements._stamp.value = described.stamp; });
})();"#;

pub(super) fn snippet(view: &View, form: &LeadForm, lead: &Object, site: &str) -> String {
    let action = format!("{}{}", site.trim_end_matches('/'), form.address());
    let locale = locale::Locale::new(&kernel::Locality {
        language: form.language(view.cx.locality().language),
        ..view.cx.locality().clone()
    });
    let mut lines = vec![format!(r#"<form method="post" action="{action}" accept-charset="utf-8">"#)];
    for ask in &form.asks {
        let Some(field) = askable(lead).find(|field| field.key == ask.field) else { continue };
        if ask.field == "addresses" {
            for (part, known) in ADDRESS {
                let label = locale.t(&format!("part-{}", part.replace('_', "-")));
                let line = html! { p { label { (label) " " input name=(part) autocomplete=(known); } } };
                lines.push(line.into_string());
            }
            continue;
        }
        let label = asked_as(&locale, lead, ask, field);
        let control = control(&ask.field, ask.required, &field.kind.control(), |option| {
            let reading = &view.reading;
            field
                .kind
                .show(&option.into(), &records::field::Reading { locale: locale.clone(), ..reading.clone() })
        });
        lines.push(html! { p { label { (label) " " (control) } } }.into_string());
    }
    if !form.consent.is_empty() {
        lines.push(
            html! { p { label { input type="checkbox" name="consent" value="yes"; " " (form.consent) } } }
                .into_string(),
        );
    }
    // Programs fill it in; people do not see it.
    lines
        .push(html! { p hidden { input name=(spam::TRAP) tabindex="-1" autocomplete="off"; } }.into_string());
    for name in ORIGIN.iter().map(|(name, _)| *name).chain([spam::STAMP]) {
        lines.push(html! { input type="hidden" name=(name); }.into_string());
    }
    let send = if form.button.is_empty() { locale.t("form-send").into_owned() } else { form.button.clone() };
    lines.push(html! { button { (send) } }.into_string());
    lines.push("</form>".to_owned());
    lines.push(format!("<script>{SCRIPT}</script>"));
    lines.join("\n")
}

fn control(field: &str, required: bool, control: &Control, shown: impl Fn(&str) -> String) -> Markup {
    let name = sent_as(field);
    let kind = match field {
        "emails" => "email",
        "phones" => "tel",
        _ => "text",
    };
    html! {
        @match control {
            Control::Lines => textarea name=(name) required[required] {},
            Control::Tick => input type="checkbox" name=(name) value="yes";,
            Control::Choice { options, .. } => select name=(name) required[required] {
                option value="" {}
                @for option in options { option value=(option) { (shown(option)) } }
            },
            Control::Choices { options, .. } => select name=(name) multiple {
                @for option in options { option value=(option) { (shown(option)) } }
            },
            _ => input type=(kind) name=(name) required[required];,
        }
    }
}
