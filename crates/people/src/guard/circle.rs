//! The cards that are the same customer to a colleague who picks up the phone: the card itself, its companies and households,
//! and who belongs to them. Found by keys alone, so that what happens beyond the actor's reach is known too.

use kernel::{Cx, Id, Result, Value};
use records::{Json, Record, field::channels, links, object::object, record};

use workbench::contact;

use crate::guard::Warning;

/// Companies and households of one person, members of a household, and colleagues at a company, the newest first.
const MOST_PLACES: usize = 8;
const MOST_MEMBERS: usize = 20;
const MOST_COLLEAGUES: usize = 200;
/// Refusals around a card that are named.
const MOST_NAMED: usize = 3;

/// A card with those around it, the nearest first, each with its object.
#[derive(Debug, Clone)]
pub struct Circle {
    pub cards: Vec<(&'static str, Id)>,
    /// How many are the card itself and those it belongs to.
    pub nearest: usize,
}

impl Circle {
    /// Bounded, whatever the size of the company.
    pub fn of(cx: &Cx, card: &Record) -> Result<Circle> {
        let cards = Circle::places(cx, card)?;
        let mut circle = Circle { nearest: cards.len(), cards };
        for (object, place) in circle.cards.clone() {
            let (kind, most) = match object {
                "company" => ("works_at", MOST_COLLEAGUES),
                "household" => ("member_of", MOST_MEMBERS),
                _ => continue,
            };
            circle.add("person", links::leading_to(cx, kind, place, most)?);
        }
        circle.cards.truncate(MOST_COLLEAGUES);
        Ok(circle)
    }

    /// The card itself, and the companies and households it belongs to.
    pub(super) fn places(cx: &Cx, card: &Record) -> Result<Vec<(&'static str, Id)>> {
        let key = card.object.key;
        let mut circle = Circle { cards: vec![(key, card.id)], nearest: 1 };
        if key == "person" {
            for (kind, object) in [("works_at", "company"), ("member_of", "household")] {
                circle.add(object, links::leading_from(cx, kind, card.id, MOST_PLACES)?);
            }
        }
        for (object, id) in contact::near(cx, card)? {
            circle.add(object, vec![id]);
        }
        Ok(circle.cards)
    }

    fn add(&mut self, object: &'static str, cards: Vec<Id>) {
        for card in cards {
            if !self.cards.iter().any(|(_, other)| *other == card) {
                self.cards.push((object, card));
            }
        }
    }

    /// Who around the card wants to be left alone.
    pub(super) fn refusals(&self, cx: &Cx) -> Result<Vec<Warning>> {
        let mut found = Vec::new();
        for key in ["company", "household", "person"] {
            let others = self.cards.iter().skip(1).filter(|(object, _)| *object == key);
            let refusing = refusing(cx, key, &others.map(|(_, id)| *id).collect::<Vec<_>>())?;
            let mut seen = record::find_many(cx, &object(cx, key)?, &refusing)?;
            found.extend(
                refusing
                    .iter()
                    .map(|id| Warning::RefusedNearby { object: key, card: seen.remove(id).map(Box::new) }),
            );
        }
        found.truncate(MOST_NAMED);
        Ok(found)
    }
}

/// Which of these cards forbid something, or are not interested, today.
fn refusing(cx: &Cx, key: &'static str, ids: &[Id]) -> Result<Vec<Id>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let declared = object(cx, key)?;
    let standing = declared.at("standing").is_some();
    let columns = if standing { "standing, standing_until" } else { "'' AS standing, '' AS standing_until" };
    let or_standing = if standing { " OR standing <> ''" } else { "" };
    // As many marks as a power of two, so that few statements are kept ready.
    let places = ids.len().next_power_of_two();
    let filled = ids.iter().chain(ids.last().into_iter().cycle()).take(places);
    let marks: Vec<String> = (0..places).map(|at| format!("?{}", at + 2)).collect();
    let params: Vec<Value> =
        std::iter::once(cx.workspace()).chain(filled.copied()).map(Value::from).collect();
    let sql = format!(
        "SELECT id, do_not_contact, {columns} FROM {} WHERE workspace_id = ?1 AND id IN ({}) AND trashed_at = 0 \
         AND (do_not_contact <> ''{or_standing})",
        declared.table,
        marks.join(", "),
    );
    let today = cx.today();
    let mut found = Vec::new();
    for row in cx.query(&sql, &params)? {
        let entries: Json = serde_json::from_str(row.text(1)).unwrap_or(Json::Null);
        let forbids = channels::stands(&entries, today);
        let until = row.text(3).parse::<jiff::civil::Date>();
        let refuses = row.text(2) == "not_interested" && !until.is_ok_and(|until| until < today);
        if forbids || refuses {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_in_its_circle_once() {
        let (one, other) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
        let mut circle = Circle { cards: vec![("person", one)], nearest: 1 };
        circle.add("person", vec![other, one, other]);
        assert_eq!(circle.cards, [("person", one), ("person", other)]);
    }
}
