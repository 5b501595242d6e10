//! Lists, one record, search.

use kernel::Role;
use serde_json::{Value, json};
use testbed::on_each_database;

fn titles(page: &Value) -> Vec<&str> {
    page["data"].as_array().unwrap().iter().map(|record| record["title"].as_str().unwrap()).collect()
}

#[test]
fn a_list_is_filtered_sorted_and_paged() {
    on_each_database(|bed| {
        let company = bed.company("Berg Marine").save();
        for name in ["Anna Berg", "Bo Berg", "Cem Kaya", "Dimitar Ivanov", "Eva Holm"] {
            bed.person(name).save();
        }
        bed.person("Freja Dahl").at(company).save();
        let program = bed.program(Role::ReadOnly);
        let first = program.get("/api/v1/people?limit=4&count=true").is(200).json();
        assert_eq!(titles(&first), ["Anna Berg", "Bo Berg", "Cem Kaya", "Dimitar Ivanov"]);
        assert_eq!(first["count"], json!({ "value": 6, "exact": true }));
        let next = first["next"].as_str().unwrap();
        let second = program.get(&format!("/api/v1/people?limit=4&after={next}")).is(200).json();
        assert_eq!(titles(&second), ["Eva Holm", "Freja Dahl"]);
        assert_eq!(second["next"], Value::Null);
        assert_eq!(titles(&program.get("/api/v1/people?sort=-name&limit=1").json()), ["Freja Dahl"]);
        assert_eq!(titles(&program.get("/api/v1/people?q=kay").json()), ["Cem Kaya"]);
        // The language of the views, through a reference too; the key of the object is as good as its path.
        let filter = r#"{"any":[{"field":"company.name","op":"contains","args":["marine"]},{"field":"name","op":"starts_with","args":["bo"]}]}"#;
        let filter: String = form(filter);
        assert_eq!(
            titles(&program.get(&format!("/api/v1/people?filter={filter}")).json()),
            ["Bo Berg", "Freja Dahl"]
        );
        // Through cards that refer back, along relations, and where there is none.
        for (filter, expected) in [
            (
                r#"{"has":"relation:works_at:back","where":{"field":"name","op":"contains","args":["freja"]}}"#,
                1,
            ),
            (r#"{"has":"person.company","where":{"has":"relation:works_at"}}"#, 1),
            (r#"{"not":{"has":"person.company"}}"#, 0),
        ] {
            let found = program.get(&format!("/api/v1/companies?count=true&filter={}", form(filter))).is(200);
            assert_eq!(found.json()["count"]["value"], expected, "{filter}");
        }
        let nowhere = form(r#"{"has":"planet.about"}"#);
        program.get(&format!("/api/v1/people?filter={nowhere}")).is(422);
        bed.program(Role::ReadOnly).ask(web::Method::GET, "/api/v1/person?limit=1").is(200);
        let chosen =
            program.get("/api/v1/people?fields=company&include=company&sort=-name&limit=1").is(200).json();
        let record = &chosen["data"][0];
        assert_eq!(record["title"], "Freja Dahl", "its title is always told");
        assert_eq!(record["fields"], json!({ "company": format!("company:{company}") }));
        assert_eq!(chosen["included"][0]["title"], "Berg Marine");
    });
}

fn form(text: &str) -> String {
    web::Form::default().with("x", text).encode().split_off(2)
}

#[test]
fn what_cannot_be_asked_is_named() {
    on_each_database(|bed| {
        bed.person("Anna Berg").save();
        bed.company("Berg Marine").save();
        let program = bed.program(Role::ReadOnly);
        let place = program.get("/api/v1/people?limit=1&sort=created_at").json();
        assert_eq!(place["next"], Value::Null);
        for (asked, field) in [
            ("limit=0", "limit"),
            ("limit=many", "limit"),
            ("after=x", "after"),
            ("after=i5.k00000000000000000000000000000000", "after"),
            ("after=k00000000000000000000000000000000", "after"),
            ("sort=shoe_size", "shoe_size"),
            ("sort=emails", "sort"),
            ("fields=name,shoe_size", "fields"),
            ("include=name", "include"),
            ("count=perhaps", "count"),
            ("filter=x", "filter"),
            ("filters=x", "filters"),
        ] {
            let problem = program.get(&format!("/api/v1/people?{asked}")).is(422).json();
            assert_eq!(problem["errors"][0]["field"], field, "{asked}");
        }
        let filter = form(r#"{"field":"rating","op":"contains","args":["x"]}"#);
        program.get(&format!("/api/v1/people?filter={filter}")).is(422);
        program.ask(web::Method::GET, "/api/v1/planets").is(404);
        program.get("/api/v1/people/00000000000000000000000000000000").is(404);
        program.get("/api/v1/people/anna").is(404);
    });
}

#[test]
fn search_finds_what_the_palette_finds() {
    on_each_database(|bed| {
        let soren = bed.person("Søren Kjær").email("soren@kjaer.example").save();
        let program = bed.program(Role::ReadOnly);
        let found = program.get("/api/v1/search?q=soren").is(200).json();
        assert_eq!(found["data"][0]["reference"], format!("person:{soren}"));
        assert_eq!(program.get("/api/v1/search?q=soren&object=companies").json()["data"], json!([]));
        program.get("/api/v1/search?q=soren&object=planet").is(422);
        program.get("/api/v1/search").is(422);
    });
}

#[test]
fn activities_stand_on_their_card_newest_first() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let program = bed.program(Role::Member);
        let about = format!("person:{anna}");
        let call = json!({ "fields": { "about": about, "outcome": "call_back", "direction": "in",
            "at": "2026-11-20T10:00:00+01:00", "call_back_at": "2026-11-30T09:00:00Z", "duration": 120 } });
        let made = program.post("/api/v1/calls", &call).is(201).json();
        assert_eq!(made["fields"]["at"], "2026-11-20T09:00:00Z", "instants are told in UTC");
        program
            .post("/api/v1/notes", &json!({ "fields": { "about": about, "text": "Likes the sea" } }))
            .is(201);
        let address = format!("/api/v1/people/{anna}/activities");
        let all = program.get(&address).is(200).json();
        let kinds: Vec<&str> =
            all["data"].as_array().unwrap().iter().map(|one| one["object"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["note", "call"]);
        let first = program.get(&format!("{address}?limit=1")).json();
        let next = first["next"].as_str().unwrap();
        let second = program.get(&format!("{address}?limit=1&after={next}")).json();
        assert_eq!((&second["data"][0]["id"], &second["next"]), (&made["id"], &Value::Null));
        // What follows from a call follows from one that a program logs.
        let tasks = program.get("/api/v1/tasks").json();
        assert_eq!(tasks["data"][0]["fields"]["due_at"], "2026-11-30T09:00:00Z");
        let nobody = json!({ "fields": { "text": "x", "about": "person:00000000000000000000000000000000" } });
        assert_eq!(program.post("/api/v1/notes", &nobody).is(422).json()["errors"][0]["field"], "about");
        program.get(&format!("{address}?after=x")).is(422);
    });
}

#[test]
fn everybody_reads_the_reference_and_downloads_the_document() {
    on_each_database(|bed| {
        let rita = bed.rita();
        rita.get("/api").shows("Bearer kartotek_");
        rita.get("/api?of=People").shows("/people/{id}").shows("preferred_channel");
        rita.get("/api?of=Everything").shows("/changes");
        rita.get("/api?of=Planets").is(404);
        let document = rita.get("/api/openapi.json").is(200).json();
        assert_eq!(&document, bed.program(Role::ReadOnly).document());
        let users = bed.program(Role::ReadOnly).get("/api/v1/users").is(200).json();
        assert!(users["data"].as_array().unwrap().iter().any(|user| user["name"] == "Mia Berg"));
    });
}
