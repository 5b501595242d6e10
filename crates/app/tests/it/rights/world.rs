//! A workspace by chance: units, people in them, roles, cards of everybody, changes, shares. What is made is written down in
//! the model at the same time.

use std::collections::BTreeMap;

use identity::{
    NewUser,
    rights::{Reach, Rights, Verb},
    roles, shares,
    shares::{May, NewShare, With},
    units,
};
use kernel::{Actor, Cx, Id, Role, Scope, Tx, clock::HOUR};
use records::{
    ChangeSet, Object,
    field::reference,
    object::object,
    query,
    save::{self, Values},
    shape::{self, ObjectForm},
    tally::TallyJob,
};
use serde_json::json;
use testbed::Testbed;

use super::model::{Kind, Made, Model};
use crate::dice::Dice;

/// Stands in every card.
pub(super) const WORD: &str = "Zeta";

pub(super) struct World {
    pub(super) model: Model,
    /// The keys of the objects that are asked.
    pub(super) objects: Vec<String>,
    seed: u64,
    admin: Scope,
}

impl World {
    pub(super) fn by_chance(bed: &Testbed, seed: u64) -> World {
        let mut dice = Dice(seed);
        let admin = bed.ivan().scope();
        let mut world = World { model: Model::default(), objects: vec![], seed, admin };
        world.people(bed, &mut dice);
        world.organisation(bed, &mut dice);
        world.objects = ["person", "company", "note"].map(str::to_owned).to_vec();
        world.objects.push(world.boats(bed));
        world.objects.push("comment".to_owned());
        world.cards(bed, &mut dice);
        // From here on sums of companies are kept.
        let (by, of) = ("owner".to_owned(), vec!["employees".to_owned()]);
        bed.write(|tx| jobs::enqueue(tx, &TallyJob { object: "company".to_owned(), by, of }).map(drop));
        bed.run_jobs();
        world.changes(bed, &mut dice);
        world.tells(bed, &mut dice);
        // From here on not everybody may do everything.
        world.shares(bed, &mut dice);
        world.roles(bed, &mut dice);
        bed.advance(2 * HOUR);
        world
    }

    pub(super) fn scope(&self, user: Id) -> Scope {
        let role = if self.model.readers.contains(&user) { Role::ReadOnly } else { Role::Member };
        Scope { actor: Actor::User { id: user, role }, ..self.admin.clone() }
    }

    /// Values of a new card.
    pub(super) fn fresh(&self, cx: &Cx, object: &Object) -> kernel::Result<Values> {
        let mut values = Values::from_iter([(object.title.to_owned(), json!(format!("{WORD} new")))]);
        if matches!(object.key, "note" | "comment") {
            let person = records::object::object(cx, "person")?;
            let seen = query::page(cx, &person, &query::Query::default(), &[], 1)?;
            let about = seen.records.first().map(|card| card.reference());
            let unseen = self.model.cards.values().find(|made| made.object == "person");
            let about = about.or(unseen.map(|made| reference::reference("person", made.id)));
            values.insert("about".to_owned(), about.unwrap_or_default());
        }
        Ok(values)
    }

    fn people(&mut self, bed: &Testbed, dice: &mut Dice) {
        for number in 0..5 {
            let reads = dice.chance(20);
            let new = NewUser {
                email: format!("user{number}.{}@berg.example", self.seed),
                name: format!("User {number}"),
                password: testbed::PASSWORD.to_owned(),
                role: if reads { Role::ReadOnly } else { Role::Member },
            };
            let user = identity::create_user(bed.db(), &self.admin, &new).expect("a user");
            self.model.users.push(user);
            if reads {
                self.model.readers.insert(user);
            }
        }
    }

    fn organisation(&mut self, bed: &Testbed, dice: &mut Dice) {
        for number in 0..7 {
            let wider: Vec<(Id, &str)> = self.model.units.iter().map(|(id, unit)| (*id, unit.0)).collect();
            let kind = dice.pick(&["location", "department", "team"]);
            let rank = |kind: &str| ["team", "department", "location"].iter().position(|one| *one == kind);
            let fits: Vec<Id> =
                wider.into_iter().filter(|(_, other)| rank(other) >= rank(kind)).map(|(id, _)| id).collect();
            let parent = (!fits.is_empty() && dice.chance(75)).then(|| dice.pick(&fits));
            let new = units::NewUnit {
                kind: kind.to_owned(),
                name: format!("Unit {} {number}", self.seed),
                parent,
            };
            let unit = bed.db().write(&self.admin, |tx| units::add(tx, &new)).expect("a unit");
            self.model.units.insert(unit, (kind, parent));
        }
        let units: Vec<Id> = self.model.units.keys().copied().collect();
        for user in self.model.users.clone() {
            for _ in 0..dice.below(3) {
                let unit = dice.pick(&units);
                if !self.model.members.contains(&(unit, user)) {
                    bed.db().write(&self.admin, |tx| units::join(tx, unit, user)).expect("they join");
                    self.model.members.push((unit, user));
                }
            }
        }
    }

    fn boats(&self, bed: &Testbed) -> String {
        let form = ObjectForm {
            one: format!("Boat {}", self.seed),
            many: format!("Boats {}", self.seed),
            icon: "car".to_owned(),
            tab: "product".to_owned(),
            title: "Name".to_owned(),
        };
        bed.db().write(&self.admin, |tx| shape::add_object(tx, &form)).expect("an object")
    }

    fn cards(&mut self, bed: &Testbed, dice: &mut Dice) {
        let writers: Vec<Id> =
            self.model.users.iter().copied().filter(|user| !self.model.readers.contains(user)).collect();
        for number in 0..46 {
            let name = match number {
                0..8 => "company".to_owned(),
                8..20 => "person".to_owned(),
                20..30 => "note".to_owned(),
                30..36 => self.objects[3].clone(),
                _ => "comment".to_owned(),
            };
            let by = if writers.is_empty() {
                self.admin.actor.user().unwrap_or(Id::NIL)
            } else {
                dice.pick(&writers)
            };
            let owner = dice.chance(70).then(|| dice.pick(&self.model.users));
            let of = |object: &str| -> Vec<Id> {
                self.model.cards.values().filter(|made| made.object == object).map(|made| made.id).collect()
            };
            let (companies, people) = (of("company"), of("person"));
            let mut made = Made {
                id: Id::NIL,
                object: name.clone(),
                owner: (!name.starts_with("own_") && name != "comment").then_some(owner).flatten(),
                created_by: by,
                company: (name == "person" && dice.chance(60)).then(|| dice.pick(&companies)),
                about: matches!(name.as_str(), "note" | "comment").then(|| dice.pick(&people)),
                employees: if name == "company" { 1 + dice.below(90) as i64 } else { 0 },
                trashed: false,
            };
            let scope = if writers.is_empty() { self.admin.clone() } else { self.scope(by) };
            let (id, set) = bed.db().write(&scope, |tx| create(tx, number, &made)).expect("a card");
            made.id = id;
            if made.owner.is_none() && matches!(name.as_str(), "note" | "comment") {
                // What is written is signed by whoever writes it.
                made.owner = Some(by);
            }
            let company = made.company;
            self.model.cards.insert(id, made);
            let mut touched = vec![(id, Kind::Created)];
            touched.extend(company.map(|company| (company, Kind::Linked)));
            self.model.sets.insert(set, touched);
        }
    }

    /// Some cards are changed two at a time, and some are thrown away.
    fn changes(&mut self, bed: &Testbed, dice: &mut Dice) {
        let ids: Vec<Id> = self.model.cards.keys().copied().collect();
        // Nobody changes what another said.
        let others: Vec<Id> =
            ids.iter().copied().filter(|id| self.model.cards[id].object != "comment").collect();
        for number in 0..8 {
            let two = [dice.pick(&others), dice.pick(&others)];
            let two = if two[0] == two[1] { &two[..1] } else { &two[..] };
            let set = bed.db().write(&self.admin, |tx| {
                let mut set = ChangeSet::new(tx, "change-edited").about("Two cards");
                for id in two {
                    let declared = object(tx, &self.model.cards[id].object)?;
                    let title = json!(format!("{WORD} changed {number}"));
                    let values = Values::from_iter([(declared.title.to_owned(), title)]);
                    save::edit(tx, &mut set, &declared, *id, values, &Values::new())?;
                }
                set.close(tx)?;
                Ok(set.id)
            });
            let touched = two.iter().map(|id| (*id, Kind::Edited)).collect();
            self.model.sets.insert(set.expect("an edit"), touched);
        }
        for id in ids.iter().filter(|_| dice.chance(12)) {
            let set = bed.db().write(&self.admin, |tx| {
                let mut set = ChangeSet::new(tx, "change-trashed");
                let declared = object(tx, &self.model.cards[id].object)?;
                save::trash(tx, &mut set, &declared, *id)?;
                set.close(tx)?;
                Ok(set.id)
            });
            self.model.sets.insert(set.expect("thrown away"), vec![(*id, Kind::Trashed)]);
            if let Some(made) = self.model.cards.get_mut(id) {
                made.trashed = true;
            }
        }
    }

    /// Everybody is told of some cards, as long as they see them all.
    fn tells(&mut self, bed: &Testbed, dice: &mut Dice) {
        let ids: Vec<Id> = self.model.cards.keys().copied().collect();
        for user in self.model.users.clone() {
            for _ in 0..8 {
                let card = dice.pick(&ids);
                let told = bed.db().write(&self.admin, |tx| {
                    let declared = object(tx, &self.model.cards[&card].object)?;
                    let record = records::record::find(tx, &declared, card)?;
                    records::notices::shared(tx, &record, &[user])
                });
                told.expect("they are told");
                self.model.told.push((user, card));
            }
        }
    }

    fn shares(&mut self, bed: &Testbed, dice: &mut Dice) {
        let ids: Vec<Id> = self.model.cards.keys().copied().collect();
        let units: Vec<Id> = self.model.units.keys().copied().collect();
        for _ in 0..10 {
            let record = dice.pick(&ids);
            let (with, key) = if dice.chance(50) {
                let user = dice.pick(&self.model.users);
                (With::User(user), user)
            } else {
                let unit = dice.pick(&units);
                (With::Unit(unit), unit)
            };
            let edits = dice.chance(50);
            let over = dice.chance(20);
            bed.db()
                .write(&self.admin, |tx| {
                    let until = Some(tx.now().plus(if over { HOUR } else { 24 * HOUR }));
                    let object = &self.model.cards[&record].object;
                    let may = if edits { May::Edit } else { May::See };
                    shares::share(tx, &NewShare { object, record, with, may, until })
                })
                .expect("a share");
            // Sharing again replaces.
            self.model.shares.retain(|(shared, other, _)| (*shared, *other) != (record, key));
            if !over {
                self.model.shares.push((record, key, edits));
            }
        }
    }

    fn roles(&mut self, bed: &Testbed, dice: &mut Dice) {
        let mut made = Vec::new();
        for number in 0..4 {
            let mut said: BTreeMap<(String, Verb), Reach> = BTreeMap::new();
            let mut objects = vec!["*".to_owned()];
            objects.extend(self.objects.iter().cloned());
            for object in objects {
                if object != "*" && dice.chance(50) {
                    continue;
                }
                for verb in Verb::ALL {
                    if dice.chance(75) {
                        said.insert((object.clone(), *verb), dice.pick(Reach::ALL));
                    }
                }
            }
            let mut rights = Rights::default();
            for ((object, verb), reach) in &said {
                rights.set(object, *verb, Some(*reach));
            }
            let role = bed.db().write(&self.admin, |tx| {
                let role = roles::add(tx, &format!("Role {} {number}", self.seed))?;
                roles::change(tx, role, &rights)?;
                Ok(role)
            });
            made.push((role.expect("a role"), said));
        }
        // The first has no role of the workspace's own, and may do everything that a member may.
        for user in self.model.users.clone().into_iter().skip(1) {
            let mut given: Vec<usize> = (0..1 + dice.below(2)).map(|_| dice.below(made.len())).collect();
            given.dedup();
            let ids: Vec<Id> = given.iter().map(|at| made[*at].0).collect();
            bed.db().write(&self.admin, |tx| roles::give(tx, user, &ids)).expect("they have it");
            self.model.roles.insert(user, given.iter().map(|at| made[*at].1.clone()).collect());
        }
    }
}

fn create(tx: &mut Tx, number: usize, made: &Made) -> kernel::Result<(Id, Id)> {
    let declared = object(tx, &made.object)?;
    let mut values = Values::from_iter([(declared.title.to_owned(), json!(format!("{WORD} {number}")))]);
    if declared.at("owner").is_some() && !matches!(made.object.as_str(), "note" | "comment")
        || made.owner.is_some()
    {
        values.insert("owner".to_owned(), json!(made.owner));
    }
    if let Some(company) = made.company {
        values.insert("company".to_owned(), reference::reference("company", company));
    }
    if let Some(person) = made.about {
        values.insert("about".to_owned(), reference::reference("person", person));
    }
    if made.employees > 0 {
        values.insert("employees".to_owned(), made.employees.into());
    }
    let mut set = ChangeSet::new(tx, "change-created");
    let id = save::create(tx, &mut set, &declared, values)?;
    set.close(tx)?;
    Ok((id, set.id))
}
