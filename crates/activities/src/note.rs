//! A note: what somebody wants remembered about a card.

use kernel::{Cx, FieldErrors, Id, Result};
use records::{
    Behavior, Field, Object, Record,
    behavior::Pending,
    field::{date_time::DateTime, long_text::LongText, reference::Reference, user::User, yes_no::YesNo},
    object::TimelineRule,
};

use crate::card;

/// The declaration.
pub fn note() -> Object {
    let fields = vec![
        Field::new("text", LongText).required().searched().listed(),
        Field::new("about", Reference { object: None }).required().listed().indexed(),
        Field::new("at", DateTime).listed().indexed(),
        Field::new("owner", User).listed(),
        Field::new("pinned", YesNo),
    ];
    Object::new("note", "notes", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
        .behavior(NoteRules)
}

#[derive(Debug)]
struct NoteRules;

impl Behavior for NoteRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, _: &mut FieldErrors) -> Result<()> {
        card::sign(cx, pending);
        Ok(())
    }

    fn also_on(&self, cx: &Cx, note: &Record) -> Result<Vec<Id>> {
        card::around(cx, note.get("about"))
    }
}
