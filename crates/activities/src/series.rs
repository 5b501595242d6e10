//! One of a series goes its own way, or the series goes another way from one of its appointments on. The series keeps which
//! occurrences it lost (EXDATE of RFC 5545, 3.8.5.1); one that was changed is an appointment of its own.

use jiff::{Span, civil::DateTime, tz::TimeZone};
use kernel::{Error, Id, Result, Timestamp, Tx};
use records::{
    ChangeSet, Json, Record,
    save::{self, Values},
};

use crate::{appointment, repeat};

/// Which appointments of a series a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    This,
    Following,
    All,
}

impl Reach {
    pub const ALL: [Reach; 3] = [Reach::This, Reach::Following, Reach::All];

    pub const fn key(self) -> &'static str {
        match self {
            Reach::This => "this",
            Reach::Following => "following",
            Reach::All => "all",
        }
    }
}

/// What an occurrence or the rest of a series takes along.
const KEPT: &[&str] = &[
    "subject",
    "about",
    "all_day",
    "participants",
    "place",
    "video",
    "text",
    "remind",
    "remind_customer",
    "invite",
    "owner",
    "time_zone",
];

/// Changes an appointment that happens at `at`: itself, or of a series the ones within reach. A new beginning in the values is
/// that of the one at `at`; the others move alike. The key of the appointment that now stands there.
pub fn change(
    tx: &mut Tx,
    set: &mut ChangeSet,
    (appointment, at): (&Record, Timestamp),
    reach: Reach,
    values: Values,
) -> Result<Id> {
    let declared = &appointment.object;
    if appointment.text("repeat").is_empty() {
        return save::edit(tx, set, declared, appointment.id, values, &Values::new())?
            .saved()
            .map(|kept| kept.id);
    }
    match reach {
        Reach::This => detach(tx, set, appointment, at, values),
        Reach::Following if Some(at) != appointment.instant("starts_at") => {
            follow(tx, set, appointment, at, values)
        }
        Reach::Following | Reach::All => {
            let values = moved(appointment, at, values)?;
            save::edit(tx, set, declared, appointment.id, values, &Values::new())?.saved().map(|kept| kept.id)
        }
    }
}

/// The occurrence becomes an appointment of its own, with these values.
fn detach(tx: &mut Tx, set: &mut ChangeSet, series: &Record, at: Timestamp, values: Values) -> Result<Id> {
    let mut own = copied(series);
    own.insert("starts_at".to_owned(), at.micros().into());
    own.insert("series".to_owned(), series.reference());
    own.insert("series_at".to_owned(), at.micros().into());
    own.extend(values);
    if !own.contains_key("ends_at") {
        let starts = own.get("starts_at").and_then(Json::as_i64).unwrap_or(at.micros());
        own.insert("ends_at".to_owned(), (starts + appointment::length(series)).into());
    }
    // It stands before the series misses it: those who are told of the series need not be told that something is missing.
    let id = save::create(tx, set, &series.object, own)?;
    drop_occurrence(tx, set, series, at)?;
    Ok(id)
}

/// The series loses one of its occurrences.
pub fn drop_occurrence(tx: &mut Tx, set: &mut ChangeSet, series: &Record, at: Timestamp) -> Result<()> {
    let mut except = appointment::exceptions(series);
    except.push(at);
    let values = Values::from_iter([("except".to_owned(), lines(&except))]);
    save::edit(tx, set, &series.object, series.id, values, &Values::new())?.saved().map(drop)
}

/// The series ends before this occurrence, and another begins there with these values.
fn follow(tx: &mut Tx, set: &mut ChangeSet, series: &Record, at: Timestamp, values: Values) -> Result<Id> {
    let (rule, zone) = (series.text("repeat"), appointment::zone(series));
    let Some(first) = series.instant("starts_at") else { return Err(Error::NotFound) };
    let mut own = copied(series);
    let rest = repeat::rest(rule, first, &zone, at);
    let shift = Shift::between(at, values.get("starts_at"), &zone);
    own.insert("starts_at".to_owned(), at.micros().into());
    own.insert("repeat".to_owned(), shift.rule(&rest)?.into());
    let later: Vec<Timestamp> =
        appointment::exceptions(series).into_iter().filter(|except| *except > at).collect();
    own.insert("except".to_owned(), lines(&shift.all(&later)));
    own.extend(values);
    if !own.contains_key("ends_at") {
        let starts = own.get("starts_at").and_then(Json::as_i64).unwrap_or(at.micros());
        own.insert("ends_at".to_owned(), (starts + appointment::length(series)).into());
    }
    let ended = Values::from_iter([("repeat".to_owned(), Json::from(repeat::until(rule, at)))]);
    save::edit(tx, set, &series.object, series.id, ended, &Values::new())?.saved()?;
    save::create(tx, set, &series.object, own)
}

fn copied(series: &Record) -> Values {
    KEPT.iter().map(|field| ((*field).to_owned(), series.get(field).clone())).collect()
}

/// The values of a whole series of which one occurrence gets these.
fn moved(series: &Record, at: Timestamp, mut values: Values) -> Result<Values> {
    let zone = appointment::zone(series);
    let shift = Shift::between(at, values.get("starts_at"), &zone);
    if let (Some(first), true) = (series.instant("starts_at"), values.contains_key("starts_at")) {
        let begins = shift.one(first);
        values.insert("starts_at".to_owned(), begins.micros().into());
        values.insert("except".to_owned(), lines(&shift.all(&appointment::exceptions(series))));
        if !values.contains_key("repeat") {
            values.insert("repeat".to_owned(), shift.rule(series.text("repeat"))?.into());
        }
    }
    Ok(values)
}

fn lines(all: &[Timestamp]) -> Json {
    if all.is_empty() {
        return Json::Null;
    }
    all.iter().map(|at| at.micros().to_string()).collect::<Vec<_>>().join("\n").into()
}

/// By how many days the appointments of a series move, and to which time of day.
struct Shift {
    days: i32,
    time: Option<jiff::civil::Time>,
    zone: TimeZone,
}

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Shift {
    fn between(at: Timestamp, to: Option<&Json>, zone: &TimeZone) -> Shift {
        let to = to.and_then(Json::as_i64).map(Timestamp::from_micros);
        let civil = |at: Timestamp| -> DateTime { at.in_zone(zone).datetime() };
        let days =
            to.and_then(|to| civil(at).date().until(civil(to).date()).ok()).map_or(0, |span| span.get_days());
        Shift { days, time: to.map(|to| civil(to).time()), zone: zone.clone() }
    }

    fn one(&self, at: Timestamp) -> Timestamp {
        let civil = at.in_zone(&self.zone).datetime();
        let date = civil.date().checked_add(Span::new().days(self.days)).unwrap_or(civil.date());
        Timestamp::from_civil(date.to_datetime(self.time.unwrap_or(civil.time())), &self.zone)
    }

    fn all(&self, many: &[Timestamp]) -> Vec<Timestamp> {
        many.iter().map(|at| self.one(*at)).collect()
    }

    /// The days of the week that a rule names move along. What else it names (the last day of a month, the second Monday) says
    /// itself when it is, so that such a series moves within its days only.
    fn rule(&self, rule: &str) -> Result<String> {
        if self.days == 0 {
            return Ok(rule.to_owned());
        }
        let part = |part: &str| -> Result<String> {
            let Some((name, days)) = part.split_once('=') else { return Ok(part.to_owned()) };
            match name.to_ascii_uppercase().as_str() {
                "BYDAY" => {
                    let days: Option<Vec<&str>> = days.split(',').map(|day| self.weekday(day)).collect();
                    days.map(|days| format!("BYDAY={}", days.join(","))).ok_or_else(keeps_its_days)
                }
                "BYMONTHDAY" | "BYYEARDAY" | "BYWEEKNO" | "BYMONTH" | "BYSETPOS" => Err(keeps_its_days()),
                _ => Ok(part.to_owned()),
            }
        };
        Ok(rule.split(';').map(part).collect::<Result<Vec<String>>>()?.join(";"))
    }

    fn weekday(&self, day: &str) -> Option<&'static str> {
        let at = WEEKDAYS.iter().position(|name| day.eq_ignore_ascii_case(name))?;
        let to = (i64::try_from(at).ok()? + i64::from(self.days)).rem_euclid(7);
        WEEKDAYS.get(usize::try_from(to).ok()?).copied()
    }
}

fn keeps_its_days() -> Error {
    Error::invalid("to", "series-keeps-its-days")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_a_rule_names_move_along() {
        let check = |rule: &str, days: i32, expected: Option<&str>| {
            let shift = Shift { days, time: None, zone: TimeZone::UTC };
            assert_eq!(shift.rule(rule).ok().as_deref(), expected, "{rule} by {days}");
        };
        check("FREQ=WEEKLY", 3, Some("FREQ=WEEKLY"));
        check("FREQ=WEEKLY;BYDAY=MO,SU", 1, Some("FREQ=WEEKLY;BYDAY=TU,MO"));
        check("FREQ=WEEKLY;BYDAY=MO", -8, Some("FREQ=WEEKLY;BYDAY=SU"));
        check("FREQ=MONTHLY;BYDAY=2MO", 1, None);
        check("FREQ=MONTHLY;BYDAY=2MO", 0, Some("FREQ=MONTHLY;BYDAY=2MO"));
        check("FREQ=MONTHLY;BYMONTHDAY=-1", 1, None);
    }
}
