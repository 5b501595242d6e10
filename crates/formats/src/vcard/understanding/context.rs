//! What a property can only be understood with: the labels of its group, and the others of its name.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

use crate::vcard::{label, property::Property};

pub(super) struct Context {
    pub(super) is_old: bool,
    /// X-ABLabel and X-ABADR by group in lower case.
    annotations: HashMap<(String, String), String>,
    used: RefCell<HashSet<(String, String)>>,
    /// The best PREF among the properties of one name.
    best: HashMap<String, u32>,
}

const LABEL: &str = "X-ABLABEL";
const COUNTRY: &str = "X-ABADR";

/// Says something about another property of its group.
pub(super) fn is_annotation(property: &Property) -> bool {
    property.raw.group.is_some() && (property.name == LABEL || property.name == COUNTRY)
}

fn key(property: &Property, name: &str) -> Option<(String, String)> {
    property.raw.group.as_ref().map(|group| (group.to_ascii_lowercase(), name.to_owned()))
}

impl Context {
    pub(super) fn new(properties: &[Property], is_old: bool) -> Context {
        let mut annotations = HashMap::new();
        let mut best: HashMap<String, u32> = HashMap::new();
        for property in properties {
            if let (true, Some(key), Some(text)) =
                (is_annotation(property), key(property, &property.name), property.filled())
            {
                annotations.insert(key, text);
            }
            if let Some(rank) = property.preference() {
                best.entry(property.name.clone()).and_modify(|best| *best = rank.min(*best)).or_insert(rank);
            }
        }
        Context { is_old, annotations, used: RefCell::default(), best }
    }

    /// The label somebody wrote, in Apple's way.
    pub(super) fn written_label(&self, property: &Property) -> Option<String> {
        label::normal(&self.annotation(property, LABEL)?)
    }

    /// As `written_label`, for what somebody is.
    pub(super) fn written_role(&self, property: &Property) -> Option<String> {
        label::role(&self.annotation(property, LABEL)?)
    }

    pub(super) fn country_code(&self, property: &Property) -> Option<String> {
        self.annotation(property, COUNTRY)
    }

    fn annotation(&self, property: &Property, name: &str) -> Option<String> {
        let key = key(property, name)?;
        let found = self.annotations.get(&key)?.clone();
        self.used.borrow_mut().insert(key);
        Some(found)
    }

    /// Whether an annotation found its property, or says nothing.
    pub(super) fn was_used(&self, annotation: &Property) -> bool {
        let used = key(annotation, &annotation.name).is_some_and(|key| self.used.borrow().contains(&key));
        used || annotation.filled().is_none()
    }

    pub(super) fn is_preferred(&self, property: &Property) -> bool {
        property.is_typed_preferred()
            || property.preference().is_some_and(|rank| self.best.get(&property.name) == Some(&rank))
    }
}
