//! What should be: the organisation, the roles, the shares and the cards in plain maps, and the rules in a few lines.

use std::collections::{BTreeMap, BTreeSet};

use identity::rights::{Reach, Verb};
use kernel::Id;

/// A card as the model knows it.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: Id,
    pub(super) object: String,
    pub(super) owner: Option<Id>,
    pub(super) created_by: Id,
    pub(super) company: Option<Id>,
    pub(super) about: Option<Id>,
    pub(super) employees: i64,
    pub(super) trashed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Created,
    Edited,
    Trashed,
    /// Related to a card that the same set made.
    Linked,
}

/// What a role says: how far each verb reaches, by object or `*`.
pub(super) type Said = BTreeMap<(String, Verb), Reach>;

#[derive(Debug, Default)]
pub(super) struct Model {
    pub(super) users: Vec<Id>,
    /// The kind of each unit (`team`, `department`, `location`) and where it lies.
    pub(super) units: BTreeMap<Id, (&'static str, Option<Id>)>,
    pub(super) members: Vec<(Id, Id)>,
    /// The roles that each user has.
    pub(super) roles: BTreeMap<Id, Vec<Said>>,
    /// Who only reads.
    pub(super) readers: BTreeSet<Id>,
    /// A card, with the users and units it is shared with, and whether they may edit it.
    pub(super) shares: Vec<(Id, Id, bool)>,
    pub(super) cards: BTreeMap<Id, Made>,
    /// Who was told of which card.
    pub(super) told: Vec<(Id, Id)>,
    /// What each change set did to which cards.
    pub(super) sets: BTreeMap<Id, Vec<(Id, Kind)>>,
}

impl Model {
    pub(super) fn may(&self, user: Id, card: &Made, verb: Verb) -> bool {
        let about = card.about.and_then(|id| self.cards.get(&id)).filter(|_| card.object == "comment");
        if about.is_some_and(|about| !self.may(user, about, Verb::See)) {
            return false;
        }
        let whose = card.owner.unwrap_or(card.created_by);
        let reach = self.reach(user, &card.object, verb);
        reach == Reach::All
            || (reach != Reach::None && self.circle(user, reach).contains(&whose))
            || self.shared(user, card.id, verb)
    }

    /// With some card, or, for what is not done with a card that is there, at all.
    pub(super) fn may_at_all(&self, user: Id, object: &str, verb: Verb) -> bool {
        let shared = |card: &Made| card.object == object && self.shared(user, card.id, verb);
        self.reach(user, object, verb) != Reach::None || self.cards.values().any(shared)
    }

    fn shared(&self, user: Id, card: Id, verb: Verb) -> bool {
        let around = self.around(user);
        let fits = |edits: bool| match verb {
            Verb::See => true,
            Verb::Edit => edits && !self.readers.contains(&user),
            _ => false,
        };
        let mut shares = self.shares.iter();
        if self.cards.get(&card).is_some_and(|made| made.object == "comment") {
            return false;
        }
        shares.any(|(shared, with, edits)| {
            *shared == card && fits(*edits) && (*with == user || around.contains(with))
        })
    }

    fn reach(&self, user: Id, object: &str, verb: Verb) -> Reach {
        let writes = !matches!(verb, Verb::See | Verb::Export);
        if writes && self.readers.contains(&user) {
            return Reach::None;
        }
        // Talk is seen with its card and changed by whoever said it.
        match verb {
            Verb::See if object == "comment" => return Reach::All,
            Verb::Edit | Verb::Delete if object == "comment" => return Reach::Own,
            _ => {}
        }
        let roles = self.roles.get(&user).map(Vec::as_slice).unwrap_or_default();
        if roles.is_empty() {
            return Reach::All;
        }
        roles.iter().map(|role| of_role(role, object, verb)).max().unwrap_or(Reach::None)
    }

    /// The users whose cards somebody reaches.
    fn circle(&self, user: Id, reach: Reach) -> BTreeSet<Id> {
        let kinds: &[&str] = match reach {
            Reach::Team => &["team"],
            Reach::Department => &["team", "department"],
            Reach::Location => &["team", "department", "location"],
            _ => &[],
        };
        let mut users = BTreeSet::from([user]);
        for (unit, _) in self.members.iter().filter(|(_, member)| *member == user) {
            for kind in kinds {
                let Some(root) = self.path(*unit).into_iter().find(|unit| self.units[unit].0 == *kind) else {
                    continue;
                };
                let there = self.members.iter().filter(|(unit, _)| self.path(*unit).contains(&root));
                users.extend(there.map(|(_, member)| *member));
            }
        }
        users
    }

    /// The units somebody is in, and those around them.
    fn around(&self, user: Id) -> BTreeSet<Id> {
        let own = self.members.iter().filter(|(_, member)| *member == user);
        own.flat_map(|(unit, _)| self.path(*unit)).collect()
    }

    /// A unit and those it lies in, the nearest first.
    fn path(&self, unit: Id) -> Vec<Id> {
        std::iter::successors(Some(unit), |unit| self.units[unit].1).collect()
    }
}

fn of_role(role: &Said, object: &str, verb: Verb) -> Reach {
    let said = |object: &str| role.get(&(object.to_owned(), verb)).copied();
    let own = said(object).or_else(|| said("*")).unwrap_or(Reach::None);
    match verb {
        Verb::Edit | Verb::Delete | Verb::Export => own.min(of_role(role, object, Verb::See)),
        Verb::Merge | Verb::Bulk => own.min(of_role(role, object, Verb::Edit)),
        _ => own,
    }
}
