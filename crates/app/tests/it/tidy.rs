//! What STYLE.md asks for and a program can see.

use std::collections::BTreeSet;

use crate::source::{self, Source};

const LONGEST: usize = 600;

fn check(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Lines of code outside tests that contain this.
fn lines_with(files: &[Source], found: impl Fn(&str) -> bool) -> Vec<String> {
    let code = files.iter().filter(|file| !file.is_test());
    code.flat_map(|file| file.code().into_iter().map(move |(at, line)| (file, at, line)))
        .filter(|(_, _, line)| found(line))
        .map(|(file, at, line)| format!("{}:{at}: {}", file.path, line.trim()))
        .collect()
}

#[test]
fn every_file_says_what_it_is_and_is_short_enough_to_read() {
    let mut wrong = Vec::new();
    for file in source::files("crates", ".rs") {
        if !file.text.starts_with("//!") {
            wrong.push(format!("{} does not open with what it is", file.path));
        }
        let length = file.text.lines().count();
        if length > LONGEST {
            wrong.push(format!("{} has {length} lines; split it by noun", file.path));
        }
        if file.path.ends_with("/mod.rs") {
            wrong.push(format!("{} is to be named after its module", file.path));
        }
    }
    check(wrong);
}

#[test]
fn nothing_panics_but_tests_and_what_says_why() {
    let files = source::files("crates", ".rs");
    let banned = [".unwrap()", "todo!(", "dbg!(", "unimplemented!("];
    check(lines_with(&files, |line| banned.iter().any(|word| line.contains(word))));
    // Clippy knows exactly where it is excused; here it is enough that the file gives a reason somewhere.
    let unexcused: Vec<Source> =
        files.into_iter().filter(|file| !file.text.contains("clippy::expect_used, reason")).collect();
    check(lines_with(&unexcused, |line| line.contains(".expect(")));
}

#[test]
fn time_comes_from_the_context() {
    let mut files = source::files("crates", ".rs");
    // How old a forgotten file is only the file system's clock can say.
    files.retain(|file| file.path != "crates/web/src/upload.rs");
    let banned = ["SystemTime::now", "Zoned::now("];
    check(lines_with(&files, |line| banned.iter().any(|word| line.contains(word))));
}

#[test]
fn pages_have_no_inline_style_or_script() {
    let files = source::files("crates", ".rs");
    let handlers = ["onclick", "onchange", "onsubmit", "oninput", "onload", "onkeydown", "onfocus", "onblur"];
    check(lines_with(&files, |line| {
        let has = |name: &str| line.contains(&format!(" {name}=")) || line.contains(&format!(".{name}="));
        has("style") || handlers.iter().any(|name| has(name))
    }));
}

#[test]
fn colours_are_named_in_tokens_only() {
    let mut wrong = Vec::new();
    for file in source::files("crates/web", ".css") {
        if file.path.ends_with("/tokens.css") {
            continue;
        }
        for (at, line) in file.text.lines().enumerate() {
            let line = line.split("/*").next().unwrap_or_default();
            if let Some((_, value)) = line.split_once(':')
                && has_raw_colour(value)
            {
                wrong.push(format!("{}:{}: {}", file.path, at + 1, line.trim()));
            }
            if line.contains("!important") {
                wrong.push(format!("{}:{}: {}", file.path, at + 1, line.trim()));
            }
        }
    }
    check(wrong);
}

fn has_raw_colour(value: &str) -> bool {
    let hex = value.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = !rest.chars().nth(digits).is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
        ends && matches!(digits, 3 | 4 | 6 | 8)
    });
    // A colour made from a token, such as a hue that belongs to a card, is none of its own.
    hex || ["rgb(", "rgba(", "hsl(", "oklch("]
        .iter()
        .any(|call| value.contains(call) && !value.contains("var(--"))
}

#[test]
fn the_map_of_the_code_leads_somewhere() {
    let path = source::root().join("ARCHITECTURE.md");
    let Ok(text) = std::fs::read_to_string(&path) else { return };
    let mut wrong = BTreeSet::new();
    for word in text.split(['`', '(', ')', '|', ' ', '\n']) {
        let word = word.trim_end_matches([',', '.', ';', ':']);
        let is_path = ["crates/", "tests/", "scripts/"].iter().any(|start| word.starts_with(start));
        let plain = !word.contains(['*', '{', '<', '…', '$']);
        let path = word.split(['#', ':']).next().unwrap_or_default();
        if is_path && plain && !source::root().join(path).exists() {
            wrong.insert(format!("ARCHITECTURE.md names {word}, which does not exist"));
        }
    }
    check(wrong.into_iter().collect());
}
