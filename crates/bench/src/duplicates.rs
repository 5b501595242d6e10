//! How well duplicates are found: precision and recall on the labelled set, of what is sure and of what is shown, and how
//! long a scan of a million people takes.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use kernel::{Db, Id, Scope};
use records::{
    ChangeSet, Record,
    duplicates::{self, Pair, State},
    field::Reading,
    object::object,
    record, save,
};

use crate::{
    home,
    labelled::{self, DEVELOPMENT, HELD_OUT},
    options::Options,
    process::Watch,
    program::Program,
    report::{Report, Row, thousands},
};

const CARDS: u64 = 50_000;
const CREATED_AT_ONCE: usize = 1_000;
/// Examples of each kind of mistake that are printed.
const EXPLAINED: usize = 40;

/// Finds the duplicates of the set that the matcher was not tuned on, or explains those of the one that it was.
pub(crate) fn run(options: &Options) -> Result<Report> {
    let seed = if options.explain { DEVELOPMENT } else { HELD_OUT };
    let set = Set::new(options, seed)?;
    let mut report = Report { people: CARDS, ..Report::default() };
    let mut all = Counts::default();
    for name in ["person", "company"] {
        let began = Instant::now();
        duplicates::scan_now(&set.db, &set.scope, name)?;
        let took = began.elapsed().as_secs_f64();
        let counts = set.counts(name)?;
        report.notes.push(format!(
            "{name}: {} pairs are the same; sure: {}; shown: {}; scanned in {took:.1} s.",
            thousands(counts.same),
            counts.exact.written(counts.same),
            counts.shown.written(counts.same),
        ));
        all.add(&counts);
        if options.explain {
            set.explain(name)?;
        }
    }
    report.rows.push(all.exact.row("duplicates that are sure", all.same, (0.98, 0.90)));
    report.rows.push(all.shown.row("duplicates that are shown", all.same, (0.80, 0.95)));
    report.notes.push(format!(
        "Labelled set: seed {seed} ({}), {} cards, one in five a company.",
        if options.explain { "development, on which the weights were set" } else { "held out" },
        thousands(CARDS)
    ));
    fs::remove_dir_all(&set.folder)?;
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

/// The labelled cards in a database of their own.
struct Set {
    folder: PathBuf,
    db: Db,
    scope: Scope,
    entities: HashMap<Id, (&'static str, u64)>,
}

impl Set {
    fn new(options: &Options, seed: u64) -> Result<Set> {
        let folder = PathBuf::from("target/bench/labelled");
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let folder = fs::canonicalize(folder)?;
        let program = Program::new(PathBuf::new(), folder.clone(), options.database.as_deref());
        let db = home::open(&program)?;
        home::set_up(&db)?;
        let scope = home::owner(&db)?;
        let mut entities = HashMap::new();
        let mut cards = labelled::cards(seed, CARDS).into_iter().peekable();
        while cards.peek().is_some() {
            db.write(&scope, |tx| {
                let mut set = ChangeSet::new(tx, "change-imported").in_bulk();
                for card in cards.by_ref().take(CREATED_AT_ONCE) {
                    let id = save::create(tx, &mut set, &object(tx, card.object)?, card.values)?;
                    entities.insert(id, (card.object, card.entity));
                }
                set.close(tx)
            })?;
        }
        Ok(Set { folder, db, scope, entities })
    }

    fn found(&self, name: &str) -> Result<Vec<Pair>> {
        Ok(self.db.read(&self.scope, |cx| {
            duplicates::found(cx, &*object(cx, name)?, State::Open, usize::MAX >> 8)
        })?)
    }

    fn is_same(&self, one: Id, other: Id) -> bool {
        self.entities.get(&one) == self.entities.get(&other)
    }

    /// Every two cards that are the same.
    fn same(&self, name: &str) -> Vec<(Id, Id)> {
        let mut by_entity: HashMap<u64, Vec<Id>> = HashMap::new();
        for (id, (object, entity)) in &self.entities {
            if *object == name {
                by_entity.entry(*entity).or_default().push(*id);
            }
        }
        let mut pairs = Vec::new();
        for cards in by_entity.values() {
            for (at, one) in cards.iter().enumerate() {
                pairs.extend(cards[at + 1..].iter().map(|other| (*one.min(other), *one.max(other))));
            }
        }
        pairs
    }

    fn counts(&self, name: &str) -> Result<Counts> {
        let mut counts = Counts { same: self.same(name).len() as u64, ..Counts::default() };
        for pair in self.found(name)? {
            let same = self.is_same(pair.one, pair.other);
            counts.shown.count(same);
            if pair.is_exact() {
                counts.exact.count(same);
            }
        }
        Ok(counts)
    }

    /// Prints pairs that were missed, and pairs that were wrongly taken for sure.
    fn explain(&self, name: &str) -> Result<()> {
        let found = self.found(name)?;
        let by_pair: HashMap<(Id, Id), &Pair> =
            found.iter().map(|pair| ((pair.one, pair.other), pair)).collect();
        let mut missed = self.same(name);
        missed.sort_unstable();
        let lost: Vec<_> = missed.iter().filter(|pair| !by_pair.contains_key(pair)).collect();
        let unsure: Vec<_> =
            missed.iter().filter(|pair| by_pair.get(pair).is_some_and(|pair| !pair.is_exact())).collect();
        let wrong: Vec<(Id, Id)> = found
            .iter()
            .filter(|pair| pair.is_exact() && !self.is_same(pair.one, pair.other))
            .map(|pair| (pair.one, pair.other))
            .collect();
        let shown: Vec<(Id, Id)> = found
            .iter()
            .filter(|pair| !pair.is_exact() && !self.is_same(pair.one, pair.other))
            .map(|pair| (pair.one, pair.other))
            .collect();
        self.print("MISSED", lost.len(), lost.into_iter(), name, &by_pair)?;
        self.print("NOT SURE OF", unsure.len(), unsure.into_iter(), name, &by_pair)?;
        self.print("WRONGLY SURE OF", wrong.len(), wrong.iter(), name, &by_pair)?;
        self.print("WRONGLY SHOWN", shown.len(), shown.iter(), name, &by_pair)
    }

    fn print<'p>(
        &self,
        what: &str,
        count: usize,
        pairs: impl Iterator<Item = &'p (Id, Id)>,
        name: &str,
        found: &HashMap<(Id, Id), &Pair>,
    ) -> Result<()> {
        println!("\n{what}: {count} of {name}");
        self.db.read(&self.scope, |cx| {
            let object = object(cx, name)?;
            for (one, other) in pairs.step_by((count / EXPLAINED).max(1)) {
                let score = found.get(&(*one, *other)).map(|pair| pair.score);
                println!("{score:?}");
                for id in [one, other] {
                    println!("    {}", told(&record::find(cx, &object, *id)?, &Reading::plain(cx)));
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn told(card: &Record, reading: &Reading) -> String {
    let fields = ["name", "emails", "phones", "addresses", "birthday", "links", "registration_number"];
    fields.map(|field| card.show(field, reading)).join(" | ")
}

#[derive(Default)]
struct Counts {
    same: u64,
    exact: Found,
    shown: Found,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.same += other.same;
        for (mine, theirs) in [(&mut self.exact, &other.exact), (&mut self.shown, &other.shown)] {
            mine.right += theirs.right;
            mine.wrong += theirs.wrong;
        }
    }
}

#[derive(Default)]
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
