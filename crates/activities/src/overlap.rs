//! Who or what is booked twice: said to whoever books, never refused.

use kernel::{Cx, Id, Result};
use records::{
    Filter, Operator, Record,
    field::{as_id, participants},
};
use workbench::View;

use crate::diary::{self, Occurrence};

/// Both take place and have a moment in common.
pub(crate) fn meet(one: &Occurrence, other: &Occurrence) -> bool {
    let takes_place = |one: &Occurrence| !one.cancelled() && !one.all_day();
    takes_place(one) && takes_place(other) && one.starts < other.ends && other.starts < one.ends
}

/// Somebody or something is needed for both.
pub(crate) fn share(one: &Occurrence, other: &Occurrence) -> bool {
    let needed = booked(&one.appointment);
    booked(&other.appointment).iter().any(|who| needed.contains(who))
}

/// Whom and what an appointment takes: whose it is, and all who take part and did not decline.
fn booked(appointment: &Record) -> Vec<Id> {
    let taking =
        participants::each(appointment.get("participants")).filter(|(_, answer)| *answer != "declined");
    let ids = taking.filter_map(|(who, _)| match who {
        participants::Who::User(id) | participants::Who::Card(_, id) => Some(id),
        participants::Who::Address(_) => None,
    });
    let declined = participants::each(appointment.get("participants")).any(|(who, answer)| {
        answer == "declined"
            && participants::Who::User(as_id(appointment.get("owner")).unwrap_or(Id::NIL)) == who
    });
    ids.chain(as_id(appointment.get("owner")).filter(|_| !declined)).collect()
}

/// The appointments, of those that the asker sees, that take somebody or something at the same time as this one.
pub(crate) fn with(cx: &Cx, one: &Occurrence) -> Result<Vec<Occurrence>> {
    let needed = booked(&one.appointment);
    if one.cancelled() || one.all_day() || needed.is_empty() {
        return Ok(Vec::new());
    }
    let each = |id: &Id| {
        let owned = Filter::field("owner", Operator::Is, &[&id.to_string()]);
        // Ids of users and cards alike stand before the end of their key.
        [owned, Filter::field("participants", Operator::Contains, &[&format!(":{id}\"")])]
    };
    let filter = Filter::Any(needed.iter().flat_map(each).collect());
    let zone = cx.time_zone();
    let (first, last) = (one.starts.in_zone(zone).date(), one.ends.in_zone(zone).date());
    let mut found = diary::within(cx, first, last, &filter)?.occurrences;
    let own = one.appointment.id;
    let series = as_id(one.appointment.get("series"));
    found.retain(|other| {
        other.appointment.id != own
            && Some(other.appointment.id) != series.filter(|_| other.starts == one.starts)
            && meet(one, other)
            && share(one, other)
    });
    Ok(found)
}

/// "At the same time: Visit, 10:00 (Sven Ek)"; nothing when nobody is booked twice.
pub(crate) fn told(view: &View, one: &Occurrence) -> Result<Option<String>> {
    let clashes = with(view.cx, one)?;
    if clashes.is_empty() {
        return Ok(None);
    }
    let view = view.again().with_titles(clashes.iter().map(|one| &one.appointment))?;
    let needed = booked(&one.appointment);
    let line = |other: &Occurrence| {
        let both = booked(&other.appointment).into_iter().find(|who| needed.contains(who));
        let name = both.and_then(|id| view.reading.users.get(&id).or_else(|| view.reading.titles.get(&id)));
        let what =
            format!("{} {}", view.reading.locale.time(other.starts), other.appointment.text("subject"));
        match name {
            Some(name) => view.tf("overlap-of", &[("who", name.as_str().into()), ("what", what.into())]),
            None => what,
        }
    };
    let what = clashes.iter().take(3).map(line).collect::<Vec<_>>().join("; ");
    Ok(Some(view.tf("overlap", &[("what", what.into())])))
}
