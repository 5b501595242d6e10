//! What a handler answers, as a value; `send.rs` turns it into bytes for the request it answers.

use std::{fmt, io::Read, time::Duration};

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use bytes::Bytes;
use maud::Markup;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

use crate::flash::Flash;

pub const SESSION_COOKIE: &str = "kartotek_session";

/// The attr-char of RFC 5987, which needs no escape in a file name.
const FILE_NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// An answer.
#[derive(Debug)]
pub struct Response {
    pub(crate) kind: Kind,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    pub(crate) cookies: Vec<Cookie>,
    pub(crate) flash: Option<Flash>,
    pub(crate) triggers: Vec<(String, Value)>,
}

/// What kind of answer it is, where that decides how it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Page,
    Fragment,
    Redirect(String),
    Other,
}

/// The bytes of an answer, at hand or read while they are sent.
pub enum Body {
    Bytes(Bytes),
    /// Read on a thread of its own, in blocks.
    Stream(Box<dyn Read + Send>),
}

#[derive(Debug)]
pub(crate) struct Cookie {
    pub(crate) name: &'static str,
    pub(crate) value: String,
    pub(crate) max_age: Option<Duration>,
}

impl Response {
    /// A whole document.
    pub fn page(markup: Markup) -> Response {
        Response::html(Kind::Page, markup)
    }

    /// A part of a page, to be swapped in. Without script the same address answers with a page or a redirect.
    pub fn fragment(markup: Markup) -> Response {
        Response::html(Kind::Fragment, markup)
    }

    /// On to another page (303): after every POST. A fragment's page is left for it as a whole.
    pub fn redirect(to: impl Into<String>) -> Response {
        Response::new(Kind::Redirect(to.into()), StatusCode::SEE_OTHER, Bytes::new())
    }

    /// Nothing to show: 204, which htmx takes as "swap nothing".
    pub fn empty() -> Response {
        Response::new(Kind::Other, StatusCode::NO_CONTENT, Bytes::new())
    }

    pub fn text(text: impl Into<String>) -> Response {
        Response::content("text/plain; charset=utf-8", text.into())
    }

    /// Fails only for values that JSON cannot say, such as maps with keys that are no texts.
    pub fn json(value: &impl Serialize) -> kernel::Result<Response> {
        Ok(Response::content("application/json", serde_json::to_vec(value)?))
    }

    /// Anything, shown by the browser in its place: pictures, feeds.
    pub fn content(media_type: &str, body: impl Into<Body>) -> Response {
        let mut response = Response::new(Kind::Other, StatusCode::OK, Bytes::new());
        response.body = body.into();
        response.header(header::CONTENT_TYPE, media_type)
    }

    /// A file to keep, under a name in any script (RFC 6266).
    pub fn download(file_name: &str, media_type: &str, body: impl Into<Body>) -> Response {
        Response::content(media_type, body).header(header::CONTENT_DISPOSITION, &disposition(file_name))
    }

    pub fn status(mut self, status: StatusCode) -> Response {
        self.status = status;
        self
    }

    /// Sets a header. A value with control characters is left out: it could only be an attack.
    pub fn header(mut self, name: HeaderName, value: &str) -> Response {
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
            self.headers.insert(name, value);
        }
        self
    }

    /// A cookie that scripts cannot read and other sites cannot send along with a POST. It lasts as long as the
    /// browser runs, or as said; a time of zero removes it.
    pub fn cookie(
        mut self,
        name: &'static str,
        value: impl Into<String>,
        max_age: Option<Duration>,
    ) -> Response {
        self.cookies.push(Cookie { name, value: value.into(), max_age });
        self
    }

    /// Says something in passing, with an address whose POST takes the change back: at once in a part of a page,
    /// else on the next page.
    pub fn toast(mut self, text: impl Into<String>, undo: Option<String>) -> Response {
        self.flash = Some(Flash { text: text.into(), undo });
        self
    }

    /// Raises an event in the page that asked (htmx's `HX-Trigger`).
    pub fn trigger(mut self, event: impl Into<String>, detail: Value) -> Response {
        self.triggers.push((event.into(), detail));
        self
    }

    /// Swaps into another place than the one that asked, by CSS selector.
    pub fn retarget(self, css: &str) -> Response {
        self.header(HeaderName::from_static("hx-retarget"), css)
    }

    /// Swaps in another way than the one asked for: `none`, `outerHTML`, `beforeend`….
    pub fn reswap(self, how: &str) -> Response {
        self.header(HeaderName::from_static("hx-reswap"), how)
    }

    /// Shows another address in the address bar.
    pub fn push_address(self, address: &str) -> Response {
        self.header(HeaderName::from_static("hx-push-url"), address)
    }

    /// Makes the browser forget what it kept of this site: for signing out on a shared machine.
    pub fn forget_site(self) -> Response {
        self.header(HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"")
    }

    fn html(kind: Kind, markup: Markup) -> Response {
        let mut response = Response::new(kind, StatusCode::OK, Bytes::from(markup.into_string()));
        response.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        response
    }

    fn new(kind: Kind, status: StatusCode, body: Bytes) -> Response {
        Response {
            kind,
            status,
            headers: HeaderMap::new(),
            body: Body::Bytes(body),
            cookies: Vec::new(),
            flash: None,
            triggers: Vec::new(),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Body::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Body::Stream(_) => f.write_str("a stream"),
        }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Body {
        Body::Bytes(bytes.into())
    }
}

impl From<String> for Body {
    fn from(text: String) -> Body {
        Body::Bytes(text.into())
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Body {
        Body::Bytes(Bytes::from_static(bytes))
    }
}

impl From<Box<dyn Read + Send>> for Body {
    fn from(reader: Box<dyn Read + Send>) -> Body {
        Body::Stream(reader)
    }
}

impl From<std::fs::File> for Body {
    fn from(file: std::fs::File) -> Body {
        Body::Stream(Box::new(file))
    }
}

/// `filename` for old readers in ASCII, `filename*` for the rest.
fn disposition(file_name: &str) -> String {
    let safe = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '"' | '\\' | '/' | '%');
    let ascii: String =
        file_name.chars().map(|letter| if safe(letter) || letter == ' ' { letter } else { '_' }).collect();
    if ascii == file_name {
        return format!("attachment; filename=\"{ascii}\"");
    }
    format!(
        "attachment; filename=\"{ascii}\"; filename*=UTF-8''{}",
        utf8_percent_encode(file_name, FILE_NAME)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_come_in_any_script() {
        assert_eq!(disposition("people.csv"), "attachment; filename=\"people.csv\"");
        assert_eq!(
            disposition("Kort \"ø\".csv"),
            "attachment; filename=\"Kort ___.csv\"; filename*=UTF-8''Kort%20%22%C3%B8%22.csv"
        );
    }

    #[test]
    fn a_header_cannot_be_split() {
        assert!(Response::empty().retarget("a\r\nSet-Cookie: x=1").headers.is_empty());
    }
}
