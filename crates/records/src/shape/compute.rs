//! Formulas and rules of a workspace: laid over an object, computed for a record, and checked before it is kept.

use std::sync::Arc;

use jiff::civil;
use kernel::{FieldErrors, Text};
use spreadsheet_formula::Value;

use super::{OwnKind, Shape};
use crate::{
    Field, Filter, Json, Object, Record,
    field::computed::failed,
    formula::{Formula, Moment, day_of},
    object::Rule,
    roll_up::{RollUp, Via},
    save::Values,
};

/// Gives the object the formulas, roll-ups and rules of its shape.
pub(super) fn lay(object: &mut Object, shape: &Shape) {
    let mut formulas = Vec::new();
    for change in shape.fields.iter().filter(|change| !change.retired) {
        match &change.kind {
            Some(OwnKind::Formula { formula, .. }) => {
                if let (Some(at), Ok(formula)) =
                    (object.at(&change.key), Formula::parse(formula, &object.fields))
                {
                    formulas.push((at, Arc::new(formula)));
                }
            }
            Some(OwnKind::RollUp { from, by, of, field, filter, .. }) => {
                object.roll_ups.push(Arc::new(RollUp {
                    on: object.key,
                    key: change.key.clone(),
                    from: from.clone(),
                    by: by.clone(),
                    via: Via::parse(by),
                    of: *of,
                    field: field.clone(),
                    filter: Filter::parse(filter).unwrap_or_default(),
                }));
            }
            _ => {}
        }
        if let (false, Some(at)) = (change.required_when.is_empty(), object.at(&change.key)) {
            object.fields[at].required_when =
                Formula::parse(&change.required_when, &object.fields).ok().map(Arc::new);
        }
    }
    object.formulas = in_order(formulas, &object.fields);
    let rules = shape.rules.iter().filter_map(|rule| {
        let formula = Formula::parse(&rule.formula, &object.fields).ok()?;
        Some(Rule { formula: Arc::new(formula), message: rule.message.clone() })
    });
    object.rules = rules.collect();
}

/// Each formula behind those whose answers it needs. Of a circle, which [`circle`] refuses, the rest as it stands.
fn in_order(mut left: Vec<(usize, Arc<Formula>)>, fields: &[Field]) -> Vec<(usize, Arc<Formula>)> {
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |formula: &Formula| {
            formula.names().any(|name| left.iter().any(|(other, _)| fields[*other].key == name))
        };
        let ready = left.iter().position(|(_, formula)| !waits(formula)).unwrap_or(0);
        ordered.push(left.remove(ready));
    }
    ordered
}

/// The labels of fields that a new formula would make wait for each other, from the field back to itself.
pub(super) fn circle(object: &Object, key: &str, formula: &Formula) -> Option<Vec<String>> {
    let label = |key: &str| {
        let field = object.field(key).ok();
        field.and_then(|field| field.label.as_deref()).unwrap_or(key).to_owned()
    };
    let mut paths: Vec<Vec<String>> = formula.names().map(|name| vec![name.to_owned()]).collect();
    while let Some(path) = paths.pop() {
        let last = path.last().cloned().unwrap_or_default();
        if last == key {
            return Some(std::iter::once(label(key)).chain(path.iter().map(|key| label(key))).collect());
        }
        if path.len() > object.formulas.len() + 1 {
            continue;
        }
        let next = object.formulas.iter().find(|(at, _)| object.fields[*at].key == last);
        for name in next.into_iter().flat_map(|(_, formula)| formula.names()) {
            paths.push(path.iter().cloned().chain([name.to_owned()]).collect());
        }
    }
    None
}

/// Computes the formulas of a record from its other values, in the order of the fields.
pub(crate) fn fill(object: &Object, values: &mut [Json], moment: Moment) {
    for (at, formula) in &object.formulas {
        let field = &object.fields[*at];
        let answer = formula.evaluate(values, &object.fields, moment).and_then(|value| kept(field, &value));
        values[*at] = answer.unwrap_or_else(|text| failed(&text));
    }
}

/// An answer in the form of the field's type.
fn kept(field: &Field, value: &Value) -> Result<Json, Text> {
    let wrong = || Text::new("formula-failed").with("reason", value.to_string());
    if value.is_empty() {
        return Ok(Json::Null);
    }
    match field.kind.key() {
        "number" => {
            let number = value.as_number().map_err(|_| wrong())?;
            let scaled = (number * 10f64.powi(field.kind.decimals() as i32)).round();
            if scaled.abs() < 9e18 { Ok(Json::from(scaled as i64)) } else { Err(wrong()) }
        }
        "date" => {
            let number = value.as_number().map_err(|_| wrong())?;
            day_of(number).map(|day: civil::Date| day.to_string().into()).ok_or_else(wrong)
        }
        "yes_no" => Ok(if value.as_bool() { Json::Bool(true) } else { Json::Null }),
        _ => field.kind.check(&value.to_string().into()),
    }
}

/// Adds an error for every rule that the record would break, if the change touches what the rule is about: a card that breaks a
/// newer rule can still be changed elsewhere.
pub(crate) fn check(
    object: &Object,
    before: Option<&Record>,
    values: &Values,
    moment: Moment,
    errors: &mut FieldErrors,
) {
    let conditional = object.fields.iter().any(|field| field.required_when.is_some() && !field.retired);
    if object.rules.is_empty() && !conditional {
        return;
    }
    let value = |field: &Field| {
        let kept = || before.map_or(Json::Null, |record| record.get(&field.key).clone());
        values.get(&field.key).cloned().unwrap_or_else(kept)
    };
    let mut after: Vec<Json> = object.fields.iter().map(value).collect();
    fill(object, &mut after, moment);
    let touched = |formula: &Formula| {
        before.is_none_or(|before| {
            formula.names().any(|name| object.at(name).is_some_and(|at| before.get(name) != &after[at]))
        })
    };
    for field in object.fields.iter().filter(|field| !field.retired) {
        let Some(formula) = &field.required_when else { continue };
        let empty = object.at(&field.key).is_some_and(|at| after[at].is_null());
        let changed = touched(formula) || values.contains_key(&field.key);
        let holds = formula.evaluate(&after, &object.fields, moment).is_ok_and(|value| value.as_bool());
        if empty && changed && holds && errors.get(&field.key).is_none() {
            errors.add(&field.key, Text::new("required"));
        }
    }
    for rule in &object.rules {
        let holds =
            || rule.formula.evaluate(&after, &object.fields, moment).is_ok_and(|value| value.as_bool());
        if touched(&rule.formula) && !holds() {
            let field = rule.formula.names().find(|name| values.contains_key(*name));
            let field = field.or_else(|| rule.formula.names().next()).unwrap_or_default();
            errors.add(field, Text::new("rule-broken").with("message", &rule.message));
        }
    }
}
