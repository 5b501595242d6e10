//! A tidy check over the whole workspace: every key written in the code is in the catalogue.

use std::{fs, path::Path, path::PathBuf};

use super::{Language, keys};

/// What stands before a key, and whether the key is the last argument instead of the first.
const CALLS: [(&str, KeyIs); 6] = [
    ("t(", KeyIs::First),
    ("t!(", KeyIs::First),
    ("tf(", KeyIs::First),
    ("Text::new(", KeyIs::First),
    ("Error::conflict(", KeyIs::First),
    ("Error::invalid(", KeyIs::Last),
];

#[derive(Clone, Copy, PartialEq)]
enum KeyIs {
    First,
    Last,
}

#[test]
fn every_key_in_the_code_is_in_the_catalogue() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let known = keys(Language::English);
    let mut missing = Vec::new();
    let mut found_any = false;
    for folder in fs::read_dir(&crates).unwrap() {
        for file in rust_files(&folder.unwrap().path().join("src")) {
            for key in keys_in(&fs::read_to_string(&file).unwrap()) {
                found_any = true;
                if known.binary_search(&key.as_str()).is_err() {
                    missing.push(format!("{key} ({})", file.strip_prefix(&crates).unwrap().display()));
                }
            }
        }
    }
    assert!(found_any, "the scanner sees the code");
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "missing in messages/en:\n{}", missing.join("\n"));
}

#[test]
fn the_scanner_reads_code() {
    #[track_caller]
    fn check(code: &str, expected: &[&str]) {
        assert_eq!(keys_in(code), expected, "{code}");
    }
    check(r#"(t("save")) cx.locale.t("undo") t!("add", count)"#, &["save", "undo", "add"]);
    check("locale.tf(\n    \"days-ago\", &[])", &["days-ago"]);
    check(r#"Error::invalid(format!("a{}", "b"), "required")"#, &["required"]);
    check(r#"Error::invalid("name", key); Error::conflict("taken")"#, &["taken"]);
    check(r#"Text::new("a").with("b", 1); assert("c"); format("d"); insert("e")"#, &["a"]);
    check("// t(\"comment\")\nt(variable)", &[]);
    check("#[cfg(test)]\nmod tests;\nt(\"a\")\n#[cfg(test)]\nmod tests {\n t(\"b\")}", &["a"]);
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            files.extend(rust_files(&path));
        } else if name.ends_with(".rs") && name != "tests.rs" && name != "keys_in_use.rs" {
            files.push(path);
        }
    }
    files
}

fn keys_in(source: &str) -> Vec<String> {
    let code = without_tests_and_comments(source);
    let mut found: Vec<(usize, String)> = Vec::new();
    for (call, key_is) in CALLS {
        for (at, _) in code.match_indices(call) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let arguments = arguments(&code[at + call.len()..]);
            let argument = match key_is {
                KeyIs::First => arguments.first(),
                KeyIs::Last => arguments.last(),
            };
            found.extend(argument.and_then(|argument| literal(argument)).map(|key| (at, key)));
        }
    }
    found.sort();
    found.into_iter().map(|(_, key)| key).collect()
}

/// Test modules stand at the end of a file; their texts are their own.
fn without_tests_and_comments(source: &str) -> String {
    let tests = source.match_indices("#[cfg(test)]").find(|(at, _)| {
        let item = source[*at..].lines().nth(1).unwrap_or_default();
        item.contains("mod ") && item.trim_end().ends_with('{')
    });
    let code = &source[..tests.map_or(source.len(), |(at, _)| at)];
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The arguments of a call whose opening bracket was just read.
fn arguments(code: &str) -> Vec<&str> {
    let (mut depth, mut in_text, mut escaped, mut from) = (0, false, false, 0);
    let mut arguments = Vec::new();
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                arguments.push(code[from..at].trim());
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(code[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    arguments.retain(|argument| !argument.is_empty());
    arguments
}

fn literal(argument: &str) -> Option<String> {
    let key = argument.strip_prefix('"')?.strip_suffix('"')?;
    (!key.is_empty() && !key.contains('"')).then(|| key.to_owned())
}
