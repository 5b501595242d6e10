//! The search index: one document per record. SQLite keeps the words in a contentless FTS5 table beside it,
//! PostgreSQL in a `tsvector`; both get them from our own tokeniser.

use kernel::{Id, Result, Tx, Value, db::Dialect};

use crate::{Record, field::Reading};

/// What is found and shown of one record.
#[derive(Debug, PartialEq)]
pub(crate) struct Document {
    title: String,
    detail: String,
    words: Vec<String>,
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
    let fixed: [Value; 5] = [
        tx.workspace().into(),
        record.id.into(),
        record.object.key.into(),
        Value::from(&document.title),
        Value::from(&document.detail),
    ];
    match tx.dialect() {
        Dialect::Sqlite => {
            let row = tx.query_one(
                "INSERT INTO search_docs (workspace_id, record_id, object, title, detail) VALUES (?1, ?2, ?3, ?4, ?5) \
                 RETURNING number",
                &fixed,
            )?;
            let number = row.map_or(0, |row| row.int(0));
            tx.execute(
                "INSERT INTO search_terms (rowid, terms) VALUES (?1, ?2)",
                &[number.into(), document.words.join(" ").into()],
            )?;
        }
        Dialect::Postgres => {
            // The words are letters and digits only: an array literal needs no quotes.
            let [workspace, id, object, title, detail] = fixed;
            let words = format!("{{{}}}", document.words.join(","));
            tx.execute(
                "INSERT INTO search_docs (workspace_id, record_id, object, title, detail, terms) \
                 VALUES (?1, ?2, ?3, ?4, ?5, array_to_tsvector(CAST(CAST(?6 AS text) AS text[])))",
                &[workspace, id, object, title, detail, words.into()],
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
