//! One call of the API: counted, read, answered, or refused with problem details.

use kernel::{Cx, Error, FieldErrors, Id, Result, Text, Tx};
use locale::Locale;
use records::Json;
use web::{
    FORM_BYTES, Method, Permission, Request, Response, Routes, StatusCode,
    header::{HeaderName, RETRY_AFTER},
};

use super::{BASE, answer::Answer, problem, rate::Standing, replay};
use crate::{App, contact};

/// The parameter of the query with the reason of an override.
pub(super) const OVERRIDE: &str = "override";

/// What a call is answered with.
pub(crate) struct Call<'a> {
    pub(crate) app: &'a App,
    pub(crate) request: &'a Request,
}

type Handler = fn(&Call) -> Result<Answer>;

/// Puts a call into the table of routes, under [`BASE`].
pub(super) fn on(
    routes: &mut Routes<App>,
    method: Method,
    path: &str,
    permission: Permission,
    handler: Handler,
) {
    on_large(routes, method, path, permission, FORM_BYTES, handler);
}

pub(super) fn on_large(
    routes: &mut Routes<App>,
    method: Method,
    path: &str,
    permission: Permission,
    max_bytes: u64,
    handler: Handler,
) {
    routes.large(method, &format!("{BASE}{path}"), permission, max_bytes, move |app, request| {
        answer(app, request, |call| handler(call).map(Answer::response))
    });
}

/// Answers within the key's limits. Faults of ours go on to the edge, which logs them.
pub(super) fn answer(
    app: &App,
    request: &Request,
    handler: impl FnOnce(&Call) -> Result<Response>,
) -> Result<Response> {
    let key: Id = request.signed_in()?.session.parse().map_err(|_| Error::SignIn)?;
    let standing = app.api.limits.take(key, app.db.clock().now());
    let answered = match standing.left {
        Some(_) => handler(&Call { app, request }),
        None => Err(Error::TooMany),
    };
    let response = match answered {
        Ok(response) => response,
        Err(fault @ (Error::Internal(_) | Error::Unavailable(_))) => return Err(fault),
        Err(error) => refusal(request, &error)?,
    };
    Ok(with_standing(response, standing))
}

fn refusal(request: &Request, error: &Error) -> Result<Response> {
    let status = problem::status_of(error);
    let body = problem::of(&Locale::new(&request.scope().locality), status, error);
    Ok(Response::content("application/problem+json", serde_json::to_vec(&body)?).status(status))
}

/// The fields of draft-ietf-httpapi-ratelimit-headers.
fn with_standing(response: Response, standing: Standing) -> Response {
    let Standing { per_minute, left, wait } = standing;
    let response = response
        .header(HeaderName::from_static("ratelimit-policy"), &format!("\"key\";q={per_minute};w=60"))
        .header(
            HeaderName::from_static("ratelimit"),
            &format!("\"key\";r={};t={wait}", left.unwrap_or_default()),
        );
    match left {
        Some(_) => response,
        None => response.header(RETRY_AFTER, &wait.to_string()),
    }
}

impl Call<'_> {
    pub(super) fn read(&self, work: impl FnOnce(&Cx) -> Result<Answer>) -> Result<Answer> {
        self.app.read(self.request, work)
    }

    /// Reads what is wanted beside the answer.
    pub(super) fn look<T>(&self, work: impl FnOnce(&Cx) -> Result<T>) -> Result<T> {
        self.app.read(self.request, work)
    }

    /// Writes, unless the same request was answered before: then that answer is given again.
    pub(super) fn write(&self, work: impl FnOnce(&mut Tx) -> Result<Answer>) -> Result<Answer> {
        let key = replay::Key::of(self.request)?;
        self.app.write(self.request, |tx| {
            if let Some(reason) = self.contact_override() {
                contact::despite(tx, reason)?;
            }
            let Some(key) = key else { return work(tx) };
            if let Some(kept) = replay::kept(tx, &key)? {
                return Ok(kept);
            }
            let answer = work(tx)?;
            replay::keep(tx, &key, &answer)?;
            Ok(answer)
        })
    }

    /// Why a card is contacted though the guard warns: the header `Contact-Override`, or `override` where it says what the
    /// header cannot.
    fn contact_override(&self) -> Option<&str> {
        self.request.query.get(OVERRIDE).or_else(|| self.request.header("contact-override"))
    }

    /// The body as JSON, which it must be.
    pub(super) fn body(&self) -> Result<Json> {
        let media_type = self.request.header("content-type").unwrap_or("application/json");
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if essence != "application/json" {
            return Err(Error::conflict("api-not-json"));
        }
        let mut body = serde_json::from_slice(&self.request.body)
            .map_err(|error| Error::Conflict(Text::new("api-malformed").with("what", error)))?;
        drop_nul(&mut body);
        Ok(body)
    }

    /// Refuses parameters that mean nothing: a typing mistake in a filter would otherwise answer everything.
    pub(super) fn knows(&self, parameters: &[&str]) -> Result<()> {
        let mut errors = FieldErrors::default();
        for (name, _) in self.request.query.iter() {
            if !parameters.contains(&name) && errors.get(name).is_none() {
                errors.add(name, Text::new("api-no-such-parameter"));
            }
        }
        errors.into_result()
    }

    /// How many are asked for.
    pub(super) fn limit(&self, usual: usize, most: usize) -> Result<usize> {
        match self.request.query.get("limit") {
            None => Ok(usual),
            Some(text) => {
                let limit = text.parse().ok().filter(|limit| (1..=most).contains(limit));
                let wrong = || Text::new("api-out-of-range").with("least", 1).with("most", most);
                limit.ok_or_else(|| Error::Invalid(FieldErrors::of("limit", wrong())))
            }
        }
    }

    /// Yes or no; no when it is not said.
    pub(super) fn flag(&self, name: &str) -> Result<bool> {
        match self.request.query.get(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Error::invalid(name, "not-yes-or-no")),
        }
    }

    pub(super) fn object(&self) -> &str {
        self.request.params.get("object")
    }

    pub(super) fn id(&self) -> Result<Id> {
        self.request.params.id("id")
    }

    /// Whether the caller has this version already.
    pub(super) fn has(&self, version: &str) -> bool {
        self.request.header("if-none-match").is_some_and(|tags| names(tags, version))
    }

    /// Refuses when the caller saw another version (RFC 9110, 13.1.1).
    pub(super) fn saw(&self, version: &str) -> Result<()> {
        match self.request.header("if-match") {
            Some(tags) if !names(tags, version) => Err(Error::conflict("api-changed-meanwhile")),
            _ => Ok(()),
        }
    }
}

/// Not changed since the caller asked last.
pub(super) fn unchanged(version: &str) -> Answer {
    Answer { status: StatusCode::NOT_MODIFIED, ..Answer::nothing() }.version(version)
}

fn names(tags: &str, version: &str) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").trim_matches('"') == version;
    tags.trim() == "*" || tags.split(',').any(plain)
}

/// Neither database keeps NUL in a text.
fn drop_nul(value: &mut Json) {
    match value {
        Json::String(text) if text.contains('\0') => *text = text.replace('\0', ""),
        Json::Array(items) => items.iter_mut().for_each(drop_nul),
        Json::Object(members) => members.values_mut().for_each(drop_nul),
        _ => {}
    }
}
