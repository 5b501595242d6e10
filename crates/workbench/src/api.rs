//! The REST API: the same records under the same rules, for programs. Everything here follows from the declarations;
//! routes have parameters instead of names, because objects may be a workspace's own. `/api` shows people what there is.

pub mod activities;
mod alike;
mod answer;
mod batch;
mod call;
pub mod changes;
mod files;
mod links;
pub mod list;
pub mod lookup;
pub mod merge;
mod openapi;
pub mod problem;
mod rate;
mod reference;
mod replay;
pub mod search;
pub mod shape;
mod undo;
mod upsert;
mod users;
pub mod wire;
pub mod write;

use std::sync::Arc;

use kernel::{Cx, Error, Result};
use records::{Catalog, Object};
use web::{Method, Permission, Routes};

use self::call::{on, on_large};
use crate::App;

pub use self::{
    list::Listing,
    openapi::document,
    rate::{Limits, USUAL},
    write::{Write, Written},
};

/// The address of everything in this version.
pub const BASE: &str = "/api/v1";
/// The largest body of a batch.
const BATCH_BYTES: u64 = 16 * 1024 * 1024;

/// How the API behaves.
#[derive(Debug)]
pub struct Settings {
    pub limits: Limits,
    /// Webhooks may call addresses of the own network: for development.
    pub private_addresses: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { limits: Limits::per_minute(rate::USUAL), private_addresses: false }
    }
}

impl Settings {
    /// Where webhooks may lead.
    pub fn reach(&self) -> outgoing::Reach {
        if self.private_addresses { outgoing::Reach::Anywhere } else { outgoing::Reach::Internet }
    }
}

pub(crate) fn routes(routes: &mut Routes<App>) {
    use Permission::{Read, Write};
    reference::routes(routes);
    on(routes, Method::GET, "/openapi.json", Read, openapi::answer);
    on(routes, Method::GET, "/search", Read, search::find);
    on(routes, Method::GET, "/changes", Read, changes::list);
    on(routes, Method::POST, "/changes/{id}/undo", Write, undo::undo);
    on(routes, Method::GET, "/users", Read, users::list);
    on(routes, Method::GET, "/link_kinds", Read, links::kinds);
    on(routes, Method::PATCH, "/links/{id}", Write, links::change);
    on(routes, Method::DELETE, "/links/{id}", Write, links::remove);
    files::routes(routes);
    on(routes, Method::GET, "/{object}", Read, list::list);
    on(routes, Method::POST, "/{object}", Write, write::create);
    on(routes, Method::POST, "/{object}/upsert", Write, upsert::upsert);
    on_large(routes, Method::POST, "/{object}/batch", Write, BATCH_BYTES, batch::batch);
    on(routes, Method::POST, "/{object}/merge", Write, merge::merge);
    on(routes, Method::GET, "/{object}/{id}", Read, list::one);
    on(routes, Method::PATCH, "/{object}/{id}", Write, write::update);
    on(routes, Method::DELETE, "/{object}/{id}", Write, write::delete);
    on(routes, Method::POST, "/{object}/{id}/restore", Write, write::restore);
    on(routes, Method::GET, "/{object}/{id}/links", Read, links::list);
    on(routes, Method::POST, "/{object}/{id}/links", Write, links::add);
    on(routes, Method::GET, "/{object}/{id}/activities", Read, activities::list);
    on(routes, Method::GET, "/{object}/{id}/changes", Read, changes::of_record);
}

/// The objects of the workspace.
pub fn catalog(cx: &Cx) -> Result<Arc<Catalog>> {
    records::catalog(cx)
}

/// The object that a segment of an address names: by its path (`people`) or its key (`person`).
pub fn object_at(cx: &Cx, segment: &str) -> Result<Arc<Object>> {
    let catalog = catalog(cx)?;
    let fits = |object: &&Arc<Object>| {
        !object.retired && (self::segment(object) == segment || object.key == segment)
    };
    catalog.objects().iter().find(fits).cloned().ok_or(Error::NotFound)
}

/// The segment under which an object is found.
pub fn segment(object: &Object) -> &str {
    object.path.rsplit('/').next().unwrap_or_default()
}
