//! Bars for work that takes a while.

use maud::{Markup, html};

/// A bar with its label above and a word about how far it is: `1,430 of 2,310 · 40 seconds left`.
pub fn progress(done: u64, total: u64, label: &str, status: &str) -> Markup {
    html! {
        label.job { b { (label) } span { (status) } (bar(done, total, None, None)) }
    }
}

/// A running job in the sidebar, leading to its page. `id` is unique on the page.
pub fn job_link(href: &str, id: &str, done: u64, total: u64, label: &str) -> Markup {
    html! {
        a.job href=(href) {
            b id=(id) { (label) }
            span { (percent(done, total)) " %" }
            (bar(done, total, Some("s"), Some(id)))
        }
    }
}

fn bar(done: u64, total: u64, size: Option<&str>, labelled_by: Option<&str>) -> Markup {
    html! {
        progress data-size=[size] max=(total.max(1)) value=(done.min(total)) aria-labelledby=[labelled_by] {
            (percent(done, total)) " %"
        }
    }
}

/// Rounded, but 100 only when all is done.
fn percent(done: u64, total: u64) -> u64 {
    let (done, total) = (u128::from(done), u128::from(total));
    match (done * 100 + total / 2).checked_div(total) {
        None => 0,
        Some(_) if done >= total => 100,
        Some(percent) => u64::try_from(percent.min(99)).unwrap_or(99),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_at_the_end() {
        for (done, total, expected) in
            [(0, 0, 0), (0, 9, 0), (1430, 2310, 62), (999, 1000, 99), (9, 9, 100), (10, 9, 100)]
        {
            assert_eq!(percent(done, total), expected, "{done} of {total}");
        }
    }
}
