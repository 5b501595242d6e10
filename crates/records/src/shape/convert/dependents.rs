//! What else looks at a field: formulas, rules, views and roll-ups, which its type matters to.

use kernel::{Cx, Result};

use crate::{Field, Filter, Object, formula::Formula, shape::catalog};

/// How the field is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Formula,
    Rule,
    RequiredWhen,
    View,
    RollUp,
}

impl Use {
    pub const fn key(self) -> &'static str {
        match self {
            Use::Formula => "formula",
            Use::Rule => "rule",
            Use::RequiredWhen => "required-when",
            Use::View => "view",
            Use::RollUp => "roll-up",
        }
    }
}

/// One who uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependent {
    pub used: Use,
    /// What it is called: the label of a field, the message of a rule, the name of a view.
    pub name: String,
    /// The type cannot change as long as it does.
    pub refuses: bool,
}

/// Everything that uses the field.
pub fn dependents(cx: &Cx, object: &Object, field: &Field) -> Result<Vec<Dependent>> {
    let mut found = Vec::new();
    let key = field.key.as_str();
    let mut add = |used: Use, name: &str, refuses: bool| {
        found.push(Dependent { used, name: name.to_owned(), refuses });
    };
    let label = |field: &Field| field.label.as_deref().unwrap_or(&field.key).to_owned();
    let names = |formula: &Formula| formula.names().any(|name| name == key);
    for (at, _) in object.formulas.iter().filter(|(_, formula)| names(formula)) {
        add(Use::Formula, &label(&object.fields[*at]), false);
    }
    for rule in object.rules.iter().filter(|rule| names(&rule.formula)) {
        add(Use::Rule, &rule.message, false);
    }
    for other in
        object.fields.iter().filter(|other| other.required_when.as_ref().is_some_and(|when| names(when)))
    {
        add(Use::RequiredWhen, &label(other), false);
    }
    for roll_up in catalog(cx)?.watching(object.key) {
        let taken = roll_up.field == key || roll_up.by == key;
        if taken || asks(&roll_up.filter, key) {
            let on = catalog(cx)?.object(roll_up.on)?.clone();
            add(Use::RollUp, &on.field(&roll_up.key).map(label).unwrap_or_default(), taken);
        }
    }
    let rows = cx.query(
        "SELECT name, address FROM views WHERE workspace_id = ?1 AND object = ?2 AND trashed_at = 0 ORDER BY name",
        &[cx.workspace().into(), object.key.into()],
    )?;
    for row in rows.iter().filter(|row| mentions(row.text(1), key)) {
        add(Use::View, row.text(0), false);
    }
    Ok(found)
}

/// A filter asks for the field.
fn asks(filter: &Filter, key: &str) -> bool {
    match filter {
        Filter::All(parts) | Filter::Any(parts) => parts.iter().any(|part| asks(part, key)),
        Filter::Not(part) | Filter::Has { whom: part, .. } => asks(part, key),
        Filter::Field { field, .. } => field.split('.').next_back() == Some(key),
    }
}

/// The key stands in an address, and not as a part of another.
fn mentions(address: &str, key: &str) -> bool {
    let bound = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_');
    address.match_indices(key).any(|(at, _)| {
        // `%22` before it is a quote.
        let before = address[..at].trim_end_matches("%22").chars().next_back();
        let quoted = address[..at].ends_with("%22");
        (quoted || bound(before)) && bound(address[at + key.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_mentions_whole_keys_only() {
        let check =
            |address: &str, expected: bool| assert_eq!(mentions(address, "own_size"), expected, "{address}");
        check("sort=own_size", true);
        check("columns=name,own_size,city", true);
        check("filter=%7B%22field%22%3A%22own_size%22%7D", true);
        check("sort=own_size_2", false);
        check("sort=my_own_size", false);
        check("", false);
    }
}
