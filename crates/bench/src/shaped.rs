//! Twenty own fields of people, as a company might have them, and what stands in them: in the columns of the file that is
//! imported.

use std::collections::HashMap;

use anyhow::{Context, Result, anyhow};
use kernel::{Db, Language, Scope};
use records::{
    field::options::OwnOption,
    object::object,
    shape::{self, FieldForm, OwnKind, Settings},
};

use crate::dice::Dice;

/// What the dice of a kind decide.
const SHAPED: u64 = 5;
/// People of one batch, of whom four in five have an address: as many labels are printed at once.
pub(crate) const BATCH: u64 = 12_500;
/// One of so many people is in a round.
pub(crate) const ROUNDS: u64 = 10;

/// Names and types; the first five are what is measured.
const FIELDS: [(&str, &str); 20] = [
    ("Trade segment", "select"),
    ("Trade volume", "number"),
    ("Trade revenue", "money"),
    ("Trade round", "select"),
    ("Trade batch", "number"),
    ("Trade since", "date"),
    ("Trade renewal", "date"),
    ("Trade channel", "select"),
    ("Trade score", "number"),
    ("Trade discount", "number"),
    ("Trade budget", "money"),
    ("Trade active", "yes_no"),
    ("Trade wanted", "yes_no"),
    ("Trade grade", "rating"),
    ("Trade plate", "text"),
    ("Trade reference", "text"),
    ("Trade contact", "text"),
    ("Trade remark", "text"),
    ("Trade alias", "text"),
    ("Trade campaign", "text"),
];

const OPTIONS: [&str; 10] =
    ["gold", "silver", "bronze", "iron", "tin", "lead", "zinc", "wood", "paper", "glass"];
const WORDS: [&str; 6] = ["north", "south", "spring", "autumn", "large", "small"];

/// The headings of the columns.
pub(crate) fn headings() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|(name, _)| *name)
}

/// Gives people the fields; for administrators.
pub(crate) fn declare(db: &Db, scope: &Scope) -> Result<()> {
    for (name, kind) in FIELDS {
        let option = |key: &&str| OwnOption {
            key: (*key).to_owned(),
            label: (*key).to_owned(),
            ..OwnOption::default()
        };
        let settings = Settings { options: OPTIONS.iter().map(option).collect(), ..Settings::default() };
        let kind = OwnKind::of(kind, &settings).with_context(|| format!("making the type of {name}"))?;
        let form = FieldForm { label: name.to_owned(), kind: Some(kind), ..FieldForm::default() };
        db.write(scope, |tx| {
            let person = object(tx, "person")?;
            shape::add_field(tx, &person, &form)
        })?;
    }
    Ok(())
}

/// The key of each field by the last word of its name.
pub(crate) fn keys(db: &Db, scope: &Scope) -> Result<HashMap<&'static str, String>> {
    let person = db.read(scope, |cx| object(cx, "person"))?;
    let mut keys = HashMap::new();
    for (name, _) in FIELDS {
        let own = person.fields.iter().find(|field| person.field_name(field, Language::English) == name);
        let own = own.ok_or_else(|| anyhow!("people have no field {name}: fill the folder anew"))?;
        keys.insert(name.trim_start_matches("Trade "), own.key.clone());
    }
    Ok(keys)
}

/// What stands in the columns for this person of so many. Half of them have what is of no consequence.
pub(crate) fn cells(number: u64, people: u64) -> Vec<String> {
    let mut dice = Dice::of(SHAPED, number);
    let day = |dice: &mut Dice| {
        format!("20{:02}-{:02}-{:02}", 10 + dice.below(16), 1 + dice.below(12), 1 + dice.below(28))
    };
    let batches = (people / BATCH).max(1);
    let mut cells = vec![
        (*dice.pick(&OPTIONS[..8])).to_owned(),
        dice.below(100_000).to_string(),
        format!("{}.00", dice.below(1_000_000)),
        OPTIONS[(number % ROUNDS) as usize].to_owned(),
        (number % batches).to_string(),
        day(&mut dice),
        day(&mut dice),
    ];
    for (_, kind) in &FIELDS[cells.len()..] {
        let filled = dice.chance(50);
        let cell = match *kind {
            "select" => (*dice.pick(&OPTIONS)).to_owned(),
            "number" => dice.below(1000).to_string(),
            "money" => format!("{}.00", dice.below(10_000)),
            "yes_no" => if dice.chance(50) { "yes" } else { "no" }.to_owned(),
            "rating" => (1 + dice.below(5)).to_string(),
            _ => format!("{} {}", dice.pick(&WORDS), dice.below(1000)),
        };
        cells.push(if filled { cell } else { String::new() });
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_cell() {
        for number in 0..100 {
            assert_eq!(cells(number, 1_000_000).len(), headings().count());
        }
        assert_eq!(cells(17, 1_000_000), cells(17, 1_000_000));
    }
}
