//! What the edge asks the application: who this is, and how to say that something went wrong.

use std::net::IpAddr;

use identity::{api_keys, app_passwords, sessions};
use kernel::{Error, Locality, Result, Scope};
use locale::Locale;
use web::{
    Door, HeaderMap, Live, Markup, Request, Settings, SignedIn, StatusCode, Visitor, html,
    html::{Bare, bare, link_button},
};

use crate::{App, api::problem, view::looks};

impl Door for App {
    fn left(&self, request: &Request, topic: &str) {
        let card = topic.split_once(':').and_then(|(object, id)| Some((object, id.parse().ok()?)));
        let Some((object, card)) = card else { return };
        for module in self.modules.iter() {
            if let Err(error) = module.left(self, request, object, card) {
                tracing::warn!(%error, "what follows from leaving a card could not be done");
            }
        }
    }

    fn visitor(&self, session: Option<&str>, headers: &HeaderMap) -> Result<Visitor> {
        let found = match session {
            Some(token) => self.db.read(&Scope::global(), |cx| sessions::session(cx, token))?,
            None => None,
        };
        let Some(session) = found else {
            let mut visitor = Visitor::unknown();
            let wanted = headers.get("accept-language").and_then(|value| value.to_str().ok());
            if let Some(language) = wanted.and_then(kernel::Language::preferred) {
                visitor.scope.locality = std::sync::Arc::new(Locality { language, ..Locality::default() });
            }
            return Ok(visitor);
        };
        if session.stale {
            self.db.write(&Scope::global(), |tx| sessions::touch(tx, &session))?;
        }
        let scope = session.scope("page");
        let user = SignedIn {
            user: session.user,
            name: session.user_name,
            email: session.email,
            role: session.role,
            workspace_name: session.workspace_name,
            theme: session.theme.key().to_owned(),
            density: session.density.key().to_owned(),
            session: session.key.to_string(),
        };
        Ok(Visitor { scope, user: Some(user), viewed_by: session.viewed_by })
    }

    fn program(&self, key: &str) -> Result<Visitor> {
        let Some(program) = self.db.read(&Scope::global(), |cx| api_keys::program(cx, key))? else {
            return Ok(Visitor::unknown());
        };
        if program.stale {
            // When it was last used is worth nobody's waiting.
            let global = Scope::global();
            self.db.write_in_passing(&global, |tx| api_keys::touch(tx, &program))?;
        }
        let scope = program.scope("api");
        let user = SignedIn {
            user: program.user,
            name: program.user_name,
            email: program.email,
            role: program.role,
            workspace_name: program.workspace_name,
            theme: String::new(),
            density: String::new(),
            session: program.key.to_string(),
        };
        Ok(Visitor { scope, user: Some(user), viewed_by: None })
    }

    fn device(&self, name: &str, password: &str, peer: IpAddr) -> Result<Visitor> {
        let address = peer.to_string();
        let Some(device) = app_passwords::device(&self.db, name, password, &address)? else {
            return Ok(Visitor::unknown());
        };
        if device.stale {
            let global = Scope::global();
            self.db.write_in_passing(&global, |tx| app_passwords::touch(tx, &device))?;
        }
        let scope = device.scope("dav");
        let user = SignedIn {
            user: device.user,
            name: device.user_name,
            email: device.email,
            role: device.role,
            workspace_name: device.workspace_name,
            theme: String::new(),
            density: String::new(),
            session: device.password.to_string(),
        };
        Ok(Visitor { scope, user: Some(user), viewed_by: None })
    }

    fn error_page(&self, request: &Request, error: &Error) -> Markup {
        let locale = Locale::new(&request.scope().locality);
        let home = if request.visitor.user.is_some() { "/" } else { "/sign-in" };
        bare(&Bare {
            language: locale.language().code(),
            looks: looks(request),
            tab: "Kartotek".into(),
            large: false,
            footer: "".into(),
            flash: None,
            body: html! {
                h1 { (self.error_text(request, error)) }
                p.soft { (locale.t("error-what-now")) }
                p.form-actions { (link_button(home, locale.t("error-home")).primary()) }
                @if matches!(error, Error::Internal(_)) { p.quiet.small { (locale.t("error-number")) " " (request.id) } }
            },
        })
    }

    fn error_fragment(&self, request: &Request, error: &Error) -> Markup {
        html! { p.error role="alert" { (self.error_text(request, error)) } }
    }

    fn error_text(&self, request: &Request, error: &Error) -> String {
        let locale = Locale::new(&request.scope().locality);
        let key = match error {
            Error::NotFound => "not-found",
            Error::Denied => "denied",
            Error::SignIn => "sign-in-first",
            Error::TooMany => "too-many-attempts",
            Error::Internal(_) => "internal-error",
            Error::Conflict(text) | Error::Unavailable(text) => return locale.render(text),
            Error::Invalid(errors) => {
                return errors.0.iter().map(|(_, text)| locale.render(text)).collect::<Vec<_>>().join(" ");
            }
        };
        locale.t(key).into_owned()
    }

    fn problem(&self, request: &Request, status: StatusCode, error: &Error) -> serde_json::Value {
        let mut problem = problem::of(&Locale::new(&request.scope().locality), status, error);
        problem["request"] = request.id.to_string().into();
        problem
    }

    fn settings(&self) -> Settings {
        self.settings.clone()
    }

    fn live(&self) -> Option<&Live> {
        Some(&self.live)
    }
}
