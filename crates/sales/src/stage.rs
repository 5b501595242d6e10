//! A deal enters a stage: what must be filled in and ticked off first, and what follows: its chance, whether it is won or lost, since
//! when.

use kernel::{Cx, FieldErrors, Result, Text};
use records::{Json, behavior::Pending, field::as_text};

use crate::pipeline::{Outcome, Pipelines, Stage};

/// Completes what depends on the stage, and refuses what it does not allow.
///
/// An undo brings the moment of the earlier stage with it: it puts back what was, so nothing is asked for.
pub(crate) fn follow(
    cx: &Cx,
    pipelines: &Pipelines,
    pending: &mut Pending,
    errors: &mut FieldErrors,
) -> Result<()> {
    let key = as_text(pending.value("stage")).to_owned();
    let entered = pending.before.is_none_or(|before| before.text("stage") != key);
    let put_back = pending.before.is_some() && pending.values.contains_key("stage_since");
    let Some((pipeline, stage)) = pipelines.stage(&key) else {
        if entered && !put_back && !key.is_empty() {
            errors.add("stage", Text::new("stage-out-of-use"));
        }
        return Ok(());
    };
    if !put_back {
        demand(stage, pending, errors, entered);
    }
    if let Some(chance) = pending.values.get("probability").and_then(Json::as_i64)
        && !(0..=100).contains(&chance)
    {
        errors.add("probability", Text::new("not-a-percentage"));
    }
    if entered && !put_back {
        enter(cx, stage, pending);
    }
    if entered {
        pending.values.insert("pipeline".to_owned(), pipeline.key.as_str().into());
        pending.values.insert("state".to_owned(), stage.outcome.key().into());
    }
    Ok(())
}

/// What the stage asks for: everything when a deal enters, and later of what is being emptied.
fn demand(stage: &Stage, pending: &Pending, errors: &mut FieldErrors, entered: bool) {
    let named = |key: &'static str| Text::new(key).with("stage", &stage.name);
    let asked = |field: &str| entered || pending.values.contains_key(field);
    for field in &stage.requires {
        if asked(field) && pending.value(field).is_null() {
            errors.add(field.clone(), named("needed-in-stage"));
        }
    }
    if stage.outcome == Outcome::Lost && asked("lost_reason") && pending.value("lost_reason").is_null() {
        errors.add("lost_reason", Text::new("lost-needs-a-reason"));
    }
    let ticked = pending.value("checked");
    let is_ticked =
        |key: &str| ticked.as_array().is_some_and(|all| all.iter().any(|one| as_text(one) == key));
    if asked("checked") && stage.checklist.iter().any(|check| !is_ticked(&check.key)) {
        let left = stage.checklist.iter().filter(|check| !is_ticked(&check.key));
        let left: Vec<&str> = left.map(|check| check.text.as_str()).collect();
        errors.add("checked", named("stage-checklist-open").with("left", left.join(", ")));
    }
}

/// What follows from entering: the chance and the column of the forecast that the stage gives, unless they are given too.
fn enter(cx: &Cx, stage: &Stage, pending: &mut Pending) {
    let now = Json::from(cx.now().micros());
    let mut given = Vec::new();
    if !pending.values.contains_key("stage_since") {
        given.push(("stage_since", now.clone()));
    }
    if !pending.values.contains_key("probability") || stage.outcome != Outcome::Open {
        given.push(("probability", stage.probability.into()));
    }
    if !pending.values.contains_key("forecast") {
        given.push(("forecast", stage.forecast.as_str().into()));
    }
    match stage.outcome {
        // An import may say when.
        Outcome::Won | Outcome::Lost if pending.values.contains_key("closed_at") => {}
        Outcome::Won | Outcome::Lost => given.push(("closed_at", now)),
        Outcome::Open => given.push(("closed_at", Json::Null)),
    }
    if stage.outcome != Outcome::Lost {
        given.push(("lost_reason", Json::Null));
    }
    pending.values.extend(given.into_iter().map(|(key, value)| (key.to_owned(), value)));
}
