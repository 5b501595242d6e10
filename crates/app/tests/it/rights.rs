//! Whatever shows, counts, finds or changes cards is compared with a naive model, for chance organisations, roles, shares
//! and cards: nobody reaches more than they may, and nobody less.

mod model;
mod world;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use identity::rights::Verb;
use kernel::{Cx, Error, Id, Scope, Tx};
use records::{
    ChangeSet, Filter, Object, Operator, Query, access, changes,
    export::{self, Listing},
    field::reference,
    links, notices,
    object::object,
    query::{self, Aggregate, Total, Wanted},
    record,
    save::{self, Values},
    search, timeline, undo,
};
use testbed::{Testbed, on_each_database};

use self::{
    model::{Kind, Made, Model},
    world::World,
};
use crate::tallies::both_ways;

#[test]
fn nobody_reaches_more_than_they_may_nor_less() {
    let (seen, hidden) = (Cell::new(0), Cell::new(0));
    for seed in 1..=6 {
        on_each_database(|bed| {
            eprintln!("The world of the seed {seed}");
            let world = World::by_chance(bed, seed);
            for user in &world.model.users {
                let asker = Asker { bed, world: &world, user: *user, scope: world.scope(*user) };
                asker.asks_everything();
                let reached = asker.seen(|_| true).len();
                seen.set(seen.get() + reached);
                hidden.set(hidden.get() + world.model.cards.len() - reached);
            }
        });
    }
    assert!(seen.get() > 300 && hidden.get() > 300, "chance is fair: {seen:?} seen, {hidden:?} hidden");
}

/// One user, who tries everything.
struct Asker<'a> {
    bed: &'a Testbed,
    world: &'a World,
    user: Id,
    scope: Scope,
}

impl Asker<'_> {
    fn asks_everything(&self) {
        for name in &self.world.objects {
            self.lists_counts_and_sums(name);
            self.finds_one_by_one(name);
            self.exports(name);
        }
        self.searches();
        self.looks_through_references();
        self.looks_through_other_cards();
        self.sees_relations_and_timelines();
        self.reads_history();
        self.is_told();
        self.writes();
        self.undoes();
    }

    fn read<T>(&self, work: impl FnOnce(&Cx) -> kernel::Result<T>) -> T {
        self.bed.db().read(&self.scope, work).expect("reading")
    }

    /// What came of a piece of work that is not kept.
    fn tried<T>(&self, work: impl FnOnce(&mut Tx) -> kernel::Result<T>) -> kernel::Result<T> {
        let mut outcome = None;
        let _ = self.bed.db().write(&self.scope, |tx| -> kernel::Result<()> {
            outcome = Some(work(tx));
            Err(Error::conflict("not-kept"))
        });
        outcome.expect("it was tried")
    }

    fn model(&self) -> &Model {
        &self.world.model
    }

    fn may(&self, made: &Made, verb: Verb) -> bool {
        self.model().may(self.user, made, verb)
    }

    /// The ids of cards that satisfy this and may be seen.
    fn seen(&self, which: impl Fn(&Made) -> bool) -> BTreeSet<Id> {
        let all = self.model().cards.values().filter(|made| which(made));
        all.filter(|made| self.may(made, Verb::See)).map(|made| made.id).collect()
    }

    fn lists_counts_and_sums(&self, name: &str) {
        for trashed in [false, true] {
            let expected = self.seen(|made| made.object == name && made.trashed == trashed);
            let question = Query { trashed, ..Query::default() };
            let (listed, counted) = self.read(|cx| {
                let object = object(cx, name)?;
                Ok((all_pages(cx, &object, &question)?, query::count(cx, &object, &question, 10_000)?))
            });
            assert_eq!(listed, expected, "{name} listed, in the trash: {trashed}");
            assert_eq!(counted, expected.len() as u64, "{name} counted");
        }
        if name == "company" {
            let living = self.model().cards.values().filter(|made| made.object == name && !made.trashed);
            let expected: i64 =
                living.filter(|made| self.may(made, Verb::See)).map(|made| made.employees).sum();
            let sums = self.read(|cx| query::sums(cx, &object(cx, name)?, &Query::default(), "employees"));
            assert_eq!(sums.iter().map(|(_, sum)| sum).sum::<i64>(), expected, "employees added up");
            let wanted = [Wanted { field: "employees".to_owned(), aggregate: Aggregate::Sum }];
            let [kept, counted] = self.read(|cx| both_ways(cx, &object(cx, name)?, "owner", &wanted));
            assert_eq!(kept, counted, "kept and counted");
            let sum = |total: &Total| if let Total::Value(sum) = total { sum.as_i64() } else { None };
            assert_eq!(kept.1.1.first().and_then(sum).unwrap_or(0), expected, "employees kept");
        }
    }

    fn finds_one_by_one(&self, name: &str) {
        let made: Vec<&Made> = self.model().cards.values().filter(|made| made.object == name).collect();
        let expected = self.seen(|made| made.object == name);
        let ids: Vec<Id> = made.iter().map(|made| made.id).collect();
        let (found, many, titles) = self.read(|cx| {
            let object = object(cx, name)?;
            let mut found = BTreeSet::new();
            for id in &ids {
                match record::find(cx, &object, *id) {
                    Ok(record) => found.insert(record.id),
                    Err(Error::NotFound) => continue,
                    Err(error) => return Err(error),
                };
            }
            let references: Vec<_> = ids.iter().map(|id| reference::reference(name, *id)).collect();
            let titles = record::titles(cx, references.iter())?;
            Ok((found, record::find_many(cx, &object, &ids)?, titles))
        });
        assert_eq!(found, expected, "{name} found");
        assert_eq!(many.into_keys().collect::<BTreeSet<_>>(), expected, "{name} found together");
        assert_eq!(titles.into_keys().collect::<BTreeSet<_>>(), expected, "{name} titles");
    }

    fn exports(&self, name: &str) {
        let living = self.model().cards.values().filter(|made| made.object == name && !made.trashed);
        let expected = living.filter(|made| self.may(made, Verb::Export)).count() as u64;
        let mut out = Vec::new();
        let rows = self.bed.db().read(&self.scope, |cx| {
            let object = object(cx, name)?;
            let question = Query::default();
            export::csv(
                cx,
                &Listing { object: &object, query: &question, fields: &[], users: Arc::default() },
                &mut out,
            )
        });
        match rows {
            Ok(rows) => assert_eq!(rows, expected, "{name} exported"),
            Err(Error::Denied) => {
                assert!(!self.model().may_at_all(self.user, name, Verb::Export), "{name} not exported")
            }
            Err(Error::NotFound) => {
                assert!(!self.model().may_at_all(self.user, name, Verb::See), "{name} not there")
            }
            Err(error) => panic!("{error}"),
        }
    }

    fn searches(&self) {
        let hits = self.read(|cx| search::find(cx, world::WORD, None, 500));
        let found: BTreeSet<Id> = hits.iter().map(|hit| hit.id).collect();
        assert_eq!(found, self.seen(|made| !made.trashed), "found by a word");
        for name in &self.world.objects {
            let expected = self.seen(|made| made.object == *name && !made.trashed);
            let (hits, listed) = self.read(|cx| {
                let words = Query { words: world::WORD.to_owned(), ..Query::default() };
                Ok((
                    search::find(cx, world::WORD, Some(name), 500)?,
                    all_pages(cx, &object(cx, name)?, &words)?,
                ))
            });
            assert_eq!(hits.iter().map(|hit| hit.id).collect::<BTreeSet<_>>(), expected, "{name} offered");
            assert_eq!(listed, expected, "{name} listed by a word");
        }
    }

    /// A filter on the card that another refers to asks only what may be seen.
    fn looks_through_references(&self) {
        let filter = Filter::field("company.name", Operator::Contains, &[world::WORD]);
        let question = Query { filter, ..Query::default() };
        let found = self.read(|cx| all_pages(cx, &object(cx, "person")?, &question));
        let model = self.model();
        let expected = self.seen(|made| {
            let company = made.company.and_then(|id| model.cards.get(&id));
            made.object == "person"
                && !made.trashed
                && company.is_some_and(|company| !company.trashed && self.may(company, Verb::See))
        });
        assert_eq!(found, expected, "people by their company");
    }

    /// A filter through other cards counts those only that may be seen, for and against.
    fn looks_through_other_cards(&self) {
        let model = self.model();
        let counts = |made: &Made| !made.trashed && self.may(made, Verb::See);
        let those = |which: &dyn Fn(&Made) -> bool| -> Vec<&Made> {
            model.cards.values().filter(|made| counts(made) && which(made)).collect()
        };
        let of_person = |note: &Made, person| note.object == "note" && note.about == Some(person);
        let noted = |person: Id| !those(&|note: &Made| of_person(note, person)).is_empty();
        let staffed = |company: Id, with: &dyn Fn(Id) -> bool| {
            !those(&|made: &Made| made.company == Some(company) && with(made.id)).is_empty()
        };
        let employed = |made: &Made, with: &dyn Fn(Id) -> bool| {
            let company = made.company.and_then(|id| model.cards.get(&id));
            company.is_some_and(|company| counts(company) && with(company.id))
        };
        let zeta = || Filter::field("name", Operator::Contains, &[world::WORD]);
        let note = || Filter::has("note.about", Filter::field("text", Operator::Contains, &[world::WORD]));
        let check = |object: &str, filter: Filter, expected: &dyn Fn(&Made) -> bool| {
            let question = Query { filter: filter.clone(), ..Query::default() };
            let (listed, counted) = self.read(|cx| {
                let declared = records::object::object(cx, object)?;
                Ok((all_pages(cx, &declared, &question)?, query::count(cx, &declared, &question, 10_000)?))
            });
            let expected = self.seen(|made| made.object == object && !made.trashed && expected(made));
            assert_eq!(listed, expected, "{object}: {filter:?}");
            assert_eq!(counted, expected.len() as u64, "{object} counted: {filter:?}");
        };
        check("person", note(), &|made| noted(made.id));
        check("person", Filter::Not(Box::new(note())), &|made| !noted(made.id));
        for step in ["person.company", "relation:works_at:back"] {
            check("company", Filter::has(step, zeta()), &|made| staffed(made.id, &|_| true));
            check("company", Filter::has_no(step, Filter::default()), &|made| !staffed(made.id, &|_| true));
            check("company", Filter::has(step, note()), &|made| staffed(made.id, &noted));
            let unnoted = Filter::has_no(step, Filter::Not(Box::new(note())));
            check("company", unnoted, &|made| !staffed(made.id, &|person| !noted(person)));
        }
        for step in ["company", "relation:works_at"] {
            check("person", Filter::has(step, zeta()), &|made| employed(made, &|_| true));
            check("person", Filter::has_no(step, zeta()), &|made| !employed(made, &|_| true));
            let colleagues = Filter::has(step, Filter::has("relation:works_at:back", note()));
            let staffed = |company: Id| staffed(company, &noted);
            check("person", colleagues.clone(), &|made| employed(made, &staffed));
            let either = Filter::Any(vec![note(), colleagues]);
            check("person", either, &|made| noted(made.id) || employed(made, &staffed));
        }
    }

    fn sees_relations_and_timelines(&self) {
        let cards: Vec<&Made> = self.model().cards.values().filter(|made| made.object == "company").collect();
        for company in cards.iter().filter(|made| self.may(made, Verb::See)) {
            let related = self.read(|cx| links::of(cx, company.id));
            let found: BTreeSet<Id> = related.iter().map(|other| other.id).collect();
            let expected = self
                .seen(|made| made.object == "person" && !made.trashed && made.company == Some(company.id));
            assert_eq!(found, expected, "people of a company");
        }
        for made in self.model().cards.values().filter(|made| self.may(made, Verb::See)) {
            let entries = self.read(|cx| timeline::of_card(cx, made.id, None, 500));
            let found: BTreeSet<Id> = entries.iter().map(|entry| entry.record).collect();
            let expected = self.seen(|note| {
                let about = note.about.and_then(|id| self.model().cards.get(&id));
                let there = about.is_some_and(|about| {
                    about.id == made.id || note.object == "note" && about.company == Some(made.id)
                });
                there && !note.trashed
            });
            assert_eq!(found, expected, "timeline of a {}", made.object);
        }
    }

    fn reads_history(&self) {
        let model = self.model();
        let entries = self.read(|cx| changes::recent(cx, None, 10_000));
        let listed: BTreeSet<Id> = entries.iter().map(|entry| entry.id).collect();
        let may_see = |id: &Id| self.may(&model.cards[id], Verb::See);
        let sets = model.sets.iter().filter(|(_, touched)| touched.iter().any(|(id, _)| may_see(id)));
        let expected: BTreeMap<Id, BTreeSet<Id>> = sets
            .map(|(set, touched)| (*set, touched.iter().map(|(id, _)| *id).filter(may_see).collect()))
            .collect();
        let ours: BTreeSet<Id> = listed.into_iter().filter(|set| model.sets.contains_key(set)).collect();
        assert_eq!(ours, expected.keys().copied().collect(), "sets in the history");
        for entry in entries.iter().filter(|entry| model.sets.contains_key(&entry.id)) {
            let changes = self.read(|cx| changes::of_set(cx, entry.id, None, 1000));
            let touched: BTreeSet<Id> = changes.iter().map(|change| change.record).collect();
            assert_eq!(touched, expected[&entry.id], "records of a set");
            let whole = model.sets[&entry.id].iter().all(|(id, _)| may_see(id));
            assert_eq!(!entry.subject.is_empty(), whole, "a set is named only to who sees all of it");
        }
        let hidden = model.sets.keys().find(|set| !expected.contains_key(set));
        if let Some(hidden) = hidden {
            let found = self.bed.db().read(&self.scope, |cx| changes::find(cx, *hidden));
            assert!(matches!(found, Err(Error::NotFound)), "a set that is not seen");
        }
    }

    /// Notices about cards that are seen, and no others; the bell counts as many.
    fn is_told(&self) {
        let (listed, counted) =
            self.read(|cx| Ok((notices::page(cx, None, false, 100)?, notices::unread(cx)?)));
        let told = self.model().told.iter().filter(|(user, _)| *user == self.user).map(|(_, card)| *card);
        let mut expected: Vec<Id> =
            told.filter(|card| self.may(&self.model().cards[card], Verb::See)).collect();
        // Beside these they were told of what they were made responsible for, and of changes to that.
        let shared = listed.iter().filter(|notice| notice.kind == notices::Kind::Shared);
        let mut found: Vec<Id> = shared.map(|notice| notice.record).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "notices");
        assert_eq!(counted, listed.len() as u64, "unread notices");
        for notice in listed.iter().filter(|notice| notice.cards == 1) {
            assert!(self.may(&self.model().cards[&notice.record], Verb::See), "a notice about a card unseen");
        }
    }

    fn writes(&self) {
        for made in self.model().cards.values() {
            let edited = self.tried(|tx| {
                let declared = object(tx, &made.object)?;
                let mut set = ChangeSet::new(tx, "change-edited");
                let values = Values::from_iter([(declared.title.to_owned(), "Zeta anew".into())]);
                save::edit(tx, &mut set, &declared, made.id, values, &Values::new()).map(drop)
            });
            if !made.trashed {
                self.expect(edited, made, Verb::Edit);
            }
            let moved = self.tried(|tx| {
                let declared = object(tx, &made.object)?;
                let mut set = ChangeSet::new(tx, "change-trashed");
                let act = if made.trashed { save::restore } else { save::trash };
                act(tx, &mut set, &declared, made.id).map(drop)
            });
            self.expect(moved, made, Verb::Delete);
            let answers = self.read(|cx| {
                let declared = object(cx, &made.object)?;
                let on = match record::find(cx, &declared, made.id) {
                    Ok(record) => access::may_on(cx, &record, Verb::Bulk)?,
                    Err(_) => false,
                };
                Ok((access::holds(cx, &declared, made.id, Verb::Merge)?, on))
            });
            assert_eq!(answers.0, self.may(made, Verb::Merge), "merging a {}", made.object);
            assert_eq!(answers.1, self.may(made, Verb::Bulk), "changing several, also a {}", made.object);
        }
        for name in &self.world.objects {
            let created = self.tried(|tx| {
                let declared = object(tx, name)?;
                let mut set = ChangeSet::new(tx, "change-created");
                save::create(tx, &mut set, &declared, self.world.fresh(tx, &declared)?)
            });
            let may = self.model().may_at_all(self.user, name, Verb::Create);
            match created {
                Ok(_) => assert!(may, "{name} created"),
                // A note needs a card that is seen.
                Err(Error::Invalid(_)) => assert!(matches!(name.as_str(), "note" | "comment") && may),
                Err(Error::Denied | Error::NotFound) => assert!(!may, "{name} not created"),
                Err(error) => panic!("{error}"),
            }
        }
    }

    fn expect(&self, outcome: kernel::Result<()>, made: &Made, verb: Verb) {
        let (seen, may) = (self.may(made, Verb::See), self.may(made, verb));
        match outcome {
            Ok(()) => assert!(may, "{verb:?} a {} of somebody else", made.object),
            Err(Error::Denied) => assert!(seen && !may, "{verb:?} a {}: denied", made.object),
            Err(Error::NotFound) => assert!(!seen, "{verb:?} a {}: not found", made.object),
            Err(error) => panic!("{verb:?} a {}: {error}", made.object),
        }
    }

    fn undoes(&self) {
        for (set, touched) in &self.model().sets {
            let outcome = self.tried(|tx| undo::undo(tx, *set).map(drop));
            let card = |id: &Id| &self.model().cards[id];
            let seen = touched.iter().any(|(id, _)| self.may(card(id), Verb::See));
            let may = touched.iter().all(|(id, kind)| {
                let verb = match kind {
                    Kind::Edited => Verb::Edit,
                    Kind::Created | Kind::Trashed => Verb::Delete,
                    Kind::Linked => Verb::See,
                };
                self.may(card(id), verb)
            });
            match outcome {
                Ok(()) => assert!(may, "undone"),
                Err(Error::NotFound) => assert!(!seen, "what is seen is not denied to be there"),
                Err(Error::Conflict(text)) => {
                    assert_eq!(text.key, "undo-beyond-rights");
                    assert!(seen && !may, "refused to undo");
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

/// All pages, small ones, so that the way from one to the next is asked too.
fn all_pages(cx: &Cx, object: &Arc<Object>, question: &Query) -> kernel::Result<BTreeSet<Id>> {
    let (mut found, mut question) = (BTreeSet::new(), question.clone());
    loop {
        let page = query::page(cx, object, &question, &[object.title], 5)?;
        found.extend(page.records.iter().map(|record| record.id));
        match page.next {
            Some(next) => question.after = Some(next),
            None => return Ok(found),
        }
    }
}
