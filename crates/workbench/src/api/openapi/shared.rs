//! The operations that are about no one object: search, the change feed, relations, files, users.

use serde_json::json;

use super::{
    objects::data_of,
    operation::{Operation, schema},
};

pub(super) fn operations(tag: &str) -> Vec<Operation> {
    let new = |method, path: &str, id: &str, summary| Operation::new(method, path, id, summary, tag);
    let text = || json!({ "type": "string" });
    let feed = json!({
        "type": "object",
        "required": ["data", "next", "more"],
        "properties": {
            "data": { "type": "array", "items": schema("Change") },
            "next": { "type": "string", "description": "Where to go on: keep it, and ask with `since`." },
            "more": { "type": "boolean", "description": "There may be more already." },
        },
    });
    let undone = json!({
        "type": "object",
        "required": ["set", "taken_back", "kept", "begun"],
        "properties": {
            "set": { "type": ["string", "null"], "description": "The undo itself, which can be taken back too; `null` while it goes on." },
            "begun": { "type": "boolean", "description": "It is large, and goes on in the background." },
            "taken_back": { "type": "integer" },
            "kept": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["object", "record", "field"],
                    "properties": {
                        "object": text(), "record": text(), "field": { "type": ["string", "null"] },
                    },
                },
            },
        },
    });
    vec![
        new("get", "/search", "search", "api-op-search")
            .asks_for("q", json!({ "type": "string", "minLength": 1 }), "What somebody would type.")
            .asks("object", text(), "Only this object.")
            .asks("limit", json!({ "type": "integer", "minimum": 1, "maximum": 100, "default": 20 }), "How many.")
            .answers("200", "The best first.", data_of(schema("Hit"))),
        new("get", "/changes", "changes", "api-op-changes")
            .says("Oldest first. Nothing is told twice or missed; what was erased for good is no longer told.")
            .asks("since", text(), "`next` of the answer before; from the beginning without it.")
            .asks("object", text(), "Only this object.")
            .asks("limit", json!({ "type": "integer", "minimum": 1, "maximum": 1000, "default": 100 }), "How many.")
            .answers("200", "What changed.", feed),
        new("post", "/changes/{id}/undo", "undo", "api-op-undo")
            .of_one()
            .says("The id is the `set` of a change, a batch or a merge. What was changed again since is left as it is, and named.")
            .answers("200", "What was taken back.", undone),
        new("get", "/link_kinds", "linkKinds", "api-op-link-kinds")
            .answers("200", "How cards may belong together.", data_of(schema("LinkKind"))),
        new("patch", "/links/{id}", "changeLink", "api-op-change-link")
            .of_one()
            .body(schema("LinkChange"))
            .answers("200", "The relation as it is now.", schema("Link")),
        new("delete", "/links/{id}", "removeLink", "api-op-remove-link")
            .of_one()
            .answers_with("204", json!({ "description": "It is gone." })),
        new("post", "/files", "addFile", "api-op-add-file")
            .says("At most 25 MB. A file field of a record then takes `{\"id\": …}`.")
            .asks("name", text(), "Its name, when the body is the file itself.")
            .bodies(json!({
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "required": ["file"],
                        "properties": { "file": { "type": "string", "contentMediaType": "application/octet-stream" } },
                    },
                },
                "application/octet-stream": { "schema": {} },
            }))
            .answers("201", "The file.", schema("File")),
        new("get", "/files/{id}", "getFile", "api-op-get-file").of_one().answers_with(
            "200",
            json!({ "description": "Its bytes.", "content": { "application/octet-stream": { "schema": {} } } }),
        ),
        new("get", "/users", "users", "api-op-users")
            .answers("200", "Who belongs to the workspace.", data_of(schema("User"))),
        new("get", "/openapi.json", "openapi", "api-op-openapi")
            .answers("200", "This document.", json!({ "type": "object" })),
    ]
}
