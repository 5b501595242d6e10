//! The table of routes: method, path, who may, and the function that answers. Permissions stand here and nowhere
//! else, so that a test can walk the table.

use std::collections::HashSet;

use axum::http::Method;
use kernel::{Error, Result, Role};

use crate::{
    request::{Request, Visitor},
    response::Response,
};

/// Who may use a route; each includes those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// For pages of any site, such as forms that strangers send from theirs. Who is signed in does not matter: cookies are
    /// neither read nor set, so that no other site can do anything in somebody's name.
    Public,
    /// Nobody need be signed in.
    Anyone,
    /// Any user, for what concerns only themselves.
    SignedIn,
    /// Whoever may read cards.
    Read,
    /// Whoever may change cards.
    Write,
    Admin,
    Owner,
}

impl Permission {
    /// `SignIn` when nobody is, `Denied` when their role is too low.
    pub fn check(self, visitor: &Visitor) -> Result<()> {
        let least = match self {
            Permission::Public | Permission::Anyone => return Ok(()),
            Permission::SignedIn | Permission::Read => Role::ReadOnly,
            Permission::Write => Role::Member,
            Permission::Admin => Role::Admin,
            Permission::Owner => Role::Owner,
        };
        match visitor.role() {
            None => Err(Error::SignIn),
            Some(role) if role < least => Err(Error::Denied),
            Some(_) => Ok(()),
        }
    }
}

/// The largest body of a route that takes no files.
pub const FORM_BYTES: u64 = 1024 * 1024;

pub(crate) type Handler<S> = Box<dyn Fn(&S, &Request) -> Result<Response> + Send + Sync>;

pub(crate) struct Route<S> {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) permission: Permission,
    /// The largest body in bytes.
    pub(crate) max_bytes: u64,
    /// Whether files are taken.
    pub(crate) takes_files: bool,
    pub(crate) handler: Handler<S>,
}

/// A table of routes over a state.
pub struct Routes<S> {
    pub(crate) routes: Vec<Route<S>>,
}

impl<S> Default for Routes<S> {
    fn default() -> Routes<S> {
        Routes { routes: Vec::new() }
    }
}

impl<S: 'static> Routes<S> {
    pub fn new() -> Routes<S> {
        Routes::default()
    }

    pub fn get<H>(&mut self, path: &str, permission: Permission, handler: H) -> &mut Self
    where
        H: Fn(&S, &Request) -> Result<Response> + Send + Sync + 'static,
    {
        self.on(Method::GET, path, permission, handler)
    }

    pub fn post<H>(&mut self, path: &str, permission: Permission, handler: H) -> &mut Self
    where
        H: Fn(&S, &Request) -> Result<Response> + Send + Sync + 'static,
    {
        self.on(Method::POST, path, permission, handler)
    }

    /// Any method; the body is at most [`FORM_BYTES`] and holds no files.
    pub fn on<H>(&mut self, method: Method, path: &str, permission: Permission, handler: H) -> &mut Self
    where
        H: Fn(&S, &Request) -> Result<Response> + Send + Sync + 'static,
    {
        self.add(Route {
            method,
            path: path.to_owned(),
            permission,
            max_bytes: FORM_BYTES,
            takes_files: false,
            handler: Box::new(handler),
        })
    }

    /// As [`Routes::on`], for bodies that may be larger than a form.
    pub fn large<H>(
        &mut self,
        method: Method,
        path: &str,
        permission: Permission,
        max_bytes: u64,
        handler: H,
    ) -> &mut Self
    where
        H: Fn(&S, &Request) -> Result<Response> + Send + Sync + 'static,
    {
        let path = path.to_owned();
        self.add(Route {
            method,
            path,
            permission,
            max_bytes,
            takes_files: false,
            handler: Box::new(handler),
        })
    }

    /// A POST that takes files. The permission is checked before the body is read.
    pub fn upload<H>(&mut self, path: &str, permission: Permission, max_bytes: u64, handler: H) -> &mut Self
    where
        H: Fn(&S, &Request) -> Result<Response> + Send + Sync + 'static,
    {
        self.add(Route {
            method: Method::POST,
            path: path.to_owned(),
            permission,
            max_bytes,
            takes_files: true,
            handler: Box::new(handler),
        })
    }

    /// Takes over the routes of a part, whose handlers want only a part of the state.
    pub fn merge<T: 'static>(&mut self, part: Routes<T>, pick: fn(&S) -> &T) -> &mut Self {
        for route in part.routes {
            let handler = route.handler;
            self.add(Route {
                method: route.method,
                path: route.path,
                permission: route.permission,
                max_bytes: route.max_bytes,
                takes_files: route.takes_files,
                handler: Box::new(move |state, request| handler(pick(state), request)),
            });
        }
        self
    }

    /// Every route, in the order they were added.
    pub fn table(&self) -> Vec<(Method, String, Permission)> {
        self.routes.iter().map(|route| (route.method.clone(), route.path.clone(), route.permission)).collect()
    }

    fn add(&mut self, route: Route<S>) -> &mut Self {
        self.routes.push(route);
        self
    }

    /// Two routes with the same method and shape of path are a mistake that must not reach anybody.
    pub(crate) fn refuse_duplicates(&self) {
        let mut seen = HashSet::new();
        for route in &self.routes {
            let fresh = seen.insert((&route.method, shape(&route.path)));
            assert!(fresh, "two routes answer {} {}", route.method, route.path);
        }
    }
}

/// The path with its parameters' names taken out.
fn shape(path: &str) -> String {
    let segments = path.split('/').map(|segment| match segment.strip_prefix('{') {
        Some(name) if name.starts_with('*') => "{*}",
        Some(_) => "{}",
        None => segment,
    });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "two routes answer GET /people/{person}")]
    fn the_same_route_twice_is_refused_at_start() {
        let mut routes = Routes::<()>::new();
        let answer = |_: &(), _: &Request| Ok(Response::empty());
        routes.get("/people/{id}", Permission::Read, answer);
        routes.post("/people/{id}", Permission::Write, answer);
        routes.get("/people/{person}", Permission::Read, answer);
        routes.refuse_duplicates();
    }
}
