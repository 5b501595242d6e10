//! The cards of a file, one after another; a bad one does not stop the next.

use std::io::{self, Cursor, Read};

use super::{
    BadCard, Card, LARGEST_CARD, Reason, Remark, Warning,
    decoding::{self, FileEncoding},
    line::{Line, Lines},
    undecoded::Undecoded,
    understanding,
};
use crate::encoding::{self, Decoded, Encoding};

/// The cards in `reader`, whatever its encoding.
pub fn cards<R: Read>(reader: R) -> Cards<R> {
    Cards { state: State::Unopened(reader), begun: None, line: 0, version: Vec::new() }
}

/// An iterator over the cards of a file.
pub struct Cards<R: Read> {
    state: State<R>,
    /// The line of a card whose beginning has been read already.
    begun: Option<u64>,
    line: u64,
    version: Vec<u8>,
}

enum State<R: Read> {
    Unopened(R),
    Open { lines: Lines<Source<R>>, file: FileEncoding },
    Ended,
}

/// What stands between the beginning and the end of a card.
struct Gathered {
    properties: Vec<Undecoded>,
    warnings: Vec<Warning>,
}

type Whole<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// Only UTF-16 is decoded as a whole: in old cards each property may have an encoding of its own.
enum Source<R> {
    Bytes(Whole<R>),
    Decoded(Box<Decoded<Whole<R>>>),
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Source::Bytes(bytes) => bytes.read(buffer),
            Source::Decoded(decoded) => decoded.read(buffer),
        }
    }
}

impl<R: Read> Cards<R> {
    /// The line at which the card given last begins.
    pub fn line(&self) -> u64 {
        self.line
    }

    fn open(&mut self) -> io::Result<()> {
        let State::Unopened(mut reader) = std::mem::replace(&mut self.state, State::Ended) else {
            return Ok(());
        };
        let mut head = Vec::new();
        reader.by_ref().take(encoding::SAMPLE as u64).read_to_end(&mut head)?;
        let encoding = encoding::detect(&head);
        let is_decoded = encoding == Encoding::UTF_16LE || encoding == Encoding::UTF_16BE;
        let whole = Cursor::new(head).chain(reader);
        let source = if is_decoded {
            Source::Decoded(Box::new(encoding::reader(encoding, whole)))
        } else {
            Source::Bytes(whole)
        };
        self.state = State::Open { lines: Lines::new(source), file: FileEncoding { encoding, is_decoded } };
        Ok(())
    }

    /// The next unfolded line; nothing at the end of the file.
    fn read_line(&mut self) -> io::Result<Option<Line>> {
        match &mut self.state {
            State::Open { lines, .. } => lines.next(),
            _ => Ok(None),
        }
    }

    fn next_card(&mut self) -> io::Result<Option<Result<Card, BadCard>>> {
        if matches!(self.state, State::Unopened(_)) {
            self.open()?;
        }
        let mut stray = None;
        while self.begun.is_none() {
            match self.read_line()? {
                None => break,
                Some(line) if line.is("BEGIN:VCARD") => self.begun = Some(line.number),
                Some(line) if line.is("END:VCARD") || line.bytes.trim_ascii().is_empty() => {}
                Some(line) => stray = stray.or(Some(line.number)),
            }
        }
        if let Some(line) = stray {
            self.line = line;
            return Ok(Some(Err(BadCard { line, reason: Reason::OutsideCard })));
        }
        let Some(line) = self.begun.take() else { return Ok(None) };
        self.line = line;
        let card = self.read_properties()?.and_then(|read| {
            let card = self.understand(read);
            if card.is_empty() { Err(Reason::Empty) } else { Ok(card) }
        });
        Ok(Some(card.map_err(|reason| BadCard { line, reason })))
    }

    /// The properties up to the end of the card.
    fn read_properties(&mut self) -> io::Result<Result<Gathered, Reason>> {
        let (mut properties, mut warnings, mut size): (Vec<Undecoded>, _, _) = (Vec::new(), Vec::new(), 0);
        self.set_version(b"");
        loop {
            let Some(line) = self.read_line()? else {
                warnings.push(Warning { line: self.line, remark: Remark::MissingEnd });
                break;
            };
            size += line.bytes.len();
            if line.is_too_long || size > LARGEST_CARD {
                self.pass_over()?;
                return Ok(Err(if line.is_too_long { Reason::LineTooLong } else { Reason::CardTooLarge }));
            }
            if line.is("END:VCARD") {
                break;
            }
            if line.is("END:VCARDBEGIN:VCARD") {
                self.begun = Some(line.number);
                break;
            }
            if line.is("BEGIN:VCARD") {
                if let Some(agent) = properties.last_mut().filter(|last| is_open_agent(last)) {
                    if !self.read_agent(agent, &mut size)? {
                        self.pass_over()?;
                        return Ok(Err(Reason::CardTooLarge));
                    }
                    continue;
                }
                self.begun = Some(line.number);
                warnings.push(Warning { line: self.line, remark: Remark::MissingEnd });
                break;
            }
            match self.parse(&line) {
                Some(property) => {
                    if property.is_named("VERSION") {
                        self.set_version(property.value.trim_ascii());
                    }
                    properties.push(property);
                }
                None if line.bytes.trim_ascii().is_empty() => {}
                None => warnings.push(Warning { line: line.number, remark: Remark::NoProperty }),
            }
        }
        Ok(Ok(Gathered { properties, warnings }))
    }

    fn parse(&self, line: &Line) -> Option<Undecoded> {
        let State::Open { file, .. } = &self.state else { return None };
        let property = Undecoded::parse(line.number, &line.bytes, *file, self.is_old())?;
        (!property.is_named("BEGIN") && !property.is_named("END")).then_some(property)
    }

    /// A card within a card, kept as the text vCard 3.0 would make of it. False if it is too large.
    fn read_agent(&mut self, agent: &mut Undecoded, size: &mut usize) -> io::Result<bool> {
        agent.value = b"BEGIN:VCARD".to_vec();
        let mut depth = 1;
        while depth > 0
            && let Some(line) = self.read_line()?
        {
            *size += line.bytes.len();
            if line.is_too_long || *size > LARGEST_CARD {
                return Ok(false);
            }
            if line.is("BEGIN:VCARD") {
                depth += 1;
            } else if line.is("END:VCARD") {
                depth -= 1;
            }
            agent.value.extend_from_slice(b"\\n");
            for byte in line.bytes {
                if b"\\,;".contains(&byte) {
                    agent.value.push(b'\\');
                }
                agent.value.push(byte);
            }
        }
        Ok(true)
    }

    /// To the end of a card that cannot be read.
    fn pass_over(&mut self) -> io::Result<()> {
        while let Some(line) = self.read_line()? {
            if line.is("END:VCARD") {
                break;
            }
            if line.is("BEGIN:VCARD") {
                self.begun = Some(line.number);
                break;
            }
        }
        Ok(())
    }

    fn set_version(&mut self, version: &[u8]) {
        self.version = version.to_vec();
        let is_old = self.is_old();
        if let State::Open { lines, .. } = &mut self.state {
            lines.keeps_fold_space = is_old;
        }
    }

    fn is_old(&self) -> bool {
        self.version.starts_with(b"2") || self.version.starts_with(b"1")
    }

    fn understand(&self, Gathered { properties, warnings }: Gathered) -> Card {
        let State::Open { file, .. } = &self.state else { return Card::default() };
        let decoded = decoding::decode(properties, *file, self.is_old());
        understanding::understand(decoded, warnings, self.is_old())
    }
}

fn is_open_agent(property: &Undecoded) -> bool {
    property.is_named("AGENT") && property.value.trim_ascii().is_empty()
}

impl<R: Read> Iterator for Cards<R> {
    type Item = Result<Card, BadCard>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.next_card() {
            Ok(card) => card,
            Err(error) => {
                self.state = State::Ended;
                self.begun = None;
                Some(Err(BadCard { line: self.line, reason: Reason::Unreadable(error.to_string()) }))
            }
        }
    }
}

#[cfg(test)]
mod tests;
