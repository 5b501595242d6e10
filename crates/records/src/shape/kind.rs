//! The types that a workspace's own field may have, as they are kept, and the engine's types they become.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::names::interned;
use crate::{
    field::{
        Field, FieldType,
        addresses::Addresses,
        computed::Computed,
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
    },
    roll_up::Of,
};

/// A type with its settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OwnKind {
    Text,
    LongText,
    Number {
        decimals: u32,
    },
    Money,
    Date,
    DateTime,
    PartialDate,
    YesNo,
    Select {
        options: Vec<OwnOption>,
        open: bool,
    },
    MultiSelect {
        options: Vec<OwnOption>,
        open: bool,
    },
    User,
    Reference {
        object: String,
    },
    Rating,
    Emails,
    Phones,
    Addresses,
    Links,
    Socials,
    File {
        image: bool,
    },
    /// Computed from other fields of the card.
    Formula {
        formula: String,
        result: Box<OwnKind>,
    },
    /// Computed from the cards that refer to it.
    RollUp {
        from: String,
        by: String,
        of: Of,
        field: String,
        filter: String,
        result: Box<OwnKind>,
    },
}

impl OwnKind {
    /// The keys of all types, in the order they are offered.
    pub const KEYS: [&str; 21] = [
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
        "formula",
        "roll_up",
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
            "formula" => {
                let plain = Settings { decimals: settings.decimals, ..Settings::default() };
                let result = ["text", "number", "date", "yes_no"].contains(&settings.result.as_str());
                let result = OwnKind::of(&settings.result, &plain).filter(|_| result)?;
                OwnKind::Formula { formula: settings.formula.clone(), result: Box::new(result) }
            }
            "roll_up" => {
                let (from, by) = settings.object.split_once('.')?;
                let field = settings.field.rsplit('.').next().unwrap_or_default().to_owned();
                OwnKind::RollUp {
                    from: from.to_owned(),
                    by: by.to_owned(),
                    of: settings.of,
                    field: if settings.of == Of::Count { String::new() } else { field },
                    filter: settings.filter.clone(),
                    // Until it is known what the field holds.
                    result: Box::new(OwnKind::Number { decimals: 0 }),
                }
            }
            _ => return None,
        })
    }

    pub fn key(&self) -> &'static str {
        match self {
            OwnKind::Formula { .. } => "formula",
            OwnKind::RollUp { .. } => "roll_up",
            plain => plain.field_type().key(),
        }
    }

    /// Values of the one are values of the other as they stand.
    pub(super) fn means_the_same(&self, other: &OwnKind) -> bool {
        match (self, other) {
            (OwnKind::Number { decimals: one }, OwnKind::Number { decimals: other }) => one == other,
            (OwnKind::Reference { object: one }, OwnKind::Reference { object: other }) => one == other,
            (one, other) => one.key() == other.key(),
        }
    }

    /// Nobody types it.
    pub fn is_computed(&self) -> bool {
        matches!(self, OwnKind::Formula { .. } | OwnKind::RollUp { .. })
    }

    /// The type that holds values of this field's type, for what is computed from them; `None` when nothing is.
    pub(super) fn like(field: &Field) -> Option<OwnKind> {
        Some(match field.kind.key() {
            "text" | "long_text" | "select" => OwnKind::Text,
            "number" => OwnKind::Number { decimals: field.kind.decimals() },
            "rating" => OwnKind::Number { decimals: 0 },
            "money" => OwnKind::Money,
            "date" => OwnKind::Date,
            "date_time" => OwnKind::DateTime,
            "yes_no" => OwnKind::YesNo,
            _ => return None,
        })
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
            OwnKind::Formula { result, .. } | OwnKind::RollUp { result, .. } => {
                Arc::new(Computed { result: result.field_type() })
            }
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
    /// The object that a reference leads to; for a roll-up also the field by which its cards refer: `vehicle.owner`.
    pub object: String,
    pub formula: String,
    /// The key of the type that a formula's answer has.
    pub result: String,
    pub of: Of,
    /// The field that a roll-up sums.
    pub field: String,
    /// Which cards a roll-up looks at.
    pub filter: String,
}
