//! Numbers of documents, one after the other without a gap: the next one is taken in the transaction that keeps the document, so
//! one that is not kept takes none, and two at the same moment wait for each other.

use kernel::{Result, Role, Tx, Value};
use records::export::{Column, ColumnType, TableRows};

/// The rows of `number_series` travel with the whole workspace: no number is given twice.
pub const SERIES: TableRows = TableRows {
    table: "number_series",
    key: 1,
    columns: &[Column("series", ColumnType::Text), Column("last", ColumnType::Number)],
};

/// Digits that a number has at least.
const DIGITS: usize = 4;
/// What stands for the number, and for the year, with which it begins anew.
pub const NUMBER: &str = "[number]";
pub const YEAR: &str = "[year]";

/// A pattern that can be told apart: it has a number, and only letters, digits and `- / . _ #` around it.
pub fn is_pattern(pattern: &str) -> bool {
    let rest = pattern.replace(NUMBER, "").replace(YEAR, "");
    let plain = |letter: char| letter.is_alphanumeric() || "-/._# ".contains(letter);
    pattern.matches(NUMBER).count() == 1 && pattern.chars().count() <= 40 && rest.chars().all(plain)
}

/// The next number of this kind, as the pattern writes it.
pub(crate) fn next(tx: &mut Tx, kind: &str, pattern: &str) -> Result<String> {
    let year = tx.today().year().to_string();
    let series = if pattern.contains(YEAR) { format!("{kind}-[year]") } else { kind.to_owned() };
    let params: [Value; 2] = [tx.workspace().into(), series.as_str().into()];
    let row = tx.query_one(
        "INSERT INTO number_series (workspace_id, series, last) VALUES (?1, ?2, 1) \
         ON CONFLICT (workspace_id, series) DO UPDATE SET last = number_series.last + 1 RETURNING last",
        &params,
    )?;
    let number = row.map_or(1, |row| row.int(0));
    Ok(pattern.replace(YEAR, &year).replace(NUMBER, &format!("{number:0DIGITS$}")))
}

/// Each kind of document, and how it is asked whether there is one.
const KINDS: [(&str, &str); 5] = [
    ("quote", "SELECT 1 FROM quotes WHERE workspace_id = ?1 LIMIT 1"),
    ("order", "SELECT 1 FROM orders WHERE workspace_id = ?1 LIMIT 1"),
    ("delivery", "SELECT 1 FROM deliveries WHERE workspace_id = ?1 LIMIT 1"),
    ("invoice", "SELECT 1 FROM invoices WHERE workspace_id = ?1 AND kind = 'invoice' LIMIT 1"),
    ("credit_note", "SELECT 1 FROM invoices WHERE workspace_id = ?1 AND kind = 'credit_note' LIMIT 1"),
];

/// Kinds of documents of which there is not one, not even in the trash, begin with the first number again: those that were there were
/// not real. For administrators.
pub fn begin_anew(tx: &mut Tx) -> Result<()> {
    tx.require(Role::Admin)?;
    for (kind, any) in KINDS {
        if tx.query_one(any, &[tx.workspace().into()])?.is_none() {
            tx.execute(
                "DELETE FROM number_series WHERE workspace_id = ?1 AND series IN (?2, ?3)",
                &[tx.workspace().into(), kind.into(), format!("{kind}-[year]").into()],
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_one_number_and_nothing_strange() {
        for (pattern, fits) in [
            ("[number]", true),
            ("INV-[year]-[number]", true),
            ("Ö/[number]", true),
            ("INV-[year]", false),
            ("[number][number]", false),
            ("<[number]>", false),
        ] {
            assert_eq!(is_pattern(pattern), fits, "{pattern}");
        }
    }
}
