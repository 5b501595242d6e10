//! Writing delimited text after RFC 4180, safe to open in a spreadsheet.

use std::{
    borrow::Cow,
    io::{self, Write},
};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    pub separator: u8,
    /// Excel takes a file without it for Windows-1252.
    pub byte_order_mark: bool,
    /// Puts an apostrophe before what a spreadsheet would run as a formula; [`unguarded`] removes it.
    pub guards_formulas: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Manner { separator: b',', byte_order_mark: true, guards_formulas: true }
    }
}

/// Writes rows as UTF-8 with CR LF, quoting where needed.
pub struct Writer<W: Write> {
    writer: csv::Writer<W>,
    guards_formulas: bool,
}

impl<W: Write> Writer<W> {
    pub fn new(mut target: W, manner: Manner) -> io::Result<Writer<W>> {
        if manner.byte_order_mark {
            target.write_all("\u{FEFF}".as_bytes())?;
        }
        let writer = csv::WriterBuilder::new()
            .delimiter(manner.separator)
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(target);
        Ok(Writer { writer, guards_formulas: manner.guards_formulas })
    }

    pub fn write_row<I>(&mut self, cells: I) -> io::Result<()>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        for cell in cells {
            let cell = cell.as_ref();
            let written = if self.guards_formulas { guarded(cell) } else { Cow::Borrowed(cell) };
            self.writer.write_field(written.as_bytes())?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Writes what is still held back and gives the target back.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(|error| error.into_error())
    }
}

/// CSV injection (OWASP): a cell beginning with `=`, `+`, `-`, `@`, tab or return is a formula to Excel.
/// Numbers and phone numbers are left alone; a cell that already looks guarded is guarded once more, so
/// that [`unguarded`] always gives back what was written.
fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell.trim_start_matches('\'')) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell without the apostrophe a guarding [`Writer`] put before it.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(inner) if is_formula(inner.trim_start_matches('\'')) => inner,
        _ => cell,
    }
}

fn is_formula(cell: &str) -> bool {
    match cell.chars().next() {
        Some('+' | '-') => {
            !cell.chars().skip(1).all(|sign| sign.is_ascii_digit() || " ()./,-".contains(sign))
        }
        Some('=' | '@' | '\t' | '\r') => true,
        // Some spreadsheets take the full-width signs for the same.
        Some('＝' | '＋' | '－' | '＠') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delimited::{Dialect, Table};
    use proptest::prelude::*;

    fn written(manner: Manner, rows: &[&[&str]]) -> String {
        let mut writer = Writer::new(Vec::new(), manner).unwrap();
        for row in rows {
            writer.write_row(*row).unwrap();
        }
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn rows_are_written_after_rfc_4180() {
        let plain = Manner { byte_order_mark: false, ..Manner::default() };
        let rows: &[&[&str]] =
            &[&["Navn", "Note"], &["Åse \"Bo\"", "to\nlinjer, ja"], &["alene"], &[""], &[" ", "x"]];
        assert_eq!(
            written(plain, rows),
            "Navn,Note\r\n\"Åse \"\"Bo\"\"\",\"to\nlinjer, ja\"\r\nalene\r\n\"\"\r\n ,x\r\n"
        );
        let marked = Manner { separator: b';', ..Manner::default() };
        assert_eq!(written(marked, &[&["a;b", "c"]]), "\u{FEFF}\"a;b\";c\r\n");
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|calc", "'+cmd|calc"),
            ("-2+3+cmd", "'-2+3+cmd"),
            ("\t=1", "'\t=1"),
            ("+45 12 34 56 78", "+45 12 34 56 78"),
            ("+1 (555) 010-99", "+1 (555) 010-99"),
            ("-12.50", "-12.50"),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), expected);
            assert_eq!(unguarded(expected), cell);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a-c'=+@\"; ,\n\\-]{0,6}|\\PC{0,5}", 1..5), 1..6),
            semicolon in any::<bool>(),
        ) {
            let separator = if semicolon { b';' } else { b',' };
            let mut writer = Writer::new(Vec::new(), Manner { separator, ..Manner::default() }).unwrap();
            for row in &rows {
                writer.write_row(row).unwrap();
            }
            let bytes = writer.finish().unwrap();
            let dialect = Dialect { separator, has_header: false, ..Dialect::default() };
            let decoded = crate::encoding::reader(crate::encoding::detect(&bytes), &bytes[..]);
            let mut table = Table::new(decoded, &dialect).unwrap();
            for row in &rows {
                let read = table.row().unwrap().unwrap();
                prop_assert_eq!(read.cells().map(unguarded).collect::<Vec<_>>(), row.iter().map(String::as_str).collect::<Vec<_>>());
            }
            prop_assert!(table.row().unwrap().is_none());
        }
    }
}
