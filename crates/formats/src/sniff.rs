//! Which kind of file somebody handed over, by its bytes first and its name second.

use crate::{
    delimited,
    encoding::{self, Encoding},
};

/// The kinds of file that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    VCard,
    Delimited,
    /// `.xlsx`, as [`crate::spreadsheet`] reads it.
    Workbook,
    /// A workbook that only a password opens.
    ProtectedWorkbook,
    /// A spreadsheet of a kind that we do not read: `.xls`, `.xlsb`, `.ods`.
    OtherWorkbook,
    /// The export of a whole workspace. Other office documents, which are archives too, are `Unknown`.
    Zip,
    Unknown,
}

const SHOWN: usize = 64 * 1024;

/// The kind of a file that begins with `bytes` and is called `name`.
pub fn kind_of(bytes: &[u8], name: Option<&str>) -> FileKind {
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes, ending);
    }
    if bytes.starts_with(OLE) {
        return compound(bytes, ending);
    }
    let sample = &bytes[..bytes.len().min(SHOWN)];
    let encoding = encoding::detect(sample);
    let text = encoding.decode(sample);
    let named = match ending {
        "vcf" | "vcard" => FileKind::VCard,
        "csv" | "tsv" | "tab" | "txt" => FileKind::Delimited,
        _ => FileKind::Unknown,
    };
    if text.trim().is_empty() {
        return named;
    }
    if is_vcard(&text) {
        FileKind::VCard
    } else if is_binary(&text, encoding) || named == FileKind::VCard || is_markup(&text) {
        FileKind::Unknown
    } else if named == FileKind::Delimited || is_table(&text) {
        FileKind::Delimited
    } else {
        FileKind::Unknown
    }
}

fn is_vcard(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| line.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// Office documents are archives too; their parts have fixed names.
fn archive(bytes: &[u8], ending: &str) -> FileKind {
    let has = |part: &[u8]| holds(bytes, part);
    let first_entry = bytes.get(30..).unwrap_or_default();
    let office = [&b"[Content_Types].xml"[..], b"_rels/", b"docProps/", b"xl/", b"word/", b"mimetype"];
    let is_office = office.iter().any(|name| first_entry.starts_with(name));
    match ending {
        _ if is_office && has(b"xl/workbook.bin") => FileKind::OtherWorkbook,
        _ if is_office && (has(b"xl/workbook.xml") || has(b"xl/worksheets/")) => FileKind::Workbook,
        _ if is_office && has(b"application/vnd.oasis.opendocument.spreadsheet") => FileKind::OtherWorkbook,
        _ if is_office && (has(b"word/") || has(b"ppt/")) => FileKind::Unknown,
        "xlsx" | "xlsm" => FileKind::Workbook,
        "xlsb" | "ods" | "numbers" => FileKind::OtherWorkbook,
        "docx" | "pptx" | "odt" | "pages" => FileKind::Unknown,
        _ if is_office => FileKind::Unknown,
        _ => FileKind::Zip,
    }
}

/// The beginning of a compound file ([MS-CFB]), in which old Excel keeps its sheets, and new Excel what a password
/// protects.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

fn compound(bytes: &[u8], ending: &str) -> FileKind {
    let named =
        |stream: &str| holds(bytes, &stream.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    match ending {
        _ if named("EncryptedPackage") => FileKind::ProtectedWorkbook,
        "xlsx" | "xlsm" | "xlsb" => FileKind::ProtectedWorkbook,
        _ if ending == "xls" || named("Workbook") => FileKind::OtherWorkbook,
        _ => FileKind::Unknown,
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Text has no control characters to speak of, and was readable.
fn is_binary(text: &str, encoding: Encoding) -> bool {
    let odd = |character: &char| {
        (character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{1B}' | '\u{1A}'))
            || *character == '\u{FFFD}'
    };
    let (mut all, mut strange) = (0usize, 0usize);
    for character in text.chars() {
        all += 1;
        strange += usize::from(odd(&character));
    }
    // A file cut in the middle of a character leaves one.
    let tolerated = if encoding == Encoding::UTF_8 { 1 } else { all / 200 + 1 };
    strange > tolerated
}

fn is_markup(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with('<')
        || start.starts_with('{')
        || start.starts_with("%PDF")
        || start.starts_with("BEGIN:")
}

/// At least two rows that agree on at least two columns.
fn is_table(text: &str) -> bool {
    let dialect = delimited::sniff(text);
    let Ok(mut table) =
        delimited::Table::new(text.as_bytes(), &delimited::Dialect { has_header: false, ..dialect })
    else {
        return false;
    };
    let mut lengths = Vec::new();
    while let Ok(Some(row)) = table.row() {
        lengths.push(row.len());
        if lengths.len() == 50 {
            break;
        }
    }
    let agreeing = lengths.iter().filter(|length| **length > 1 && **length == lengths[0]).count();
    agreeing >= 2 && agreeing * 2 > lengths.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(bytes: &[u8], name: Option<&str>, expected: FileKind) {
        assert_eq!(kind_of(bytes, name), expected, "{} {name:?}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn files_are_known_by_their_content() {
        check(b"BEGIN:VCARD\r\nVERSION:3.0\r\n", None, FileKind::VCard);
        check(b"\xEF\xBB\xBF\r\nbegin:vcard\n", Some("contacts.csv"), FileKind::VCard);
        let wide: Vec<u8> = "BEGIN:VCARD\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, None, FileKind::VCard);
        check(b"Name,Phone\nAda,12\n", None, FileKind::Delimited);
        check(b"Navn;Telefon\r\n\xC5se;12\r\n", None, FileKind::Delimited);
        check(b"PK\x03\x04\x14\0\0\0\0\0rest", Some("export.zip"), FileKind::Zip);
        check(b"Dear Ada,\nhow are you, and Bo, and Cai?\nYours\n", None, FileKind::Unknown);
        check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01", Some("a.csv"), FileKind::Unknown);
        check(b"<html><body>a,b\nc,d</body></html>", Some("a.csv"), FileKind::Unknown);
        check(b"BEGIN:VCALENDAR\nVERSION:2.0\n", Some("a.vcf"), FileKind::Unknown);
    }

    #[test]
    fn names_help_where_the_content_does_not() {
        check(b"Name\nAda\nBo\n", Some("liste.CSV"), FileKind::Delimited);
        check(b"Name\nAda\nBo\n", None, FileKind::Unknown);
        check(b"", Some("a.vcf"), FileKind::VCard);
        check(b"", Some("a.csv"), FileKind::Delimited);
        check(b"", None, FileKind::Unknown);
    }

    #[test]
    fn office_documents_are_no_workspace_exports() {
        let archive = |names: &[&str]| {
            let entry = |name: &&str| {
                let mut entry = b"PK\x03\x04".to_vec();
                entry.resize(30, 0);
                entry.extend_from_slice(name.as_bytes());
                entry
            };
            names.iter().flat_map(entry).collect::<Vec<u8>>()
        };
        check(&archive(&["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]), None, FileKind::Workbook);
        check(&archive(&["xl/worksheets/sheet1.xml"]), Some("a.csv"), FileKind::Workbook);
        check(&archive(&["[Content_Types].xml", "xl/workbook.bin"]), Some("a.xlsx"), FileKind::OtherWorkbook);
        check(&archive(&["[Content_Types].xml", "word/document.xml"]), None, FileKind::Unknown);
        check(&archive(&["[Content_Types].xml"]), None, FileKind::Unknown);
        check(
            &archive(&["mimetypeapplication/vnd.oasis.opendocument.spreadsheet"]),
            None,
            FileKind::OtherWorkbook,
        );
        check(&archive(&["manifest.json", "files/xl/workbook.xml"]), Some("a.zip"), FileKind::Zip);
        check(b"PK\x03\x04", Some("list.xlsx"), FileKind::Workbook);
        check(b"PK\x03\x04", Some("list.docx"), FileKind::Unknown);
    }

    #[test]
    fn old_and_protected_workbooks_are_told_apart() {
        let compound = |stream: &str| {
            let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
            OLE.iter().copied().chain([0; 512]).chain(name).collect::<Vec<u8>>()
        };
        check(&compound("EncryptedPackage"), Some("a.xlsx"), FileKind::ProtectedWorkbook);
        check(&compound("EncryptedPackage"), None, FileKind::ProtectedWorkbook);
        check(&compound("Workbook"), Some("a.xls"), FileKind::OtherWorkbook);
        check(&compound("Workbook"), None, FileKind::OtherWorkbook);
        check(&compound("WordDocument"), Some("a.doc"), FileKind::Unknown);
    }

    proptest! {
        #[test]
        fn no_bytes_confuse_it(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "[a-z.]{0,6}") {
            kind_of(&bytes, Some(&name));
        }
    }
}
