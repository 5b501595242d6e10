//! The rows of a sheet, one after another.

use std::sync::Arc;

use super::{
    Cell, Decimal, MOST_ROWS, Trouble,
    merges::Merges,
    package::{Package, Source},
    serial::{self, Epoch},
    shape::{Shape, Shapes},
    strings::{Strings, plain, text_of},
    xml::{Event, Tag, Xml},
};

/// More columns than this no sheet has.
const MOST_COLUMNS: usize = 16_384;

/// A sheet while it is read.
pub struct Rows {
    xml: Xml<Source>,
    size: u64,
    strings: Strings,
    shapes: Arc<Shapes>,
    epoch: Epoch,
    merges: Merges,
    row: Row,
    ended: bool,
}

/// One row, hidden or not.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// As the sheet counts, the first being 1.
    pub number: u64,
    /// Up to the last that holds something.
    pub cells: Vec<Cell>,
}

impl Row {
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// What is known of a cell when it begins.
#[derive(Default)]
struct Begun {
    column: usize,
    style: usize,
    kind: String,
    value: String,
    /// Its own text, which is in no list.
    inline: Option<String>,
}

impl Rows {
    /// The rows of a part, whose cells share the rest.
    pub(super) fn open(
        package: &Package,
        part: &str,
        strings: Option<&str>,
        shapes: Arc<Shapes>,
        epoch: Epoch,
    ) -> Result<Rows, Trouble> {
        let missing = || Trouble::Broken("there is no such sheet in it".to_owned());
        Ok(Rows {
            xml: package.part(part)?.ok_or_else(missing)?,
            size: package.size(part),
            strings: Strings::open(package, strings)?,
            shapes,
            epoch,
            merges: Merges::of(package, part)?,
            row: Row::default(),
            ended: false,
        })
    }

    /// The next row that the sheet lists, or nothing at the end. After a trouble there are no more rows.
    pub fn row(&mut self) -> Result<Option<&Row>, Trouble> {
        if self.ended {
            return Ok(None);
        }
        match self.read() {
            Ok(true) => Ok(Some(&self.row)),
            Ok(false) => {
                self.ended = true;
                Ok(None)
            }
            Err(trouble) => {
                self.ended = true;
                Err(trouble)
            }
        }
    }

    /// The row that was read last, until there are no more.
    pub fn current(&self) -> Option<&Row> {
        (!self.ended).then_some(&self.row)
    }

    /// How much of the sheet was read, of how much, in bytes.
    pub fn progress(&self) -> (u64, u64) {
        (self.xml.position(), self.size)
    }

    fn read(&mut self) -> Result<bool, Trouble> {
        loop {
            match self.xml.next()? {
                Event::Open(tag) if tag.is("row") => {
                    self.row.number = tag.number("r").unwrap_or(self.row.number + 1);
                    break;
                }
                Event::Close(name) if *name == *b"sheetData" => return Ok(false),
                Event::End => return Ok(false),
                _ => {}
            }
        }
        self.xml.go_on();
        if self.row.number > MOST_ROWS {
            return Err(Trouble::TooLarge);
        }
        self.row.cells.clear();
        loop {
            match self.xml.next()? {
                Event::Open(tag) if tag.is("c") => {
                    let begun = begun(&tag, self.row.cells.len());
                    self.cell(begun)?;
                }
                Event::Close(name) if *name == *b"row" => break,
                Event::End => break,
                _ => {}
            }
        }
        while self.row.cells.last().is_some_and(|cell| cell.text.is_empty() && !cell.is_certain()) {
            self.row.cells.pop();
        }
        self.merges.fill(&mut self.row);
        Ok(true)
    }

    fn cell(&mut self, mut begun: Begun) -> Result<(), Trouble> {
        let mut inside = false;
        loop {
            match self.xml.next()? {
                Event::Open(tag) if tag.is("v") => inside = true,
                Event::Open(tag) if tag.is("is") => begun.inline = Some(text_of(&mut self.xml, "is")?),
                Event::Text(part) if inside => begun.value.push_str(&part),
                Event::Close(name) => match &*name {
                    b"v" => inside = false,
                    b"c" => break,
                    _ => {}
                },
                Event::End => break,
                _ => {}
            }
        }
        if begun.column >= MOST_COLUMNS {
            return Err(Trouble::Broken("a row has too many columns".to_owned()));
        }
        let column = begun.column;
        let cell = self.finished(begun)?;
        if self.row.cells.len() <= column {
            self.row.cells.resize(column + 1, Cell::default());
        }
        self.row.cells[column] = cell;
        Ok(())
    }

    /// What the cell is (ECMA-376 part 1, 18.18.11).
    fn finished(&mut self, begun: Begun) -> Result<Cell, Trouble> {
        let value = begun.value.trim();
        Ok(match begun.kind.as_str() {
            _ if begun.inline.is_some() => Cell::text(begun.inline.unwrap_or_default()),
            "s" => {
                let text = value.parse().ok().map(|at| self.strings.get(at)).transpose()?.flatten();
                Cell::text(text.unwrap_or_default())
            }
            "str" | "inlineStr" => Cell::text(plain(begun.value)),
            "b" => match value {
                "" => Cell::default(),
                value => Cell::yes_no(matches!(value, "1" | "true")),
            },
            "e" => Cell::error(value),
            "d" => dated(value),
            _ if value.is_empty() => Cell::default(),
            _ => numbered(value, self.shapes.of(begun.style), self.epoch),
        })
    }
}

fn begun(tag: &Tag, next: usize) -> Begun {
    let column = tag.get("r").and_then(|reference| column(&reference)).unwrap_or(next);
    let style = tag.number("s").and_then(|style| usize::try_from(style).ok()).unwrap_or(0);
    Begun { column, style, kind: tag.get("t").unwrap_or_default(), ..Begun::default() }
}

/// `AB12` stands in column 27, the first being 0.
pub(super) fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0usize;
    for letter in letters {
        column = column.checked_mul(26)? + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    column.checked_sub(1)
}

/// A date as ISO 8601 writes it.
fn dated(value: &str) -> Cell {
    let bare = value.trim_end_matches('Z');
    match (bare.parse::<jiff::civil::DateTime>(), bare.parse::<jiff::civil::Time>()) {
        (Ok(at), _) if !bare.contains(['T', ' ']) => Cell::date(at.date()),
        (Ok(at), _) => Cell::date_time(at),
        (_, Ok(time)) => Cell::time(time),
        _ => Cell::text(value),
    }
}

/// A number, by what its format makes of it.
fn numbered(value: &str, shape: &Shape, epoch: Epoch) -> Cell {
    let Some(number) = Decimal::parse(value) else { return Cell::text(value) };
    let plain = || Cell::number(number);
    let serial = || value.parse::<f64>().ok();
    let moment = || serial().and_then(|serial| serial::moment(serial, epoch));
    // What is less than a day is a time, in a workbook that does not count from 0.
    let is_time = epoch == Epoch::Year1900 && serial().is_some_and(|serial| (0.0..1.0).contains(&serial));
    let time = || serial().and_then(serial::time_of).map(Cell::time);
    match shape {
        Shape::Plain => plain(),
        Shape::Percent => Cell::percent(number.moved(2)),
        Shape::Money(currency) => Cell::money(number, currency),
        Shape::Elapsed => serial().map_or_else(plain, |serial| Cell::text(serial::elapsed(serial))),
        Shape::Time if serial().is_some_and(|serial| (0.0..1.0).contains(&serial)) => {
            time().unwrap_or_else(plain)
        }
        Shape::DateTime if is_time => time().unwrap_or_else(plain),
        Shape::Date => moment().map_or_else(plain, |at| Cell::date(at.date())),
        Shape::DayOfYear => moment().map_or_else(plain, |at| Cell::day_of_year(at.date())),
        Shape::DateTime | Shape::Time => moment().map_or_else(plain, Cell::date_time),
    }
}
