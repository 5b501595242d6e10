//! What lies in a window of time: single appointments, and the occurrences of those that repeat. Nothing is written for an
//! occurrence; two questions on an index each, bounded by the window, find them.

use jiff::{ToSpan, civil::Date};
use kernel::{Cx, Id, Result, Timestamp, clock::DAY};
use records::{
    Filter, Operator, Query, Record, Sort,
    field::{as_id, participants, participants::Who},
    object::object,
    query,
    query::Cursor,
};

use crate::{appointment, repeat};

/// Appointments read for one window; what is beyond is said.
const MOST: usize = 2_000;

/// An appointment as it happens once.
#[derive(Debug, Clone)]
pub struct Occurrence {
    pub appointment: Record,
    pub starts: Timestamp,
    pub ends: Timestamp,
}

impl Occurrence {
    pub fn all_day(&self) -> bool {
        self.appointment.get("all_day") == &records::Json::Bool(true)
    }

    pub fn repeats(&self) -> bool {
        !self.appointment.text("repeat").is_empty()
    }

    pub fn cancelled(&self) -> bool {
        self.appointment.text("state") == "cancelled"
    }

    /// Whether it is on this user's calendar.
    pub fn is_of(&self, user: Id) -> bool {
        is_of(&self.appointment, user)
    }

    /// The days it touches, in the reader's zone; whole days are days of the zone they were meant in.
    pub fn days(&self, zone: &jiff::tz::TimeZone) -> (Date, Date) {
        let own = appointment::zone(&self.appointment);
        let zone = if self.all_day() { &own } else { zone };
        let last = if self.ends > self.starts { self.ends.plus(-1) } else { self.ends };
        (self.starts.in_zone(zone).date(), last.in_zone(zone).date())
    }

    /// The address of its page, which of a series names the occurrence.
    pub fn address(&self) -> String {
        match self.repeats() {
            true => format!("{}?at={}", self.appointment.address(), self.starts.micros()),
            false => self.appointment.address(),
        }
    }
}

/// Whether an appointment is on this user's calendar: they have called it, or take part and did not decline.
pub fn is_of(appointment: &Record, user: Id) -> bool {
    let mut parties = participants::each(appointment.get("participants"));
    match parties.find(|(who, _)| *who == Who::User(user)) {
        Some((_, answer)) => answer != "declined",
        None => as_id(appointment.get("owner")) == Some(user),
    }
}

/// What lies in a window.
#[derive(Debug)]
pub struct Diary {
    pub occurrences: Vec<Occurrence>,
    /// There is more than can be shown.
    pub more: bool,
}

/// What touches these days of the asker's, both included, and of which the filter holds; the earliest first.
pub fn within(cx: &Cx, first: Date, last: Date, filter: &Filter) -> Result<Diary> {
    let (mut all, beyond) = page(cx, (first, last), filter, Stretch::default(), MOST)?;
    let (series, more) = page(cx, (first, last), filter, Stretch::Series(None), MOST)?;
    all.extend(series);
    all.sort_by_key(|one| (one.starts, one.ends, one.appointment.id));
    let beyond = matches!(beyond, Some(Stretch::Singles(_)));
    Ok(Diary { occurrences: all, more: beyond || more.is_some() })
}

/// From where on a page of a diary is read: first what happens once, then what repeats.
#[derive(Debug, Clone)]
pub(crate) enum Stretch {
    Singles(Option<Cursor>),
    Series(Option<Cursor>),
}

impl Default for Stretch {
    fn default() -> Stretch {
        Stretch::Singles(None)
    }
}

/// The occurrences of so many appointments at most, and where the next page begins, if there may be one.
pub(crate) fn page(
    cx: &Cx,
    (first, last): (Date, Date),
    filter: &Filter,
    stretch: Stretch,
    most: usize,
) -> Result<(Vec<Occurrence>, Option<Stretch>)> {
    let declared = object(cx, "appointment")?;
    if !["starts_at", "ends_at"].iter().all(|field| declared.tells(field)) {
        return Ok((Vec::new(), None));
    }
    let zone = cx.time_zone();
    let from = Timestamp::from_civil(first.at(0, 0, 0, 0), zone);
    let to = Timestamp::from_civil(last.checked_add(1.day()).unwrap_or(last).at(0, 0, 0, 0), zone);
    // Whole days of another zone may touch a day that their hours do not.
    let earliest = from.plus(-appointment::LONGEST - DAY).in_zone(zone).date();
    let latest = to.plus(DAY).in_zone(zone).date();
    let began = Filter::field("starts_at", Operator::Between, &[&earliest.to_string(), &latest.to_string()]);
    let once = Filter::field("repeat_until", Operator::Empty, &[]);
    let lasting = Filter::field(
        "repeat_until",
        Operator::After,
        &[&first.checked_sub(2.days()).unwrap_or(first).to_string()],
    );
    let begun = Filter::field("starts_at", Operator::Before, &[&latest.to_string()]);
    let read = |filters: [Filter; 2], sort: &str, after: Option<Cursor>| {
        let filter = Filter::All(filters.into_iter().chain([filter.clone()]).collect());
        let sort = vec![Sort { field: sort.to_owned(), descending: false }];
        query::page(cx, &declared, &Query { filter, sort, after, ..Query::default() }, &[], most)
    };
    let (mut occurrences, next): (Vec<Occurrence>, _) = match stretch {
        Stretch::Singles(after) => {
            let found = read([began, once], "starts_at", after)?;
            let next = found.next.map_or(Stretch::Series(None), |after| Stretch::Singles(Some(after)));
            (found.records.into_iter().filter_map(single).collect(), Some(next))
        }
        Stretch::Series(after) => {
            let found = read([lasting, begun], "repeat_until", after)?;
            let window = (from.plus(-DAY), to.plus(DAY));
            let each = found.records.iter().flat_map(|series| of_series(series, window));
            (each.collect(), found.next.map(|after| Stretch::Series(Some(after))))
        }
    };
    occurrences.retain(|one| {
        let (begins, ends) = one.days(zone);
        begins <= last && ends >= first
    });
    Ok((occurrences, next))
}

fn single(appointment: Record) -> Option<Occurrence> {
    let (starts, ends) = (appointment.instant("starts_at")?, appointment.instant("ends_at")?);
    Some(Occurrence { appointment, starts, ends })
}

/// The occurrences of a series that touch a window.
pub fn of_series(series: &Record, window: (Timestamp, Timestamp)) -> Vec<Occurrence> {
    let Some(first) = series.instant("starts_at") else { return Vec::new() };
    let (length, except) = (appointment::length(series), appointment::exceptions(series));
    let window = (window.0.plus(-length), window.1);
    let zone = appointment::zone(series);
    let starts = repeat::between(series.text("repeat"), first, &zone, window);
    let kept = starts.into_iter().filter(|starts| !except.contains(starts));
    kept.map(|starts| Occurrence { appointment: series.clone(), starts, ends: starts.plus(length) }).collect()
}

/// Those on one of these users' calendars.
pub fn of_users(users: &[Id]) -> Filter {
    let each = |user: &Id| {
        let (id, who) = (user.to_string(), format!("user:{user}"));
        let owned = Filter::field("owner", Operator::Is, &[&id]);
        [owned, Filter::field("participants", Operator::Is, &[&who])]
    };
    Filter::Any(users.iter().flat_map(each).collect())
}

/// Those with a card: about it, or with it taking part.
pub fn of_card(card: &Record) -> Filter {
    let who = format!("{}:{}", card.object.key, card.id);
    let about = Filter::field("about", Operator::Is, &[&card.id.to_string()]);
    Filter::Any(vec![about, Filter::field("participants", Operator::Is, &[&who])])
}
