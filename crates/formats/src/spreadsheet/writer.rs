//! Writing a table as a workbook, row by row in constant memory: what waits lies in a file, not in memory.

use std::{
    collections::HashMap,
    io::{self, Write},
    path::Path,
};

use rust_xlsxwriter::{DocProperties, Format, IgnoreError, Workbook, Worksheet, XlsxError};

use super::{Cell, Kind, MOST_ROWS, serial};

/// Letters of a text that a cell can hold.
const LONGEST_TEXT: usize = 32_767;
/// Letters of a sheet's name.
const LONGEST_NAME: usize = 31;
/// Widths of columns, in digits.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=50;

/// A table under way to a workbook. Where a sheet is full, it goes on in another.
pub struct Writer {
    workbook: Workbook,
    /// What the sheets are called.
    name: String,
    headers: Vec<String>,
    most_rows: u32,
    /// Rows of the sheet that is written, its header included; no sheet yet when 0.
    rows: u32,
    sheets: usize,
    widths: Vec<usize>,
    formats: HashMap<String, Format>,
}

impl Writer {
    /// Begins a table of these columns. What waits to be written lies in the folder.
    pub fn new(folder: &Path, name: &str, headers: Vec<String>) -> io::Result<Writer> {
        Writer::with_sheets_of(folder, name, headers, MOST_ROWS as u32)
    }

    fn with_sheets_of(folder: &Path, name: &str, headers: Vec<String>, most_rows: u32) -> io::Result<Writer> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_author("Kartotek"));
        let widths = headers.iter().map(|header| width(header)).collect();
        let name = sheet_name(name);
        let formats = HashMap::new();
        let mut writer = Writer { workbook, name, headers, most_rows, rows: 0, sheets: 0, widths, formats };
        writer.begin_sheet()?;
        Ok(writer)
    }

    pub fn write_row(&mut self, cells: &[Cell]) -> io::Result<()> {
        if self.rows == self.most_rows {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        let row = self.rows;
        for (at, cell) in cells.iter().enumerate() {
            if let Some(widest) = self.widths.get_mut(at) {
                *widest = width(&cell.text).max(*widest);
            }
            let sheet = self.workbook.worksheet_from_index(self.sheets - 1).map_err(failed)?;
            write_cell(sheet, &mut self.formats, row, column(at)?, cell).map_err(failed)?;
        }
        self.rows += 1;
        Ok(())
    }

    pub fn finish(mut self, out: impl Write + Send) -> io::Result<()> {
        self.end_sheet()?;
        self.workbook.save_to_writer(out).map_err(failed)
    }

    fn begin_sheet(&mut self) -> io::Result<()> {
        self.sheets += 1;
        let name = match self.sheets {
            1 => self.name.clone(),
            number => numbered(&self.name, number),
        };
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(name).and_then(|sheet| sheet.set_freeze_panes(1, 0)).map_err(failed)?;
        let header = header_format();
        for (at, text) in self.headers.iter().enumerate() {
            sheet.write_string_with_format(0, column(at)?, clipped(text), &header).map_err(failed)?;
        }
        self.rows = 1;
        Ok(())
    }

    /// What is known only now: how wide the columns are, and how far the filter reaches.
    fn end_sheet(&mut self) -> io::Result<()> {
        let (Some(last), rows) = (self.headers.len().checked_sub(1), self.rows - 1) else { return Ok(()) };
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1).map_err(failed)?;
        for (at, width) in self.widths.iter().enumerate() {
            // The arrow of the filter takes room.
            let width = (width + 3).clamp(*WIDTHS.start(), *WIDTHS.end());
            sheet.set_column_width(column(at)?, width as f64).map_err(failed)?;
        }
        let last = column(last)?;
        sheet.autofilter(0, 0, rows, last).map_err(failed)?;
        // A phone number is a text on purpose.
        sheet.ignore_error_range(0, 0, rows, last, IgnoreError::NumberStoredAsText).map_err(failed)?;
        Ok(())
    }
}

pub(super) fn header_format() -> Format {
    Format::new().set_bold().set_background_color("EEF1F4")
}

fn write_cell(
    sheet: &mut Worksheet,
    formats: &mut HashMap<String, Format>,
    row: u32,
    column: u16,
    cell: &Cell,
) -> Result<(), XlsxError> {
    let number = match &cell.kind {
        Kind::Text | Kind::DayOfYear(_) | Kind::Error(_) => None,
        Kind::YesNo(yes) => {
            sheet.write_boolean(row, column, *yes)?;
            return Ok(());
        }
        Kind::Number(number) => number.exactly().map(|exact| (exact, decimals("0", number.scale()))),
        Kind::Percent(number) => {
            let share = number.moved(-2);
            share.exactly().map(|exact| (exact, format!("{}%", decimals("0", number.scale()))))
        }
        Kind::Money(number, currency) => {
            let code = format!("{}\\ [${currency}]", decimals("#,##0", number.scale()));
            number.exactly().map(|exact| (exact, code))
        }
        Kind::Date(date) => {
            serial::serial(date.to_datetime(jiff::civil::Time::midnight())).map(|day| (day, DAY.to_owned()))
        }
        Kind::DateTime(at) => serial::serial(*at).map(|at| (at, MOMENT.to_owned())),
        Kind::Time(time) => {
            let day = jiff::civil::date(2000, 1, 1);
            serial::serial(day.to_datetime(*time)).map(|at| (at.fract(), "hh:mm:ss".to_owned()))
        }
    };
    match number {
        Some((number, code)) => {
            let format = formats.entry(code).or_insert_with_key(|code| format(code));
            sheet.write_number_with_format(row, column, number, format)?;
        }
        None if cell.text.is_empty() => {}
        None => drop(sheet.write_string(row, column, clipped(&cell.text))?),
    }
    Ok(())
}

/// Days and moments in the way of whoever opens the workbook: formats that every program knows by their numbers.
pub(super) const DAY: &str = "day";
pub(super) const MOMENT: &str = "moment";

pub(super) fn format(code: &str) -> Format {
    match code {
        DAY => Format::new().set_num_format_index(14),
        MOMENT => Format::new().set_num_format_index(22),
        code => Format::new().set_num_format(code),
    }
}

fn decimals(whole: &str, scale: u32) -> String {
    match scale {
        0 => whole.to_owned(),
        scale => format!("{whole}.{}", "0".repeat(scale as usize)),
    }
}

fn clipped(text: &str) -> String {
    // Letters count as UTF-16 does.
    let mut room = LONGEST_TEXT;
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    text.chars().take_while(fits).collect()
}

/// How wide a text is; letters of the East take two places.
fn width(text: &str) -> usize {
    let wide = |letter: char| matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}');
    let of_line = |line: &str| line.chars().take(60).map(|letter| if wide(letter) { 2 } else { 1 }).sum();
    text.lines().take(5).map(of_line).max().unwrap_or(0)
}

/// A name that a sheet may have.
pub(super) fn sheet_name(name: &str) -> String {
    let forbidden = |c: char| c.is_control() || "[]:*?/\\".contains(c);
    let name: String = name.chars().map(|c| if forbidden(c) { ' ' } else { c }).collect();
    let name: String = name.trim_matches(['\'', ' ']).chars().take(LONGEST_NAME).collect();
    if name.is_empty() { "Kartotek".to_owned() } else { name }
}

fn numbered(name: &str, number: usize) -> String {
    let number = format!(" {number}");
    let kept: String = name.chars().take(LONGEST_NAME - number.len()).collect();
    kept + &number
}

fn column(at: usize) -> io::Result<u16> {
    u16::try_from(at).map_err(io::Error::other)
}

pub(super) fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::spreadsheet::{Book, Decimal, Row};

    fn written(most_rows: u32, rows: &[Vec<Cell>]) -> Vec<(String, Vec<Row>)> {
        let folder = tempfile::tempdir().unwrap();
        let headers = rows[0].iter().map(|cell| cell.text.clone()).collect();
        let mut writer = Writer::with_sheets_of(folder.path(), "Kişiler: 人/*", headers, most_rows).unwrap();
        rows[1..].iter().for_each(|row| writer.write_row(row).unwrap());
        let path = folder.path().join("a.xlsx");
        writer.finish(std::fs::File::create(&path).unwrap()).unwrap();
        let book = Book::open(&path).unwrap();
        let sheet = |at: usize| {
            let mut rows = book.rows(at).unwrap();
            std::iter::from_fn(move || rows.row().unwrap().cloned()).collect()
        };
        book.sheets().iter().enumerate().map(|(at, known)| (known.name.clone(), sheet(at))).collect()
    }

    #[test]
    fn every_kind_of_cell_comes_back_as_it_was() {
        let cells = vec![
            Cell::text("=1+1"),
            Cell::text("007"),
            Cell::text("+4531425510"),
            Cell::text("İş, 王小明 <&> \"_x000D_\" \u{1} a\nb"),
            Cell::text(" room "),
            Cell::number(Decimal::new(4_531_425_510, 0)),
            Cell::number(Decimal::new(-125, 1)),
            Cell::number(Decimal::new(123_456_789_012_345, 2)),
            Cell::money(Decimal::new(125, 1), "DKK"),
            Cell::money(Decimal::new(7, 0), "JPY"),
            Cell::percent(Decimal::new(25, 0)),
            Cell::date(date(2024, 2, 29)),
            Cell::date_time(date(2026, 11, 22).at(14, 30, 15, 250_000_000)),
            Cell::date_time(date(2026, 11, 22).at(0, 0, 0, 0)),
            Cell::yes_no(true),
            Cell::yes_no(false),
        ];
        let headers = (0..cells.len()).map(|at| Cell::text(format!("Column {at}"))).collect();
        let sheets = written(100, &[headers, cells.clone(), vec![Cell::text(""), Cell::text("b")]]);
        assert_eq!(sheets[0].1[1].cells, cells);
        assert_eq!(sheets[0].1[2].cells, [Cell::default(), Cell::text("b")]);
    }

    #[test]
    fn what_no_spreadsheet_can_hold_stays_text() {
        let cells = vec![
            Cell::date(date(1848, 6, 5)),
            Cell::number(Decimal::new(12_345_678_901_234_567, 0)),
            Cell::day_of_year(date(2000, 12, 4)),
            Cell::text("é".repeat(40_000)),
        ];
        let row = written(100, &[cells.clone(), cells])[0].1.remove(1);
        assert_eq!(row.cells[0], Cell::text("1848-06-05"));
        assert_eq!(row.cells[1], Cell::text("12345678901234567"));
        assert_eq!(row.cells[2], Cell::text("--12-04"));
        assert_eq!(row.cells[3].text.chars().count(), LONGEST_TEXT);
    }

    #[test]
    fn a_full_sheet_is_followed_by_another() {
        let rows: Vec<Vec<Cell>> =
            ["Name", "a", "b", "c", "d", "e"].iter().map(|text| vec![Cell::text(*text)]).collect();
        let sheets = written(3, &rows);
        let texts = |rows: &[Row]| rows.iter().map(|row| row.cells[0].text.clone()).collect::<Vec<_>>();
        let shown: Vec<(&str, Vec<String>)> =
            sheets.iter().map(|(name, rows)| (name.as_str(), texts(rows))).collect();
        let expected = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            shown,
            [
                ("Kişiler  人", expected(&["Name", "a", "b"])),
                ("Kişiler  人 2", expected(&["Name", "c", "d"])),
                ("Kişiler  人 3", expected(&["Name", "e"])),
            ]
        );
    }
}
