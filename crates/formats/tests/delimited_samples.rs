//! Contact lists as spreadsheets and programs export them: encoding, dialect, columns and rows are found
//! without asking.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;

use formats::{
    delimited::{self, Table},
    encoding,
    recognise::{self, Source, Target},
    sniff::{self, FileKind},
};

struct Read {
    encoding: &'static str,
    separator: u8,
    source: Source,
    targets: Vec<Target>,
    rows: Vec<(u64, Vec<String>)>,
}

fn read(name: &str) -> Read {
    let bytes = fs::read(format!("{}/tests/samples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert_eq!(sniff::kind_of(&bytes, Some(name)), FileKind::Delimited, "{name}");
    assert_eq!(sniff::kind_of(&bytes, None), FileKind::Delimited, "{name}");
    let (encoding, dialect) = delimited::examine(&bytes);
    assert!(dialect.has_header, "{name}");
    let mut table = Table::new(encoding::reader(encoding, &bytes[..]), &dialect).unwrap();
    let headers: Vec<String> = table.headers().to_vec();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let mut rows = Vec::new();
    while let Some(row) = table.row().unwrap() {
        rows.push((row.line(), row.cells().map(str::to_owned).collect()));
    }
    Read {
        encoding: encoding.name(),
        separator: dialect.separator,
        source: recognise::recognise(&headers),
        targets: recognise::guess(&headers).into_iter().map(|guess| guess.target).collect(),
        rows,
    }
}

fn check(name: &str, encoding: &str, separator: u8, source: Source, unknown: usize) -> Read {
    let read = read(name);
    assert_eq!((read.encoding, read.separator, read.source), (encoding, separator, source), "{name}");
    let not_understood = read.targets.iter().filter(|target| **target == Target::Unknown).count();
    assert_eq!(not_understood, unknown, "{name}: {:?}", read.targets);
    read
}

#[test]
fn google() {
    let read = check("google_old.csv", "UTF-8", b',', Source::GoogleContacts, 0);
    assert_eq!(read.rows[0].0, 2);
    assert_eq!(read.rows[0].1[8], "Østergade 1\n8000 Aarhus");
    assert_eq!(read.rows[0].1[12], "To \"linjer\"\nher");
    assert_eq!((read.rows[1].0, read.rows[1].1[0].as_str()), (5, "Åse"));
}

#[test]
fn outlook_in_danish() {
    let read = check("outlook_da.csv", "windows-1252", b';', Source::Unknown, 0);
    assert_eq!(read.rows[0].1[3], "Bådværftet A/S");
    assert_eq!(read.rows[0].1[11], "Ring først;\nså skriv");
    assert_eq!(read.rows[1].0, 4);
    assert_eq!(read.targets[5], Target::Phone { slot: 1, label: Some("mobile".to_owned()) });
    assert_eq!(
        read.targets[9],
        Target::Address { slot: 1, label: Some("work".to_owned()), part: recognise::Part::City }
    );
}

#[test]
fn linked_in() {
    let read = check("linkedin.csv", "UTF-8", b',', Source::LinkedIn, 0);
    assert_eq!(read.rows[0].0, 5);
    assert_eq!(read.rows[0].1[4], "Analytical Engines, Ltd.");
}

#[test]
fn odoo() {
    let read = check("odoo.csv", "UTF-8", b',', Source::Odoo, 0);
    assert_eq!(read.rows.len(), 2);
}

#[test]
fn hub_spot() {
    // The lifecycle stage is nobody's but HubSpot's.
    let read = check("hubspot.csv", "UTF-8", b',', Source::HubSpot, 1);
    assert_eq!(read.rows[0].1[0], "51");
}

#[test]
fn salesforce() {
    let read = check("salesforce.csv", "UTF-8", b',', Source::Salesforce, 1);
    assert_eq!(read.rows[0].1[5], "313 Constitution Place\nAustin, TX 78767");
}

#[test]
fn excel_in_chinese() {
    let read = check("excel_chinese.csv", "gb18030", b',', Source::Unknown, 0);
    assert_eq!(
        read.rows[0].1,
        ["张伟", "13800138000", "zhangwei@example.cn", "北京科技有限公司", "北京", "重要客户"]
    );
}

#[test]
fn excel_as_unicode_text() {
    let read = check("excel_unicode.txt", "UTF-16LE", b'\t', Source::Unknown, 0);
    assert_eq!(read.rows[1].1, ["İbrahim", "Çağlar", "0533 765 43 21", "Eskişehir"]);
    assert_eq!(read.targets[0], Target::GivenName);
}

#[test]
fn excel_with_a_declared_separator() {
    let read = check("sep.csv", "windows-1251", b';', Source::Unknown, 0);
    assert_eq!(read.rows[0], (3, ["Иван", "Георгиев", "+359 88 123 4567"].map(str::to_owned).to_vec()));
}
