//! Pipelines: the stages a deal goes through, with the chance of each, what a deal needs before it enters, and how long it may stay.
//! Everybody begins with one; a workspace that changes it, or adds others, has a definition of its own. The stages are the options
//! of the field `stage` of a deal, so that lists, boards, filters and imports know them.

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Result, Role, Text, Tx};
use records::{
    Filter, Object, Operator, Query,
    field::options::OwnOption,
    object::object,
    query,
    shape::{self, option_key},
};
use serde::{Deserialize, Serialize};

use crate::{deal, patience};

/// Stages of one pipeline, and pipelines, at most.
pub const MOST_STAGES: usize = 30;
pub const MOST_PIPELINES: usize = 20;
const LONGEST_NAME: usize = 60;

/// All pipelines of a workspace, in their order; what was taken out of use is left in history only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pipelines {
    pub pipelines: Vec<Pipeline>,
    /// What a change is made of; 0 where nobody changed anything yet.
    #[serde(skip)]
    pub version: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pipeline {
    /// What is kept on deals; it stays when the name changes.
    pub key: String,
    pub name: String,
    pub stages: Vec<Stage>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stage {
    /// What is kept on deals; it stays when the name changes, and is another in each pipeline.
    pub key: String,
    pub name: String,
    /// How likely a deal in it is won, in percent.
    pub probability: u8,
    pub outcome: Outcome,
    /// In which column of the forecast its deals stand, one of [`deal::FORECASTS`].
    pub forecast: String,
    /// Fields that must be filled in before a deal enters.
    pub requires: Vec<String>,
    /// What must be ticked off before a deal enters.
    pub checklist: Vec<Check>,
    /// After so many days a deal in it is stale.
    pub stale_after: Option<u32>,
}

/// One line of a checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub key: String,
    pub text: String,
}

/// What a stage means for the deal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    #[default]
    Open,
    Won,
    Lost,
}

impl Outcome {
    pub const ALL: [Outcome; 3] = [Outcome::Open, Outcome::Won, Outcome::Lost];

    pub const fn key(self) -> &'static str {
        match self {
            Outcome::Open => "open",
            Outcome::Won => "won",
            Outcome::Lost => "lost",
        }
    }
}

/// The stages that everybody begins with: key, chance, what it means, the column of the forecast, days until stale.
const DECLARED: [(&str, u8, Outcome, &str, u32); 6] = [
    ("new", 10, Outcome::Open, "pipeline", 14),
    ("qualified", 25, Outcome::Open, "pipeline", 14),
    ("proposal", 50, Outcome::Open, "best_case", 14),
    ("negotiation", 75, Outcome::Open, "committed", 14),
    ("won", 100, Outcome::Won, "committed", 0),
    ("lost", 0, Outcome::Lost, "omitted", 0),
];

/// The keys of [`DECLARED`], as the declaration of the field needs them.
pub const STAGES: &[&str] = &["new", "qualified", "proposal", "negotiation", "won", "lost"];
/// The key of the pipeline that everybody begins with.
pub const FIRST: &str = "sales";

impl Pipelines {
    /// What everybody begins with, in the words of a language.
    fn declared(language: kernel::Language) -> Pipelines {
        let stage = |(key, probability, outcome, forecast, stale): (&str, u8, Outcome, &str, u32)| Stage {
            key: key.to_owned(),
            name: locale::text(language, &format!("stage-{key}")).into_owned(),
            probability,
            outcome,
            forecast: forecast.to_owned(),
            stale_after: (stale > 0).then_some(stale),
            ..Stage::default()
        };
        let pipeline = Pipeline {
            key: FIRST.to_owned(),
            name: locale::text(language, "pipeline-sales").into_owned(),
            stages: DECLARED.into_iter().map(stage).collect(),
        };
        Pipelines { pipelines: vec![pipeline], version: 0 }
    }

    pub fn pipeline(&self, key: &str) -> Option<&Pipeline> {
        self.pipelines.iter().find(|pipeline| pipeline.key == key)
    }

    /// The stage of this key, and its pipeline; none once it is out of use.
    pub fn stage(&self, key: &str) -> Option<(&Pipeline, &Stage)> {
        let stages = self
            .pipelines
            .iter()
            .flat_map(|pipeline| pipeline.stages.iter().map(move |stage| (pipeline, stage)));
        stages.into_iter().find(|(_, stage)| stage.key == key)
    }

    /// Where a new deal begins.
    pub fn first_stage(&self) -> Option<&Stage> {
        self.pipelines.first().and_then(|pipeline| pipeline.stages.first())
    }
}

/// The pipelines of the workspace; asked once in a unit of work.
pub fn of(cx: &Cx) -> Result<Arc<Pipelines>> {
    cx.once(|| {
        let sql = "SELECT definition, version FROM pipelines WHERE workspace_id = ?1";
        let Some(row) = cx.query_one(sql, &[cx.workspace().into()])? else {
            return Ok(Arc::new(Pipelines::declared(cx.locality().language)));
        };
        let mut kept: Pipelines = serde_json::from_str(row.text(0))?;
        kept.version = row.int(1);
        Ok(Arc::new(kept))
    })
}

/// Keeps changed pipelines: gives new stages, pipelines and lines of checklists their keys, and the fields of deals their options.
/// `Conflict` when somebody else changed them since, or when deals are in what is no longer there.
pub fn keep(tx: &mut Tx, mut wanted: Pipelines) -> Result<()> {
    tx.require(Role::Admin)?;
    let known = of(tx)?;
    if known.version != wanted.version {
        return Err(Error::conflict("pipelines-changed"));
    }
    let deal = object(tx, deal::KEY)?;
    check(&deal, &wanted)?;
    name_new(&mut wanted, &deal);
    refuse_to_strand(tx, &deal, &known, &wanted)?;
    wanted.version += 1;
    tx.execute(
        "INSERT INTO pipelines (workspace_id, definition, version) VALUES (?1, ?2, ?3) \
         ON CONFLICT (workspace_id) DO UPDATE SET definition = excluded.definition, version = excluded.version",
        &[
            tx.workspace().into(),
            serde_json::to_string(&wanted).map_err(Error::internal)?.into(),
            wanted.version.into(),
        ],
    )?;
    tx.forget::<Pipelines>();
    if patience::differ(&known, &wanted) {
        jobs::enqueue(tx, &patience::Remeasure {})?;
    }
    give_options(tx, &deal, &wanted)
}

fn give_options(tx: &mut Tx, deal: &Object, wanted: &Pipelines) -> Result<()> {
    let option = |key: &str, label: &str, within: &str| OwnOption {
        key: key.to_owned(),
        label: label.to_owned(),
        within: within.to_owned(),
        ..OwnOption::default()
    };
    let pipelines = wanted.pipelines.iter().map(|pipeline| option(&pipeline.key, &pipeline.name, ""));
    let (mut stages, mut checks) = (Vec::new(), Vec::new());
    for pipeline in &wanted.pipelines {
        for stage in &pipeline.stages {
            stages.push(option(&stage.key, &stage.name, &pipeline.key));
            checks.extend(stage.checklist.iter().map(|check| option(&check.key, &check.text, &stage.key)));
        }
    }
    shape::set_options(tx, deal, "pipeline", pipelines.collect())?;
    shape::set_options(tx, deal, "stage", stages)?;
    shape::set_options(tx, deal, "checked", checks)
}

/// What is wrong with pipelines, by `{pipeline}.{stage}.{part}` or `{pipeline}.{part}`, counted from nought.
fn check(deal: &Object, wanted: &Pipelines) -> Result<()> {
    let mut errors = FieldErrors::default();
    if wanted.pipelines.is_empty() {
        errors.add("pipelines", Text::new("pipeline-needed"));
    }
    if wanted.pipelines.len() > MOST_PIPELINES {
        errors.add("pipelines", Text::new("too-many-pipelines").with("max", MOST_PIPELINES));
    }
    for (at, pipeline) in wanted.pipelines.iter().enumerate() {
        let others = wanted.pipelines[..at].iter().map(|other| other.name.as_str());
        name_errors(&mut errors, format!("{at}.name"), &pipeline.name, others);
        let count = |outcome| pipeline.stages.iter().filter(|stage| stage.outcome == outcome).count();
        if pipeline.stages.len() > MOST_STAGES {
            errors.add(format!("{at}.stages"), Text::new("too-many-stages").with("max", MOST_STAGES));
        }
        if Outcome::ALL.into_iter().any(|outcome| count(outcome) == 0) {
            errors.add(format!("{at}.stages"), Text::new("pipeline-lacks-stages"));
        }
        for (place, stage) in pipeline.stages.iter().enumerate() {
            let others = pipeline.stages[..place].iter().map(|other| other.name.as_str());
            name_errors(&mut errors, format!("{at}.{place}.name"), &stage.name, others);
            if stage.probability > 100 {
                errors.add(format!("{at}.{place}.probability"), Text::new("not-a-percentage"));
            }
            if stage.requires.iter().any(|key| !may_be_required(deal, key)) {
                errors.add(format!("{at}.{place}.requires"), Text::new("no-such-field"));
            }
        }
    }
    errors.into_result()
}

fn name_errors<'a>(
    errors: &mut FieldErrors,
    place: String,
    name: &str,
    mut others: impl Iterator<Item = &'a str>,
) {
    if name.trim().is_empty() {
        errors.add(place, Text::new("required"));
    } else if name.chars().count() > LONGEST_NAME {
        errors.add(place, Text::new("too-long").with("max", LONGEST_NAME));
    } else if others.any(|other| other.trim().to_lowercase() == name.trim().to_lowercase()) {
        errors.add(place, Text::new("label-taken"));
    }
}

/// The fields that a stage may ask for: those that somebody types, but for what every deal has.
pub fn may_be_required(deal: &Object, key: &str) -> bool {
    let field = deal.at(key).map(|at| &deal.fields[at]);
    field.is_some_and(|field| {
        !field.computed
            && !field.hidden
            && !field.retired
            && !["stage", "checked", deal.title].contains(&field.key.as_str())
    })
}

/// What is new gets keys that nothing had before: not even what is out of use, for deals may still say it.
fn name_new(wanted: &mut Pipelines, deal: &Object) {
    let choices = ["pipeline", "stage", "checked"];
    let options =
        choices.iter().filter_map(|key| deal.at(key)).filter_map(|at| deal.fields[at].kind.options());
    let known: Vec<_> = options.collect();
    let mut given: Vec<String> = Vec::new();
    let mut named = |key: &mut String, label: &str| {
        if key.is_empty() {
            *key = option_key(label, |key| {
                given.iter().any(|given| given == key)
                    || known.iter().any(|options| options.key_of(key).is_some())
            });
            given.push(key.clone());
        }
    };
    for pipeline in &mut wanted.pipelines {
        named(&mut pipeline.key, &pipeline.name);
        for stage in &mut pipeline.stages {
            named(&mut stage.key, &stage.name);
            for check in &mut stage.checklist {
                named(&mut check.key, &check.text);
            }
        }
    }
}

/// A stage that deals are in stays until they were moved.
fn refuse_to_strand(tx: &Tx, deal: &Arc<Object>, known: &Pipelines, wanted: &Pipelines) -> Result<()> {
    for stage in known.pipelines.iter().flat_map(|pipeline| &pipeline.stages) {
        if wanted.stage(&stage.key).is_some() {
            continue;
        }
        let filter = Filter::field("stage", Operator::Is, &[&stage.key]);
        let query = Query { filter, ..Query::default() };
        if !query::page(tx, deal, &query, &[], 1)?.records.is_empty() {
            return Err(Error::Conflict(Text::new("stage-has-deals").with("name", stage.name.clone())));
        }
    }
    Ok(())
}
