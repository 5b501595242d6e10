//! What other currencies are worth in the workspace's own, from which day on: set by administrators, kept with their history. Sums of
//! amounts in several currencies are told in the workspace's own with them.

pub(crate) mod pasted;
pub(crate) mod settings;
pub(crate) mod worth;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::{Currency, Cx, Error, Id, Result, Role, Timestamp, Tx};
use records::{
    export::{Column, ColumnType, TableRows},
    query::Total,
};
use rust_decimal::Decimal;

/// Decimals that a rate has at most.
pub(crate) const DECIMALS: u32 = 8;
/// No rate is larger: below it, sums of any amount that is kept are exact.
const MOST: i64 = 1_000_000_000;

/// The rows of `currency_rates` travel with the whole workspace.
pub const RATES: TableRows = TableRows {
    table: "currency_rates",
    key: 4,
    columns: &[
        Column("own", ColumnType::Text),
        Column("currency", ColumnType::Text),
        Column("from_on", ColumnType::Text),
        Column("set_at", ColumnType::Number),
        Column("set_by", ColumnType::Id),
        Column("rate", ColumnType::Text),
    ],
};

/// What one unit of a currency is worth in the workspace's own, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    pub currency: Currency,
    pub from: Date,
    pub rate: Decimal,
}

/// A rate as it was set at some time; none where it was taken away.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) currency: Currency,
    pub(crate) from: Date,
    pub(crate) rate: Option<Decimal>,
    pub(crate) set_by: Id,
    pub(crate) set_at: Timestamp,
}

/// The rates that hold, by the code of their currency and their first day.
#[derive(Debug)]
pub(crate) struct Rates {
    pub(crate) own: Currency,
    all: BTreeMap<(String, Date), Decimal>,
}

impl Rates {
    pub(crate) fn of(cx: &Cx) -> Result<Rates> {
        let mut all = BTreeMap::new();
        for entry in history(cx)? {
            let key = (entry.currency.code().to_owned(), entry.from);
            match entry.rate {
                Some(rate) => all.insert(key, rate),
                None => all.remove(&key),
            };
        }
        Ok(Rates { own: cx.locality().currency, all })
    }

    /// Whether a sum is of other currencies than the workspace's own.
    pub(crate) fn concern(&self, total: &Total) -> bool {
        match total {
            Total::Mixed => true,
            Total::Value(value) => value["currency"].as_str().is_some_and(|code| code != self.own.code()),
            _ => false,
        }
    }

    pub(crate) fn currencies(&self) -> impl Iterator<Item = Currency> + '_ {
        let codes: BTreeSet<&str> = self.all.keys().map(|(code, _)| code.as_str()).collect();
        codes.into_iter().filter_map(Currency::new)
    }

    /// The rate of a day: the newest that had begun by then. Nothing of a day before the first.
    pub(crate) fn on(&self, currency: Currency, day: Date) -> Option<Rate> {
        let code = currency.code().to_owned();
        let ((_, from), rate) = self.all.range((code.clone(), Date::MIN)..=(code, day)).next_back()?;
        Some(Rate { currency, from: *from, rate: *rate })
    }

    /// The rate that was set for just this day.
    pub(crate) fn holds(&self, currency: Currency, from: Date) -> Option<Decimal> {
        self.all.get(&(currency.code().to_owned(), from)).copied()
    }
}

/// Everything that was ever set for the workspace's own currency, as it was set.
pub(crate) fn history(cx: &Cx) -> Result<Vec<Entry>> {
    let rows = cx.query(
        "SELECT currency, from_on, rate, set_by, set_at FROM currency_rates \
         WHERE workspace_id = ?1 AND own = ?2 ORDER BY set_at",
        &[cx.workspace().into(), cx.locality().currency.code().into()],
    )?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in &rows {
        let (Some(currency), Ok(from)) = (Currency::new(row.text(0)), row.text(1).parse()) else { continue };
        let rate = row.text(2).parse().ok();
        entries.push(Entry { currency, from, rate, set_by: row.get(3)?, set_at: row.get(4)? });
    }
    Ok(entries)
}

/// A rate that can be reckoned with, of a currency that is not the workspace's own; else the field and the key of what is wrong.
pub(crate) fn check(cx: &Cx, rate: &Rate) -> Result<(), (&'static str, &'static str)> {
    match () {
        () if rate.currency == cx.locality().currency => Err(("currency", "rate-of-own")),
        () if rate.rate <= Decimal::ZERO || rate.rate > Decimal::from(MOST) => {
            Err(("rate", "rate-no-number"))
        }
        () if rate.rate.normalize().scale() > DECIMALS => Err(("rate", "rate-no-number")),
        () => Ok(()),
    }
}

/// Sets rates; each replaces what was set for its day before. What stands already is not set again. For administrators.
pub fn set(tx: &mut Tx, rates: &[Rate]) -> Result<()> {
    tx.require(Role::Admin)?;
    let known = Rates::of(tx)?;
    for rate in rates {
        check(tx, rate).map_err(|(field, text)| Error::invalid(field, text))?;
        if known.holds(rate.currency, rate.from) != Some(rate.rate) {
            write(tx, rate.currency, rate.from, &rate.rate.normalize().to_string())?;
        }
    }
    tx.emit("rates");
    Ok(())
}

/// Takes the rate of a day away: the one before it holds on. What it was stays in the history.
pub fn remove(tx: &mut Tx, currency: Currency, from: Date) -> Result<()> {
    tx.require(Role::Admin)?;
    if Rates::of(tx)?.holds(currency, from).is_none() {
        return Err(Error::NotFound);
    }
    write(tx, currency, from, "")?;
    tx.emit("rates");
    Ok(())
}

fn write(tx: &mut Tx, currency: Currency, from: Date, rate: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO currency_rates (workspace_id, own, currency, from_on, set_at, set_by, rate) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
         ON CONFLICT (workspace_id, own, currency, from_on, set_at) \
         DO UPDATE SET rate = excluded.rate, set_by = excluded.set_by",
        &[
            tx.workspace().into(),
            tx.locality().currency.code().into(),
            currency.code().into(),
            from.to_string().into(),
            tx.now().into(),
            tx.actor().user().unwrap_or(Id::NIL).into(),
            rate.into(),
        ],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_newest_rate_that_had_begun_holds() {
        let euro = Currency::new("EUR").unwrap();
        let all = [((2026, 1), "7.46"), ((2026, 6), "7.5")].map(|((year, month), rate)| {
            (("EUR".to_owned(), date(year, month, 1)), rate.parse::<Decimal>().unwrap())
        });
        let other = (("NOK".to_owned(), date(2025, 1, 1)), Decimal::ONE);
        let all = all.into_iter().chain([other]).collect();
        let rates = Rates { own: Currency::new("DKK").unwrap(), all };
        let on = |day| rates.on(euro, day).map(|rate| rate.rate.to_string());
        assert_eq!(on(date(2025, 12, 31)), None);
        assert_eq!(on(date(2026, 1, 1)).as_deref(), Some("7.46"));
        assert_eq!(on(date(2026, 5, 31)).as_deref(), Some("7.46"));
        assert_eq!(on(date(2027, 5, 31)).as_deref(), Some("7.5"));
    }
}
