//! Writing one record.

use kernel::Role;
use serde_json::{Value, json};
use testbed::on_each_database;
use web::Method;

fn anna() -> Value {
    json!({ "fields": {
        "name": "Anna Berg",
        "emails": [{ "address": "anna@berg.example", "label": "work" }],
        "phones": [{ "number": "31 42 55 10", "label": "mobile" }],
        "birthday": "--12-04",
        "tags": ["vip"],
        "rating": 4,
    } })
}

#[test]
fn a_record_is_created_read_changed_thrown_away_and_taken_back() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member);
        let created = program.post("/api/v1/people", &anna()).is(201);
        let record = created.json();
        let address = created.location();
        assert_eq!(address, format!("/api/v1/people/{}", record["id"].as_str().unwrap()));
        assert_eq!(record["title"], "Anna Berg");
        assert_eq!(record["fields"]["name"], json!({ "given": "Anna", "family": "Berg" }));
        assert_eq!(record["fields"]["phones"][0]["number"], "+4531425510", "as Danes write it");
        assert_eq!(record["fields"]["owner"], bed.mia().user.to_string());
        assert_eq!(record["fields"]["created_at"].as_str().unwrap().get(..10), Some("2026-11-22"));
        assert!(record["fields"].get("company").is_none(), "what is empty is left out");

        let read = program.get(&address).is(200);
        assert_eq!(read.json(), record);
        let changed =
            program.patch(&address, &json!({ "fields": { "rating": null, "job_title": "Skipper" } })).is(200);
        assert_eq!(changed.json()["fields"]["job_title"], "Skipper");
        assert!(changed.json()["fields"].get("rating").is_none());
        assert_ne!(changed.header("etag"), read.header("etag"));

        let trashed = program.delete(&address).is(200).json();
        assert!(trashed["trashed_at"].is_string());
        assert_eq!(program.get("/api/v1/people").json()["data"], json!([]));
        assert_eq!(program.get("/api/v1/people?trashed=true").json()["data"][0]["id"], record["id"]);
        assert_eq!(program.patch(&address, &anna()).is(409).json()["code"], "record-is-trashed");
        let back = program.post(&format!("{address}/restore"), &json!({})).is(200).json();
        assert!(back.get("trashed_at").is_none());
        // The page tells who did it, and through what.
        let page = format!("/people/{}/history", record["id"].as_str().unwrap());
        bed.mia().get(&page).shows("Program");
    });
}

#[test]
fn two_who_change_the_same_are_told() {
    on_each_database(|bed| {
        let id = bed.person("Anna Berg").save();
        let address = format!("/api/v1/people/{id}");
        let program = bed.program(Role::Member);
        let seen = program.get(&address).is(200).header("etag").to_owned();
        let change = |title: &str| json!({ "fields": { "job_title": title } });
        let careful = bed.program(Role::Member).header("if-match", seen.clone());
        careful.patch(&address, &change("Skipper")).is(200);
        assert_eq!(
            careful.patch(&address, &change("Captain")).is(412).json()["code"],
            "api-changed-meanwhile"
        );
        careful.delete(&address).is(412);
        assert_eq!(program.get(&address).json()["fields"]["job_title"], "Skipper");
        program.patch(&address, &change("Captain")).is(200);
        let reader = bed.program(Role::Member);
        let now = reader.get(&address).header("etag").to_owned();
        assert_eq!(bed.program(Role::Member).header("if-none-match", now).get(&address).status, 304);
        bed.program(Role::Member).header("if-none-match", seen).get(&address).is(200);
    });
}

#[test]
fn mistakes_are_named_by_field_and_nothing_is_written() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member);
        let body = json!({ "fields": {
            "name": "Anna",
            "nickname": 7,
            "emails": [{ "label": "work" }],
            "rating": 9,
            "preferred_channel": "pigeon",
            "birthday": "1999-02-30",
            "company": "company:00000000000000000000000000000000",
            "owner": "00000000000000000000000000000000",
            "photo": { "id": "00000000000000000000000000000000" },
            "last_talk_at": "2026-01-01T00:00:00Z",
            "shoe_size": 41,
        } });
        let problem = program.post("/api/v1/people", &body).is(422).json();
        let mut found: Vec<(String, String)> = problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["field"].as_str().unwrap().to_owned(), one["code"].as_str().unwrap().to_owned()))
            .collect();
        found.sort();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
        assert_eq!(
            found,
            [
                ("company", "api-no-such-card"),
                ("emails/0/address", "required"),
                ("last_talk_at", "api-read-only"),
                ("nickname", "api-wrong-type"),
                ("owner", "api-no-such-user"),
                ("photo", "not-a-file"),
                ("preferred_channel", "not-a-choice"),
                ("rating", "api-out-of-range"),
                ("shoe_size", "no-such-field"),
            ]
        );
        let date =
            program.post("/api/v1/people", &json!({ "fields": { "name": "A", "birthday": "1999-02-30" } }));
        assert_eq!(date.is(422).json()["errors"][0]["field"], "birthday");
        assert_eq!(
            program.post("/api/v1/people", &json!({ "fields": {} })).is(422).json()["errors"][0]["field"],
            "name"
        );
        for body in [json!([]), json!({}), json!({ "fields": [] }), json!({ "fields": {}, "extra": 1 })] {
            program.post("/api/v1/people", &body).is(422);
        }
        program.send(Method::POST, "/api/v1/people", "application/json", b"{\"fields\": ").is(400);
        program.send(Method::POST, "/api/v1/people", "text/plain", b"{}").is(415);
        assert_eq!(
            program.get("/api/v1/people?count=true").json()["count"],
            json!({ "value": 0, "exact": true })
        );
    });
}

#[test]
fn a_text_with_nul_is_kept_without_it() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member);
        let body = json!({ "fields": { "name": "An\0na", "about": "a\0b", "tags": ["v\0ip"] } });
        let record = program.post("/api/v1/people", &body).is(201).json();
        assert_eq!(record["title"], "Anna");
        assert_eq!(record["fields"]["tags"], json!(["vip"]));
    });
}

#[test]
fn a_request_with_a_name_is_done_once() {
    on_each_database(|bed| {
        let program = bed.program(Role::Member).header("idempotency-key", "order-7");
        let first = program.post("/api/v1/people", &anna()).is(201);
        let again = program.post("/api/v1/people", &anna()).is(201);
        assert_eq!(first.body, again.body);
        assert_eq!((first.location(), first.header("etag")), (again.location(), again.header("etag")));
        assert_eq!(
            (first.header("idempotency-replayed"), again.header("idempotency-replayed")),
            ("", "true")
        );
        assert_eq!(program.get("/api/v1/people").json()["data"].as_array().unwrap().len(), 1);
        let other = json!({ "fields": { "name": "Bo Berg" } });
        let problem = program.post("/api/v1/people", &other).is(422).json();
        assert_eq!(problem["errors"][0]["code"], "api-idempotency-key-used");
        // What was refused was not done, and may be mended.
        let mended = bed.program(Role::Member).header("idempotency-key", "order-8");
        mended.post("/api/v1/people", &json!({ "fields": { "rating": 9 } })).is(422);
        mended.post("/api/v1/people", &other).is(201);
        bed.advance(25 * kernel::clock::HOUR);
        program.post("/api/v1/people", &other).is(201);
    });
}

#[test]
fn relations_are_made_seen_changed_and_taken_away() {
    on_each_database(|bed| {
        let (anna, bo) = (bed.person("Anna Berg").save(), bed.person("Bo Berg").save());
        let company = bed.company("Berg Marine").save();
        let program = bed.program(Role::Member);
        let kinds = program.get("/api/v1/link_kinds").is(200).json();
        assert!(kinds["data"].as_array().unwrap().iter().any(|kind| kind["kind"] == "spouse"));
        let links = format!("/api/v1/people/{anna}/links");
        let made =
            program.post(&links, &json!({ "kind": "spouse", "to": format!("person:{bo}") })).is(201).json();
        let seen = program.get(&format!("/api/v1/people/{bo}/links")).is(200).json();
        assert_eq!(seen["data"][0]["title"], "Anna Berg");
        // From the other side.
        let at_work = json!({ "kind": "-works_at", "to": format!("person:{anna}"), "role": "Skipper" });
        program.post(&format!("/api/v1/companies/{company}/links"), &at_work).is(201);
        assert_eq!(program.get(&format!("/api/v1/people/{anna}")).json()["fields"]["job_title"], "Skipper");
        let link = format!("/api/v1/links/{}", made["id"].as_str().unwrap());
        let changed = program.patch(&link, &json!({ "started_on": "2019-04" })).is(200).json();
        assert_eq!(changed["started_on"], "2019-04");
        program.patch(&link, &json!({ "started_on": "once" })).is(422);
        program.delete(&link).is(204);
        program.delete(&link).is(404);
        for wrong in [
            json!({ "kind": "spouse", "to": format!("person:{anna}") }),
            json!({ "kind": "nemesis", "to": format!("person:{bo}") }),
            json!({ "kind": "spouse", "to": "person:00000000000000000000000000000000" }),
            json!({ "kind": "spouse", "to": "planet:mars" }),
            json!({ "kind": "spouse" }),
            json!("spouse"),
        ] {
            program.post(&links, &wrong).is(422);
        }
    });
}

#[test]
fn a_file_is_sent_named_by_a_card_and_read_again() {
    on_each_database(|bed| {
        const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        let anna = bed.person("Anna Berg").save();
        let program = bed.program(Role::Member);
        let sent = program
            .send(Method::POST, "/api/v1/files?name=anna.png", "application/octet-stream", PICTURE)
            .is(201);
        let file = sent.json();
        assert_eq!((&file["name"], &file["type"]), (&json!("anna.png"), &json!("image/png")));
        let got = program.get(&sent.location()).is(200);
        assert_eq!(got.body, PICTURE);
        let photo = json!({ "fields": { "photo": { "id": file["id"] } } });
        let record = program.patch(&format!("/api/v1/people/{anna}"), &photo).is(200).json();
        assert_eq!(record["fields"]["photo"]["name"], "anna.png");
        let text = program
            .send(Method::POST, "/api/v1/files?name=a.txt", "application/octet-stream", b"hello")
            .is(201);
        let photo = json!({ "fields": { "photo": { "id": text.json()["id"] } } });
        program.patch(&format!("/api/v1/people/{anna}"), &photo).is(422);
        program.send(Method::POST, "/api/v1/files", "application/octet-stream", b"").is(422);
        let upload = testbed::File { field: "file", name: "b.png", bytes: PICTURE };
        let form = program.upload("/api/v1/files", &[], &[upload]).is(201);
        assert_eq!(form.json()["name"], "b.png");
    });
}
