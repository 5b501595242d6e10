//! What every page can open over itself: the search palette, and the list of shortcuts.

use std::borrow::Cow;

use maud::{Markup, html};

use super::ShellTexts;
use crate::html::{dialog::header, icon::large_icon};

/// Shortcuts under a heading.
#[derive(Debug, Clone)]
pub struct ShortcutGroup<'a> {
    pub heading: Cow<'a, str>,
    pub shortcuts: Vec<Shortcut<'a>>,
}

#[derive(Debug, Clone)]
pub struct Shortcut<'a> {
    pub text: Cow<'a, str>,
    /// Keys with spaces between them: `g t`.
    pub keys: &'a str,
}

pub(super) fn palette(texts: &ShellTexts) -> Markup {
    html! {
        k-palette {
            dialog.palette aria-label=(texts.search) {
                form action="/search" role="search" {
                    (large_icon("search"))
                    input name="q" type="text" role="combobox" aria-label=(texts.search_or_do) aria-expanded="false"
                        aria-controls="results" aria-autocomplete="list" aria-activedescendant=""
                        placeholder=(texts.search_or_do) autocomplete="off" autocapitalize="off"
                        spellcheck="false" enterkeyhint="go";
                    kbd { "Esc" }
                }
                div.results #results role="listbox" aria-label=(texts.results) {}
                footer {
                    span { kbd { "↑" } " " kbd { "↓" } " " (texts.choose) }
                    span { kbd { "Enter" } " " (texts.open) }
                    span { kbd { "Ctrl" } " " kbd { "Enter" } " " (texts.in_new_tab) }
                }
            }
        }
    }
}

pub(super) fn shortcuts(groups: &[ShortcutGroup], texts: &ShellTexts) -> Markup {
    html! {
        k-shortcuts {
            dialog.dialog data-size="l" aria-labelledby="shortcuts-title" {
                (header("shortcuts-title", &texts.shortcuts, &texts.close))
                div.body.shortcuts {
                    @for group in groups {
                        section {
                            h3 { (group.heading) }
                            @for shortcut in &group.shortcuts { div { (shortcut.text) (keys(shortcut.keys)) } }
                        }
                    }
                }
            }
        }
    }
}

fn keys(keys: &str) -> Markup {
    html! {
        @if keys.contains(' ') {
            span { @for (place, key) in keys.split(' ').enumerate() { @if place > 0 { " " } kbd { (key) } } }
        } @else {
            kbd { (keys) }
        }
    }
}
