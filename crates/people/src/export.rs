//! Who wants to be left alone travels with the whole workspace, and the key under which they are known; whose hands a card is in
//! does not.

use kernel::{Cx, Result, Tx};
use records::{
    Json,
    export::{Column, ColumnType, Extra, TableRows},
};
use serde_json::json;

use crate::refusal;

/// The rows of `refusals`.
pub const REFUSALS: TableRows = TableRows {
    table: "refusals",
    key: 2,
    columns: &[
        Column("hash", ColumnType::Text),
        Column("record_id", ColumnType::Id),
        Column("object", ColumnType::Text),
        Column("said", ColumnType::Text),
        Column("since_at", ColumnType::Number),
    ],
};

/// The key without which the rows recognise nobody.
#[derive(Debug)]
pub struct RefusalsKey;

impl Extra for RefusalsKey {
    fn name(&self) -> &str {
        "refusals_key"
    }

    fn write(&self, cx: &Cx, each: &mut dyn FnMut(Json) -> Result<()>) -> Result<()> {
        match refusal::kept_key(cx)? {
            Some(key) => each(json!({ "key": key })),
            None => Ok(()),
        }
    }

    fn restore(&self, tx: &mut Tx, row: &Json) -> Result<()> {
        match row["key"].as_str() {
            Some(key) => refusal::keep_key(tx, key),
            None => Ok(()),
        }
    }
}
