//! Rows are read with their place in the file, whatever the line ends, and limits hold.

use super::*;
use proptest::prelude::*;

fn rows(text: &str, dialect: &Dialect) -> Vec<(u64, u64, Vec<String>)> {
    let mut table = Table::new(text.as_bytes(), dialect).unwrap();
    let mut rows = Vec::new();
    while let Some(row) = table.row().unwrap() {
        rows.push((row.line(), row.byte(), row.cells().map(str::to_owned).collect()));
    }
    rows
}

fn headless() -> Dialect {
    Dialect { has_header: false, ..Dialect::default() }
}

#[test]
fn each_row_knows_where_it_begins() {
    let text = "a,b\n\n1,\"two\nlines\"\n\n\n3,4\n5";
    for line_end in ["\n", "\r\n", "\r"] {
        let found = rows(&text.replace('\n', line_end), &headless());
        let places: Vec<_> = found.iter().map(|(line, byte, _)| (*line, *byte)).collect();
        assert_eq!(places, [(1, 0), (3, 5), (7, 21), (8, 25)], "{line_end:?}");
        assert_eq!(found[1].2, ["1", "two\nlines"]);
        for (_, byte, cells) in &found {
            let expected = &text[usize::try_from(*byte).unwrap()..];
            assert!(expected.starts_with(&cells[0]), "{expected} {cells:?}");
        }
    }
}

#[test]
fn headers_are_trimmed_and_rows_may_be_short_or_long() {
    let mut table =
        Table::new("\u{FEFF} Name , Phone\nAda\nBo,1,2\n".as_bytes(), &Dialect::default()).unwrap();
    assert_eq!(table.headers(), ["Name", "Phone"]);
    let row = table.row().unwrap().unwrap();
    assert_eq!((row.len(), row.cell(0), row.cell(1), row.line()), (1, Some("Ada"), None, 2));
    assert_eq!(table.row().unwrap().unwrap().len(), 3);
    assert!(table.row().unwrap().is_none());
}

#[test]
fn a_byte_order_mark_before_a_quoted_header_does_not_spoil_it() {
    let text = "\u{FEFF}\"Last, First\",Phone\nx,y\n";
    let decoded = crate::encoding::reader(crate::encoding::Encoding::UTF_8, text.as_bytes());
    assert_eq!(Table::new(decoded, &Dialect::default()).unwrap().headers(), ["Last, First", "Phone"]);
}

#[test]
fn lines_before_the_table_count() {
    let dialect = Dialect { separator: b';', skipped_lines: 1, ..Dialect::default() };
    let mut table = Table::new("sep=;\r\nNavn;By\r\nÅse;Ry\r\n".as_bytes(), &dialect).unwrap();
    assert_eq!(table.headers(), ["Navn", "By"]);
    let row = table.row().unwrap().unwrap();
    assert_eq!((row.line(), row.byte(), row.is_empty()), (3, 14, false));
}

#[test]
fn a_quote_never_closed_is_an_error_and_not_memory() {
    let endless = std::io::Read::chain(&b"a,b\n1,\"never closed\n"[..], std::io::repeat(b'x'));
    let mut table = Table::new(endless, &Dialect::default()).unwrap();
    assert!(matches!(table.row(), Err(Trouble::RowTooLong { line: 2 })));
    assert!(table.row().unwrap().is_none());
}

#[test]
fn many_ordinary_rows_do_not_meet_the_limit() {
    let row = format!("{},x\n", "y".repeat(1000));
    let text = row.repeat(2 * LONGEST_ROW / row.len());
    assert_eq!(rows(&text, &headless()).len(), 2 * LONGEST_ROW / row.len());
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_panic(text in "[a,;\"'\r\n\t| =\u{FEFF}é]{0,80}") {
        let dialect = crate::delimited::sniff(&text);
        rows(&text, &dialect);
    }

    #[test]
    fn any_bytes_can_be_examined(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (encoding, dialect) = crate::delimited::examine(&bytes);
        rows(&encoding.decode(&bytes), &dialect);
    }
}
