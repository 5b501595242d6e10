//! What a search found, highlighted.

use std::ops::Range;

use maud::{Markup, html};

/// The text with some ranges of its bytes marked. Ranges come in order; those that do not fit the text are left out.
pub fn marked(text: &str, ranges: &[Range<usize>]) -> Markup {
    let mut pieces: Vec<(&str, &str)> = Vec::with_capacity(ranges.len());
    let mut end = 0;
    for range in ranges.iter().filter(|range| !range.is_empty()) {
        if let (Some(before), Some(hit)) = (text.get(end..range.start), text.get(range.clone())) {
            pieces.push((before, hit));
            end = range.end;
        }
    }
    html! {
        @for (before, hit) in pieces { (before) mark { (hit) } }
        (text.get(end..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_marked_and_nonsense_is_not() {
        let check = |text, ranges: &[Range<usize>], expected| {
            assert_eq!(marked(text, ranges).into_string(), expected)
        };
        check("Anna & Berg", &[0..2, 7..11], "<mark>An</mark>na &amp; <mark>Berg</mark>");
        check("Søren", &[1..2, 1..3], "S<mark>ø</mark>ren");
        check("Bo", &[0..9, 4..7], "Bo");
        check("Bo", &[1..2, 0..1], "B<mark>o</mark>");
        check("", &[], "");
    }
}
