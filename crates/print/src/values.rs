//! What merge fields stand for: the fields of the card by their keys, the parts of its name and address, and a few
//! words about the letter itself; each as people of the letter's language write it.

use std::{collections::HashMap, sync::Arc};

use kernel::{Id, Language, Locality};
use locale::Locale;
use records::{
    Object, Record,
    field::{Reading, as_text, emails, phones},
};

use crate::recipients::Recipient;

/// The parts of a person's name, each a merge field of its own.
const NAME: &[&str] = &["given", "family", "prefix"];
/// The parts of the address it is sent to.
const ADDRESS: &[&str] = &["street", "postal_code", "city", "region", "country"];
const LETTER: &[&str] = &["today", "me", "workspace"];
/// The first of several.
const FIRST: &[&str] = &["phone", "email"];

/// Whether a letter to cards of any of these objects may name the field.
pub fn is_known(objects: &[Arc<Object>], key: &str) -> bool {
    let own = [NAME, ADDRESS, LETTER, FIRST].iter().any(|keys| keys.contains(&key));
    own || objects.iter().any(|object| object.at(key).is_some())
}

/// The fields to offer for cards of this object, the most used first: key and label.
pub fn offered(object: &Object, locale: &Locale) -> Vec<(String, String)> {
    let part =
        |key: &&str| ((*key).to_owned(), locale.t(&format!("part-{}", key.replace('_', "-"))).into_owned());
    let own = |key: &&str| ((*key).to_owned(), locale.t(&format!("print-field-{key}")).into_owned());
    let named = object.field(object.title).is_ok_and(|field| field.kind.key() == "person_name");
    let mut found: Vec<_> = NAME.iter().filter(|_| named).map(part).collect();
    let fields =
        object.fields.iter().filter(|field| !field.hidden && !field.retired && field.group != "record");
    found.extend(
        fields.map(|field| (field.key.clone(), object.field_name(field, locale.language()).into_owned())),
    );
    found.extend(ADDRESS.iter().map(part));
    found.extend(FIRST.iter().chain(LETTER).map(own));
    found
}

/// Who writes, and how dates and names read in each language.
pub struct Writer {
    pub me: String,
    pub workspace: String,
    readings: HashMap<Language, Reading>,
    own: Reading,
}

impl Writer {
    pub fn new(me: String, workspace: String, own: &Reading, titles: HashMap<Id, String>) -> Writer {
        let own = Reading { titles: Arc::new(titles), ..own.clone() };
        let in_language = |language| {
            let locality = Locality { language, ..own.locale.locality().clone() };
            (language, Reading { locale: Locale::new(&locality), ..own.clone() })
        };
        Writer { me, workspace, readings: Language::ALL.map(in_language).into(), own }
    }

    /// How a card reads in a language; in the user's own when it is none of ours.
    pub fn reading(&self, language: &str) -> &Reading {
        Language::from_tag(language).and_then(|language| self.readings.get(&language)).unwrap_or(&self.own)
    }

    /// What the field says of this recipient in a letter of this language; empty when it says nothing.
    pub fn value(&self, recipient: &Recipient, language: &str, key: &str) -> String {
        let (record, reading) = (&recipient.record, self.reading(language));
        match key {
            "given" | "family" | "prefix" => as_text(&record.get(record.object.title)[key]).to_owned(),
            "street" | "postal_code" | "city" | "region" | "country" => {
                as_text(&recipient.address[key]).to_owned()
            }
            "today" => reading.locale.date_long(reading.today),
            "me" => self.me.clone(),
            "workspace" => self.workspace.clone(),
            "language" => recipient.language.clone(),
            "email" => emails::addresses(record.get("emails")).next().unwrap_or_default().to_owned(),
            "phone" => first_phone(record, reading),
            key if record.object.at(key).is_some() => record.show(key, reading),
            _ => String::new(),
        }
    }
}

/// The number that is tried first, as people write it.
pub fn first_phone(record: &Record, reading: &Reading) -> String {
    let first = record.get("phones").as_array().and_then(|items| items.first());
    first.map(|item| phones::shown(item, reading)).unwrap_or_default()
}
