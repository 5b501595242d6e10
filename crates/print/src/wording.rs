//! The wording of a letter: one version for each language, each with its subject and body, kept as one plain text:
//!
//! ```text
//! === da
//! Subject: Tak for besøget
//!
//! Kære {{given}}, …
//! ```

use locale::merge_fields::{self, Node, Wrong};

/// The wording as people write it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    pub versions: Vec<Version>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Version {
    /// As in a card's field of language: `da`.
    pub language: String,
    pub subject: String,
    pub body: String,
}

const MARK: &str = "=== ";
const SUBJECT: &str = "Subject:";

impl Wording {
    pub fn read(text: &str) -> Wording {
        let mut versions: Vec<Version> = Vec::new();
        for line in text.lines() {
            match (line.strip_prefix(MARK), versions.last_mut()) {
                (Some(language), _) => {
                    versions.push(Version { language: language.trim().to_owned(), ..Version::default() });
                }
                (None, Some(version)) if version.body.is_empty() && line.starts_with(SUBJECT) => {
                    version.subject = line[SUBJECT.len()..].trim().to_owned();
                }
                (None, Some(version)) => {
                    if !(version.body.is_empty() && line.trim().is_empty()) {
                        version.body.push_str(line);
                        version.body.push('\n');
                    }
                }
                (None, None) => {}
            }
        }
        for version in &mut versions {
            version.body.truncate(version.body.trim_end().len());
        }
        Wording { versions }
    }

    pub fn written(&self) -> String {
        let one = |version: &Version| {
            // A line of the body that looks like the beginning of a version is none.
            let body: Vec<String> = version
                .body
                .lines()
                .map(|line| if line.starts_with(MARK) { format!(" {line}") } else { line.to_owned() })
                .collect();
            format!(
                "{MARK}{}\n{SUBJECT} {}\n\n{}\n",
                version.language,
                version.subject.trim(),
                body.join("\n").trim()
            )
        };
        self.versions.iter().map(one).collect::<Vec<_>>().join("\n")
    }

    /// With its fields found, or what is wrong: the version, its part and the place there.
    pub fn parsed(&self) -> Result<Parsed, Mistake> {
        let mut versions = Vec::with_capacity(self.versions.len());
        for (at, version) in self.versions.iter().enumerate() {
            let part = |text: &str, part| {
                merge_fields::parse(text).map_err(|wrong| Mistake { version: at, part, wrong })
            };
            versions.push(ParsedVersion {
                language: version.language.clone(),
                subject: part(&version.subject, Part::Subject)?,
                body: part(&version.body, Part::Body)?,
            });
        }
        Ok(Parsed { versions })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Subject,
    Body,
}

impl Part {
    pub fn key(self) -> &'static str {
        match self {
            Part::Subject => "subject",
            Part::Body => "body",
        }
    }
}

/// Where a wording is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    pub version: usize,
    pub part: Part,
    pub wrong: Wrong,
}

/// A wording ready to be filled in.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    versions: Vec<ParsedVersion>,
}

#[derive(Debug, Clone)]
pub struct ParsedVersion {
    pub language: String,
    pub subject: Vec<Node>,
    pub body: Vec<Node>,
}

impl Parsed {
    /// The version in this language, else in the workspace's, else the first.
    pub fn in_language(&self, language: &str, workspace: &str) -> Option<&ParsedVersion> {
        let of = |wanted: &str| self.versions.iter().find(|version| version.language == wanted);
        of(language).or_else(|| of(workspace)).or(self.versions.first())
    }

    /// The first field that `known` does not know.
    pub fn unknown_field(&self, known: impl Fn(&str) -> bool) -> Option<Mistake> {
        self.versions.iter().enumerate().find_map(|(at, version)| {
            let parts = [(Part::Subject, &version.subject), (Part::Body, &version.body)];
            parts.into_iter().find_map(|(part, nodes)| {
                let (key, line) = merge_fields::keys(nodes).into_iter().find(|(key, _)| !known(key))?;
                let text = kernel::Text::new("print-no-such-field").with("field", key);
                Some(Mistake { version: at, part, wrong: Wrong { line, text } })
            })
        })
    }
}

/// A stretch of a letter's body.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Block {
    /// `text`, or `item` of a list.
    pub kind: &'static str,
    /// Lines of runs.
    pub lines: Vec<Vec<Run>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Run {
    pub text: String,
    pub bold: bool,
}

/// Paragraphs are separated by an empty line; `- ` begins an item of a list; `**` puts bold around words.
pub fn blocks(body: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open = false;
    for line in body.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
        } else if let Some(item) = trimmed.strip_prefix("- ") {
            found.push(Block { kind: "item", lines: vec![runs(item)] });
            open = true;
        } else {
            match found.last_mut().filter(|_| open) {
                Some(block) => block.lines.push(runs(trimmed)),
                None => found.push(Block { kind: "text", lines: vec![runs(trimmed)] }),
            }
            open = true;
        }
    }
    found
}

fn runs(line: &str) -> Vec<Run> {
    let pieces: Vec<&str> = line.split("**").collect();
    // An odd mark is no mark.
    if pieces.len().is_multiple_of(2) {
        return vec![Run { text: line.to_owned(), bold: false }];
    }
    let pieces = pieces.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
    pieces.map(|(at, text)| Run { text: text.to_owned(), bold: at % 2 == 1 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "=== en\nSubject: Hello {{given}}\n\nDear {{given}},\n\nBye\n\n=== da\nSubject: Hej\n\nKære\n";

    #[test]
    fn a_wording_is_read_and_written_again() {
        let wording = Wording::read(TEXT);
        assert_eq!(wording.versions.len(), 2);
        assert_eq!(wording.versions[0].subject, "Hello {{given}}");
        assert_eq!(wording.versions[0].body, "Dear {{given}},\n\nBye");
        assert_eq!(wording.written(), TEXT);
        let sly = Wording {
            versions: vec![Version {
                language: "en".into(),
                subject: String::new(),
                body: "a\n=== b".into(),
            }],
        };
        assert_eq!(Wording::read(&sly.written()).versions.len(), 1);
    }

    #[test]
    fn each_reads_their_own_language() {
        let parsed = Wording::read(TEXT).parsed().unwrap();
        let chosen = |language, workspace| parsed.in_language(language, workspace).unwrap().language.clone();
        assert_eq!(chosen("da", "en"), "da");
        assert_eq!(chosen("sv", "da"), "da");
        assert_eq!(chosen("sv", "tr"), "en");
    }

    #[test]
    fn unknown_fields_are_found_before_printing() {
        let parsed = Wording::read(TEXT).parsed().unwrap();
        assert_eq!(parsed.unknown_field(|key| key == "given"), None);
        let mistake = parsed.unknown_field(|_| false).unwrap();
        assert_eq!((mistake.version, mistake.part, mistake.wrong.line), (0, Part::Subject, 1));
    }

    #[test]
    fn a_body_has_paragraphs_lists_and_bold_words() {
        let found = blocks("One\ntwo **three**\n\n- a\n- b ** c\n\nEnd");
        let kinds: Vec<_> = found.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, ["text", "item", "item", "text"]);
        assert_eq!(found[0].lines.len(), 2);
        assert_eq!(
            found[0].lines[1],
            [Run { text: "two ".into(), bold: false }, Run { text: "three".into(), bold: true }]
        );
        assert_eq!(found[2].lines[0], [Run { text: "b ** c".into(), bold: false }]);
    }
}
