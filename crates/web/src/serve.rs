//! Listens: one task a connection, with limits on their number and on how long headers may take; ends gracefully.

use std::{convert::Infallible, future::Future, io, net::IpAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    http::{Request, Response},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::{sleep, timeout},
};
use tower::Service;

const MOST_CONNECTIONS: u32 = 10_000;
/// For the headers of a request, and for silence between requests.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long running requests may take to finish when the server stops.
const GRACE: Duration = Duration::from_secs(20);

/// What a request knows of its connection.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    pub(crate) peer: IpAddr,
    closing: watch::Receiver<bool>,
}

impl Connection {
    /// Ready when the server stops.
    pub(crate) async fn closed(mut self) {
        let _ = self.closing.wait_for(|closing| *closing).await;
    }
}

/// Serves until `shutdown` is ready; then accepts nothing more, ends live streams, and waits for requests to finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let (close, closing) = watch::channel(false);
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS as usize));
    let mut shutdown = pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener, &places) => accepted,
        };
        let Some((stream, peer, place)) = accepted else { continue };
        let connection = Connection { peer, closing: closing.clone() };
        let router = router.clone();
        tokio::spawn(async move {
            converse(stream, router, connection).await;
            drop(place);
        });
    }
    drop(listener);
    close.send_replace(true);
    if timeout(GRACE, places.acquire_many(MOST_CONNECTIONS)).await.is_err() {
        tracing::warn!("Some requests did not finish before the server stopped");
    }
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, IpAddr, tokio::sync::OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer.ip(), place)),
        Err(error) => {
            // Out of file descriptors, mostly: it passes when connections end.
            tracing::warn!(%error, "A connection could not be accepted");
            sleep(Duration::from_millis(100)).await;
            None
        }
    }
}

async fn converse(stream: TcpStream, router: Router, connection: Connection) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY was refused");
    }
    let closed = connection.clone().closed();
    let service = service_fn(move |request| answer(router.clone(), connection.clone(), request));
    let mut conversation = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(PATIENCE)
            .serve_connection(TokioIo::new(stream), service)
    );
    let ended = tokio::select! {
        ended = conversation.as_mut() => ended,
        () = closed => {
            conversation.as_mut().graceful_shutdown();
            conversation.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "A connection broke off");
    }
}

async fn answer(
    mut router: Router,
    connection: Connection,
    mut request: Request<Incoming>,
) -> Result<Response<axum::body::Body>, Infallible> {
    request.extensions_mut().insert(connection);
    router.call(request).await
}
