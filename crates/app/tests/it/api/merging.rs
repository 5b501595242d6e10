//! Merging by program, tried first and taken back; and what a program is told of cards that it may not see.

use identity::roles;
use kernel::{Id, Role};
use serde_json::{Value, json};
use testbed::{Testbed, on_each_database};

/// Sven has a role with these rights.
fn limit(bed: &Testbed, rights: Value) {
    let rights = serde_json::from_value(rights).unwrap();
    let sven = bed.sven().user;
    let given = bed.db().write(&bed.ivan().scope(), |tx| {
        let role = roles::add(tx, &format!("Limited {}", tx.new_id()))?;
        roles::change(tx, role, &rights)?;
        roles::give(tx, sven, &[role])
    });
    given.unwrap();
}

fn two(bed: &Testbed) -> (Id, Id) {
    let one = bed.person("Anna Berg").email("anna@berg.example").with("job_title", "Skipper").save();
    let other = bed.person("Ana Berg").phone("+4531425510").with("job_title", "Owner").save();
    (one, other)
}

const MERGE: &str = "/api/v1/people/merge";

#[test]
fn cards_are_merged_after_a_try_and_the_merge_is_taken_back() {
    on_each_database(|bed| {
        let (anna, ana) = two(bed);
        let note = bed.note(ana, "Likes the sea").save();
        let program = bed.program(Role::Member);
        let asked = |dry: bool| {
            json!({
                "ids": [anna, ana], "survivor": anna, "choices": { "job_title": ana }, "dry_run": dry,
            })
        };
        let tried = program.post(MERGE, &asked(true)).is(200).json();
        assert_eq!((&tried["dry_run"], &tried["set"]), (&json!(true), &Value::Null));
        assert_eq!(tried["record"]["fields"]["job_title"], "Owner");
        assert_eq!(tried["record"]["fields"]["phones"][0]["number"], "+4531425510");
        let choice = |field: &str| {
            let choices = tried["choices"].as_array().unwrap();
            choices.iter().find(|choice| choice["field"] == field).cloned().unwrap_or_default()
        };
        assert_eq!(choice("job_title")["choice"], ana.to_string());
        assert_eq!(choice("job_title")["values"][anna.to_string()], "Skipper");
        assert_eq!(choice("name")["choice"], anna.to_string());
        let of = |id: Id| program.get(&format!("/api/v1/people/{id}")).is(200).json();
        assert!(of(ana).get("trashed_at").is_none(), "nothing was done");
        assert!(of(anna)["fields"].get("phones").is_none());

        let done = program.post(MERGE, &asked(false)).is(200).json();
        assert_eq!(done["merged"], json!([ana]));
        assert_eq!(done["record"]["fields"], of(anna)["fields"]);
        let activities = program.get(&format!("/api/v1/people/{anna}/activities")).json();
        assert_eq!(activities["data"][0]["id"], note.to_string());
        assert_eq!(program.post(MERGE, &asked(false)).is(409).json()["code"], "merge-already-merged");

        let undo = format!("/api/v1/changes/{}/undo", done["set"].as_str().unwrap());
        let undone = program.post(&undo, &json!({})).is(200).json();
        assert!(undone["taken_back"].as_u64().unwrap() > 1 && undone["kept"] == json!([]), "{undone}");
        assert_eq!(of(ana)["fields"]["job_title"], "Owner");
        assert_eq!(of(anna)["fields"]["job_title"], "Skipper");
        program.post(&undo, &json!({})).is(409);
        program.post(&format!("/api/v1/changes/{anna}/undo"), &json!({})).is(404);
    });
}

#[test]
fn a_merge_is_done_once_and_only_of_what_was_seen() {
    on_each_database(|bed| {
        let (anna, ana) = two(bed);
        let program = bed.program(Role::Member).header("idempotency-key", "merge-1");
        let version = program.get(&format!("/api/v1/people/{ana}")).json()["version"].clone();
        let seen = |version: &str| json!({ "ids": [anna, ana], "versions": { ana.to_string(): version } });
        let refused = bed.program(Role::Member).post(MERGE, &seen("0")).is(412).json();
        assert_eq!(refused["code"], "api-changed-meanwhile");
        let first = program.post(MERGE, &seen(version.as_str().unwrap())).is(200).json();
        let again = program.post(MERGE, &seen(version.as_str().unwrap())).is(200);
        assert_eq!((again.header("idempotency-replayed"), again.json()), ("true", first));
    });
}

#[test]
fn mistakes_in_a_merge_are_named() {
    on_each_database(|bed| {
        let (anna, ana) = two(bed);
        let bo = bed.person("Bo Holm").save();
        let firm = bed.company("Berg Marine").save();
        let program = bed.program(Role::Member);
        let check = |body: Value, field: &str| {
            let problem = program.post(MERGE, &body).is(422).json();
            assert_eq!(problem["errors"][0]["field"], field, "{body}: {problem}");
        };
        check(json!({}), "ids");
        check(json!({ "ids": "all" }), "ids");
        check(json!({ "ids": [anna, firm] }), "ids");
        check(json!({ "ids": [anna, ana], "survivor": bo }), "survivor");
        check(json!({ "ids": [anna, ana], "choices": { "shoe_size": "all" } }), "choices/shoe_size");
        check(json!({ "ids": [anna, ana], "choices": { "job_title": "both" } }), "choices/job_title");
        check(json!({ "ids": [anna, ana], "choices": { "job_title": bo } }), "job_title");
        check(json!({ "ids": [anna, ana], "dry_run": "yes" }), "dry_run");
        check(json!({ "ids": [anna, ana], "more": 1 }), "more");
        assert_eq!(program.post(MERGE, &json!({ "ids": [anna] })).is(409).json()["code"], "merge-needs-two");
        bed.program(Role::ReadOnly).post(MERGE, &json!({ "ids": [anna, ana] })).is(403);
        bed.other_program().post(MERGE, &json!({ "ids": [anna, ana] })).is(422);
    });
}

#[test]
fn who_may_not_merge_or_see_a_card_does_not_merge_it() {
    on_each_database(|bed| {
        let (anna, ana) = two(bed);
        let own = bed.person("Ana Berg").by(&bed.sven()).save();
        limit(bed, json!({ "objects": { "*": { "see": "own", "edit": "own", "merge": "own" } } }));
        let program = bed.program_of_sven();
        program.post(MERGE, &json!({ "ids": [own, anna] })).is(422);
        program.post(MERGE, &json!({ "ids": [anna, ana], "dry_run": true })).is(422);
        limit(bed, json!({ "objects": { "*": { "see": "all", "edit": "all" } } }));
        program.post(MERGE, &json!({ "ids": [anna, ana] })).is(403);
    });
}

#[test]
fn a_card_that_is_given_away_is_answered_without_what_it_holds() {
    on_each_database(|bed| {
        limit(bed, json!({ "objects": { "*": { "see": "own", "create": "all", "edit": "own" } } }));
        let program = bed.program_of_sven();
        let (mia, sven) = (bed.mia().user, bed.sven());
        let given = bed.person("Anna Berg").by(&sven).save();
        let address = format!("/api/v1/people/{given}");
        let told = program.patch(&address, &json!({ "fields": { "owner": mia, "job_title": "Skipper" } }));
        let told = told.is(200).json();
        assert_eq!((&told["id"], &told["visible"]), (&json!(given), &json!(false)));
        assert!(told.get("fields").is_none() && told.get("title").is_none(), "{told}");
        program.get(&address).is(404);
        let now = bed.program(Role::Owner).get(&address).is(200).json();
        assert_eq!((&now["fields"]["owner"], &now["version"]), (&json!(mia), &told["version"]));
        assert_eq!(now["fields"]["job_title"], "Skipper");

        let new = json!({ "fields": { "name": "Bo Holm", "owner": mia } });
        assert_eq!(program.post("/api/v1/people", &new).is(201).json()["visible"], false);
        let other = bed.person("Ida Holm").by(&sven).save();
        let batch =
            json!({ "operations": [{ "action": "update", "id": other, "fields": { "owner": mia } }] });
        let results = program.post("/api/v1/people/batch", &batch).is(200).json();
        assert_eq!(results["results"][0]["record"]["visible"], false);
    });
}

#[test]
fn what_is_thrown_away_and_taken_back_is_told_without_hidden_fields() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").by(&bed.sven()).with("birthday", "1984-05-10").save();
        let everything =
            json!({ "see": "all", "create": "all", "edit": "all", "delete": "all", "merge": "all" });
        limit(
            bed,
            json!({ "objects": { "*": everything }, "fields": { "person": { "birthday": "hidden" } } }),
        );
        let program = bed.program_of_sven();
        let address = format!("/api/v1/people/{anna}");
        let hidden = |body: Value| {
            assert_eq!(body["title"], "Anna Berg");
            assert!(!body.to_string().contains("1984"), "{body}");
        };
        hidden(program.delete(&address).is(200).json());
        hidden(program.post(&format!("{address}/restore"), &json!({})).is(200).json());
        hidden(program.patch(&address, &json!({ "fields": { "job_title": "Skipper" } })).is(200).json());
        let ana = bed.person("Ana Berg").with("birthday", "1984-10-05").save();
        let merged = program.post(MERGE, &json!({ "ids": [anna, ana], "survivor": anna })).is(200).json();
        assert!(!merged["choices"].to_string().contains("1984"), "{merged}");
        hidden(merged["record"].clone());
        let kept = bed.program(Role::Owner).get(&address).json();
        assert_eq!(kept["fields"]["birthday"], "1984-05-10");
    });
}

#[test]
fn a_new_card_that_may_be_there_is_told_or_refused() {
    on_each_database(|bed| {
        let there = bed.person("William Baker").email("bill@baker.example").phone("+4531425510").save();
        let hers = bed.person("William Baker").email("will@other.example").by(&bed.mia()).save();
        let program = bed.program(Role::Member);
        let bill = json!({ "fields": {
            "name": "Bill Baker", "emails": [{ "address": "bill@baker.example" }], "phones": [{ "number": "31 42 55 10" }],
        } });
        let problem = program.post("/api/v1/people?duplicates=refuse", &bill).is(409).json();
        assert_eq!(problem["code"], "api-may-be-there");
        assert_eq!(problem["duplicates"], json!([format!("person:{there}")]));
        let count = || program.get("/api/v1/people").json()["data"].as_array().unwrap().len();
        assert_eq!(count(), 2, "nothing was written");
        assert!(
            program
                .post("/api/v1/people?duplicates=ignore", &bill)
                .is(201)
                .json()
                .get("duplicates")
                .is_none()
        );
        let told = program.post("/api/v1/people", &bill).is(201).json();
        let found = told["duplicates"].as_array().unwrap();
        let of = |id: Id| found.iter().find(|one| one["id"] == id.to_string());
        let of_there = of(there).expect("William");
        assert_eq!((&of_there["title"], &of_there["sure"]), (&json!("William Baker"), &json!(true)));
        let codes: Vec<&str> =
            of_there["reasons"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&"email") && codes.contains(&"nickname"), "{codes:?}");
        program.post("/api/v1/people?duplicates=maybe", &bill).is(422);
        program
            .post("/api/v1/companies?duplicates=refuse", &json!({ "fields": { "name": "Berg Marine" } }))
            .is(201);
        // Of several who bring the same card at the same moment one is let in.
        let stig =
            json!({ "fields": { "name": "Stig Holm", "emails": [{ "address": "stig@holm.example" }] } });
        let statuses: Vec<u16> = std::thread::scope(|threads| {
            let post = || program.post("/api/v1/people?duplicates=refuse", &stig).status;
            let all: Vec<_> = (0..4).map(|_| threads.spawn(post)).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");

        limit(bed, json!({ "objects": { "*": { "see": "own", "create": "all", "edit": "own" } } }));
        let told = bed.program_of_sven().post("/api/v1/people?duplicates=refuse", &bill).is(201).json();
        assert!(!told.to_string().contains(&hers.to_string()) && told.get("duplicates").is_none(), "{told}");
    });
}
