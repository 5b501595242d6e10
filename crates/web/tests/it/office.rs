//! The application of these tests: sessions named after roles, errors shown as they are.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response},
};
use kernel::{Actor, Error, Id, Role, Scope};
use maud::{Markup, html};
use tower::ServiceExt;
use web::{Door, HeaderMap, Live, Permission, Routes, Settings, SignedIn, Visitor};

#[derive(Default)]
pub(crate) struct Office {
    pub(crate) live: Live,
    pub(crate) settings: Settings,
    /// Who left what.
    pub(crate) left: Arc<parking_lot::Mutex<Vec<String>>>,
}

impl Door for Office {
    /// A session is `role`, or `role@n` in the n-th workspace.
    fn visitor(&self, session: Option<&str>, _: &HeaderMap) -> kernel::Result<Visitor> {
        let session = session.unwrap_or_default();
        let (role, workspace) = session.split_once('@').unwrap_or((session, "1"));
        let Some(role) = Role::from_key(role) else { return Ok(Visitor::unknown()) };
        let workspace = workspace.parse().map_err(|_| Error::internal("a broken session"))?;
        let user = Id::from_bytes([role as u8; 16]);
        let scope =
            Scope { actor: Actor::User { id: user, role }, ..Scope::system(Id::from_bytes([workspace; 16])) };
        Ok(Visitor {
            scope,
            user: Some(SignedIn {
                user,
                name: format!("Colleague {}", role.key()),
                email: "colleague@example.dk".into(),
                role,
                workspace_name: "Berg Marine".into(),
                theme: String::new(),
                density: String::new(),
                session: session.into(),
            }),
            viewed_by: None,
        })
    }

    fn error_page(&self, request: &web::Request, error: &Error) -> Markup {
        let shown = match error {
            Error::Internal(_) => format!("internal {}", request.id),
            error => error.to_string(),
        };
        html! { html { body { h1 { (shown) } @if request.visitor.user.is_some() { nav {} } } } }
    }

    fn error_fragment(&self, _: &web::Request, error: &Error) -> Markup {
        html! { p.notice { (error) } }
    }

    fn error_text(&self, _: &web::Request, error: &Error) -> String {
        format!("Søren: {error}")
    }

    fn settings(&self) -> Settings {
        self.settings.clone()
    }

    fn live(&self) -> Option<&Live> {
        Some(&self.live)
    }

    fn left(&self, request: &web::Request, topic: &str) {
        let name = request.visitor.user.as_ref().map(|user| user.name.as_str()).unwrap_or_default();
        self.left.lock().push(format!("{name} left {topic}"));
    }
}

pub(crate) fn open(routes: Routes<Office>) -> Router {
    web::router(Arc::new(Office::default()), routes)
}

/// One GET route for anyone.
pub(crate) fn open_with<H>(handler: H) -> Router
where
    H: Fn(&Office, &web::Request) -> kernel::Result<web::Response> + Send + Sync + 'static,
{
    let mut routes = Routes::new();
    routes.get("/page", Permission::Anyone, handler);
    open(routes)
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The value of a cookie that is set, with its attributes.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        let lines = self.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
        lines
            .filter_map(|line| line.split_once('='))
            .find(|(other, _)| *other == name)
            .map(|(_, rest)| rest.into())
    }
}

pub(crate) fn get(path: &str) -> axum::http::request::Builder {
    Request::get(path).header("host", "crm.example")
}

/// From a page of our own.
pub(crate) fn post(path: &str) -> axum::http::request::Builder {
    Request::post(path).header("host", "crm.example").header("sec-fetch-site", "same-origin")
}

pub(crate) fn signed_in(role: &str) -> String {
    format!("kartotek_session={role}")
}

pub(crate) async fn ask(router: &Router, request: axum::http::request::Builder) -> Answer {
    ask_with(router, request, Body::empty()).await
}

pub(crate) async fn ask_with(
    router: &Router,
    request: axum::http::request::Builder,
    body: impl Into<Body>,
) -> Answer {
    let response = raw(router, request.body(body.into()).unwrap()).await;
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Answer { status: parts.status.as_u16(), headers: parts.headers, body }
}

pub(crate) async fn raw(router: &Router, request: Request<Body>) -> Response<Body> {
    router.clone().oneshot(request).await.unwrap()
}
