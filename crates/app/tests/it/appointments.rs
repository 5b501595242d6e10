//! Appointments: whom they are with and where they show, what follows from them, series that go their own way, the calendar.

use activities::{
    diary,
    series::{self, Reach},
};
use jiff::{ToSpan, civil::Date};
use kernel::{
    Id, Timestamp,
    clock::{DAY, HOUR, MINUTE},
};
use records::{
    ChangeSet, Json, Query, Record, changes,
    object::object,
    query, record,
    save::{self, Values},
    timeline, undo,
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

/// The next day at this hour where Mia is.
fn at(bed: &Testbed, days: i64, hour: i8) -> Timestamp {
    bed.read(|cx| {
        let day = cx.today().checked_add(days.days()).unwrap();
        Ok(Timestamp::from_civil(day.at(hour, 0, 0, 0), cx.time_zone()))
    })
}

fn day(bed: &Testbed, days: i64) -> Date {
    bed.read(|cx| Ok(cx.today().checked_add(days.days()).unwrap()))
}

fn appointment(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "appointment")?, id))
}

fn all(bed: &Testbed) -> Vec<Record> {
    bed.read(|cx| Ok(query::page(cx, &object(cx, "appointment")?, &Query::default(), &[], 50)?.records))
}

fn change(bed: &Testbed, id: Id, values: Json) {
    let values = Values::from_iter(values.as_object().unwrap().clone());
    bed.write(|tx| {
        let mut set = ChangeSet::new(tx, "change-edited");
        save::edit(tx, &mut set, &object(tx, "appointment")?, id, values, &Values::new())?.saved()?;
        set.close(tx)
    });
}

/// When Mia's appointments of these days begin, in days from today and hours.
fn begins(bed: &Testbed, first: i64, last: i64) -> Vec<(i64, i8)> {
    let mia = bed.mia().user;
    let (first, last, today) = (day(bed, first), day(bed, last), day(bed, 0));
    bed.read(|cx| {
        let found = diary::within(cx, first, last, &diary::of_users(&[mia]))?;
        let civil = |one: &diary::Occurrence| one.starts.in_zone(cx.time_zone()).datetime();
        let told =
            |at: jiff::civil::DateTime| (i64::from(today.until(at.date()).unwrap().get_days()), at.hour());
        Ok(found.occurrences.iter().map(civil).map(told).collect())
    })
}

fn undo_last(bed: &Testbed) {
    let set = bed.read(|cx| changes::recent(cx, None, 1))[0].id;
    bed.write(|tx| undo::undo(tx, set));
}

#[test]
fn an_appointment_stands_on_the_card_of_everybody_who_takes_part() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(berg).save();
        let bo = bed.person("Bo Holm").save();
        let form = [
            ("about", &*format!("company:{berg}")),
            ("subject", "Sea trial"),
            ("starts_at", "tomorrow 10:00"),
            ("minutes", "90"),
            ("place", "Quay 4"),
            ("repeat", ""),
            ("video", "meet.example.com/sea"),
            ("participants.0.who", &format!("person:{anna}")),
            ("participants.1.who", "Sven Ek"),
            ("participants.2.who", "pilot@harbour.example"),
        ];
        let toast = bed.mia().post("/composer/appointment", &form).is(303).toast();
        assert!(toast.contains("Appointment added"), "{toast}");
        let made = all(bed).remove(0);
        assert_eq!(made.instant("starts_at"), Some(at(bed, 1, 10)));
        assert_eq!(made.instant("ends_at"), Some(at(bed, 1, 10).plus(90 * MINUTE)));
        let who: Vec<&str> = made
            .get("participants")
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["who"].as_str().unwrap())
            .collect();
        let sven = bed.sven().user;
        assert_eq!(who, [&format!("person:{anna}"), &format!("user:{sven}"), "mailto:pilot@harbour.example"]);
        for card in [format!("/companies/{berg}"), format!("/people/{anna}")] {
            bed.mia().get(&card).shows("Sea trial").shows("Quay 4");
        }
        bed.mia().get(&format!("/people/{bo}")).hides("Sea trial");
        // In the calendars of both colleagues, and in nobody else's.
        let week = format!("/calendar?as=day&date={}", day(bed, 1));
        bed.mia().get(&week).shows("Sea trial");
        bed.sven().get(&week).shows("Sea trial");
        bed.ivan().get(&week).hides("Sea trial");
        bed.ivan().get(&format!("{week}&who={sven}")).shows("Sea trial");
        // Colleagues who are asked to come are told.
        let told = |who: &testbed::Browser| {
            bed.db().read(&who.scope(), |cx| records::notices::page(cx, None, false, 9)).unwrap().len()
        };
        assert_eq!((told(&bed.sven()), told(&bed.ivan())), (1, 0));
        change(bed, made.id, json!({ "place": "Quay 5" }));
        assert_eq!(told(&bed.sven()), 1, "once");
        // The form begins with whom the card is about.
        let form_of = bed.mia().get(&format!("/people/{anna}?compose=appointment"));
        form_of.shows(&format!("<option value=\"person:{anna}\" selected>Anna Berg</option>"));
        // Its page says who takes part; leaving out the time is refused where it was written.
        bed.mia().get(&made.address()).shows("pilot@harbour.example").shows("Sven Ek").shows("Anna Berg");
        let refused = bed.mia().post("/composer/appointment", &form[..2]);
        refused.is(422).says("Sea trial");
        bed.mia()
            .post("/composer/appointment", &[form[0], form[1], form[2], ("participants.0.who", "nobody")])
            .is(422)
            .says("neither a colleague");
    });
}

#[test]
fn one_that_was_held_is_the_last_talk_with_all_who_took_part() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let (anna, bo) = (bed.person("Anna Berg").at(berg).save(), bed.person("Bo Holm").save());
        let starts = bed.db().clock().now().plus(-2 * HOUR);
        let id = bed
            .appointment("Visit", starts)
            .about("person", anna)
            .with("participants", json!([{ "who": format!("person:{bo}") }]))
            .save();
        let last = |object_key: &'static str, id: Id| {
            bed.read(|cx| Ok(record::find(cx, &object(cx, object_key)?, id)?.instant("last_talk_at")))
        };
        assert_eq!(last("person", anna), None);
        let mia = bed.mia();
        let toast = mia.post(&format!("/appointments/{id}/state"), &[("state", "held")]).is(303).toast();
        assert!(toast.contains("Visit: Held"), "{toast}");
        for (key, card) in [("person", anna), ("person", bo), ("company", berg)] {
            assert_eq!(last(key, card), Some(starts), "{key}");
        }
        bed.mia().get(&format!("/people/{bo}")).shows("Visit").shows("Held");
        mia.post(&format!("/appointments/{id}/state"), &[("state", "nonsense")]).is(404);
        bed.rita().post(&format!("/appointments/{id}/state"), &[("state", "held")]).is(403);
        // The timeline of each has it, and no longer once it is thrown away.
        let on = |card: Id| bed.read(|cx| timeline::of_card(cx, card, None, 10)).len();
        assert_eq!((on(anna), on(bo), on(berg)), (1, 1, 1));
        mia.post(&format!("/appointments/{id}/trash"), &[]).is(303);
        assert_eq!((on(anna), on(bo), on(berg)), (0, 0, 0));
    });
}

#[test]
fn it_keeps_its_length_when_it_is_moved_and_whole_days_are_whole() {
    on_each_database(|bed| {
        let id = bed.appointment("Visit", at(bed, 1, 10)).with("ends_at", at(bed, 1, 12).micros()).save();
        change(bed, id, json!({ "starts_at": at(bed, 2, 9).micros() }));
        assert_eq!(appointment(bed, id).instant("ends_at"), Some(at(bed, 2, 11)));
        undo_last(bed);
        assert_eq!(appointment(bed, id).instant("ends_at"), Some(at(bed, 1, 12)));
        change(bed, id, json!({ "all_day": true }));
        let whole = appointment(bed, id);
        assert_eq!(
            (whole.instant("starts_at"), whole.instant("ends_at")),
            (Some(at(bed, 1, 0)), Some(at(bed, 2, 0)))
        );
        let refused = |values: Json| {
            let values = Values::from_iter(values.as_object().unwrap().clone());
            bed.db().write(&bed.mia().scope(), |tx| {
                let mut set = ChangeSet::new(tx, "change-edited");
                save::edit(tx, &mut set, &object(tx, "appointment")?, id, values, &Values::new())?
                    .saved()
                    .map(drop)
            })
        };
        let field = |error: kernel::Error| match error {
            kernel::Error::Invalid(errors) => errors.0[0].0.to_string(),
            other => panic!("{other}"),
        };
        let early = json!({ "all_day": null, "starts_at": at(bed, 1, 10).micros(), "ends_at": at(bed, 1, 9).micros() });
        assert_eq!(field(refused(early).unwrap_err()), "ends_at");
        let long = json!({ "all_day": null, "ends_at": at(bed, 40, 9).micros() });
        assert_eq!(field(refused(long).unwrap_err()), "ends_at");
        assert_eq!(field(refused(json!({ "repeat": "now and then" })).unwrap_err()), "repeat");
        let odd = json!({ "participants": [{ "who": "person:x\"y" }] });
        assert_eq!(field(refused(odd).unwrap_err()), "participants");
    });
}

#[test]
fn a_series_is_found_in_any_window_and_nothing_is_written_for_it() {
    on_each_database(|bed| {
        let id = bed.appointment("Harbour meeting", at(bed, 1, 10)).with("repeat", "FREQ=WEEKLY").save();
        assert_eq!(begins(bed, 0, 15), [(1, 10), (8, 10), (15, 10)]);
        // Years ahead, across summer time, at the same hour on the wall.
        assert_eq!(begins(bed, 1 + 7 * 130, 7 + 7 * 130), [(1 + 7 * 130, 10)]);
        assert_eq!(begins(bed, -30, 0), []);
        assert_eq!(all(bed).len(), 1);
        change(bed, id, json!({ "repeat": "FREQ=WEEKLY;COUNT=2" }));
        assert_eq!(begins(bed, 0, 40), [(1, 10), (8, 10)]);
        assert_eq!(appointment(bed, id).instant("repeat_until"), Some(at(bed, 8, 11)));
        change(bed, id, json!({ "repeat": null }));
        assert_eq!(begins(bed, 0, 40), [(1, 10)]);
    });
}

#[test]
fn one_of_a_series_the_following_or_all_are_moved() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let id = bed.appointment("Harbour meeting", at(bed, 1, 10)).with("repeat", "FREQ=WEEKLY").save();
        let move_it = |id: Id, from: Timestamp, to: Timestamp, reach: &str| {
            let (from, to) = (from.micros().to_string(), to.to_string());
            mia.post(&format!("/appointments/{id}/move"), &[("at", &from), ("to", &to), ("reach", reach)])
                .is(303)
                .toast()
        };
        let weeks = |bed| begins(bed, 0, 28);
        assert_eq!(weeks(bed), [(1, 10), (8, 10), (15, 10), (22, 10)]);

        let toast = move_it(id, at(bed, 8, 10), at(bed, 9, 14), "this");
        assert!(toast.contains("Moved to"), "{toast}");
        assert_eq!(weeks(bed), [(1, 10), (9, 14), (15, 10), (22, 10)]);
        let own = all(bed).into_iter().find(|one| one.id != id).unwrap();
        assert_eq!((own.instant("series_at"), own.text("repeat")), (Some(at(bed, 8, 10)), ""));
        undo_last(bed);
        assert_eq!(
            weeks(bed),
            [(1, 10), (8, 10), (15, 10), (22, 10)],
            "one undo puts the series together again"
        );

        move_it(id, at(bed, 15, 10), at(bed, 16, 9), "following");
        assert_eq!(weeks(bed), [(1, 10), (8, 10), (16, 9), (23, 9)]);
        undo_last(bed);
        assert_eq!(weeks(bed), [(1, 10), (8, 10), (15, 10), (22, 10)]);

        move_it(id, at(bed, 8, 10), at(bed, 9, 12), "all");
        assert_eq!(weeks(bed), [(2, 12), (9, 12), (16, 12), (23, 12)]);
        assert_eq!(all(bed).len(), 1);

        // Cancelling one leaves the others.
        let at_micros = at(bed, 9, 12).micros().to_string();
        mia.post(&format!("/appointments/{id}/state"), &[("at", &at_micros), ("state", "cancelled")]).is(303);
        assert_eq!(all(bed).iter().filter(|one| one.text("state") == "cancelled").count(), 1);
        assert_eq!(weeks(bed), [(2, 12), (9, 12), (16, 12), (23, 12)]);
        mia.get(&format!("/calendar?as=week&date={}", day(bed, 9))).shows("data-cancelled");
    });
}

#[test]
fn a_series_that_names_its_days_says_so_when_it_cannot_move() {
    on_each_database(|bed| {
        let id = bed.appointment("Accounts", at(bed, 1, 10)).with("repeat", "FREQ=MONTHLY;BYDAY=2MO").save();
        let series = appointment(bed, id);
        let to = at(bed, 2, 10);
        let path = format!("/appointments/{id}/move");
        let from = series.instant("starts_at").unwrap().micros().to_string();
        let form = |reach: &'static str, to: Timestamp| {
            [("at", from.clone()), ("to", to.to_string()), ("reach", reach.to_owned())]
        };
        let send = |reach, to| {
            let form = form(reach, to);
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            bed.mia().post(&path, &form)
        };
        send("all", to).is(422).says("says itself on which days");
        send("all", at(bed, 1, 8)).is(303);
        assert_eq!(appointment(bed, id).instant("starts_at"), Some(at(bed, 1, 8)));
        bed.mia().get(&format!("{path}?at={}", at(bed, 1, 8).micros())).shows("All of the series");
        bed.mia().post(&path, &[("to", "gibberish")]).is(422).says("gibberish");
    });
}

#[test]
fn who_is_booked_twice_is_said_and_not_refused() {
    on_each_database(|bed| {
        let sven = bed.sven().user;
        let with_sven = json!([{ "who": format!("user:{sven}") }]);
        bed.appointment("Sea trial", at(bed, 1, 10)).by(&bed.sven()).save();
        let id = bed.appointment("Forecast", at(bed, 1, 8)).with("participants", with_sven.clone()).save();
        let path = format!("/appointments/{id}");
        let to = at(bed, 1, 10).plus(30 * MINUTE).to_string();
        bed.mia().get(&path).hides("At the same time");
        let toast = bed.mia().post(&format!("{path}/move"), &[("to", &to)]).is(303).toast();
        assert!(toast.contains("At the same time: Sven Ek") && toast.contains("Sea trial"), "{toast}");
        bed.mia().get(&path).shows("At the same time").shows("Sea trial");
        let day = format!("/calendar?as=day&date={}&who={sven}", day(bed, 1));
        bed.mia().get(&day).shows("Overlaps");
        // Whoever declined is free, and what is cancelled takes nobody.
        change(bed, id, json!({ "participants": [{ "who": format!("user:{sven}"), "answer": "declined" }] }));
        bed.mia().get(&path).hides("At the same time");
        change(bed, id, json!({ "participants": with_sven }));
        bed.mia().get(&path).shows("At the same time");
        bed.mia().post(&format!("{path}/state"), &[("state", "cancelled")]).is(303);
        bed.mia().get(&path).hides("At the same time");
        bed.mia().get(&day).hides("Overlaps");
    });
}

#[test]
fn one_dragged_to_a_colleague_is_theirs() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia().user, bed.sven().user);
        let id = bed.appointment("Visit", at(bed, 1, 10)).save();
        let to = at(bed, 1, 12).to_string();
        let form = [("to", &*to), ("from", &mia.to_string()), ("whose", &sven.to_string())];
        bed.mia().partly().post(&format!("/appointments/{id}/move"), &form).is(200);
        let moved = appointment(bed, id);
        assert_eq!(
            (moved.text("owner"), moved.instant("starts_at")),
            (sven.to_string().as_str(), Some(at(bed, 1, 12)))
        );
        // As the calendar's script writes it.
        let to = format!("{} 13:30", day(bed, 1));
        bed.mia().partly().post(&format!("/appointments/{id}/move"), &[("to", &to)]).is(200);
        assert_eq!(appointment(bed, id).instant("starts_at"), Some(at(bed, 1, 13).plus(30 * MINUTE)));
        // A day alone keeps the hour.
        let to = day(bed, 5).to_string();
        bed.mia().partly().post(&format!("/appointments/{id}/move"), &[("to", &to)]).is(200);
        assert_eq!(appointment(bed, id).instant("starts_at"), Some(at(bed, 5, 13).plus(30 * MINUTE)));
    });
}

#[test]
fn the_day_stands_on_today_with_a_look_at_tomorrow() {
    on_each_database(|bed| {
        let sven = bed.sven().user;
        let later = bed.db().clock().now();
        let visit = bed.appointment("Visit the yard", later).save();
        bed.appointment("Trial of tomorrow", at(bed, 1, 9)).save();
        bed.appointment("Sven alone", at(bed, 1, 9)).by(&bed.sven()).save();
        let declined = json!([{ "who": format!("user:{}", bed.mia().user), "answer": "declined" }]);
        bed.appointment("Declined", later)
            .with("owner", sven.to_string())
            .with("participants", declined)
            .save();
        let mia = bed.mia();
        mia.get("/today")
            .shows(&format!("slot-{visit}"))
            .shows("Trial of tomorrow")
            .hides("Sven alone")
            .hides("Declined");
        mia.post(&format!("/appointments/{visit}/state"), &[("state", "cancelled"), ("back", "/today")])
            .is(303);
        mia.get("/today").shows("No appointments today").hides(&format!("slot-{visit}"));
    });
}

#[test]
fn the_calendar_shows_days_weeks_months_and_the_agenda_for_whoever_is_asked() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven().user);
        bed.appointment("Sea trial", at(bed, 1, 10)).save();
        bed.appointment("Boat show", at(bed, 1, 0)).with("all_day", true).save();
        bed.appointment("Early flight", at(bed, 1, 5)).by(&bed.sven()).save();
        let date = day(bed, 1);
        for span in ["day", "week", "month", "agenda"] {
            let page =
                mia.get(&format!("/calendar?as={span}&date={date}")).shows("Sea trial").shows("Boat show");
            page.hides("Early flight");
            mia.get(&format!("/calendar?as={span}&date={date}&who={sven}"))
                .shows("Early flight")
                .hides("Sea trial");
            let both = format!("/calendar?as={span}&date={date}&who={sven}&who={}", mia.user);
            mia.get(&both).shows("Early flight").shows("Sea trial");
        }
        // An hour leads to a new appointment then, for whose column it is.
        let day = mia.get(&format!("/calendar?as=day&date={date}&who={sven}"));
        let free = format!("/appointments/new?starts_at={date}+11%3A00&amp;participants.0.who=user%3A{sven}");
        let day = day.shows(&free);
        // It begins with the flight, before the usual hours.
        day.shows("data-from=\"5\"");
        let form = mia.get(&free.replace("&amp;", "&"));
        form.shows(&format!("{date} 11:00")).shows("Sven Ek");
        mia.get("/calendar?as=nonsense&date=never&who=nobody&team=none").is(200);
        bed.rita().get("/calendar").is(200).hides("new?starts_at");
    });
}

#[test]
fn only_what_somebody_sees_is_on_calendars_they_look_at() {
    on_each_database(|bed| {
        let rights = json!({ "objects": { "*": { "see": "own", "create": "all", "edit": "own", "delete": "own", "export": "all" } } });
        let rights = serde_json::from_value(rights).unwrap();
        let (mia, sven) = (bed.mia().user, bed.sven().user);
        let given = bed.db().write(&bed.ivan().scope(), |tx| {
            let role = identity::roles::add(tx, "Limited")?;
            identity::roles::change(tx, role, &rights)?;
            identity::roles::give(tx, sven, &[role])
        });
        given.unwrap();
        let id = bed.appointment("Board meeting", at(bed, 1, 10)).save();
        let day = format!("/calendar?as=day&date={}&who={mia}&who={sven}", day(bed, 1));
        bed.sven().get(&day).is(200).hides("Board meeting");
        bed.sven().get(&format!("/appointments/{id}")).is(404);
        bed.sven().get(&format!("/appointments/{id}/move")).is(404);
        bed.sven().post(&format!("/appointments/{id}/move"), &[("to", "tomorrow 9:00")]).is(404);
        bed.ivan().get(&day).shows("Board meeting");
        // Whom they may not see they do not invite either.
        let anna = bed.person("Anna Berg").save();
        let form = [
            ("subject", "Visit"),
            ("starts_at", "tomorrow 9:00"),
            ("participants.0.who", &*format!("person:{anna}")),
        ];
        bed.sven().post("/appointments", &form).is(422);
    });
}

#[test]
fn ten_thousand_appointments_do_not_widen_a_window() {
    let bed = Testbed::new(testbed::Database::Sqlite);
    let mia = bed.mia().user;
    bed.write(|tx| {
        let declared = object(tx, "appointment")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let begin = tx.now().plus(-1_000 * DAY);
        for number in 0..10_000i64 {
            let starts = begin.plus(number * 5 * HOUR);
            let values = json!({ "subject": format!("Visit {number}"), "starts_at": starts.micros() });
            save::create(tx, &mut set, &declared, Values::from_iter(values.as_object().unwrap().clone()))?;
        }
        set.close(tx)
    });
    let (first, last) = (day(&bed, 0), day(&bed, 6));
    let began = std::time::Instant::now();
    let found = bed.read(|cx| diary::within(cx, first, last, &diary::of_users(&[mia])));
    let took = began.elapsed();
    assert!((33..36).contains(&found.occurrences.len()), "{}", found.occurrences.len());
    assert!(!found.more);
    // A second is hundreds of times what it takes; reading all of them takes longer than that in a debug build.
    assert!(took < std::time::Duration::from_secs(1), "{took:?}");
    let plan = "EXPLAIN QUERY PLAN SELECT id FROM appointments WHERE workspace_id = ?1 AND trashed_at = 0 AND starts_at >= ?2 AND starts_at < ?3";
    let plan = bed.read(|cx| cx.query(plan, &[cx.workspace().into(), 0.into(), 1.into()]));
    assert!(plan.iter().any(|row| row.text(3).contains("appointments_by_starts_at")), "by its index");
}

#[test]
fn one_of_a_series_may_be_dropped() {
    on_each_database(|bed| {
        let id =
            bed.appointment("Harbour meeting", at(bed, 1, 10)).with("repeat", "FREQ=DAILY;COUNT=3").save();
        let second = at(bed, 2, 10);
        let series = appointment(bed, id);
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-appointment-state");
            series::drop_occurrence(tx, &mut set, &series, second)?;
            set.close(tx)
        });
        assert_eq!(begins(bed, 0, 9), [(1, 10), (3, 10)]);
        // Going another way from the third on leaves the gap where it was.
        let series = appointment(bed, id);
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-appointment-moved");
            let values = Values::from_iter([("place".to_owned(), Json::from("Quay 4"))]);
            series::change(tx, &mut set, (&series, at_of(3, &series)), Reach::Following, values)?;
            set.close(tx)
        });
        assert_eq!(begins(bed, 0, 9), [(1, 10), (3, 10)]);
        assert_eq!(all(bed).iter().filter(|one| one.text("place") == "Quay 4").count(), 1);
    });
}

/// The third day of a daily series.
fn at_of(day: i64, series: &Record) -> Timestamp {
    let zone = activities::appointment::zone(series);
    let first = series.instant("starts_at").unwrap().in_zone(&zone).datetime();
    Timestamp::from_civil(first.checked_add((day - 1).days()).unwrap(), &zone)
}

#[test]
fn a_room_or_a_van_is_booked_like_somebody_and_not_twice_unnoticed() {
    on_each_database(|bed| {
        let room = bed.record("resource").with("name", "Chart room").with("kind", "room").save();
        let takes = json!([{ "who": format!("resource:{room}") }]);
        bed.appointment("Board meeting", at(bed, 1, 10))
            .by(&bed.sven())
            .with("participants", takes.clone())
            .save();
        bed.mia().get(&format!("/resources/{room}")).shows("Board meeting").shows("Chart room");
        let id = bed.appointment("Sea trial", at(bed, 1, 10)).with("participants", takes).save();
        let page = bed.mia().get(&format!("/appointments/{id}")).shows("At the same time");
        page.shows("Chart room").shows("Board meeting");
        change(bed, id, json!({ "participants": null }));
        bed.mia().get(&format!("/appointments/{id}")).hides("At the same time");
    });
}

#[test]
fn a_secret_address_shows_one_calendar_until_it_is_given_up() {
    on_each_database(|bed| {
        let (mia, stranger) = (bed.mia(), bed.stranger());
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let with_anna = json!([{ "who": format!("person:{anna}"), "answer": "accepted" }]);
        bed.appointment("Sea trial", at(bed, 1, 10))
            .with("participants", with_anna)
            .with("place", "Quay 4")
            .save();
        bed.appointment("Harbour meeting", at(bed, 1, 8)).with("repeat", "FREQ=WEEKLY").save();
        bed.appointment("Sven alone", at(bed, 1, 10)).by(&bed.sven()).save();
        let page = mia.post("/calendar/addresses", &[]).is(200).text();
        let address = page.split("value=\"").find(|part| part.contains("/calendar/feed/")).unwrap();
        let address = address.split('"').next().unwrap();
        let path = &address[address.find("/calendar/feed/").unwrap()..];
        let feed = stranger.get(path).is(200);
        assert!(feed.header("content-type").starts_with("text/calendar"), "{}", feed.header("content-type"));
        let text = feed.text();
        let (_, events) = formats::calendar::read(&text, &jiff::tz::TimeZone::UTC).unwrap();
        let mut summaries: Vec<&str> = events.iter().map(|event| event.summary.as_str()).collect();
        summaries.sort_unstable();
        assert_eq!(summaries, ["Harbour meeting", "Sea trial"]);
        assert!(text.contains("RRULE:FREQ=WEEKLY") && text.contains("BEGIN:VTIMEZONE"), "{text}");
        let trial = events.iter().find(|event| event.summary == "Sea trial").unwrap();
        assert_eq!(
            (trial.place.as_str(), trial.attendees[0].address.as_str()),
            ("Quay 4", "anna@berg.example")
        );
        assert_eq!(trial.attendees[0].status, "ACCEPTED");
        // The secret is kept nowhere, the page does not show it again, and it is no key to anything else.
        mia.get("/calendar/exchange").hides("/calendar/feed/");
        stranger.get(&path.replace(".ics", "x.ics")).is(404);
        let id = mia.get("/calendar/exchange").ids("/calendar/addresses/")[0].clone();
        bed.sven().post(&format!("/calendar/addresses/{id}/revoke"), &[]).is(404);
        mia.post(&format!("/calendar/addresses/{id}/revoke"), &[]).is(303);
        stranger.get(path).is(404);
    });
}

#[test]
fn a_file_of_appointments_is_read_and_read_again_without_doubles() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let file = |summary: &str, more: &str| {
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one@else.example\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\n\
                 SUMMARY:{summary}\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:Anna@berg.example\r\nATTENDEE:mailto:pilot@harbour.example\r\nEND:VEVENT\r\n{more}END:VCALENDAR\r\n"
            )
        };
        let odd = "BEGIN:VEVENT\r\nUID:odd\r\nDTSTART:20261201T090000Z\r\nRRULE:FREQ=SOMETIMES\r\nSUMMARY:Odd\r\nEND:VEVENT\r\n";
        let send = |text: &str| {
            let upload = testbed::File { field: "file", name: "a.ics", bytes: text.as_bytes() };
            bed.mia().upload("/calendar/import", &[], &[upload])
        };
        let toast = send(&file("Sea trial", odd)).is(303).toast();
        assert!(toast.contains("1 new, 0 brought up to date, 1 left out"), "{toast}");
        let made = all(bed).remove(0);
        assert_eq!(made.instant("starts_at").unwrap().to_string(), "2026-12-01T09:00:00Z");
        let taking = made.get("participants");
        assert_eq!(
            (taking[0]["who"].as_str(), taking[0]["answer"].as_str()),
            (Some(&*format!("person:{anna}")), Some("tentative"))
        );
        assert_eq!(taking[1]["who"], "mailto:pilot@harbour.example");
        let toast = send(&file("Sea trial, later", "")).is(303).toast();
        assert!(toast.contains("0 new, 1 brought up to date, 0 left out"), "{toast}");
        assert_eq!(all(bed).len(), 1);
        assert_eq!(all(bed)[0].text("subject"), "Sea trial, later");
        // What went out as a file comes back as itself.
        let own = bed.mia().get(&format!("{}/event.ics", made.address())).is(200).text();
        assert!(send(&own).is(303).toast().contains("0 new, 1 brought up to date"));
        assert_eq!(all(bed).len(), 1);
        undo_last(bed);
        send("Dear all").is(422).says("holds no appointments");
        send("").is(422);
    });
}
