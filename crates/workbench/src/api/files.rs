//! Files: sending one, which a field of a card then names, and getting its bytes.

use kernel::{Error, Result};
use records::files;
use web::{Permission, Request, Response, Routes, header};

use super::{
    BASE,
    answer::Answer,
    call::{self, Call},
};
use crate::App;

/// The largest file.
const MOST_BYTES: u64 = 25 * 1024 * 1024;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.upload(&format!("{BASE}/files"), Permission::Write, MOST_BYTES, |app, request| {
        call::answer(app, request, |call| add(call).map(Answer::response))
    });
    routes.get(&format!("{BASE}/files/{{id}}"), Permission::Read, |app, request| {
        call::answer(app, request, bytes)
    });
}

/// A form with the part `file`, or the bytes themselves with `?name=`.
fn add(call: &Call) -> Result<Answer> {
    call.knows(&["name"])?;
    let (name, bytes) = received(call.request)?;
    call.write(|tx| {
        let file = files::add(tx, &name, &bytes)?;
        Ok(Answer::json(&file.value())?.created(format!("{BASE}/files/{}", file.id)))
    })
}

fn received(request: &Request) -> Result<(String, Vec<u8>)> {
    if let Some(upload) = request.uploads.first() {
        return Ok((upload.file_name.clone(), std::fs::read(&upload.path)?));
    }
    if request.body.is_empty() {
        return Err(Error::invalid("file", "required"));
    }
    let name = request.query.text("name");
    Ok((if name.is_empty() { "file".to_owned() } else { name.to_owned() }, request.body.clone()))
}

fn bytes(call: &Call) -> Result<Response> {
    call.knows(&[])?;
    let (file, bytes) = call.app.read(call.request, |cx| {
        let file = files::find(cx, call.id()?)?;
        let bytes = files::bytes(cx, &file)?;
        Ok((file, bytes))
    })?;
    let response = Response::download(&file.name, "application/octet-stream", bytes);
    Ok(response.header(header::ETAG, &format!("\"{}\"", file.sha256)))
}
