//! Reads what a request carries: forms, files, anything else; within limits of size, number and time.

use std::{future::poll_fn, path::Path, pin::Pin, time::Duration};

use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, header},
};
use bytes::Bytes;
use http_body::Body as _;
use kernel::{Error, Text};
use multer::{Constraints, Field, Multipart, SizeLimit};
use tokio::time::timeout;

use crate::{
    form::Form,
    upload::{Spool, Upload},
};

const MOST_FIELDS: usize = 2_000;
const LARGEST_FIELD: usize = 256 * 1024;
/// How long a sender may be silent.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much of a body that is too large is read all the same: a browser that is cut off while it sends shows
/// its own error and not ours.
const MOST_DRAINED: usize = 256 * 1024 * 1024;

/// Why a request goes no further. The status stands above the error's own.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: Option<StatusCode>,
    pub(crate) error: Error,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal { status: None, error }
    }
}

impl Refusal {
    fn because(status: StatusCode, text: Text) -> Refusal {
        Refusal { status: Some(status), error: Error::Conflict(text) }
    }

    fn too_large(max_bytes: u64) -> Refusal {
        Refusal::because(
            StatusCode::PAYLOAD_TOO_LARGE,
            Text::new("request-too-large").with("megabytes", max_bytes.div_ceil(1024 * 1024)),
        )
    }

    fn too_many_fields() -> Refusal {
        let text = Text::new("request-too-many-fields").with("most", MOST_FIELDS);
        Refusal::because(StatusCode::PAYLOAD_TOO_LARGE, text)
    }

    fn field_too_large(field: &str) -> Refusal {
        let text = Text::new("request-field-too-large").with("kilobytes", LARGEST_FIELD / 1024);
        let error = kernel::FieldErrors::of(field, text);
        Refusal { status: Some(StatusCode::PAYLOAD_TOO_LARGE), error: Error::Invalid(error) }
    }

    fn malformed() -> Refusal {
        Refusal::because(StatusCode::BAD_REQUEST, Text::new("request-malformed"))
    }

    fn timed_out() -> Refusal {
        Refusal::because(StatusCode::REQUEST_TIMEOUT, Text::new("request-timed-out"))
    }
}

/// What a route takes.
pub(crate) struct Limits<'edge> {
    pub(crate) max_bytes: u64,
    /// Where files go, if the route takes any.
    pub(crate) folder: Option<&'edge Path>,
}

#[derive(Default)]
pub(crate) struct Received {
    pub(crate) form: Form,
    pub(crate) uploads: Vec<Upload>,
    pub(crate) body: Vec<u8>,
}

pub(crate) async fn receive(
    body: Body,
    headers: &HeaderMap,
    limits: Limits<'_>,
) -> Result<Received, Refusal> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: u64| length > limits.max_bytes) {
        drain(body).await;
        return Err(Refusal::too_large(limits.max_bytes));
    }
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Ok(boundary) = multer::parse_boundary(media_type) {
        return receive_parts(body, boundary, limits).await;
    }
    let bytes = collect(body, limits.max_bytes).await?;
    let mut received = Received::default();
    if media_type.starts_with("application/x-www-form-urlencoded") {
        received.form = parse_form(&bytes)?;
    } else {
        received.body = bytes.into();
    }
    Ok(received)
}

fn parse_form(encoded: &[u8]) -> Result<Form, Refusal> {
    if encoded.iter().filter(|byte| **byte == b'&').count() >= MOST_FIELDS {
        return Err(Refusal::too_many_fields());
    }
    let form = Form::parse(encoded);
    if let Some((name, _)) = form.iter().find(|(_, value)| value.len() > LARGEST_FIELD) {
        return Err(Refusal::field_too_large(name));
    }
    Ok(form)
}

async fn collect(body: Body, max_bytes: u64) -> Result<Bytes, Refusal> {
    let limit = usize::try_from(max_bytes).unwrap_or(usize::MAX);
    let read =
        timeout(PATIENCE, axum::body::to_bytes(body, limit)).await.map_err(|_| Refusal::timed_out())?;
    // It fails too when the sender is gone, but then nobody reads the answer.
    read.map_err(|_| Refusal::too_large(max_bytes))
}

async fn drain(mut body: Body) {
    let mut drained = 0;
    let all = async {
        while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            drained += frame.data_ref().map_or(0, Bytes::len);
            if drained > MOST_DRAINED {
                break;
            }
        }
    };
    let _ = timeout(PATIENCE, all).await;
}

async fn receive_parts(body: Body, boundary: String, limits: Limits<'_>) -> Result<Received, Refusal> {
    let explain = |error: multer::Error| match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            Refusal::too_large(limits.max_bytes)
        }
        _ => Refusal::malformed(),
    };
    let size = SizeLimit::new().whole_stream(limits.max_bytes);
    let constraints = Constraints::new().size_limit(size);
    let mut parts = Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let mut received = Received::default();
    let mut fields = 0;
    loop {
        let part = timeout(PATIENCE, parts.next_field()).await.map_err(|_| Refusal::timed_out())?;
        let Some(mut part) = part.map_err(explain)? else { return Ok(received) };
        fields += 1;
        if fields > MOST_FIELDS {
            return Err(Refusal::too_many_fields());
        }
        let name = part.name().unwrap_or_default().to_owned();
        let mut sink = match part.file_name() {
            // A file field in which nothing was chosen.
            Some("") => Sink::Nowhere,
            Some(file_name) => {
                let folder = limits.folder.ok_or_else(|| {
                    Refusal::because(StatusCode::BAD_REQUEST, Text::new("request-files-not-taken"))
                })?;
                Sink::File(Spool::create(folder, &name, file_name).map_err(Error::from)?)
            }
            None => Sink::Text(Vec::new()),
        };
        while let Some(chunk) = next_chunk(&mut part).await?.map_err(explain)? {
            sink.take(&name, &chunk)?;
        }
        match sink {
            Sink::Nowhere => {}
            Sink::Text(bytes) => received.form.push(name, String::from_utf8_lossy(&bytes)),
            Sink::File(spool) => received.uploads.push(spool.finish().map_err(Error::from)?),
        }
    }
}

async fn next_chunk(part: &mut Field<'_>) -> Result<multer::Result<Option<Bytes>>, Refusal> {
    timeout(PATIENCE, part.chunk()).await.map_err(|_| Refusal::timed_out())
}

/// Where a part goes while it arrives.
enum Sink {
    Nowhere,
    Text(Vec<u8>),
    File(Spool),
}

impl Sink {
    fn take(&mut self, field: &str, chunk: &[u8]) -> Result<(), Refusal> {
        match self {
            Sink::Nowhere => {}
            Sink::Text(bytes) if bytes.len() + chunk.len() > LARGEST_FIELD => {
                return Err(Refusal::field_too_large(field));
            }
            Sink::Text(bytes) => bytes.extend_from_slice(chunk),
            Sink::File(spool) => spool.write(chunk).map_err(Error::from)?,
        }
        Ok(())
    }
}
