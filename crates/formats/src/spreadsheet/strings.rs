//! The texts that a workbook's cells share: read no further than they are asked for, and laid aside in a file where
//! there are many.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};

use super::{
    Trouble,
    package::{Package, Source},
    xml::{Event, Xml},
};

/// Bytes of text held in memory; the rest lies in a file.
const HELD: usize = 48 * 1024 * 1024;
/// Bytes that wait to be written.
const WAITING: usize = 1024 * 1024;
/// More texts than any honest workbook has.
const MOST: usize = 20_000_000;

pub(super) struct Strings {
    xml: Option<Xml<Source>>,
    /// Where each text ends, counted over all of them.
    ends: Vec<u64>,
    held: String,
    held_at_most: usize,
    aside: Option<Aside>,
}

impl Strings {
    pub(super) fn open(package: &Package, part: Option<&str>) -> Result<Strings, Trouble> {
        let xml = part.map(|part| package.part(part)).transpose()?.flatten();
        let aside =
            Some(Aside { folder: package.folder().to_owned(), file: None, written: 0, waiting: Vec::new() });
        Ok(Strings { xml, ends: Vec::new(), held: String::new(), held_at_most: HELD, aside })
    }

    /// The text of this number; nothing when there is none.
    pub(super) fn get(&mut self, at: usize) -> Result<Option<String>, Trouble> {
        while self.ends.len() <= at {
            if !self.read_one()? {
                return Ok(None);
            }
        }
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        let held = self.held.len() as u64;
        if self.ends[at] <= held && (from < held || self.ends[at] == from) {
            let range = usize::try_from(from).unwrap_or(0)..usize::try_from(self.ends[at]).unwrap_or(0);
            return Ok(self.held.get(range).map(str::to_owned));
        }
        let Some(aside) = &mut self.aside else { return Ok(None) };
        Ok(Some(aside.read(from - held, self.ends[at] - held)?))
    }

    /// Reads one more text; whether there was one.
    fn read_one(&mut self) -> Result<bool, Trouble> {
        let Some(xml) = &mut self.xml else { return Ok(false) };
        loop {
            match xml.next()? {
                Event::Open(tag) if tag.is("si") => break,
                Event::End => {
                    self.xml = None;
                    return Ok(false);
                }
                _ => {}
            }
        }
        let text = text_of(xml, "si")?;
        xml.go_on();
        if self.ends.len() >= MOST {
            return Err(Trouble::TooLarge);
        }
        let end = self.ends.last().copied().unwrap_or(0) + text.len() as u64;
        self.ends.push(end);
        let fits = self.held.len() as u64 + text.len() as u64 == end && self.held.len() < self.held_at_most;
        match &mut self.aside {
            Some(aside) if !fits => aside.write(&text)?,
            _ => self.held.push_str(&text),
        }
        Ok(true)
    }
}

/// The text of an element that may be rich, up to its end. How it is pronounced is left out.
pub(super) fn text_of(xml: &mut Xml<Source>, element: &str) -> Result<String, Trouble> {
    let mut text = String::new();
    let (mut inside, mut phonetic) = (false, false);
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.is("rPh") => phonetic = true,
            Event::Open(tag) if tag.is("t") => inside = !phonetic,
            Event::Close(name) => match &*name {
                b"rPh" => phonetic = false,
                b"t" => inside = false,
                name if name == element.as_bytes() => return Ok(plain(text)),
                _ => {}
            },
            Event::Text(part) if inside => text.push_str(&part),
            Event::End => return Ok(plain(text)),
            _ => {}
        }
    }
}

/// Characters that XML has no place for are written `_x000D_` (ECMA-376 part 1, 22.9.2.19).
pub(super) fn plain(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let escape = rest.get(at + 2..at + 7).filter(|escape| escape.ends_with('_'));
        let code = escape.and_then(|escape| u32::from_str_radix(&escape[..4], 16).ok());
        match code.and_then(char::from_u32) {
            Some(character) => {
                plain.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Texts in a file without a name, gone with the process.
struct Aside {
    folder: std::path::PathBuf,
    file: Option<File>,
    written: u64,
    waiting: Vec<u8>,
}

impl Aside {
    fn write(&mut self, text: &str) -> Result<(), Trouble> {
        self.waiting.extend_from_slice(text.as_bytes());
        if self.waiting.len() >= WAITING {
            let file = file_in(&self.folder, &mut self.file)?;
            file.seek(SeekFrom::Start(self.written))?;
            file.write_all(&self.waiting)?;
            self.written += self.waiting.len() as u64;
            self.waiting.clear();
        }
        Ok(())
    }

    fn read(&mut self, from: u64, to: u64) -> Result<String, Trouble> {
        let length = usize::try_from(to - from).map_err(|_| Trouble::TooLarge)?;
        let mut bytes = vec![0; length];
        // A text is written whole or not at all.
        if let Some(waiting) = from.checked_sub(self.written) {
            let at = usize::try_from(waiting).map_err(|_| Trouble::TooLarge)?;
            bytes.copy_from_slice(self.waiting.get(at..at + length).unwrap_or_default());
        } else {
            let file = file_in(&self.folder, &mut self.file)?;
            file.seek(SeekFrom::Start(from))?;
            file.read_exact(&mut bytes)?;
        }
        String::from_utf8(bytes).map_err(|error| Trouble::Broken(error.to_string()))
    }
}

fn file_in<'f>(folder: &Path, file: &'f mut Option<File>) -> Result<&'f mut File, Trouble> {
    Ok(match file {
        Some(file) => file,
        none => none.insert(tempfile::tempfile_in(folder)?),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn escaped_characters_are_read() {
        assert_eq!(plain("a_x000D_b".to_owned()), "a\rb");
        assert_eq!(plain("_x005F_x000D_ _xyz_ _x".to_owned()), "_x000D_ _xyz_ _x");
        assert_eq!(plain("_x00e9_é_x".to_owned()), "éé_x");
        assert_eq!(plain("_xD800_".to_owned()), "_xD800_");
    }

    #[test]
    fn many_texts_lie_aside_and_are_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("texts.zip");
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        zip.start_file("s.xml", zip::write::SimpleFileOptions::default()).unwrap();
        let mut all = String::from("<sst>");
        for at in 0..200_000 {
            all.push_str(&match at % 3 {
                0 => "<si/>".to_owned(),
                1 => format!("<si><t>Işıl {at}</t></si>"),
                _ => format!("<si><r><t>王</t></r><r><t>小明 {at}</t></r><rPh><t>x</t></rPh></si>"),
            });
        }
        std::io::copy(&mut Cursor::new(all + "</sst>"), &mut zip).unwrap();
        zip.finish().unwrap();
        let package = Package::open(&path).unwrap();
        let mut strings = Strings { held_at_most: 1000, ..Strings::open(&package, Some("s.xml")).unwrap() };
        for at in [7, 4, 199_999, 5, 3, 100_000, 199_998, 150_001, 0, 199_999, 60] {
            let expected = match at % 3 {
                0 => String::new(),
                1 => format!("Işıl {at}"),
                _ => format!("王小明 {at}"),
            };
            assert_eq!(strings.get(at).unwrap(), Some(expected));
        }
        assert_eq!(strings.get(200_000).unwrap(), None);
        assert!(strings.held.len() < 1100);
    }
}
