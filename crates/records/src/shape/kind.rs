//! The types that a workspace's own field may have, as they are kept, and the engine's types they become.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::names::interned;
use crate::field::{
    FieldType,
    addresses::Addresses,
    date::Date,
    date_time::DateTime,
    emails::Emails,
    file::File,
    links::Links,
    long_text::LongText,
    money::Money,
    multi_select::MultiSelect,
    number::Number,
    options::{Options, OwnOption},
    partial_date::PartialDate,
    phones::Phones,
    rating::Rating,
    reference::Reference,
    select::Select,
    socials::Socials,
    text::Text,
    user::User,
    yes_no::YesNo,
};

/// A type with its settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OwnKind {
    Text,
    LongText,
    Number { decimals: u32 },
    Money,
    Date,
    DateTime,
    PartialDate,
    YesNo,
    Select { options: Vec<OwnOption>, open: bool },
    MultiSelect { options: Vec<OwnOption>, open: bool },
    User,
    Reference { object: String },
    Rating,
    Emails,
    Phones,
    Addresses,
    Links,
    Socials,
    File { image: bool },
}

impl OwnKind {
    /// The keys of all types, in the order they are offered.
    pub const KEYS: [&str; 19] = [
        "text",
        "long_text",
        "number",
        "money",
        "date",
        "date_time",
        "partial_date",
        "yes_no",
        "select",
        "multi_select",
        "user",
        "reference",
        "rating",
        "emails",
        "phones",
        "addresses",
        "links",
        "socials",
        "file",
    ];

    /// The type of this key with the settings that belong to it; `None` when there is none.
    pub fn of(key: &str, settings: &Settings) -> Option<OwnKind> {
        let options = settings.options.clone();
        let open = settings.open;
        Some(match key {
            "text" => OwnKind::Text,
            "long_text" => OwnKind::LongText,
            "number" => OwnKind::Number { decimals: settings.decimals.min(6) },
            "money" => OwnKind::Money,
            "date" => OwnKind::Date,
            "date_time" => OwnKind::DateTime,
            "partial_date" => OwnKind::PartialDate,
            "yes_no" => OwnKind::YesNo,
            "select" => OwnKind::Select { options, open },
            "multi_select" => OwnKind::MultiSelect { options, open },
            "user" => OwnKind::User,
            "reference" => OwnKind::Reference { object: settings.object.clone() },
            "rating" => OwnKind::Rating,
            "emails" => OwnKind::Emails,
            "phones" => OwnKind::Phones,
            "addresses" => OwnKind::Addresses,
            "links" => OwnKind::Links,
            "socials" => OwnKind::Socials,
            "file" => OwnKind::File { image: false },
            _ => return None,
        })
    }

    pub fn key(&self) -> &'static str {
        self.field_type().key()
    }

    pub fn options(&self) -> &[OwnOption] {
        match self {
            OwnKind::Select { options, .. } | OwnKind::MultiSelect { options, .. } => options,
            _ => &[],
        }
    }

    pub fn field_type(&self) -> Arc<dyn FieldType> {
        match self {
            OwnKind::Text => Arc::new(Text),
            OwnKind::LongText => Arc::new(LongText),
            OwnKind::Number { decimals } => Arc::new(Number { decimals: *decimals }),
            OwnKind::Money => Arc::new(Money),
            OwnKind::Date => Arc::new(Date),
            OwnKind::DateTime => Arc::new(DateTime),
            OwnKind::PartialDate => Arc::new(PartialDate),
            OwnKind::YesNo => Arc::new(YesNo),
            OwnKind::Select { options, open } => {
                Arc::new(Select { options: Options::Own(options.as_slice().into()), open: *open })
            }
            OwnKind::MultiSelect { options, open } => {
                Arc::new(MultiSelect { options: Options::Own(options.as_slice().into()), open: *open })
            }
            OwnKind::User => Arc::new(User),
            OwnKind::Reference { object } => Arc::new(Reference { object: Some(interned(object)) }),
            OwnKind::Rating => Arc::new(Rating),
            OwnKind::Emails => Arc::new(Emails),
            OwnKind::Phones => Arc::new(Phones),
            OwnKind::Addresses => Arc::new(Addresses),
            OwnKind::Links => Arc::new(Links),
            OwnKind::Socials => Arc::new(Socials),
            OwnKind::File { image } => Arc::new(File { image: *image }),
        }
    }
}

/// What some types need to be told.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub decimals: u32,
    pub options: Vec<OwnOption>,
    /// Words that nobody listed are taken too.
    pub open: bool,
    /// The object that a reference leads to.
    pub object: String,
}
