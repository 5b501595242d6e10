//! The search index: one document per record. SQLite keeps the words in a contentless FTS5 table beside it,
//! PostgreSQL in a `tsvector`; both get them from our own tokeniser.

use kernel::{Id, Result, Tx, Value, db::Dialect};

use crate::{Record, field::Reading};

/// What is found and shown of one record.
#[derive(Debug, PartialEq)]
pub(crate) struct Document {
    title: String,
    detail: String,
    /// Sorted, each once.
    pub(super) words: Vec<String>,
}

pub(crate) fn update(tx: &mut Tx, before: Option<&Record>, after: &Record, reading: &Reading) -> Result<()> {
    let living = |record: &Record| record.trashed_at.is_none().then(|| document(record, reading));
    match (before.and_then(living), living(after)) {
        (None, None) => Ok(()),
        (Some(had), Some(has)) if had == has => Ok(()),
        (Some(_), None) => remove(tx, after.id),
        (had, Some(has)) => {
            if had.is_some() {
                remove(tx, after.id)?;
            }
            add(tx, after, &has)
        }
    }
}

/// Makes the document of a record anew, because what is found of it has changed.
pub(crate) fn renew(tx: &mut Tx, record: &Record, reading: &Reading) -> Result<()> {
    remove(tx, record.id)?;
    add(tx, record, &document(record, reading))
}

pub(crate) fn document(record: &Record, reading: &Reading) -> Document {
    let mut words = Vec::new();
    for (field, value) in record.object.fields.iter().zip(&record.values) {
        if field.searched && !value.is_null() {
            field.kind.words(value, &mut words);
        }
    }
    words.sort_unstable();
    words.dedup();
    let details =
        record.object.detail.iter().map(|field| record.show(field, reading)).filter(|text| !text.is_empty());
    let detail: String = details.take(2).collect::<Vec<_>>().join(" · ").chars().take(160).collect();
    let title: String = record.title(reading).chars().take(200).collect();
    Document { title, detail, words }
}

pub(crate) fn add(tx: &mut Tx, record: &Record, document: &Document) -> Result<()> {
    insert(tx, record.id, record.object.key, document, None)
}

/// Adds the documents of many new records. Nothing else is written between them, so that SQLite gathers their words.
pub(crate) fn add_all(tx: &mut Tx, documents: Vec<(Id, &'static str, Document)>) -> Result<()> {
    let mut number = None;
    if tx.dialect() == Dialect::Sqlite && !documents.is_empty() {
        let last = tx.query_one("SELECT COALESCE(MAX(number), 0) FROM search_docs", &[])?;
        number = last.map(|row| row.int(0));
    }
    for (id, object, document) in &documents {
        number = number.map(|number| number + 1);
        insert(tx, *id, object, document, number)?;
    }
    Ok(())
}

/// One document per record: a second one is left out.
fn insert(tx: &mut Tx, id: Id, object: &str, document: &Document, number: Option<i64>) -> Result<()> {
    let mut params: Vec<Value> = vec![
        tx.workspace().into(),
        id.into(),
        object.into(),
        Value::from(&document.title),
        Value::from(&document.detail),
    ];
    match tx.dialect() {
        Dialect::Sqlite => {
            params.push(number.into());
            let added = tx.execute(
                "INSERT INTO search_docs (workspace_id, record_id, object, title, detail, number) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (workspace_id, record_id) DO NOTHING",
                &params,
            )?;
            if added == 0 {
                return Ok(());
            }
            // Not RETURNING: it opens a savepoint, and FTS5 flushes at every savepoint.
            let number = match number {
                Some(number) => number,
                None => tx.query_one("SELECT last_insert_rowid()", &[])?.map_or(0, |row| row.int(0)),
            };
            tx.execute(
                "INSERT INTO search_terms (rowid, terms) VALUES (?1, ?2)",
                &[number.into(), document.words.join(" ").into()],
            )?;
        }
        Dialect::Postgres => {
            // The words are letters and digits only: an array literal needs no quotes.
            params.push(format!("{{{}}}", document.words.join(",")).into());
            tx.execute(
                "INSERT INTO search_docs (workspace_id, record_id, object, title, detail, terms) \
                 VALUES (?1, ?2, ?3, ?4, ?5, array_to_tsvector(CAST(CAST(?6 AS text) AS text[]))) \
                 ON CONFLICT DO NOTHING",
                &params,
            )?;
        }
    }
    Ok(())
}

fn remove(tx: &mut Tx, record: Id) -> Result<()> {
    let key: [Value; 2] = [tx.workspace().into(), record.into()];
    if tx.dialect() == Dialect::Sqlite {
        tx.execute(
            "DELETE FROM search_terms WHERE rowid IN \
             (SELECT number FROM search_docs WHERE workspace_id = ?1 AND record_id = ?2)",
            &key,
        )?;
    }
    tx.execute("DELETE FROM search_docs WHERE workspace_id = ?1 AND record_id = ?2", &key)?;
    Ok(())
}
