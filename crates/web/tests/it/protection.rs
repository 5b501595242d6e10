//! What other sites' pages cannot do, and the headers that say so.

use std::sync::Arc;

use web::{Permission, Response, Routes, Settings};

use crate::office::{Office, ask, get, open, open_with, post, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_form_changes_nothing() {
    let mut routes = Routes::<Office>::new();
    routes.post("/deals", Permission::Anyone, |_, _| Ok(Response::empty()));
    let router = open(routes);
    let request = || axum::http::Request::post("/deals").header("host", "crm.example");
    assert_eq!(ask(&router, request().header("sec-fetch-site", "same-origin")).await.status, 204);
    assert_eq!(ask(&router, request()).await.status, 204, "a program, not a browser");
    for site in ["cross-site", "same-site"] {
        let answer =
            ask(&router, request().header("sec-fetch-site", site).header("cookie", signed_in("owner"))).await;
        assert_eq!(answer.status, 403);
        assert!(!answer.text().contains("nav"), "it is not told who is signed in");
    }
    assert_eq!(ask(&router, request().header("origin", "https://evil.example")).await.status, 403);
    assert_eq!(ask(&router, request().header("origin", "https://crm.example")).await.status, 204);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_takes_forms_of_any_site_knows_nobody() {
    let mut routes = Routes::<Office>::new();
    let told = |_: &Office, request: &web::Request| {
        let known = request.visitor.user.is_some() || request.headers.contains_key("cookie");
        let answer = Response::text(if known { "somebody" } else { "nobody" });
        Ok(answer.cookie("mine", "1", None).toast("Kept", None))
    };
    routes.post("/contact", Permission::Public, told);
    routes.post("/fails", Permission::Public, |_, _| Err(kernel::Error::NotFound));
    let router = open(routes);
    let from = |path: &str, site: &'static str| {
        let request = axum::http::Request::post(path).header("host", "crm.example");
        request.header("sec-fetch-site", site).header("cookie", signed_in("owner"))
    };
    for site in ["cross-site", "same-site", "same-origin"] {
        let answer = ask(&router, from("/contact", site)).await;
        assert_eq!((answer.status, answer.text().as_str()), (200, "nobody"), "{site}");
        assert_eq!(answer.header("set-cookie"), "");
        let refused = ask(&router, from("/fails", site)).await;
        assert_eq!(refused.status, 404);
        assert!(!refused.text().contains("nav"), "it is not told who is signed in");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_security_headers() {
    let router = open_with(|_, request| match request.query.text("as") {
        "page" => Ok(Response::page(maud::html! { p { "x" } })),
        "download" => Ok(Response::download("a.csv", "text/csv", "a".to_owned())),
        "redirect" => Ok(Response::redirect("/")),
        "panic" => panic!("on purpose"),
        _ => Err(kernel::Error::NotFound),
    });
    let asset = web::assets::url("app.css");
    for (path, status) in [
        ("/page?as=page", 200),
        ("/page?as=download", 200),
        ("/page?as=redirect", 303),
        ("/page?as=panic", 500),
        ("/page", 404),
        ("/nowhere", 404),
        ("/health", 200),
        ("/live", 401),
        ("/assets/nothing.js", 404),
        ("/favicon.svg", 200),
        (asset, 200),
    ] {
        let answer = ask(&router, get(path)).await;
        assert_eq!(answer.status, status, "{path}");
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
    }
    let refused = ask(&router, post("/page")).await;
    assert_eq!((refused.status, refused.header("content-security-policy").is_empty()), (405, false));
    assert_eq!(refused.header("allow"), "GET,HEAD");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_for_this_machine_answers_to_its_own_names_only() {
    let settings = Settings { this_machine_only: true, ..Settings::default() };
    let mut routes = Routes::<Office>::new();
    routes.get("/page", Permission::Anyone, |_, _| Ok(Response::empty()));
    let router = web::router(Arc::new(Office { settings, ..Office::default() }), routes);
    let request = |host: &str| axum::http::Request::get("/page").header("host", host);
    assert_eq!(ask(&router, request("localhost:8080")).await.status, 204);
    assert_eq!(ask(&router, request("rebound.example:8080")).await.status, 421);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_is_believed_only_when_it_is_ours() {
    for (behind_proxy, expected) in [(false, "127.0.0.1 false"), (true, "203.0.113.9 true")] {
        let settings = Settings { behind_proxy, ..Settings::default() };
        let mut routes = Routes::<Office>::new();
        routes.get("/page", Permission::Anyone, |_, request| {
            Ok(Response::text(format!("{} {}", request.peer, request.secure)).cookie("a", "b", None))
        });
        let router = web::router(Arc::new(Office { settings, ..Office::default() }), routes);
        let request = get("/page")
            .header("x-forwarded-for", "1.2.3.4, 203.0.113.9")
            .header("x-forwarded-proto", "https");
        let answer = ask(&router, request).await;
        assert_eq!(answer.text(), expected);
        let cookie = answer.cookie("a").unwrap();
        assert_eq!(cookie.contains("Secure"), behind_proxy);
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }
}
