//! What the document says of one object: its schemas and its operations.

use locale::Locale;
use records::{Field, Json, Object, field::schema::ID, object::ObjectKind};
use serde_json::{Map, json};

use super::{
    bodies,
    operation::{Operation, page_of, schema},
};
use crate::{
    api::{batch, merge, segment},
    contact,
};

/// `call_back` → `CallBack`.
pub(super) fn name(object: &Object) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    object.key.split('_').map(word).collect()
}

/// `Person`, as it is read, and `PersonFields`, as it is written.
pub(super) fn schemas(locale: &Locale, object: &Object) -> Map<String, Json> {
    let described = |field: &Field, mut schema: Json| {
        schema["title"] = object.field_name(field, locale.language()).into_owned().into();
        schema
    };
    let read = |field: &Field| {
        let mut schema = described(field, field.kind.schema());
        if field.computed {
            schema["readOnly"] = true.into();
        }
        (field.key.clone(), schema)
    };
    let written = |field: &Field| {
        let schema = json!({ "anyOf": [field.kind.schema(), { "type": "null" }] });
        (field.key.clone(), described(field, schema))
    };
    let all: Map<String, Json> = object.fields.iter().map(read).collect();
    let writable: Map<String, Json> =
        object.fields.iter().filter(|field| !field.computed).map(written).collect();
    let name = name(object);
    Map::from_iter([
        (name.clone(), bodies::record(json!({ "type": "object", "properties": all }))),
        (
            format!("{name}Fields"),
            json!({ "type": "object", "properties": writable, "additionalProperties": false }),
        ),
    ])
}

pub(super) fn operations(object: &Object, tag: &str) -> Vec<Operation> {
    let (name, path) = (name(object), format!("/{}", segment(object)));
    let one = format!("{path}/{{id}}");
    let record = || schema(&name);
    // Whoever writes a record may give it to somebody whose cards they do not see.
    let written = || json!({ "anyOf": [schema(&name), schema("Unseen")] });
    let fields = || schema(&format!("{name}Fields"));
    let body = || {
        json!({
            "type": "object", "required": ["fields"], "properties": { "fields": fields() }, "additionalProperties": false,
        })
    };
    let new = |method, path: &str, verb: &str, summary| {
        Operation::new(method, path, format!("{verb}{name}"), summary, tag)
    };
    let changed = |operation: Operation| {
        let answer = operation.of_one().takes("IfMatch").refuses(&[("412", "Changed")]);
        answer.answers("200", "The record as it is now.", written())
    };
    // What gets in touch with somebody is refused where the guard warns, unless a reason is given.
    let overridden = |operation: Operation| {
        operation.takes("ContactOverride").asks(
            "override",
            json!({ "type": "string" }),
            "As `Contact-Override`.",
        )
    };
    let contacting = |operation: Operation| match object.at(contact::DESPITE) {
        Some(_) => overridden(operation),
        None => operation,
    };
    // Giving a card away is refused where a colleague is in contact, unless a reason is given.
    let giving = |operation: Operation| match object.at(object.owner) {
        Some(_) => overridden(operation),
        None => operation,
    };
    let mut found = vec![
        list(new("get", &path, "list", "api-op-list"), &name),
        contacting(created(new("post", &path, "create", "api-op-create").body(body()), object, &written())),
        new("get", &one, "get", "api-op-get")
            .of_one()
            .asks("include", json!({ "type": "string" }), "References whose cards come along, with commas between.")
            .answers("200", "The record.", record())
            .answers_with("304", json!({ "description": "Not changed since `If-None-Match`." })),
        giving(changed(new("patch", &one, "update", "api-op-update")))
            .says("Fields that are not named stay as they are.")
            .body(body()),
        changed(new("delete", &one, "delete", "api-op-delete")).says("It lies in the trash, from where it can be taken back."),
        changed(new("post", &format!("{one}/restore"), "restore", "api-op-restore")),
        contacting(new("post", &format!("{path}/upsert"), "upsert", "api-op-upsert"))
            .says("Changes the record whose field `match` has the same value, or creates one. The matching field of a record that was there is left as it is. Several that match are a conflict.")
            .body(json!({
                "type": "object",
                "required": ["match", "fields"],
                "properties": {
                    "match": { "type": "string", "description": "The field by which the record is known: `emails`." },
                    "fields": fields(),
                },
                "additionalProperties": false,
            }))
            .answers("200", "The record that was there.", written())
            .answers("201", "The new record.", written()),
        contacting(new("post", &format!("{path}/batch"), "batch", "api-op-batch"))
            .says("All of them or, unless `atomic`, each by itself. One undo takes all of it back.")
            .body(batch_body(&fields()))
            .answers("200", "What came of each, in order.", batch_results(&written())),
        new("get", &format!("{one}/changes"), "history", "api-op-history")
            .of_one()
            .takes("Limit")
            .takes("After")
            .answers("200", "Its changes, newest first.", page_of(schema("Change"))),
    ];
    if object.kind == ObjectKind::Card {
        found.push(
            new("post", &format!("{path}/merge"), "merge", "api-op-merge")
                .says("Everything that led to any of the cards leads to the one that stays, and so do their ids. With `dry_run` nothing is written, and the answer tells what would become. `POST /changes/{set}/undo` takes the merge back.")
                .body(merge_body())
                .refuses(&[("412", "Changed")])
                .answers("200", "The card that stays.", merge_answer(&written())),
        );
        found.push(new("get", &format!("{one}/links"), "links", "api-op-links").of_one().answers(
            "200",
            "Its relations.",
            data_of(schema("Link")),
        ));
        found.push(
            new("post", &format!("{one}/links"), "link", "api-op-link")
                .of_one()
                .body(schema("NewLink"))
                .answers("201", "The relation.", schema("Link")),
        );
        found.push(
            new("get", &format!("{one}/activities"), "activities", "api-op-activities")
                .of_one()
                .takes("Limit")
                .takes("After")
                .answers("200", "What happened, newest first.", page_of(schema("AnyRecord"))),
        );
    }
    found
}

/// A card may be there already, which is told with the new one.
fn created(operation: Operation, object: &Object, record: &Json) -> Operation {
    let operation = operation.asks(
        "duplicates",
        json!({ "type": "string", "enum": ["tell", "refuse", "ignore"], "default": "tell" }),
        "When the card may be there already: create it and tell, refuse it, or do not look.",
    );
    let mut answer = record.clone();
    if object.kind == ObjectKind::Card {
        answer["properties"] = json!({
            "duplicates": {
                "type": "array",
                "items": schema("Duplicate"),
                "description": "Cards that it may be the same as; absent when there is none.",
            },
        });
    }
    operation.answers("201", "The new record.", answer)
}

fn merge_body() -> Json {
    let id = || json!({ "type": "string", "pattern": ID });
    let by = |names: Json, values: Json, description: &str| {
        json!({
            "type": "object", "propertyNames": names, "additionalProperties": values, "description": description,
        })
    };
    json!({
        "type": "object",
        "required": ["ids"],
        "properties": {
            "ids": { "type": "array", "items": id(), "minItems": 2, "maxItems": merge::MOST },
            "survivor": { "type": "string", "pattern": ID, "description": "The card that stays; the one with the most fields unless said." },
            "choices": by(
                json!({ "type": "string" }),
                json!({ "type": "string", "pattern": "^(all|[0-9a-f]{32})$" }),
                "By field, the card whose value is kept, or `all` where they can stand together.",
            ),
            "versions": by(json!({ "pattern": ID }), json!({ "type": "string" }), "The versions that were seen."),
            "dry_run": { "type": "boolean", "default": false },
        },
        "additionalProperties": false,
    })
}

fn merge_answer(record: &Json) -> Json {
    json!({
        "type": "object",
        "required": ["dry_run", "record", "merged", "set", "choices"],
        "properties": {
            "dry_run": { "type": "boolean" },
            "record": record,
            "merged": { "type": "array", "items": { "type": "string", "pattern": ID } },
            "set": { "type": ["string", "null"], "pattern": ID, "description": "What one undo takes back." },
            "choices": {
                "type": "array",
                "description": "The fields in which the cards differ.",
                "items": {
                    "type": "object",
                    "required": ["field", "choice", "all", "values"],
                    "properties": {
                        "field": { "type": "string" },
                        "choice": { "type": "string", "description": "What is kept: a card's value, or `all`." },
                        "all": { "type": "boolean", "description": "The values can stand together." },
                        "values": { "type": "object", "description": "By card." },
                    },
                },
            },
        },
    })
}

/// `data` without pages.
pub(super) fn data_of(items: Json) -> Json {
    json!({
        "type": "object", "required": ["data"], "properties": { "data": { "type": "array", "items": items } },
    })
}

fn list(operation: Operation, name: &str) -> Operation {
    let text = || json!({ "type": "string" });
    let yes = || json!({ "type": "boolean", "default": false });
    let mut page = page_of(schema(name));
    page["properties"]["included"] = json!({ "type": "array", "items": schema("AnyRecord") });
    page["properties"]["count"] = json!({
        "type": "object",
        "required": ["value", "exact"],
        "properties": { "value": { "type": "integer" }, "exact": { "type": "boolean" } },
    });
    operation
        .asks(
            "filter",
            text(),
            "The language of the views, as JSON: `{\"all\": [{\"field\": \"company.city\", \"op\": \"is\", \"args\": \
             [\"Aarhus\"]}]}`, with `any` and `not`. Operators: is, is_not, contains, contains_not, starts_with, over, \
             under, between, on, before, after, empty, not_empty. Days may be relative: `-30d`, `this_month`. Users may be \
             `me` and `my_team`.\n\nThrough other records, at most four steps: `{\"has\": \"company\", \"where\": {…}}` the one it \
             refers to, `{\"has\": \"call.about\", …}` those that refer to it, `{\"has\": \"relation:works_at\", …}` those it \
             is related to (`relation:works_at:back` from the other side), with `@role`, `@since` and `@until` of the \
             relation; `\"ever\": true` counts relations that are over. `{\"not\": {\"has\": …}}`: there is none. Only records \
             that the key may see count.",
        )
        .asks("q", text(), "Words that are found in the record.")
        .asks("sort", text(), "Fields with commas between; a minus before one sorts from the end.")
        .asks("limit", json!({ "type": "integer", "minimum": 1, "maximum": 500, "default": 100 }), "Records in a page.")
        .takes("After")
        .asks("fields", text(), "Only these, with commas between.")
        .asks("include", text(), "References whose cards come along in `included`.")
        .asks("trashed", yes(), "Those in the trash.")
        .asks("count", yes(), "Also how many there are, counted to 10,000.")
        .answers("200", "A page of records.", page)
}

fn batch_body(fields: &Json) -> Json {
    let id = json!({ "type": "string", "pattern": records::field::schema::ID });
    let operation = |action: &str, required: &[&str], more: Json| {
        let mut properties = json!({ "action": { "const": action } });
        for (name, schema) in more.as_object().into_iter().flatten() {
            properties[name] = schema.clone();
        }
        let required: Vec<&str> = std::iter::once("action").chain(required.iter().copied()).collect();
        json!({ "type": "object", "required": required, "properties": properties })
    };
    let version = json!({ "type": "string" });
    json!({
        "type": "object",
        "required": ["operations"],
        "properties": {
            "atomic": { "type": "boolean", "default": true },
            "operations": {
                "type": "array",
                "maxItems": batch::MOST,
                "items": { "oneOf": [
                    operation("create", &["fields"], json!({ "fields": fields })),
                    operation("update", &["id", "fields"], json!({ "id": id, "version": version, "fields": fields })),
                    operation("upsert", &["match", "fields"], json!({ "match": { "type": "string" }, "fields": fields })),
                    operation("delete", &["id"], json!({ "id": id, "version": version })),
                    operation("restore", &["id"], json!({ "id": id, "version": version })),
                ] },
            },
        },
        "additionalProperties": false,
    })
}

fn batch_results(record: &Json) -> Json {
    json!({
        "type": "object",
        "required": ["results"],
        "properties": {
            "results": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["status"],
                    "properties": { "status": { "type": "integer" }, "record": record, "problem": schema("Problem") },
                },
            },
        },
    })
}
