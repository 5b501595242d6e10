//! The live region at the foot of the screen, and what the page before has to say in it.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::flash::Flash;

/// What the region says by itself.
#[derive(Debug, Clone, Default)]
pub struct ToastTexts<'a> {
    pub undo: Cow<'a, str>,
    /// When the server cannot be reached.
    pub offline: Cow<'a, str>,
    /// When the server failed.
    pub failed: Cow<'a, str>,
}

pub fn toast_region(flash: Option<&Flash>, texts: &ToastTexts) -> Markup {
    html! {
        k-toast role="status" aria-live="polite" data-undo=(texts.undo) data-offline=(texts.offline) data-failed=(texts.failed) {
            @if let Some(flash) = flash {
                div.toast {
                    span { (flash.text) }
                    @if let Some(undo) = &flash.undo {
                        form method="post" action=(undo) { button { (texts.undo) } }
                    }
                }
            }
        }
    }
}
