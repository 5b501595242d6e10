//! A filter as pages that are no list ask for it: conditions on the card itself, in a form of their own.

use std::sync::Arc;

use records::{Filter, Object};
use web::{Form, Markup};

use super::{
    builder,
    draft::{Group, Place},
};
use crate::View;

/// The conditions of a form; see [`super::builder`] for its names.
pub struct Conditions {
    place: Place,
    group: Group,
    fresh: Option<String>,
}

impl Conditions {
    pub fn of(view: &View, object: &Arc<Object>, filter: &Filter) -> Conditions {
        let place = Place::of(object);
        Conditions { group: Group::of(view, &place, filter), place, fresh: None }
    }

    /// Whether a form says any.
    pub fn are_in(form: &Form) -> bool {
        form.has("joint.0")
    }

    /// What a form says, with one more or less where its button asked for that.
    pub fn typed(view: &View, object: &Arc<Object>, form: &Form) -> Conditions {
        let place = Place::of(object);
        let mut group = Group::read(view, &place, form);
        let fresh = group.act(form.text("act"));
        Conditions { place, group, fresh }
    }

    pub fn controls(&self, view: &View) -> Markup {
        builder::conditions(view, &self.place, &self.group, self.fresh.as_deref())
    }

    /// A condition that still lacks its value asks nothing yet.
    pub fn filter(&self, view: &View) -> Filter {
        self.group.filter(view, &self.place)
    }
}
