//! Chips: a word about a card. The tone underlines the word; it never says something the word does not.

use std::borrow::Cow;

use maud::{Render, html};

use crate::html::icon::icon;

/// What something means for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Accent,
    Positive,
    Warning,
    Negative,
    /// Do not contact: unmissable.
    Stop,
}

impl Tone {
    pub const fn key(self) -> &'static str {
        match self {
            Tone::Accent => "accent",
            Tone::Positive => "positive",
            Tone::Warning => "warning",
            Tone::Negative => "negative",
            Tone::Stop => "stop",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Chip<'a> {
    text: Cow<'a, str>,
    tone: Option<Tone>,
    icon: Option<&'a str>,
    colour: Option<Cow<'a, str>>,
}

pub fn chip<'a>(text: impl Into<Cow<'a, str>>) -> Chip<'a> {
    Chip { text: text.into(), tone: None, icon: None, colour: None }
}

impl<'a> Chip<'a> {
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    pub fn icon(mut self, name: &'a str) -> Self {
        self.icon = Some(name);
        self
    }

    /// A colour that somebody gave the word; it means nothing by itself.
    pub fn colour(mut self, colour: Option<&'a str>) -> Self {
        self.colour = colour.map(Cow::from);
        self
    }
}

impl Render for Chip<'_> {
    fn render_to(&self, out: &mut String) {
        html! {
            span.chip data-tone=[self.tone.map(Tone::key)] data-colour=[self.colour.as_deref()] {
                @if let Some(name) = self.icon { (icon(name)) }
                (self.text)
            }
        }
        .render_to(out);
    }
}
