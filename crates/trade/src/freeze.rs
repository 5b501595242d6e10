//! A document that was accepted or issued is printed once more and kept as that file, with its SHA-256: whoever has a copy can see
//! whether it is the same. A job does it, outside the transaction that made it binding; what it prints cannot change any more.

use jobs::{Job, Run};
use kernel::{Cx, Db, Error, Id, Result, Scope, Tx};
use records::{
    Json, Record, files,
    object::object,
    record,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

use crate::{invoice, paperwork, quote};

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
        now(&run.db, &run.scope, &self.object, self.record)
    }
}

/// Freezes a document that is binding and was not frozen yet. Nothing otherwise, nor when it is gone.
pub(crate) fn now(db: &Db, scope: &Scope, key: &str, id: Id) -> Result<()> {
    let waiting = |cx: &Cx| match record::find(cx, &object(cx, key)?, id) {
        Ok(document) => Ok(Some(document).filter(|one| is_binding(one) && one.get("document").is_null())),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    };
    let paper =
        db.read(scope, |cx| waiting(cx)?.map(|document| paperwork::paper(cx, &document)).transpose())?;
    let Some(paper) = paper else { return Ok(()) };
    let name = paper.file_name.clone();
    let printed = paper.print()?;
    db.write(scope, |tx| {
        // Whoever came first has given it away already.
        let Some(document) = waiting(tx)? else { return Ok(()) };
        let file = files::add(tx, &name, &printed.pdf)?;
        let values = Values::from_iter([
            ("document".to_owned(), file.value()),
            ("hash".to_owned(), Json::from(file.sha256)),
        ]);
        save::derive(tx, &document.object, id, values)
    })
}

fn is_binding(document: &Record) -> bool {
    match document.object.key {
        quote::KEY => document.text("state") == "accepted",
        invoice::KEY => invoice::is_issued(document),
        _ => false,
    }
}
