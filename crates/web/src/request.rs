//! One request as a handler sees it: everything read, the visitor known, nothing left to wait for.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method, header};
use base64ct::{Base64, Encoding};
use kernel::{Error, Id, Result, Role, Scope};

use crate::{flash::Flash, response::SESSION_COOKIE};
pub use crate::{form::Form, upload::Upload};

/// A request, complete.
#[derive(Debug)]
pub struct Request {
    pub method: Method,
    /// The path as sent, without the query.
    pub path: String,
    /// What stands in the path for `{name}`.
    pub params: Params,
    pub query: Form,
    pub form: Form,
    pub uploads: Vec<Upload>,
    /// A body that is no form, such as JSON; else empty.
    pub body: Vec<u8>,
    pub headers: HeaderMap,
    pub visitor: Visitor,
    pub peer: IpAddr,
    /// Whether the browser came by https.
    pub secure: bool,
    /// The route is for pages of any site, and knows no cookies.
    pub(crate) any_site: bool,
    /// Unique across restarts; stands in the log and on the error page.
    pub id: u64,
}

impl Request {
    /// Whether a part of a page is asked for rather than a whole one.
    pub fn is_fragment(&self) -> bool {
        self.says_true("hx-request")
            && !self.says_true("hx-history-restore-request")
            && !self.says_true("hx-boosted")
    }

    /// Whether the address is one for programs, which come with a key and not with a session.
    pub fn is_for_programs(&self) -> bool {
        self.path.starts_with("/api/v1/") || self.path == "/mcp"
    }

    /// Whether the address is one for devices that speak WebDAV, which come with a name and a password of their own.
    pub fn is_for_devices(&self) -> bool {
        self.path.starts_with("/dav/")
    }

    /// The name and the password that a device comes with (RFC 7617).
    pub fn basic(&self) -> Option<(String, String)> {
        let (scheme, encoded) = self.header("authorization")?.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let plain = String::from_utf8(Base64::decode_vec(encoded.trim()).ok()?).ok()?;
        plain.split_once(':').map(|(name, password)| (name.to_owned(), password.to_owned()))
    }

    /// The key that a program comes with (RFC 6750).
    pub fn bearer(&self) -> Option<&str> {
        let (scheme, key) = self.header("authorization")?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
    }

    /// Whether a program asks and wants JSON, errors too.
    pub fn wants_json(&self) -> bool {
        let accept = self.header("accept").unwrap_or_default();
        self.is_for_programs() || (accept.contains("application/json") && !accept.contains("text/html"))
    }

    /// The value of a header, if it is plain text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        cookie(&self.headers, name)
    }

    /// What the page before had to say, to be shown on this one.
    pub fn flash(&self) -> Option<Flash> {
        self.cookie(crate::flash::COOKIE).and_then(Flash::decode)
    }

    /// Who is signed in. `SignIn` when nobody is.
    pub fn signed_in(&self) -> Result<&SignedIn> {
        self.visitor.user.as_ref().ok_or(Error::SignIn)
    }

    pub fn scope(&self) -> &Scope {
        &self.visitor.scope
    }

    /// Path and query, for links that come back here.
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        format!("{}?{}", self.path, self.query.encode())
    }

    fn says_true(&self, header: &str) -> bool {
        self.headers.get(header).is_some_and(|value| value == "true")
    }
}

/// The first cookie of a name.
pub(crate) fn cookie<'headers>(headers: &'headers HeaderMap, name: &str) -> Option<&'headers str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(other, _)| *other == name).map(|(_, value)| value)
}

/// The session's token, if the browser sent one.
pub(crate) fn session_cookie(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, SESSION_COOKIE).filter(|token| !token.is_empty())
}

/// What stands in the path, by name, decoded.
#[derive(Debug, Clone, Default)]
pub struct Params(pub(crate) Vec<(String, String)>);

impl Params {
    /// Empty when the route has no such parameter.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }

    /// `NotFound` when it is no key.
    pub fn id(&self, name: &str) -> Result<Id> {
        self.get(name).parse().map_err(|_| Error::NotFound)
    }
}

/// Who asks, signed in or not, and the scope of what is done for them.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub scope: Scope,
    pub user: Option<SignedIn>,
    /// Who really looks, when an administrator looks as this user: nothing is changed then.
    pub viewed_by: Option<Id>,
}

impl Visitor {
    /// Nobody we know, outside any workspace.
    pub fn unknown() -> Visitor {
        Visitor { scope: Scope::global().through("page"), user: None, viewed_by: None }
    }

    pub fn role(&self) -> Option<Role> {
        self.user.as_ref().map(|user| user.role)
    }
}

/// A signed-in user, with what every page shows of them.
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub user: Id,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub workspace_name: String,
    /// `light`, `dark`, or empty to follow the system.
    pub theme: String,
    /// `compact`, or empty for the comfortable one.
    pub density: String,
    /// Names the session, or the key of a program.
    pub session: String,
}

/// An address inside this site, safe to redirect to: a path, not another host in disguise.
pub fn local_address(text: &str) -> Option<&str> {
    let second = text.as_bytes().get(1).copied();
    let inside = text.starts_with('/') && !matches!(second, Some(b'/' | b'\\'));
    (inside && !text.contains(|letter: char| letter.is_control())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_local() {
        for good in ["/", "/people?view=1", "/a//b"] {
            assert_eq!(local_address(good), Some(good));
        }
        for bad in
            ["", "people", "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil", "/a\n"]
        {
            assert_eq!(local_address(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; kartotek_session=xyz; b=2".parse().unwrap());
        assert_eq!(session_cookie(&headers), Some("xyz"));
        assert_eq!(cookie(&headers, "b"), Some("2"));
        assert_eq!(cookie(&headers, "session"), None);
    }
}
