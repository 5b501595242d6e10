//! The tools, as an assistant reads about them. Their texts are for language models, which read English best.

use std::sync::Arc;

use rmcp::model::{JsonObject, Tool, ToolAnnotations};
use serde_json::{Value, json};

pub(crate) fn all() -> Vec<Tool> {
    let text = |description: &str| json!({ "type": "string", "description": description });
    let object = || text("The object by its key, such as person; see describe_objects.");
    let id = || text("The id of the record: 32 hexadecimal digits.");
    let fields = || json!({ "type": "object", "description": "Values by field; null empties one. See describe_objects." });
    vec![
        reading(
            "search",
            "Find cards, notes, calls and tasks by words: names, e-mails, phone numbers, in any script. The best first.",
            &["query"],
            json!({
                "query": text("What somebody would type."),
                "object": object(),
                "limit": { "type": "integer", "minimum": 1, "maximum": 50 },
            }),
        ),
        reading(
            "describe_objects",
            "Which kinds of records there are; with `object`, all its fields as a JSON Schema.",
            &[],
            json!({ "object": object() }),
        ),
        reading(
            "list",
            "List records of one object, filtered and sorted.",
            &["object"],
            json!({
                "object": object(),
                "filter": {
                    "type": "object",
                    "description": "{\"all\": [{\"field\": \"company.city\", \"op\": \"is\", \"args\": [\"Aarhus\"]}]}, also any and not. \
                        op: is, is_not, contains, contains_not, starts_with, over, under, between, on, before, after, \
                        empty, not_empty. Days may be relative: -30d, this_month. A user may be me or my_team. \
                        Through other cards: {\"has\": \"call.about\", \"where\": {…}} for those that refer to the record, \
                        {\"has\": \"company\", …} for the one it refers to, {\"has\": \"relation:works_at\", …} (\":back\" from \
                        the other side) along a relation, whose own role and dates are @role, @since, @until; \
                        \"ever\": true also when it is over. not around it: has none.",
                },
                "words": text("Words that must be found in the record."),
                "sort": text("Fields with commas between; a minus before one sorts from the end."),
                "fields": { "type": "array", "items": { "type": "string" }, "description": "Only these fields." },
                "include": { "type": "array", "items": { "type": "string" }, "description": "References whose cards come along." },
                "after": text("`next` of the page before."),
                "limit": { "type": "integer", "minimum": 1, "maximum": 100 },
            }),
        ),
        reading(
            "get",
            "Read one record with its relations and what happened last.",
            &["object", "id"],
            json!({ "object": object(), "id": id() }),
        ),
        writing(
            "create",
            "Create a record. Search first: the customer may be here already.",
            &["object", "fields"],
            json!({ "object": object(), "fields": fields() }),
        ),
        writing(
            "update",
            "Change fields of a record; the others stay as they are.",
            &["object", "id", "fields"],
            json!({
                "object": object(),
                "id": id(),
                "fields": fields(),
                "version": text("The record's version as it was read: it is changed only if it is still that."),
            }),
        ),
        writing(
            "merge_cards",
            "Merge cards that are one person, company or household. Try it first with `dry_run`: it answers what would \
             become of them, and where there is a choice. Everything that led to any of them leads to the one that stays.",
            &["object", "ids"],
            json!({
                "object": object(),
                "ids": { "type": "array", "items": { "type": "string" }, "description": "The cards, two or more." },
                "survivor": text("The card that stays; the one with the most fields unless said."),
                "choices": {
                    "type": "object",
                    "description": "By field: the id of the card whose value is kept, or all where values can stand together.",
                },
                "dry_run": { "type": "boolean", "description": "Only tell what would become." },
            }),
        ),
        writing(
            "log_activity",
            "Write down what happened with a customer, or what was promised: a note, a call, a task. What follows from a \
             call (a call-back, do not contact) follows by itself.",
            &["kind", "about"],
            json!({
                "kind": text("The activity's object: note, call or task."),
                "about": text("The card, as person:id."),
                "fields": fields(),
                "override": text("Why somebody is called though the answer was api-contact-refused: the customer said no, or a colleague is in contact. Ask the user first; the record keeps the reason."),
            }),
        ),
    ]
}

fn reading(name: &'static str, description: &'static str, required: &[&str], properties: Value) -> Tool {
    let hints = ToolAnnotations::new().read_only(true).open_world(false);
    Tool::new(name, description, schema(required, properties)).with_annotations(hints)
}

fn writing(name: &'static str, description: &'static str, required: &[&str], properties: Value) -> Tool {
    // Everything can be undone.
    let hints = ToolAnnotations::new().read_only(false).destructive(false).open_world(false);
    Tool::new(name, description, schema(required, properties)).with_annotations(hints)
}

fn schema(required: &[&str], properties: Value) -> Arc<JsonObject> {
    let schema = json!({
        "type": "object", "required": required, "properties": properties, "additionalProperties": false,
    });
    Arc::new(schema.as_object().cloned().unwrap_or_default())
}
