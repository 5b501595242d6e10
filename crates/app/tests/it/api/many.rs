//! Batches and upserts.

use kernel::Role;
use serde_json::{Value, json};
use testbed::on_each_database;

fn create(name: &str) -> Value {
    json!({ "action": "create", "fields": { "name": name } })
}

fn count(program: &testbed::Program) -> u64 {
    program.get("/api/v1/people?count=true").json()["count"]["value"].as_u64().unwrap()
}

#[test]
fn a_batch_does_all_or_nothing() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let program = bed.program(Role::Member);
        let wrong = json!({ "operations": [
            create("Bo Berg"),
            { "action": "update", "id": anna, "fields": { "rating": 9 } },
        ] });
        let problem = program.post("/api/v1/people/batch", &wrong).is(422).json();
        assert_eq!(problem["errors"][0]["field"], "operations/1/rating");
        assert_eq!(count(&program), 1);
        let right = json!({ "operations": [
            create("Bo Berg"),
            { "action": "update", "id": anna, "fields": { "rating": 5 } },
            { "action": "upsert", "match": "emails", "fields": { "name": "Cem", "emails": [{ "address": "c@kaya.example" }] } },
            { "action": "delete", "id": anna },
        ] });
        let results = program.post("/api/v1/people/batch", &right).is(200).json();
        let statuses: Vec<u64> = results["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["status"].as_u64().unwrap())
            .collect();
        assert_eq!(statuses, [201, 200, 201, 200]);
        assert_eq!(count(&program), 2);
        // One undo takes all of it back.
        let set = bed.read(|cx| Ok(records::changes::recent(cx, None, 1)?[0].id));
        bed.mia().post(&format!("/changes/{set}/undo"), &[]).is(303);
        assert_eq!(program.get("/api/v1/people").json()["data"][0]["title"], "Anna Berg");
        assert_eq!(count(&program), 1);
    });
}

#[test]
fn a_batch_does_each_by_itself_when_told_so() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member);
        let company = bed.company("Berg Marine").save();
        let missing = "00000000000000000000000000000000";
        let body = json!({ "atomic": false, "operations": [
            { "action": "create", "fields": {} },
            create("Bo Berg"),
            { "action": "update", "id": missing, "fields": { "rating": 5 } },
            { "action": "create", "fields": { "name": "Cem", "company": format!("company:{company}") } },
            { "action": "explode" },
            7,
        ] });
        let results = program.post("/api/v1/people/batch", &body).is(200).json();
        let statuses: Vec<u64> = results["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["status"].as_u64().unwrap())
            .collect();
        assert_eq!(statuses, [422, 201, 404, 201, 422, 422]);
        assert_eq!(results["results"][0]["problem"]["errors"][0]["field"], "name");
        assert_eq!(count(&program), 2);
        let set = bed.read(|cx| Ok(records::changes::recent(cx, None, 1)?.remove(0)));
        assert_eq!((set.label.as_str(), set.touched >= 2), ("change-batch", true));
        let nothing = json!({ "atomic": false, "operations": [{ "action": "create", "fields": {} }] });
        program.post("/api/v1/people/batch", &nothing).is(200);
        assert_eq!(
            bed.read(|cx| Ok(records::changes::recent(cx, None, 1)?[0].id)),
            set.id,
            "no empty step is left"
        );
    });
}

#[test]
fn a_batch_takes_a_thousand_and_no_more() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member);
        let many = |count: usize| json!({ "operations": vec![create("Anna Berg"); count] });
        program.post("/api/v1/people/batch", &many(1_001)).is(422);
        program.post("/api/v1/people/batch", &many(1_000)).is(200);
        assert_eq!(count(&program), 1_000);
        for wrong in
            [json!({}), json!([]), json!({ "operations": 1 }), json!({ "operations": [], "atomic": 1 })]
        {
            program.post("/api/v1/people/batch", &wrong).is(422);
        }
    });
}

#[test]
fn an_upsert_knows_cards_by_any_field_that_matches() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").phone("+4531425510").save();
        let program = bed.program(Role::Member);
        let upsert = |by: &str, fields: Value| {
            program.post("/api/v1/people/upsert", &json!({ "match": by, "fields": fields }))
        };
        let by_email = json!({ "emails": [{ "address": "ANNA@berg.example" }], "rating": 4 });
        assert_eq!(upsert("emails", by_email).is(200).json()["id"], anna.to_string());
        let by_phone = json!({ "phones": [{ "number": "31 42 55 10" }], "job_title": "Skipper" });
        let found = upsert("phones", by_phone).is(200).json();
        assert_eq!(
            (&found["fields"]["rating"], &found["fields"]["phones"][0]["label"]),
            (&json!(4), &json!("mobile"))
        );
        assert_eq!(
            upsert("name", json!({ "name": "anna berg", "nickname": "Ann" })).is(200).json()["id"],
            anna.to_string()
        );
        assert_eq!(
            upsert("nickname", json!({ "nickname": "Ann", "rating": 5 })).is(200).json()["id"],
            anna.to_string()
        );
        let new =
            upsert("emails", json!({ "emails": [{ "address": "bo@berg.example" }], "name": "Bo" })).is(201);
        assert!(new.location().starts_with("/api/v1/people/"));
        bed.person("Anna's twin").email("anna@berg.example").save();
        let several =
            upsert("emails", json!({ "emails": [{ "address": "anna@berg.example" }] })).is(409).json();
        assert_eq!(several["code"], "api-several-match");
        upsert("emails", json!({ "name": "No e-mail" })).is(422);
        upsert("shoe_size", json!({ "name": "X" })).is(422);
        upsert("photo", json!({ "name": "X" })).is(422);
    });
}
