//! Which cards, companies, users and words the questions are about.

use anyhow::{Result, ensure};
use kernel::{Cx, Db, Id, Scope, Value};

use crate::{dice::Dice, person::Person};

/// What the dice of a kind decide.
const PICKS: u64 = 3;
/// So many different words of each length are typed.
const WORDS: usize = 400;

/// Read from the database before anything is measured.
pub(crate) struct Picks {
    /// People who have something on their timeline, in no order.
    pub(crate) cards: Vec<Id>,
    /// Companies of people picked evenly, so large ones often.
    pub(crate) companies: Vec<Id>,
    /// Who looks after cards.
    pub(crate) owners: Vec<Id>,
}

impl Picks {
    pub(crate) fn read(db: &Db, scope: &Scope) -> Result<Picks> {
        let mut picks = db.read(scope, |cx| {
            let workspace = Value::from(cx.workspace());
            Ok(Picks {
                cards: ids(
                    cx,
                    "SELECT DISTINCT t.card_id FROM timeline t JOIN people p \
                     ON p.workspace_id = t.workspace_id AND p.id = t.card_id \
                     WHERE t.workspace_id = ?1 AND p.trashed_at = 0 LIMIT 400000",
                    std::slice::from_ref(&workspace),
                )?,
                companies: ids(
                    cx,
                    "SELECT company FROM people WHERE workspace_id = ?1 AND trashed_at = 0 AND company <> ?2 \
                     ORDER BY id LIMIT 20000",
                    &[workspace.clone(), Id::NIL.into()],
                )?,
                owners: ids(
                    cx,
                    "SELECT user_id FROM memberships m WHERE workspace_id = ?1 AND EXISTS (SELECT 1 FROM people p \
                     WHERE p.workspace_id = m.workspace_id AND p.owner = m.user_id AND p.trashed_at = 0)",
                    &[workspace],
                )?,
            })
        })?;
        ensure!(!picks.cards.is_empty(), "no person has anything on the timeline");
        ensure!(!picks.companies.is_empty(), "nobody works at a company");
        ensure!(!picks.owners.is_empty(), "nobody looks after a card");
        let mut dice = Dice::of(PICKS, 0);
        dice.shuffle(&mut picks.cards);
        dice.shuffle(&mut picks.companies);
        picks.companies.truncate(1000);
        Ok(picks)
    }
}

fn ids(cx: &Cx, sql: &str, params: &[Value]) -> kernel::Result<Vec<Id>> {
    cx.query(sql, params)?.iter().map(|row| row.get(0)).collect()
}

/// Which script is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Chinese,
}

/// The beginnings, so many letters long, of names that people have.
pub(crate) fn typed(script: Script, letters: usize, people: u64) -> Vec<String> {
    let mut dice = Dice::of(PICKS, 1 + letters as u64);
    let mut found = Vec::with_capacity(WORDS);
    // A workspace so small that nobody is called like that gives fewer.
    for _ in 0..WORDS * 200 {
        if found.len() == WORDS {
            break;
        }
        let person = Person::new(dice.below(people), people);
        let fits = match script {
            Script::Latin => person.family.chars().next().is_some_and(|letter| u32::from(letter) < 0x250),
            Script::Chinese => person.eastern,
        };
        let words: Vec<String> = person.name().split(' ').map(str::to_lowercase).collect();
        let word = dice.pick(&words);
        if fits && word.chars().count() >= letters {
            found.push(word.chars().take(letters).collect());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_has_the_length_and_the_script() {
        for letters in 1..=6 {
            let words = typed(Script::Latin, letters, 1000);
            assert_eq!(words.len(), WORDS);
            assert!(
                words
                    .iter()
                    .all(|word| word.chars().count() == letters && word.chars().all(|c| (c as u32) < 0x330))
            );
        }
        let words = typed(Script::Chinese, 2, 1000);
        assert!(!words.is_empty() && words.iter().all(|word| word.chars().all(|c| (c as u32) > 0x4dff)));
    }
}
