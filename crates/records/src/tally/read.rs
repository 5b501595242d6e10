//! Answering groups and totals from a tally: to who sees everything, and to who sees the records of some users and a few that
//! are shared with them beside.

use std::{collections::BTreeMap, sync::Arc};

use identity::rights::Circle;
use kernel::{Cx, Error, Id, Result, Value};
use locale::Locale;

use super::{Moves, Tally, TallyJob, all, joined};
use crate::{
    Field, Filter, Json, Object,
    access::{self, fields},
    query::{Aggregate, Query, Sum, Sums, Total, Wanted, grouped, groups_by},
    record, slow,
};

/// Rows of a tally from which on they are added up for good.
const MANY: i64 = 10_000;
/// Shared records that are looked at one by one, at most.
const FEW: usize = 100;
/// Fields that one tally adds up, at most.
const WIDE: usize = 12;

/// The groups of a list with their sums, in no order; nothing when no tally says them.
pub(crate) fn groups(
    cx: &Cx,
    object: &Arc<Object>,
    query: &Query,
    by: &str,
    wanted: &[Wanted],
) -> Result<Option<Vec<(Json, Sums)>>> {
    let field = fields::asked(cx, object, by)?;
    if !groups_by(field) || !asks_for_all(query) {
        return Ok(None);
    }
    let Some(of) = columns(cx, object, wanted)? else { return Ok(None) };
    let tally = all(cx)?.into_iter().find(|tally| tally.by == field.stored() && tally.says(object, &of));
    match tally {
        Some(tally) => answer(cx, object, &tally, &of),
        None => Ok(None),
    }
}

/// How many there are, and their totals; nothing when no tally says them.
pub(crate) fn totals(
    cx: &Cx,
    object: &Arc<Object>,
    query: &Query,
    wanted: &[Wanted],
) -> Result<Option<(i64, Vec<Total>)>> {
    if !asks_for_all(query) || wanted.is_empty() {
        return Ok(None);
    }
    let Some(of) = columns(cx, object, wanted)? else { return Ok(None) };
    for tally in all(cx)?.iter().filter(|tally| tally.says(object, &of)) {
        let Some(groups) = answer(cx, object, tally, &of)? else { continue };
        return Ok(grouped(object, wanted, groups)?.whole);
    }
    Ok(None)
}

/// The tally that would say the groups of a list; nothing where none can.
pub(crate) fn suiting(object: &Object, query: &Query, by: &str, wanted: &[Wanted]) -> Option<TallyJob> {
    let field = object.field(by).ok()?;
    let suits = asks_for_all(query) && has_few_values(field) && !object.goes_with_card;
    if !suits || wanted.iter().any(|one| !adds_up(one.aggregate)) {
        return None;
    }
    let mut of: Vec<String> = Vec::new();
    for one in wanted {
        of.push(object.field(&one.field).ok()?.stored().to_owned());
    }
    of.sort_unstable();
    of.dedup();
    let job = TallyJob { object: object.key.to_owned(), by: field.stored().to_owned(), of };
    (job.of.len() <= WIDE).then_some(job)
}

fn has_few_values(field: &Field) -> bool {
    matches!(field.kind.key(), "select" | "user" | "yes_no" | "rating")
}

/// Neither narrowed nor in the trash.
fn asks_for_all(query: &Query) -> bool {
    let is_open = matches!(&query.filter, Filter::All(parts) if parts.is_empty());
    is_open
        && query.words.trim().is_empty()
        && !query.trashed
        && query.may.is_none()
        && query.related.is_none()
}

/// Whether it can be told from what others added before.
fn adds_up(aggregate: Aggregate) -> bool {
    !matches!(aggregate, Aggregate::Min | Aggregate::Max)
}

/// The columns of what is wanted; nothing when a tally cannot say it.
fn columns(cx: &Cx, object: &Object, wanted: &[Wanted]) -> Result<Option<Vec<String>>> {
    let mut of = Vec::with_capacity(wanted.len());
    for one in wanted {
        let field = fields::asked(cx, object, &one.field)?;
        if !adds_up(one.aggregate) || !one.aggregate.suits(field) {
            return Ok(None);
        }
        of.push(field.stored().to_owned());
    }
    Ok(Some(of))
}

impl Tally {
    fn says(&self, object: &Object, of: &[String]) -> bool {
        self.is_ready && self.covers(object, of)
    }
}

/// What stands in one group.
#[derive(Default)]
struct Found {
    records: i64,
    /// By column and currency: how many are filled, and their sum.
    of: BTreeMap<(String, String), (i64, i128)>,
}

impl Found {
    fn add(&mut self, of: String, currency: String, records: i64, number: i128) {
        if of.is_empty() {
            self.records += records;
            return;
        }
        let here = self.of.entry((of, currency)).or_default();
        here.0 += records;
        here.1 += number;
    }

    /// Nothing when a sum is larger than a value may be.
    fn sums(&self, of: &[String]) -> Option<Sums> {
        let mut sums = Sums { count: self.records, of: Vec::with_capacity(of.len()) };
        for column in of {
            let here = self.of.iter().filter(|((known, _), (records, _))| known == column && *records > 0);
            let (mut filled, mut number, mut currencies) = (0, 0, Vec::new());
            for ((_, currency), (records, sum)) in here {
                filled += records;
                number += sum;
                currencies.push(currency);
            }
            let currency = |text: Option<&&String>| match text {
                Some(text) if !text.is_empty() => Value::from(text.as_str()),
                _ => Value::Null,
            };
            sums.of.push(Sum {
                number: Value::Int(i64::try_from(number).ok()?),
                filled,
                currencies: [currency(currencies.first()), currency(currencies.last())],
            });
        }
        Some(sums)
    }
}

fn answer(cx: &Cx, object: &Arc<Object>, tally: &Tally, of: &[String]) -> Result<Option<Vec<(Json, Sums)>>> {
    let Some((circle, shared)) = access::whom_seen(cx, object)? else { return Ok(None) };
    if shared.len() > FEW {
        return Ok(None);
    }
    let whose = match &*circle {
        Circle::Everybody => String::new(),
        Circle::Users(users) if users.is_empty() => " AND 1 = 0".to_owned(),
        Circle::Users(users) => format!(" AND user_id IN ({})", access::list(cx, users)),
    };
    let sql = format!(
        "SELECT value, of_column, currency, CAST(SUM(records) AS BIGINT), CAST(SUM(high) AS BIGINT), \
         CAST(SUM(low) AS BIGINT), COUNT(*) FROM tally_sums WHERE workspace_id = ?1 AND tally_id = ?2{whose} \
         GROUP BY value, of_column, currency"
    );
    let (mut found, mut rows): (BTreeMap<String, Found>, i64) = (BTreeMap::new(), 0);
    for row in &cx.query(&sql, &[cx.workspace().into(), tally.id.into()])? {
        let group = found.entry(row.text(0).to_owned()).or_default();
        let number = joined(row.int(4), row.int(5));
        group.add(row.text(1).to_owned(), row.text(2).to_owned(), row.int(3), number);
        rows += row.int(6);
    }
    if rows > MANY {
        slow::settle(cx, tally.id);
    }
    for (place, (records, number)) in beside(cx, object, tally, &circle, &shared)?.0 {
        found.entry(place.value).or_default().add(place.of, place.currency, records, number);
    }
    let mut groups = Vec::with_capacity(found.len());
    for (value, found) in found.into_iter().filter(|(_, found)| found.records > 0) {
        let Some(sums) = found.sums(of) else { return Ok(None) };
        groups.push((serde_json::from_str(&value).map_err(Error::internal)?, sums));
    }
    Ok(Some(groups))
}

/// What those of the shared records add that are not among the others.
fn beside(cx: &Cx, object: &Arc<Object>, tally: &Tally, circle: &Circle, shared: &[Id]) -> Result<Moves> {
    let mut moves = Moves::default();
    if shared.is_empty() || matches!(circle, Circle::Everybody) {
        return Ok(moves);
    }
    let locale = Locale::new(cx.locality());
    for record in record::find_many(cx, object, shared)?.values() {
        if !circle.holds(access::responsible(record)) {
            moves.count(tally, record, &locale, 1);
        }
    }
    Ok(moves)
}
