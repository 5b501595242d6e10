//! What the contact guard hears of deals: colleagues who have one open with a customer, or with the company of theirs.

use kernel::{Cx, Result};
use records::{Filter, Operator, Query};
use workbench::contact::{self, Asked, Contact};

use crate::deal;

/// Open deals of colleagues with the nearest of the cards, the newest stage first.
pub(crate) fn in_contact(cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
    let mut all: Vec<Contact> = Vec::new();
    for field in ["person", "company"] {
        let cards = asked.cards.iter().take(asked.nearest).filter(|(object, _)| *object == field);
        let with: Vec<Filter> =
            cards.map(|(_, id)| Filter::field(field, Operator::Is, &[&id.to_string()])).collect();
        if with.is_empty() {
            continue;
        }
        let filter = Filter::Any(with);
        let open = Filter::field("state", Operator::Is, &["open"]);
        let query = Query { filter: Filter::All(vec![filter, open]), ..Query::default() };
        let known = |all: &[Contact], one: &Contact| {
            let id = |contact: &Contact| contact.record.as_ref().map(|record| record.id);
            id(one).is_some() && all.iter().any(|other| id(other) == id(one))
        };
        for contact in contact::open(cx, deal::KEY, asked, &query, (field, "stage_since"))? {
            // One with the person and their company is one.
            if !known(&all, &contact) {
                all.push(contact);
            }
        }
    }
    Ok(all)
}
