//! A document that was accepted or issued is printed once more and kept as that file, with its SHA-256: whoever has a copy can see
//! whether it is the same. A job does it, outside the transaction that made it binding; what it prints cannot change any more.

use jobs::{Job, Run};
use kernel::{Error, Id, Result, Tx};
use records::{
    Json, Record, files,
    object::object,
    record,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

use crate::paperwork;

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Freeze {
    object: String,
    record: Id,
}

/// When the transaction is kept.
pub(crate) fn soon(tx: &mut Tx, document: &Record) -> Result<()> {
    jobs::enqueue(tx, &Freeze { object: document.object.key.to_owned(), record: document.id }).map(drop)
}

impl Job for Freeze {
    const KIND: &'static str = "documents.freeze";

    fn run(&self, run: &Run) -> Result<()> {
        let found = run.db.read(&run.scope, |cx| {
            let document = match record::find(cx, &object(cx, &self.object)?, self.record) {
                Ok(document) if document.get("document").is_null() => document,
                // It was frozen before, or is gone.
                Ok(_) | Err(Error::NotFound) => return Ok(None),
                Err(error) => return Err(error),
            };
            Ok(Some(paperwork::paper(cx, &document)?))
        })?;
        let Some(paper) = found else { return Ok(()) };
        let name = paper.file_name.clone();
        let printed = paper.print()?;
        run.db.write(&run.scope, |tx| {
            let file = files::add(tx, &name, &printed.pdf)?;
            let values = Values::from_iter([
                ("document".to_owned(), file.value()),
                ("hash".to_owned(), Json::from(file.sha256)),
            ]);
            save::derive(tx, &object(tx, &self.object)?, self.record, values)
        })
    }
}
