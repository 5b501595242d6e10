//! What the document's operations share: schemas, refusals, headers, parameters.

use records::{Json, field::schema::ID};
use serde_json::{Map, json};

fn map(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}

fn id() -> Json {
    json!({ "type": "string", "pattern": ID })
}

fn card() -> Json {
    json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]*:[0-9a-f]{32}$" })
}

fn instant() -> Json {
    json!({ "type": "string", "format": "date-time" })
}

/// The body that makes a relation.
pub(in crate::api) fn new_link() -> Json {
    let mut schema = link_change();
    schema["properties"]["kind"] = json!({
        "type": "string", "maxLength": 60,
        "description": "A kind of relation; with a minus before it when it begins at the other card.",
    });
    schema["properties"]["to"] =
        json!({ "type": "string", "description": "The other card, as `company:id`." });
    schema["required"] = json!(["kind", "to"]);
    schema
}

/// The body that changes one.
pub(in crate::api) fn link_change() -> Json {
    let day =
        json!({ "type": "string", "description": "`2019-04-01`, `2019-04` or `2019`; empty when unknown." });
    json!({
        "type": "object",
        "properties": { "role": { "type": "string", "maxLength": 200 }, "started_on": day, "ended_on": day },
        "additionalProperties": false,
    })
}

pub(super) fn schemas() -> Map<String, Json> {
    let link = json!({
        "type": "object",
        "required": ["id", "kind", "from", "to"],
        "properties": {
            "id": id(), "kind": { "type": "string" }, "from": card(), "to": card(),
            "role": { "type": "string" }, "started_on": { "type": "string" }, "ended_on": { "type": "string" },
            "other": card(), "title": { "type": "string" },
        },
    });
    let kind = json!({
        "type": "object",
        "required": ["kind", "from", "to", "symmetric", "forth", "back"],
        "properties": {
            "kind": { "type": "string" }, "from": { "type": "string" }, "to": { "type": "string" },
            "symmetric": { "type": "boolean" }, "forth": { "type": "string" }, "back": { "type": "string" },
        },
    });
    map(json!({
        "Problem": problem(),
        "Change": change(),
        "Link": link,
        "LinkKind": kind,
        "NewLink": new_link(),
        "LinkChange": link_change(),
        "AnyRecord": any_record(),
        "Duplicate": {
            "type": "object",
            "required": ["id", "title", "sure", "reasons"],
            "properties": {
                "id": id(),
                "title": { "type": "string" },
                "sure": { "type": "boolean", "description": "It is the same as good as surely." },
                "reasons": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["code", "value"],
                        "properties": {
                            "code": { "type": "string", "description": "`email`, `like-name`, `birthday`, …" },
                            "value": { "type": "string", "description": "What is shared, where that says more." },
                        },
                    },
                },
            },
        },
        "Unseen": {
            "type": "object",
            "description": "A record that was written and given to somebody whose records the key does not see.",
            "required": ["id", "object", "version", "visible"],
            "properties": {
                "id": id(), "object": { "type": "string" }, "version": { "type": "string" }, "visible": { "const": false },
            },
            "additionalProperties": false,
        },
        "Hit": {
            "type": "object",
            "required": ["object", "id", "reference", "title", "detail"],
            "properties": {
                "object": { "type": "string" }, "id": id(), "reference": card(),
                "title": { "type": "string" }, "detail": { "type": "string" },
            },
        },
        "User": {
            "type": "object",
            "required": ["id", "name", "email", "role"],
            "properties": {
                "id": id(), "name": { "type": "string" }, "email": { "type": "string" },
                "role": { "type": "string", "enum": ["read_only", "member", "admin", "owner"] },
            },
        },
        "File": {
            "type": "object",
            "required": ["id", "name", "type", "size"],
            "properties": {
                "id": id(), "name": { "type": "string" }, "type": { "type": "string" }, "size": { "type": "integer" },
            },
        },
    }))
}

fn problem() -> Json {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "format": "uri-reference" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "In the language of whoever made the key." },
            "code": { "type": "string", "description": "The same in every language." },
            "duplicates": {
                "type": "array", "items": card(),
                "description": "The cards that the new one may be the same as, when it was to be refused then.",
            },
            "contact": {
                "type": "array",
                "description": "What speaks against contacting the card, with the code `api-contact-refused`.",
                "items": contact(),
            },
            "request": { "type": "string", "description": "The number under which the log has it." },
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "code", "detail"],
                    "properties": {
                        "field": { "type": "string", "description": "The way to the value: `emails/0/address`." },
                        "code": { "type": "string" },
                        "detail": { "type": "string" },
                    },
                },
            },
        },
    })
}

fn contact() -> Json {
    let text = |description: &str| json!({ "type": "string", "description": description });
    json!({
        "type": "object",
        "required": ["code"],
        "properties": {
            "code": {
                "type": "string",
                "enum": ["forbidden", "not_interested", "refused_nearby", "in_contact", "open", "claimed"],
            },
            "way": text("How the card must not be reached: all, phone, email, sms, letter or visit."),
            "reason": text("Why, as somebody wrote it."),
            "until": { "type": "string", "format": "date" },
            "card": text("The card, as `person:id`; absent when it is not for the caller to see."),
            "by": { "type": "string", "pattern": ID, "description": "The colleague." },
            "by_name": text("What the colleague is called: whom to ask."),
            "at": instant(),
            "object": text("What it is: call, task…"),
            "record": { "type": "string", "pattern": ID, "description": "Absent when it is not for the caller to see." },
            "outcome": text("How it ended, if it says so."),
        },
        "additionalProperties": false,
    })
}

fn change() -> Json {
    json!({
        "type": "object",
        "required": ["id", "kind", "object", "record", "set", "at", "by", "through", "fields"],
        "properties": {
            "id": id(),
            "kind": { "type": "string", "enum": ["created", "edited", "trashed", "restored", "linked", "unlinked"] },
            "object": { "type": "string" },
            "record": id(),
            "set": { "type": "string", "pattern": ID, "description": "What one undo takes back." },
            "at": instant(),
            "by": { "type": ["string", "null"], "pattern": ID },
            "through": { "type": "string" },
            "fields": {
                "type": "object",
                "description": "Before and after, by field. What was created is read from the record.",
                "additionalProperties": {
                    "type": "object", "required": ["before", "after"], "properties": { "before": {}, "after": {} },
                },
            },
        },
    })
}

/// What every record has.
pub(super) fn record(fields: Json) -> Json {
    json!({
        "type": "object",
        "required": ["id", "object", "title", "address", "version", "fields"],
        "properties": {
            "id": id(),
            "object": { "type": "string" },
            "title": { "type": "string" },
            "address": { "type": "string", "description": "Its page." },
            "version": { "type": "string", "description": "Changes with every change; also the `ETag`." },
            "trashed_at": instant(),
            "fields": fields,
        },
    })
}

fn any_record() -> Json {
    record(json!({ "type": "object", "additionalProperties": true }))
}

pub(super) fn refusals() -> Map<String, Json> {
    let refusal = |text: &str| {
        json!({
            "description": text,
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
        })
    };
    map(json!({
        "Malformed": refusal("The body is no JSON, or broke off."),
        "Unauthorized": refusal("There is no key, or it is not valid any more."),
        "Denied": refusal("The key's role does not suffice."),
        "NotFound": refusal("It does not exist, or the key may not see it."),
        "Conflict": refusal("The state of the record forbids it, or several records match."),
        "Changed": refusal("The record is no longer as `If-Match` says."),
        "TooLarge": refusal("The body is too large."),
        "NotJson": refusal("The body must be `application/json`."),
        "Invalid": refusal("A value or a parameter cannot be taken; `errors` names each."),
        "TooMany": refusal("The key was used too often. `Retry-After` says when to go on."),
    }))
}

pub(super) fn headers() -> Map<String, Json> {
    map(json!({
        "RateLimit": {
            "description": "`\"key\";r=5999;t=1`: requests that are left, and in how many seconds all are again.",
            "schema": { "type": "string" },
        },
        "ETag": { "description": "The version of the record.", "schema": { "type": "string" } },
        "Location": { "description": "Where it is found.", "schema": { "type": "string" } },
    }))
}

pub(super) fn parameters() -> Map<String, Json> {
    map(json!({
        "Id": { "name": "id", "in": "path", "required": true, "schema": id() },
        "IfMatch": {
            "name": "If-Match", "in": "header", "schema": { "type": "string" },
            "description": "The version that was seen, in quotes.",
        },
        "IdempotencyKey": {
            "name": "Idempotency-Key", "in": "header",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" },
            "description": "Names the request, so that it is done once.",
        },
        "ContactOverride": {
            "name": "Contact-Override", "in": "header", "schema": { "type": "string", "minLength": 1, "maxLength": 300 },
            "description": "Why somebody is contacted though the answer would be 409 with what speaks against it. The record keeps the reason; `override` in the query says the same in any script.",
        },
        "Limit": {
            "name": "limit", "in": "query",
            "schema": { "type": "integer", "minimum": 1, "maximum": 200, "default": 50 },
        },
        "After": {
            "name": "after", "in": "query", "schema": { "type": "string" },
            "description": "`next` of the page before.",
        },
    }))
}
