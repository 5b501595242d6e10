//! Where an object's pages are: those of the product's objects by name, those of a workspace's own behind one parameter,
//! because they come and go while the server runs. A handler is given the object as the workspace has it.

use std::sync::Arc;

use kernel::{Error, Result};
use records::{Object, access, object};
use web::{Method, Permission, Request, Response, Routes};

use crate::App;

/// The root of an object's addresses.
#[derive(Clone)]
pub(crate) struct Place {
    path: String,
    /// The object; none where the address names it.
    declared: Option<Arc<Object>>,
}

impl Place {
    pub(crate) fn of(object: &Arc<Object>) -> Place {
        Place { path: format!("/{}", object.path), declared: Some(object.clone()) }
    }

    /// All objects that a workspace makes.
    pub(crate) fn own() -> Place {
        Place { path: "/o/{object}".to_owned(), declared: None }
    }

    /// Whether its declaration holds this; objects of a workspace's own are asked when they are known.
    pub(crate) fn has(&self, question: impl Fn(&Object) -> bool) -> bool {
        self.declared.as_deref().is_none_or(question)
    }

    pub(crate) fn get<H>(&self, routes: &mut Routes<App>, tail: &str, permission: Permission, handler: H)
    where
        H: Fn(&App, &Request, &Arc<Object>) -> Result<Response> + Send + Sync + 'static,
    {
        let place = self.clone();
        routes.get(&format!("{}{tail}", self.path), permission, move |app, request| {
            handler(app, request, &place.object(app, request)?)
        });
    }

    pub(crate) fn post<H>(&self, routes: &mut Routes<App>, tail: &str, permission: Permission, handler: H)
    where
        H: Fn(&App, &Request, &Arc<Object>) -> Result<Response> + Send + Sync + 'static,
    {
        let place = self.clone();
        routes.post(&format!("{}{tail}", self.path), permission, move |app, request| {
            handler(app, request, &place.object(app, request)?)
        });
    }

    pub(crate) fn delete<H>(&self, routes: &mut Routes<App>, tail: &str, permission: Permission, handler: H)
    where
        H: Fn(&App, &Request, &Arc<Object>) -> Result<Response> + Send + Sync + 'static,
    {
        let place = self.clone();
        routes.on(Method::DELETE, &format!("{}{tail}", self.path), permission, move |app, request| {
            handler(app, request, &place.object(app, request)?)
        });
    }

    /// As [`Place::post`], with files of at most so many bytes together.
    pub(crate) fn upload<H>(
        &self,
        routes: &mut Routes<App>,
        tail: &str,
        permission: Permission,
        max_bytes: u64,
        handler: H,
    ) where
        H: Fn(&App, &Request, &Arc<Object>) -> Result<Response> + Send + Sync + 'static,
    {
        let place = self.clone();
        routes.upload(&format!("{}{tail}", self.path), permission, max_bytes, move |app, request| {
            handler(app, request, &place.object(app, request)?)
        });
    }

    fn object(&self, app: &App, request: &Request) -> Result<Arc<Object>> {
        let key = self.declared.as_ref().map_or_else(|| request.params.get("object"), |object| object.key);
        let object = app.read(request, |cx| {
            let object = object::object(cx, key)?;
            // What somebody may not see has no address.
            access::may_see(cx, &object)?;
            Ok(object)
        })?;
        // Each object has one address.
        if self.declared.is_none() && object.names.is_none() { Err(Error::NotFound) } else { Ok(object) }
    }
}
