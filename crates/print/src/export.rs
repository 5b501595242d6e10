//! Templates travel with the whole workspace; printed files, which hold addresses and last a week, do not.

use records::export::{Column, ColumnType, TableRows};

/// The rows of `print_templates`.
pub const TEMPLATES: TableRows = TableRows {
    table: "print_templates",
    key: 1,
    columns: &[
        Column("key", ColumnType::Text),
        Column("kind", ColumnType::Text),
        Column("name", ColumnType::Text),
        Column("source", ColumnType::Text),
        Column("changed_at", ColumnType::Number),
        Column("changed_by", ColumnType::Id),
    ],
};
