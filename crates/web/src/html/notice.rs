//! A sentence that concerns the whole screen.

use maud::{Markup, html};

use crate::html::{
    chip::Tone,
    icon::{icon, large_icon},
};

/// `body` is a `p`, or for [`Tone::Stop`] a `div` with a `strong`; `action` is an address and what it does.
pub fn notice(tone: Option<Tone>, body: &Markup, action: Option<(&str, &str)>) -> Markup {
    let sign = match tone {
        Some(Tone::Stop) => large_icon("ban"),
        Some(Tone::Warning) => icon("alert"),
        Some(Tone::Negative) => icon("error"),
        Some(Tone::Positive) => icon("check"),
        Some(Tone::Accent) | None => icon("info"),
    };
    let role = (tone == Some(Tone::Stop)).then_some("note");
    html! {
        div.notice data-tone=[tone.map(Tone::key)] role=[role] {
            (sign)
            (body)
            @if let Some((href, text)) = action { a href=(href) { (text) } }
        }
    }
}
