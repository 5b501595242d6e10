//! Buttons and links that look like them. One primary button a screen.

use std::borrow::Cow;

use maud::{Markup, Render, html};

use crate::html::{
    attributes::{Attributes, element},
    icon::icon,
};

/// A button, changed by its methods and written into a template as it is.
#[derive(Debug, Clone)]
pub struct Button<'a> {
    text: Cow<'a, str>,
    href: Option<Cow<'a, str>>,
    kind: Option<&'static str>,
    icon: Option<&'a str>,
    /// Shows the icon alone; the text becomes its label.
    icon_only: bool,
    small: bool,
    attributes: Attributes,
}

/// A `<button>`; inside a form it sends the form.
pub fn button<'a>(text: impl Into<Cow<'a, str>>) -> Button<'a> {
    Button {
        text: text.into(),
        href: None,
        kind: None,
        icon: None,
        icon_only: false,
        small: false,
        attributes: Attributes::new(),
    }
}

/// A link that looks like a button.
pub fn link_button<'a>(href: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Button<'a> {
    Button { href: Some(href.into()), ..button(text) }
}

/// A button in a form of its own: does something with one click, without script too.
pub fn post_button(action: &str, button: &Button) -> Markup {
    html! { form method="post" action=(action) { (button) } }
}

impl<'a> Button<'a> {
    /// The one thing to do on this screen.
    pub fn primary(mut self) -> Self {
        self.kind = Some("primary");
        self
    }

    /// Without a frame.
    pub fn plain(mut self) -> Self {
        self.kind = Some("plain");
        self
    }

    /// For what destroys.
    pub fn negative(mut self) -> Self {
        self.kind = Some("negative");
        self
    }

    pub fn icon(mut self, name: &'a str) -> Self {
        self.icon = Some(name);
        self
    }

    /// The icon alone, with the text as label and tooltip.
    pub fn icon_only(mut self, name: &'a str) -> Self {
        self.icon_only = true;
        self.icon(name)
    }

    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// What the form says when this button sends it.
    pub fn named(mut self, name: &str, value: &str) -> Self {
        self.attributes.set("name", name);
        self.attributes.set("value", value);
        self
    }

    /// A button that sends nothing: for scripts and popovers.
    pub fn inert(self) -> Self {
        self.attribute("type", "button")
    }

    pub fn disabled(self) -> Self {
        self.flag("disabled")
    }

    /// A state that is on or off.
    pub fn pressed(mut self, pressed: bool) -> Self {
        self.attributes.set("aria-pressed", if pressed { "true" } else { "false" });
        self
    }

    pub fn attribute(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attributes.set(name, value.as_ref());
        self
    }

    pub fn flag(mut self, name: &'static str) -> Self {
        self.attributes.set_flag(name);
        self
    }
}

impl Render for Button<'_> {
    fn render_to(&self, out: &mut String) {
        let mut attributes = Attributes::new().with("class", "button");
        attributes.set_if("data-kind", self.kind);
        attributes.set_if("data-shape", self.icon_only.then_some("icon"));
        attributes.set_if("data-size", self.small.then_some("s"));
        attributes.set_if("href", self.href.as_deref());
        attributes.extend(&self.attributes);
        if self.icon_only {
            attributes.set("aria-label", &self.text);
            attributes.set("title", &self.text);
        }
        let content = html! {
            @if let Some(name) = self.icon { (icon(name)) }
            @if !self.icon_only { (self.text) }
        };
        element(if self.href.is_some() { "a" } else { "button" }, &attributes, &content, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_are_what_the_gallery_shows() {
        let new = link_button("/people/new", "New person").primary().flag("data-new");
        assert_eq!(
            new.render().into_string(),
            r#"<a class="button" data-kind="primary" href="/people/new" data-new>New person</a>"#
        );
        let more = button("More").plain().icon_only("more").render().into_string();
        assert!(more.starts_with(
            r#"<button class="button" data-kind="plain" data-shape="icon" aria-label="More" title="More"><svg"#
        ));
        assert!(more.ends_with("</svg></button>"), "{more}");
    }
}
