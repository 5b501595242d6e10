//! A mapping made ready: what is the same for every row of an import.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, FieldErrors, Language, Result, Text};

use crate::{
    Object,
    exchange::{CardKind, Meaning},
    field::{Control, FieldType, Reading},
    import::{
        self, Import, Mode,
        mapping::{self, Column, RELATED, UID},
        style::Style,
    },
    lookups::{self, Lookup},
    object,
    save::Prepared,
};

/// See the module.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) object: Arc<Object>,
    /// What cards of organisations become, when there is such an object.
    pub(super) organisations: Option<Arc<Object>>,
    pub(super) mode: Mode,
    pub(super) match_by: Vec<MatchBy>,
    pub(super) reading: Reading,
    /// The reader's own mark before decimals.
    pub(super) reader_uses_comma: bool,
    pub(super) columns: Vec<Planned>,
    /// The fields that columns fill, each once.
    pub(super) fields: Vec<Filled>,
}

/// What [`MatchBy::Likeness`] is called among the fields.
const LIKENESS: &str = "likeness";

/// How a row finds its card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MatchBy {
    Name,
    Uid,
    /// A field with lookup keys.
    Keys(String),
    /// A field of one text, compared as it is.
    Text(String),
    /// Whatever the matcher of duplicates goes by: the card that surely is the same.
    Likeness,
}

/// One column that is not left out.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub(super) at: usize,
    pub(super) to: To,
    pub(super) splits_at: Option<String>,
    pub(super) yes_means: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) enum To {
    Uid,
    /// Somebody, with the role when the column says it.
    Related {
        slot: String,
        role: Option<String>,
    },
    RelatedRole {
        slot: String,
    },
    /// An input under this name.
    Field {
        name: String,
        joins: Option<&'static str>,
    },
    /// One part of a row of a field.
    Row {
        field: String,
        row: u32,
        part: String,
        label: Option<(String, String)>,
        /// When the part is the label: what the known ones are called in any language, in small letters.
        labels: HashMap<String, &'static str>,
    },
}

#[derive(Debug, Clone)]
pub(super) struct Filled {
    pub(super) key: String,
    pub(super) kind: Arc<dyn FieldType>,
    /// The header of the first column that fills it.
    pub(super) header: String,
    pub(super) style: Style,
}

impl Plan {
    pub(super) fn new(cx: &Cx, import: &Import) -> Result<Plan> {
        let object = object::object(cx, &import.mapping.object)?;
        let organisations = crate::catalog(cx)?
            .cards()
            .find(|known| known.exchange.card == Some(CardKind::Organisation))
            .cloned();
        let reading = import::reading(cx)?;
        let reader_uses_comma = reading.locale.number(15, 1).contains(',');
        let mut plan = Plan {
            match_by: import.match_by.iter().map(|key| match_by(&object, key)).collect::<Result<_>>()?,
            object,
            organisations,
            mode: import.mode,
            reading,
            reader_uses_comma,
            columns: Vec::new(),
            fields: Vec::new(),
        };
        for (at, column) in import.mapping.columns.iter().enumerate() {
            plan.add(at, column)?;
        }
        Ok(plan)
    }

    fn add(&mut self, at: usize, column: &Column) -> Result<()> {
        let Some(to) = &column.to else { return Ok(()) };
        self.columns.push(Planned {
            at,
            to: self.target(to, column)?,
            splits_at: column.splits_at.clone(),
            yes_means: column.yes_means.clone(),
        });
        let key = mapping::field_of(to);
        if !to.starts_with('@') && !self.fields.iter().any(|filled| filled.key == key) {
            let field = self.object.field(key).map_err(|_| mapping::lost())?;
            let (kind, header) = (field.kind.clone(), column.header.clone());
            self.fields.push(Filled { key: key.to_owned(), kind, header, style: column.style });
        }
        Ok(())
    }

    fn target(&self, to: &str, column: &Column) -> Result<To> {
        if to == UID {
            return Ok(To::Uid);
        }
        if let Some(slot) = to.strip_prefix(RELATED) {
            return Ok(match slot.strip_suffix(".role") {
                Some(slot) => To::RelatedRole { slot: slot.to_owned() },
                // A slot that is no number is a role itself.
                None => {
                    let role = column.label.clone();
                    let role = role.or_else(|| slot.parse::<u32>().is_err().then(|| slot.to_owned()));
                    To::Related { slot: slot.to_owned(), role }
                }
            });
        }
        let field = self.object.field(mapping::field_of(to)).map_err(|_| mapping::lost())?;
        let mut parts = to.splitn(3, '.').skip(1);
        if let (Control::Rows { parts: names, labels }, Some(row), Some(part)) =
            (field.kind.control(), parts.next(), parts.next())
        {
            let label =
                column.label.clone().zip(names.last()).map(|(label, part)| ((*part).to_owned(), label));
            let row = row.parse().map_err(|_| mapping::lost())?;
            let labels = if names.last() == Some(&part) { labelled(labels) } else { HashMap::new() };
            return Ok(To::Row { field: field.key.clone(), row, part: part.to_owned(), label, labels });
        }
        let joins = match field.kind.key() {
            "long_text" => Some("\n"),
            "multi_select" => Some(","),
            _ => None,
        };
        Ok(To::Field { name: to.to_owned(), joins })
    }

    /// What a prepared card is matched by.
    pub(super) fn keys(&self, prepared: &Prepared) -> Vec<(usize, Lookup)> {
        let mut found = Vec::new();
        for (at, by) in self.match_by.iter().enumerate() {
            let kind = match by {
                MatchBy::Name => "name",
                MatchBy::Uid => "uid",
                MatchBy::Likeness => {
                    let known = ["email", "phone", lookups::SOUND];
                    let keys = prepared.keys().iter().filter(|key| known.contains(&key.kind));
                    found.extend(keys.map(|key| (at, key.clone())));
                    continue;
                }
                MatchBy::Keys(key) => {
                    let mut keys = Vec::new();
                    if let (Ok(field), Some(value)) =
                        (prepared.object().field(key), prepared.values().get(key))
                    {
                        field.kind.lookups(value, &mut keys);
                    }
                    found.extend(keys.into_iter().map(|key| (at, key)));
                    continue;
                }
                MatchBy::Text(key) => {
                    let value = prepared.values().get(key).map(crate::field::as_text).unwrap_or_default();
                    if !value.is_empty() {
                        found.push((at, Lookup::new("text", value.to_owned())));
                    }
                    continue;
                }
            };
            let same = prepared.keys().iter().filter(|key| key.kind == kind);
            found.extend(same.map(|key| (at, key.clone())));
        }
        found
    }

    /// The header under which a field is filled; the field's own key where no column does.
    pub(super) fn header_of(&self, field: &str) -> String {
        let filled = self.fields.iter().find(|filled| filled.key == field);
        filled.map_or_else(|| field.to_owned(), |filled| filled.header.clone())
    }
}

/// Labels by what they are called in every language.
fn labelled(labels: &'static [&'static str]) -> HashMap<String, &'static str> {
    let text = |label: &str, language| locale::text(language, &format!("label-{}", label.replace('_', "-")));
    let called = |label: &'static str| {
        Language::ALL.into_iter().map(move |language| (text(label, language).to_lowercase(), label))
    };
    // What one language calls as another calls something else means what it says in the first.
    labels.iter().rev().flat_map(|label| called(label)).collect()
}

/// `Invalid` when cards cannot be found by one of these fields.
pub(super) fn check_match(object: &Object, keys: &[String]) -> Result<()> {
    keys.iter().try_for_each(|key| match_by(object, key).map(|_| ()))
}

fn match_by(object: &Object, key: &str) -> Result<MatchBy> {
    if key == "uid" && object.exchange.field(Meaning::Foreign).is_some() {
        return Ok(MatchBy::Uid);
    }
    if key == LIKENESS {
        return Ok(MatchBy::Likeness);
    }
    if key == object.title {
        return Ok(MatchBy::Name);
    }
    let refused = || Error::Invalid(FieldErrors::of("match_by", Text::new("import-cannot-match")));
    let field = object.field(key).map_err(|_| refused())?;
    match field.kind.key() {
        "emails" | "phones" => Ok(MatchBy::Keys(key.to_owned())),
        "text" | "date" | "partial_date" => Ok(MatchBy::Text(key.to_owned())),
        _ => Err(refused()),
    }
}
