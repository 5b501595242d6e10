//! The routes: which methods there are, where discovery begins, and what they share.

mod find;
mod report;
mod resource;

use kernel::{Error, Id, Result};
use web::{Method, Permission, Request, Response, Routes, StatusCode, header};
use workbench::App;

use crate::{
    choices,
    collection::Collection,
    members::{self, State},
    place::{Place, ROOT},
    property::LARGEST,
};

/// What programs may count on (RFC 4918, 10.1): locks (2) are not among it.
const DAV: &str = "1, 3, calendar-access, addressbook";
const ALLOW: &str = "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, REPORT";

pub(crate) fn routes(routes: &mut Routes<App>) {
    for (method, permission, handler) in [
        ("OPTIONS", Permission::SignedIn, options as fn(&App, &Request) -> Result<Response>),
        ("GET", Permission::Read, resource::get),
        ("PROPFIND", Permission::Read, find::propfind),
        ("PROPPATCH", Permission::SignedIn, find::proppatch),
        ("REPORT", Permission::Read, report::report),
        ("DELETE", Permission::Write, resource::delete),
        ("PUT", Permission::Write, resource::put),
    ] {
        for path in [ROOT, "/dav/{*path}"] {
            let Ok(method) = Method::from_bytes(method.as_bytes()) else { continue };
            let most = if method == Method::PUT { LARGEST } else { web::FORM_BYTES };
            routes.large(method, path, permission, most, move |app: &App, request: &Request| {
                handler(app, request).map(|answer| answer.header(header::HeaderName::from_static("dav"), DAV))
            });
        }
    }
    // Programs that know only the name of the server begin here (RFC 6764), and come on with their password.
    for path in ["/.well-known/caldav", "/.well-known/carddav"] {
        for method in ["GET", "PROPFIND"] {
            let Ok(method) = Method::from_bytes(method.as_bytes()) else { continue };
            routes.on(method, path, Permission::Anyone, |_: &App, _: &Request| {
                let moved = Response::empty().status(StatusCode::MOVED_PERMANENTLY);
                Ok(moved.header(header::LOCATION, ROOT))
            });
        }
    }
}

fn options(_: &App, _: &Request) -> Result<Response> {
    Ok(Response::empty().status(StatusCode::OK).header(header::ALLOW, ALLOW))
}

/// What a request's path stands for. Whatever is somebody else's is not there.
fn place(request: &Request) -> Result<(Id, Place)> {
    let me = request.signed_in()?.user;
    let place = Place::parse(&request.path).ok_or(Error::NotFound)?;
    match &place {
        Place::Home(_, user) | Place::Collection(_, user, _) | Place::Member(_, user, ..) if *user != me => {
            Err(Error::NotFound)
        }
        _ => Ok((me, place)),
    }
}

/// A collection as it is, with what changed written down.
fn state(app: &App, request: &Request, collection: &Collection) -> Result<State> {
    match app.read(request, |cx| members::state(cx, collection))? {
        Some(state) => Ok(state),
        None => app.write(request, |tx| members::settle(tx, collection)),
    }
}

/// The collection and the name of a record that a path names.
fn member(app: &App, request: &Request) -> Result<(Collection, String)> {
    match place(request)?.1 {
        Place::Member(home, user, key, name) => {
            let collection = app.read(request, |cx| choices::find(cx, home, user, &key))?;
            Ok((collection, name))
        }
        _ => Err(Error::NotFound),
    }
}
