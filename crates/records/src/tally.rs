//! Counts and sums that are kept, for lists of many records in groups: how many records have each value of a field, and what
//! others of their fields add up to, by whose they are. A grouped list that takes long asks for a tally ([`crate::slow`]). A job
//! counts what is there in the order of the ids ([`TallyJob`]); from then on whoever writes a record takes it out of its old place
//! and puts it into its new one, in the same transaction. What a tally answers is what the records would answer.

mod count;
mod read;

use std::{collections::BTreeMap, sync::Arc};

use kernel::{Cx, Id, Result, Row, Tx, Value, db::Dialect};
use locale::Locale;

pub use self::count::{SettleJob, TallyJob};
pub(crate) use self::read::{groups, suiting, totals};
use crate::{
    Field, Object, Record, access,
    field::{ColumnKind, EMPTY_NUMBER},
    own, save,
};

/// One tally as it is kept.
#[derive(Debug, Clone, PartialEq)]
struct Tally {
    id: Id,
    object: String,
    /// The column of the field that makes the groups.
    by: String,
    /// The columns of the fields that are added up, sorted.
    of: Vec<String>,
    counted_to: Id,
    is_ready: bool,
}

const SELECT: &str =
    "SELECT id, object, by_column, of_columns, counted_to, is_ready FROM tallies WHERE workspace_id = ?1";

impl Tally {
    fn read(row: &Row) -> Result<Tally> {
        Ok(Tally {
            id: row.get(0)?,
            object: row.text(1).to_owned(),
            by: row.text(2).to_owned(),
            of: row.text(3).lines().map(str::to_owned).collect(),
            counted_to: row.get(4)?,
            is_ready: row.get(5)?,
        })
    }

    /// Whether it is of this object and adds up all of these.
    fn covers(&self, object: &Object, of: &[String]) -> bool {
        self.object == object.key && of.iter().all(|column| self.of.contains(column))
    }
}

/// The tallies of the workspace.
fn all(cx: &Cx) -> Result<Vec<Tally>> {
    cx.query(SELECT, &[cx.workspace().into()])?.iter().map(Tally::read).collect()
}

/// Those that a writer moves records in. One that is being counted is held until the writer has ended, so that the count sees
/// either all or nothing of what is written; called when something was written, so that a count that begins later knows of it.
struct Moved(Vec<Tally>);

fn moved(tx: &Tx) -> Result<Arc<Moved>> {
    tx.once(|| {
        let tallies = all(tx)?;
        let counting = tx.dialect() == Dialect::Postgres && tallies.iter().any(|tally| !tally.is_ready);
        if !counting {
            return Ok(Arc::new(Moved(tallies)));
        }
        let rows = tx.query(&format!("{SELECT} ORDER BY id FOR SHARE"), &[tx.workspace().into()])?;
        Ok(Arc::new(Moved(rows.iter().map(Tally::read).collect::<Result<_>>()?)))
    })
}

/// Where a number stands in a tally.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    tally: Id,
    value: String,
    user: Id,
    /// Empty for how many there are.
    of: String,
    currency: String,
}

/// How much more, or less, stands in each place.
#[derive(Debug, Default)]
pub(crate) struct Moves(BTreeMap<Place, (i64, i128)>);

impl Moves {
    /// A living record as it was, or as it is: one more or one less of each thing it has.
    pub(crate) fn add(&mut self, tx: &Tx, record: &Record, sign: i64) -> Result<()> {
        let moved = moved(tx)?;
        let has = |tally: &&Tally| {
            tally.object == record.object.key && (tally.is_ready || record.id <= tally.counted_to)
        };
        let mut mine = moved.0.iter().filter(has).peekable();
        if mine.peek().is_some() {
            let locale = Locale::new(tx.locality());
            mine.for_each(|tally| self.count(tally, record, &locale, sign));
        }
        Ok(())
    }

    fn count(&mut self, tally: &Tally, record: &Record, locale: &Locale, sign: i64) {
        if record.trashed_at.is_some() {
            return;
        }
        let Some(by) = field_of(&record.object, &tally.by) else { return };
        let group = save::columns(by, record.get(&by.key), locale).swap_remove(0);
        let place = Place {
            tally: tally.id,
            value: own::grouped(by, &group).to_string(),
            user: access::responsible(record),
            of: String::new(),
            currency: String::new(),
        };
        for column in &tally.of {
            let Some(field) = field_of(&record.object, column) else { continue };
            if let Some((number, currency)) = filled(field, record, locale) {
                let place = Place { of: column.clone(), currency, ..place.clone() };
                self.put(place, sign, i128::from(number) * i128::from(sign));
            }
        }
        self.put(place, sign, 0);
    }

    fn put(&mut self, place: Place, records: i64, number: i128) {
        let here = self.0.entry(place).or_default();
        here.0 += records;
        here.1 += number;
    }

    /// Writes what has changed. On PostgreSQL each transaction adds rows of its own, so that no writer waits for another.
    pub(crate) fn write(self, tx: &mut Tx) -> Result<()> {
        let slot = match tx.dialect() {
            Dialect::Sqlite => Id::NIL,
            Dialect::Postgres => tx.new_id(),
        };
        for (place, (records, number)) in self.0 {
            if records == 0 && number == 0 {
                continue;
            }
            let (high, low) = split(number);
            let params: [Value; 10] = [
                tx.workspace().into(),
                place.tally.into(),
                place.value.into(),
                place.user.into(),
                place.of.into(),
                place.currency.into(),
                slot.into(),
                records.into(),
                high.into(),
                low.into(),
            ];
            tx.execute(
                "INSERT INTO tally_sums (workspace_id, tally_id, value, user_id, of_column, currency, slot, records, high, low) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
                 ON CONFLICT (workspace_id, tally_id, value, user_id, of_column, currency, slot) DO UPDATE SET \
                 records = tally_sums.records + excluded.records, high = tally_sums.high + excluded.high, \
                 low = tally_sums.low + excluded.low",
                &params,
            )?;
        }
        Ok(())
    }
}

/// Takes all tallies of the workspace away; slow lists ask for them anew.
pub(crate) fn forget(tx: &mut Tx) -> Result<()> {
    for table in ["tallies", "tally_sums"] {
        tx.execute(&format!("DELETE FROM {table} WHERE workspace_id = ?1"), &[tx.workspace().into()])?;
    }
    Ok(())
}

/// Whether totals of this object are kept.
pub(crate) fn counts(tx: &Tx, object: &Object) -> Result<bool> {
    Ok(moved(tx)?.0.iter().any(|tally| tally.object == object.key))
}

/// Moves a record in the tallies of its object.
pub(crate) fn follow(tx: &mut Tx, before: Option<&Record>, after: &Record) -> Result<()> {
    let mut moves = Moves::default();
    if let Some(before) = before {
        moves.add(tx, before, -1)?;
    }
    moves.add(tx, after, 1)?;
    moves.write(tx)
}

/// The column that is added up, or whose being filled is counted: money's amount, else the first.
fn summed(field: &Field) -> usize {
    let storage = field.kind.storage();
    storage.iter().position(|(suffix, _)| *suffix == "_minor").unwrap_or(0)
}

/// The number that a record adds in this field, zero in fields that do not add up, and its currency; nothing when it is empty.
fn filled(field: &Field, record: &Record, locale: &Locale) -> Option<(i64, String)> {
    let columns = save::columns(field, record.get(&field.key), locale);
    let storage = field.kind.storage();
    let at = summed(field);
    let number = match (&columns[at], storage[at].1) {
        (Value::Int(EMPTY_NUMBER), ColumnKind::Number) => return None,
        (Value::Int(number), ColumnKind::Number) if field.kind.adds_up() => *number,
        (value, kind) if *value == kind.empty() => return None,
        _ => 0,
    };
    let currency = storage.iter().position(|(suffix, _)| *suffix == "_currency").map(|at| &columns[at]);
    let currency = match currency {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    Some((number, currency))
}

fn field_of<'o>(object: &'o Object, column: &str) -> Option<&'o Field> {
    object.fields.iter().find(|field| field.stored() == column)
}

/// Two numbers whose sums over a thousand million records stay far from the largest that a column holds.
fn split(number: i128) -> (i64, i64) {
    ((number >> 32) as i64, (number & 0xFFFF_FFFF) as i64)
}

/// The number of two sums.
fn joined(high: i64, low: i64) -> i128 {
    (i128::from(high) << 32) + i128::from(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_sum_of_their_halves() {
        for number in [0, 1, -1, 1 << 32, -(1 << 40) - 7, i128::from(i64::MAX) * 1000, i128::from(i64::MIN)] {
            let (high, low) = split(number);
            assert_eq!(joined(high, low), number);
        }
        let (one, other) = (split(-5), split(3));
        assert_eq!(joined(one.0 + other.0, one.1 + other.1), -2);
    }
}
