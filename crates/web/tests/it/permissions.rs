//! Who may use which route.

use axum::http::Method;
use kernel::Role;
use web::{Permission, Response, Routes};

use crate::office::{Office, ask, ask_with, get, open, post, signed_in};

const ALL: [Permission; 7] = [
    Permission::Public,
    Permission::Anyone,
    Permission::SignedIn,
    Permission::Read,
    Permission::Write,
    Permission::Admin,
    Permission::Owner,
];

fn may(role: Option<Role>, permission: Permission) -> bool {
    match permission {
        Permission::Public | Permission::Anyone => true,
        Permission::SignedIn | Permission::Read => role.is_some(),
        Permission::Write => role >= Some(Role::Member),
        Permission::Admin => role >= Some(Role::Admin),
        Permission::Owner => role == Some(Role::Owner),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_may_what_the_table_says() {
    let mut routes = Routes::<Office>::new();
    for permission in ALL {
        routes.get(&format!("/{permission:?}"), permission, |_, _| Ok(Response::empty()));
        routes.post(&format!("/{permission:?}"), permission, |_, _| Ok(Response::empty()));
    }
    let table = routes.table();
    assert_eq!(table.len(), 14);
    let router = open(routes);
    for (method, path, permission) in table {
        for role in [None].into_iter().chain(Role::ALL.map(Some)) {
            let request = if method == Method::GET { get(&path) } else { post(&path) };
            let answer = match role {
                Some(role) => ask(&router, request.header("cookie", signed_in(role.key()))).await,
                None => ask(&router, request).await,
            };
            let expected = match role {
                role if may(role, permission) => 204,
                None => 303,
                Some(_) => 403,
            };
            assert_eq!(answer.status, expected, "{method} {path} as {role:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_signed_in_is_led_back_after_signing_in() {
    let mut routes = Routes::<Office>::new();
    routes.get("/people", Permission::Read, |_, _| Ok(Response::empty()));
    routes.post("/people", Permission::Write, |_, _| Ok(Response::empty()));
    let router = open(routes);
    let answer = ask(&router, get("/people?q=a%26b")).await;
    assert_eq!(answer.header("location"), "/sign-in?next=%2Fpeople%3Fq%3Da%2526b");
    // What was typed came from a page: back to that, for the address of the form shows nothing.
    let answer = ask(&router, post("/people").header("referer", "http://crm.example/people/new?x=1")).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/sign-in?next=%2Fpeople%2Fnew%3Fx%3D1"));
    let part =
        get("/people").header("hx-request", "true").header("hx-current-url", "http://crm.example/today");
    let answer = ask(&router, part).await;
    assert_eq!((answer.status, answer.header("hx-redirect")), (401, "/sign-in?next=%2Ftoday"));
    let answer = ask(&router, get("/people").header("accept", "application/json")).await;
    assert_eq!((answer.status, answer.header("www-authenticate")), (401, "Bearer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_come_decoded_and_keys_are_checked() {
    let mut routes = Routes::<Office>::new();
    routes.get("/people/{id}", Permission::Anyone, |_, request| {
        Ok(Response::text(request.params.id("id")?.to_string()))
    });
    routes.get("/tags/{tag}", Permission::Anyone, |_, request| Ok(Response::text(request.params.get("tag"))));
    routes
        .post("/tags/{tag}", Permission::Anyone, |_, request| Ok(Response::text(request.form.text("name"))));
    let router = open(routes);
    let id = kernel::Id::from_bytes([7; 16]);
    assert_eq!(ask(&router, get(&format!("/people/{id}"))).await.text(), id.to_string());
    assert_eq!(ask(&router, get("/people/new")).await.status, 404);
    assert_eq!(ask(&router, get("/tags/S%C3%B8%2Fn")).await.text(), "Sø/n");
    assert_eq!(ask(&router, get("/tags/%FF")).await.status, 404);
    let form = post("/tags/x").header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(ask_with(&router, form, "name=+Berg+").await.text(), "Berg");
}

#[test]
fn a_part_brings_its_routes_along() {
    struct Part;
    struct Whole(Part);
    let mut part = Routes::<Part>::new();
    part.get("/part", Permission::Read, |_: &Part, _| Ok(Response::empty()));
    let mut routes = Routes::<Whole>::new();
    routes.merge(part, |whole| &whole.0);
    assert_eq!(routes.table(), [(Method::GET, "/part".to_owned(), Permission::Read)]);
}
