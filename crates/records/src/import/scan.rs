//! Going through a file: its rows or cards as drafts, one after another, and a first quick look at all of it.

use std::{fs::File, io::BufReader, path::Path};

use formats::vcard;
use kernel::{Error, Result};

use crate::import::{
    Format, Import,
    bad::Problem,
    cards, columns,
    draft::{Draft, Raw},
    plan::Plan,
    source,
    style::{Evidence, Style},
    table::Table,
    vocabulary,
};

/// The rest of a file. Rows are counted from 1, empty ones not at all.
pub(super) struct Drafts {
    rows: Rows,
    number: u64,
}

enum Rows {
    Table(Table),
    Cards(Box<vcard::Cards<BufReader<File>>>),
    Ended,
}

impl Drafts {
    pub(super) fn open(import: &Import) -> Result<Drafts> {
        let rows = match import.format {
            Format::Delimited | Format::Workbook => Rows::Table(Table::open(import)?),
            Format::VCard => Rows::Cards(Box::new(vcard::cards(source::open(Path::new(&import.path))?))),
        };
        Ok(Drafts { rows, number: 0 })
    }

    /// Passes over what was done already.
    pub(super) fn skip(&mut self, rows: u64) -> Result<()> {
        while self.number < rows {
            let more = match &mut self.rows {
                Rows::Table(table) => match table.next_filled(|_| ()) {
                    Ok(row) => row.is_some(),
                    Err(trouble) => return Err(Error::Conflict(trouble.reason)),
                },
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
            Rows::Table(table) => match table.next_filled(|row| columns::draft(plan, row, number)) {
                Ok(draft) => draft,
                Err(trouble) => {
                    self.rows = Rows::Ended;
                    let body = Err(Problem::new("", trouble.reason));
                    Some(Draft { line: trouble.line, number, raw: Raw::Cells(String::new()), body })
                }
            },
        };
        if draft.is_some() {
            self.number = number;
        }
        draft
    }
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
        Format::Delimited | Format::Workbook => {
            let mut table = Table::open(import)?;
            while rows < most
                && let Ok(Some(row)) = table.row()
            {
                if row.is_empty() {
                    continue;
                }
                for at in &looked_at {
                    // A date or number that the file knows as one was not written in any way.
                    if let (Some(cell), None) = (row.text(*at), row.certain(*at)) {
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
