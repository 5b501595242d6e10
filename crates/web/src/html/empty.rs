//! Nothing here yet: what belongs here, why it helps, and how to begin.

use maud::{Markup, html};

use crate::html::icon::icon;

#[derive(Debug)]
pub struct EmptyState<'a> {
    pub icon: &'a str,
    /// The kind of card whose colour the icon takes.
    pub tab: Option<&'a str>,
    pub title: &'a str,
    pub text: &'a str,
    /// Buttons, and forms with a button.
    pub actions: Markup,
}

pub fn empty_state(state: &EmptyState) -> Markup {
    html! {
        section.empty data-tab=[state.tab] aria-labelledby="empty-title" {
            (icon(state.icon))
            h2 #empty-title { (state.title) }
            p { (state.text) }
            @if !state.actions.0.is_empty() { div.buttons { (state.actions) } }
        }
    }
}

/// A line where a small part of a page is empty; `text` may hold a link.
pub fn empty_note(text: &Markup) -> Markup {
    html! { div.empty data-size="s" { p { (text) } } }
}
