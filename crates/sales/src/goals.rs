//! Goals: what the company, its units and its people are to reach in a month or a quarter, in money, deals, calls or meetings.
//! Administrators set them; what was set before stays in the table, so nothing is lost.

pub(crate) mod page;
mod reached;

use std::collections::HashMap;

use identity::{members, units};
use jiff::{ToSpan, civil::Date};
use kernel::{Currency, Cx, Error, Id, Result, Role, Row, Text, Timestamp, Tx};

/// No goal is larger, in smallest units of money or in pieces.
const MOST: i64 = 1_000_000_000_000_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The amounts of the deals that were won.
    WonAmount,
    /// How many were won.
    WonCount,
    Calls,
    /// Appointments that began and were not called off.
    Meetings,
}

impl Measure {
    pub const ALL: [Measure; 4] = [Measure::WonAmount, Measure::WonCount, Measure::Calls, Measure::Meetings];

    pub const fn key(self) -> &'static str {
        match self {
            Measure::WonAmount => "won_amount",
            Measure::WonCount => "won_count",
            Measure::Calls => "calls",
            Measure::Meetings => "meetings",
        }
    }
}

/// How long a goal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    Month,
    Quarter,
}

impl Span {
    pub const ALL: [Span; 2] = [Span::Month, Span::Quarter];

    pub const fn key(self) -> &'static str {
        match self {
            Span::Month => "month",
            Span::Quarter => "quarter",
        }
    }

    const fn months(self) -> i32 {
        match self {
            Span::Month => 1,
            Span::Quarter => 3,
        }
    }
}

/// A month or a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub span: Span,
    /// Its first day.
    pub from: Date,
}

impl Stretch {
    /// The one that a day lies in.
    pub fn around(span: Span, day: Date) -> Stretch {
        let back = i32::from(day.month() - 1) % span.months();
        let from = day.first_of_month().saturating_sub(back.months());
        Stretch { span, from }
    }

    /// The one so many further on, or back.
    pub fn step(self, count: i32) -> Stretch {
        Stretch::around(self.span, self.from.saturating_add((self.span.months() * count).months()))
    }

    pub fn last(self) -> Date {
        self.step(1).from.yesterday().unwrap_or(self.from)
    }

    /// How many of its working days (Monday to Friday) are begun today, and how many it has.
    pub fn working_days(self, today: Date) -> (i64, i64) {
        let works = |day: &Date| day.weekday().to_monday_zero_offset() < 5;
        let days = self.from.series(1.day()).take_while(|day| *day <= self.last()).filter(works);
        days.fold((0, 0), |(begun, all), day| (begun + i64::from(day <= today), all + 1))
    }
}

/// Whose goal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    Company,
    /// A location, a department or a team.
    Unit(Id),
    Person(Id),
}

impl Whose {
    pub const fn key(self) -> &'static str {
        match self {
            Whose::Company => "company",
            Whose::Unit(_) => "unit",
            Whose::Person(_) => "person",
        }
    }

    pub fn id(self) -> Id {
        match self {
            Whose::Company => Id::NIL,
            Whose::Unit(id) | Whose::Person(id) => id,
        }
    }

    fn read(level: &str, id: Id) -> Option<Whose> {
        match level {
            "company" => Some(Whose::Company),
            "unit" => Some(Whose::Unit(id)),
            "person" => Some(Whose::Person(id)),
            _ => None,
        }
    }
}

/// A goal that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// In the currency's smallest units, or in pieces.
    pub target: i64,
    /// Of money.
    pub currency: Option<Currency>,
    pub set_by: Id,
    pub set_at: Timestamp,
}

/// The goals of a stretch that stand, by whose they are.
pub fn of(cx: &Cx, stretch: Stretch, measure: Measure) -> Result<HashMap<Whose, Goal>> {
    let rows = cx.query(
        "SELECT level, whose_id, target, currency, set_by, set_at FROM goals \
         WHERE workspace_id = ?1 AND span = ?2 AND from_on = ?3 AND measure = ?4 ORDER BY set_at",
        &[
            cx.workspace().into(),
            stretch.span.key().into(),
            stretch.from.to_string().into(),
            measure.key().into(),
        ],
    )?;
    let mut goals = HashMap::new();
    for row in &rows {
        if let Some(whose) = Whose::read(row.text(0), row.get(1)?) {
            goals.insert(whose, read(row)?);
        }
    }
    goals.retain(|_, goal| goal.target > 0);
    Ok(goals)
}

fn read(row: &Row) -> Result<Goal> {
    Ok(Goal {
        target: row.int(2),
        currency: Currency::new(row.text(3)),
        set_by: row.get(4)?,
        set_at: row.get(5)?,
    })
}

/// Which goal is meant.
#[derive(Debug, Clone, Copy)]
pub struct Meant {
    pub stretch: Stretch,
    pub measure: Measure,
    pub whose: Whose,
}

/// Sets a goal, or takes it away with a target of nought; `seen` is what stood there for whoever sets it. A conflict when that was
/// changed meanwhile. For administrators.
pub fn set(tx: &mut Tx, meant: Meant, target: i64, currency: Option<Currency>, seen: i64) -> Result<()> {
    tx.require(Role::Admin)?;
    match meant.whose {
        Whose::Company => {}
        Whose::Unit(id) => drop(units::find(tx, id)?),
        Whose::Person(id) => drop(members::find(tx, id)?),
    }
    if !(0..=MOST).contains(&target) {
        return Err(Error::invalid("goal", "goal-too-large"));
    }
    let Meant { stretch, measure, whose } = meant;
    let stands = of(tx, stretch, measure)?.get(&whose).map_or(0, |goal| goal.target);
    if stands != seen && stands != target {
        return Err(Error::Conflict(Text::new("goal-changed")));
    }
    if stands == target {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO goals (workspace_id, span, from_on, measure, level, whose_id, set_at, set_by, target, currency) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
         ON CONFLICT (workspace_id, span, from_on, measure, level, whose_id, set_at) \
         DO UPDATE SET target = excluded.target, currency = excluded.currency, set_by = excluded.set_by",
        &[
            tx.workspace().into(),
            stretch.span.key().into(),
            stretch.from.to_string().into(),
            measure.key().into(),
            whose.key().into(),
            whose.id().into(),
            tx.now().into(),
            tx.actor().user().unwrap_or(Id::NIL).into(),
            target.into(),
            currency.map_or_else(String::new, |currency| currency.code().to_owned()).into(),
        ],
    )?;
    tx.emit("goals");
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_quarter_begins_with_its_first_month() {
        let around = |day| Stretch::around(Span::Quarter, day);
        assert_eq!(around(date(2026, 11, 23)).from, date(2026, 10, 1));
        assert_eq!(around(date(2026, 1, 31)).step(-1).from, date(2025, 10, 1));
        assert_eq!(around(date(2026, 12, 31)).last(), date(2026, 12, 31));
        assert_eq!(Stretch::around(Span::Month, date(2024, 2, 10)).last(), date(2024, 2, 29));
    }

    #[test]
    fn a_pace_is_counted_in_working_days() {
        let november = Stretch::around(Span::Month, date(2026, 11, 1));
        assert_eq!(november.working_days(date(2026, 11, 23)), (16, 21));
        assert_eq!(november.working_days(date(2026, 10, 30)), (0, 21));
        assert_eq!(november.working_days(date(2027, 1, 1)), (21, 21));
    }
}
