//! The JSON Schema (draft 2020-12) of a field's values, for programs that read the API's own description. What follows
//! from the control is written here; types whose values say more write their own.

use serde_json::{Map, json};

use crate::{Json, field::Control};

/// The schema that a control implies.
pub(crate) fn of_control(control: &Control) -> Json {
    match control {
        Control::Line { .. } | Control::Lines => json!({ "type": "string" }),
        Control::Parts(parts) => object(parts),
        Control::Rows { parts, .. } => list(object(parts)),
        Control::Choice { options, open } => choice(options, *open),
        Control::Choices { options, open } => list(choice(options, *open)),
        Control::Tick => json!({ "type": "boolean" }),
        Control::Stars => json!({ "type": "integer", "minimum": 1, "maximum": 5 }),
        Control::User => json!({ "type": "string", "pattern": ID, "description": "The id of a user." }),
        Control::Card { object } => reference(object.as_deref()),
        Control::Participants => list(object(&["who", "answer"])),
        Control::File { .. } => json!({
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": { "type": "string", "pattern": ID },
                "name": { "type": "string" },
                "type": { "type": "string" },
                "size": { "type": "integer" },
            },
            "additionalProperties": false,
            "description": "A file that was sent before; only its id counts when it is written.",
        }),
    }
}

/// A key as it is written.
pub const ID: &str = "^[0-9a-f]{32}$";

/// An object of texts.
pub(crate) fn object(parts: &[&str]) -> Json {
    let one = |part: &&str| ((*part).to_owned(), json!({ "type": "string" }));
    let properties: Map<String, Json> = parts.iter().map(one).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

pub(crate) fn list(items: Json) -> Json {
    json!({ "type": "array", "items": items, "maxItems": 500 })
}

fn choice(options: &[String], open: bool) -> Json {
    match open {
        true if options.is_empty() => json!({ "type": "string" }),
        true => json!({ "type": "string", "examples": options }),
        false => json!({ "type": "string", "enum": options }),
    }
}

fn reference(object: Option<&str>) -> Json {
    let (name, text) = match object {
        Some(name) => (name, format!("The {name} it refers to: `{name}:` and the id.")),
        None => ("[a-z][a-z0-9_]*", "The card it refers to: the object, a colon, and the id.".to_owned()),
    };
    json!({ "type": "string", "pattern": format!("^{name}:[0-9a-f]{{32}}$"), "description": text })
}
