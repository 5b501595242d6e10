//! Filters: conditions on a card, on the cards it is connected with, and on what connects them, nested. As they stand in
//! addresses, in saved views and in requests of programs.

use kernel::{Error, Result};
use serde::Serialize;

use crate::{Json, query::Operator};

/// Conditions, nested as deep as [`DEEPEST`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    All(Vec<Filter>),
    Any(Vec<Filter>),
    Not(Box<Filter>),
    /// There is a living card that this step leads to (see [`crate::query::steps`]), that the asker may see, and of which this
    /// holds.
    #[serde(untagged)]
    Has {
        has: String,
        #[serde(rename = "where", skip_serializing_if = "Filter::is_empty")]
        whom: Box<Filter>,
        /// Also by a relation that is over.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        ever: bool,
    },
    /// `field` may lead through references: `company.city`.
    #[serde(untagged)]
    Field {
        field: String,
        op: Operator,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        args: Vec<String>,
    },
}

const DEEPEST: usize = 12;
const MOST_CONDITIONS: usize = 100;

impl Default for Filter {
    fn default() -> Filter {
        Filter::All(Vec::new())
    }
}

impl Filter {
    pub fn field(field: &str, op: Operator, args: &[&str]) -> Filter {
        Filter::Field {
            field: field.to_owned(),
            op,
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        }
    }

    /// It asks of other cards than the one it is about.
    pub fn leads_away(&self) -> bool {
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().any(Filter::leads_away),
            Filter::Not(part) => part.leads_away(),
            Filter::Has { .. } => true,
            Filter::Field { field, .. } => field.contains('.'),
        }
    }

    /// There is a card that this step leads to, of which this holds.
    pub fn has(step: &str, whom: Filter) -> Filter {
        Filter::Has { has: step.to_owned(), whom: Box::new(whom), ever: false }
    }

    /// There is none.
    pub fn has_no(step: &str, whom: Filter) -> Filter {
        Filter::Not(Box::new(Filter::has(step, whom)))
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Filter::All(parts) if parts.is_empty())
    }

    /// The one value of this field that satisfies it, where it says so.
    pub fn only(&self, key: &str) -> Option<&str> {
        match self {
            Filter::All(parts) => parts.iter().find_map(|part| part.only(key)),
            Filter::Any(parts) => parts.first().filter(|_| parts.len() == 1).and_then(|part| part.only(key)),
            Filter::Field { field, op: Operator::Is, args } if field == key && args.len() == 1 => {
                args.first().map(String::as_str)
            }
            _ => None,
        }
    }

    /// No record with this value of the field satisfies it, as it says itself.
    pub fn rules_out(&self, key: &str, value: &str) -> bool {
        match self {
            Filter::All(parts) => parts.iter().any(|part| part.rules_out(key, value)),
            Filter::Field { field, op: Operator::IsNot, args } => {
                field == key && args.len() == 1 && args[0] == value
            }
            _ => false,
        }
    }

    /// This and another.
    pub fn and(self, other: Filter) -> Filter {
        match self {
            Filter::All(mut parts) => {
                parts.push(other);
                Filter::All(parts)
            }
            single => Filter::All(vec![single, other]),
        }
    }

    /// Reads the text of an address; an error when it is no filter or too large a one.
    pub fn parse(text: &str) -> Result<Filter> {
        if text.trim().is_empty() {
            return Ok(Filter::default());
        }
        let json: Json = serde_json::from_str(text).map_err(|_| broken())?;
        let filter = Filter::from_json(&json, 0)?;
        if filter.conditions() > MOST_CONDITIONS {
            return Err(Error::invalid("filter", "filter-too-large"));
        }
        Ok(filter)
    }

    /// By hand, since serde tries the ways to read a nested value one inside the other, which a stranger could make
    /// last for ever.
    fn from_json(json: &Json, depth: usize) -> Result<Filter> {
        if depth > DEEPEST {
            return Err(Error::invalid("filter", "filter-too-large"));
        }
        let parts = |name: &str| {
            let parts = json.get(name)?.as_array()?;
            Some(parts.iter().map(|part| Filter::from_json(part, depth + 1)).collect::<Result<Vec<_>>>())
        };
        if let Some(all) = parts("all") {
            return Ok(Filter::All(all?));
        }
        if let Some(any) = parts("any") {
            return Ok(Filter::Any(any?));
        }
        if let Some(part) = json.get("not") {
            return Ok(Filter::Not(Box::new(Filter::from_json(part, depth + 1)?)));
        }
        if let Some(step) = json.get("has") {
            let whom = json.get("where").map(|whom| Filter::from_json(whom, depth + 1)).transpose()?;
            let ever = json.get("ever").map_or(Some(false), Json::as_bool).ok_or_else(broken)?;
            let has = step.as_str().ok_or_else(broken)?.to_owned();
            return Ok(Filter::Has { has, whom: Box::new(whom.unwrap_or_default()), ever });
        }
        let field = json.get("field").and_then(Json::as_str).ok_or_else(broken)?;
        let op = json.get("op").cloned().and_then(|op| serde_json::from_value(op).ok()).ok_or_else(broken)?;
        let args = json.get("args").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
        let args = args
            .iter()
            .map(|arg| arg.as_str().map(str::to_owned))
            .collect::<Option<_>>()
            .ok_or_else(broken)?;
        Ok(Filter::Field { field: field.to_owned(), op, args })
    }

    /// How it is written in an address; empty for no condition.
    pub fn written(&self) -> String {
        if self.is_empty() { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }

    fn conditions(&self) -> usize {
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().map(Filter::conditions).sum(),
            Filter::Not(part) => part.conditions(),
            Filter::Has { whom, .. } => 1 + whom.conditions(),
            Filter::Field { .. } => 1,
        }
    }
}

/// The filter asks what the relation is, and nothing of the card that it leads to.
pub(super) fn asks_relation_only(filter: &Filter) -> bool {
    match filter {
        Filter::All(parts) | Filter::Any(parts) => parts.iter().all(asks_relation_only),
        Filter::Not(part) => asks_relation_only(part),
        Filter::Has { .. } => false,
        Filter::Field { field, .. } => field.starts_with('@'),
    }
}

fn broken() -> Error {
    Error::invalid("filter", "not-a-filter")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_filter_rules_out_only_what_no_record_may_have() {
        let not = |value: &str| Filter::field("status", Operator::IsNot, &[value]);
        let open = not("converted").and(Filter::field("owner", Operator::Is, &["me"]));
        let check = |filter: &Filter, key: &str, value: &str, expected: bool| {
            assert_eq!(filter.rules_out(key, value), expected, "{filter:?} {key} {value}");
        };
        check(&open, "status", "converted", true);
        check(&open, "status", "new", false);
        check(&open, "owner", "converted", false);
        check(&Filter::Any(vec![not("converted"), not("new")]), "status", "converted", false);
        check(&Filter::Not(Box::new(not("converted"))), "status", "converted", false);
    }

    fn filters() -> impl Strategy<Value = Filter> {
        let texts = || prop::collection::vec("[a-zæ \"{}%\\\\0-9]{0,6}", 0..3);
        let field = ("[a-z@.]{1,8}", texts()).prop_map(|(field, args)| Filter::Field {
            field,
            op: if args.is_empty() { Operator::Empty } else { Operator::Is },
            args,
        });
        field.prop_recursive(5, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Filter::All),
                prop::collection::vec(inner.clone(), 0..4).prop_map(Filter::Any),
                inner.clone().prop_map(|part| Filter::Not(Box::new(part))),
                ("[a-z_.:]{1,8}", inner, any::<bool>()).prop_map(|(has, whom, ever)| Filter::Has {
                    has,
                    whom: Box::new(whom),
                    ever
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_filter_reads_back_from_its_address(filter in filters()) {
            prop_assert_eq!(Filter::parse(&filter.written()).unwrap(), filter);
        }

        #[test]
        fn whatever_stands_in_an_address_is_a_filter_or_refused(text in ".{0,60}") {
            if let Ok(filter) = Filter::parse(&text) {
                prop_assert_eq!(Filter::parse(&filter.written()).unwrap(), filter);
            }
        }
    }

    #[test]
    fn a_step_is_written_as_short_as_it_is() {
        let check = |text: &str| assert_eq!(Filter::parse(text).unwrap().written(), text);
        check(r#"{"has":"call.about"}"#);
        check(r#"{"not":{"has":"call.about","where":{"field":"at","op":"after","args":["-30d"]}}}"#);
        check(
            r#"{"has":"relation:works_at","where":{"field":"@role","op":"is","args":["CEO"]},"ever":true}"#,
        );
        for broken in [r#"{"has":1}"#, r#"{"has":"a","ever":"x"}"#, r#"{"has":"a","where":[]}"#] {
            assert!(Filter::parse(broken).is_err(), "{broken}");
        }
    }
}
