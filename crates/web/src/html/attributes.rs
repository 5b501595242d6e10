//! Attributes that a caller adds to a component: addresses for htmx, keys, states.

use std::fmt::Write as _;

use maud::{Escaper, Render};

/// Attributes, escaped as they are added. Names are fixed in code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes(String);

impl Attributes {
    pub fn new() -> Attributes {
        Attributes::default()
    }

    pub fn with(mut self, name: &'static str, value: impl AsRef<str>) -> Attributes {
        self.set(name, value.as_ref());
        self
    }

    /// An attribute without a value, such as `disabled`.
    pub fn flag(mut self, name: &'static str) -> Attributes {
        self.set_flag(name);
        self
    }

    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        self.set_flag(name);
        self.0.push_str("=\"");
        // Writing to a string cannot fail.
        let _ = Escaper::new(&mut self.0).write_str(value);
        self.0.push('"');
    }

    pub(crate) fn set_if(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    pub(crate) fn set_flag(&mut self, name: &'static str) {
        debug_assert!(
            name != "style" && !name.starts_with("on") && !name.starts_with("hx-on"),
            "the content security policy refuses {name}"
        );
        self.0.push(' ');
        self.0.push_str(name);
    }

    pub(crate) fn extend(&mut self, more: &Attributes) {
        self.0.push_str(&more.0);
    }

    /// `<tag …>`, without its end.
    pub(crate) fn open(&self, tag: &'static str, out: &mut String) {
        out.push('<');
        out.push_str(tag);
        out.push_str(&self.0);
        out.push('>');
    }
}

/// An element with these attributes around some content.
pub(crate) fn element(tag: &'static str, attributes: &Attributes, content: &impl Render, out: &mut String) {
    attributes.open(tag, out);
    content.render_to(out);
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_leave_their_quotes() {
        let attributes = Attributes::new().with("title", "a \"b\" <c>").flag("hidden");
        let mut out = String::new();
        attributes.open("p", &mut out);
        assert_eq!(out, "<p title=\"a &quot;b&quot; &lt;c&gt;\" hidden>");
    }
}
