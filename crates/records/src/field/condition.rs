//! Conditions on the columns of a field: what the types' operators have in common.

use jiff::{Span, ToSpan, civil::Date, tz::TimeZone};
use kernel::{Error, Id, Result, Timestamp, Value, db::Dialect};
use sea_query::{Alias, Condition, Expr, ExprTrait, LikeExpr};

use crate::{
    field::{ColumnKind, EMPTY_NUMBER},
    own,
    query::Operator,
};

/// The field that a condition is about, in the statement being built.
#[derive(Debug, Clone)]
pub struct Target {
    /// The alias of the object's table in the statement.
    pub table: String,
    pub key: String,
    /// The suffix of the column meant when none is named; empty but for [`Target::part`].
    pub part: &'static str,
    /// The columns it has, and whether they stand among the own ones.
    pub storage: &'static [(&'static str, ColumnKind)],
    pub own: bool,
    pub dialect: Dialect,
    pub today: Date,
    pub time_zone: TimeZone,
    /// Whom `me` means.
    pub me: Option<Id>,
}

impl Target {
    /// The same field, with another of its columns in the place of the first.
    pub fn part(&self, suffix: &'static str) -> Target {
        Target { part: suffix, ..self.clone() }
    }

    pub fn column(&self, suffix: &str) -> Expr {
        match self.own {
            true => Expr::cust(self.own_column(suffix)),
            false => Expr::col((Alias::new(&self.table), Alias::new(self.name(suffix)))),
        }
    }

    fn name(&self, suffix: &str) -> String {
        format!("{}{}{suffix}", self.key, self.part)
    }

    fn own_column(&self, suffix: &str) -> String {
        let wanted = format!("{}{suffix}", self.part);
        let kind =
            self.storage.iter().find(|(name, _)| *name == wanted).map_or(ColumnKind::Text, |(_, kind)| *kind);
        own::expression(self.dialect, &self.table, &self.name(suffix), kind)
    }

    /// A value that the column is compared with.
    pub(crate) fn bound(&self, value: Value) -> sea_query::Value {
        if self.own { own::compared(value).into() } else { value.into() }
    }

    /// The column's text in lower case.
    pub fn folded(&self, suffix: &str) -> Expr {
        let column = match self.own {
            true => self.own_column(suffix),
            false => format!("\"{}\".\"{}\"", self.table, self.name(suffix)),
        };
        Expr::cust(self.dialect.lower(&column))
    }

    /// The id that an own reference holds, as other tables hold theirs; the reference must not be empty.
    pub(crate) fn id(&self) -> Expr {
        let text = self.own_column("");
        Expr::cust(match self.dialect {
            Dialect::Postgres => format!("CAST(NULLIF({text}, '') AS uuid)"),
            Dialect::Sqlite => format!("unhex(replace({text}, '-', ''))"),
        })
    }

    /// The reference leads to the row of this alias.
    pub(crate) fn id_of(&self, other: &str) -> Expr {
        let id = Expr::col((Alias::new(other), Alias::new("id")));
        // The other way around an index on the id would not be used.
        id.eq(if self.own { self.id() } else { self.column("") })
    }

    fn empty(&self, kind: ColumnKind) -> Expr {
        self.column("").eq(self.bound(kind.empty()))
    }

    /// It is not empty, beside a condition that it is less than something: what is empty comes first in every order, and an index begins behind it.
    fn above_empty(&self, kind: ColumnKind) -> Expr {
        self.column("").gt(self.bound(kind.empty()))
    }

    /// The operators of types whose column is a text: `suffix` names the column people read.
    pub fn text_condition(
        &self,
        suffix: &str,
        operator: Operator,
        arguments: &[String],
    ) -> Result<Condition> {
        let like = |pattern: String| self.folded(suffix).like(LikeExpr::new(pattern).escape('\\'));
        let wanted = || Ok::<_, Error>(first(arguments)?.to_lowercase());
        Ok(match operator {
            Operator::Is => self.folded(suffix).eq(wanted()?).into_condition(),
            Operator::IsNot => self.folded(suffix).ne(wanted()?).into_condition(),
            Operator::Contains => like(format!("%{}%", escaped(&wanted()?))).into_condition(),
            Operator::ContainsNot => like(format!("%{}%", escaped(&wanted()?))).not().into_condition(),
            Operator::StartsWith => like(format!("{}%", escaped(&wanted()?))).into_condition(),
            Operator::Between => {
                let until = arguments.get(1).ok_or_else(missing)?.to_lowercase();
                Condition::all().add(self.folded(suffix).gte(wanted()?)).add(self.folded(suffix).lte(until))
            }
            Operator::Empty => self.empty(ColumnKind::Text).into_condition(),
            Operator::NotEmpty => self.empty(ColumnKind::Text).not().into_condition(),
            _ => return Err(unsuited(operator)),
        })
    }

    /// The operators of types whose column is a number; `parse` reads one argument.
    pub fn number_condition(
        &self,
        operator: Operator,
        arguments: &[String],
        parse: impl Fn(&str) -> Option<i64>,
    ) -> Result<Condition> {
        let number = |at: usize| {
            let text = arguments.get(at).ok_or_else(missing)?;
            parse(text).ok_or_else(|| Error::invalid("filter", "not-a-number"))
        };
        let filled = || self.column("").ne(EMPTY_NUMBER);
        Ok(match operator {
            Operator::Is => self.column("").eq(number(0)?).into_condition(),
            Operator::IsNot => self.column("").ne(number(0)?).into_condition(),
            Operator::Over => self.column("").gt(number(0)?).into_condition(),
            Operator::Under => {
                Condition::all().add(self.column("").lt(number(0)?)).add(self.above_empty(ColumnKind::Number))
            }
            Operator::Between => {
                Condition::all().add(self.column("").gte(number(0)?)).add(self.column("").lte(number(1)?))
            }
            Operator::Empty => self.empty(ColumnKind::Number).into_condition(),
            Operator::NotEmpty => filled().into_condition(),
            _ => return Err(unsuited(operator)),
        })
    }

    /// The operators of types whose column is one of several keys.
    pub fn choice_condition(&self, operator: Operator, arguments: &[String]) -> Result<Condition> {
        let keys = arguments.iter().map(String::as_str);
        Ok(match (operator, arguments) {
            // One value is compared with `=`, so that an index goes on serving the order behind it.
            (Operator::Is, [one]) => self.column("").eq(one.as_str()).into_condition(),
            _ => match operator {
                Operator::Is => self.column("").is_in(keys).into_condition(),
                Operator::IsNot => self.column("").is_not_in(keys).into_condition(),
                Operator::Empty => self.empty(ColumnKind::Text).into_condition(),
                Operator::NotEmpty => self.empty(ColumnKind::Text).not().into_condition(),
                _ => return Err(unsuited(operator)),
            },
        })
    }

    /// The operators of types whose column is a key of a row elsewhere; `me` is whoever asks.
    pub fn id_condition(&self, operator: Operator, arguments: &[String]) -> Result<Condition> {
        let ids = || {
            let one = |text: &String| match text.as_str() {
                "me" => Ok(self.me.unwrap_or(Id::NIL)),
                other => other
                    .rsplit(':')
                    .next()
                    .unwrap_or_default()
                    .parse()
                    .map_err(|_| Error::invalid("filter", "not-a-choice")),
            };
            let ids: Vec<sea_query::Value> =
                arguments.iter().map(one).map(|id| Ok(self.bound(Value::Id(id?)))).collect::<Result<_>>()?;
            Ok::<_, Error>(ids)
        };
        Ok(match operator {
            // One value is compared with `=`, so that an index goes on serving the order behind it.
            Operator::Is => match ids()?.as_slice() {
                [one] => self.column("").eq(one.clone()).into_condition(),
                many => self.column("").is_in(many.iter().cloned()).into_condition(),
            },
            Operator::IsNot => self.column("").is_not_in(ids()?).into_condition(),
            Operator::Empty => self.empty(ColumnKind::Id).into_condition(),
            Operator::NotEmpty => self.empty(ColumnKind::Id).not().into_condition(),
            _ => return Err(unsuited(operator)),
        })
    }

    /// A range of days as an argument names it; the end is not part of it.
    fn days(&self, argument: &str) -> Result<(Date, Date)> {
        days(argument, self.today).ok_or_else(|| Error::invalid("filter", "not-a-date"))
    }

    /// The operators of types that mean a day; `at` turns a day into the column's value.
    pub fn day_condition(
        &self,
        kind: ColumnKind,
        operator: Operator,
        arguments: &[String],
        at: impl Fn(Date) -> Value,
    ) -> Result<Condition> {
        let filled = || self.empty(kind).not();
        let from = |day: Date| self.column("").gte(self.bound(at(day)));
        let until = |day: Date| self.column("").lt(self.bound(at(day)));
        Ok(match operator {
            Operator::On | Operator::Between => {
                let (start, end) = self.span(operator, arguments)?;
                Condition::all().add(from(start)).add(until(end))
            }
            Operator::Before => {
                Condition::all().add(until(self.days(first(arguments)?)?.0)).add(self.above_empty(kind))
            }
            Operator::After => from(self.days(first(arguments)?)?.1).into_condition(),
            Operator::Empty => self.empty(kind).into_condition(),
            Operator::NotEmpty => filled().into_condition(),
            _ => return Err(unsuited(operator)),
        })
    }

    /// The days that `On` or `Between` name; the last is not one of them.
    pub(crate) fn span(&self, operator: Operator, arguments: &[String]) -> Result<(Date, Date)> {
        let (start, end) = self.days(first(arguments)?)?;
        match operator {
            Operator::Between => Ok((start, self.days(arguments.get(1).ok_or_else(missing)?)?.1)),
            _ => Ok((start, end)),
        }
    }

    /// Midnight of a day where the asker is.
    pub fn midnight(&self, day: Date) -> Value {
        Timestamp::from_civil(day.at(0, 0, 0, 0), &self.time_zone).into()
    }
}

/// `2026-11-22`, `today`, `-30d`, `+2w`, `-1m`, `+1y`, `this_week`, `last_month`, `next_quarter`, `next_year`… as a half-open range.
/// Weeks begin on Monday here, as in ISO 8601.
pub fn days(argument: &str, today: Date) -> Option<(Date, Date)> {
    let one_day = |day: Date| Some((day, day.tomorrow().ok()?));
    match argument {
        "today" => return one_day(today),
        "yesterday" => return one_day(today.yesterday().ok()?),
        "tomorrow" => return one_day(today.tomorrow().ok()?),
        _ => {}
    }
    if let Some((which, unit)) = argument.split_once('_') {
        let step = match which {
            "this" => 0,
            "last" => -1,
            "next" => 1,
            _ => return None,
        };
        let (start, span): (Date, Span) = match unit {
            "week" => {
                (today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).ok()?, 1.week())
            }
            "month" => (today.first_of_month(), 1.month()),
            "quarter" => {
                let months = i64::from((today.month() - 1) % 3);
                (today.first_of_month().checked_sub(months.months()).ok()?, 3.months())
            }
            "year" => (today.first_of_year(), 1.year()),
            _ => return None,
        };
        let start = start.checked_add(span.checked_mul(step).ok()?).ok()?;
        return Some((start, start.checked_add(span).ok()?));
    }
    if let Some(count) = argument.strip_suffix(['d', 'w', 'm', 'y'])
        && let Ok(count) = count.parse::<i64>()
    {
        let span = match argument.chars().last()? {
            'd' => Span::new().try_days(count),
            'w' => Span::new().try_weeks(count),
            'm' => Span::new().try_months(count),
            _ => Span::new().try_years(count),
        };
        return one_day(today.checked_add(span.ok()?).ok()?);
    }
    one_day(argument.parse().ok()?)
}

fn first(arguments: &[String]) -> Result<&str> {
    arguments.first().map(String::as_str).ok_or_else(missing)
}

fn missing() -> Error {
    Error::invalid("filter", "required")
}

fn unsuited(operator: Operator) -> Error {
    Error::internal(format!("{operator:?} does not suit this field"))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

trait IntoCondition {
    fn into_condition(self) -> Condition;
}

impl IntoCondition for Expr {
    fn into_condition(self) -> Condition {
        Condition::all().add(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::days;

    #[test]
    fn relative_days_are_ranges() {
        let today = date(2026, 11, 22);
        let check = |argument: &str, start: &str, end: &str| {
            let (from, until) = days(argument, today).unwrap_or_else(|| panic!("{argument}"));
            assert_eq!((from.to_string().as_str(), until.to_string().as_str()), (start, end), "{argument}");
        };
        check("today", "2026-11-22", "2026-11-23");
        check("-30d", "2026-10-23", "2026-10-24");
        check("+1m", "2026-12-22", "2026-12-23");
        check("this_week", "2026-11-16", "2026-11-23");
        check("last_month", "2026-10-01", "2026-11-01");
        check("next_year", "2027-01-01", "2028-01-01");
        check("2024-02-29", "2024-02-29", "2024-03-01");
        assert_eq!(days("soon", today), None);
        assert_eq!(days("99999999999y", today), None);
    }
}
