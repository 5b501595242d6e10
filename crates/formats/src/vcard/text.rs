//! Backslash escapes, and the parts of structured values.

/// Who wrote a value: before 3.0 there were hardly any escapes, so a backslash is mostly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escapes {
    /// `\n`, `\,`, `\;`, `\:` and `\\`.
    All,
    /// Line ends came by quoted-printable, so `C:\new` is a path.
    NoLineEnds,
}

/// The text without escapes.
pub(super) fn unescaped(value: &str, escapes: Escapes) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            text.push(sign);
            continue;
        }
        match signs.clone().next() {
            Some('n' | 'N') if escapes == Escapes::All => text.push('\n'),
            Some(escaped @ (',' | ';' | ':' | '\\')) => text.push(escaped),
            _ => {
                text.push('\\');
                continue;
            }
        }
        signs.next();
    }
    text
}

/// The parts between separators that are not escaped, still with their escapes.
pub(super) fn split(value: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, sign) in value.char_indices() {
        if sign == separator && !escaped {
            parts.push(&value[start..at]);
            start = at + sign.len_utf8();
        }
        escaped = sign == '\\' && !escaped;
    }
    parts.push(&value[start..]);
    parts
}

/// A text value of 3.0 and 4.0.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => value.push_str("\\n"),
            '\r' => {}
            '\\' | ',' | ';' => value.extend(['\\', sign]),
            other => value.push(other),
        }
    }
    value
}

/// A URI keeps its commas and semicolons.
pub(super) fn escaped_uri(uri: &str) -> String {
    uri.replace('\\', "\\\\").replace('\r', "").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_are_taken_away() {
        let value = r"a\, b\; c\:\\ C:\temp\new\";
        assert_eq!(unescaped(value, Escapes::All), "a, b; c:\\ C:\\temp\new\\");
        assert_eq!(unescaped(value, Escapes::NoLineEnds), "a, b; c:\\ C:\\temp\\new\\");
    }

    #[test]
    fn separators_may_be_escaped() {
        assert_eq!(split(r"a;b\;c;;d\\;e", ';'), ["a", r"b\;c", "", r"d\\", "e"]);
        assert_eq!(split("", ';'), [""]);
    }

    proptest! {
        #[test]
        fn what_is_escaped_comes_back(text in "[a-c\\\\;,:n\nN é]{0,30}") {
            prop_assert_eq!(unescaped(&escaped(&text), Escapes::All), text.clone());
            prop_assert_eq!(unescaped(&escaped_uri(&text), Escapes::All), text.clone());
            prop_assert_eq!(split(&escaped(&text), ';').len(), 1);
        }
    }
}
