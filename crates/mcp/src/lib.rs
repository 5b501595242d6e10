//! The Model Context Protocol: an assistant that comes with a key finds, reads, logs and updates cards, with the rights
//! of that key and through the same functions as the API. Each request stands for itself; there are no sessions.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod call;
mod server;
mod tools;

use std::sync::Arc;

use axum::body::Body;
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService, session::never::NeverSessionManager,
};
use web::Mount;
use workbench::App;

use crate::server::Server;

/// The largest request.
const MOST_BYTES: usize = 1024 * 1024;

/// The service under its address.
pub fn mount(app: &Arc<App>) -> Mount {
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_max_request_body_bytes(MOST_BYTES)
        // The edge has looked at the host, and only who holds a key comes this far.
        .disable_allowed_hosts();
    let app = Arc::clone(app);
    let service = StreamableHttpService::new(
        move || Ok(Server { app: Arc::clone(&app) }),
        Arc::new(NeverSessionManager::default()),
        config,
    );
    let service = tower::ServiceBuilder::new()
        .map_response(|answer: axum::http::Response<_>| answer.map(Body::new))
        .service(service);
    Mount::new("/mcp", tower::util::BoxCloneSyncService::new(service))
}
