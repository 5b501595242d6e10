//! A workbook: its sheets, and what their cells share.

use std::{path::Path, sync::Arc};

use super::{Rows, Trouble, package::Package, serial::Epoch, shape::Shapes, xml::Event};

/// Where a table is looked for that nobody pointed out.
const SHEETS_LOOKED_AT: usize = 50;
const ROWS_LOOKED_AT: usize = 2000;

/// An open workbook.
pub struct Book {
    package: Package,
    sheets: Vec<Sheet>,
    strings: Option<String>,
    shapes: Arc<Shapes>,
    epoch: Epoch,
}

/// One sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// Out of sight for whoever opens the workbook.
    pub hidden: bool,
    part: String,
}

/// What one part of the archive says about another.
struct Relation {
    id: String,
    kind: String,
    part: String,
}

impl Book {
    /// Reads what the workbook says of itself, and none of its rows.
    pub fn open(path: &Path) -> Result<Book, Trouble> {
        let package = Package::open(path)?;
        let root = relations(&package, "_rels/.rels", "")?;
        let main = root.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let related = relations(&package, &format!("{folder}/_rels/{name}.rels"), folder)?;
        let part_of = |kind: &str| related.iter().find(|known| known.kind.ends_with(kind));
        let mut shapes = Shapes::default();
        if let Some(styles) = part_of("/styles")
            && let Some(mut xml) = package.part(&styles.part)?
        {
            shapes = Shapes::read(&mut xml)?;
        }
        let strings = part_of("/sharedStrings").map(|relation| relation.part.clone());
        let mut book =
            Book { sheets: Vec::new(), strings, shapes: shapes.into(), epoch: Epoch::Year1900, package };
        book.read_sheets(&main, &related)?;
        if book.sheets.is_empty() {
            return Err(Trouble::Broken("there are no sheets in it".to_owned()));
        }
        Ok(book)
    }

    fn read_sheets(&mut self, main: &str, related: &[Relation]) -> Result<(), Trouble> {
        let missing = || Trouble::Broken("there is no workbook in it".to_owned());
        let mut xml = self.package.part(main)?.ok_or_else(missing)?;
        loop {
            match xml.next()? {
                Event::Open(tag) if tag.is("workbookPr") && tag.flag("date1904") => {
                    self.epoch = Epoch::Year1904
                }
                Event::Open(tag) if tag.is("sheet") => {
                    let id = tag.get("id").unwrap_or_default();
                    let part =
                        related.iter().find(|known| known.id == id && known.kind.ends_with("/worksheet"));
                    // Sheets of charts have no rows.
                    let Some(part) = part.filter(|known| self.package.has(&known.part)) else { continue };
                    self.sheets.push(Sheet {
                        name: tag.get("name").unwrap_or_default(),
                        hidden: tag.get("state").is_some_and(|state| state != "visible"),
                        part: part.part.clone(),
                    });
                }
                Event::End => return Ok(()),
                _ => {}
            }
        }
    }

    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The rows of a sheet, from its first on.
    pub fn rows(&self, sheet: usize) -> Result<Rows, Trouble> {
        let missing = || Trouble::Broken("there is no such sheet in it".to_owned());
        let part = &self.sheets.get(sheet).ok_or_else(missing)?.part;
        Rows::open(&self.package, part, self.strings.as_deref(), self.shapes.clone(), self.epoch)
    }

    /// The sheet somebody means who names none: the first in sight that is not empty, else the first not empty.
    pub fn first_filled(&self) -> Result<usize, Trouble> {
        let all = || self.sheets.iter().enumerate();
        let in_order =
            all().filter(|(_, sheet)| !sheet.hidden).chain(all().filter(|(_, sheet)| sheet.hidden));
        for (at, _) in in_order.take(SHEETS_LOOKED_AT) {
            let mut rows = self.rows(at)?;
            let mut looked_at = 0;
            while let Some(row) = rows.row()?
                && looked_at < ROWS_LOOKED_AT
            {
                if !row.is_empty() {
                    return Ok(at);
                }
                looked_at += 1;
            }
        }
        Ok(0)
    }
}

/// The relations of a part; none when the archive has no such list.
fn relations(package: &Package, list: &str, folder: &str) -> Result<Vec<Relation>, Trouble> {
    let mut found = Vec::new();
    let Some(mut xml) = package.part(list)? else { return Ok(found) };
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.is("Relationship") => {
                if let (Some(id), Some(kind), Some(target)) =
                    (tag.get("Id"), tag.get("Type"), tag.get("Target"))
                {
                    found.push(Relation { id, kind, part: resolved(folder, &target) });
                }
            }
            Event::End => return Ok(found),
            _ => {}
        }
    }
}

/// A target as seen from a folder of the archive.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
