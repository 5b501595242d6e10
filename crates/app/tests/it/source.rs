//! The files of the workspace, for the checks that read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) struct Source {
    /// From the root of the workspace, with slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file under a folder with this ending.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "there are {ending} files in {folder}");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn gather(folder: &Path, ending: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if name != "target" && name != "node_modules" && name != "dist" {
                gather(&path, ending, found);
            }
        } else if path.to_string_lossy().ends_with(ending) {
            let text = fs::read_to_string(&path).unwrap();
            let shown = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(Source { path: shown, text });
        }
    }
}

impl Source {
    /// It is a test, or helps tests.
    pub(crate) fn is_test(&self) -> bool {
        self.path.starts_with("crates/testbed/")
            || self.path.contains("/tests/")
            || self.path.contains("/examples/")
            || self.path.ends_with("/tests.rs")
            || self.path.ends_with("/keys_in_use.rs")
    }

    /// The code without its tests, comments and texts; lines keep their numbers.
    pub(crate) fn code(&self) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        let mut all = self.text.lines().enumerate();
        while let Some((at, line)) = all.next() {
            if line.trim() != "#[cfg(test)]" {
                lines.push((at + 1, without_texts(line)));
                continue;
            }
            // The item that only tests see, to the bracket that closes it.
            let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
            let item = all.next().map_or("", |(_, item)| item);
            if item.ends_with('{') {
                all.by_ref().find(|(_, line)| *line == end);
            }
        }
        lines
    }
}

/// What stands between quotes on one line, and what follows `//`, is taken out.
fn without_texts(line: &str) -> String {
    let (mut kept, mut in_text, mut escaped) = (String::new(), false, false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '\'' if !in_text && chars.peek() == Some(&'"') => {
                chars.next();
            }
            '"' => in_text = !in_text,
            _ if in_text => {}
            '/' if chars.peek() == Some(&'/') => break,
            c => kept.push(c),
        }
    }
    kept
}
