//! Rows of a table as JSON and back, the same for both databases: ids and times, texts and numbers.

use kernel::{Cx, Id, Result, Tx, Value};

use super::{Extra, PAGE, damaged};
use crate::{Json, own::hex, record::marks};

/// A table whose rows are exported as they are.
#[derive(Debug, Clone, Copy)]
pub struct TableRows {
    pub table: &'static str,
    /// All but the workspace; the first `key` of them are the rest of the primary key: none in a table of one row.
    pub columns: &'static [Column],
    pub key: usize,
}

#[derive(Debug, Clone, Copy)]
pub struct Column(pub &'static str, pub ColumnType);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    Id,
    Text,
    Number,
}

use ColumnType::{Id as Key, Number, Text};

/// The engine's own tables, in the order in which they are restored.
pub(super) const OWN: &[TableRows] = &[
    TableRows { table: "shape_versions", key: 0, columns: &[Column("version", Number)] },
    TableRows { table: "shapes", key: 1, columns: &[Column("object", Text), Column("definition", Text)] },
    TableRows {
        table: "layouts",
        key: 2,
        columns: &[
            Column("object", Text),
            Column("unit_id", Key),
            Column("definition", Text),
            Column("previous", Text),
            Column("version", Number),
        ],
    },
    TableRows {
        table: "files",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("sha256", Text),
            Column("name", Text),
            Column("media_type", Text),
            Column("size", Number),
            Column("created_at", Number),
        ],
    },
    TableRows {
        table: "file_holders",
        key: 3,
        columns: &[
            Column("file_id", Key),
            Column("record_id", Key),
            Column("field", Text),
            Column("object", Text),
        ],
    },
    TableRows {
        table: "stays",
        key: 3,
        columns: &[
            Column("record_id", Key),
            Column("field", Text),
            Column("entered_at", Number),
            Column("object", Text),
            Column("value", Text),
            Column("left_at", Number),
            Column("before_at", Number),
            Column("later", Text),
            Column("trashed", Number),
        ],
    },
    // Who is in them and who has them stays behind: users are another installation's.
    TableRows {
        table: "units",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("parent_id", Key),
            Column("kind", Text),
            Column("name", Text),
            Column("created_at", Number),
            Column("retired_at", Number),
        ],
    },
    TableRows {
        table: "roles",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("name", Text),
            Column("rights", Text),
            Column("created_at", Number),
            Column("retired_at", Number),
        ],
    },
    TableRows {
        table: "views",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("object", Text),
            Column("name", Text),
            Column("address", Text),
            Column("scope", Text),
            Column("owner_id", Key),
            Column("unit_id", Key),
            Column("position", Number),
            Column("created_at", Number),
            Column("trashed_at", Number),
        ],
    },
    TableRows {
        table: "view_defaults",
        key: 2,
        columns: &[Column("object", Text), Column("unit_id", Key), Column("view_id", Key)],
    },
    TableRows {
        table: "link_kinds",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("from_object", Text),
            Column("to_object", Text),
            Column("forth", Text),
            Column("back", Text),
        ],
    },
    TableRows {
        table: "links",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("kind", Text),
            Column("from_object", Text),
            Column("from_id", Key),
            Column("to_object", Text),
            Column("to_id", Key),
            Column("role", Text),
            Column("started_on", Text),
            Column("ended_on", Text),
            Column("created_at", Number),
        ],
    },
    TableRows {
        table: "change_sets",
        key: 1,
        columns: &[
            Column("id", Key),
            Column("made_at", Number),
            Column("actor_id", Key),
            Column("through", Text),
            Column("label", Text),
            Column("subject", Text),
            Column("touched", Number),
            Column("undoes", Key),
            Column("undone_by", Key),
        ],
    },
    TableRows {
        table: "changes",
        key: 2,
        columns: &[
            Column("record_id", Key),
            Column("id", Key),
            Column("set_id", Key),
            Column("object", Text),
            Column("kind", Text),
            Column("fields", Text),
        ],
    },
    TableRows {
        table: "following",
        key: 2,
        columns: &[
            Column("card_id", Key),
            Column("user_id", Key),
            Column("object", Text),
            Column("state", Text),
            Column("since_at", Number),
        ],
    },
    TableRows {
        table: "duplicates",
        key: 2,
        columns: &[
            Column("one_id", Key),
            Column("other_id", Key),
            Column("object", Text),
            Column("score", Number),
            Column("signs", Number),
            Column("state", Text),
            Column("found_at", Number),
            Column("decided_by", Key),
            Column("decided_at", Number),
        ],
    },
    TableRows {
        table: "merges",
        key: 1,
        columns: &[
            Column("record_id", Key),
            Column("object", Text),
            Column("into_id", Key),
            Column("set_id", Key),
            Column("merged_at", Number),
        ],
    },
    TableRows {
        table: "night_merges",
        key: 2,
        columns: &[
            Column("record_id", Key),
            Column("set_id", Key),
            Column("object", Text),
            Column("survivor_id", Key),
            Column("merged_at", Number),
        ],
    },
];

impl Extra for TableRows {
    fn name(&self) -> &str {
        self.table
    }

    fn write(&self, cx: &Cx, each: &mut dyn FnMut(Json) -> Result<()>) -> Result<()> {
        let names: Vec<&str> = self.columns.iter().map(|column| column.0).collect();
        let key = names[..self.key.max(1)].join(", ");
        let mut place: Vec<Value> = Vec::new();
        loop {
            let mut params: Vec<Value> = vec![cx.workspace().into()];
            params.append(&mut place);
            let behind = match params.len() {
                1 => String::new(),
                _ => format!("AND ({key}) > ({})", marks(2, self.key.max(1))),
            };
            let sql = format!(
                "SELECT {} FROM {} WHERE workspace_id = ?1 {behind} ORDER BY {key} LIMIT {PAGE}",
                names.join(", "),
                self.table
            );
            let rows = cx.query(&sql, &params)?;
            let Some(last) = rows.last() else { return Ok(()) };
            place = (0..self.key.max(1)).map(|at| last.value(at).clone()).collect();
            for row in &rows {
                let cell = |(at, name): (usize, &&str)| ((*name).to_owned(), json(row.value(at)));
                each(Json::Object(names.iter().enumerate().map(cell).collect()))?;
            }
        }
    }

    fn restore(&self, tx: &mut Tx, row: &Json) -> Result<()> {
        // An archive of an earlier version lacks columns that were added since; they have what new ones begin with.
        let told: Vec<_> = self.columns.iter().filter(|column| row.get(column.0).is_some()).collect();
        let names: Vec<&str> = told.iter().map(|column| column.0).collect();
        let mut params: Vec<Value> = vec![tx.workspace().into()];
        for Column(name, kind) in told {
            params.push(value(&row[*name], *kind)?);
        }
        let sql = format!(
            "INSERT INTO {} (workspace_id, {}) VALUES ({})",
            self.table,
            names.join(", "),
            marks(1, params.len())
        );
        tx.execute(&sql, &params)?;
        Ok(())
    }
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Id(id) => id.to_string().into(),
        Value::Bytes(bytes) => hex(bytes).into(),
    }
}

fn value(json: &Json, kind: ColumnType) -> Result<Value> {
    match (json, kind) {
        (Json::Null, _) => Ok(Value::Null),
        (Json::String(text), ColumnType::Id) => Ok(text.parse::<Id>().map_err(damaged)?.into()),
        (Json::String(text), ColumnType::Text) => Ok(text.into()),
        (Json::Number(number), ColumnType::Number) => {
            Ok(number.as_i64().ok_or_else(|| damaged("a number that is none"))?.into())
        }
        _ => Err(damaged("a column of another type")),
    }
}
