//! What the contact guard hears of deals: colleagues who have one open with a customer, or with the company of theirs.

use kernel::{Cx, Result};
use records::{Filter, Operator};
use workbench::contact::{self, Asked, Contact};

use crate::deal;

/// Open deals of colleagues with the nearest of the cards, the newest stage first.
pub(crate) fn in_contact(cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
    let open = Filter::field("state", Operator::Is, &["open"]);
    contact::open_with(cx, deal::KEY, asked, &open, "stage_since")
}
