//! Links that let a customer see a document without an account: 256 random bits each, of which the hash is kept. Opening one shows
//! the document; what is changed by it is changed by a form.

use identity::{secret_addresses, workspaces};
use kernel::{Error, Id, Result, Scope, Tx, Value};
use mail::Post;
use records::Record;
use web::Request;
use workbench::App;

/// What a link leads to.
pub(crate) struct Linked {
    pub(crate) scope: Scope,
    pub(crate) object: String,
    pub(crate) record: Id,
}

/// A new link to a document: its whole address.
pub(crate) fn create(tx: &mut Tx, document: &Record) -> Result<String> {
    let (token, hash) = secret_addresses::secret()?;
    let params: [Value; 6] = [
        tx.workspace().into(),
        tx.new_id().into(),
        document.object.key.into(),
        document.id.into(),
        Value::Bytes(hash.to_vec()),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO document_links (workspace_id, id, object, record_id, token_hash, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params,
    )?;
    let post = tx.part::<Post>();
    Ok(format!("{}/documents/{token}", post.site.trim_end_matches('/')))
}

/// Where the link of a request leads; in whose workspace it is valid is known by the link alone.
pub(crate) fn find(app: &App, request: &Request) -> Result<Linked> {
    let hash = secret_addresses::kept(request.params.get("token"));
    app.db.read(&Scope::global(), |cx| {
        let row = cx.query_one(
            "SELECT workspace_id, object, record_id FROM document_links WHERE token_hash = ?1",
            &[Value::Bytes(hash.to_vec())],
        )?;
        let row = row.ok_or(Error::NotFound)?;
        let scope = workspaces::by_id(cx, row.get(0)?)?.scope("link");
        Ok(Linked { scope, object: row.text(1).to_owned(), record: row.get(2)? })
    })
}
