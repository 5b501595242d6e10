//! XML as WebDAV speaks it: requests as small trees, read within limits and without entities of their own; answers as text with
//! fixed prefixes.

use std::fmt::Write;

use kernel::{Error, Result};
use quick_xml::{
    NsReader, XmlVersion,
    events::{BytesRef, Event},
    name::ResolveResult,
};

pub(crate) const DAV: &str = "DAV:";
pub(crate) const CALDAV: &str = "urn:ietf:params:xml:ns:caldav";
pub(crate) const CARDDAV: &str = "urn:ietf:params:xml:ns:carddav";
/// Of `getctag`, which programs ask for that know no sync tokens.
pub(crate) const SERVER: &str = "http://calendarserver.org/ns/";
/// Of colours and the order of calendars.
pub(crate) const APPLE: &str = "http://apple.com/ns/ical/";

const PREFIXES: [(&str, &str); 5] = [("d", DAV), ("c", CALDAV), ("r", CARDDAV), ("s", SERVER), ("a", APPLE)];

const DEEPEST: usize = 32;
const MOST_ELEMENTS: usize = 20_000;

/// A name in its namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) space: String,
    pub(crate) local: String,
}

impl Name {
    pub(crate) fn is(&self, space: &str, local: &str) -> bool {
        self.space == space && self.local == local
    }

    /// As one text, for what is kept under a name.
    pub(crate) fn key(&self) -> String {
        format!("{{{}}}{}", self.space, self.local)
    }
}

/// An element of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: Name,
    /// By local names.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn is(&self, space: &str, local: &str) -> bool {
        self.name.is(space, local)
    }

    pub(crate) fn child(&self, space: &str, local: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.is(space, local))
    }

    pub(crate) fn all<'e>(&'e self, space: &'e str, local: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.is(space, local))
    }

    pub(crate) fn attribute(&self, local: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == local).map(|(_, value)| value.as_str())
    }
}

fn broken() -> Error {
    Error::invalid("", "dav-not-xml")
}

/// The root of a body; nothing of an empty one. Whoever declares a document type is refused: entities are how a small text
/// becomes a large one.
pub(crate) fn read(body: &[u8]) -> Result<Option<Element>> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let mut reader = NsReader::from_reader(body);
    reader.config_mut().expand_empty_elements = true;
    let (mut open, mut root, mut count): (Vec<Element>, Option<Element>, usize) = (Vec::new(), None, 0);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let (space, event) = reader.read_resolved_event_into(&mut buffer).map_err(|_| broken())?;
        match event {
            Event::Start(tag) => {
                count += 1;
                if open.len() >= DEEPEST || count > MOST_ELEMENTS || root.is_some() {
                    return Err(broken());
                }
                let space = match space {
                    ResolveResult::Bound(space) => utf8(space.as_ref())?,
                    _ => String::new(),
                };
                let name = Name { space, local: utf8(tag.local_name().as_ref())? };
                let mut attributes = Vec::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|_| broken())?;
                    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| broken())?;
                    attributes.push((utf8(attribute.key.local_name().as_ref())?, value.into_owned()));
                }
                open.push(Element { name, attributes, children: Vec::new(), text: String::new() });
            }
            Event::End(_) => {
                let done = open.pop().ok_or_else(broken)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(done),
                    None => root = Some(done),
                }
            }
            Event::Text(text) => put(&mut open, &text.xml10_content().map_err(|_| broken())?),
            Event::CData(text) => put(&mut open, &text.xml10_content().map_err(|_| broken())?),
            Event::GeneralRef(entity) => {
                let character = character(&entity)?;
                put(&mut open, &character);
            }
            Event::DocType(_) => return Err(broken()),
            Event::Eof => break,
            _ => {}
        }
    }
    if open.is_empty() { root.map(Some).ok_or_else(broken) } else { Err(broken()) }
}

fn utf8(bytes: &[u8]) -> Result<String> {
    String::from_utf8(bytes.to_vec()).map_err(|_| broken())
}

fn put(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn character(entity: &BytesRef) -> Result<String> {
    Ok(match &**entity {
        b"amp" => "&".to_owned(),
        b"lt" => "<".to_owned(),
        b"gt" => ">".to_owned(),
        b"quot" => "\"".to_owned(),
        b"apos" => "'".to_owned(),
        _ => entity.resolve_char_ref().ok().flatten().map(String::from).ok_or_else(broken)?,
    })
}

/// A text for XML. Signs that no XML may hold are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A parser would make a line feed of it.
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => out.push(letter),
        }
    }
    out
}

/// An element of this name around what is XML already.
pub(crate) fn element(name: &Name, inner: &str) -> String {
    let known = PREFIXES.iter().find(|(_, space)| *space == name.space);
    let (tag, declared) = match known {
        Some((prefix, _)) => (format!("{prefix}:{}", name.local), String::new()),
        None if name.space.is_empty() => (name.local.clone(), " xmlns=\"\"".to_owned()),
        None => (format!("x:{}", name.local), format!(" xmlns:x=\"{}\"", escaped(&name.space))),
    };
    if inner.is_empty() { format!("<{tag}{declared}/>") } else { format!("<{tag}{declared}>{inner}</{tag}>") }
}

/// A whole document whose root is this element of `DAV:`.
pub(crate) fn document(root: &str, inner: &str) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(out, "<{root}");
    for (prefix, space) in PREFIXES {
        let _ = write!(out, " xmlns:{prefix}=\"{space}\"");
    }
    let _ = write!(out, ">{inner}</{root}>");
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_request_is_read_by_namespaces_not_by_prefixes() {
        let body = br#"<?xml version="1.0"?><propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
            <prop><getetag/><C:calendar-data version="2.0"/><x xmlns=""/></prop></propfind>"#;
        let root = read(body).unwrap().unwrap();
        assert!(root.is(DAV, "propfind"));
        let prop = root.child(DAV, "prop").unwrap();
        assert!(prop.child(DAV, "getetag").is_some());
        assert_eq!(prop.child(CALDAV, "calendar-data").unwrap().attribute("version"), Some("2.0"));
        assert!(prop.child("", "x").is_some());
        let text = read(b"<a>x &lt;&amp;&#65; <![CDATA[<b>]]></a>").unwrap().unwrap().text;
        assert_eq!(text, "x <&A <b>");
        assert_eq!(read(b" \r\n").unwrap(), None);
    }

    #[test]
    fn what_is_meant_to_harm_is_refused() {
        let refused = |body: &str| assert!(read(body.as_bytes()).is_err(), "{}", &body[..body.len().min(80)]);
        refused("<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>");
        refused("<a>&b;</a>");
        refused("<a><b></a>");
        refused("<a/><b/>");
        refused("no xml");
        refused(&"<a>".repeat(40));
        refused(&format!("<a>{}</a>", "<b/>".repeat(30_000)));
    }

    proptest! {
        #[test]
        fn any_text_is_written_so_that_it_can_be_read(text in "\\PC{0,40}") {
            let written = element(&Name { space: "x:y".into(), local: "z".into() }, &escaped(&text));
            prop_assert_eq!(read(written.as_bytes()).unwrap().unwrap().text, text);
        }

        #[test]
        fn nothing_breaks_the_reader(body in "(<|>|/|a|b:c|=|\"|&|;|#|!|\\[|\\]|\\PC){0,60}") {
            let _ = read(body.as_bytes());
        }
    }
}
