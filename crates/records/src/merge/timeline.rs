//! Timelines of cards that become one, or several again: which activities stand on them follows from what the
//! activities are about, so it is found again.

use std::collections::HashMap;

use kernel::{Cx, Id, Result, Tx};

use crate::{object::object, record, timeline};

/// Activities looked at together.
const AT_ONCE: usize = 500;

/// Finds again where everything belongs that stands on these cards' timelines.
pub(super) fn follow(tx: &mut Tx, cards: &[Id]) -> Result<()> {
    for card in cards {
        let standing = standing(tx, *card)?;
        for (name, ids) in standing {
            let declared = object(tx, &name)?;
            for ids in ids.chunks(AT_ONCE) {
                for record in record::find_many(tx, &declared, ids)?.into_values() {
                    timeline::update(tx, Some(&record), &record)?;
                }
            }
        }
        tx.emit(format!("timeline:{card}"));
    }
    Ok(())
}

fn standing(cx: &Cx, card: Id) -> Result<HashMap<String, Vec<Id>>> {
    let rows = cx.query(
        "SELECT record_id, object FROM timeline WHERE workspace_id = ?1 AND card_id = ?2",
        &[cx.workspace().into(), card.into()],
    )?;
    let mut found: HashMap<String, Vec<Id>> = HashMap::new();
    for row in &rows {
        found.entry(row.text(1).to_owned()).or_default().push(row.get(0)?);
    }
    Ok(found)
}
