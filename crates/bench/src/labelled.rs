//! Cards of which it is known who is the same: 50,000 of them, with the errors that people and programs make. The
//! errors follow the published models of febrl and GeCo (Christen and Pudjijono 2009; Christen and Vatsalan 2013): a
//! duplicate is a copy in which a few fields were changed, by typing, reading, hearing or life. Beside them stand
//! those who only look the same: spouses, parents and children, namesakes, colleagues of one switchboard.
//!
//! It was written before the matcher was measured, and the matcher is tuned on one seed and reported on another. The
//! companies on people's cards came later, when the matcher learned to look at them; how often they are missing or others
//! was settled before anything was measured with them.

mod errors;
mod firms;
mod persons;
mod spelling;

use records::save::Values;

use crate::dice::Dice;

/// The seed on which the matcher may be tuned, and the one on which it is measured.
pub(crate) const DEVELOPMENT: u64 = 11;
pub(crate) const HELD_OUT: u64 = 4711;

/// One card, and who it is.
pub(crate) struct Card {
    pub(crate) object: &'static str,
    /// Cards of the same object and entity are the same.
    pub(crate) entity: u64,
    pub(crate) values: Values,
}

/// How many of a hundred cards are companies, and how many are copies of one that is there.
const FIRMS: u64 = 20;
const COPIES: u64 = 28;

/// So many cards, in no order.
pub(crate) fn cards(seed: u64, count: u64) -> Vec<Card> {
    let mut dice = Dice::of(seed, 1);
    let firms = count * FIRMS / 100;
    let mut cards = Vec::with_capacity(count as usize);
    let originals = (count - firms) * (100 - COPIES) / 100;
    let all_firms = firms * (100 - COPIES) / 100;
    cards.extend(copied(&mut dice, "company", firms::originals(seed, all_firms), firms, firms::copy));
    cards.extend(copied(
        &mut dice,
        "person",
        persons::originals(seed, originals, all_firms),
        count - firms,
        persons::copy,
    ));
    dice.shuffle(&mut cards);
    cards
}

/// What is there, and as many copies as are missing; most have one, a few have several (Zipf, as febrl does).
fn copied<T>(
    dice: &mut Dice,
    object: &'static str,
    originals: Vec<T>,
    count: u64,
    copy: fn(&mut Dice, &T) -> Values,
) -> Vec<Card>
where
    T: Written,
{
    let mut cards: Vec<Card> = originals
        .iter()
        .enumerate()
        .map(|(entity, original)| Card { object, entity: entity as u64, values: original.values() })
        .collect();
    while (cards.len() as u64) < count {
        let entity = dice.below(originals.len() as u64);
        let several = match dice.below(100) {
            0..72 => 1,
            72..91 => 2,
            91..98 => 3,
            _ => 4,
        };
        for _ in 0..several.min(count - cards.len() as u64) {
            let values = copy(dice, &originals[entity as usize]);
            cards.push(Card { object, entity, values });
        }
    }
    cards
}

/// Something that can be written on a card.
trait Written {
    fn values(&self) -> Values;
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn the_set_is_as_large_as_asked_and_always_the_same() {
        let cards = super::cards(DEVELOPMENT, 2_000);
        assert_eq!(cards.len(), 2_000);
        let again = super::cards(DEVELOPMENT, 2_000);
        assert!(cards.iter().zip(&again).all(|(one, other)| one.values == other.values));
        let other = super::cards(HELD_OUT, 2_000);
        assert!(cards.iter().zip(&other).any(|(one, other)| one.values != other.values));
    }

    #[test]
    fn copies_differ_from_what_they_copy_but_not_in_everything() {
        let mut by_entity: HashMap<(&str, u64), Vec<Values>> = HashMap::new();
        for card in super::cards(DEVELOPMENT, 5_000) {
            by_entity.entry((card.object, card.entity)).or_default().push(card.values);
        }
        let several: Vec<&Vec<Values>> = by_entity.values().filter(|cards| cards.len() > 1).collect();
        assert!(several.len() > 500, "{}", several.len());
        let alike = several.iter().filter(|cards| cards[0] == cards[1]).count();
        assert!(alike * 10 < several.len(), "{alike} of {} copies have no error", several.len());
        let nothing = |cards: &&&Vec<Values>| {
            let texts =
                |values: &Values| -> HashSet<String> { values.values().map(ToString::to_string).collect() };
            texts(&cards[0]).is_disjoint(&texts(&cards[1]))
        };
        let lost = several.iter().filter(nothing).count();
        assert!(lost * 8 < several.len(), "{lost} of {} copies share no value", several.len());
    }
}
