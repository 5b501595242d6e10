//! Cards and what happened with them, made with what matters to a test and nothing else.

use kernel::{Id, Scope};
use records::{
    ChangeSet, Json,
    field::reference,
    links::{self, NewLink},
    object::object,
    save::{self, Values},
};
use serde_json::json;

use crate::Testbed;

/// A record to be saved, through the gate like everything else.
pub struct Builder<'bed> {
    bed: &'bed Testbed,
    scope: Scope,
    object: &'static str,
    values: Values,
}

impl Testbed {
    /// A record of any object, by Mia unless somebody else is named.
    pub fn record(&self, object: &'static str) -> Builder<'_> {
        Builder { bed: self, scope: self.mia().scope(), object, values: Values::new() }
    }

    pub fn person(&self, name: &str) -> Builder<'_> {
        self.record("person").with("name", name)
    }

    pub fn company(&self, name: &str) -> Builder<'_> {
        self.record("company").with("name", name)
    }

    pub fn household(&self, name: &str) -> Builder<'_> {
        self.record("household").with("name", name)
    }

    /// A note about a person.
    pub fn note(&self, person: Id, text: &str) -> Builder<'_> {
        self.record("note").with("text", text).about("person", person)
    }

    /// A call to a person, with its outcome.
    pub fn call(&self, person: Id, outcome: &str) -> Builder<'_> {
        self.record("call").with("outcome", outcome).about("person", person)
    }

    pub fn task(&self, subject: &str) -> Builder<'_> {
        self.record("task").with("subject", subject)
    }

    /// An appointment, by default of an hour.
    pub fn appointment(&self, subject: &str, starts: kernel::Timestamp) -> Builder<'_> {
        self.record("appointment").with("subject", subject).with("starts_at", starts.micros())
    }

    /// A relation between two cards.
    pub fn link(&self, kind: &str, from: (&str, Id), to: (&str, Id)) -> Id {
        self.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-linked");
            let link = links::add(tx, &mut set, &NewLink::new(kind, from, to))?;
            set.close(tx)?;
            Ok(link.id)
        })
    }
}

impl Builder<'_> {
    pub fn with(mut self, field: &str, value: impl Into<Json>) -> Self {
        self.values.insert(field.to_owned(), value.into());
        self
    }

    pub fn email(self, address: &str) -> Self {
        self.with("emails", json!([{ "address": address, "label": "work" }]))
    }

    /// In E.164.
    pub fn phone(self, number: &str) -> Self {
        self.with("phones", json!([{ "number": number, "label": "mobile" }]))
    }

    /// Where a person works.
    pub fn at(self, company: Id) -> Self {
        self.with("company", reference::reference("company", company))
    }

    /// The card it happens on.
    pub fn about(self, object: &str, card: Id) -> Self {
        self.with("about", reference::reference(object, card))
    }

    /// Who makes it, and so in which workspace.
    pub fn by(mut self, somebody: &crate::Character) -> Self {
        self.scope = somebody.scope();
        self
    }

    pub fn save(self) -> Id {
        let Builder { bed, scope, object: name, values } = self;
        let saved = bed.db().write(&scope, |tx| {
            let declared = object(tx, name)?;
            let mut set = ChangeSet::new(tx, "change-created");
            let id = save::create(tx, &mut set, &declared, values)?;
            set.close(tx)?;
            Ok(id)
        });
        saved.unwrap_or_else(|error| panic!("a {name} is refused: {error}"))
    }
}
