//! A property, decoded: its value as text, as parts, as list, and what its parameters say.

use serde::{Deserialize, Serialize};

use super::text::{self, Escapes};

/// A property as written, line folding and encodings undone, escapes left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawProperty {
    pub group: Option<String>,
    pub name: String,
    pub params: Vec<Parameter>,
    pub value: String,
}

/// A parameter; those vCard 2.1 writes without a name are types.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parameter {
    pub name: String,
    pub values: Vec<String>,
}

/// A property to be understood.
#[derive(Debug, Clone)]
pub(super) struct Property {
    pub(super) line: u64,
    /// In upper case.
    pub(super) name: String,
    pub(super) raw: RawProperty,
    pub(super) escapes: Escapes,
}

impl Property {
    /// The value as one text.
    pub(super) fn text(&self) -> String {
        with_line_feeds(text::unescaped(&self.raw.value, self.escapes))
    }

    /// As `text`, trimmed, or nothing if that leaves nothing.
    pub(super) fn filled(&self) -> Option<String> {
        Some(trimmed(&self.text())).filter(|text| !text.is_empty())
    }

    /// The components between semicolons, each a text; `joint` joins the values of one, which 2.1 has not.
    pub(super) fn components(&self, joint: &str, is_old: bool) -> Vec<String> {
        let component = |written: &&str| {
            let separators = if is_old { '\0' } else { ',' };
            let values = text::split(written, separators);
            let values = values.into_iter().map(|value| trimmed(&text::unescaped(value, self.escapes)));
            values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(joint)
        };
        text::split(&self.raw.value, ';').iter().map(component).collect()
    }

    /// The values between commas.
    pub(super) fn list(&self) -> Vec<String> {
        let values = text::split(&self.raw.value, ',').into_iter();
        values
            .map(|value| trimmed(&text::unescaped(value, self.escapes)))
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// The first value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.raw.params.iter().find(|parameter| parameter.name.eq_ignore_ascii_case(name))?;
        found.values.first().map(String::as_str).filter(|value| !value.is_empty())
    }

    /// All types as written, also those in one quoted value.
    pub(super) fn types(&self) -> Vec<&str> {
        let typed = self.raw.params.iter().filter(|parameter| parameter.name.eq_ignore_ascii_case("TYPE"));
        let values = typed.flat_map(|parameter| &parameter.values).flat_map(|value| value.split(','));
        values
            .map(str::trim)
            .filter(|value| !value.is_empty() && !value.eq_ignore_ascii_case("pref"))
            .collect()
    }

    pub(super) fn has_type(&self, wanted: &str) -> bool {
        self.types().iter().any(|value| value.eq_ignore_ascii_case(wanted))
    }

    pub(super) fn value_is(&self, kind: &str) -> bool {
        self.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case(kind))
    }

    pub(super) fn is_base64(&self) -> bool {
        self.parameter("ENCODING") == Some("b")
    }

    /// `TYPE=pref`.
    pub(super) fn is_typed_preferred(&self) -> bool {
        let typed = self.raw.params.iter().filter(|parameter| parameter.name.eq_ignore_ascii_case("TYPE"));
        let mut values = typed.flat_map(|parameter| &parameter.values).flat_map(|value| value.split(','));
        values.any(|value| value.trim().eq_ignore_ascii_case("pref"))
    }

    /// `PREF=1`, 1 being the most preferred.
    pub(super) fn preference(&self) -> Option<u32> {
        self.parameter("PREF").and_then(|rank| rank.trim().parse().ok())
    }

    /// To be kept and exported again: line ends escaped, whatever brought them here.
    pub(super) fn into_raw(self) -> RawProperty {
        let value = with_line_feeds(self.raw.value).replace('\n', "\\n");
        RawProperty { value, ..self.raw }
    }
}

/// Without white space around, nor the invisible direction marks that come with numbers copied from a
/// phone.
fn trimmed(text: &str) -> String {
    let is_invisible = |sign: char| {
        sign.is_whitespace()
            || matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    with_line_feeds(text.trim_matches(is_invisible).to_owned())
}

fn with_line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
