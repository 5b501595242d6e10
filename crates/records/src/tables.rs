//! The objects' tables: derived from their declarations, created when missing, and given the columns and indexes
//! they lack. What is there is never dropped, but for an index that is defined otherwise by now: it is made anew.

use std::collections::HashSet;

use kernel::{Db, Result, Scope, Tx, db::Dialect, migrate};

use crate::{
    access,
    field::{Column, ColumnKind, Field},
    object::{Catalog, Object, Together},
    rank, shape,
};

/// Makes the database fit the catalogue.
pub fn ensure(db: &Db, catalog: &Catalog) -> Result<()> {
    db.write(&Scope::global(), |tx| {
        if tx.dialect() == Dialect::Postgres {
            tx.query("SELECT pg_advisory_xact_lock(7203142)", &[])?;
        }
        ensure_search(tx)?;
        catalog.objects().iter().try_for_each(|object| ensure_table(tx, object))?;
        ensure_table(tx, &shape::template("", None))
    })?;
    db.steady_plans()
}

fn ensure_table(tx: &mut Tx, object: &Object) -> Result<()> {
    let dialect = tx.dialect();
    let definition = |column: &Column| {
        let kind = match (column.kind, dialect) {
            (ColumnKind::Text, _) => "{text} NOT NULL DEFAULT ''".to_owned(),
            (ColumnKind::Number, _) => format!("BIGINT NOT NULL DEFAULT {}", crate::field::EMPTY_NUMBER),
            (ColumnKind::Bytes, Dialect::Sqlite) => "{bytes} NOT NULL DEFAULT x''".to_owned(),
            (ColumnKind::Bytes, Dialect::Postgres) => "{bytes} NOT NULL DEFAULT ''".to_owned(),
            (ColumnKind::Id, Dialect::Sqlite) => format!("{{id}} NOT NULL DEFAULT x'{}'", "00".repeat(16)),
            (ColumnKind::Own, _) => "{json} NOT NULL DEFAULT '{}'".to_owned(),
            (ColumnKind::Id, Dialect::Postgres) => format!("{{id}} NOT NULL DEFAULT '{}'", kernel::Id::NIL),
        };
        format!("\"{}\" {kind}", column.name)
    };
    let columns = &object.columns;
    let have = existing(tx, object.table)?;
    if have.is_empty() {
        let list = columns.iter().map(definition).collect::<Vec<_>>().join(",\n    ");
        let sql = format!(
            "CREATE TABLE {table} (\n    workspace_id {{id}} NOT NULL,\n    id {{id}} NOT NULL,\n    \
             trashed_at BIGINT NOT NULL DEFAULT 0,\n    {list},\n    \
             CONSTRAINT {table}_pkey PRIMARY KEY (workspace_id, id)\n) {{clustered}};",
            table = object.table,
        );
        tx.batch(&migrate::translate(dialect, &sql))?;
    } else {
        for column in columns.iter().filter(|column| !have.contains(&column.name)) {
            let sql = format!("ALTER TABLE {} ADD COLUMN {}", object.table, definition(column));
            tx.batch(&migrate::translate(dialect, &sql))?;
            if column.name == rank::FIELD {
                rank::fill(tx, object.table)?;
            }
        }
    }
    indexes(dialect, object)
        .into_iter()
        .try_for_each(|(name, definition)| ensure_index(tx, &name, &definition))
}

fn ensure_index(tx: &mut Tx, name: &str, definition: &str) -> Result<()> {
    let sql = format!("CREATE INDEX {name} ON {definition}");
    if tx.dialect() == Dialect::Sqlite {
        let have =
            tx.query("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1", &[name.into()])?;
        match have.first() {
            Some(row) if row.text(0) == sql => return Ok(()),
            Some(_) => {
                tracing::info!(
                    index = name,
                    "Making an index anew; this takes some seconds for each million cards"
                );
                tx.batch(&format!("DROP INDEX {name}"))?;
            }
            None => {}
        }
        return tx.batch(&sql);
    }
    tx.batch(&format!("CREATE INDEX IF NOT EXISTS {name} ON {definition}"))
}

fn existing(tx: &Tx, table: &str) -> Result<HashSet<String>> {
    let sql = match tx.dialect() {
        Dialect::Sqlite => "SELECT name FROM pragma_table_info(?1)",
        Dialect::Postgres => {
            "SELECT CAST(column_name AS text) FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = ?1"
        }
    };
    Ok(tx.query(sql, &[table.into()])?.iter().map(|row| row.text(0).to_owned()).collect())
}

/// Lists read these: everything in the order of each indexed field, and, for fields that narrow a list, in the
/// order of the title within each value, so for those who see only their own records. The trash is small and has its own.
/// Each by its name, with what it is on.
fn indexes(dialect: Dialect, object: &Object) -> Vec<(String, String)> {
    let table = object.table;
    let title = object.fields.iter().find(|field| field.key == object.title).and_then(Field::sort_column);
    let which = if object.shares_table { "\"object\", " } else { "" };
    // SQLite answers from an index of columns alone only where it holds what its own condition asks of.
    let living = match dialect {
        Dialect::Sqlite => "id, trashed_at) WHERE trashed_at = 0",
        Dialect::Postgres => "id) WHERE trashed_at = 0",
    };
    let mut made = vec![(
        format!("{table}_trash"),
        format!("{table} (workspace_id, {which}trashed_at, id) WHERE trashed_at <> 0"),
    )];
    let is_title = |field: &Field| field.key == object.title && title.is_some();
    for field in object.fields.iter().filter(|field| field.indexed || is_title(field)) {
        let columns = match (field.sort_column(), field.kind.storage()[0].1, &title) {
            (None, ColumnKind::Id, Some(title)) => format!("\"{}\", \"{title}\"", field.key),
            (Some(column), _, _) => format!("\"{column}\""),
            _ => format!("\"{}\"", field.key),
        };
        let name = format!("{table}_by_{}", field.key);
        made.push((name, format!("{table} (workspace_id, {which}{columns}, {living}")));
    }
    made.extend(object.together.iter().map(|together| {
        let name = format!("{table}_{}", together.name);
        (
            name,
            format!("{table} (workspace_id, {which}{} WHERE trashed_at = 0", read_together(object, together)),
        )
    }));
    let whose = access::whose(dialect, object, "");
    let order = title.as_ref().map_or_else(String::new, |title| format!("\"{title}\", "));
    let name = format!("{table}_by_whose");
    made.push((name, format!("{table} (workspace_id, {which}({whose}), {order}id) WHERE trashed_at = 0")));
    made
}

/// The columns of an index, in their order; the id stands behind what puts in order, as in the order of a list.
fn read_together(object: &Object, together: &Together) -> String {
    let columns = |keys: &[&str]| -> Vec<String> {
        keys.iter().filter_map(|key| object.at(key)).flat_map(|at| told_by(&object.fields[at])).collect()
    };
    // Whose they are keeps others from them, and must be told from the index too.
    let whose = object.responsible().into_iter().map(str::to_owned);
    let mut all = columns(together.order);
    all.push("id".to_owned());
    for column in columns(together.told).into_iter().chain(whose) {
        if !all.contains(&column) {
            all.push(column);
        }
    }
    let quoted: String = all.iter().map(|column| format!("\"{column}\", ")).collect();
    format!("{quoted}trashed_at)")
}

/// The columns that say what a field is compared with, sorted by and added up from.
fn told_by(field: &Field) -> Vec<String> {
    if field.kind.key() == "money" {
        return ["_minor", "_currency"].map(|part| format!("{}{part}", field.key)).to_vec();
    }
    vec![field.sort_column().unwrap_or_else(|| field.key.clone())]
}

/// Both databases number or key one document per record; only the index of words differs.
fn ensure_search(tx: &mut Tx) -> Result<()> {
    let sql = match tx.dialect() {
        Dialect::Sqlite => {
            "CREATE TABLE IF NOT EXISTS search_docs (
                number INTEGER PRIMARY KEY,
                workspace_id BLOB NOT NULL,
                record_id BLOB NOT NULL,
                object TEXT NOT NULL,
                title TEXT NOT NULL,
                detail TEXT NOT NULL
            );
            CREATE UNIQUE INDEX IF NOT EXISTS search_docs_by_record ON search_docs (workspace_id, record_id);
            CREATE VIRTUAL TABLE IF NOT EXISTS search_terms USING fts5(
                terms, content='', contentless_delete=1, prefix='1 2 3 4 5 6', detail=none, tokenize='ascii'
            );"
        }
        Dialect::Postgres => {
            "CREATE TABLE IF NOT EXISTS search_docs (
                workspace_id uuid NOT NULL,
                record_id uuid NOT NULL,
                object TEXT COLLATE \"C\" NOT NULL,
                title TEXT COLLATE \"C\" NOT NULL,
                detail TEXT COLLATE \"C\" NOT NULL,
                terms tsvector NOT NULL,
                CONSTRAINT search_docs_pkey PRIMARY KEY (workspace_id, record_id)
            );
            CREATE INDEX IF NOT EXISTS search_docs_terms ON search_docs USING gin (terms);"
        }
    };
    tx.batch(sql)
}
