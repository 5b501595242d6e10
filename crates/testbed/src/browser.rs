//! A browser that somebody sits at: it sends requests through the router, keeps cookies, and fills in forms.

use std::ops::Deref;

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use form_urlencoded::Serializer;
use kernel::Scope;
use parking_lot::Mutex;
use tower::ServiceExt;

use crate::{Testbed, answer::Answer, cast::Character, runtime};

/// One browser; each call of [`Testbed::mia`] opens another with the same session.
pub struct Browser<'bed> {
    bed: &'bed Testbed,
    somebody: Option<&'bed Character>,
    cookies: Mutex<Vec<(String, String)>>,
    headers: Vec<(&'static str, String)>,
    /// As browsers say from where a form comes.
    site: &'static str,
}

/// A file to upload.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub bytes: &'a [u8],
}

const BOUNDARY: &str = "kartotek-test-boundary";

impl<'bed> Browser<'bed> {
    pub(crate) fn of(bed: &'bed Testbed, somebody: &'bed Character) -> Browser<'bed> {
        let session = (web::SESSION_COOKIE.to_owned(), somebody.token.clone());
        Browser {
            bed,
            somebody: Some(somebody),
            cookies: Mutex::new(vec![session]),
            headers: Vec::new(),
            site: "same-origin",
        }
    }

    pub(crate) fn stranger(bed: &'bed Testbed) -> Browser<'bed> {
        Browser { bed, somebody: None, cookies: Mutex::default(), headers: Vec::new(), site: "same-origin" }
    }

    /// Sends this header with every request.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Browser<'bed> {
        self.headers.push((name, value.into()));
        self
    }

    /// A program of somebody's: it comes with a key and without cookies.
    pub(crate) fn program(bed: &'bed Testbed, somebody: &'bed Character, key: &str) -> Browser<'bed> {
        let headers = vec![("authorization", format!("Bearer {key}"))];
        Browser { bed, somebody: Some(somebody), cookies: Mutex::default(), headers, site: "none" }
    }

    /// A device of somebody's: it comes with a password of its own and without cookies.
    pub(crate) fn device(bed: &'bed Testbed, somebody: &'bed Character, basic: String) -> Browser<'bed> {
        let headers = vec![("authorization", basic)];
        Browser { bed, somebody: Some(somebody), cookies: Mutex::default(), headers, site: "none" }
    }

    /// Sends this by any method, with headers of its own.
    pub(crate) fn send_with(
        &self,
        method: Method,
        path: &str,
        headers: &[(&'static str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        self.send_all(method, path, None, headers, body)
    }

    /// Sends JSON by any method.
    pub fn json(&self, method: Method, path: &str, body: &serde_json::Value) -> Answer {
        self.send(method, path, Some("application/json".to_owned()), body.to_string().into_bytes())
    }

    /// Sends bytes of any kind.
    pub fn bytes(&self, method: Method, path: &str, media_type: &str, body: &[u8]) -> Answer {
        self.send(method, path, Some(media_type.to_owned()), body.to_vec())
    }

    /// Asks by a method that needs no body.
    pub fn ask(&self, method: Method, path: &str) -> Answer {
        self.send(method, path, None, Vec::new())
    }

    /// Asks for parts of pages, as htmx does.
    pub fn partly(self) -> Browser<'bed> {
        self.header("hx-request", "true")
    }

    /// Sends forms as a page of another site would.
    pub fn from_another_site(mut self) -> Browser<'bed> {
        self.site = "cross-site";
        self
    }

    /// The scope of what whoever sits here does.
    pub fn scope(&self) -> Scope {
        self.somebody.map_or_else(Scope::global, Character::scope)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Vec::new())
    }

    /// Gets a page, and those it leads on to.
    pub fn open(&self, path: &str) -> Answer {
        self.follow(self.get(path))
    }

    /// Sends a form.
    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.submit(Method::POST, path, form)
    }

    /// Sends a form, and goes where that leads.
    pub fn post_on(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.follow(self.post(path, form))
    }

    /// Sends a form by any method.
    pub fn submit(&self, method: Method, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = Serializer::new(String::new()).extend_pairs(form).finish();
        self.send(method, path, Some("application/x-www-form-urlencoded".to_owned()), body.into_bytes())
    }

    /// Sends a form with files.
    pub fn upload(&self, path: &str, form: &[(&str, &str)], files: &[File]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in form {
            let head =
                format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(head.into_bytes());
        }
        for File { field, name, bytes } in files {
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 content-type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        self.send(Method::POST, path, Some(format!("multipart/form-data; boundary={BOUNDARY}")), body)
    }

    fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            if !(300..400).contains(&answer.status) {
                return answer;
            }
            answer = self.get(&answer.location());
        }
        panic!("redirected again and again, at last to {}", answer.location());
    }

    fn send(&self, method: Method, path: &str, media_type: Option<String>, body: Vec<u8>) -> Answer {
        self.send_all(method, path, media_type, &[], body)
    }

    fn send_all(
        &self,
        method: Method,
        path: &str,
        media_type: Option<String>,
        headers: &[(&'static str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request =
            Request::builder().method(method.clone()).uri(path).header("host", "kartotek.example");
        if !method.is_safe() {
            request = request.header("sec-fetch-site", self.site);
        }
        if let Some(media_type) = media_type {
            request = request.header(header::CONTENT_TYPE, media_type);
        }
        let cookies: Vec<String> =
            self.cookies.lock().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let router = self.bed.router.clone();
        // On a worker, where handlers may block.
        let sent = runtime().spawn(async move {
            let response = router.oneshot(request).await.expect("the router answers");
            let (parts, body) = response.into_parts();
            (parts, to_bytes(body, usize::MAX).await.expect("the body arrives"))
        });
        let (parts, body) = runtime().block_on(sent).expect("the handler ends");
        let answer =
            Answer::new(format!("{method} {path}"), parts.status.as_u16(), parts.headers, body.to_vec());
        self.keep_cookies(&answer);
        answer
    }

    fn keep_cookies(&self, answer: &Answer) {
        let mut cookies = self.cookies.lock();
        for (name, value) in answer.cookies() {
            cookies.retain(|(other, _)| *other != name);
            if !value.is_empty() {
                cookies.push((name, value));
            }
        }
    }
}

impl Deref for Browser<'_> {
    type Target = Character;

    /// Whoever sits at it. Panics for a stranger, who has neither name nor workspace.
    fn deref(&self) -> &Character {
        self.somebody.expect("a stranger has no account")
    }
}
