//! The PDF that goes along with a document's letter. It is printed when the letter is handed over, so that it is what the customer
//! finds under the link too; what is binding is frozen first, and goes out as that file.

use kernel::{Db, Error, Result, Scope, Tx};
use mail::{Enclosed, File, Maker, Promised};
use records::{
    Json, Record,
    field::{as_text, reference},
    object::object,
    record,
};

use crate::{
    freeze,
    paperwork::{self, Pdf},
};

const KEY: &str = "document";

/// What goes along with the letter of a document: its PDF, and where its answers go.
pub(crate) fn with(tx: &Tx, document: &Record) -> Result<Enclosed> {
    let sender = tx.actor().user().map(|user| identity::users::find(tx, user)).transpose()?;
    let which = as_text(&document.reference()).to_owned();
    let name = paperwork::file_name(&paperwork::title(tx, document)?);
    Ok(Enclosed {
        reply_to: sender.map(|sender| (sender.name, sender.email)),
        files: vec![Promised { maker: KEY.to_owned(), which, name }],
        calendar: None,
    })
}

/// Prints documents for letters.
#[derive(Debug)]
pub struct Papers;

impl Maker for Papers {
    fn key(&self) -> &'static str {
        KEY
    }

    fn make(&self, db: &Db, scope: &Scope, which: &str) -> Result<Option<File>> {
        let which = Json::from(which);
        let Some((key, id)) = reference::target(&which) else { return Ok(None) };
        freeze::now(db, scope, key, id)?;
        let pdf = db.read(scope, |cx| Pdf::of(cx, &record::find(cx, &object(cx, key)?, id)?));
        match pdf {
            Ok(pdf) => {
                let (name, bytes) = pdf.bytes()?;
                Ok(Some(File { name, kind: "application/pdf".to_owned(), bytes }))
            }
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
