//! How bytes travel as text: base64 (RFC 4648) and quoted-printable (RFC 2045), read leniently.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let sextet = (group >> (18 - 6 * at)) & 63;
            let sign = if at <= chunk.len() { ALPHABET[sextet as usize] } else { b'=' };
            text.push(char::from(sign));
        }
    }
    text
}

/// White space and missing padding are tolerated, and the URL alphabet; anything else is no base64.
pub(super) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut group, mut bits) = (0u32, 0);
    let mut signs = text.bytes().filter(|sign| !sign.is_ascii_whitespace());
    for sign in signs.by_ref() {
        if sign == b'=' {
            break;
        }
        group = group << 6 | sextet(sign)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((group >> bits & 0xFF) as u8);
        }
    }
    let rest_is_padding = signs.all(|sign| sign == b'=');
    // A single sign left over is no byte: something is missing.
    (rest_is_padding && bits < 6).then_some(bytes)
}

fn sextet(sign: u8) -> Option<u32> {
    let value = match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// Whether a line can only be more base64 of the line before.
pub(super) fn is_base64_line(line: &[u8]) -> bool {
    let mut signs = line.iter().filter(|sign| !sign.is_ascii_whitespace()).peekable();
    signs.peek().is_some() && signs.all(|sign| sextet(*sign).is_some() || *sign == b'=')
}

/// A lone `=` and bad digits stay as they are.
pub(super) fn from_quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let pair = text.get(at + 1..at + 3).and_then(|pair| Some((hex(pair[0])?, hex(pair[1])?)));
        match (text[at], pair) {
            (b'=', Some((high, low))) => {
                bytes.push(high << 4 | low);
                at += 3;
            }
            (byte, _) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    bytes
}

/// `%40` in URIs.
pub(super) fn from_percent(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let source = text.as_bytes();
    let mut at = 0;
    while at < source.len() {
        let pair = source.get(at + 1..at + 3).and_then(|pair| Some((hex(pair[0])?, hex(pair[1])?)));
        match (source[at], pair) {
            (b'%', Some((high, low))) => {
                bytes.push(high << 4 | low);
                at += 3;
            }
            (byte, _) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

pub(super) fn percent(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@:".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn base64_is_read_leniently() {
        assert_eq!(base64(b"Kartotek"), "S2FydG90ZWs=");
        assert_eq!(from_base64(" S2Fy\r\n dG90ZWs").unwrap(), b"Kartotek");
        assert_eq!(from_base64("S2FydG90ZWs==").unwrap(), b"Kartotek");
        assert_eq!(from_base64("_-8=").unwrap(), [0xFF, 0xEF]);
        for bad in ["a", "ab:c", "abcde", "ab=c"] {
            assert_eq!(from_base64(bad), None, "{bad}");
        }
    }

    #[test]
    fn quoted_printable_is_read_leniently() {
        assert_eq!(from_quoted_printable(b"S=F8ren =3d=zz 100="), b"S\xF8ren ==zz 100=");
        assert_eq!(from_percent("a%40b%2"), "a@b%2");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..100), text in "\\PC{0,30}") {
            prop_assert_eq!(from_base64(&base64(&bytes)), Some(bytes));
            prop_assert_eq!(from_percent(&percent(&text)), text);
        }

        #[test]
        fn no_text_confuses_it(text in "\\PC{0,30}|[=%A-Fa-f0-9]{0,20}") {
            from_base64(&text);
            from_percent(&text);
            from_quoted_printable(text.as_bytes());
        }
    }
}
