//! Errors as pages, parts, JSON.

use axum::Router;
use kernel::{Error, Text};
use web::Response;

use crate::office::{ask, get, open_with, signed_in};

fn failing() -> Router {
    open_with(|_, request| {
        Err(match request.query.text("with") {
            "missing" => Error::NotFound,
            "invalid" => Error::invalid("name", "name-missing"),
            "denied" => Error::Denied,
            "conflict" => Error::conflict("stage-closed"),
            "many" => Error::TooMany,
            "away" => Error::Unavailable(Text::new("database-busy")),
            "panic" => panic!("the secret cause"),
            _ => Error::internal("the secret cause"),
        })
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn each_error_has_its_status_and_page() {
    let router = failing();
    for (with, status, text) in [
        ("missing", 404, "not found"),
        ("invalid", 422, "name-missing"),
        ("denied", 403, "denied"),
        ("conflict", 409, "stage-closed"),
        ("many", 429, "too many"),
        ("away", 503, "database-busy"),
        ("panic", 500, "internal 1"),
        ("fault", 500, "internal 1"),
    ] {
        let answer =
            ask(&router, get(&format!("/page?with={with}")).header("cookie", signed_in("member"))).await;
        assert_eq!(answer.status, status, "{with}");
        assert!(answer.text().contains(text), "{with}: {}", answer.text());
        assert!(answer.text().contains("<nav>"), "the page is that of somebody signed in");
        assert!(!answer.text().contains("secret"));
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("retry-after").is_empty(), status != 429 && status != 503);
    }
    let nowhere = ask(&router, get("/nowhere").header("cookie", signed_in("member"))).await;
    assert_eq!((nowhere.status, nowhere.text().contains("<nav>")), (404, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_fails_with_a_toast_and_leaves_the_page_alone() {
    let router = failing();
    let answer = ask(&router, get("/page?with=conflict").header("hx-request", "true")).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text().starts_with("<p class=\"notice\">"));
    assert_eq!(answer.header("hx-reswap"), "none");
    assert_eq!(
        answer.header("hx-trigger"),
        r#"{"toast":{"text":"S\u00f8ren: conflict: stage-closed","undo":null}}"#
    );
    for header in ["hx-boosted", "hx-history-restore-request"] {
        let answer = ask(&router, get("/page").header("hx-request", "true").header(header, "true")).await;
        assert!(answer.text().starts_with("<html>"), "{header} wants a whole page");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_gets_json() {
    let answer = ask(&failing(), get("/page?with=denied").header("accept", "application/json")).await;
    assert_eq!((answer.status, answer.header("content-type")), (403, "application/problem+json"));
    let error: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(error["detail"], "Søren: denied");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_session_still_gets_a_page() {
    let answer =
        ask(&open_with(|_, _| Ok(Response::empty())), get("/page").header("cookie", signed_in("owner@x")))
            .await;
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("internal"));
}
