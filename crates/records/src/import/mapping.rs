//! What each column of a file is, in the names that forms use: `name.given`, `emails.0.address`, `company`.

use kernel::{Error, FieldErrors, Result, Text};
use serde::{Deserialize, Serialize};

use crate::{
    Object,
    field::Control,
    import::{style::Style, vocabulary},
};

/// The columns of a file, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub object: String,
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    pub header: String,
    /// A field, `field.part` or `field.row.part`; of a reference, the column names the card. `@uid` is what another
    /// program calls it, `@related.spouse` names somebody. `None` leaves the column out.
    pub to: Option<String>,
    /// The label of the row it fills, when no other column says: `mobile`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What stands between several values in one cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub splits_at: Option<String>,
    /// The column says yes or no, and yes means this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yes_means: Option<String>,
    /// How dates and numbers are written in it; found out at the start when nobody says.
    #[serde(skip_serializing_if = "Style::is_unknown")]
    pub style: Style,
}

pub(super) const UID: &str = "@uid";
pub(super) const RELATED: &str = "@related.";

impl Mapping {
    /// `Invalid` by the number of the column: `columns.2`.
    pub fn check(&self, object: &Object) -> Result<()> {
        let mut errors = FieldErrors::default();
        let mut single: Vec<&str> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let Some(to) = &column.to else { continue };
            if !is_target(object, to) {
                errors.add(format!("columns.{at}"), Text::new("import-no-such-target"));
            } else if single.contains(&to.as_str()) && !vocabulary::joins(object, to) {
                errors.add(format!("columns.{at}"), Text::new("import-mapped-twice"));
            }
            single.push(to);
        }
        if single.is_empty() {
            errors.add("columns", Text::new("import-nothing-mapped"));
        }
        errors.into_result()
    }
}

fn is_target(object: &Object, to: &str) -> bool {
    if to == UID || to.starts_with(RELATED) {
        return true;
    }
    let (key, rest) = to.split_once('.').unwrap_or((to, ""));
    let Ok(field) = object.field(key) else { return false };
    if field.computed {
        return false;
    }
    match (field.kind.control(), rest.split_once('.')) {
        (Control::File { .. }, _) => false,
        (Control::Parts(parts), None) => rest.is_empty() || parts.contains(&rest),
        (Control::Rows { parts, .. }, Some((row, part))) => {
            row.parse::<u32>().is_ok() && (parts.contains(&part) || part == "label")
        }
        (_, None) => rest.is_empty(),
        _ => false,
    }
}

/// The key of the field that a column fills.
pub(super) fn field_of(to: &str) -> &str {
    to.split('.').next().unwrap_or(to)
}

/// An error in a column that is not there any more.
pub(super) fn lost() -> Error {
    Error::conflict("import-file-changed")
}
