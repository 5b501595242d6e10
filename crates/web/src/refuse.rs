//! An error as the one who asked can use it: a page, a part with a toast, JSON, or the way to the sign-in page.
//! The cause of a fault of ours is logged here and nowhere else.

use axum::http::{HeaderName, StatusCode, header};
use kernel::Error;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    body::Refusal,
    door::Door,
    request::{Request, local_address},
    response::Response,
};

pub(crate) fn answer<S: Door>(door: &S, request: &Request, refusal: &Refusal) -> Response {
    let Refusal { status, error } = refusal;
    let status = status.unwrap_or_else(|| status_of(error));
    log(request, error);
    let response = if request.is_for_devices() {
        Response::content("application/xml; charset=utf-8", for_device(&door.error_text(request, error)))
            .status(status)
    } else if request.wants_json() {
        let body = door.problem(request, status, error).to_string();
        Response::content("application/problem+json", body).status(status)
    } else if matches!(error, Error::SignIn) {
        return sign_in(request);
    } else if request.is_fragment() {
        // The page stays as it is, with all that was typed; the toast says why.
        let text = door.error_text(request, error);
        Response::fragment(door.error_fragment(request, error))
            .status(status)
            .toast(text, None)
            .reswap("none")
    } else {
        Response::page(door.error_page(request, error)).status(status)
    };
    match status {
        StatusCode::UNAUTHORIZED if request.is_for_devices() => {
            response.header(header::WWW_AUTHENTICATE, "Basic realm=\"Kartotek\", charset=\"UTF-8\"")
        }
        StatusCode::UNAUTHORIZED => response.header(header::WWW_AUTHENTICATE, "Bearer"),
        StatusCode::TOO_MANY_REQUESTS => response.header(header::RETRY_AFTER, "60"),
        StatusCode::SERVICE_UNAVAILABLE => response.header(header::RETRY_AFTER, "5"),
        _ => response,
    }
}

/// As WebDAV says errors (RFC 4918, 16); texts of ours hold no signs that XML could not.
fn for_device(text: &str) -> String {
    let told = maud::html! { (text) }.into_string();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<d:error xmlns:d=\"DAV:\"><d:responsedescription>{told}</d:responsedescription></d:error>"
    )
}

fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Denied => StatusCode::FORBIDDEN,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::SignIn => StatusCode::UNAUTHORIZED,
        Error::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn log(request: &Request, error: &Error) {
    match error {
        Error::Internal(cause) => {
            tracing::error!(request = request.id, method = %request.method, cause = format!("{cause:#}"), "A request failed");
        }
        Error::Unavailable(text) => {
            tracing::warn!(request = request.id, cause = %text, "Something we depend on did not answer");
        }
        _ => {}
    }
}

/// To the sign-in page, and from there back to where they were.
fn sign_in(request: &Request) -> Response {
    let page = if request.is_fragment() {
        page_of(request, "hx-current-url")
    } else if request.method.is_safe() {
        Some(request.address())
    } else {
        page_of(request, "referer")
    };
    let next = page.unwrap_or_else(|| "/".to_owned());
    let to = format!("/sign-in?next={}", utf8_percent_encode(&next, NON_ALPHANUMERIC));
    if request.is_fragment() {
        return Response::empty()
            .status(StatusCode::UNAUTHORIZED)
            .header(HeaderName::from_static("hx-redirect"), &to);
    }
    Response::redirect(to)
}

/// Path and query of the page that a header names by its whole address.
fn page_of(request: &Request, header: &str) -> Option<String> {
    let address = request.header(header)?;
    let (_, rest) = address.split_once("://")?;
    let path = &rest[rest.find('/')?..];
    local_address(path).map(str::to_owned)
}
