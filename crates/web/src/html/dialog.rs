//! Dialogs in the middle of the screen, native ones.

use maud::{Markup, html};

use crate::html::button::button;

#[derive(Debug)]
pub struct Dialog<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// The label of the button that closes it.
    pub close: &'a str,
    pub large: bool,
    pub body: Markup,
    /// Buttons; none when the body has its own.
    pub footer: Option<Markup>,
}

pub fn dialog(dialog: &Dialog) -> Markup {
    let title = format!("{}-title", dialog.id);
    let size = dialog.large.then_some("l");
    html! {
        dialog.dialog id=(dialog.id) data-size=[size] aria-labelledby=(title) {
            (header(&title, dialog.title, dialog.close))
            div.body { (dialog.body) }
            @if let Some(footer) = &dialog.footer { footer { (footer) } }
        }
    }
}

/// The head of a dialog: its title, and the button that closes it without script.
pub(crate) fn header(title_id: &str, title: &str, close: &str) -> Markup {
    html! {
        header {
            h2 id=(title_id) { (title) }
            form method="dialog" { (button(close).plain().icon_only("x")) }
        }
    }
}
