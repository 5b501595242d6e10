//! A content line taken apart: group, name, parameters, and a value that is still bytes.

use super::{
    decoding::FileEncoding,
    property::{Parameter, RawProperty},
    transfer,
};
use crate::encoding::Encoding;

/// How the bytes of a value travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Transfer {
    Plain,
    QuotedPrintable,
    Base64,
}

impl Transfer {
    /// As the head of the line says; nothing before its end.
    pub(super) fn of(line: &[u8]) -> Option<Transfer> {
        let colon = colon(line)?;
        let head = line[..colon].to_ascii_uppercase();
        let is_said = |what: &[u8]| head.windows(what.len()).any(|part| part == what);
        let data = line[colon + 1..].get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data:"));
        let ends_in_b = head.ends_with(b"=B") || is_said(b"=B;");
        Some(if is_said(b"QUOTED-PRINTABLE") {
            Transfer::QuotedPrintable
        } else if is_said(b"BASE64") || (is_said(b"ENCODING") && ends_in_b) || data {
            Transfer::Base64
        } else {
            Transfer::Plain
        })
    }
}

/// Where the value's colon is: the first outside of quotation marks, or the first at all if those never
/// close.
fn colon(line: &[u8]) -> Option<usize> {
    let mut is_quoted = false;
    let unquoted = line.iter().position(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == b':' && !is_quoted
    });
    unquoted.or_else(|| line.iter().position(|byte| *byte == b':'))
}

/// Whether a line begins with the name of a property, and has its value.
pub(super) fn has_head(line: &[u8]) -> bool {
    colon(line).is_some() && has_name(line)
}

/// Whether a line begins with the name of a property and parameters that may go on.
pub(super) fn may_be_head(line: &[u8]) -> bool {
    line.contains(&b';') && has_name(line)
}

fn has_name(line: &[u8]) -> bool {
    let end = line.iter().position(|byte| matches!(byte, b':' | b';'));
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    end.is_some_and(|end| end > 0 && line[..end].trim_ascii_end().iter().all(is_sign))
}

/// A property whose value is still bytes.
pub(super) struct Undecoded {
    pub(super) line: u64,
    pub(super) raw: RawProperty,
    pub(super) value: Vec<u8>,
    pub(super) transfer: Transfer,
    pub(super) charset: Option<Encoding>,
}

impl Undecoded {
    /// Nothing if the line has no name.
    pub(super) fn parse(line: u64, bytes: &[u8], file: FileEncoding, is_old: bool) -> Option<Undecoded> {
        if !has_head(bytes) {
            return None;
        }
        let colon = colon(bytes)?;
        let head = match std::str::from_utf8(&bytes[..colon]) {
            Ok(head) => head.to_owned(),
            Err(_) => file.encoding.decode(&bytes[..colon]).into_owned(),
        };
        let mut parts = outside_quotes(&head, ';').into_iter();
        let full_name = parts.next()?.trim();
        let (group, name) = match full_name.rsplit_once('.') {
            Some((group, name)) if !group.is_empty() && !name.is_empty() => (Some(group.to_owned()), name),
            _ => (None, full_name),
        };
        let mut property = Undecoded {
            line,
            raw: RawProperty { group, name: name.to_owned(), params: Vec::new(), value: String::new() },
            value: bytes[colon + 1..].to_vec(),
            transfer: Transfer::of(bytes).unwrap_or(Transfer::Plain),
            charset: None,
        };
        for part in parts.filter(|part| !part.trim().is_empty()) {
            property.add(parameter(part, is_old));
        }
        Some(property)
    }

    /// What says how to decode is obeyed once and gone, but that a value is base64 stays.
    fn add(&mut self, parameter: Parameter) {
        let first = parameter.values.first().map(String::as_str).unwrap_or_default();
        if parameter.name.eq_ignore_ascii_case("CHARSET") {
            self.charset = Encoding::named(first);
        } else if parameter.name.eq_ignore_ascii_case("ENCODING") {
            self.transfer = match first.to_ascii_uppercase().as_str() {
                "QUOTED-PRINTABLE" | "Q" => Transfer::QuotedPrintable,
                "B" | "BASE64" => Transfer::Base64,
                _ => Transfer::Plain,
            };
            if self.transfer == Transfer::Base64 {
                self.raw.params.push(Parameter { name: "ENCODING".to_owned(), values: vec!["b".to_owned()] });
            }
        } else {
            self.raw.params.push(parameter);
        }
    }

    pub(super) fn is_named(&self, name: &str) -> bool {
        self.raw.name.eq_ignore_ascii_case(name)
    }
}

fn parameter(text: &str, is_old: bool) -> Parameter {
    if let Some(label) = custom_type(text) {
        return Parameter { name: "TYPE".to_owned(), values: vec![label] };
    }
    let Some((name, values)) = text.split_once('=') else {
        let name = match text.trim().to_ascii_uppercase().as_str() {
            "QUOTED-PRINTABLE" | "BASE64" | "8BIT" | "7BIT" => "ENCODING",
            "URL" | "URI" | "INLINE" | "CONTENT-ID" | "CID" => "VALUE",
            _ => "TYPE",
        };
        return Parameter { name: name.to_owned(), values: vec![text.trim().to_owned()] };
    };
    let values = outside_quotes(values, ',').into_iter().map(|value| {
        let value = value.trim();
        let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
        if is_old { inner.to_owned() } else { without_carets(inner) }
    });
    Parameter { name: name.trim().to_owned(), values: values.collect() }
}

/// Samsung's own: `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94=D0=B0)`.
fn custom_type(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix("X-CUSTOM(")?.strip_suffix(')')?;
    let label = inner.rsplit(',').next()?;
    String::from_utf8(transfer::from_quoted_printable(label.as_bytes())).ok()
}

/// RFC 6868.
fn without_carets(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars().peekable();
    while let Some(sign) = signs.next() {
        let meant = match (sign, signs.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('^')) => '^',
            ('^', Some('\'')) => '"',
            _ => {
                text.push(sign);
                continue;
            }
        };
        text.push(meant);
        signs.next();
    }
    text
}

fn outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let mut is_quoted = false;
    text.split(|sign| {
        is_quoted ^= sign == '"';
        sign == separator && !is_quoted
    })
    .collect()
}
