//! How well duplicates are found: precision and recall on the labelled set, of what is sure and of what is shown, and how
//! long a scan of a million people takes.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::Instant,
};

use anyhow::{Context, Result, anyhow, ensure};
use kernel::{Id, Timestamp};
use records::{
    Json, Object, Record,
    duplicates::{self, Compared},
    matching::{EXACT, Profile, SHOWN, Signs},
};

use crate::{
    home,
    labelled::{self, Card, DEVELOPMENT, HELD_OUT},
    options::Options,
    process::Watch,
    program::Program,
    report::{Report, Row, thousands},
};

const CARDS: u64 = 50_000;
/// Nothing below this is looked at when mistakes are explained.
const LEAST: i32 = -60;
/// Examples of each kind of mistake that are printed.
const EXPLAINED: usize = 40;

/// Finds the duplicates of the set that the matcher was not tuned on, or explains those of the one that it was.
pub(crate) fn run(options: &Options) -> Result<Report> {
    let seed = if options.explain { DEVELOPMENT } else { HELD_OUT };
    let mut report = Report { people: CARDS, ..Report::default() };
    let mut all = Counts::default();
    let cards = labelled::cards(seed, CARDS);
    for object in [people::person::person(), people::company::company()] {
        let set = Set::new(object, &cards)?;
        let began = Instant::now();
        let found = set.found();
        let took = began.elapsed().as_secs_f64();
        let counts = set.counts(&found);
        report.notes.push(format!(
            "{}: {} pairs are the same, of which {} share nothing but a name; sure: {}, as cards that become one: {}, in \
             two nights: {}; shown: {}, beside cards that became one: {}; compared in {took:.1} s.",
            set.object.key,
            thousands(counts.same),
            thousands(set.only_named()),
            counts.exact.written(counts.same),
            counts.merged.written(counts.same),
            counts.second_night.written(counts.same),
            counts.shown.written(counts.same),
            counts.shown_merged.written(counts.same),
        ));
        all.add(&counts);
        if options.explain {
            set.explain(&found.pairs);
        }
    }
    let (sure, shown) = ((0.98, 0.90), (0.80, 0.95));
    report.rows.push(all.exact.row("duplicates that are sure, two by two", all.same, sure));
    report.rows.push(all.merged.row("the same, as the cards that become one", all.same, sure));
    report.rows.push(all.second_night.row(
        "the same, when the next night compares what became one",
        all.same,
        sure,
    ));
    report.rows.push(all.shown.row("duplicates that are shown, two by two", all.same, shown));
    report.rows.push(all.shown_merged.row("the same, when what is sure became one", all.same, shown));
    report.notes.push(format!(
        "Labelled set: seed {seed} ({}), {} cards, one in five a company.",
        if options.explain { "development, on which the weights were set" } else { "held out" },
        thousands(CARDS)
    ));
    Ok(report)
}

/// Scans the people of a round in a process of its own, so that its memory can be told.
pub(crate) fn scan(program: &Program, people: u64, report: &mut Report) -> Result<()> {
    let this = std::env::current_exe()?;
    let began = Instant::now();
    let mut command = Command::new(this);
    command.arg("--scan").arg(&program.folder).args(["--database", &program.database]);
    let mut child = command.spawn().context("starting the scan")?;
    let watch = Watch::begin(child.id());
    let status = child.wait()?;
    let (took, memory) = (began.elapsed(), watch.end()?);
    ensure!(status.success(), "the scan failed");
    let met = took.as_secs() <= 300 && memory.resident <= 400_000_000;
    report.rows.push(Row {
        measure: format!("scan for duplicates, {} people", thousands(people)),
        p50: format!("{:.1} s", took.as_secs_f64()),
        p99: memory.written(),
        target: "≤ 300 s, ≤ 400 MB".to_owned(),
        met: (people >= 1_000_000).then_some(met),
        ..Row::default()
    });
    Ok(())
}

/// What the process of [`scan`] does.
pub(crate) fn scan_here(folder: &Path, options: &Options) -> Result<()> {
    let program = Program::new(PathBuf::new(), folder.to_owned(), options.database.as_deref());
    let db = home::open(&program)?;
    let scope = home::owner(&db)?;
    let (cards, pairs) = duplicates::scan_now(&db, &scope, "person")?;
    eprintln!("Compared {} cards, found {} pairs.", thousands(cards), thousands(pairs));
    Ok(())
}

/// The labelled cards of one object.
struct Set {
    object: Arc<Object>,
    cards: HashMap<Id, Record>,
    entities: HashMap<Id, u64>,
}

type Pair = (Id, Id, i32, Signs);

impl Set {
    fn new(object: Object, labelled: &[Card]) -> Result<Set> {
        let object = Arc::new(object);
        let (mut cards, mut entities) = (HashMap::new(), HashMap::new());
        for card in labelled.iter().filter(|card| card.object == object.key) {
            let id = Id::new(Timestamp::from_micros(cards.len() as i64));
            let mut values = Vec::with_capacity(object.fields.len());
            for field in &object.fields {
                let value = card.values.get(&field.key).unwrap_or(&Json::Null);
                values.push(field.kind.check(value).map_err(|text| anyhow!("{}: {}", field.key, text.key))?);
            }
            let mut record = Record::imagined(object.clone(), values);
            record.id = id;
            cards.insert(id, record);
            entities.insert(id, card.entity);
        }
        Ok(Set { object, cards, entities })
    }

    /// Every two cards that share a key, with what the matcher says of them, and the cards that become one.
    fn found(&self) -> Compared {
        duplicates::compare_all(self.cards.iter().map(|(id, card)| (*id, Profile::of(card))), LEAST)
    }

    fn is_same(&self, one: Id, other: Id) -> bool {
        self.entities.get(&one) == self.entities.get(&other)
    }

    /// Every two cards that are the same.
    fn same(&self) -> Vec<(Id, Id)> {
        let mut by_entity: HashMap<u64, Vec<Id>> = HashMap::new();
        for (id, entity) in &self.entities {
            by_entity.entry(*entity).or_default().push(*id);
        }
        let mut pairs = Vec::new();
        for cards in by_entity.values() {
            for (at, one) in cards.iter().enumerate() {
                pairs.extend(cards[at + 1..].iter().map(|other| (*one.min(other), *one.max(other))));
            }
        }
        pairs.sort_unstable();
        pairs
    }

    /// Pairs that no data but the name connects: nobody could tell them from namesakes.
    fn only_named(&self) -> u64 {
        let told = |card: &Record| {
            let fields =
                ["company", "emails", "phones", "addresses", "birthday", "links", "registration_number"];
            let known = fields.iter().map(|field| card.get(field)).filter(|value| !value.is_null());
            known.map(ToString::to_string).collect::<Vec<_>>()
        };
        let apart = |(one, other): &&(Id, Id)| {
            let one = told(&self.cards[one]);
            told(&self.cards[other]).iter().all(|value| !one.contains(value))
        };
        self.same().iter().filter(apart).count() as u64
    }

    fn counts(&self, found: &Compared) -> Counts {
        let mut counts = Counts { same: self.same().len() as u64, ..Counts::default() };
        for (one, other, score, _) in &found.pairs {
            let same = self.is_same(*one, *other);
            if *score >= SHOWN {
                counts.shown.count(same);
            }
            if *score >= EXACT {
                counts.exact.count(same);
            }
        }
        self.count_groups(found, &mut counts);
        counts.second_night = self.united(&self.next_night(&found.groups));
        counts
    }

    /// How many pairs became one card, rightly or not.
    fn united(&self, groups: &[Vec<Id>]) -> Found {
        let mut counted = Found::default();
        for group in groups {
            for (at, one) in group.iter().enumerate() {
                group[at + 1..].iter().for_each(|other| counted.count(self.is_same(*one, *other)));
            }
        }
        counted
    }

    /// The groups after one night more, which sees the merged cards with all that stood on theirs.
    fn next_night(&self, groups: &[Vec<Id>]) -> Vec<Vec<Id>> {
        let mut cards = self.cards.clone();
        let mut members: HashMap<Id, Vec<Id>> = HashMap::new();
        for group in groups {
            for other in &group[1..] {
                if let (Some(gone), Some(kept)) = (cards.remove(other), cards.get_mut(&group[0])) {
                    kept.values.iter_mut().zip(gone.values).for_each(|(mine, theirs)| unite(mine, theirs));
                }
            }
            members.insert(group[0], group.clone());
        }
        let found = duplicates::compare_all(cards.iter().map(|(id, card)| (*id, Profile::of(card))), EXACT);
        for group in found.groups {
            let all: Vec<Id> = group.iter().flat_map(|id| members.remove(id).unwrap_or(vec![*id])).collect();
            members.insert(group[0], all);
        }
        members.into_values().collect()
    }

    /// Two cards are merged when they end up as one, and shown when two that they became are.
    fn count_groups(&self, found: &Compared, counts: &mut Counts) {
        let mut group_of: HashMap<Id, usize> = HashMap::new();
        for (at, group) in found.groups.iter().enumerate() {
            group_of.extend(group.iter().map(|id| (*id, at)));
        }
        counts.merged = self.united(&found.groups);
        counts.shown_merged = counts.merged;
        let members = |id: &Id| match group_of.get(id) {
            Some(group) => found.groups[*group].clone(),
            None => vec![*id],
        };
        let mut met: HashSet<(Id, Id)> = HashSet::new();
        for (one, other, score, _) in &found.pairs {
            let apart = group_of.get(one).is_none_or(|group| group_of.get(other) != Some(group));
            if *score < SHOWN || !apart {
                continue;
            }
            for one in members(one) {
                for other in members(other) {
                    if met.insert((one.min(other), one.max(other))) {
                        counts.shown_merged.count(self.is_same(one, other));
                    }
                }
            }
        }
    }

    /// Prints what each threshold would give, and examples of every kind of mistake.
    fn explain(&self, found: &[Pair]) {
        let same = self.same();
        println!("\n{}: what each score gives", self.object.key);
        for least in (LEAST..120).step_by(5) {
            let mut counted = Found::default();
            let over = found.iter().filter(|(_, _, score, _)| *score >= least);
            over.for_each(|(one, other, ..)| counted.count(self.is_same(*one, *other)));
            println!("{least:5} {}", counted.written(same.len() as u64));
        }
        let scores: HashMap<(Id, Id), i32> =
            found.iter().map(|(one, other, score, _)| ((*one.min(other), *one.max(other)), *score)).collect();
        let score = |pair: &(Id, Id)| scores.get(pair).copied();
        let wrong = |over: std::ops::Range<i32>| {
            let pairs = found.iter().filter(move |(_, _, score, _)| over.contains(score));
            let pairs = pairs.filter(|(one, other, ..)| !self.is_same(*one, *other));
            pairs.map(|(one, other, ..)| (*one.min(other), *one.max(other))).collect::<Vec<_>>()
        };
        let missed = |low: Option<i32>, high: i32| {
            let within = |pair: &&(Id, Id)| match (score(pair), low) {
                (None, None) => true,
                (Some(score), Some(low)) => (low..high).contains(&score),
                _ => false,
            };
            same.iter().filter(within).copied().collect::<Vec<_>>()
        };
        for (what, pairs) in [
            ("NEVER COMPARED", missed(None, 0)),
            ("MISSED", missed(Some(LEAST), SHOWN)),
            ("NOT SURE OF", missed(Some(SHOWN), EXACT)),
            ("WRONGLY SURE OF", wrong(EXACT..i32::MAX)),
            ("WRONGLY SHOWN", wrong(SHOWN..EXACT)),
        ] {
            println!("\n{what}: {} of {}", pairs.len(), self.object.key);
            for (one, other) in pairs.iter().step_by((pairs.len() / EXPLAINED).max(1)) {
                println!("{:?}", score(&(*one, *other)));
                println!("    {}\n    {}", told(&self.cards[one]), told(&self.cards[other]));
            }
        }
    }
}

/// As a merge that nobody decides about: lists are put together, and of what there can be but one the first stays.
fn unite(mine: &mut Json, theirs: Json) {
    match (mine, theirs) {
        (Json::Array(mine), Json::Array(theirs)) => {
            let new: Vec<Json> = theirs.into_iter().filter(|item| !mine.contains(item)).collect();
            mine.extend(new);
        }
        (mine @ Json::Null, theirs) => *mine = theirs,
        _ => {}
    }
}

fn told(card: &Record) -> String {
    let fields =
        ["name", "company", "emails", "phones", "addresses", "birthday", "links", "registration_number"];
    let told = fields.iter().filter_map(|field| {
        let value = card.get(field);
        Some(card.object.field(field).ok()?.kind.export(value)).filter(|_| !value.is_null())
    });
    told.collect::<Vec<_>>().join(" | ")
}

#[derive(Default)]
struct Counts {
    same: u64,
    exact: Found,
    merged: Found,
    second_night: Found,
    shown: Found,
    shown_merged: Found,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.same += other.same;
        for (mine, theirs) in [
            (&mut self.exact, &other.exact),
            (&mut self.merged, &other.merged),
            (&mut self.second_night, &other.second_night),
            (&mut self.shown, &other.shown),
            (&mut self.shown_merged, &other.shown_merged),
        ] {
            mine.right += theirs.right;
            mine.wrong += theirs.wrong;
        }
    }
}

#[derive(Default, Clone, Copy)]
struct Found {
    right: u64,
    wrong: u64,
}

impl Found {
    fn count(&mut self, same: bool) {
        if same {
            self.right += 1;
        } else {
            self.wrong += 1;
        }
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self, same: u64) -> f64 {
        self.right as f64 / same.max(1) as f64
    }

    fn written(&self, same: u64) -> String {
        format!("precision {:.4}, recall {:.4}", self.precision(), self.recall(same))
    }

    fn row(&self, measure: &str, same: u64, (precision, recall): (f64, f64)) -> Row {
        Row {
            measure: measure.to_owned(),
            p50: format!("precision {:.4}", self.precision()),
            p99: format!("recall {:.4}", self.recall(same)),
            target: format!("≥ {precision:.2}, ≥ {recall:.2}"),
            met: Some(self.precision() >= precision && self.recall(same) >= recall),
            ..Row::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_and_recall_are_counted() {
        let mut found = Found::default();
        [true, true, true, false].into_iter().for_each(|same| found.count(same));
        assert_eq!((found.precision(), found.recall(6)), (0.75, 0.5));
        assert_eq!(found.row("", 6, (0.7, 0.6)).met, Some(false));
        assert_eq!(found.row("", 6, (0.7, 0.5)).met, Some(true));
    }
}
