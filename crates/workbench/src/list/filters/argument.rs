//! What a condition compares with: as it is typed and read in the reader's language, and as a filter holds it, which every
//! language reads alike.

use records::{Field, Json, Object, Operator, field::reference, query::steps::FARTHEST};

use crate::View;

/// Days that are offered; others are typed.
pub(super) const DAYS: [&str; 18] = [
    "today",
    "yesterday",
    "tomorrow",
    "-7d",
    "-30d",
    "-90d",
    "+7d",
    "+30d",
    "this_week",
    "last_week",
    "next_week",
    "this_month",
    "last_month",
    "next_month",
    "this_quarter",
    "last_quarter",
    "next_quarter",
    "this_year",
];
const UNITS: [char; 4] = ['d', 'w', 'm', 'y'];

/// Whether the field is compared with days.
pub(super) fn is_day(field: &Field) -> bool {
    field.kind.operators().contains(&Operator::Before)
}

/// As people read it in a sentence and type it in the builder.
pub(super) fn shown(view: &View, field: &Field, argument: &str) -> String {
    if is_day(field) {
        return day(view, argument);
    }
    match (field.kind.key(), argument) {
        ("user", "me") => view.t("me").into_owned(),
        ("user", "my_team") => view.t("filter-my-team").into_owned(),
        ("select" | "multi_select" | "user", _) => {
            let value = field.kind.check(&Json::from(argument)).unwrap_or(Json::from(argument));
            field.kind.show(&value, &view.reading)
        }
        ("number" | "money", _) => match scaled(argument, decimals(field)) {
            Some(number) => view.reading.locale.number(number, decimals(field)),
            None => argument.to_owned(),
        },
        ("reference", _) => title(view, field, argument),
        ("yes_no", _) => field.kind.show(&Json::from(argument == "true"), &view.reading),
        _ => argument.to_owned(),
    }
}

pub(super) fn day(view: &View, argument: &str) -> String {
    let relative = format!("day-{}", argument.replace('_', "-"));
    let named = view.t(&relative);
    if named != relative {
        return named.into_owned();
    }
    match span(argument) {
        Some((count, unit)) => said_span(view, count, unit),
        None => argument.parse().map_or(argument.to_owned(), |date| view.reading.locale.date(date)),
    }
}

/// `-30d` as thirty days back.
pub(super) fn span(argument: &str) -> Option<(i64, char)> {
    let unit = argument.chars().last().filter(|unit| UNITS.contains(unit))?;
    Some((argument[..argument.len() - 1].parse().ok()?, unit))
}

fn said_span(view: &View, count: i64, unit: char) -> String {
    let way = if count < 0 { "ago" } else { "ahead" };
    view.tf(&format!("day-{unit}-{way}"), &[("count", count.saturating_abs().into())])
}

/// What a card that is referred to is called, to those who see it.
fn title(view: &View, field: &Field, argument: &str) -> String {
    let Some(value) = card(field, argument) else { return argument.to_owned() };
    let titles = records::record::titles(view.cx, std::iter::once(&value)).unwrap_or_default();
    let id = records::field::as_id(&value);
    id.and_then(|id| titles.get(&id).cloned()).unwrap_or_else(|| view.t("someone").into_owned())
}

/// The card that an argument names, with its object.
pub(super) fn card(field: &Field, argument: &str) -> Option<Json> {
    if argument.contains(':') {
        return Some(argument.into());
    }
    Some(reference::reference(field.kind.refers_to()?, argument.parse().ok()?))
}

/// What was typed, as the filter holds it.
pub(super) fn read(view: &View, field: &Field, typed: &str) -> String {
    let typed = typed.trim();
    if is_day(field) {
        return read_day(view, typed);
    }
    match field.kind.key() {
        "number" | "money" => match view.reading.locale.parse_number(typed, decimals(field)) {
            Ok(number) => plain(number, decimals(field)),
            Err(()) => typed.to_owned(),
        },
        _ => typed.to_owned(),
    }
}

fn read_day(view: &View, typed: &str) -> String {
    let same = |argument: &&&str| day(view, argument).to_lowercase() == typed.to_lowercase();
    if let Some(known) = DAYS.iter().chain(&["last_year", "next_year"]).find(same) {
        return (*known).to_owned();
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if let Ok(count) = digits.parse::<i64>() {
        let ways = [-count, count];
        let spans = UNITS.iter().flat_map(|unit| ways.map(|count| (count, *unit)));
        for (count, unit) in spans {
            let written = format!("{count:+}{unit}");
            if written == typed || said_span(view, count, unit).to_lowercase() == typed.to_lowercase() {
                return written;
            }
        }
    }
    let date = view.reading.locale.parse_date(typed, view.reading.today);
    date.map_or(typed.to_owned(), |date| date.to_string())
}

fn decimals(field: &Field) -> u32 {
    if field.kind.key() == "money" { 2 } else { field.kind.decimals() }
}

/// `12.5` as 1250 with two decimals.
fn scaled(text: &str, decimals: u32) -> Option<i64> {
    let number: f64 = text.parse().ok()?;
    let scaled = (number * 10f64.powi(i32::try_from(decimals).ok()?)).round();
    (scaled.abs() < 9e15).then_some(scaled as i64)
}

fn plain(number: i64, decimals: u32) -> String {
    let unit = 10u64.pow(decimals);
    let (whole, part) = (number.unsigned_abs() / unit, number.unsigned_abs() % unit);
    let sign = if number < 0 { "-" } else { "" };
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part:0width$}", width = decimals as usize)
    }
}

/// A path that no query follows, and that a stranger could make as long as they like.
pub(super) fn is_far(path: &str) -> bool {
    path.matches('.').count() > FARTHEST
}

/// The field that a path leads to.
pub(super) fn resolve(view: &View, object: &Object, path: &str) -> Option<Field> {
    if is_far(path) {
        return None;
    }
    match path.split_once('.') {
        None => object.field(path).ok().cloned(),
        Some((reference, rest)) => {
            let other = object.field(reference).ok()?.kind.refers_to()?.to_owned();
            resolve(view, view.catalog.object(&other).ok()?, rest)
        }
    }
}
