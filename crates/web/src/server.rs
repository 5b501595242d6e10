//! The way of a request: protected, read, its visitor known, allowed, answered, sent. Handlers are plain functions
//! that run on the worker's own thread (`block_in_place`, so a multi-thread runtime is needed), a bounded number
//! at a time.

use std::{
    any::Any,
    collections::HashMap,
    net::{IpAddr, Ipv4Addr},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Body,
    extract::{RawPathParams, rejection::RawPathParamsRejection},
    http::{self, HeaderMap, Method, StatusCode, header},
    middleware::map_response,
    routing::{MethodFilter, MethodRouter, get},
};
use kernel::{Error, Timestamp};
use tokio::{sync::Semaphore, task::block_in_place};

use crate::{
    body::{self, Limits, Refusal},
    door::{Door, Settings},
    files, live,
    mount::Mount,
    protect, refuse,
    request::{Form, Params, Request, Visitor, session_cookie},
    response::Response,
    routes::{Permission, Route, Routes},
    send::{Sent, send},
    serve::Connection,
    upload,
};

/// An answer that takes longer is worth a line in the log.
const SLOW: Duration = Duration::from_secs(1);

/// What all requests share.
pub(crate) struct Edge<S> {
    pub(crate) state: Arc<S>,
    settings: Settings,
    reading: Semaphore,
    writing: Semaphore,
    next_id: AtomicU64,
    unknown: Visitor,
}

/// Builds the server's router: the routes of the table, and those of the edge itself (`/assets/…`, `/live`,
/// `/health`, the icon, the manifest). Panics when two routes collide, which can only happen at start.
pub fn router<S: Door>(state: Arc<S>, routes: Routes<S>) -> Router {
    router_with(state, routes, Vec::new())
}

/// As [`router`], with services of other protocols beside the routes.
pub fn router_with<S: Door>(state: Arc<S>, routes: Routes<S>, mounts: Vec<Mount>) -> Router {
    routes.refuse_duplicates();
    let settings = state.settings();
    upload::sweep(&settings.spool);
    let edge = Arc::new(Edge {
        reading: Semaphore::new(settings.readers),
        writing: Semaphore::new(settings.writers),
        // Ids go on growing over a restart, unless there were a million requests a second.
        next_id: AtomicU64::new(Timestamp::system_now().micros().unsigned_abs()),
        unknown: Visitor::unknown(),
        state,
        settings,
    });
    let mut router = Router::new()
        .route("/health", get(async || "ok"))
        .route("/assets/{*path}", get(files::asset))
        .route("/favicon.svg", get(files::favicon))
        .route("/manifest.webmanifest", get(files::manifest));
    if edge.state.live().is_some() {
        let edge = Arc::clone(&edge);
        router = router.route("/live", get(move |request| live::connect(edge, request)));
    }
    for mount in mounts {
        router = router.route(mount.path, mount.routes(Arc::clone(&edge)));
    }
    for (path, methods) in by_path(&edge, routes) {
        router = router.route(&path, methods);
    }
    let missing = |status| {
        let edge = Arc::clone(&edge);
        move |request| async move { edge.answer_missing(request, status).await }
    };
    router
        .fallback(missing(StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(missing(StatusCode::METHOD_NOT_ALLOWED))
        .layer(map_response(protect::add_headers))
        .with_state(())
}

fn by_path<S: Door>(edge: &Arc<Edge<S>>, routes: Routes<S>) -> HashMap<String, MethodRouter> {
    let mut paths: HashMap<String, MethodRouter> = HashMap::new();
    let mut uncommon: HashMap<String, Vec<Route<S>>> = HashMap::new();
    for route in routes.routes {
        // Methods of other protocols over HTTP, such as PROPFIND, have no filter.
        let Ok(filter) = MethodFilter::try_from(route.method.clone()) else {
            uncommon.entry(route.path.clone()).or_default().push(route);
            continue;
        };
        let (edge, route) = (Arc::clone(edge), Arc::new(route));
        let methods = paths.remove(&route.path).unwrap_or_default();
        let path = route.path.clone();
        let answer = move |params, request| async move { edge.answer(&route, params, request).await };
        paths.insert(path, methods.on(filter, answer));
    }
    for (path, routes) in uncommon {
        let (edge, routes) = (Arc::clone(edge), Arc::new(routes));
        let methods = paths.remove(&path).unwrap_or_default();
        let answer = move |params, request: http::Request<Body>| async move {
            match routes.iter().find(|route| route.method == *request.method()) {
                Some(route) => edge.answer(route, params, request).await,
                None => edge.answer_missing(request, StatusCode::METHOD_NOT_ALLOWED).await,
            }
        };
        paths.insert(path, methods.fallback(answer));
    }
    paths
}

impl<S: Door> Edge<S> {
    async fn answer(
        &self,
        route: &Route<S>,
        params: Result<RawPathParams, RawPathParamsRejection>,
        request: http::Request<Body>,
    ) -> Sent {
        let started = Instant::now();
        let (mut request, body) = self.begin(request);
        if route.permission == Permission::Public {
            request.any_site = true;
            request.headers.remove(header::COOKIE);
        }
        let read = self.read(&mut request, route, params, body).await;
        let sent = self
            .in_place(self.places(&request.method), || {
                let answered = read.and_then(|admitted| {
                    if !admitted {
                        self.admit(&mut request, route.permission)?;
                    }
                    Ok(unless_it_panics(|| (route.handler)(&self.state, &request))?)
                });
                match answered {
                    Ok(response) => send(response, &request),
                    Err(refusal) => self.refuse(&mut request, refusal),
                }
            })
            .await;
        let (took, status) = (started.elapsed(), sent.status().as_u16());
        tracing::debug!(request = request.id, route = route.path, status, ?took, "Answered");
        if took > SLOW {
            tracing::warn!(request = request.id, route = route.path, status, ?took, "An answer took long");
        }
        sent
    }

    async fn answer_missing(&self, request: http::Request<Body>, status: StatusCode) -> Sent {
        let (mut request, _) = self.begin(request);
        let refusal = Refusal { status: Some(status), error: Error::NotFound };
        self.in_place(&self.reading, || self.refuse(&mut request, refusal)).await
    }

    /// The request as far as it is known before anything is read or asked.
    pub(crate) fn begin(&self, request: http::Request<Body>) -> (Request, Body) {
        let (parts, body) = request.into_parts();
        let sender = parts.extensions.get::<Connection>().map(|connection| connection.peer);
        let sender = sender.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let proxy = self.settings.behind_proxy;
        let by_https = || parts.headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "https");
        let peer = if proxy { forwarded_for(&parts.headers).unwrap_or(sender) } else { sender };
        let secure = self.settings.https || (proxy && by_https());
        let request = Request {
            method: parts.method,
            path: parts.uri.path().to_owned(),
            params: Params::default(),
            query: parts.uri.query().map(|query| Form::parse(query.as_bytes())).unwrap_or_default(),
            form: Form::default(),
            uploads: Vec::new(),
            body: Vec::new(),
            headers: parts.headers,
            visitor: self.unknown.clone(),
            peer,
            secure,
            any_site: false,
            id: self.next_id.fetch_add(1, Ordering::Relaxed),
        };
        (request, body)
    }

    /// Refuses strangers, then reads the body. Says whether the visitor was admitted already, which happens before
    /// files are read, for they can be large.
    async fn read(
        &self,
        request: &mut Request,
        route: &Route<S>,
        params: Result<RawPathParams, RawPathParamsRejection>,
        body: Body,
    ) -> Result<bool, Refusal> {
        self.protect(request)?;
        let params = params.map_err(|_| Error::NotFound)?;
        request.params = Params(params.iter().map(|(name, value)| (name.into(), value.into())).collect());
        if matches!(request.method, Method::GET | Method::HEAD) {
            return Ok(false);
        }
        if route.takes_files {
            self.in_place(&self.reading, || self.admit(request, route.permission)).await?;
        }
        let folder = route.takes_files.then_some(self.settings.spool.as_path());
        let limits = Limits { max_bytes: route.max_bytes, folder };
        let received = body::receive(body, &request.headers, limits).await?;
        request.form = received.form;
        request.uploads = received.uploads;
        request.body = received.body;
        Ok(route.takes_files)
    }

    pub(crate) fn protect(&self, request: &Request) -> Result<(), Refusal> {
        if self.settings.this_machine_only && !protect::names_this_machine(&request.headers) {
            return Err(Refusal { status: Some(StatusCode::MISDIRECTED_REQUEST), error: Error::Denied });
        }
        // Nothing is done there in anybody's name.
        if request.any_site {
            return Ok(());
        }
        // A key is sent on purpose, never along with another site's form.
        if request.is_for_programs() && request.bearer().is_some() {
            return Ok(());
        }
        Ok(protect::refuse_other_sites(&request.method, &request.headers)?)
    }

    /// Finds out who asks, and whether they may. Who looks as somebody else changes nothing, and sees nothing of what concerns
    /// only that user.
    pub(crate) fn admit(&self, request: &mut Request, permission: Permission) -> Result<(), Refusal> {
        request.visitor = self.visitor(request)?;
        permission.check(&request.visitor)?;
        let only_looks = request.visitor.viewed_by.is_some() && permission > Permission::Anyone;
        if only_looks && (permission != Permission::Read || !request.method.is_safe()) {
            return Err(Error::Denied.into());
        }
        Ok(())
    }

    fn visitor(&self, request: &Request) -> kernel::Result<Visitor> {
        if request.any_site {
            return Ok(self.unknown.clone());
        }
        if request.is_for_devices() {
            let Some((name, password)) = request.basic() else { return Ok(self.unknown.clone()) };
            return unless_it_panics(|| self.state.device(&name, &password, request.peer));
        }
        unless_it_panics(|| match (request.is_for_programs(), request.bearer()) {
            (true, Some(key)) => self.state.program(key),
            (true, None) => Ok(self.unknown.clone()),
            (false, _) => self.state.visitor(session_cookie(&request.headers), &request.headers),
        })
    }

    /// Where a request of this method waits for its turn.
    pub(crate) fn places(&self, method: &Method) -> &Semaphore {
        let reads = method.is_safe() || matches!(method.as_str(), "PROPFIND" | "REPORT");
        if reads { &self.reading } else { &self.writing }
    }

    /// Runs what may wait for the database, when there is a place.
    pub(crate) async fn in_place<T>(&self, places: &Semaphore, work: impl FnOnce() -> T) -> T {
        // It is never closed.
        let _place = places.acquire().await;
        block_in_place(work)
    }

    pub(crate) fn refuse(&self, request: &mut Request, refusal: Refusal) -> Sent {
        // Another site's page learns nothing about who is signed in here, and a wrong password counts once.
        if request.visitor.user.is_none() && !request.is_for_devices() && self.protect(request).is_ok() {
            request.visitor = self.visitor(request).unwrap_or_else(|_| self.unknown.clone());
        }
        let request = &*request;
        let rendered = unless_it_panics(|| Ok(refuse::answer(&*self.state, request, &refusal)));
        let response = rendered.unwrap_or_else(|error| {
            tracing::error!(request = request.id, %error, "An error could not be shown");
            Response::text(format!("Error {}", request.id)).status(StatusCode::INTERNAL_SERVER_ERROR)
        });
        send(response, request)
    }
}

/// Our proxy adds the address it sees at the end; what stands before it anybody can have written.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

/// A panic becomes an error, so that it costs one request and not the connection.
fn unless_it_panics<T>(work: impl FnOnce() -> kernel::Result<T>) -> kernel::Result<T> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Error::internal(format_args!("panicked: {}", message(&*panic)))))
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message")
}
