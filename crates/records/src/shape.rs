//! What a workspace makes of the objects: fields of its own, other names and places for ours, objects of its own. A shape is
//! laid over the declarations ([`apply`]), so that the rest of the engine sees one catalogue, and needs no restart and no
//! new column: own values stand in [`crate::own`].

mod apply;
pub(crate) mod compute;
pub mod convert;
pub mod daily;
mod edit;
mod kind;
mod names;
mod options;
pub mod past;
mod recalculate;
mod store;
pub(crate) mod unique;
mod walk;

use serde::{Deserialize, Serialize};

pub(crate) use self::{apply::template, store::hold};
pub use self::{
    edit::{
        FieldForm, ObjectForm, TABS, add_field, add_object, add_rule, change_field, change_object,
        filter_roll_up, move_field, remove_rule, restore_field, restore_object, retire_field, retire_object,
    },
    kind::{OwnKind, Settings},
    names::option_key,
    options::set_options,
    recalculate::Recalculate,
    store::{Catalogs, catalog, of_object},
};
use crate::{Json, field::options::OwnOption};

/// Fields of one object that a workspace makes, at most.
pub const MOST_FIELDS: usize = 500;
/// Objects that a workspace makes, at most.
pub const MOST_OBJECTS: usize = 200;

/// What a workspace makes of one object.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shape {
    /// For an object of its own.
    pub own: Option<OwnObject>,
    /// Its own fields, and what it changed about ours.
    pub fields: Vec<FieldShape>,
    /// What must hold of every record.
    pub rules: Vec<RuleShape>,
    /// Keys of fields in the order they stand in; those not named stand behind, as declared.
    pub order: Vec<String>,
}

/// An object that a workspace made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnObject {
    pub one: String,
    pub many: String,
    /// An icon of the set.
    pub icon: String,
    /// One of the tab colours.
    pub tab: String,
    /// What its title is called: `Plate`.
    pub title: String,
    #[serde(default)]
    pub retired: bool,
}

/// A condition on records, and what is said where it does not hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RuleShape {
    pub formula: String,
    pub message: String,
}

/// One field of a workspace's own, or what it changed about one of ours. What is `None` or empty is as declared.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldShape {
    pub key: String,
    /// Only an own field has one.
    pub kind: Option<OwnKind>,
    pub label: String,
    pub help: String,
    pub group: String,
    pub required: Option<bool>,
    /// A formula; it must be filled in where this is true.
    pub required_when: String,
    pub listed: Option<bool>,
    pub searched: Option<bool>,
    pub unique: bool,
    /// How long records have each of its values is kept.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub timed: bool,
    pub default: Json,
    pub retired: bool,
    /// Of a field of ours that chooses: the workspace's options in place of those declared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OwnOption>,
    /// The types that it had, oldest first; see [`convert`].
    pub past: Vec<past::PastShape>,
    /// How often its values moved because their type changed.
    pub generation: usize,
    /// The values are being brought over to the type.
    pub changing: bool,
}

impl Shape {
    pub fn field(&self, key: &str) -> Option<&FieldShape> {
        self.fields.iter().find(|field| field.key == key)
    }
}
