//! Tasks in the reminders of devices.

use kernel::clock::{DAY, HOUR};
use records::{Record, object::object};
use testbed::{Testbed, on_each_database};

use super::{paths, prop, sync};

fn all(bed: &Testbed) -> Vec<Record> {
    bed.read(|cx| {
        Ok(records::query::page(cx, &object(cx, "task")?, &records::Query::default(), &[], 50)?.records)
    })
}

fn todo(uid: &str, lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:{uid}\r\nDTSTAMP:20261101T080000Z\r\n{}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
        lines.replace('\n', "\r\n")
    )
}

#[test]
fn a_task_ticked_off_on_the_phone_is_done() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let home = format!("/dav/calendars/{}/tasks/", mia.user);
        let now = bed.db().clock().now();
        let id = bed
            .task("Send the offer")
            .with("due_at", now.plus(DAY).micros())
            .with("priority", "high")
            .with("repeat", "FREQ=WEEKLY")
            .save();
        bed.task("Sven's").by(&bed.sven()).save();
        let path = format!("{home}{id}.ics");
        assert_eq!(
            paths(&device.propfind(&home, "1", &prop("<d:getetag/>")).is(207)),
            std::slice::from_ref(&path)
        );
        let text = device.get(&path).is(200).text();
        assert!(text.contains("SUMMARY:Send the offer") && text.contains("PRIORITY:1"), "{text}");
        assert!(!text.contains("RRULE"), "the next one is made here, not there");
        let (token, ..) = sync(&device, &home, "");
        bed.advance(HOUR);
        let done = text.replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20261123T090000Z");
        device.put(&path, &[], &done).is(204);
        let tasks = all(bed);
        let ticked = tasks.iter().find(|task| task.id == id).unwrap();
        assert!(ticked.instant("done_at").is_some());
        assert_eq!((ticked.text("repeat"), ticked.text("priority")), ("FREQ=WEEKLY", "high"));
        assert_eq!(
            tasks.iter().filter(|task| task.text("subject") == "Send the offer").count(),
            2,
            "and the next"
        );
        let (_, here, gone) = sync(&device, &home, &token);
        assert_eq!((here.len(), gone.len()), (2, 0), "what was done lately is still shown");
        bed.leave_jobs();
    });
}

#[test]
fn a_task_made_on_the_phone_keeps_its_name_its_day_and_what_nobody_knows() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let home = format!("/dav/calendars/{}/tasks/", mia.user);
        let path = format!("{home}t1.ics");
        let text =
            todo("t1@phone", "SUMMARY:Call Bo\nDUE;VALUE=DATE:20261201\nPRIORITY:9\nX-APPLE-SORT-ORDER:7");
        device.put(&path, &[("if-none-match", "*")], &text).is(201);
        let made = all(bed).remove(0);
        assert_eq!((made.text("subject"), made.text("priority")), ("Call Bo", "low"));
        assert_eq!(made.text("assignee"), mia.user.to_string());
        mia.get("/today").is(200);
        let kept = device.get(&path).is(200).text();
        for line in ["UID:t1@phone", "DUE;VALUE=DATE:20261201", "X-APPLE-SORT-ORDER:7"] {
            assert!(kept.contains(line), "{line}: {kept}");
        }
        device.put(&format!("{home}t2.ics"), &[], &text).is(409);
        device.put(&path, &[], &todo("t1@phone", "SUMMARY:Call Bo\nSTATUS:CANCELLED")).is(204);
        assert_eq!(all(bed).len(), 0, "called off, it lies in the trash");
        device.get(&path).is(404);
        device.put(&path, &[], "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").is(403);
    });
}
