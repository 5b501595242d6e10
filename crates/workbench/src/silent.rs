//! Which cards have been silent for longer than is usual for them: the filter behind their view and the list of the day. The moment
//! itself stands on the card (`stale_since`), so no job is needed for time to pass.

use records::{Filter, Object, Operator};

/// What is silent by the end of today, and neither waits until a day that somebody named nor wants to be left alone. Nothing where
/// the object has no such moment, or the actor may not know it.
pub fn filter(object: &Object) -> Option<Filter> {
    if !object.tells("stale_since") {
        return None;
    }
    let mut all = vec![Filter::field("stale_since", Operator::Before, &["tomorrow"])];
    let over = |field: &str, before: &str| {
        vec![Filter::field(field, Operator::Empty, &[]), Filter::field(field, Operator::Before, &[before])]
    };
    if object.tells("quiet_until") {
        all.push(Filter::Any(over("quiet_until", "tomorrow")));
    }
    if object.tells("standing") && object.tells("standing_until") {
        all.push(Filter::Any(vec![
            Filter::field("standing", Operator::IsNot, &["not_interested"]),
            Filter::field("standing_until", Operator::Before, &["today"]),
        ]));
    }
    if object.tells("do_not_contact") {
        all.push(Filter::field("do_not_contact", Operator::IsNot, &["all"]));
    }
    Some(Filter::All(all))
}
