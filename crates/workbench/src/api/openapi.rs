//! The API's description of itself: an OpenAPI 3.1 document of this workspace, made from its objects as they are now. The
//! reference page shows the same document to people.

pub(super) mod bodies;
mod objects;
mod operation;
mod shared;

use kernel::{Cx, Result};
use locale::Locale;
use records::Json;
use serde_json::{Map, json};

use self::operation::Operation;
use super::{BASE, answer::Answer, call::Call, catalog};

pub(super) fn answer(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    call.read(|cx| Answer::json(&document(cx)?))
}

/// What people should know before the first request.
const DESCRIPTION: &str = "Every object of the workspace is listed, read, created, changed, thrown away and taken back \
    under the same rules as on its pages, and everything stands in the history.\n\n\
    **Keys.** Send `Authorization: Bearer kartotek_…`. A key acts for whoever made it.\n\n\
    **Values.** A record's values stand under `fields`; empty fields are left out, and writing `null` empties one. Days \
    are ISO 8601, instants RFC 3339, money is in the smallest unit with its currency, numbers with decimals are whole \
    numbers of the last decimal, and a reference is `object:id`.\n\n\
    **Versions.** A record's `version` is its `ETag`. Send it in `If-Match` to change only what you saw.\n\n\
    **Once only.** Send an `Idempotency-Key` with what changes something: sent again within a day, it is answered again \
    and not done again.\n\n\
    **Mistakes** are problem details (RFC 9457): `errors` names each field. **Limits** are told in `RateLimit`.";

/// The document of the workspace.
pub fn document(cx: &Cx) -> Result<Json> {
    let locale = Locale::new(cx.locality());
    let workspace = identity::workspaces::find(cx)?;
    let mut paths: Map<String, Json> = Map::new();
    let mut tags: Vec<Json> = Vec::new();
    let mut schemas = bodies::schemas();
    for object in catalog(cx)?.objects() {
        let name = object.many_name(locale.language()).into_owned();
        schemas.extend(objects::schemas(&locale, object));
        put(&mut paths, objects::operations(object, &name));
        tags.push(json!({ "name": name }));
    }
    let everything = locale.t("api-tag-all").into_owned();
    put(&mut paths, shared::operations(&everything));
    tags.push(json!({ "name": everything }));
    for (_, methods) in paths.iter_mut() {
        translate(&locale, methods);
    }
    Ok(json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("Kartotek: {}", workspace.name),
            "version": "1",
            "description": DESCRIPTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": BASE }],
        "security": [{ "key": [] }],
        "tags": tags,
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas,
            "responses": bodies::refusals(),
            "headers": bodies::headers(),
            "parameters": bodies::parameters(),
        },
    }))
}

fn put(paths: &mut Map<String, Json>, operations: Vec<Operation>) {
    for operation in operations {
        let path = paths.entry(operation.path.clone()).or_insert_with(|| json!({}));
        let method = operation.method;
        path[method] = operation.written();
    }
}

/// The summaries in the reader's language; they were written as keys.
fn translate(locale: &Locale, methods: &mut Json) {
    for (_, operation) in methods.as_object_mut().into_iter().flatten() {
        if let Some(key) = operation.get("summary").and_then(Json::as_str) {
            operation["summary"] = locale.t(key).into_owned().into();
        }
    }
}
