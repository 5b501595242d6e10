//! From the properties of a card to a [`Card`]: each is understood by one of the modules below, or kept
//! whole.

mod contacts;
mod context;
mod details;
mod names;
mod relations;
mod socials;

pub(super) use contacts::derived_label;

use super::{Card, Warning, property::Property};
use context::Context;

pub(super) fn understand(properties: Vec<Property>, warnings: Vec<Warning>, is_old: bool) -> Card {
    let context = Context::new(&properties, is_old);
    let mut card = Card { warnings, ..Card::default() };
    let (annotations, properties): (Vec<_>, Vec<_>) =
        properties.into_iter().partition(context::is_annotation);
    for property in properties {
        if !take(&mut card, &property, &context) {
            card.unknown.push(property.into_raw());
        }
    }
    card.addresses.retain(|address| !address.is_empty());
    let unused = annotations.into_iter().filter(|annotation| !context.was_used(annotation));
    card.unknown.extend(unused.map(Property::into_raw));
    card
}

/// Whether the property was understood.
fn take(card: &mut Card, property: &Property, context: &Context) -> bool {
    names::take(card, property, context)
        || contacts::take(card, property, context)
        || socials::take(card, property, context)
        || relations::take(card, property, context)
        || details::take(card, property, context)
}

/// Puts a value where a card has only one. A second, different one is not understood.
fn put(place: &mut Option<String>, value: Option<String>) -> bool {
    match (place.as_ref(), value) {
        (_, None) => true,
        (Some(first), Some(second)) => *first == second,
        (None, value) => {
            *place = value;
            true
        }
    }
}
