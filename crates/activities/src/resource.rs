//! What is shared and can be taken by one appointment at a time: a room, a van, a projector. It takes part in appointments like
//! people do, so that its card shows what it is booked for, and booking it twice is said.

use records::{
    Field, Object,
    field::{long_text::LongText, number::Number, select::Select, text::Text},
};

pub const KINDS: &[&str] = &["room", "vehicle", "equipment"];

/// The declaration.
pub fn resource() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed(),
        Field::new("kind", Select::of("resource-kind", KINDS)).listed(),
        Field::new("place", Text).searched().listed(),
        Field::new("seats", Number { decimals: 0 }).listed(),
        Field::new("text", LongText).searched(),
    ];
    Object::new("resource", "resources", "name", fields).detail(&["place"])
}
