//! One operation of the document: a method on a path, what it takes and every status it may answer with.

use records::Json;
use serde_json::{Map, json};

/// See [`Operation::written`].
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: String,
    id: String,
    /// A key of the catalogue.
    summary: &'static str,
    tag: String,
    description: &'static str,
    parameters: Vec<Json>,
    body: Option<Json>,
    answers: Map<String, Json>,
}

impl Operation {
    pub(super) fn new(
        method: &'static str,
        path: impl Into<String>,
        id: impl Into<String>,
        summary: &'static str,
        tag: &str,
    ) -> Operation {
        let operation = Operation {
            method,
            path: path.into(),
            id: id.into(),
            summary,
            tag: tag.to_owned(),
            description: "",
            parameters: Vec::new(),
            body: None,
            answers: Map::new(),
        };
        let operation = operation.refuses(&[("401", "Unauthorized"), ("422", "Invalid"), ("429", "TooMany")]);
        if method == "get" {
            return operation;
        }
        operation
            .refuses(&[("400", "Malformed"), ("403", "Denied"), ("409", "Conflict")])
            .takes("IdempotencyKey")
    }

    pub(super) fn says(mut self, description: &'static str) -> Operation {
        self.description = description;
        self
    }

    /// It is about one record, which may not be there.
    pub(super) fn of_one(mut self) -> Operation {
        self.parameters.insert(0, parameter("Id"));
        self.refuses(&[("404", "NotFound")])
    }

    pub(super) fn takes(mut self, name: &str) -> Operation {
        self.parameters.push(parameter(name));
        self
    }

    /// A parameter of the query.
    pub(super) fn asks(mut self, name: &str, schema: Json, description: &str) -> Operation {
        self.parameters
            .push(json!({ "name": name, "in": "query", "schema": schema, "description": description }));
        self
    }

    /// A parameter of the query that must be there.
    pub(super) fn asks_for(mut self, name: &str, schema: Json, description: &str) -> Operation {
        self = self.asks(name, schema, description);
        if let Some(last) = self.parameters.last_mut() {
            last["required"] = true.into();
        }
        self
    }

    /// A body in JSON.
    pub(super) fn body(mut self, schema: Json) -> Operation {
        self.body =
            Some(json!({ "required": true, "content": { "application/json": { "schema": schema } } }));
        self.refuses(&[("413", "TooLarge"), ("415", "NotJson")])
    }

    /// A body of any kinds.
    pub(super) fn bodies(mut self, content: Json) -> Operation {
        self.body = Some(json!({ "required": true, "content": content }));
        self.refuses(&[("413", "TooLarge")])
    }

    /// Answers with JSON of this schema.
    pub(super) fn answers(mut self, status: &str, description: &str, schema: Json) -> Operation {
        let answer = json!({
            "description": description,
            "headers": { "RateLimit": { "$ref": "#/components/headers/RateLimit" } },
            "content": { "application/json": { "schema": schema } },
        });
        self.answers.insert(status.to_owned(), answer);
        self
    }

    /// Answers with something else than JSON, or nothing.
    pub(super) fn answers_with(mut self, status: &str, answer: Json) -> Operation {
        self.answers.insert(status.to_owned(), answer);
        self
    }

    pub(super) fn refuses(mut self, refusals: &[(&str, &str)]) -> Operation {
        for (status, name) in refusals {
            let answer = json!({ "$ref": format!("#/components/responses/{name}") });
            self.answers.insert((*status).to_owned(), answer);
        }
        self
    }

    pub(super) fn written(self) -> Json {
        let mut operation = json!({
            "operationId": self.id,
            "summary": self.summary,
            "tags": [self.tag],
            "parameters": self.parameters,
            "responses": self.answers,
        });
        if !self.description.is_empty() {
            operation["description"] = self.description.into();
        }
        if let Some(body) = self.body {
            operation["requestBody"] = body;
        }
        operation
    }
}

fn parameter(name: &str) -> Json {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

/// A reference to a schema of the document.
pub(super) fn schema(name: &str) -> Json {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A page of these.
pub(super) fn page_of(items: Json) -> Json {
    json!({
        "type": "object",
        "required": ["data", "next"],
        "properties": {
            "data": { "type": "array", "items": items },
            "next": { "type": ["string", "null"], "description": "Where the next page begins; ask with `after`." },
        },
    })
}
