//! An appointment: when, where and with whom somebody is met. One that repeats stands here once, with its rule and the
//! occurrences that went their own way; those of a window are found in [`crate::diary`].

use jiff::{Span, tz::TimeZone};
use kernel::{
    Cx, FieldErrors, Id, Result, Text as Message, Timestamp, Tx,
    clock::{DAY, HOUR},
};
use records::{
    Behavior, ChangeSet, Exchange, Field, Filter, Json, Meaning, Object, Operator, Query, Record, Sort,
    behavior::{Done, Pending},
    field::{
        as_id, as_text, date_time,
        date_time::DateTime,
        links::Links,
        long_text::LongText,
        multi_select::MultiSelect,
        options::Options,
        participants::{self, Participants},
        reference::Reference,
        select::Select,
        text::Text,
        user::User,
        yes_no::YesNo,
    },
    notices,
    object::TimelineRule,
};

use workbench::contact::{self, Asked, Contact};

use crate::{card, inviting, reminders, repeat, silence};

pub const STATES: &[&str] = &["planned", "held", "cancelled", "no_show"];

const REMINDERS: Options = Options::Declared { texts: "remind", keys: reminders::KEYS };

/// No appointment is longer, so that a window need not be asked for what began long before it.
pub const LONGEST: i64 = 31 * DAY;

/// Where a series without end ends (the year 9999).
const FOR_EVER: i64 = 253_370_764_800_000_000;

/// The declaration.
pub fn appointment() -> Object {
    let fields = vec![
        Field::new("subject", Text).required().searched().listed(),
        Field::new("about", Reference { object: None }).listed().indexed(),
        Field::new("starts_at", DateTime).exact().required().listed().indexed(),
        Field::new("ends_at", DateTime).exact().listed(),
        Field::new("all_day", YesNo),
        Field::new("participants", Participants).listed(),
        Field::new("place", Text).searched().listed(),
        Field::new("video", Links),
        Field::new("text", LongText).searched(),
        Field::new("state", Select::of("appointment-state", STATES)).listed(),
        Field::new("repeat", Text),
        Field::new("remind", MultiSelect { options: REMINDERS, open: false }),
        Field::new("remind_customer", YesNo),
        // Those outside who take part are invited by mail, and told of every change.
        Field::new("invite", YesNo),
        Field::new("owner", User).listed().indexed(),
        // Where its days and its hours on the wall are meant: a series keeps them when clocks change.
        Field::new("time_zone", Text).computed().hidden(),
        // When the last of a series is over: calendars read these, and nothing else of what began before their window.
        Field::new("repeat_until", DateTime).computed().hidden().indexed(),
        // Occurrences that went their own way or were dropped: when they would have begun, in microseconds, one a line.
        Field::new("except", LongText).computed().hidden(),
        // Of one that was an occurrence: its series, and when it would have begun (RECURRENCE-ID of RFC 5545, 3.8.4.4).
        Field::new("series", Reference { object: Some("appointment") }).computed().hidden().indexed(),
        Field::new("series_at", DateTime).computed().hidden(),
        // What another program calls it, where it was read from a file.
        Field::new("foreign", LongText).computed().hidden(),
        // Filled once it was held or will not be: what is planned is handed over when somebody leaves.
        Field::new("closed_at", DateTime).computed().hidden(),
        // When it stands on the timeline.
        Field::new("at", DateTime).computed().hidden(),
    ];
    Object::new("appointment", "appointments", "subject", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .detail(&["starts_at"])
        .sorted_by("starts_at", true)
        .exchange(Exchange { meanings: &[(Meaning::Foreign, "foreign")], ..Exchange::default() })
        .behavior(AppointmentRules)
}

#[derive(Debug)]
struct AppointmentRules;

impl Behavior for AppointmentRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.before.is_none() {
            if let (true, Some(user)) = (pending.value("owner").is_null(), cx.actor().user()) {
                pending.values.insert("owner".to_owned(), user.to_string().into());
            }
            if pending.value("time_zone").is_null() {
                let zone = cx.time_zone().iana_name().unwrap_or("UTC");
                pending.values.insert("time_zone".to_owned(), zone.into());
            }
        }
        if pending.value("state").is_null() {
            pending.values.insert("state".to_owned(), "planned".into());
        }
        span(pending, errors);
        follow_rule(pending, errors);
        let starts = pending.value("starts_at").clone();
        let planned = as_text(pending.value("state")) == "planned";
        pending.values.insert("closed_at".to_owned(), if planned { Json::Null } else { starts.clone() });
        pending.values.insert("at".to_owned(), starts);
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if ["starts_at", "closed_at", "about"].iter().any(|field| done.changed(field)) || done.moved() {
            card::planned(tx, done.after.get("about"))?;
            if let Some(before) = done.before.filter(|_| done.changed("about")) {
                card::planned(tx, before.get("about"))?;
            }
        }
        let measured = ["starts_at", "state", "about", "participants", "repeat_until"];
        if done.moved() || measured.iter().any(|field| done.changed(field)) {
            silence::follow(tx, done)?;
        }
        inviting::follow(tx, done.after)?;
        if done.after.trashed_at.is_some() {
            return Ok(());
        }
        if done.changed("participants") && done.after.instant("ends_at") > Some(tx.now()) {
            let known: Vec<Id> = done
                .before
                .map_or_else(Vec::new, |before| participants::users(before.get("participants")).collect());
            let asked = participants::users(done.after.get("participants"));
            let asked: Vec<Id> = asked.filter(|user| !known.contains(user)).collect();
            notices::mentioned(tx, set, done.after, done.after, &asked)?;
        }
        if done.after.text("state") != "held" {
            return Ok(());
        }
        card::talked(tx, done.after)?;
        for who in participants::cards(done.after.get("participants")).cloned().collect::<Vec<_>>() {
            card::talked_with(tx, &who, done.after)?;
        }
        Ok(())
    }

    /// Whoever takes part finds it on their own card too.
    fn also_on(&self, cx: &Cx, appointment: &Record) -> Result<Vec<Id>> {
        let mut cards = card::around(cx, appointment.get("about"))?;
        for who in participants::cards(appointment.get("participants")) {
            cards.extend(as_id(who));
            cards.extend(card::around(cx, who)?);
        }
        Ok(cards)
    }
}

/// When it ends: where somebody says, else as long after its beginning as before, else an hour. Whole days are kept from
/// midnight to midnight.
fn span(pending: &mut Pending, errors: &mut FieldErrors) {
    let Some(starts) = date_time::instant(pending.value("starts_at")) else { return };
    let before = pending
        .before
        .and_then(|before| Some(before.instant("ends_at")?.micros() - before.instant("starts_at")?.micros()));
    let moved = pending.values.contains_key("starts_at") && !pending.values.contains_key("ends_at");
    let ends = date_time::instant(pending.value("ends_at")).filter(|_| !moved);
    let mut ends = ends.unwrap_or_else(|| starts.plus(before.unwrap_or(HOUR)));
    let mut starts = starts;
    if pending.value("all_day") == &Json::Bool(true) {
        let zone = zone_named(as_text(pending.value("time_zone")));
        (starts, ends) = whole_days(starts, ends, &zone);
    }
    if ends < starts {
        errors.add("ends_at", Message::new("ends-before-it-starts"));
    } else if ends.micros() - starts.micros() > LONGEST {
        errors.add("ends_at", Message::new("appointment-too-long"));
    }
    pending.values.insert("starts_at".to_owned(), starts.micros().into());
    pending.values.insert("ends_at".to_owned(), ends.micros().into());
}

/// From the midnight at or before the beginning to the one at or after the end, at least a day.
fn whole_days(starts: Timestamp, ends: Timestamp, zone: &TimeZone) -> (Timestamp, Timestamp) {
    let first = starts.in_zone(zone).date();
    let midnight = |day: jiff::civil::Date| Timestamp::from_civil(day.at(0, 0, 0, 0), zone);
    let last = ends.plus(-1).in_zone(zone).date().max(first);
    let after = last.checked_add(Span::new().days(1)).unwrap_or(last);
    (midnight(first), midnight(after))
}

fn follow_rule(pending: &mut Pending, errors: &mut FieldErrors) {
    let rule = as_text(pending.value("repeat")).to_owned();
    if !rule.is_empty() && !repeat::understood(&rule) {
        errors.add("repeat", Message::new("not-a-repeat-rule"));
        return;
    }
    let span =
        date_time::instant(pending.value("starts_at")).zip(date_time::instant(pending.value("ends_at")));
    let until = match span {
        Some((starts, ends)) if !rule.is_empty() => {
            let zone = zone_named(as_text(pending.value("time_zone")));
            let length = ends.micros() - starts.micros();
            Json::from(repeat::last(&rule, starts, &zone).map_or(FOR_EVER, |last| last.plus(length).micros()))
        }
        _ => Json::Null,
    };
    pending.values.insert("repeat_until".to_owned(), until);
}

/// What colleagues have planned with these cards or with those they belong to, the next first.
pub(crate) fn open_with(cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
    let filter = Filter::All(vec![
        asked.about_nearest(),
        Filter::field("state", Operator::Is, &["planned"]),
        Filter::field("starts_at", Operator::After, &["yesterday"]),
    ]);
    let sort = vec![Sort { field: "starts_at".to_owned(), descending: false }];
    contact::open(
        cx,
        "appointment",
        asked,
        &Query { filter, sort, ..Query::default() },
        ("about", "starts_at"),
    )
}

/// The zone in which an appointment's days and hours are meant.
pub fn zone(appointment: &Record) -> TimeZone {
    zone_named(appointment.text("time_zone"))
}

fn zone_named(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// How long it lasts, in microseconds.
pub fn length(appointment: &Record) -> i64 {
    let span = appointment.instant("starts_at").zip(appointment.instant("ends_at"));
    span.map_or(0, |(starts, ends)| ends.micros() - starts.micros())
}

/// When the occurrences of a series that went their own way would have begun.
pub fn exceptions(appointment: &Record) -> Vec<Timestamp> {
    let lines = appointment.text("except").lines();
    lines.filter_map(|line| line.trim().parse().ok()).map(Timestamp::from_micros).collect()
}
