//! Where a text matches a search: the byte ranges to mark.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{
    LONGEST_TOKEN, QueryToken,
    contact::looks_like_address,
    fold::{is_ideographic, push_folded},
};

/// Byte ranges of `text` that the tokens match, sorted and apart: the beginning of a word, ideographs anywhere, the
/// digits of a phone number however they are grouped, the beginning of an address.
pub fn highlight(text: &str, query: &[QueryToken]) -> Vec<Range<usize>> {
    if query.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let letters = folded_letters(text);
    let mut ranges = Vec::new();
    for word in words(&letters) {
        if word[0].ideographic {
            query.iter().for_each(|token| mark_everywhere(word, &token.text, &mut ranges));
        } else {
            ranges
                .extend(query.iter().filter_map(|token| beginning(word, &token.text)).max_by_key(|r| r.end));
        }
    }
    for token in query.iter().filter(|token| token.text.len() >= 3 && is_digits(&token.text)) {
        for number in numbers(text, &letters) {
            mark_everywhere(&number, &token.text, &mut ranges);
        }
    }
    if text.contains('@') {
        for chunk in text.split_whitespace().filter(|chunk| looks_like_address(chunk)) {
            let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
            let inside = start..start + chunk.len();
            let address: Vec<Letter> =
                letters.iter().filter(|l| inside.contains(&l.at.start)).cloned().collect();
            ranges.extend(query.iter().filter_map(|token| beginning(&address, &token.text)));
        }
    }
    merged(ranges)
}

/// One folded character and the bytes it came from; `ß` gives two of the same origin.
#[derive(Debug, Clone)]
struct Letter {
    folded: char,
    at: Range<usize>,
    ideographic: bool,
    /// It directly follows the letter before.
    joins: bool,
}

fn folded_letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    let mut folded = String::new();
    let mut joins = false;
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        // A letter and its marks go together, as normalisation joins them.
        while let Some((at, mark)) = rest.next_if(|(_, next)| !next.is_ascii() && is_combining_mark(*next)) {
            end = at + mark.len_utf8();
        }
        let mut continues = joins;
        joins = false;
        for part in normal_forms(&text[start..end]) {
            folded.clear();
            let ideographic = is_ideographic(part);
            if ideographic {
                folded.push(part);
            } else if !push_folded(part, &mut folded) {
                continues = false;
                joins = false;
                continue;
            }
            for c in folded.chars() {
                letters.push(Letter { folded: c, at: start..end, ideographic, joins: continues });
                continues = true;
            }
            joins = continues;
        }
    }
    letters
}

fn normal_forms(cluster: &str) -> impl Iterator<Item = char> {
    let ascii = cluster.is_ascii();
    let plain = cluster.chars().filter(move |_| ascii);
    plain.chain(if ascii { "" } else { cluster }.nfkc())
}

/// Runs of letters that join, of one kind of script.
fn words(letters: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    letters.chunk_by(|a, b| b.joins && a.ideographic == b.ideographic)
}

fn beginning(word: &[Letter], token: &str) -> Option<Range<usize>> {
    let mut matched = 0;
    for c in token.chars() {
        if word.get(matched)?.folded != c {
            return None;
        }
        matched += 1;
    }
    let first = word.first()?;
    // A token that was cut stands for the whole word.
    let last = if matched >= LONGEST_TOKEN { word.last()? } else { word.get(matched.checked_sub(1)?)? };
    Some(first.at.start..last.at.end)
}

fn mark_everywhere(run: &[Letter], token: &str, ranges: &mut Vec<Range<usize>>) {
    let length = token.chars().count();
    if length == 0 || length > run.len() {
        return;
    }
    for window in run.windows(length) {
        if window.iter().map(|letter| letter.folded).eq(token.chars()) {
            ranges.push(window[0].at.start..window[length - 1].at.end);
        }
    }
}

fn is_digits(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with nothing but the marks of phone numbers between them.
fn numbers(text: &str, letters: &[Letter]) -> Vec<Vec<Letter>> {
    let mut numbers: Vec<Vec<Letter>> = Vec::new();
    let mut end = None;
    for letter in letters {
        if !letter.folded.is_ascii_digit() {
            end = None;
            continue;
        }
        let between = end.map(|end: usize| text.get(end..letter.at.start).unwrap_or_default());
        let joins = between.is_some_and(|between| {
            between.chars().all(|c| c.is_whitespace() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')'))
        });
        match numbers.last_mut() {
            Some(number) if joins => number.push(letter.clone()),
            _ => numbers.push(vec![letter.clone()]),
        }
        end = Some(letter.at.end);
    }
    numbers
}

fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}
