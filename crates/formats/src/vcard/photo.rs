//! Pictures: inside the card, or somewhere else.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{property::Property, transfer};

/// A picture of the contact.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Photo {
    Data {
        /// Stored as base64.
        #[serde(serialize_with = "as_base64", deserialize_with = "of_base64")]
        bytes: Vec<u8>,
        /// `image/jpeg`.
        media_type: String,
    },
    Url(String),
}

impl fmt::Debug for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Photo::Data { bytes, media_type } => write!(f, "{} bytes of {media_type}", bytes.len()),
            Photo::Url(url) => write!(f, "picture at {url}"),
        }
    }
}

fn as_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&transfer::base64(bytes))
}

fn of_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    transfer::from_base64(&text).ok_or_else(|| D::Error::custom("a photo that is not base64"))
}

impl Photo {
    /// Inline base64, a `data:` URI or another URI; nothing if it is neither.
    pub(super) fn read(property: &Property) -> Option<Photo> {
        let value = property.text();
        let value = value.trim();
        if let Some(data) = value.get(..5).filter(|start| start.eq_ignore_ascii_case("data:")) {
            return from_data_uri(&value[data.len()..]);
        }
        let looks_like_base64 = value.len() > 64 && transfer::is_base64_line(value.as_bytes());
        if property.is_base64() || looks_like_base64 {
            let bytes = transfer::from_base64(value).filter(|bytes| !bytes.is_empty())?;
            let media_type = declared(property).unwrap_or_else(|| recognised(&bytes));
            return Some(Photo::Data { bytes, media_type });
        }
        let is_uri = property.value_is("uri") || property.value_is("url") || value.contains("://");
        is_uri.then(|| Photo::Url(value.to_owned()))
    }
}

fn declared(property: &Property) -> Option<String> {
    let written = property.parameter("MEDIATYPE").or_else(|| property.types().first().copied())?;
    let lower = written.to_ascii_lowercase();
    match lower.as_str() {
        "jpg" => Some("image/jpeg".to_owned()),
        _ if lower.contains('/') => Some(lower),
        _ if lower.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Some(format!("image/{lower}")),
        _ => None,
    }
}

/// By the first bytes, where the card does not say.
fn recognised(bytes: &[u8]) -> String {
    let media_type = match bytes {
        [0xFF, 0xD8, ..] => "image/jpeg",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [b'G', b'I', b'F', ..] => "image/gif",
        [b'B', b'M', ..] => "image/bmp",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', b'i', ..] => "image/heic",
        _ => "application/octet-stream",
    };
    media_type.to_owned()
}

/// RFC 2397, after `data:`.
fn from_data_uri(rest: &str) -> Option<Photo> {
    let (head, content) = rest.split_once(',')?;
    let mut parts = head.split(';');
    let media_type = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let bytes = if parts.any(|part| part.trim().eq_ignore_ascii_case("base64")) {
        transfer::from_base64(&transfer::from_percent(content))?
    } else {
        transfer::from_percent(content).into_bytes()
    };
    if bytes.is_empty() {
        return None;
    }
    let media_type = if media_type.is_empty() { recognised(&bytes) } else { media_type };
    Some(Photo::Data { bytes, media_type })
}
