//! Taking cards along: any list as CSV, a workbook or vCards, and the whole workspace as an archive. Each is written to a
//! temporary file first, so that memory stays flat, the database is not held by a slow reader, and what fails is an
//! error page and not half a file.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufWriter, Seek, Write},
    sync::Arc,
};

use anyhow::Context;
use formats::vcard::Version;
use kernel::{Id, Result, Timestamp};
use records::{
    Object, Query,
    export::{self, Listing},
    object::ObjectKind,
};
use web::{Permission, Request, Response, Routes};

use crate::{App, list, place::Place};

/// The media type of a workbook.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(crate) fn routes(routes: &mut Routes<App>, places: &[Place]) {
    for place in places.iter().filter(|place| place.has(|object| object.kind == ObjectKind::Card)) {
        place.get(routes, "/export.csv", Permission::Read, csv);
        place.get(routes, "/export.xlsx", Permission::Read, xlsx);
        place.get(routes, "/export.vcf", Permission::Read, vcards);
    }
    routes.get("/export/workspace", Permission::Admin, workspace);
}

/// What the list at the same address shows, all pages of it.
fn csv(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let file = listed(app, request, object, export::csv)?;
    Ok(Response::download(&file_name(request, object.path, "csv"), "text/csv; charset=utf-8", file))
}

/// The same as a workbook, in which dates and numbers are what they are.
fn xlsx(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let folder = &app.settings.spool;
    let file = listed(app, request, object, |cx, listing, out| export::xlsx(cx, listing, folder, out))?;
    Ok(Response::download(&file_name(request, object.path, "xlsx"), XLSX, file))
}

/// As vCard 3.0, which every address book reads; `version=4.0` asks for the newest.
fn vcards(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let version = if request.query.text("version") == "4.0" { Version::V4 } else { Version::V3 };
    let file = listed(app, request, object, |cx, listing, out| export::vcard(cx, listing, version, out))?;
    Ok(Response::download(&file_name(request, object.path, "vcf"), "text/vcard; charset=utf-8", file))
}

fn listed(
    app: &App,
    request: &Request,
    object: &Arc<Object>,
    write: impl FnOnce(&kernel::Cx, &Listing, &mut BufWriter<File>) -> Result<u64>,
) -> Result<File> {
    spooled(app, |out| {
        app.read(request, |cx| {
            let query = Query { after: None, ..list::asked(cx, request, object)?.query };
            let users = Arc::new(identity::members::names(cx)?);
            write(cx, &Listing { object, query: &query, fields: &[], users }, out)?;
            Ok(())
        })
    })
}

/// Everything of the workspace, to be restored elsewhere.
fn workspace(app: &App, request: &Request) -> Result<Response> {
    let file = spooled(app, |out| {
        export::workspace(&app.db, request.scope(), out)?;
        Ok(())
    })?;
    Ok(Response::download(&file_name(request, "kartotek", "zip"), "application/zip", file))
}

/// `people-2026-11-22.csv`, with the day where the reader is.
pub(crate) fn file_name(request: &Request, stem: &str, extension: &str) -> String {
    let today = Timestamp::system_now().in_zone(&request.scope().locality.time_zone).date();
    format!("{stem}-{today}.{extension}")
}

/// A file that is gone as soon as nobody reads it any more, filled and set back to its beginning.
pub(crate) fn spooled(app: &App, write: impl FnOnce(&mut BufWriter<File>) -> Result<()>) -> Result<File> {
    let folder = &app.settings.spool;
    fs::create_dir_all(folder).context("making a folder for temporary files")?;
    let path = folder.join(format!("kartotek-export-{}", Id::new(Timestamp::system_now())));
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path).context("making a temporary file")?;
    // It lives on while it is open, and no crash leaves it behind.
    fs::remove_file(&path).context("hiding a temporary file")?;
    let mut out = BufWriter::with_capacity(256 * 1024, file);
    write(&mut out)?;
    out.flush()?;
    let mut file = out.into_inner().map_err(|error| error.into_error())?;
    file.rewind()?;
    Ok(file)
}
