//! What every value of a field would become in another type, before anything is changed: counted, with examples, and with the
//! cards that would lose theirs.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use kernel::{Cx, Id, Result, Timestamp, Value};

use super::{Wanted, settle::named, value};
use crate::{
    Field, FieldType, Filter, Json, Object, Operator, access,
    field::{ColumnKind, EMPTY_NUMBER, as_text, options::OwnOption},
    import::style::{Evidence, Style},
    own, record,
    shape::{
        OwnKind, names,
        past::{Reader, Way},
    },
};

/// Different values that are looked at together; of more, each card is looked at.
const MOST_DIFFERENT: usize = 5_000;
/// Cards of one statement.
const PAGE: usize = 5_000;
/// Different values that are told apart in the examples.
const MOST_SAMPLES: usize = 2_000;
const SHOWN: usize = 12;
/// Cards that would lose their value, and are named.
const NAMED: usize = 20;
/// Options that are made of values.
pub const MOST_OPTIONS: usize = 100;
/// Values that one filter asks for.
const MOST_ASKED: usize = 60;

/// What becomes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// The new type cannot hold it.
    Lost,
    /// It reads differently.
    Converted,
    /// It reads the same.
    Kept,
}

/// One value, as it reads before and after, and on how many cards it stands.
#[derive(Debug, Clone)]
pub struct Sample {
    pub before: String,
    pub after: String,
    pub outcome: Outcome,
    pub count: u64,
}

/// See the module.
#[derive(Debug)]
pub struct Survey {
    /// The type with its options.
    pub kind: OwnKind,
    pub kept: u64,
    pub converted: u64,
    pub lost: u64,
    /// Those that are lost first, then the most frequent.
    pub samples: Vec<Sample>,
    /// Some of the cards that would lose their value.
    pub losing: Vec<(Id, String)>,
    /// The list of all of them, where a filter can say it.
    pub filter: Option<Filter>,
    /// Values that would stand more than once where each is to stand once.
    pub doubles: Vec<String>,
    /// The values have more different words than options are made of.
    pub too_many_options: bool,
    /// What new cards have would be lost.
    pub default_lost: bool,
    pub(super) default: Json,
    pub(super) reader: Reader,
    pub(super) at: Timestamp,
}

impl Survey {
    pub fn filled(&self) -> u64 {
        self.kept + self.converted + self.lost
    }
}

/// The values of a field as they stand: different ones with their number, or card by card when too many differ.
enum Values {
    Grouped(Vec<(Json, u64)>),
    One,
}

/// Looks at all values of the field, those in the trash too.
pub fn survey(cx: &Cx, object: &Arc<Object>, field: &Field, wanted: &Wanted) -> Result<Survey> {
    let _free = access::freely(cx)?;
    let values = values(cx, object, field)?;
    let style = style(cx, object, field, &values)?;
    let reader = Reader::of(cx, style);
    let way = named(cx, [&*field.kind, &*wanted.kind.field_type()], &reader.way())?;
    let (kind, too_many_options) = with_options(cx, object, field, &values, wanted, &way)?;
    let default = value::convert(&*field.kind, &*kind.field_type(), &field.default, &way);
    let mut survey = Survey {
        kept: 0,
        converted: 0,
        lost: 0,
        samples: Vec::new(),
        losing: Vec::new(),
        filter: None,
        doubles: Vec::new(),
        too_many_options,
        default_lost: default.is_none(),
        default: default.unwrap_or_default(),
        reader,
        at: cx.now(),
        kind,
    };
    outcomes(cx, object, field, &values, wanted, &way, &mut survey)?;
    Ok(survey)
}

/// What stands for nothing in a column, as it is written in a statement.
pub(super) fn nothing(kind: ColumnKind) -> String {
    if kind == ColumnKind::Number { EMPTY_NUMBER.to_string() } else { "''".to_owned() }
}

/// The field's first column in a statement, and the rest of the statement that finds those who have a value.
fn source(cx: &Cx, object: &Object, field: &Field) -> (String, String) {
    let kind = field.kind.storage()[0].1;
    let column = own::expression(cx.dialect(), "t", field.stored(), kind);
    let from = format!(
        "FROM {} AS t WHERE t.workspace_id = ?1{} AND {column} <> {}",
        object.table,
        access::of_object(object, "t"),
        nothing(kind)
    );
    (column, from)
}

fn values(cx: &Cx, object: &Object, field: &Field) -> Result<Values> {
    let (column, from) = source(cx, object, field);
    let sql = format!(
        "SELECT {column}, COUNT(*) {from} GROUP BY {column} ORDER BY COUNT(*) DESC, {column} LIMIT {}",
        MOST_DIFFERENT + 1
    );
    let rows = cx.query(&sql, &[cx.workspace().into()])?;
    if rows.len() > MOST_DIFFERENT {
        return Ok(Values::One);
    }
    let counted = rows.iter().map(|row| (own::grouped(field, row.value(0)), row.int(1).max(0) as u64));
    Ok(Values::Grouped(counted.collect()))
}

/// Goes through all values; the work says whether to go on.
fn each(
    cx: &Cx,
    object: &Object,
    field: &Field,
    values: &Values,
    mut work: impl FnMut(&Json, u64, Option<Id>) -> Result<bool>,
) -> Result<()> {
    if let Values::Grouped(grouped) = values {
        for (value, count) in grouped {
            if !work(value, *count, None)? {
                break;
            }
        }
        return Ok(());
    }
    let (column, from) = source(cx, object, field);
    let sql = format!("SELECT t.id, {column} {from} AND t.id > ?2 ORDER BY t.id LIMIT {PAGE}");
    let mut after = Id::NIL;
    loop {
        let rows = cx.query(&sql, &[cx.workspace().into(), after.into()])?;
        for row in &rows {
            after = row.get(0)?;
            if !work(&own::grouped(field, row.value(1)), 1, Some(after))? {
                return Ok(());
            }
        }
        if rows.len() < PAGE {
            return Ok(());
        }
    }
}

/// How the texts write dates and numbers, where they tell.
fn style(cx: &Cx, object: &Object, field: &Field, values: &Values) -> Result<Style> {
    let mut evidence = Evidence::default();
    if !matches!(field.kind.key(), "text" | "long_text" | "select") {
        return Ok(evidence.style());
    }
    let mut looked = 0;
    each(cx, object, field, values, |value, _, _| {
        evidence.look(as_text(value));
        looked += 1;
        Ok(looked < PAGE)
    })?;
    Ok(evidence.style())
}

/// The type with an option for each word among the values, when somebody wants that; and whether there were too many.
fn with_options(
    cx: &Cx,
    object: &Object,
    field: &Field,
    values: &Values,
    wanted: &Wanted,
    way: &Way,
) -> Result<(OwnKind, bool)> {
    let several = wanted.kind.key() == "multi_select";
    let mut kind = wanted.kind.clone();
    let (OwnKind::Select { options, .. } | OwnKind::MultiSelect { options, .. }) = &mut kind else {
        return Ok((kind, false));
    };
    if !wanted.options_of_values {
        return Ok((kind, false));
    }
    let known = field.kind.options().map(|options| options.offered()).unwrap_or_default();
    let colour = |key: &str| {
        field.kind.options().and_then(|options| options.colour(key)).unwrap_or_default().to_owned()
    };
    // A select's own options come first, in their order and with their colours.
    for key in &known {
        let label = field.kind.options().map(|options| options.text(key, &way.reading)).unwrap_or_default();
        options.push(OwnOption { key: key.clone(), label, colour: colour(key), ..OwnOption::default() });
    }
    let mut seen: HashSet<String> = options.iter().map(|option| option.label.to_lowercase()).collect();
    let mut too_many = false;
    each(cx, object, field, values, |value, _, _| {
        for word in value::words(&*field.kind, several, value, way) {
            if options.len() >= MOST_OPTIONS {
                too_many = too_many || !seen.contains(&word.to_lowercase());
            } else if seen.insert(word.to_lowercase()) {
                let key = names::option_key(&word, |key| options.iter().any(|option| option.key == key));
                options.push(OwnOption { key, label: word, ..OwnOption::default() });
            }
        }
        Ok(!too_many)
    })?;
    Ok((kind, too_many))
}

fn outcomes(
    cx: &Cx,
    object: &Arc<Object>,
    field: &Field,
    values: &Values,
    wanted: &Wanted,
    way: &Way,
    survey: &mut Survey,
) -> Result<()> {
    let to = survey.kind.field_type();
    let mut samples: HashMap<String, Sample> = HashMap::new();
    let mut standing: HashSet<u64> = HashSet::new();
    let (mut losing, mut lost_values): (Vec<Id>, Vec<Json>) = (Vec::new(), Vec::new());
    each(cx, object, field, values, |value, count, card| {
        let became = value::convert(&*field.kind, &*to, value, way);
        let before = field.kind.show(value, &way.reading);
        let after = became.as_ref().map(|became| shown(&*to, became, way)).unwrap_or_default();
        let outcome = match &became {
            None => Outcome::Lost,
            Some(_) if after == before || same_number(&*to, &before, &after) => Outcome::Kept,
            Some(_) => Outcome::Converted,
        };
        match outcome {
            Outcome::Kept => survey.kept += count,
            Outcome::Converted => survey.converted += count,
            Outcome::Lost => {
                survey.lost += count;
                losing.extend(card.filter(|_| losing.len() < NAMED));
                if lost_values.len() <= MOST_ASKED && !lost_values.contains(value) {
                    lost_values.push(value.clone());
                }
            }
        }
        if let (true, Some(became)) = (wanted.unique, &became) {
            let twice =
                count > 1 || (!became.is_null() && !standing.insert(hash(&to.export(became).to_lowercase())));
            if twice && survey.doubles.len() < 5 {
                survey.doubles.push(after.clone());
            }
        }
        if let Some(sample) = samples.get_mut(&before) {
            sample.count += count;
        } else if samples.len() < MOST_SAMPLES {
            samples.insert(before.clone(), Sample { before, after, outcome, count });
        }
        Ok(true)
    })?;
    let mut samples: Vec<Sample> = samples.into_values().collect();
    samples.sort_by(|one, other| {
        (one.outcome, other.count, &one.before).cmp(&(other.outcome, one.count, &other.before))
    });
    survey.samples = representative(samples);
    if losing.is_empty() && !lost_values.is_empty() {
        losing = holders(cx, object, field, &lost_values)?;
    }
    let titles = record::titles_of(cx, object, &losing)?;
    survey.losing = losing.into_iter().map(|id| (id, titles.get(&id).cloned().unwrap_or_default())).collect();
    survey.filter = filter(field, &lost_values, way);
    Ok(())
}

/// A number that reads the same but for zeros at its end and the mark before its decimals.
fn same_number(to: &dyn FieldType, before: &str, after: &str) -> bool {
    let plain = |text: &str| {
        let marked = text.trim().replace(',', ".");
        match marked.matches('.').count() {
            1 => marked.trim_end_matches('0').trim_end_matches('.').to_owned(),
            _ => marked,
        }
    };
    to.key() == "number" && plain(before) == plain(after)
}

/// How many decimals a number needs to hold what stands there.
pub fn decimals_of(cx: &Cx, object: &Object, field: &Field) -> Result<u32> {
    const MOST: usize = 6;
    let _free = access::freely(cx)?;
    match field.kind.key() {
        "number" => return Ok(field.kind.decimals()),
        "money" => return Ok(2),
        "text" | "long_text" | "select" => {}
        _ => return Ok(0),
    }
    let values = values(cx, object, field)?;
    let comma = style(cx, object, field, &values)?.decimal_comma;
    let reader = || locale::Locale::new(cx.locality()).number(15, 1).contains(',');
    let mark = if comma.unwrap_or_else(reader) { ',' } else { '.' };
    let (mut most, mut looked) = (0, 0);
    each(cx, object, field, &values, |value, _, _| {
        let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
        let text = as_text(value).trim();
        let number = text.chars().all(|c| c.is_ascii_digit() || " .,'-+\u{a0}".contains(c));
        most = most.max(text.rsplit_once(mark).filter(|_| number).map_or(0, |(_, rest)| digits(rest)));
        looked += 1;
        Ok(looked < PAGE)
    })?;
    Ok(most.min(MOST) as u32)
}

/// Some of each outcome.
fn representative(samples: Vec<Sample>) -> Vec<Sample> {
    let mut taken: HashMap<Outcome, usize> = HashMap::new();
    let few = |sample: &Sample| {
        let taken = taken.entry(sample.outcome).or_default();
        *taken += 1;
        *taken <= SHOWN
    };
    samples.into_iter().filter(few).collect()
}

/// "No" is an answer that a tick shows as nothing.
fn shown(to: &dyn FieldType, value: &Json, way: &Way) -> String {
    to.show(value, &way.reading)
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Some living cards that have one of these values.
fn holders(cx: &Cx, object: &Object, field: &Field, values: &[Json]) -> Result<Vec<Id>> {
    let (column, from) = source(cx, object, field);
    let marks = record::marks(2, values.len());
    let sql = format!(
        "SELECT t.id {from} AND t.trashed_at = 0 AND {column} IN ({marks}) ORDER BY t.id LIMIT {NAMED}"
    );
    let mut params: Vec<Value> = vec![cx.workspace().into()];
    let locale = locale::Locale::new(cx.locality());
    params.extend(values.iter().map(|value| own::compared(field.kind.bind(value, &locale).swap_remove(0))));
    cx.query(&sql, &params)?.iter().map(|row| row.get(0)).collect()
}

/// All cards that have one of these values; none when there are too many of them or the type has no such question.
fn filter(field: &Field, values: &[Json], way: &Way) -> Option<Filter> {
    if values.is_empty() || values.len() > MOST_ASKED || !field.kind.operators().contains(&Operator::Is) {
        return None;
    }
    let one = |value: &Json| {
        let argument = value::argument(&*field.kind, value, way)?;
        Some(Filter::field(&field.key, Operator::Is, &[&argument]))
    };
    let mut each: Vec<Filter> = values.iter().map(one).collect::<Option<_>>()?;
    if each.len() == 1 { each.pop() } else { Some(Filter::Any(each)) }
}

/// Whether a value that was written since the survey would be lost.
pub(super) fn lost_since(cx: &Cx, object: &Object, field: &Field, survey: &Survey) -> Result<bool> {
    /// Longer than a transaction takes.
    const SLACK: i64 = 60_000_000;
    let to = survey.kind.field_type();
    let way = named(cx, [&*field.kind, &*to], &survey.reader.way())?;
    let (column, from) = source(cx, object, field);
    let since = survey.at.micros() - SLACK;
    let sql = format!("SELECT {column} {from} AND t.updated_at >= ?2");
    let rows = cx.query(&sql, &[cx.workspace().into(), since.into()])?;
    let is_lost = |value: &Json| value::convert(&*field.kind, &*to, value, &way).is_none();
    Ok(rows.iter().any(|row| is_lost(&own::grouped(field, row.value(0)))))
}
