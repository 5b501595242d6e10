//! Moments: shown the way people say them, exact for machines and on hover.

use maud::{Markup, html};

/// `iso` is what HTML's `datetime` takes: a date, a time, or both.
pub fn time_tag(iso: &str, shown: &str, title: Option<&str>) -> Markup {
    html! { time datetime=(iso) title=[title] { (shown) } }
}
