//! The public address of a form: a page for people, a description for programs, and what takes answers, from our page, from any
//! other site's form, and as JSON from any other site's script. Nobody is signed in here ([`Permission::Public`]).

use identity::workspaces;
use kernel::{Error, FieldErrors, Locality, Result, Scope, Tx};
use locale::Locale;
use records::object::object;
use serde_json::{Value as Json, json};
use web::{Method, Permission, Request, Response, Routes, StatusCode, header};
use workbench::App;

use super::{
    LeadForm, aside, at_address, page,
    post::{self, OUR_PAGE, Post},
    spam::{self, Visit},
};
use crate::lead;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/forms/{token}", Permission::Public, show);
    routes.post("/forms/{token}", Permission::Public, receive);
    routes.on(Method::OPTIONS, "/forms/{token}", Permission::Public, |_, _| Ok(preflight()));
}

/// A form, whose it is, and in whose name what it takes is written.
pub(super) struct Public {
    pub form: LeadForm,
    pub workspace: String,
    pub scope: Scope,
    /// In the form's language.
    pub locale: Locale,
}

fn public(app: &App, request: &Request) -> Result<Public> {
    app.db.read(&Scope::global(), |cx| {
        let (workspace, form) = at_address(cx, request.params.get("token"))?;
        let of = workspaces::by_id(cx, workspace)?;
        let ours = of.locality();
        let language = form.language(ours.language);
        let locale = Locale::new(&Locality { language, ..ours });
        Ok(Public { form, scope: of.scope("form"), workspace: of.name, locale })
    })
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let public = public(app, request)?;
    if request.wants_json() {
        return app.db.read(&public.scope, |cx| {
            let lead = object(cx, lead::KEY)?;
            Ok(shared(Response::json(&page::described(&public, &lead, cx)?)?))
        });
    }
    if request.query.has("sent") {
        return Ok(page::thanks(&public, request));
    }
    if !public.form.open {
        return Ok(page::closed(&public, request).status(StatusCode::GONE));
    }
    app.db.read(&public.scope, |cx| page::empty(&public, request, cx))
}

fn receive(app: &App, request: &Request) -> Result<Response> {
    let public = public(app, request)?;
    let is_json = request.header("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    let post = match is_json {
        true => Post { pairs: pairs_of(&request.body)?, ..about(request) },
        false => Post { pairs: pairs(request), ..about(request) },
    };
    let programs = is_json || request.wants_json();
    if !public.form.open {
        return Ok(match programs {
            true => told(&public, StatusCode::GONE, "form-closed")?,
            false => page::closed(&public, request).status(StatusCode::GONE),
        });
    }
    let taken = app.db.write(&public.scope, |tx| receive_in(tx, &public.form, &post));
    match taken {
        Ok(()) if programs => {
            let body = json!({ "thanks": page::thanks_text(&public), "address": public.form.thanks_address });
            Ok(shared(Response::json(&body)?))
        }
        Ok(()) => Ok(onwards(&public, &post)),
        Err(Error::Invalid(errors)) if programs => refused(&public, &errors),
        Err(Error::Invalid(errors)) => app.db.read(&public.scope, |cx| {
            Ok(page::again(&public, request, cx, &post, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(Error::TooMany) if programs => told(&public, StatusCode::TOO_MANY_REQUESTS, "too-many-attempts"),
        Err(error) => Err(error),
    }
}

/// What cannot be understood is told; what may be spam is kept aside; everything else becomes a lead.
fn receive_in(tx: &mut Tx, form: &LeadForm, post: &Post) -> Result<()> {
    let lead = object(tx, lead::KEY)?;
    post::understand(tx, form, &lead, post)?;
    let Visit::After(lately) = spam::visit(tx, form, post)? else { return Ok(()) };
    let why = spam::suspicions(form, post, tx.now(), lately)?;
    if why.is_empty() { post::take(tx, form, post).map(drop) } else { aside::keep(tx, form, post, &why) }
}

/// Who sent it, and from which page.
fn about(request: &Request) -> Post {
    let page = request.header("referer").unwrap_or_default();
    let page = page.chars().take(500).collect();
    Post { pairs: Vec::new(), client: request.peer.to_string(), page }
}

fn pairs(request: &Request) -> Vec<(String, String)> {
    request.form.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

const MOST_MEMBERS: usize = 500;

/// The members of a JSON object as a form would send them.
fn pairs_of(body: &[u8]) -> Result<Vec<(String, String)>> {
    let broken = || Error::Invalid(FieldErrors::of("", kernel::Text::new("form-not-json")));
    let json: Json = serde_json::from_slice(body).map_err(|_| broken())?;
    let members = json.as_object().filter(|members| members.len() <= MOST_MEMBERS).ok_or_else(broken)?;
    let mut pairs = Vec::new();
    for (name, value) in members {
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values {
            let text = match value {
                Json::Null => continue,
                Json::String(text) => text.replace("\r\n", "\n").replace('\0', ""),
                Json::Bool(true) => "yes".to_owned(),
                Json::Bool(false) => "no".to_owned(),
                other => other.to_string(),
            };
            pairs.push((name.clone(), text));
        }
    }
    Ok(pairs)
}

/// To the thanks. From our own page another site's are reached by a page of ours, which its policy for forms demands.
fn onwards(public: &Public, post: &Post) -> Response {
    let address = public.form.thanks_address.as_str();
    if address.is_empty() || !post.text(OUR_PAGE).is_empty() {
        return Response::redirect(format!("{}?sent=1", public.form.address()));
    }
    Response::redirect(address)
}

fn refused(public: &Public, errors: &FieldErrors) -> Result<Response> {
    let errors: serde_json::Map<String, Json> =
        errors.0.iter().map(|(name, text)| (name.clone(), public.locale.render(text).into())).collect();
    Ok(shared(Response::json(&json!({ "errors": errors }))?.status(StatusCode::UNPROCESSABLE_ENTITY)))
}

fn told(public: &Public, status: StatusCode, key: &str) -> Result<Response> {
    Ok(shared(Response::json(&json!({ "error": public.locale.t(key) }))?.status(status)))
}

/// Any site's script may read it: it says nothing that the page does not.
fn shared(response: Response) -> Response {
    response.header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
}

/// What a browser asks before another site's script sends JSON.
fn preflight() -> Response {
    shared(Response::empty())
        .header(header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
        .header(header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, accept")
        .header(header::ACCESS_CONTROL_MAX_AGE, "86400")
}
