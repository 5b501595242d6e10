//! Merge fields in a text: `{{given}}`, `{{given|customer}}` with what stands there when it is empty, and
//! `{{#if birthday}} … {{else}} … {{/if}}`, which may compare: `{{#if language = da}}`.

use kernel::Text;

/// A text with its fields, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Text(String),
    Field {
        key: String,
        /// Instead of a value that is empty; without it the value is needed.
        otherwise: Option<String>,
        line: usize,
    },
    If {
        key: String,
        /// What the value must be; any value will do when none is said.
        equals: Option<String>,
        line: usize,
        then: Vec<Node>,
        otherwise: Vec<Node>,
    },
}

/// What is wrong with a text, and in which line of it, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    pub line: usize,
    pub text: Text,
}

impl Wrong {
    fn new(line: usize, key: &'static str, tag: &str) -> Wrong {
        Wrong { line, text: Text::new(key).with("tag", tag) }
    }
}

/// Reads a text.
pub fn parse(text: &str) -> Result<Vec<Node>, Wrong> {
    let mut reader = Reader { rest: text, line: 1 };
    let (nodes, end) = reader.nodes()?;
    match end {
        Stop::Text => Ok(nodes),
        Stop::Else(line) => Err(Wrong::new(line, "print-stray-tag", "{{else}}")),
        Stop::EndIf(line) => Err(Wrong::new(line, "print-stray-tag", "{{/if}}")),
    }
}

/// Every field that the text names, with its line.
pub fn keys(nodes: &[Node]) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Text(_) => {}
            Node::Field { key, line, .. } => found.push((key.as_str(), *line)),
            Node::If { key, line, then, otherwise, .. } => {
                found.push((key.as_str(), *line));
                found.extend(keys(then));
                found.extend(keys(otherwise));
            }
        }
    }
    found
}

/// The text with its values. Fields that are needed and empty are added to `missing`.
pub fn fill(nodes: &[Node], value: &dyn Fn(&str) -> String, missing: &mut Vec<String>) -> String {
    let mut written = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => written.push_str(text),
            Node::Field { key, otherwise, .. } => match (value(key), otherwise) {
                (found, _) if !found.is_empty() => written.push_str(&found),
                (_, Some(otherwise)) => written.push_str(otherwise),
                (_, None) if missing.contains(key) => {}
                (_, None) => missing.push(key.clone()),
            },
            Node::If { key, equals, then, otherwise, .. } => {
                let found = value(key);
                let holds = match equals {
                    Some(wanted) => found.to_lowercase() == wanted.to_lowercase(),
                    None => !found.is_empty(),
                };
                written.push_str(&fill(if holds { then } else { otherwise }, value, missing));
            }
        }
    }
    written
}

/// What a stretch of nodes ended with, and the line of that.
enum Stop {
    Text,
    Else(usize),
    EndIf(usize),
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn nodes(&mut self) -> Result<(Vec<Node>, Stop), Wrong> {
        let mut nodes = Vec::new();
        loop {
            let Some(at) = self.rest.find("{{") else {
                if !self.rest.is_empty() {
                    nodes.push(Node::Text(self.take(self.rest.len()).to_owned()));
                }
                return Ok((nodes, Stop::Text));
            };
            let before = self.take(at);
            let line = self.line;
            let end = self.rest.find("}}").ok_or_else(|| Wrong::new(line, "print-open-tag", "{{"))?;
            let tag = self.take(end + 2).get(2..end).unwrap_or_default().trim();
            let steers = tag.starts_with('#') || tag.starts_with('/') || tag == "else";
            let before = if steers { self.swallow_line(before) } else { before };
            if !before.is_empty() {
                nodes.push(Node::Text(before.to_owned()));
            }
            match tag {
                "else" => return Ok((nodes, Stop::Else(line))),
                "/if" => return Ok((nodes, Stop::EndIf(line))),
                _ => nodes.push(self.node(tag, line)?),
            }
        }
    }

    fn node(&mut self, tag: &str, line: usize) -> Result<Node, Wrong> {
        let Some(condition) = tag.strip_prefix("#if ") else {
            let (key, otherwise) = match tag.split_once('|') {
                Some((key, otherwise)) => (key.trim(), Some(otherwise.trim().to_owned())),
                None => (tag, None),
            };
            return match is_key(key) {
                true => Ok(Node::Field { key: key.to_owned(), otherwise, line }),
                false => Err(Wrong::new(line, "print-not-a-tag", &format!("{{{{{tag}}}}}"))),
            };
        };
        let (key, equals) = match condition.split_once('=') {
            Some((key, value)) => (key.trim(), Some(value.trim().to_owned())),
            None => (condition.trim(), None),
        };
        if !is_key(key) {
            return Err(Wrong::new(line, "print-not-a-tag", &format!("{{{{{tag}}}}}")));
        }
        let unclosed = || Wrong::new(line, "print-open-if", &format!("{{{{{tag}}}}}"));
        let (then, end) = self.nodes()?;
        let otherwise = match end {
            Stop::Text => return Err(unclosed()),
            Stop::EndIf(_) => Vec::new(),
            Stop::Else(_) => match self.nodes()? {
                (otherwise, Stop::EndIf(_)) => otherwise,
                (_, Stop::Else(line)) => return Err(Wrong::new(line, "print-stray-tag", "{{else}}")),
                (_, Stop::Text) => return Err(unclosed()),
            },
        };
        Ok(Node::If { key: key.to_owned(), equals, line, then, otherwise })
    }

    /// A tag that stands alone on its line leaves no empty line behind.
    fn swallow_line(&mut self, before: &'a str) -> &'a str {
        let indent = before.rfind('\n').map_or(before, |at| &before[at + 1..]);
        let after = self.rest.trim_start_matches([' ', '\t']);
        if indent.trim().is_empty() && after.starts_with('\n') {
            self.take(self.rest.len() - after.len() + 1);
            return &before[..before.len() - indent.len()];
        }
        before
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(key: &str) -> String {
        let known = [("given", "Anna"), ("language", "da"), ("city", "Hellerup")];
        known.iter().find(|(name, _)| *name == key).map_or(String::new(), |(_, value)| (*value).to_owned())
    }

    #[test]
    fn fields_are_filled_in() {
        let check = |text: &str, expected: &str, expected_missing: &[&str]| {
            let mut missing = Vec::new();
            assert_eq!(fill(&parse(text).unwrap(), &value, &mut missing), expected, "{text}");
            assert_eq!(missing, expected_missing, "{text}");
        };
        check("Dear {{given}},", "Dear Anna,", &[]);
        check("Dear {{ nickname | friend }},", "Dear friend,", &[]);
        check("Born {{birthday}} {{birthday}}", "Born  ", &["birthday"]);
        check("{{#if birthday}}Born {{birthday}}{{else}}Hello{{/if}}!", "Hello!", &[]);
        check("{{#if language = DA}}Kære{{else}}Dear{{/if}} {{given}}", "Kære Anna", &[]);
        check("a\n{{#if given}}\nb\n{{#if nickname}}\nc\n{{/if}}\n{{/if}}\nd", "a\nb\nd", &[]);
        check("{{#if city}}in {{city}}{{/if}}", "in Hellerup", &[]);
        check("a { b } c", "a { b } c", &[]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let check = |text: &str, line: usize, key: &str| {
            let wrong = parse(text).unwrap_err();
            assert_eq!((wrong.line, wrong.text.key), (line, key), "{text}");
        };
        check("Dear\n{{given", 2, "print-open-tag");
        check("{{#if a}}\n{{#if b}}\n{{/if}}", 1, "print-open-if");
        check("a\nb {{/if}}", 2, "print-stray-tag");
        check("a\n\n{{else}}", 3, "print-stray-tag");
        check("{{given name}}", 1, "print-not-a-tag");
        check("{{#each a}}", 1, "print-not-a-tag");
        check("{{}}", 1, "print-not-a-tag");
    }

    #[test]
    fn every_field_is_named() {
        let nodes = parse("{{a}}\n{{#if b}}{{c}}{{else}}\n{{d|x}}{{/if}}").unwrap();
        assert_eq!(keys(&nodes), [("a", 1), ("b", 2), ("c", 2), ("d", 3)]);
    }
}
