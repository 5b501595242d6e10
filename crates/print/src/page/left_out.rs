//! Those for whom nothing is printed: each with the reason, and the way to the card.

use web::{Markup, html};
use workbench::View;

use crate::recipients::{LeftOut, Reason};

/// Shown before the rest waits folded.
const AT_FIRST: usize = 12;
/// Shown at all.
const SHOWN: usize = 500;

/// `count` is how many there are, when not all of them are kept.
pub(crate) fn left_out(view: &View, all: &[LeftOut], count: usize) -> Markup {
    let (first, rest) = all.split_at(all.len().min(AT_FIRST));
    html! {
        @if !all.is_empty() {
            section.left-out aria-labelledby="left-out" {
                h2 #left-out { (view.tf("print-left-out", &[("count", count.into())])) }
                ul { @for one in first { (line(view, one)) } }
                @if !rest.is_empty() {
                    details.fold {
                        summary { (view.tf("print-left-out-more", &[("count", (count - first.len()).into())])) }
                        ul { @for one in rest.iter().take(SHOWN) { (line(view, one)) } }
                    }
                }
            }
        }
    }
}

fn line(view: &View, one: &LeftOut) -> Markup {
    html! {
        li {
            a.link href=(one.href) { (one.title) }
            span.soft { (reason(view, &one.reason)) }
        }
    }
}

fn reason(view: &View, reason: &Reason) -> String {
    match reason {
        Reason::NoAddress => view.t("print-no-address").into_owned(),
        Reason::NoPart(part) => view.tf("print-no-part", &[("part", view.t(part).into())]),
        Reason::NoPhone => view.t("print-no-phone").into_owned(),
        Reason::Missing(fields) => {
            let named: Vec<String> = fields.iter().map(|field| label(view, field)).collect();
            view.tf("print-missing", &[("fields", named.join(", ").into())])
        }
        Reason::DoNotContact { whose, why, until } => {
            let mut said = match whose.as_str() {
                "" => view.t("do-not-contact").into_owned(),
                whose => view.tf("print-forbidden-by", &[("whose", whose.into())]),
            };
            if !why.is_empty() {
                said = format!("{said}: {why}");
            }
            match until.parse() {
                Ok(until) => {
                    let date = view.reading.locale.date(until);
                    format!("{said} ({})", view.tf("until-date", &[("date", date.into())]))
                }
                Err(_) => said,
            }
        }
    }
}

/// What a field is called on the cards, else its key.
fn label(view: &View, key: &str) -> String {
    let objects = super::objects(view);
    let offered = objects.iter().flat_map(|object| crate::values::offered(object, &view.reading.locale));
    let mut named = offered.filter(|(known, _)| known == key);
    named.next().map_or_else(|| key.to_owned(), |(_, label)| label)
}
