//! The agenda: appointments below each other, under their days.

use jiff::civil::Date;
use web::{
    Markup, html,
    html::{EmptyState, empty_state},
};
use workbench::View;

use crate::{
    diary::Occurrence,
    slot::{self, Told},
};

pub(super) fn agenda(view: &View, all: &[Occurrence]) -> Markup {
    let zone = &view.reading.locale.locality().time_zone;
    let day = |one: &Occurrence| -> Date { one.days(zone).0.max(first(view)) };
    let mut sorted: Vec<&Occurrence> = all.iter().collect();
    sorted.sort_by_key(|one| (day(one), !one.all_day(), one.starts));
    html! {
        @if all.is_empty() {
            (empty_state(&EmptyState {
                icon: "calendar", tab: None, title: &view.t("diary-nothing"), text: &view.t("diary-nothing-text"), actions: html! {},
            }))
        }
        div.agenda {
            @for stretch in sorted.chunk_by(|one, other| day(one) == day(other)) {
                section {
                    h3 { (view.reading.locale.day_heading(day(stretch[0]), view.reading.today)) }
                    ol.slots { @for one in stretch { (slot::line(view, one, Told::Time)) } }
                }
            }
        }
    }
}

/// What began before the days shown stands under the first of them.
fn first(view: &View) -> Date {
    view.request.query.text("date").parse().unwrap_or(view.reading.today)
}
