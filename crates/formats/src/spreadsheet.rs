//! Spreadsheets (Office Open XML, ECMA-376; `.xlsx`): read row by row in little memory, with every cell as what it is,
//! and written the same way. A real date, number or amount needs no guessing, so a cell says which it is.

mod cell;
mod header;
mod merges;
mod package;
mod rows;
mod serial;
mod shape;
mod strings;
mod template;
mod workbook;
mod writer;
mod xml;

use std::{error, fmt, io};

pub use self::{
    cell::{Cell, Decimal, Kind},
    header::{Layout, layout},
    rows::{Row, Rows},
    template::{Filled, Template, TemplateColumn},
    workbook::{Book, Sheet},
    writer::Writer,
};

/// The most rows a sheet has, the header included.
pub const MOST_ROWS: u64 = 1_048_576;

/// Why a workbook cannot be read.
#[derive(Debug)]
pub enum Trouble {
    Io(io::Error),
    /// It is damaged, or no workbook.
    Broken(String),
    /// A password protects it.
    Protected,
    /// It unpacks to more than any honest file does.
    TooLarge,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Io(error) => write!(f, "the file cannot be read: {error}"),
            Trouble::Broken(why) => write!(f, "the workbook is damaged: {why}"),
            Trouble::Protected => write!(f, "a password protects the workbook"),
            Trouble::TooLarge => write!(f, "the workbook unpacks to too much"),
        }
    }
}

impl error::Error for Trouble {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Trouble::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        match error.get_ref() {
            Some(inner) if inner.is::<package::TooMuch>() => Trouble::TooLarge,
            // What does not inflate is damaged, not missing.
            _ if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
            ) =>
            {
                Trouble::Broken(error.to_string())
            }
            _ => Trouble::Io(error),
        }
    }
}

#[cfg(test)]
mod tests;
