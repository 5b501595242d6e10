//! Going through a file: its rows or cards as drafts, one after another, and a first quick look at all of it.

use std::{fs::File, io::BufReader, path::Path};

use formats::{
    delimited::{self, Table},
    encoding::Decoded,
    vcard,
};
use kernel::{Error, Result, Text};

use crate::import::{
    Format, Import,
    bad::Problem,
    cards, columns,
    draft::{Draft, Raw},
    plan::Plan,
    source,
    style::{Evidence, Style},
    vocabulary,
};

/// The rest of a file. Rows are counted from 1, empty ones not at all.
pub(super) struct Drafts {
    rows: Rows,
    number: u64,
}

enum Rows {
    Table(Box<Table<Decoded<BufReader<File>>>>),
    Cards(Box<vcard::Cards<BufReader<File>>>),
    Ended,
}

impl Drafts {
    pub(super) fn open(import: &Import) -> Result<Drafts> {
        let rows = match import.format {
            Format::Delimited => Rows::Table(Box::new(source::table(import)?)),
            Format::VCard => Rows::Cards(Box::new(vcard::cards(source::open(Path::new(&import.path))?))),
        };
        Ok(Drafts { rows, number: 0 })
    }

    /// Passes over what was done already.
    pub(super) fn skip(&mut self, rows: u64) -> Result<()> {
        while self.number < rows {
            let more = match &mut self.rows {
                Rows::Table(table) => next_row(table, |_| ()).map_err(Error::internal)?.is_some(),
                Rows::Cards(cards) => cards.next().is_some(),
                Rows::Ended => false,
            };
            if !more {
                break;
            }
            self.number += 1;
        }
        Ok(())
    }

    /// The next row or card, read by the plan; nothing at the end.
    pub(super) fn next(&mut self, plan: &Plan) -> Option<Draft> {
        let number = self.number + 1;
        let draft = match &mut self.rows {
            Rows::Ended => None,
            Rows::Cards(cards) => cards.next().map(|card| cards::draft(plan, card, cards.line(), number)),
            Rows::Table(table) => match next_row(table, |row| columns::draft(plan, row, number)) {
                Ok(draft) => draft,
                Err(trouble) => {
                    let (line, reason) = match trouble {
                        delimited::Trouble::RowTooLong { line } => (line, Text::new("import-row-too-long")),
                        delimited::Trouble::Io(_) => (0, Text::new("import-unreadable")),
                    };
                    self.rows = Rows::Ended;
                    let body = Err(Problem::new("", reason));
                    Some(Draft { line, number, raw: Raw::Cells(String::new()), body })
                }
            },
        };
        if draft.is_some() {
            self.number = number;
        }
        draft
    }
}

/// The next row that is not empty, as `read` takes it.
fn next_row<R: std::io::Read, T>(
    table: &mut Table<R>,
    read: impl FnOnce(delimited::Row<'_>) -> T,
) -> Result<Option<T>, delimited::Trouble> {
    while let Some(row) = table.row()? {
        if !row.is_empty() {
            return Ok(Some(read(row)));
        }
    }
    Ok(None)
}

/// What a look at the whole file tells.
pub(super) struct Scan {
    pub(super) rows: u64,
    /// By column.
    pub(super) styles: Vec<Style>,
}

/// Counts the rows, at most `most`, and finds out how each column writes its dates and numbers.
pub(super) fn scan(
    plan: &Plan,
    import: &Import,
    most: u64,
    mut go_on: impl FnMut(u64) -> Result<()>,
) -> Result<Scan> {
    let looked_at: Vec<usize> = import
        .mapping
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| vocabulary::is_dated_or_counted(&plan.object, column))
        .map(|(at, _)| at)
        .collect();
    let mut evidence = vec![Evidence::default(); import.mapping.columns.len()];
    let mut rows = 0;
    match import.format {
        Format::Delimited => {
            let mut table = source::table(import)?;
            while rows < most
                && let Ok(Some(row)) = table.row()
            {
                if row.is_empty() {
                    continue;
                }
                for at in &looked_at {
                    if let Some(cell) = row.cell(*at) {
                        evidence[*at].look(cell);
                    }
                }
                rows += 1;
                if rows % 20_000 == 0 {
                    go_on(rows)?;
                }
            }
        }
        Format::VCard => {
            let cards = vcard::cards(source::open(Path::new(&import.path))?);
            for card in cards.take(usize::try_from(most).unwrap_or(usize::MAX)) {
                drop(card);
                rows += 1;
                if rows % 2_000 == 0 {
                    go_on(rows)?;
                }
            }
        }
    }
    Ok(Scan { rows, styles: evidence.iter().map(Evidence::style).collect() })
}
