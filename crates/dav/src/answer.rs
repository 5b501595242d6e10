//! Answers as WebDAV gives them: many statuses in one document, and errors that name what was not fulfilled (RFC 4918, 13 and 16).

use kernel::{Error, Text};
use locale::Locale;
use web::{Request, Response, StatusCode};

use crate::xml::{self, CALDAV, CARDDAV, DAV, Name, element, escaped};

const TYPE: &str = "application/xml; charset=utf-8";

pub(crate) fn name(space: &str, local: &str) -> Name {
    Name { space: space.to_owned(), local: local.to_owned() }
}

pub(crate) fn href(path: &str) -> String {
    element(&name(DAV, "href"), &escaped(path))
}

/// One resource with its properties: those it has, and those it has not.
pub(crate) fn properties(path: &str, found: &[(Name, String)], missing: &[Name]) -> String {
    let mut inner = href(path);
    let has: String = found.iter().map(|(name, value)| element(name, value)).collect();
    if !has.is_empty() || missing.is_empty() {
        inner.push_str(&propstat(&has, "200 OK"));
    }
    let not: String = missing.iter().map(|name| element(name, "")).collect();
    if !not.is_empty() {
        inner.push_str(&propstat(&not, "404 Not Found"));
    }
    element(&name(DAV, "response"), &inner)
}

pub(crate) fn propstat(properties: &str, status: &str) -> String {
    let inner = format!("{}<d:status>HTTP/1.1 {status}</d:status>", element(&name(DAV, "prop"), properties));
    element(&name(DAV, "propstat"), &inner)
}

/// One resource of which there is only this to say.
pub(crate) fn status(path: &str, status: &str) -> String {
    format!("<d:response>{}<d:status>HTTP/1.1 {status}</d:status></d:response>", href(path))
}

/// 207.
pub(crate) fn multistatus(inner: &str) -> Response {
    Response::content(TYPE, xml::document("d:multistatus", inner)).status(StatusCode::MULTI_STATUS)
}

/// An error that names the condition that does not hold, with a sentence for people.
pub(crate) fn refused(status: StatusCode, condition: &str, sentence: &str) -> Response {
    let told = element(&name(DAV, "responsedescription"), &escaped(sentence));
    Response::content(TYPE, xml::document("d:error", &format!("{condition}{told}"))).status(status)
}

pub(crate) fn condition(space: &str, local: &str) -> String {
    element(&name(space, local), "")
}

/// What became of a write: refusals are said so that programs understand them; what is broken stays an error.
pub(crate) fn or_refused(
    request: &Request,
    answer: kernel::Result<Response>,
    cards: bool,
) -> kernel::Result<Response> {
    let locale = Locale::new(&request.scope().locality);
    match answer {
        Err(Error::Denied) => {
            let needs = condition(DAV, "need-privileges");
            Ok(refused(StatusCode::FORBIDDEN, &needs, &locale.t("denied")))
        }
        Err(Error::Invalid(errors)) => {
            let valid = match cards {
                true => condition(CARDDAV, "valid-address-data"),
                false => condition(CALDAV, "valid-calendar-object-resource"),
            };
            let told: Vec<String> = errors.0.iter().map(|(_, text)| locale.render(text)).collect();
            Ok(refused(StatusCode::FORBIDDEN, &valid, &told.join(" ")))
        }
        Err(Error::Conflict(text)) => Ok(conflict(&locale, &text)),
        other => other,
    }
}

fn conflict(locale: &Locale, text: &Text) -> Response {
    refused(StatusCode::FORBIDDEN, &condition(DAV, "cannot-modify-protected-property"), &locale.render(text))
}
