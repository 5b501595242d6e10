//! Live push, as a page hears it.

use std::{future::poll_fn, pin::Pin, sync::Arc, time::Duration};

use axum::{Router, body::Body};
use http_body::Body as _;
use kernel::Id;
use tokio::time::timeout;
use web::{Live, Routes, Settings};

use crate::office::{Office, ask, get, raw, signed_in};

struct Listener(Body, String);

impl Listener {
    async fn open(router: &Router, session: &str, path: &str) -> Listener {
        let request = get(path).header("cookie", signed_in(session)).header("accept", "text/event-stream");
        let response = raw(router, request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Listener(response.into_body(), String::new())
    }

    /// Reads until the text was heard.
    async fn hear(&mut self, text: &str) {
        let heard = timeout(Duration::from_secs(10), async {
            while !self.1.contains(text) {
                let frame = poll_fn(|context| Pin::new(&mut self.0).poll_frame(context)).await;
                let Some(Ok(frame)) = frame else { return false };
                self.1.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap());
            }
            true
        });
        assert_eq!(heard.await, Ok(true), "waited for {text}, heard {}", self.1);
    }
}

fn office() -> (Router, Live) {
    let office = Office::default();
    let live = office.live.clone();
    (web::router(Arc::new(office), Routes::new()), live)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_hears_of_its_own_workspace_only() {
    let (router, live) = office();
    let mut ours = Listener::open(&router, "member@1", "/live").await;
    let mut theirs = Listener::open(&router, "member@2", "/live").await;
    let (one, two) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
    // As the database does, from a thread that knows nothing of async.
    let publisher = live.clone();
    std::thread::spawn(move || {
        publisher.publish(one, ["person:1", "person:2", "person:1"]);
        publisher.publish(two, ["person:3"]);
    })
    .join()
    .unwrap();
    ours.hear("event: changed\ndata: {\"topics\":[\"person:1\",\"person:2\"]}\n\n").await;
    theirs.hear("event: changed\ndata: {\"topics\":[\"person:3\"]}\n\n").await;
    assert!(!ours.1.contains("person:3") && !theirs.1.contains("person:1"));
    assert!(ours.1.starts_with("retry: "));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_looks_at_the_same_card_is_named() {
    let (router, live) = office();
    let mut member = Listener::open(&router, "member", "/live?at=person:1").await;
    let mut admin = Listener::open(&router, "admin", "/live?at=person:1").await;
    member.hear("event: presence\ndata: {\"names\":[\"Colleague admin\"],\"topics\":[\"person:1\"]}").await;
    admin.hear("\"Colleague member\"").await;
    let workspace = Id::from_bytes([1; 16]);
    let member_id = Id::from_bytes([kernel::Role::Member as u8; 16]);
    assert_eq!(live.names_at(workspace, "person:1", member_id), ["Colleague admin"]);
    drop(admin);
    member
        .hear("{\"names\":[],\"topics\":[\"person:1\"]}\n\nevent: presence\ndata: {\"names\":[\"Coll")
        .await;
    member.1.clear();
    member.hear("{\"names\":[],\"topics\":[\"person:1\"]}").await;
    assert_eq!(live.listeners(workspace), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_closes_the_last_page_of_a_card_has_left_it_after_a_while() {
    let settings = Settings { linger: Duration::from_millis(50), ..Settings::default() };
    let office = Office { settings, ..Office::default() };
    let left = office.left.clone();
    let router = web::router(Arc::new(office), Routes::new());
    let one = Listener::open(&router, "member", "/live?at=person:1").await;
    let other = Listener::open(&router, "member", "/live?at=person:1").await;
    let elsewhere = Listener::open(&router, "admin", "/live").await;
    drop((one, elsewhere));
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(*left.lock(), Vec::<String>::new(), "another page of it is open, and the last showed nothing");
    drop(other);
    let gone = timeout(Duration::from_secs(10), async {
        while left.lock().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    gone.await.unwrap();
    assert_eq!(*left.lock(), ["Colleague member left person:1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_hear_nothing() {
    let (router, _) = office();
    assert_eq!(ask(&router, get("/live")).await.status, 401);
}
