//! From bytes to text: what a property says of its encoding, what its bytes show, and what the file is
//! likely written in.

use super::{
    property::Property,
    text::Escapes,
    transfer,
    undecoded::{Transfer, Undecoded},
};
use crate::encoding::{self, Encoding};

/// What is known about the encoding of the whole file.
#[derive(Debug, Clone, Copy)]
pub(super) struct FileEncoding {
    pub(super) encoding: Encoding,
    /// The lines have been made UTF-8 already, whatever they say.
    pub(super) is_decoded: bool,
}

/// Decodes all properties of a card. Those that say no encoding, or a wrong one, and are not UTF-8 are
/// looked at together: single names are too short to guess by.
pub(super) fn decode(properties: Vec<Undecoded>, file: FileEncoding, is_old: bool) -> Vec<Property> {
    let texts: Vec<Result<String, Vec<u8>>> =
        properties.iter().map(|property| certain_text(property, file)).collect();
    let uncertain = texts.iter().filter_map(|text| text.as_ref().err()).fold(Vec::new(), |mut all, bytes| {
        all.extend_from_slice(bytes);
        all.push(b'\n');
        all
    });
    let likely = if file.is_decoded || file.encoding == Encoding::UTF_8 {
        encoding::detect(&uncertain)
    } else {
        file.encoding
    };
    let decoded = properties.into_iter().zip(texts).map(|(property, text)| {
        let text = text.unwrap_or_else(|bytes| likely.decode(&bytes).into_owned());
        property_of(property, text, is_old)
    });
    decoded.collect()
}

/// The text where there is no doubt, else the bytes.
fn certain_text(property: &Undecoded, file: FileEncoding) -> Result<String, Vec<u8>> {
    let is_quoted = property.transfer == Transfer::QuotedPrintable;
    let bytes =
        if is_quoted { transfer::from_quoted_printable(&property.value) } else { property.value.clone() };
    let is_plain = bytes.is_ascii() && !bytes.contains(&0x1B);
    if is_plain || (file.is_decoded && !is_quoted) {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let as_utf_8 = std::str::from_utf8(&bytes).ok().filter(|text| !text.is_ascii());
    match (property.charset, as_utf_8) {
        // What happens to be UTF-8 is, whatever the label says; of two-byte encodings that is not so sure.
        (Some(charset), Some(text)) if charset.is_single_byte() || charset == Encoding::UTF_8 => {
            Ok(text.to_owned())
        }
        (Some(charset), _) if charset != Encoding::UTF_8 => match (charset.decode_strictly(&bytes), as_utf_8)
        {
            (Some(text), _) => Ok(text.into_owned()),
            (None, Some(text)) => Ok(text.to_owned()),
            (None, None) => Ok(charset.decode(&bytes).into_owned()),
        },
        (_, Some(text)) => Ok(text.to_owned()),
        (_, None) => Err(bytes),
    }
}

/// Properties whose base64 is a file; of any other it is a text.
const FILES: [&str; 4] = ["PHOTO", "LOGO", "SOUND", "KEY"];

fn property_of(undecoded: Undecoded, text: String, is_old: bool) -> Property {
    let Undecoded { line, mut raw, transfer, .. } = undecoded;
    let name = raw.name.to_ascii_uppercase();
    let mut escapes = Escapes::All;
    raw.value = match transfer {
        Transfer::Plain => text,
        Transfer::QuotedPrintable => {
            escapes = if is_old { Escapes::NoLineEnds } else { Escapes::All };
            text
        }
        Transfer::Base64 => {
            let compact: String = text.chars().filter(|sign| !sign.is_ascii_whitespace()).collect();
            let is_file = FILES.contains(&name.as_str()) || name.starts_with("X-");
            let inner = if is_file { None } else { transfer::from_base64(&compact) };
            match inner.and_then(|bytes| String::from_utf8(bytes).ok()) {
                Some(inner) => {
                    raw.params.retain(|parameter| parameter.name != "ENCODING");
                    escapes = Escapes::NoLineEnds;
                    inner
                }
                None if raw.params.iter().any(|parameter| parameter.name == "ENCODING") => compact,
                None => text,
            }
        }
    };
    Property { line, name, raw, escapes }
}
