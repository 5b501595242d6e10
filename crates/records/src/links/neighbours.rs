//! Which cards stand beside a card, by their keys alone: for rules that must know of cards that the actor does not see.

use kernel::{Cx, Id, Result};

/// Where the relations of this kind lead from a card today, the newest first.
pub fn leading_from(cx: &Cx, kind: &str, card: Id, most: usize) -> Result<Vec<Id>> {
    standing(cx, ("from_id", "to_id"), kind, card, most)
}

/// Which cards such relations lead to it from.
pub fn leading_to(cx: &Cx, kind: &str, card: Id, most: usize) -> Result<Vec<Id>> {
    standing(cx, ("to_id", "from_id"), kind, card, most)
}

fn standing(cx: &Cx, (here, there): (&str, &str), kind: &str, card: Id, most: usize) -> Result<Vec<Id>> {
    let sql = format!(
        "SELECT {there} FROM links WHERE workspace_id = ?1 AND {here} = ?2 AND kind = ?3 \
         AND (ended_on = '' OR ended_on >= ?4) ORDER BY id DESC LIMIT ?5"
    );
    let today = cx.today().to_string();
    let rows =
        cx.query(&sql, &[cx.workspace().into(), card.into(), kind.into(), today.into(), most.into()])?;
    rows.iter().map(|row| row.get(0)).collect()
}
