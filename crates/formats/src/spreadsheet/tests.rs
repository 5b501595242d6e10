//! Workbooks as other programs write them, put together by hand, and what damaged ones come to.

use std::{fs::File, io::Write, path::PathBuf};

use jiff::civil::date;
use proptest::prelude::*;
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

/// A workbook of these parts, in a folder that is gone with it.
struct Sample {
    _folder: TempDir,
    path: PathBuf,
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/>
    <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="../xl/sharedStrings.xml"/>
    <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
    <Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chart.xml"/>
    </Relationships>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><x:workbook xmlns:x="a" xmlns:r="b"><x:workbookPr date1904="0"/><x:sheets>
    <x:sheet name="Chart" sheetId="3" r:id="rId5"/><x:sheet name="Kund&amp;er" sheetId="1" r:id="rId1"/>
    <x:sheet name="Old" sheetId="2" state="hidden" r:id="rId2"/></x:sheets></x:workbook>"#;
const STYLES: &str = r##"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\ [$kr.-406]"/>
    <numFmt numFmtId="166" formatCode="d-mmm"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs></styleSheet>"##;
const STRINGS: &str = r#"<sst><si><t>Navn</t></si><si><t xml:space="preserve"> Işıl </t></si><si><r><rPr><b/></rPr><t>王</t></r><r><t>小明</t></r><rPh sb="0" eb="1"><t>Wang</t></rPh></si><si><t>a &lt;b&gt; &#8364;</t></si></sst>"#;

fn sample(parts: &[(&str, &[u8])]) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.xlsx");
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    Sample { _folder: folder, path }
}

fn with_sheet(sheet: &str) -> Sample {
    with_book(BOOK, sheet)
}

fn with_book(book: &str, sheet: &str) -> Sample {
    sample(&[
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/SharedStrings.xml", STRINGS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>old</t></is></c></row></sheetData></worksheet>"),
        ("xl/chart.xml", b"<chartsheet/>"),
    ])
}

fn all(sample: &Sample, sheet: usize) -> Vec<Row> {
    let mut rows = Book::open(&sample.path).unwrap().rows(sheet).unwrap();
    std::iter::from_fn(|| rows.row().unwrap().cloned()).collect()
}

#[track_caller]
fn check(cell: &str, expected: Cell) {
    let rows = all(
        &with_sheet(&format!("<worksheet><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>")),
        0,
    );
    assert_eq!(rows[0].cells.first().cloned().unwrap_or_default(), expected, "{cell}");
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn cells_are_what_the_file_says_they_are() {
    check("<c t=\"s\"><v>0</v></c>", Cell::text("Navn"));
    check("<c t=\"s\"><v>1</v></c>", Cell::text(" Işıl "));
    check("<c t=\"s\"><v>2</v></c>", Cell::text("王小明"));
    check("<c t=\"s\"><v>3</v></c>", Cell::text("a <b> €"));
    check("<c t=\"s\"><v>99</v></c>", Cell::default());
    check("<c t=\"inlineStr\"><is><r><t>so</t></r><r><t> be it</t></r></is></c>", Cell::text("so be it"));
    check("<c t=\"str\"><f>A1&amp;\"x\"</f><v>007</v></c>", Cell::text("007"));
    check("<c t=\"str\"><f>x</f><v>a_x000A_b</v></c>", Cell::text("a\nb"));
    check("<c><v>4531425510</v></c>", Cell::number(number("4531425510")));
    check("<c><v>4.53142551E9</v></c>", Cell::number(number("4531425510")));
    check("<c><f>0.1+0.2</f><v>0.30000000000000004</v></c>", Cell::number(number("0.3")));
    check("<c s=\"1\"><v>45000</v></c>", Cell::date(date(2023, 3, 15)));
    check("<c s=\"2\"><v>45000.604166666664</v></c>", Cell::date_time(date(2023, 3, 15).at(14, 30, 0, 0)));
    check("<c s=\"3\"><v>0.256</v></c>", Cell::percent(number("25.6")));
    check("<c s=\"4\"><v>1250.5</v></c>", Cell::money(number("1250.5"), "kr."));
    check("<c s=\"5\"><v>45265</v></c>", Cell::day_of_year(date(2023, 12, 5)));
    check("<c s=\"6\"><v>0.604166666666667</v></c>", Cell::time(jiff::civil::time(14, 30, 0, 0)));
    check("<c s=\"7\"><v>1.5</v></c>", Cell::text("36:00:00"));
    check("<c s=\"1\"><v>-3</v></c>", Cell::number(number("-3")));
    check("<c s=\"1\" t=\"s\"><v>0</v></c>", Cell::text("Navn"));
    check("<c s=\"77\"><v>5</v></c>", Cell::number(number("5")));
    check("<c t=\"b\"><v>1</v></c>", Cell::yes_no(true));
    check("<c t=\"b\"><v>0</v></c>", Cell::yes_no(false));
    check("<c t=\"e\"><v>#N/A</v></c>", Cell::error("#N/A"));
    check("<c t=\"d\"><v>2023-03-15</v></c>", Cell::date(date(2023, 3, 15)));
    check("<c t=\"d\"><v>2023-03-15T14:30:00Z</v></c>", Cell::date_time(date(2023, 3, 15).at(14, 30, 0, 0)));
    check("<c s=\"1\"/>", Cell::default());
    check("<c><v>1e400</v></c>", Cell::text("1e400"));
}

#[test]
fn a_workbook_may_count_from_1904() {
    let book = BOOK.replace("date1904=\"0\"", "date1904=\"1\"");
    let sheet = "<worksheet><sheetData><row><c s=\"1\"><v>43538</v></c></row></sheetData></worksheet>";
    assert_eq!(all(&with_book(&book, sheet), 0)[0].cells, [Cell::date(date(2023, 3, 15))]);
}

#[test]
fn rows_and_cells_stand_where_the_sheet_has_them() {
    let sample = with_sheet(
        "<x:worksheet xmlns:x='y'><x:sheetData><x:row r='3' hidden='1'><x:c r='B3'><x:v>1</x:v></x:c><x:c r='E3'><x:v>2</x:v></x:c>\
         <x:c r='F3' s='1'/></x:row><x:row><x:c><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row><x:row r='9'/></x:sheetData>\
         <x:mergeCells><x:mergeCell ref='A1:B1'/></x:mergeCells></x:worksheet>",
    );
    let rows = all(&sample, 0);
    let texts: Vec<(u64, Vec<&str>)> = rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(|cell| cell.text.as_str()).collect()))
        .collect();
    assert_eq!(texts, [(3, vec!["", "1", "", "", "2"]), (4, vec!["3", "4"]), (9, vec![])]);
}

#[test]
fn what_is_merged_downwards_holds_for_every_row() {
    let cell = |reference: &str, text: &str| format!("<c r='{reference}' t='str'><v>{text}</v></c>");
    let rows = [
        format!("<row r='1'>{}{}</row>", cell("A1", "Berg"), cell("B1", "Anna")),
        format!("<row r='2'><c r='A2'/>{}</row>", cell("B2", "Bo")),
        "<row r='3'><c r='A3'/></row>".to_owned(),
        format!("<row r='4'>{}</row>", cell("B4", "Carl")),
    ];
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='B1:C1'/></mergeCells></worksheet>",
        rows.concat()
    );
    let read = all(&with_sheet(&sheet), 0);
    let texts: Vec<Vec<&str>> =
        read.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(texts, [vec!["Berg", "Anna"], vec!["Berg", "Bo"], vec![], vec!["", "Carl"]]);
}

#[test]
fn the_first_sheet_in_sight_with_rows_is_meant() {
    let full = with_sheet("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
    let book = Book::open(&full.path).unwrap();
    let sheets: Vec<_> = book.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(sheets, [("Kund&er", false), ("Old", true)]);
    assert_eq!(book.first_filled().unwrap(), 0);
    let empty = with_sheet("<worksheet><sheetData><row r='1'/></sheetData></worksheet>");
    assert_eq!(Book::open(&empty.path).unwrap().first_filled().unwrap(), 1);
}

fn trouble(sample: &Sample) -> Option<Trouble> {
    let read = || {
        let mut rows = Book::open(&sample.path)?.rows(0)?;
        while rows.row()?.is_some() {}
        Ok(())
    };
    read().err()
}

#[test]
fn damaged_files_are_refused_and_no_panic() {
    let no_zip = sample(&[]);
    std::fs::write(&no_zip.path, b"PK\x03\x04 and nothing more").unwrap();
    assert!(matches!(trouble(&no_zip), Some(Trouble::Broken(_))));
    assert!(matches!(trouble(&sample(&[("a.txt", b"a")])), Some(Trouble::Broken(_))));
    let good = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    assert!(trouble(&with_sheet(good)).is_none());
    assert!(matches!(trouble(&with_sheet("<worksheet><sheetData><row></c>")), Some(Trouble::Broken(_))));
    let far = "<worksheet><sheetData><row><c r='ZZZZ1'><v>1</v></c></row></sheetData></worksheet>";
    assert!(matches!(trouble(&with_sheet(far)), Some(Trouble::Broken(_))));
    let deep = "<a>".repeat(10_000);
    assert!(matches!(trouble(&with_sheet(&deep)), Some(Trouble::TooLarge)));
}

#[test]
fn a_bomb_is_refused_before_it_fills_the_memory() {
    let text = "a".repeat(70 * 1024 * 1024);
    let cell = format!(
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>{text}</t></is></c></row></sheetData></worksheet>"
    );
    assert!(matches!(trouble(&with_sheet(&cell)), Some(Trouble::TooLarge)));
    let rows = format!("<worksheet><sheetData>{}", "<row/>".repeat(12_000_000));
    assert!(matches!(trouble(&with_sheet(&rows)), Some(Trouble::TooLarge)));
}

#[test]
fn a_file_cut_anywhere_is_refused_or_read_and_no_panic() {
    let whole = with_sheet("<worksheet><sheetData><row><c t='s'><v>2</v></c></row></sheetData></worksheet>");
    let bytes = std::fs::read(&whole.path).unwrap();
    for length in (0..bytes.len()).step_by(17) {
        std::fs::write(&whole.path, &bytes[..length]).unwrap();
        assert!(trouble(&whole).is_some(), "{length}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_sheet_panics(pieces in proptest::collection::vec(prop_oneof![
        Just("<row>".to_owned()), Just("</row>".to_owned()), Just("<c t='s'>".to_owned()), Just("</c>".to_owned()),
        Just("<v>".to_owned()), Just("</v>".to_owned()), Just("<is><t>".to_owned()), Just("</t></is>".to_owned()),
        Just("<c s='1' r='B7'>".to_owned()), Just("<c t='d'>".to_owned()), Just("&#x0;&amp;&x".to_owned()),
        Just("<row r='-1'/>".to_owned()), Just("<!-- -->".to_owned()), "[0-9.eE-]{0,12}", "\\PC{0,8}",
    ], 0..40)) {
        trouble(&with_sheet(&format!("<worksheet><sheetData>{}", pieces.concat())));
    }

    #[test]
    fn no_change_of_a_byte_panics(at in 0usize..10_000, byte in any::<u8>()) {
        let whole = with_sheet("<worksheet><sheetData><row r='1'><c s='2' t='n'><v>45000.5</v></c></row></sheetData></worksheet>");
        let mut bytes = std::fs::read(&whole.path).unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        std::fs::write(&whole.path, &bytes).unwrap();
        trouble(&whole);
    }
}
