//! One page's stream of server-sent events, from its request until it closes, falls behind, is no longer signed in,
//! or the server stops.

use std::{io, sync::Arc, time::Duration};

use axum::{
    body::Body,
    http::{self, HeaderName, HeaderValue, Method, Response, StatusCode, header},
};
use bytes::Bytes;
use kernel::Error;
use tokio::{
    sync::mpsc,
    time::{Instant, interval_at},
};

use crate::{
    door::Door,
    live::{Seat, Visit},
    request::Request,
    response,
    routes::Permission,
    send::{Channel, Sent, send},
    serve::Connection,
    server::Edge,
};

/// Proxies cut connections that are silent for long.
const KEEPALIVE: Duration = Duration::from_secs(20);
/// Somebody who was signed out elsewhere hears no more after this.
const RECHECK: Duration = Duration::from_secs(300);
/// The browser comes back after so many milliseconds.
const GREETING: &str = "retry: 2000\n: here\n\n";
const LONGEST_TOPIC: usize = 100;

pub(crate) async fn connect<S: Door>(edge: Arc<Edge<S>>, request: http::Request<Body>) -> Sent {
    let connection = request.extensions().get::<Connection>().cloned();
    let (mut request, _) = edge.begin(request);
    let admit = || edge.protect(&request).and_then(|()| edge.admit(&mut request, Permission::Read));
    match edge.in_place(edge.places(&Method::GET), admit).await {
        Ok(()) => {}
        // A redirect would only lead the browser's event source to a page it cannot read.
        Err(refusal) if matches!(refusal.error, Error::SignIn) => {
            return send(response::Response::empty().status(StatusCode::UNAUTHORIZED), &request);
        }
        Err(refusal) => {
            return edge.in_place(edge.places(&Method::GET), || edge.refuse(&mut request, refusal)).await;
        }
    }
    let (Some(live), Some(user)) = (edge.state.live(), &request.visitor.user) else {
        return send(response::Response::empty().status(StatusCode::NOT_FOUND), &request);
    };
    let (seat, queue) = live.join(Visit {
        workspace: request.visitor.scope.workspace,
        user: user.user,
        name: user.name.clone(),
        // Nobody is told that somebody looks who does not.
        at: match request.visitor.viewed_by {
            Some(_) => String::new(),
            None => request.query.text("at").chars().take(LONGEST_TOPIC).collect(),
        },
    });
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(forward(edge, request, seat, queue, sender, connection));
    let mut response = Response::new(Body::new(Channel(receiver)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

type Outlet = mpsc::Sender<io::Result<Bytes>>;

/// Passes messages on until there is a reason to stop. The seat is given up at the end.
async fn forward<S: Door>(
    edge: Arc<Edge<S>>,
    mut request: Request,
    seat: Seat,
    mut queue: mpsc::Receiver<Bytes>,
    outlet: Outlet,
    connection: Option<Connection>,
) {
    let pass_on = async {
        let mut keepalive = interval_at(Instant::now() + KEEPALIVE, KEEPALIVE);
        let mut recheck = interval_at(Instant::now() + RECHECK, RECHECK);
        let mut message = Some(Bytes::from_static(GREETING.as_bytes()));
        while let Some(text) = message {
            if outlet.send(Ok(text)).await.is_err() {
                break;
            }
            message = tokio::select! {
                next = queue.recv() => next,
                _ = keepalive.tick() => Some(Bytes::from_static(b": still here\n\n")),
                _ = recheck.tick() => {
                    let places = edge.places(&Method::GET);
                    let admitted = edge.in_place(places, || edge.admit(&mut request, Permission::Read)).await;
                    admitted.is_ok().then(|| Bytes::from_static(b": still signed in\n\n"))
                }
            };
        }
    };
    let closed = async {
        match connection {
            Some(connection) => connection.closed().await,
            None => std::future::pending().await,
        }
    };
    let stops = tokio::select! {
        () = pass_on => false,
        () = outlet.closed() => false,
        // Streams would keep a stopping server waiting.
        () = closed => true,
    };
    let topic = seat.topic().to_owned();
    drop(seat);
    if !stops && !topic.is_empty() {
        left(&edge, &request, &topic).await;
    }
}

/// Tells the application that somebody left what their page showed, once it is sure that they did.
async fn left<S: Door>(edge: &Arc<Edge<S>>, request: &Request, topic: &str) {
    tokio::time::sleep(edge.state.settings().linger).await;
    let (Some(live), Some(user)) = (edge.state.live(), &request.visitor.user) else { return };
    if !live.looks(request.visitor.scope.workspace, topic, user.user) {
        edge.in_place(edge.places(&Method::POST), || edge.state.left(request, topic)).await;
    }
}
