//! The head of a page: where it is, what it is called, its views and its one primary button.

use std::borrow::Cow;

use maud::{Markup, html};

#[derive(Debug)]
pub struct PageHead<'a> {
    pub title: &'a str,
    pub count: Option<Cow<'a, str>>,
    /// A sentence below.
    pub lead: Option<Cow<'a, str>>,
    /// Buttons; the primary one last.
    pub actions: Markup,
}

pub fn page_head(head: &PageHead) -> Markup {
    html! {
        header.page-head {
            h1 { (head.title) }
            @if let Some(count) = &head.count { span.count #count role="status" { (count) } }
            @if !head.actions.0.is_empty() { div.end { (head.actions) } }
            @if let Some(lead) = &head.lead { p.lead { (lead) } }
        }
    }
}

/// The way to this page: addresses and names, and the name of the page itself.
pub fn crumbs(label: &str, way: &[(Cow<'_, str>, Cow<'_, str>)], here: &str) -> Markup {
    html! {
        nav.crumbs aria-label=(label) {
            ol {
                @for (href, text) in way { li { a href=(href) { (text) } } }
                li { (here) }
            }
        }
    }
}

/// The views of a list: address, name, and whether it is the one shown.
pub fn view_tabs(label: &str, views: &[(Cow<'_, str>, Cow<'_, str>, bool)]) -> Markup {
    html! {
        nav.view-tabs aria-label=(label) {
            @for (href, text, current) in views {
                a href=(href) aria-current=[current.then_some("page")] { (text) }
            }
        }
    }
}
