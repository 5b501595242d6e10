//! A program that comes with a key. Whatever it is answered is held against the API's own document: the operation, the
//! status and the body must be described there.

use std::ops::Deref;

use identity::api_keys;
use kernel::{Actor, Role, Scope};
use serde_json::{Value, json};
use web::Method;

use crate::{Testbed, answer::Answer, browser::Browser};

pub struct Program<'bed> {
    browser: Browser<'bed>,
    document: Value,
}

impl Testbed {
    /// A program with a new key of this role, made by Mia.
    pub fn program(&self, role: Role) -> Program<'_> {
        let (_, key) = self.write(|tx| api_keys::create(tx, "Web shop", role, 0));
        Program::of(Browser::program(self, &self.cast.mia, &key))
    }

    /// A program with a key of Sven's, from when he was an administrator: it may what he may now, his roles included.
    pub fn program_of_sven(&self) -> Program<'_> {
        let sven = &self.cast.sven;
        let then = Scope { actor: Actor::User { id: sven.user, role: Role::Admin }, ..sven.scope() };
        let key = self.db().write(&then, |tx| api_keys::create(tx, "Till", Role::Admin, 0));
        Program::of(Browser::program(self, sven, &key.expect("a key").1))
    }

    /// A program of the other workspace.
    pub fn other_program(&self) -> Program<'_> {
        let scope = self.olga().scope();
        let key = self.db().write(&scope, |tx| api_keys::create(tx, "Other", Role::Owner, 0));
        Program::of(Browser::program(self, &self.cast.other, &key.expect("a key").1))
    }
}

impl<'bed> Program<'bed> {
    fn of(browser: Browser<'bed>) -> Program<'bed> {
        let document = browser.get("/api/v1/openapi.json").is(200).json();
        Program { browser, document }
    }

    /// Sends this header with every request.
    pub fn header(self, name: &'static str, value: impl Into<String>) -> Program<'bed> {
        Program { browser: self.browser.header(name, value), document: self.document }
    }

    /// What the API says of itself.
    pub fn document(&self) -> &Value {
        &self.document
    }

    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.checked(&Method::GET, path, self.browser.get(path))
    }

    #[track_caller]
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.checked(&Method::POST, path, self.browser.json(Method::POST, path, body))
    }

    #[track_caller]
    pub fn patch(&self, path: &str, body: &Value) -> Answer {
        self.checked(&Method::PATCH, path, self.browser.json(Method::PATCH, path, body))
    }

    #[track_caller]
    pub fn delete(&self, path: &str) -> Answer {
        self.checked(&Method::DELETE, path, self.browser.ask(Method::DELETE, path))
    }

    /// Sends bytes of any kind.
    #[track_caller]
    pub fn send(&self, method: Method, path: &str, media_type: &str, body: &[u8]) -> Answer {
        let answer = self.browser.bytes(method.clone(), path, media_type, body);
        self.checked(&method, path, answer)
    }

    /// Fails unless the document describes this answer.
    #[track_caller]
    fn checked(&self, method: &Method, path: &str, answer: Answer) -> Answer {
        let status = answer.status.to_string();
        let told = self.described(method, path, &status);
        let told = told.unwrap_or_else(|| {
            panic!("the document does not say that {method} {path} answers {status}:\n{}", answer.text())
        });
        let media_type = answer.header("content-type").to_owned();
        let Some(content) = told.get("content") else {
            assert!(answer.body.is_empty(), "{method} {path} answers {status} with a body");
            return answer;
        };
        let Some(described) = content.get(&media_type) else {
            panic!("{method} {path} answers {status} as {media_type}, which the document does not say");
        };
        if media_type.ends_with("json") {
            self.fits(&described["schema"], &answer.json(), &format!("{method} {path} {status}"));
        }
        answer
    }

    /// What the document says of an answer.
    fn described(&self, method: &Method, path: &str, status: &str) -> Option<&Value> {
        let path = path.split('?').next()?.strip_prefix("/api/v1")?;
        let paths = self.document["paths"].as_object()?;
        let fits = |template: &str| {
            template.split('/').count() == path.split('/').count()
                && template
                    .split('/')
                    .zip(path.split('/'))
                    .all(|(one, other)| one == other || one.starts_with('{'))
        };
        // What is named beats what is open.
        let found =
            paths.get(path).or_else(|| paths.iter().find(|(template, _)| fits(template)).map(|(_, of)| of));
        let answer = found?.get(method.as_str().to_lowercase())?.get("responses")?.get(status)?;
        match answer["$ref"].as_str() {
            Some(reference) => self.document.pointer(reference.strip_prefix('#')?),
            None => Some(answer),
        }
    }

    #[track_caller]
    fn fits(&self, schema: &Value, body: &Value, what: &str) {
        let whole = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "components": self.document["components"],
            "allOf": [schema],
        });
        let validator = jsonschema::validator_for(&whole).expect("the schema is one");
        let wrong: Vec<String> =
            validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{what} is not as the document says:\n{}\n{body:#}", wrong.join("\n"));
    }
}

impl<'bed> Deref for Program<'bed> {
    type Target = Browser<'bed>;

    /// For what the document does not describe.
    fn deref(&self) -> &Browser<'bed> {
        &self.browser
    }
}
