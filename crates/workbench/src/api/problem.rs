//! What went wrong, as programs read it: problem details (RFC 9457) with a code that stays the same in every language,
//! and the field by name.

use kernel::{Error, Text};
use locale::Locale;
use serde_json::{Map, json};
use web::StatusCode;

use records::Json;

use super::alike;
use crate::contact;

/// The status an error is answered with.
pub fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Denied => StatusCode::FORBIDDEN,
        Error::Conflict(text) => match text.key {
            "api-malformed" => StatusCode::BAD_REQUEST,
            "api-not-json" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "api-changed-meanwhile" => StatusCode::PRECONDITION_FAILED,
            _ => StatusCode::CONFLICT,
        },
        Error::SignIn => StatusCode::UNAUTHORIZED,
        Error::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The problem details of an error.
pub fn of(locale: &Locale, status: StatusCode, error: &Error) -> Json {
    let mut problem = Map::new();
    let mut say = |name: &str, value: Json| problem.insert(name.to_owned(), value);
    say("type", "about:blank".into());
    say("title", status.canonical_reason().unwrap_or_default().into());
    say("status", status.as_u16().into());
    let (code, detail) = code_and_detail(locale, error);
    say("code", code.into());
    say("detail", detail.into());
    if let Error::Invalid(errors) = error {
        let one = |(field, text): &(String, Text)| json!({ "field": field, "code": text.key, "detail": locale.render(text) });
        say("errors", errors.0.iter().map(one).collect());
    }
    if let Error::Conflict(text) = error
        && text.key == alike::REFUSED
    {
        let cards =
            text.args.iter().filter(|(name, _)| *name == alike::CARDS).flat_map(|(_, all)| all.split(", "));
        problem.insert("duplicates".to_owned(), cards.collect());
    }
    if let Error::Conflict(text) = error
        && text.key == contact::REFUSED
    {
        let facts = text.args.iter().find(|(name, _)| *name == contact::FACTS);
        let facts = facts.and_then(|(_, facts)| serde_json::from_str(facts).ok());
        problem.insert("contact".to_owned(), facts.unwrap_or(Json::Null));
    }
    Json::Object(problem)
}

fn code_and_detail(locale: &Locale, error: &Error) -> (&'static str, String) {
    let key = match error {
        Error::NotFound => "not-found",
        Error::Denied => "api-denied",
        Error::SignIn => "api-key-needed",
        Error::TooMany => "api-too-many",
        Error::Internal(_) => "internal-error",
        Error::Conflict(text) | Error::Unavailable(text) => return (text.key, locale.render(text)),
        Error::Invalid(errors) => {
            let lines = errors.0.iter().map(|(field, text)| format!("{field}: {}", locale.render(text)));
            return ("invalid", lines.collect::<Vec<_>>().join(" "));
        }
    };
    (key, locale.t(key).into_owned())
}
