//! What the application tells the edge: who is asking, how to say that something is wrong, how to behave.

use std::{net::IpAddr, path::PathBuf, thread::available_parallelism, time::Duration};

use axum::http::{HeaderMap, StatusCode};
use kernel::{Error, Result};
use maud::Markup;
use serde_json::{Value, json};

use crate::{
    live::Live,
    request::{Request, Visitor},
};

/// Implemented by the application's state. Everything here may wait for the database.
pub trait Door: Send + Sync + 'static {
    /// Who has this session; [`Visitor::unknown`] when it is missing or over.
    fn visitor(&self, session: Option<&str>, headers: &HeaderMap) -> Result<Visitor>;

    /// Which program comes with this key; [`Visitor::unknown`] when nobody has it.
    fn program(&self, _key: &str) -> Result<Visitor> {
        Ok(Visitor::unknown())
    }

    /// Which device comes with this name and password; [`Visitor::unknown`] when they are wrong.
    fn device(&self, _name: &str, _password: &str, _peer: IpAddr) -> Result<Visitor> {
        Ok(Visitor::unknown())
    }

    /// A whole document that says what happened and what can be done. `request.visitor` may be unknown.
    fn error_page(&self, request: &Request, error: &Error) -> Markup;

    /// The same for a part of a page.
    fn error_fragment(&self, request: &Request, error: &Error) -> Markup;

    /// The same in a sentence, for toasts and programs.
    fn error_text(&self, request: &Request, error: &Error) -> String;

    /// The same for programs, which ask at their own addresses or accept nothing but JSON: problem details (RFC 9457).
    fn problem(&self, request: &Request, status: StatusCode, error: &Error) -> Value {
        json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or_default(),
            "status": status.as_u16(),
            "detail": self.error_text(request, error),
            "request": request.id.to_string(),
        })
    }

    fn settings(&self) -> Settings {
        Settings::default()
    }

    /// Where changes are announced; without it `/live` does not exist.
    fn live(&self) -> Option<&Live> {
        None
    }

    /// Somebody closed their last page that showed this, [`Settings::linger`] ago, and did not come back.
    fn left(&self, _request: &Request, _topic: &str) {}
}

/// How the edge behaves.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether `X-Forwarded-For` and `X-Forwarded-Proto` come from a proxy of ours and can be believed.
    pub behind_proxy: bool,
    /// Whether browsers come by https although no proxy says so.
    pub https: bool,
    /// Refuses hosts other than this machine's own names: for a server bound to loopback without a proxy.
    pub this_machine_only: bool,
    /// How many pages are made at once. Few more than there are cores, so that the others wait their turn without
    /// slowing these down.
    pub readers: usize,
    /// How many handlers that change something run at once; most of them wait for the disk.
    pub writers: usize,
    /// Where uploads are spooled.
    pub spool: PathBuf,
    /// Who closes a page has left what it showed after so long: going on to another page of it is not leaving.
    pub linger: Duration,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            behind_proxy: false,
            https: false,
            this_machine_only: false,
            readers: available_parallelism().map_or(4, |cores| (cores.get() * 2).max(4)),
            writers: 8,
            spool: std::env::temp_dir(),
            linger: Duration::from_secs(20),
        }
    }
}
