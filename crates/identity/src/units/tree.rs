//! The units in use as a tree in the order in which it is read, and what may stand where in it.

use std::collections::HashMap;

use kernel::{Error, Id, Language, Result};

use super::Unit;

/// How deep units may lie in each other.
const DEEPEST: usize = 12;

/// A unit and how deep it lies: 0 at the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    pub unit: Unit,
    pub depth: usize,
}

/// Every unit stands after the one it lies in, and before the next one beside that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    pub branches: Vec<Branch>,
}

impl Tree {
    /// A unit whose parent is not among these stands at the top.
    pub(super) fn new(units: Vec<Unit>, language: Language) -> Tree {
        let known: Vec<Id> = units.iter().map(|unit| unit.id).collect();
        let mut below: HashMap<Option<Id>, Vec<Unit>> = HashMap::new();
        for unit in units {
            let parent = unit.parent.filter(|parent| known.contains(parent));
            below.entry(parent).or_default().push(unit);
        }
        for siblings in below.values_mut() {
            siblings.sort_by_cached_key(|unit| (unit.kind, locale::sort_key(language, &unit.name), unit.id));
        }
        let mut tree = Tree::default();
        tree.grow(&mut below, None, 0);
        tree
    }

    fn grow(&mut self, below: &mut HashMap<Option<Id>, Vec<Unit>>, parent: Option<Id>, depth: usize) {
        for unit in below.remove(&parent).unwrap_or_default() {
            let id = unit.id;
            self.branches.push(Branch { unit, depth });
            self.grow(below, Some(id), depth + 1);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.branches.is_empty()
    }

    /// `NotFound` when it does not exist or was given up.
    pub fn find(&self, id: Id) -> Result<&Unit> {
        self.position(id).map(|at| &self.branches[at].unit).ok_or(Error::NotFound)
    }

    /// The units that this one lies in, the nearest first.
    pub fn ancestors(&self, id: Id) -> Vec<&Unit> {
        let Some(at) = self.position(id) else { return Vec::new() };
        let mut depth = self.branches[at].depth;
        let mut found = Vec::new();
        for branch in self.branches[..at].iter().rev() {
            if branch.depth < depth {
                depth = branch.depth;
                found.push(&branch.unit);
            }
        }
        found
    }

    /// The unit itself and all that lies in it.
    pub fn within(&self, id: Id) -> &[Branch] {
        let Some(at) = self.position(id) else { return &[] };
        let depth = self.branches[at].depth;
        let below = self.branches[at + 1..].iter().take_while(|branch| branch.depth > depth).count();
        &self.branches[at..=at + below]
    }

    /// The name with those of the units it lies in: `Copenhagen › Sales › Boats`.
    pub fn path(&self, id: Id) -> String {
        let mut names: Vec<&str> = self.ancestors(id).iter().map(|unit| unit.name.as_str()).collect();
        names.reverse();
        names.extend(self.find(id).ok().map(|unit| unit.name.as_str()));
        names.join(" › ")
    }

    /// Where a unit may lie, in the order of the tree; it may always stand at the top.
    pub fn possible_parents<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Branch> {
        let own: Vec<Id> = self.within(unit.id).iter().map(|branch| branch.unit.id).collect();
        self.branches
            .iter()
            .filter(move |branch| unit.kind.may_lie_in(branch.unit.kind) && !own.contains(&branch.unit.id))
    }

    /// Field: `parent`.
    pub(super) fn check_place(&self, unit: &Unit) -> Result<()> {
        let Some(parent) = unit.parent else { return Ok(()) };
        // A unit of another workspace does not exist.
        let above = self.find(parent)?;
        if !unit.kind.may_lie_in(above.kind) {
            return Err(Error::invalid("parent", "identity-unit-too-wide"));
        }
        let within = self.within(unit.id);
        if within.iter().any(|branch| branch.unit.id == parent) {
            return Err(Error::invalid("parent", "identity-unit-in-itself"));
        }
        let (height, depth) = (self.height(within), self.ancestors(parent).len() + 1);
        if depth + height >= DEEPEST {
            return Err(Error::invalid("parent", "identity-unit-too-deep"));
        }
        Ok(())
    }

    /// Two units in the same place need different names. Field: `name`.
    pub(super) fn check_name(&self, unit: &Unit) -> Result<()> {
        let key = |name: &str| name.to_lowercase();
        let taken = self.branches.iter().any(|branch| {
            let other = &branch.unit;
            other.id != unit.id && other.parent == unit.parent && key(&other.name) == key(&unit.name)
        });
        if taken { Err(Error::invalid("name", "identity-unit-name-taken")) } else { Ok(()) }
    }

    /// How many levels lie below the first of these.
    fn height(&self, within: &[Branch]) -> usize {
        let top = within.first().map_or(0, |branch| branch.depth);
        within.iter().map(|branch| branch.depth - top).max().unwrap_or_default()
    }

    fn position(&self, id: Id) -> Option<usize> {
        self.branches.iter().position(|branch| branch.unit.id == id)
    }
}
