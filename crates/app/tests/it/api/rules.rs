//! Limits, other workspaces, other sites.

use kernel::{Role, clock::MINUTE};
use serde_json::json;
use testbed::on_each_database;
use web::Method;

#[test]
fn a_key_that_is_used_too_often_waits() {
    on_each_database(|bed| {
        let program = bed.program(Role::ReadOnly);
        let first = program.get("/api/v1/people").is(200);
        assert_eq!(first.header("ratelimit-policy"), "\"key\";q=6000;w=60");
        assert!(first.header("ratelimit").starts_with("\"key\";r=59"), "{}", first.header("ratelimit"));
        let limits = bed.app.api.limits.clone();
        let key = bed.read(|cx| Ok(identity::api_keys::list(cx)?[0].id));
        while limits.take(key, bed.db().clock().now()).left.is_some() {}
        let refused = program.get("/api/v1/people").is(429);
        assert_eq!(refused.json()["code"], "api-too-many");
        assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
        bed.program(Role::ReadOnly).get("/api/v1/people").is(200);
        bed.advance(MINUTE);
        program.get("/api/v1/people").is(200);
    });
}

#[test]
fn a_program_of_another_workspace_finds_nothing() {
    on_each_database(|bed| {
        let company = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").email("anna@berg.example").at(company).save();
        let bo = bed.person("Bo Berg").save();
        let link = bed.link("spouse", ("person", anna), ("person", bo));
        let file = bed.write(|tx| Ok(records::files::add(tx, "a.txt", b"hello")?.id));
        let other = bed.other_program();
        let own = bed.person("Own Card").by(&bed.olga()).save();
        for path in [
            "/api/v1/people",
            "/api/v1/search?q=berg",
            "/api/v1/companies",
            "/api/v1/changes",
            "/api/v1/users",
        ] {
            let answer = other.get(path).is(200);
            for told in ["Anna", "Marine", &anna.to_string(), "mia@berg.example"] {
                assert!(!answer.contains(told), "{path} tells {told}");
            }
        }
        let one = format!("/api/v1/people/{anna}");
        other.get(&one).is(404);
        other.patch(&one, &json!({ "fields": { "name": "Taken" } })).is(404);
        other.delete(&one).is(404);
        other.post(&format!("{one}/restore"), &json!({})).is(404);
        for part in ["links", "activities", "changes"] {
            other.get(&format!("{one}/{part}")).is(404);
        }
        other.get(&format!("/api/v1/files/{file}")).is(404);
        other.delete(&format!("/api/v1/links/{link}")).is(404);
        other.patch(&format!("/api/v1/links/{link}"), &json!({ "role": "x" })).is(404);
        let mine = format!("/api/v1/people/{own}");
        let to = |reference: String| json!({ "kind": "spouse", "to": reference });
        other.post(&format!("{mine}/links"), &to(format!("person:{anna}"))).is(422);
        for fields in [
            json!({ "company": format!("company:{company}") }),
            json!({ "owner": bed.mia().user }),
            json!({ "photo": { "id": file } }),
        ] {
            other.patch(&mine, &json!({ "fields": fields })).is(422);
        }
        let upsert = json!({ "match": "emails", "fields": { "name": "E", "emails": [{ "address": "anna@berg.example" }] } });
        other.post("/api/v1/people/upsert", &upsert).is(201);
        let batch = json!({ "atomic": false, "operations": [{ "action": "delete", "id": anna }] });
        assert_eq!(other.post("/api/v1/people/batch", &batch).json()["results"][0]["status"], 404);
        assert_eq!(
            bed.read(|cx| records::record::find(cx, &records::object::object(cx, "person")?, anna))
                .trashed_at,
            None
        );
    });
}

#[test]
fn another_sites_page_may_use_a_key_it_was_given_and_nothing_else() {
    on_each_database(|bed| {
        let body = json!({ "fields": { "name": "Anna Berg" } });
        bed.mia().from_another_site().json(Method::POST, "/api/v1/people", &body).is(403);
        let (_, key) = bed.write(|tx| identity::api_keys::create(tx, "Widget", Role::Member, 0));
        let widget = bed.stranger().from_another_site().header("authorization", format!("Bearer {key}"));
        widget.json(Method::POST, "/api/v1/people", &body).is(201);
    });
}

#[test]
fn what_is_no_address_of_the_api_is_a_problem_too() {
    on_each_database(|bed| {
        let program = bed.program(Role::Owner);
        for (method, path, status) in [
            (Method::GET, "/api/v1/people/x/y/z", 404),
            (Method::PUT, "/api/v1/people", 405),
            (Method::DELETE, "/api/v1/changes", 405),
        ] {
            let answer = program.ask(method, path).is(status);
            assert_eq!(answer.header("content-type"), "application/problem+json");
            assert_eq!(answer.json()["status"], status);
        }
        assert!(program.ask(Method::PUT, "/api/v1/people").header("allow").contains("GET"));
    });
}
