//! Content lines: groups, parameters, folding.

use super::Version;
use crate::vcard::{RawProperty, label, text};

/// RFC 6350, 3.2: without the line end.
const LONGEST: usize = 75;

pub(super) struct Output {
    pub(super) version: Version,
    text: String,
    /// Groups of unknown properties, in lower case, which mean something else.
    taken: Vec<String>,
    groups: usize,
}

/// A parameter and its value.
pub(super) type Written<'p> = (&'p str, String);

impl Output {
    pub(super) fn new(version: Version, unknown: &[RawProperty]) -> Output {
        let taken =
            unknown.iter().filter_map(|property| property.group.as_deref()).map(str::to_ascii_lowercase);
        Output { version, text: String::new(), taken: taken.collect(), groups: 0 }
    }

    /// Writes a property whose value is escaped already.
    pub(super) fn line(&mut self, name: &str, params: &[Written], value: &str) {
        self.content(None, name, params, value);
    }

    /// As `line`, with other properties of the same group after it: a label, a country.
    pub(super) fn annotated(&mut self, name: &str, params: &[Written], value: &str, annotations: &[Written]) {
        if annotations.is_empty() {
            return self.line(name, params, value);
        }
        let group = self.next_group();
        self.content(Some(&group), name, params, value);
        for (annotation, text) in annotations {
            self.content(Some(&group), annotation, &[], &text::escaped(text));
        }
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(name, &[], &text::escaped(text));
        }
    }

    /// A property kept as it was. What frames a card is not one.
    pub(super) fn raw(&mut self, property: &RawProperty) {
        if ["BEGIN", "END", "VERSION"].iter().any(|frame| property.name.eq_ignore_ascii_case(frame)) {
            return;
        }
        let mut head = String::new();
        if let Some(group) = &property.group {
            head.push_str(group);
            head.push('.');
        }
        head.push_str(&property.name);
        for parameter in &property.params {
            let values: Vec<String> = parameter.values.iter().map(|value| quoted(value)).collect();
            head.push_str(&format!(";{}={}", parameter.name, values.join(",")));
        }
        let value = property.value.replace('\r', "").replace('\n', "\\n");
        self.fold(&format!("{head}:{value}"));
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn next_group(&mut self) -> String {
        loop {
            self.groups += 1;
            let group = format!("item{}", self.groups);
            if !self.taken.contains(&group) {
                return group;
            }
        }
    }

    fn content(&mut self, group: Option<&str>, name: &str, params: &[Written], value: &str) {
        let mut line = group.map(|group| format!("{group}.")).unwrap_or_default();
        line.push_str(name);
        for (parameter, value) in params {
            line.push_str(&format!(";{parameter}={}", quoted(value)));
        }
        line.push(':');
        line.push_str(value);
        self.fold(&line);
    }

    fn fold(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LONGEST;
        while rest.len() > room {
            let (now, later) = rest.split_at(rest.floor_char_boundary(room));
            self.text.push_str(now);
            self.text.push_str("\r\n ");
            rest = later;
            room = LONGEST - 1;
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}

/// Quotation marks and line ends after RFC 6868.
fn quoted(value: &str) -> String {
    let value = value.replace('^', "^^").replace('"', "^'").replace('\r', "").replace('\n', "^n");
    let is_plain = !value.contains([',', ';', ':']) && value.trim() == value;
    if is_plain { value } else { format!("\"{value}\"") }
}

/// The annotation for a label that the types do not say.
pub(super) fn label(label: &str) -> Written<'static> {
    ("X-ABLabel", label::written(label))
}
