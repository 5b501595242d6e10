//! An assistant over the Model Context Protocol.

use kernel::Role;
use serde_json::{Value, json};
use testbed::{Answer, Program, on_each_database};
use web::Method;

/// As a client sends it: one request of JSON-RPC.
fn ask(program: &Program, method: &str, params: Value) -> Answer {
    let body = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
    program.json(Method::POST, "/mcp", &body)
}

fn assistant(bed: &testbed::Testbed, role: Role) -> Program<'_> {
    bed.program(role).header("accept", "application/json, text/event-stream")
}

/// What a tool answers; whether it is a mistake.
fn call(program: &Program, tool: &str, arguments: Value) -> (Value, bool) {
    let answer = ask(program, "tools/call", json!({ "name": tool, "arguments": arguments })).is(200).json();
    let result = &answer["result"];
    assert_eq!(result["content"][0]["text"].as_str().unwrap(), result["structuredContent"].to_string());
    (result["structuredContent"].clone(), result["isError"] == true)
}

#[test]
fn an_assistant_learns_what_there_is() {
    on_each_database(|bed| {
        let assistant = assistant(bed, Role::ReadOnly);
        let hello = json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": { "name": "test", "version": "1" } });
        let server = ask(&assistant, "initialize", hello).is(200).json();
        assert_eq!(server["result"]["serverInfo"]["name"], "kartotek");
        let tools = ask(&assistant, "tools/list", json!({})).is(200).json();
        let names: Vec<&str> = tools["result"]["tools"]
            .as_array()
            .unwrap()
            .iter()
            .map(|tool| tool["name"].as_str().unwrap())
            .collect();
        assert_eq!(
            names,
            ["search", "describe_objects", "list", "get", "create", "update", "merge_cards", "log_activity"]
        );
        let (objects, _) = call(&assistant, "describe_objects", json!({}));
        assert!(objects["objects"].as_array().unwrap().iter().any(|object| object["object"] == "person"));
        let (person, _) = call(&assistant, "describe_objects", json!({ "object": "person" }));
        assert_eq!(person["fields"]["emails"]["type"], "array");
    });
}

#[test]
fn an_assistant_finds_reads_logs_and_updates() {
    on_each_database(|bed| {
        let company = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(company).save();
        let assistant = assistant(bed, Role::Member);
        let (found, _) = call(&assistant, "search", json!({ "query": "anna" }));
        assert_eq!(found["found"][0]["reference"], format!("person:{anna}"));
        let note = json!({ "kind": "note", "about": format!("person:{anna}"), "fields": { "text": "Likes the sea" } });
        let (logged, wrong) = call(&assistant, "log_activity", note);
        assert!(!wrong, "{logged}");
        let (changed, wrong) = call(
            &assistant,
            "update",
            json!({ "object": "person", "id": anna, "fields": { "job_title": "Skipper" } }),
        );
        assert_eq!((&changed["record"]["fields"]["job_title"], wrong), (&json!("Skipper"), false));
        let (card, _) = call(&assistant, "get", json!({ "object": "person", "id": anna }));
        assert_eq!(card["activities"][0]["fields"]["text"], "Likes the sea");
        assert_eq!(card["links"][0]["title"], "Berg Marine");
        let (bo, _) =
            call(&assistant, "create", json!({ "object": "person", "fields": { "name": "Bo Berg" } }));
        assert_eq!(bo["record"]["title"], "Bo Berg");
        let filter = json!({ "field": "job_title", "op": "is", "args": ["Skipper"] });
        let (page, _) = call(
            &assistant,
            "list",
            json!({ "object": "person", "filter": filter, "fields": ["job_title"] }),
        );
        assert_eq!((page["data"].as_array().unwrap().len(), &page["count"]["value"]), (1, &json!(1)));
        bed.mia().get(&format!("/people/{anna}/history")).shows("Assistant");
    });
}

#[test]
fn an_assistant_is_told_who_is_in_contact_before_it_logs_a_call() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        bed.call(anna, "reached").by(&bed.sven()).save();
        let assistant = assistant(bed, Role::Member);
        let made =
            json!({ "kind": "call", "about": format!("person:{anna}"), "fields": { "outcome": "reached" } });
        let (problem, wrong) = call(&assistant, "log_activity", made.clone());
        assert!(wrong, "{problem}");
        assert_eq!(
            (&problem["code"], &problem["contact"][0]["by_name"]),
            (&json!("api-contact-refused"), &json!("Sven Ek"))
        );
        let mut despite = made;
        despite["override"] = "Sven asked for it".into();
        let (logged, wrong) = call(&assistant, "log_activity", despite);
        assert!(!wrong, "{logged}");
        assert_eq!(logged["record"]["fields"]["despite"], "Sven asked for it");
    });
}

#[test]
fn a_mistake_is_told_so_that_it_can_be_mended() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let assistant = assistant(bed, Role::Member);
        for (tool, arguments, field) in [
            ("search", json!({}), "query"),
            ("list", json!({ "object": "planet" }), "object"),
            ("list", json!({ "object": "person", "filter": { "x": 1 } }), "filter"),
            ("get", json!({ "object": "person", "id": "anna" }), "id"),
            ("create", json!({ "object": "person", "fields": { "rating": 9 } }), "rating"),
            ("create", json!({ "object": "person", "fields": 7 }), "fields"),
            ("log_activity", json!({ "kind": "person", "about": "person:x" }), "kind"),
            (
                "log_activity",
                json!({ "kind": "note", "about": "person:x", "fields": { "text": "y" } }),
                "about",
            ),
        ] {
            let (problem, wrong) = call(&assistant, tool, arguments.clone());
            assert!(wrong, "{tool} {arguments} is taken: {problem}");
            assert_eq!(problem["errors"][0]["field"], field, "{tool} {arguments}: {problem}");
        }
        let stale = json!({ "object": "person", "id": anna, "fields": {}, "version": "0" });
        assert_eq!(call(&assistant, "update", stale).0["code"], "api-changed-meanwhile");
        assert!(ask(&assistant, "tools/call", json!({ "name": "explode" })).json()["error"].is_object());
    });
}

#[test]
fn an_assistant_has_the_rights_of_its_key_and_no_more() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let reader = assistant(bed, Role::ReadOnly);
        for (tool, arguments) in [
            ("create", json!({ "object": "person", "fields": { "name": "Bo" } })),
            ("update", json!({ "object": "person", "id": anna, "fields": { "rating": 5 } })),
            (
                "log_activity",
                json!({ "kind": "note", "about": format!("person:{anna}"), "fields": { "text": "x" } }),
            ),
        ] {
            let (problem, wrong) = call(&reader, tool, arguments);
            assert_eq!((&problem["code"], wrong), (&json!("api-denied"), true), "{tool}");
        }
        let other = bed.other_program().header("accept", "application/json, text/event-stream");
        assert_eq!(call(&other, "search", json!({ "query": "anna" })).0["found"], json!([]));
        assert_eq!(call(&other, "get", json!({ "object": "person", "id": anna })).0["code"], "not-found");
        let body = json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/list" });
        bed.stranger().json(Method::POST, "/mcp", &body).is(401);
        bed.mia().json(Method::POST, "/mcp", &body).is(401);
        bed.mia().from_another_site().json(Method::POST, "/mcp", &body).is(403);
    });
}
