//! A deal: what somebody may buy, for how much, when, and how far that is. Which stages there are says [`crate::pipeline`]; what
//! entering one asks for and brings about, [`crate::stage`].

use kernel::{Cx, FieldErrors, Result, Tx};
use records::{
    Behavior, ChangeSet, Field, Json, Object, Record,
    behavior::{Done, Pending},
    field::{
        as_text, date::Date, date_time::DateTime, long_text::LongText, money::Money,
        multi_select::MultiSelect, number::Number, reference::Reference, select::Select, text::Text,
        user::User,
    },
    links::LinkKind,
    rank,
    save::Values,
};

use people::person::{SOURCES, own};

use crate::{patience, pipeline, stage};

pub const KEY: &str = "deal";

/// The columns of a forecast, the surest first.
pub const FORECASTS: &[&str] = &["committed", "best_case", "pipeline", "omitted"];

/// Who has a say in a deal, and what their part is: decides, uses it, pays…
pub const TAKES_PART: LinkKind =
    LinkKind { key: "takes_part", from: "person", to: KEY, symmetric: false, role: true };

const LOST_REASONS: &[&str] =
    &["price", "competitor", "no_budget", "no_decision", "bad_timing", "lacks_something", "other"];

/// The declaration.
pub fn deal() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed().group("about"),
        Field::new("company", Reference { object: Some("company") }).listed().indexed().group("about"),
        Field::new("person", Reference { object: Some("person") }).listed().indexed().group("about"),
        Field::new("amount", Money).listed().group("about"),
        Field::new("stage", Select::of("stage", pipeline::STAGES))
            .within("pipeline")
            .required()
            .listed()
            .indexed()
            .timed("stage_since")
            .group("about"),
        Field::new("closes_on", Date).listed().indexed().group("about"),
        Field::new("probability", Number { decimals: 0 }).group("about"),
        Field::new("forecast", Select::of("forecast", FORECASTS)).group("about"),
        Field::new("pipeline", Select::of("pipeline", &[pipeline::FIRST]))
            .computed()
            .indexed()
            .group("about"),
        // Open, won or lost, as its stage says.
        Field::new("state", Select::of("deal-state", &["open", "won", "lost"]))
            .computed()
            .indexed()
            .group("about"),
        Field::new("weighted", Money).computed().group("about"),
        Field::new("checked", MultiSelect::listed()).within("stage").group("about"),
        Field::new("lost_reason", Select::open("lost-reason", LOST_REASONS)).group("about"),
        Field::new("competitor", Text).searched().group("about"),
        Field::new("next_step_at", DateTime).computed().listed().indexed().group("about"),
        Field::new("stage_since", DateTime).computed().group("about"),
        Field::new("closed_at", DateTime).computed().indexed().group("about"),
        Field::new("tags", MultiSelect::free()).searched().group("about"),
        Field::new("about", LongText).searched().group("about"),
        Field::new("owner", User).listed().indexed().group("account"),
        Field::new("source", Select::open("source", SOURCES)).group("account"),
        Field::new("last_talk_at", DateTime).computed().indexed().group("account"),
        Field::new("last_talk_by", User).computed().group("account"),
    ];
    Object::new(KEY, "deals", "name", fields)
        .detail(&["company", "person"])
        .ranked()
        .read_together("on_board", &["pipeline", "state", "stage", rank::FIELD], &["amount"])
        .read_together(
            "to_come",
            &["state", "closes_on"],
            &["owner", "forecast", "amount", "weighted", "pipeline"],
        )
        .read_together("closed", &["state", "closed_at"], &["owner", "amount", "pipeline"])
        // What is planned with a company, and how patient its open deals are: it may have thousands.
        .read_together("with_company", &["company", "next_step_at"], &["state", "stage"])
        .behavior(DealRules)
}

#[derive(Debug)]
struct DealRules;

impl Behavior for DealRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        let pipelines = pipeline::of(cx)?;
        if pending.before.is_none() {
            begin(cx, &pipelines, pending);
        }
        stage::follow(cx, &pipelines, pending, errors)?;
        weigh(pending);
        Ok(())
    }

    fn after(&self, tx: &mut Tx, _: &mut ChangeSet, done: &Done) -> Result<()> {
        patience::follow(tx, done)
    }

    fn merging(&self, cx: &Cx, members: &[Record], values: &mut Values) -> Result<()> {
        // The survivor's stage may be another's: what depends on it is completed as if somebody had chosen it.
        let Some(survivor) = members.first() else { return Ok(()) };
        let mut pending = Pending { before: Some(survivor), values: std::mem::take(values) };
        let pipelines = pipeline::of(cx)?;
        stage::follow(cx, &pipelines, &mut pending, &mut FieldErrors::default())?;
        weigh(&mut pending);
        *values = pending.values;
        Ok(())
    }
}

/// Where a deal begins, and whose it is, unless somebody says otherwise.
fn begin(cx: &Cx, pipelines: &pipeline::Pipelines, pending: &mut Pending) {
    if let (true, Some(first)) = (pending.value("stage").is_null(), pipelines.first_stage()) {
        pending.values.insert("stage".to_owned(), first.key.as_str().into());
    }
    // An empty box of the form says nothing.
    for field in ["probability", "forecast"] {
        if pending.value(field).is_null() {
            pending.values.remove(field);
        }
    }
    if !pending.values.contains_key("owner") {
        own(cx, pending);
    }
}

/// The amount times the chance, rounded half away from nothing to the smallest unit.
fn weigh(pending: &mut Pending) {
    let (amount, chance) = (pending.value("amount"), pending.value("probability").as_i64());
    let weighted = match (amount["minor"].as_i64(), chance) {
        (Some(minor), Some(chance)) => {
            let hundredths = i128::from(minor) * i128::from(chance);
            let whole = (hundredths + if hundredths < 0 { -50 } else { 50 }) / 100;
            serde_json::json!({ "minor": i64::try_from(whole).unwrap_or(minor), "currency": amount["currency"] })
        }
        _ => Json::Null,
    };
    pending.values.insert("weighted".to_owned(), weighted);
}

/// Still to be won or lost.
pub fn is_open(deal: &Record) -> bool {
    as_text(deal.get("state")) == "open"
}
