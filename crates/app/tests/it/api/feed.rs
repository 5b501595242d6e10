//! The change feed, and the history of a record.

use kernel::{Role, clock::SECOND};
use serde_json::{Value, json};
use testbed::{Program, on_each_database};

fn kinds(page: &Value) -> Vec<(&str, &str)> {
    page["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["object"].as_str().unwrap(), change["kind"].as_str().unwrap()))
        .collect()
}

/// What the feed tells next. Other tests write at the same time, and on PostgreSQL a transaction of theirs that ends just then
/// may hold it back for a moment.
fn told(program: &Program, path: &str) -> Value {
    for _ in 0..200 {
        let page = program.get(path).is(200).json();
        if page["data"] != json!([]) {
            return page;
        }
    }
    panic!("{path} tells of nothing");
}

#[test]
fn whoever_follows_hears_of_everything_once() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member);
        let anna = program.post("/api/v1/people", &json!({ "fields": { "name": "Anna Berg" } })).json();
        let address = format!("/api/v1/people/{}", anna["id"].as_str().unwrap());
        program.patch(&address, &json!({ "fields": { "job_title": "Skipper" } })).is(200);
        program.post("/api/v1/companies", &json!({ "fields": { "name": "Berg Marine" } })).is(201);
        // PostgreSQL tells of what is surely ended.
        bed.advance(5 * SECOND);
        let first = told(&program, "/api/v1/changes?limit=2");
        assert_eq!(kinds(&first), [("person", "created"), ("person", "edited")]);
        let edited = &first["data"][1];
        assert_eq!(edited["fields"]["job_title"], json!({ "before": null, "after": "Skipper" }));
        assert_eq!((&edited["through"], &edited["by"]), (&json!("api"), &json!(bed.mia().user)));
        assert_eq!(first["more"], true);
        let next = first["next"].as_str().unwrap();
        let second = told(&program, &format!("/api/v1/changes?since={next}"));
        assert_eq!((kinds(&second), &second["more"]), (vec![("company", "created")], &json!(false)));
        let next = second["next"].as_str().unwrap();
        let third = program.get(&format!("/api/v1/changes?since={next}")).json();
        assert_eq!((&third["data"], third["next"].as_str()), (&json!([]), Some(next)));
        program.delete(&address).is(200);
        bed.advance(5 * SECOND);
        let news = told(&program, &format!("/api/v1/changes?since={next}&object=people"));
        assert_eq!(kinds(&news), [("person", "trashed")]);
        program.get("/api/v1/changes?since=x").is(422);
        program.get("/api/v1/changes?object=planet").is(422);
        let history = program.get(&format!("{address}/changes?limit=2")).is(200).json();
        assert_eq!(kinds(&history), [("person", "trashed"), ("person", "edited")]);
        let rest =
            program.get(&format!("{address}/changes?after={}", history["next"].as_str().unwrap())).json();
        assert_eq!(kinds(&rest), [("person", "created")]);
        assert_eq!(bed.other_program().get("/api/v1/changes").json()["data"], json!([]));
    });
}
