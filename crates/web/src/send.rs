//! Turns an answer into what goes over the wire for the request it answers: redirects, toasts, cookies, caching,
//! compression.

use std::{
    fmt::Write as _,
    io::{self, Read},
    pin::Pin,
    task::{Context, Poll},
};

use axum::http::{self, HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use bytes::Bytes;
use http_body::Frame;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use serde_json::{Map, Value, json};
use tokio::sync::mpsc::{self, Receiver};

use crate::{
    compress,
    flash::{self, Flash},
    request::Request,
    response::{Body, Cookie, Kind, Response},
};

const HX_REDIRECT: HeaderName = HeaderName::from_static("hx-redirect");
const HX_TRIGGER: HeaderName = HeaderName::from_static("hx-trigger");
/// The same address answers with a page or a part of it.
const VARY: HeaderValue = HeaderValue::from_static("HX-Request, Accept-Encoding");
/// A page may be kept for the back button, which then needs no request at all (`no-store` would forbid that in
/// most browsers), but is asked for anew on every visit; signing out makes the browser forget it. The live
/// connection tells a page that comes back what changed meanwhile.
const KEEP_FOR_BACK: HeaderValue = HeaderValue::from_static("private, no-cache");
const KEEP_NOTHING: HeaderValue = HeaderValue::from_static("no-store");
const BLOCK: usize = 64 * 1024;

pub(crate) type Sent = http::Response<axum::body::Body>;

pub(crate) fn send(mut response: Response, request: &Request) -> Sent {
    let fragment = request.is_fragment();
    place_flash(&mut response, request, fragment);
    if request.any_site {
        response.cookies.clear();
    }
    let Response { kind, mut status, mut headers, body, cookies, triggers, .. } = response;
    match &kind {
        Kind::Redirect(to) if fragment => {
            // Left as a whole, since what was asked for was a part: the next page has another shell.
            status = StatusCode::OK;
            headers.insert(HX_REDIRECT, address(to));
        }
        Kind::Redirect(to) => {
            headers.insert(header::LOCATION, address(to));
        }
        Kind::Page | Kind::Fragment => {
            headers.insert(header::VARY, VARY);
        }
        Kind::Other => {}
    }
    if !triggers.is_empty() {
        headers.insert(HX_TRIGGER, events(triggers));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let page = kind == Kind::Page && status == StatusCode::OK;
        headers.insert(header::CACHE_CONTROL, if page { KEEP_FOR_BACK } else { KEEP_NOTHING });
    }
    for cookie in cookies {
        if let Ok(value) = set_cookie(&cookie, request.secure).parse() {
            headers.append(header::SET_COOKIE, value);
        }
    }
    let body = match body {
        Body::Bytes(plain) => encode(plain, &mut headers, request),
        Body::Stream(reader) => stream(reader),
    };
    let mut sent = http::Response::new(body);
    *sent.status_mut() = status;
    *sent.headers_mut() = headers;
    sent
}

/// A part says it at once, as an event; anything else leaves it to the next page, which clears it once shown.
fn place_flash(response: &mut Response, request: &Request, fragment: bool) {
    match response.flash.take() {
        Some(Flash { text, undo }) if fragment && !matches!(response.kind, Kind::Redirect(_)) => {
            response.triggers.push(("toast".to_owned(), json!({ "text": text, "undo": undo })));
        }
        Some(flash) => {
            let max_age = Some(std::time::Duration::from_secs(60));
            response.cookies.push(Cookie { name: flash::COOKIE, value: flash.encode(), max_age });
        }
        None if response.kind == Kind::Page && request.cookie(flash::COOKIE).is_some() => {
            let max_age = Some(std::time::Duration::ZERO);
            response.cookies.push(Cookie { name: flash::COOKIE, value: String::new(), max_age });
        }
        None => {}
    }
}

/// An address as a header takes it: in ASCII.
fn address(to: &str) -> HeaderValue {
    let ascii = utf8_percent_encode(to, CONTROLS).to_string();
    HeaderValue::try_from(ascii).unwrap_or(HeaderValue::from_static("/"))
}

/// The events as JSON in ASCII: headers carry nothing else.
fn events(triggers: Vec<(String, Value)>) -> HeaderValue {
    let json = Value::Object(triggers.into_iter().collect::<Map<_, _>>()).to_string();
    let mut ascii = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() {
            ascii.push(letter);
        } else {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(ascii, "\\u{unit:04x}");
            }
        }
    }
    HeaderValue::try_from(ascii).unwrap_or(HeaderValue::from_static("{}"))
}

fn set_cookie(cookie: &Cookie, secure: bool) -> String {
    let mut text = format!("{}={}; Path=/; HttpOnly; SameSite=Lax", cookie.name, cookie.value);
    if let Some(max_age) = cookie.max_age {
        let _ = write!(text, "; Max-Age={}", max_age.as_secs());
    }
    if secure {
        text.push_str("; Secure");
    }
    text
}

fn encode(plain: Bytes, headers: &mut HeaderMap, request: &Request) -> axum::body::Body {
    let text =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|media_type| {
            ["text/", "application/json", "application/problem+json"]
                .iter()
                .any(|kind| media_type.starts_with(kind))
        });
    let encoding = if text { compress::wanted(&request.headers) } else { None };
    let encoded = encoding.and_then(|encoding| Some((encoding, compress::compress(encoding, &plain)?)));
    match encoded {
        Some((encoding, bytes)) => {
            headers.insert(header::CONTENT_ENCODING, encoding.header());
            if !headers.contains_key(header::VARY) {
                headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
            }
            bytes.into()
        }
        None => plain.into(),
    }
}

/// Reads on a thread of its own, at most two blocks ahead of the network; stops when nobody listens any more.
fn stream(mut reader: Box<dyn Read + Send>) -> axum::body::Body {
    let (sender, receiver) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut block = vec![0; BLOCK];
            let read = match reader.read(&mut block) {
                Ok(0) => return,
                Ok(read) => {
                    block.truncate(read);
                    Ok(Bytes::from(block))
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => Err(error),
            };
            let failed = read.as_ref().err().map(ToString::to_string);
            let gone = sender.blocking_send(read).is_err();
            if let Some(cause) = failed {
                tracing::error!(cause, "A download broke off because its content could not be read");
                return;
            }
            if gone {
                return;
            }
        }
    });
    axum::body::Body::new(Channel(receiver))
}

/// A body whose blocks come through a channel; it ends when the sender is gone.
pub(crate) struct Channel(pub(crate) Receiver<io::Result<Bytes>>);

impl http_body::Body for Channel {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        self.0.poll_recv(context).map(|block| block.map(|bytes| bytes.map(Frame::data)))
    }
}
