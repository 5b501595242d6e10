//! Appointments in the calendars of devices: read, written, moved, taken out, and nothing lost on the way.

use kernel::{Id, Timestamp, clock::HOUR};
use records::{Json, Record, object::object, record};
use serde_json::json;
use testbed::{Browser, Device, Testbed, on_each_database};

use super::{between, paths, prop, report, sync};

fn calendar(somebody: &Browser) -> String {
    format!("/dav/calendars/{}/own/", somebody.user)
}

/// An hour tomorrow where Mia is.
fn at(bed: &Testbed, hour: i8) -> Timestamp {
    bed.read(|cx| {
        let day = cx.today().tomorrow().unwrap();
        Ok(Timestamp::from_civil(day.at(hour, 0, 0, 0), cx.time_zone()))
    })
}

fn all(bed: &Testbed) -> Vec<Record> {
    bed.read(|cx| {
        Ok(records::query::page(cx, &object(cx, "appointment")?, &records::Query::default(), &[], 50)?
            .records)
    })
}

fn find(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "appointment")?, id))
}

/// A calendar as a program writes it.
fn event(uid: &str, lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Phone//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T080000Z\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        lines.replace('\n', "\r\n")
    )
}

/// The text of a resource, and its etag.
fn read(device: &Device, path: &str) -> (String, String) {
    let answer = device.get(path).is(200);
    (answer.text(), answer.header("etag").to_owned())
}

#[test]
fn appointments_stand_in_the_phone_and_what_is_moved_there_is_moved_here() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let bo = bed.person("Bo Holm").save();
        let id = bed
            .appointment("Sea trial", at(bed, 10))
            .about("person", anna)
            .with("place", "Quay 4")
            .with("remind", json!(["1_hour"]))
            .with(
                "participants",
                json!([{ "who": format!("person:{anna}") }, { "who": format!("person:{bo}") }]),
            )
            .save();
        bed.appointment("Not mine", at(bed, 10)).by(&bed.sven()).save();
        let home = calendar(&mia);
        let listed = device.propfind(&home, "1", &prop("<d:getetag/>")).is(207);
        let path = format!("{home}{id}.ics");
        assert_eq!(paths(&listed), std::slice::from_ref(&path));
        let (text, etag) = read(&device, &path);
        for line in ["SUMMARY:Sea trial", "LOCATION:Quay 4", "TRIGGER:-PT1H", "mailto:anna@berg.example"] {
            assert!(text.contains(line), "{line}: {text}");
        }
        assert!(listed.text().contains(&etag.replace('"', "&quot;")));

        // Moved by an hour, with an alarm and a line that nobody here knows.
        bed.advance(HOUR);
        let moved = text
            .replace("SUMMARY:Sea trial", "SUMMARY:Sea trial, part two\r\nX-PHONE-MOOD:sunny")
            .replace("LOCATION:Quay 4\r\n", "")
            .replace("TRIGGER:-PT1H", "TRIGGER:-PT10M");
        let moved = at_later(bed, &moved);
        device.put(&path, &[("if-match", "\"other\"")], &moved).is(412);
        device.put(&path, &[("if-none-match", "*")], &moved).is(412);
        assert_eq!(find(bed, id).text("subject"), "Sea trial");
        let kept = device.put(&path, &[("if-match", &etag)], &moved).is(204);
        assert_eq!(kept.header("etag"), "", "what is kept is not what was sent");
        let after = find(bed, id);
        assert_eq!(after.text("subject"), "Sea trial, part two");
        assert_eq!(after.instant("starts_at"), Some(at(bed, 12)));
        assert_eq!((after.text("place"), after.get("remind")), ("", &json!(["10_minutes"])));
        // What the phone cannot know stays: whom it is about, and who takes part without an address.
        assert_eq!(after.get("about"), &json!(format!("person:{anna}")));
        let who: Vec<&str> = after
            .get("participants")
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["who"].as_str().unwrap())
            .collect();
        assert_eq!(who, [format!("person:{anna}"), format!("person:{bo}")]);
        let (text, newer) = read(&device, &path);
        assert!(text.contains("X-PHONE-MOOD:sunny"), "{text}");
        assert_ne!(newer, etag);
        // One undo takes back what the phone did, and history says through what it came.
        mia.get(&format!("/appointments/{id}/history")).shows("Phone or calendar program");
        bed.leave_jobs();
    });
}

/// The times of a text, two hours later.
fn at_later(bed: &Testbed, text: &str) -> String {
    let utc = |at: Timestamp| at.in_zone(&jiff::tz::TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    text.replace(&utc(at(bed, 11)), &utc(at(bed, 13))).replace(&utc(at(bed, 10)), &utc(at(bed, 12)))
}

#[test]
fn what_is_made_on_the_phone_is_found_by_the_name_the_phone_gave_it() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let home = calendar(&mia);
        let (token, here, _) = sync(&device, &home, "");
        assert!(here.is_empty());
        let text = event(
            "B4-77@phone",
            "SUMMARY:Visit\nDTSTART;TZID=Europe/Copenhagen:20261201T100000\nDTEND;TZID=Europe/Copenhagen:20261201T113000\n\
             ORGANIZER;CN=Mia Berg:mailto:mia@berg.example\nATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@berg.example\n\
             CATEGORIES:Boats",
        );
        let path = format!("{home}visit%20%E5%B0%8F.ics");
        device.put(&path, &[("if-none-match", "*")], &text).is(201);
        let made = all(bed).remove(0);
        assert_eq!(made.text("subject"), "Visit");
        assert_eq!(made.get("owner"), &json!(mia.user.to_string()));
        assert_eq!(
            made.get("participants"),
            &json!([{ "who": format!("person:{anna}"), "answer": "accepted" }]),
            "whoever called it takes part without being asked"
        );
        mia.get(&format!("/people/{anna}")).shows("Visit");
        let (token, here, gone) = sync(&device, &home, &token);
        assert_eq!((here.as_slice(), gone.len()), (std::slice::from_ref(&path), 0));
        let (kept, etag) = read(&device, &path);
        assert!(kept.contains("UID:B4-77@phone") && kept.contains("CATEGORIES:Boats"), "{kept}");
        assert!(!kept.contains("METHOD"), "{kept}");
        // One name stands for one appointment.
        let again = device.put(&format!("{home}other.ics"), &[], &text).is(409);
        assert!(again.text().contains("no-uid-conflict") && again.text().contains(&path), "{}", again.text());
        device.put(&path, &[], &text.replace("B4-77", "B4-78")).is(409);
        assert_eq!(all(bed).len(), 1);
        // Read back unchanged, it changes nothing.
        let before = made.instant("updated_at");
        bed.advance(HOUR);
        device.put(&path, &[("if-match", &etag)], &kept).is(204);
        assert_eq!(all(bed)[0].instant("updated_at"), before);
        assert_eq!(sync(&device, &home, &token).1, [] as [String; 0]);
        // Taken out on the phone, it lies in the trash.
        device.ask("DELETE", &path, &[("if-match", "\"x\"")], "").is(412);
        device.delete(&path).is(204);
        assert!(find(bed, made.id).trashed_at.is_some());
        let (_, here, gone) = sync(&device, &home, &token);
        assert_eq!((here.len(), gone.as_slice()), (0, std::slice::from_ref(&path)));
        device.get(&path).is(404);
        // The same again is a new one under the same name.
        device.put(&path, &[], &text).is(201);
        assert_eq!(read(&device, &path).0.matches("UID:B4-77@phone").count(), 1);
    });
}

#[test]
fn a_series_and_what_stands_for_its_occurrences_are_one_text() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let path = format!("{}series.ics", calendar(&mia));
        let series = "SUMMARY:Harbour\nDTSTART;TZID=Europe/Copenhagen:20261201T100000\nDTEND;TZID=Europe/Copenhagen:20261201T110000\nRRULE:FREQ=WEEKLY;COUNT=5";
        let second = "BEGIN:VEVENT\r\nUID:s@phone\r\nDTSTAMP:20261101T080000Z\r\nRECURRENCE-ID;TZID=Europe/Copenhagen:20261208T100000\r\n\
            SUMMARY:Harbour, later\r\nDTSTART;TZID=Europe/Copenhagen:20261208T140000\r\nDTEND;TZID=Europe/Copenhagen:20261208T150000\r\nEND:VEVENT\r\n";
        let with_second = |text: String| text.replace("END:VCALENDAR", &format!("{second}END:VCALENDAR"));
        let left_out = format!("{series}\nEXDATE;TZID=Europe/Copenhagen:20261215T100000");
        device.put(&path, &[], &with_second(event("s@phone", &left_out))).is(201);
        assert_eq!(all(bed).len(), 2);
        let own = all(bed).into_iter().find(|one| !one.get("series").is_null()).unwrap();
        assert_eq!(own.text("subject"), "Harbour, later");
        let (text, _) = read(&device, &path);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
        assert_eq!(text.matches("UID:s@phone").count(), 2, "{text}");
        assert_eq!(between(&text, "EXDATE;TZID=Europe/Copenhagen:", "\r").as_slice(), ["20261215T100000"]);
        assert_eq!(
            between(&text, "RECURRENCE-ID;TZID=Europe/Copenhagen:", "\r").as_slice(),
            ["20261208T100000"]
        );

        // Changed here, it is another text there.
        bed.advance(HOUR);
        let starts = own.instant("starts_at").unwrap();
        mia.post(&format!("/appointments/{}/move", own.id), &[("to", &starts.plus(HOUR).to_string())])
            .is(303);
        assert!(read(&device, &path).0.contains("20261208T150000"));

        // Put back into the series on the phone, it is one of it again, and the one that was left out stays out.
        bed.advance(HOUR);
        device.put(&path, &[], &event("s@phone", &left_out)).is(204);
        assert!(find(bed, own.id).trashed_at.is_some());
        let whole = all(bed).remove(0);
        assert_eq!(whole.text("except").lines().count(), 1);
        let (text, _) = read(&device, &path);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
        // What nobody can follow is refused, and said; nothing of it is kept.
        let odd = event("s@phone", &series.replace("FREQ=WEEKLY;COUNT=5", "FREQ=NEVER"));
        let refused = device.put(&path, &[], &odd).is(403);
        assert!(refused.text().contains("valid-calendar-object-resource"), "{}", refused.text());
        device.put(&path, &[], "no calendar").is(403);
        assert_eq!(all(bed)[0].text("repeat"), "FREQ=WEEKLY;COUNT=5");
    });
}

#[test]
fn whole_days_stay_days() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let path = format!("{}fair.ics", calendar(&mia));
        let text =
            event("fair@phone", "SUMMARY:Boat fair\nDTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261204");
        device.put(&path, &[], &text).is(201);
        let made = all(bed).remove(0);
        assert_eq!(made.get("all_day"), &Json::Bool(true));
        let (text, _) = read(&device, &path);
        assert!(
            text.contains("DTSTART;VALUE=DATE:20261201") && text.contains("DTEND;VALUE=DATE:20261204"),
            "{text}"
        );
    });
}

#[test]
fn many_are_read_at_once_and_found_by_when_they_are() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let home = calendar(&mia);
        let visit = bed.appointment("Visit", at(bed, 10)).save();
        let weekly = bed.appointment("Weekly", at(bed, 8)).with("repeat", "FREQ=WEEKLY").save();
        let path = |id: Id| format!("{home}{id}.ics");
        let data = "<d:prop><d:getetag/><c:calendar-data/></d:prop>";
        let hrefs = format!("<d:href>{}</d:href><d:href>{home}none.ics</d:href>", path(visit));
        let told =
            device.report(&home, &report("c:calendar-multiget", &format!("{data}{hrefs}"))).is(207).text();
        assert!(told.contains("SUMMARY:Visit") && told.contains("404 Not Found"), "{told}");
        let query = |inner: &str| {
            let filter =
                format!("<c:filter><c:comp-filter name=\"VCALENDAR\">{inner}</c:comp-filter></c:filter>");
            let mut found =
                paths(&device.report(&home, &report("c:calendar-query", &format!("{data}{filter}"))).is(207));
            found.sort();
            found
        };
        let utc = |at: Timestamp| at.in_zone(&jiff::tz::TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
        let within = |from: Timestamp, to: Timestamp| {
            let range = format!("<c:time-range start=\"{}\" end=\"{}\"/>", utc(from), utc(to));
            query(&format!("<c:comp-filter name=\"VEVENT\">{range}</c:comp-filter>"))
        };
        let mut both = vec![path(visit), path(weekly)];
        both.sort();
        assert_eq!(query("<c:comp-filter name=\"VEVENT\"/>"), both);
        assert_eq!(within(at(bed, 7), at(bed, 12)), both);
        assert_eq!(within(at(bed, 9), at(bed, 12)), [path(visit)]);
        // A year later the series still happens.
        assert_eq!(
            within(at(bed, 0).plus(364 * 24 * HOUR), at(bed, 0).plus(371 * 24 * HOUR)),
            [path(weekly)]
        );
        assert_eq!(query("<c:comp-filter name=\"VTODO\"/>"), [] as [String; 0]);
        let text = "<c:comp-filter name=\"VEVENT\"><c:prop-filter name=\"SUMMARY\"><c:text-match>vis</c:text-match></c:prop-filter></c:comp-filter>";
        assert_eq!(query(text), [path(visit)]);
        // When she is busy, and nothing else.
        let range = format!("<c:time-range start=\"{}\" end=\"{}\"/>", utc(at(bed, 0)), utc(at(bed, 23)));
        let busy = device.report(&home, &report("c:free-busy-query", &range)).is(200).text();
        assert_eq!(busy.matches("FREEBUSY:").count(), 2, "{busy}");
        assert!(!busy.contains("Visit"));
    });
}

#[test]
fn places_to_come_back_with_outlive_restarts_and_tell_what_left() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let home = calendar(&mia);
        let visit = bed.appointment("Visit", at(bed, 10)).save();
        let (token, here, _) = sync(&device, &home, "");
        assert_eq!(here.len(), 1);
        assert_eq!(sync(&device, &home, &token), (token.clone(), vec![], vec![]));
        // Handed over, it is on another calendar: changes alone would not say that it left this one.
        let sven = bed.sven();
        bed.advance(HOUR);
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-edited");
            let owner =
                records::save::Values::from_iter([("owner".to_owned(), json!(sven.user.to_string()))]);
            records::save::edit(
                tx,
                &mut set,
                &object(tx, "appointment")?,
                visit,
                owner,
                &Default::default(),
            )?
            .saved()?;
            set.close(tx)
        });
        let (newer, here, gone) = sync(&device, &home, &token);
        assert_eq!((here.len(), gone.len()), (0, 1));
        assert_ne!(newer, token);
        // The older place is still good, those of nobody are not.
        assert_eq!(sync(&device, &home, &token).2, gone);
        let asked = |token: &str| {
            let inner = format!("<d:sync-token>{token}</d:sync-token><d:prop><d:getetag/></d:prop>");
            device.report(&home, &report("d:sync-collection", &inner))
        };
        assert!(asked("kartotek:sync:999").is(403).text().contains("valid-sync-token"));
        assert!(asked("nonsense").is(403).text().contains("valid-sync-token"));
        let other = bed.device(&sven);
        assert_eq!(sync(&other, &calendar(&sven), "").1.len(), 1);
    });
}

#[test]
fn a_colleague_s_calendar_is_read_and_one_s_own_invitation_declined_by_taking_it_out() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let device = bed.device(&mia);
        let id = bed
            .appointment("Team", at(bed, 10))
            .with("participants", json!([{ "who": format!("user:{}", mia.user) }]))
            .by(&sven)
            .save();
        let of_sven = format!("/dav/calendars/{}/of-{}/", mia.user, sven.user);
        device.propfind(&of_sven, "1", "").is(404);
        mia.post("/settings/devices/shown", &[("show", &format!("of-{}", sven.user))]).is(303);
        assert_eq!(paths(&device.propfind(&of_sven, "1", "").is(207)).len(), 1);
        let (text, _) = read(&device, &format!("{of_sven}{id}.ics"));
        device.put(&format!("{of_sven}{id}.ics"), &[], &text.replace("Team", "Mine")).is(403);
        device
            .put(&format!("{of_sven}new.ics"), &[], &event("n", "SUMMARY:N\nDTSTART:20261201T100000Z"))
            .is(403);
        device.delete(&format!("{of_sven}{id}.ics")).is(403);
        assert_eq!(find(bed, id).text("subject"), "Team");
        // On her own calendar it is an invitation: taken out, it is declined, and still his.
        let own = format!("{}{id}.ics", calendar(&mia));
        device.delete(&own).is(204);
        let after = find(bed, id);
        assert_eq!(after.trashed_at, None);
        assert_eq!(after.get("participants")[0]["answer"], "declined");
        device.get(&own).is(404);
        // Who only reads writes nothing.
        let rita = bed.rita();
        let reader = bed.device(&rita);
        let hers = format!("{}new.ics", calendar(&rita));
        reader.put(&hers, &[], &event("n", "SUMMARY:N\nDTSTART:20261201T100000Z")).is(403);
        reader.propfind(&calendar(&rita), "1", "").is(207);
    });
}
