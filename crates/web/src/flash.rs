//! What a page has to say once, after a change: shown as a toast, carried over a redirect in a cookie.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};

pub(crate) const COOKIE: &str = "kartotek_flash";
/// A cookie holds 4,096 bytes, and percent-encoding may triple ours.
const LONGEST_TEXT: usize = 300;

/// A text for a toast, and the address whose POST takes the change back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    pub text: String,
    pub undo: Option<String>,
}

impl Flash {
    pub(crate) fn encode(&self) -> String {
        let text = self.text.chars().take(LONGEST_TEXT).collect();
        let flash = Flash { text, undo: self.undo.clone() };
        let json = serde_json::to_string(&flash).unwrap_or_default();
        utf8_percent_encode(&json, NON_ALPHANUMERIC).to_string()
    }

    pub(crate) fn decode(cookie: &str) -> Option<Flash> {
        let json = percent_decode_str(cookie).decode_utf8().ok()?;
        let mut flash: Flash = serde_json::from_str(&json).ok()?;
        flash.undo = flash.undo.filter(|undo| crate::request::local_address(undo).is_some());
        Some(flash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flash_survives_the_cookie() {
        let flash = Flash { text: "Søren; \"小明\" = saved".into(), undo: Some("/undo/1".into()) };
        assert_eq!(Flash::decode(&flash.encode()), Some(flash));
    }

    #[test]
    fn a_forged_flash_leads_nowhere() {
        let flash = Flash { text: "x".into(), undo: Some("https://evil.example".into()) };
        assert_eq!(Flash::decode(&flash.encode()).and_then(|flash| flash.undo), None);
        assert_eq!(Flash::decode("%7Bbroken"), None);
    }
}
