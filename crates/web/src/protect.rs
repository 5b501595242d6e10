//! What keeps other sites out: the check of requests that change something, and the headers on every answer.

use std::net::IpAddr;

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    response::Response,
};
use kernel::{Error, Result};

/// Nothing but our own files: no inline script, no inline style, no frame, no other host.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'; font-src 'self'; manifest-src 'self'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
];

pub(crate) async fn add_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.reserve(HEADERS.len());
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// `Denied` for a request that changes something and comes from another site's page: the algorithm of
/// `http.CrossOriginProtection` in Go 1.25. Browsers say where a request comes from; what says nothing is no
/// browser, and carries no cookie it was not given on purpose.
pub(crate) fn refuse_other_sites(method: &Method, headers: &HeaderMap) -> Result<()> {
    if method.is_safe() {
        return Ok(());
    }
    let own = match headers.get("sec-fetch-site").map(HeaderValue::as_bytes) {
        Some(b"same-origin" | b"none") => true,
        Some(_) => false,
        None => match headers.get(header::ORIGIN) {
            None => true,
            Some(origin) => {
                let origin = origin.to_str().ok().and_then(host_of);
                origin.is_some() && origin == host(headers)
            }
        },
    };
    if own { Ok(()) } else { Err(Error::Denied) }
}

fn host(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST)?.to_str().ok()
}

/// The host and port of an origin; none for the opaque origin `null`.
fn host_of(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host).filter(|host| !host.is_empty())
}

/// Whether a server bound to this machine only is addressed by one of this machine's names. A page elsewhere that
/// lets its own name point here (DNS rebinding) is not.
pub(crate) fn names_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = host(headers) else { return true };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: Method, sent: &[(&'static str, &str)], allowed: bool) {
        let headers =
            sent.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        let outcome = refuse_other_sites(&method, &headers.collect());
        assert_eq!(outcome.is_ok(), allowed, "{method} {sent:?}");
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        let host = ("host", "crm.example:8080");
        check(Method::GET, &[host, ("sec-fetch-site", "cross-site")], true);
        check(Method::POST, &[host, ("sec-fetch-site", "same-origin")], true);
        check(Method::POST, &[host, ("sec-fetch-site", "none")], true);
        check(Method::POST, &[host, ("sec-fetch-site", "same-site")], false);
        check(Method::DELETE, &[host, ("sec-fetch-site", "cross-site")], false);
        check(Method::POST, &[host], true);
        check(Method::POST, &[host, ("origin", "https://crm.example:8080")], true);
        check(Method::POST, &[host, ("origin", "https://crm.example")], false);
        check(Method::POST, &[host, ("origin", "null")], false);
        check(Method::POST, &[("origin", "null")], false);
    }

    #[test]
    fn a_rebound_name_is_not_this_machine() {
        for (host, ours) in [
            ("localhost:8080", true),
            ("127.0.0.1:8080", true),
            ("[::1]:8080", true),
            ("[::1]", true),
            ("berg.localhost", true),
            ("evil.example:8080", false),
            ("127.evil.example", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            assert_eq!(names_this_machine(&headers), ours, "{host}");
        }
    }
}
