//! What a letter says: a few paragraphs, words of others, and where to go, as plain text and as simple HTML of the same words.

use std::fmt::Write;

use kernel::{Language, Role};

/// A letter to one person, in their language.
#[derive(Debug, Clone)]
pub struct Letter {
    /// What it is for, such as `invitation`.
    pub kind: &'static str,
    /// Who may read it while it is kept: at least this role. Never less than an administrator.
    pub least: Role,
    /// Empty when only the address is known.
    pub to_name: String,
    pub to_address: String,
    pub language: Language,
    pub subject: String,
    pub parts: Vec<Part>,
    /// Why they get it, in small letters at the end.
    pub foot: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Words(String),
    /// What somebody else said.
    Quote(String),
    /// Where to go: a text and an address.
    Way {
        text: String,
        href: String,
    },
}

impl Letter {
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Quote(words) => {
                    let quoted: Vec<String> = words.lines().map(|line| format!("> {line}")).collect();
                    out.push_str(&quoted.join("\n"));
                }
                Part::Way { text, href } => {
                    let _ = write!(out, "{text}:\n{href}");
                }
            }
            out.push_str("\n\n");
        }
        if !self.foot.is_empty() {
            let _ = write!(out, "-- \n{}\n", self.foot);
        }
        out
    }

    pub fn html(&self) -> String {
        let mut out = format!(
            "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>",
            self.language.code(),
            escaped(&self.subject)
        );
        for part in &self.parts {
            let _ = match part {
                Part::Words(words) => write!(out, "<p>{}</p>", lines(words)),
                Part::Quote(words) => write!(out, "<blockquote>{}</blockquote>", lines(words)),
                Part::Way { text, href } => {
                    write!(out, "<p><a href=\"{}\">{}</a></p>", escaped(href), escaped(text))
                }
            };
        }
        if !self.foot.is_empty() {
            let _ = write!(out, "<hr><p><small>{}</small></p>", lines(&self.foot));
        }
        out.push_str("</body></html>");
        out
    }
}

fn lines(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("<br>")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same_and_what_others_wrote_stays_words() {
        let letter = Letter {
            kind: "test",
            least: Role::Admin,
            to_name: "Anna".to_owned(),
            to_address: "anna@berg.example".to_owned(),
            language: Language::Danish,
            subject: "A & B".to_owned(),
            parts: vec![
                Part::Words("Hello".to_owned()),
                Part::Quote("<script>\nsaid he".to_owned()),
                Part::Way { text: "Open".to_owned(), href: "https://x.example/?a=1&b=\"2\"".to_owned() },
            ],
            foot: "Why".to_owned(),
        };
        assert_eq!(
            letter.plain(),
            "Hello\n\n> <script>\n> said he\n\nOpen:\nhttps://x.example/?a=1&b=\"2\"\n\n-- \nWhy\n"
        );
        assert_eq!(
            letter.html(),
            "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>A &amp; B</title></head><body>\
             <p>Hello</p><blockquote>&lt;script&gt;<br>said he</blockquote>\
             <p><a href=\"https://x.example/?a=1&amp;b=&quot;2&quot;\">Open</a></p><hr><p><small>Why</small></p></body></html>"
        );
    }
}
