//! The little of XML that a workbook needs: elements by their local names, their attributes, and text.

use std::{borrow::Cow, io, io::BufRead};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event as Read},
};

use super::{Trouble, package::Source};

/// Deeper than any part of a workbook.
const DEEPEST: usize = 256;

pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
}

pub(super) enum Event<'a> {
    Open(Tag<'a>),
    /// The local name.
    Close(Cow<'a, [u8]>),
    /// Empty for comments and the like.
    Text(Cow<'a, str>),
    End,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(source: R) -> Xml<R> {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Xml { reader, buffer: Vec::new(), depth: 0 }
    }

    /// From somewhere in the middle, elements are closed that were not opened.
    pub(super) fn allow_unmatched(&mut self) {
        self.reader.config_mut().allow_unmatched_ends = true;
    }

    pub(super) fn next(&mut self) -> Result<Event<'_>, Trouble> {
        self.buffer.clear();
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(trouble)? {
            Read::Start(tag) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(Trouble::TooLarge);
                }
                Event::Open(Tag(tag))
            }
            Read::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Event::Close(tag.local_name().as_ref().to_vec().into())
            }
            Read::Text(text) => Event::Text(text.xml10_content().map_err(broken)?),
            Read::CData(text) => Event::Text(text.xml10_content().map_err(broken)?),
            Read::GeneralRef(entity) => Event::Text(character(&entity).to_owned().into()),
            Read::Eof => Event::End,
            _ => Event::Text("".into()),
        })
    }
}

impl Xml<Source> {
    /// A step forward was made: see [`super::package::Allowance`].
    pub(super) fn go_on(&mut self) {
        self.reader.get_mut().get_mut().go_on();
    }

    /// Bytes read so far.
    pub(super) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }
}

/// What `&amp;` and `&#8364;` stand for; nothing for what nobody declared.
fn character(entity: &BytesRef) -> String {
    match &**entity {
        b"amp" => "&".to_owned(),
        b"lt" => "<".to_owned(),
        b"gt" => ">".to_owned(),
        b"quot" => "\"".to_owned(),
        b"apos" => "'".to_owned(),
        _ => entity.resolve_char_ref().ok().flatten().map(String::from).unwrap_or_default(),
    }
}

fn trouble(error: quick_xml::Error) -> Trouble {
    match error {
        quick_xml::Error::Io(error) => match error.get_ref() {
            Some(inner) if inner.is::<super::package::TooMuch>() => Trouble::TooLarge,
            _ => io::Error::new(error.kind(), error.to_string()).into(),
        },
        other => broken(other),
    }
}

fn broken(cause: impl std::fmt::Display) -> Trouble {
    Trouble::Broken(cause.to_string())
}

pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The local name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name.as_bytes()
    }

    /// An attribute by its local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut fine = attributes.with_checks(false).flatten();
        let found = fine.find(|each| each.key.local_name().as_ref() == name.as_bytes())?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.trim().parse().ok()
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(|text| matches!(text.trim(), "1" | "true" | "on"))
    }
}
