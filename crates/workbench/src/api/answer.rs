//! What a call answers, before it is sent: kept with an idempotency key, it is sent again as it was.

use kernel::Result;
use serde::Serialize;
use web::{Response, StatusCode, header};

/// An answer in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// Of the one record that is answered; becomes the `ETag`.
    pub(crate) version: String,
    /// Where what was made is found.
    pub(crate) location: String,
    pub(crate) body: Vec<u8>,
    /// It was answered before.
    pub(crate) again: bool,
}

impl Answer {
    pub(crate) fn json(body: &impl Serialize) -> Result<Answer> {
        Ok(Answer::of(serde_json::to_vec(body)?))
    }

    /// JSON that is written already.
    pub(crate) fn of(body: Vec<u8>) -> Answer {
        Answer { status: StatusCode::OK, version: String::new(), location: String::new(), body, again: false }
    }

    /// Done, and nothing to tell.
    pub(crate) fn nothing() -> Answer {
        Answer { status: StatusCode::NO_CONTENT, ..Answer::of(Vec::new()) }
    }

    pub(crate) fn version(mut self, version: impl Into<String>) -> Answer {
        self.version = version.into();
        self
    }

    /// Something new, at this address.
    pub(crate) fn created(mut self, location: impl Into<String>) -> Answer {
        self.status = StatusCode::CREATED;
        self.location = location.into();
        self
    }

    pub(crate) fn response(self) -> Response {
        let mut response = match self.status {
            StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED => Response::empty(),
            _ => Response::content("application/json", self.body),
        };
        response = response.status(self.status);
        if !self.version.is_empty() {
            response = response.header(header::ETAG, &format!("\"{}\"", self.version));
        }
        if !self.location.is_empty() {
            response = response.header(header::LOCATION, &self.location);
        }
        if self.again {
            response = response.header(header::HeaderName::from_static("idempotency-replayed"), "true");
        }
        response
    }
}
