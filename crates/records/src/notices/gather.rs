//! What a change set did that others may want to hear of, gathered while it is written and told when it is closed.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Id;

use crate::{
    Record,
    changes::Kind,
    field::reference,
    following,
    object::{Object, ObjectKind},
};

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct News {
    /// Nobody is told of it.
    pub(super) quiet: bool,
    /// Cards that were changed: their object, and which fields.
    pub(super) changed: BTreeMap<Id, (&'static str, BTreeSet<String>)>,
    /// Cards on which something happened: their object, and what.
    pub(super) happened: BTreeMap<Id, (String, Part)>,
    /// Who was made responsible, for what first and for how much.
    pub(super) assigned: BTreeMap<Id, Assigned>,
}

/// What stands on a card.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(super) object: &'static str,
    pub(super) id: Id,
}

#[derive(Debug)]
pub(super) struct Assigned {
    pub(super) object: &'static str,
    pub(super) record: Id,
    pub(super) cards: i64,
}

impl News {
    pub(crate) fn silence(&mut self) {
        self.quiet = true;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.happened.is_empty() && self.assigned.is_empty()
    }

    /// A change was added to the set.
    pub(crate) fn changed<'k>(
        &mut self,
        object: &Object,
        record: Id,
        kind: Kind,
        fields: impl Iterator<Item = &'k String>,
    ) {
        let tells = matches!(
            kind,
            Kind::Edited | Kind::Trashed | Kind::Restored | Kind::Merged | Kind::Linked | Kind::Unlinked
        );
        if self.quiet || !tells || object.kind != ObjectKind::Card {
            return;
        }
        let (_, known) = self.changed.entry(record).or_insert_with(|| (object.key, BTreeSet::new()));
        if kind == Kind::Edited {
            known.extend(fields.cloned());
        }
    }

    /// A record was created; of a comment its own rules tell.
    pub(crate) fn created(&mut self, record: &Record, actor: Option<Id>) {
        if self.quiet {
            return;
        }
        self.assigned(record, actor);
        if let (Some(rule), false) = (record.object.timeline, record.object.goes_with_card)
            && let Some((name, card)) = reference::target(record.get(rule.about))
        {
            let part = Part { object: record.object.key, id: record.id };
            self.happened.insert(card, (name.to_owned(), part));
        }
    }

    /// Somebody may have been made responsible for the record.
    pub(crate) fn assigned(&mut self, record: &Record, actor: Option<Id>) {
        if self.quiet {
            return;
        }
        if let Some(owner) = following::owner(record).filter(|owner| Some(*owner) != actor) {
            let (object, id) = (record.object.key, record.id);
            let first = Assigned { object, record: id, cards: 0 };
            self.assigned.entry(owner).or_insert(first).cards += 1;
        }
    }
}
