//! Invitations by mail: to whom they go, what follows when the appointment changes, and what guests answer.

use jiff::ToSpan;
use kernel::{Id, Timestamp, clock::HOUR};
use mail::Mail;
use records::{
    ChangeSet, Json, Record,
    object::object,
    record,
    save::{self, Values},
    timeline,
};
use serde_json::json;
use testbed::{File, Testbed, on_each_database};

fn at(bed: &Testbed, days: i64, hour: i8) -> Timestamp {
    bed.read(|cx| {
        let day = cx.today().checked_add(days.days()).unwrap();
        Ok(Timestamp::from_civil(day.at(hour, 0, 0, 0), cx.time_zone()))
    })
}

fn find(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "appointment")?, id))
}

fn change(bed: &Testbed, id: Id, values: Json) {
    let values = Values::from_iter(values.as_object().unwrap().clone());
    bed.advance(HOUR / 60);
    bed.write(|tx| {
        let mut set = ChangeSet::new(tx, "change-edited");
        save::edit(tx, &mut set, &object(tx, "appointment")?, id, values, &Values::new())?.saved()?;
        set.close(tx)
    });
}

/// The invitations of the outbox, the newest first.
fn letters(bed: &Testbed) -> Vec<Mail> {
    let all = bed.read(|cx| mail::list(cx, None, 50));
    all.into_iter().filter(|mail| mail.kind == "appointment").collect()
}

fn method(mail: &Mail) -> String {
    mail.enclosed.calendar.as_ref().map(|calendar| calendar.method.clone()).unwrap_or_default()
}

fn calendar(mail: &Mail) -> String {
    let text = mail.enclosed.calendar.as_ref().map(|calendar| calendar.text.clone()).unwrap_or_default();
    text.replace("\r\n ", "")
}

fn sequence(mail: &Mail) -> u32 {
    let text = calendar(mail);
    text.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().trim().parse().unwrap()
}

/// The link in a letter, without the answer.
fn link(mail: &Mail) -> String {
    let at = mail.plain.find("/invited/").expect("a link");
    mail.plain[at..].split(['?', '\n']).next().unwrap().to_owned()
}

#[test]
fn guests_are_invited_told_of_changes_and_of_the_end() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").with("language", "da").save();
        let guests = json!([
            { "who": format!("person:{anna}") },
            { "who": "mailto:pilot@harbour.example" },
            { "who": format!("user:{}", bed.sven().user) },
        ]);
        let id = bed
            .appointment("Sea trial", at(bed, 3, 10))
            .with("participants", guests.clone())
            .with("text", "She haggles")
            .save();
        assert_eq!(letters(bed).len(), 0, "only when somebody says so");
        change(bed, id, json!({ "invite": true }));
        let first = letters(bed);
        let mut to: Vec<&str> = first.iter().map(|mail| mail.to_address.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["anna@berg.example", "pilot@harbour.example"], "colleagues see it in their calendar");
        let hers = first.iter().find(|mail| mail.to_address.starts_with("anna")).unwrap();
        assert!(
            hers.subject.starts_with("Invitation: Sea trial") && hers.plain.contains("Jeg kommer"),
            "{}",
            hers.plain
        );
        assert_eq!(hers.enclosed.reply_to, Some(("Mia Berg".to_owned(), "mia@berg.example".to_owned())));
        let event = calendar(hers);
        assert_eq!(method(hers), "REQUEST");
        for line in
            ["METHOD:REQUEST", "mailto:mia@berg.example", "mailto:anna@berg.example", "SUMMARY:Sea trial"]
        {
            assert!(event.contains(line), "{line}: {event}");
        }
        assert!(!event.contains("pilot@") && !event.contains("haggles"), "what is not for her: {event}");
        assert!(!hers.plain.contains("haggles"));
        bed.mia().get(&format!("/people/{anna}")).shows("Invited anna@berg.example");

        // What they were not told changes nothing for them; a new time does.
        change(bed, id, json!({ "text": "She still haggles" }));
        assert_eq!(letters(bed).len(), 2);
        change(bed, id, json!({ "starts_at": at(bed, 4, 12).micros() }));
        let second = letters(bed);
        assert_eq!(second.len(), 4);
        assert!(second[0].subject.contains("Sea trial") && sequence(&second[0]) > sequence(&first[0]));

        // Taken off, a guest hears that it is off for them; the other hears nothing.
        change(bed, id, json!({ "participants": [guests[0], guests[2]] }));
        let third = letters(bed);
        assert_eq!((third.len(), third[0].to_address.as_str()), (5, "pilot@harbour.example"));
        assert_eq!(method(&third[0]), "CANCEL");
        assert!(calendar(&third[0]).contains("STATUS:CANCELLED"));

        // Cancelled, and planned again.
        change(bed, id, json!({ "state": "cancelled" }));
        let off = letters(bed);
        assert_eq!(
            (off.len(), method(&off[0]).as_str(), off[0].to_address.as_str()),
            (6, "CANCEL", "anna@berg.example")
        );
        change(bed, id, json!({ "state": "planned" }));
        assert_eq!((letters(bed).len(), method(&letters(bed)[0]).as_str()), (7, "REQUEST"));
        // Thrown away, it is off; what is over says nothing any more.
        bed.mia().post(&format!("/appointments/{id}/trash"), &[]).is(303);
        assert_eq!((letters(bed).len(), method(&letters(bed)[0]).as_str()), (8, "CANCEL"));
        let past = bed
            .appointment("Long ago", at(bed, -3, 10))
            .with("participants", guests)
            .with("invite", true)
            .save();
        change(bed, past, json!({ "place": "Quay 4" }));
        assert_eq!(letters(bed).len(), 8);
        bed.leave_jobs();
    });
}

#[test]
fn guests_of_a_series_are_told_of_the_one_that_goes_its_own_way_and_of_nothing_else() {
    on_each_database(|bed| {
        let id = bed
            .appointment("Harbour", at(bed, 1, 10))
            .with("repeat", "FREQ=WEEKLY")
            .with("participants", json!([{ "who": "mailto:pilot@harbour.example" }]))
            .with("invite", true)
            .save();
        assert!(calendar(&letters(bed)[0]).contains("RRULE:FREQ=WEEKLY"));
        let at_micros = |days: i64| at(bed, days, 10).micros().to_string();
        bed.advance(HOUR / 60);
        let moved = [("at", at_micros(8)), ("to", at(bed, 9, 14).to_string()), ("reach", "this".to_owned())];
        let moved: Vec<(&str, &str)> = moved.iter().map(|(name, value)| (*name, value.as_str())).collect();
        bed.mia().post(&format!("/appointments/{id}/move"), &moved).is(303);
        let after = letters(bed);
        assert_eq!(after.len(), 2, "one letter for one change");
        assert!(after[0].subject.starts_with("Changed"), "{}", after[0].subject);
        let event = calendar(&after[0]);
        assert!(event.contains("RECURRENCE-ID") && event.contains(&format!("UID:{id}@kartotek")), "{event}");
        // Another of them is cancelled: only that one.
        bed.advance(HOUR / 60);
        let at_third = at_micros(15);
        bed.mia()
            .post(&format!("/appointments/{id}/state"), &[("at", &at_third), ("state", "cancelled")])
            .is(303);
        let after = letters(bed);
        assert_eq!((after.len(), method(&after[0]).as_str()), (3, "CANCEL"));
        assert!(calendar(&after[0]).contains("RECURRENCE-ID"));
        bed.leave_jobs();
    });
}

#[test]
fn nobody_is_invited_who_refused() {
    on_each_database(|bed| {
        let refuses = json!([{ "channel": "email", "reason": "asked" }]);
        let bo = bed.person("Bo Holm").email("bo@holm.example").with("do_not_contact", refuses).save();
        bed.appointment("Visit", at(bed, 3, 10))
            .with(
                "participants",
                json!([{ "who": format!("person:{bo}") }, { "who": "mailto:bo@holm.example" }]),
            )
            .with("invite", true)
            .save();
        assert_eq!(letters(bed).len(), 0);
        bed.leave_jobs();
    });
}

#[test]
fn a_guest_answers_by_the_link_and_the_colleague_knows() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let id = bed
            .appointment("Sea trial", at(bed, 3, 10))
            .with("participants", json!([{ "who": format!("person:{anna}") }]))
            .with("invite", true)
            .save();
        let link = link(&letters(bed)[0]);
        let guest = bed.stranger();
        // Opening it changes nothing.
        guest.get(&format!("{link}?answer=declined")).shows("Sea trial").shows("I cannot come");
        assert_eq!(find(bed, id).get("participants")[0].get("answer"), None);
        guest.post(&link, &[("answer", "nonsense")]).is(404);
        guest.post_on(&link, &[("answer", "tentative")]).shows("you will perhaps come");
        assert_eq!(find(bed, id).get("participants")[0]["answer"], "tentative");
        guest.post_on(&link, &[("answer", "declined")]).shows("you cannot come");
        assert_eq!(find(bed, id).get("participants")[0]["answer"], "declined");
        bed.mia().get(&format!("/people/{anna}")).shows("Anna Berg cannot come");
        bed.mia().get("/today").shows("Anna Berg cannot come to Sea trial");
        let before = bed.read(|cx| timeline::of_card(cx, anna, None, 50)).len();
        guest.post(&link, &[("answer", "declined")]).is(303);
        assert_eq!(bed.read(|cx| timeline::of_card(cx, anna, None, 50)).len(), before, "once");
        // An answer is no news to whoever gave it.
        assert_eq!(letters(bed).len(), 1);
        // Cancelled, it is answered no more; taken off, the link leads nowhere.
        change(bed, id, json!({ "state": "cancelled" }));
        guest.get(&link).shows("This appointment is cancelled.");
        guest.post(&link, &[("answer", "accepted")]).is(303);
        assert_eq!(find(bed, id).get("participants")[0]["answer"], "declined");
        change(bed, id, json!({ "participants": null }));
        guest.get(&link).is(404);
        guest.get("/invited/nonsense").is(404);
        bed.leave_jobs();
    });
}

#[test]
fn a_reply_of_a_guest_s_calendar_is_taken_from_its_file() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let id = bed
            .appointment("Sea trial", at(bed, 3, 10))
            .with("participants", json!([{ "who": format!("person:{anna}") }]))
            .save();
        let reply = |address: &str| {
            format!(
                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{id}@kartotek\r\nDTSTAMP:20261101T080000Z\r\n\
                 DTSTART:20261126T090000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            )
        };
        let hand_in = |text: &str| {
            let file = File { field: "file", name: "reply.ics", bytes: text.as_bytes() };
            bed.mia().upload("/calendar/import", &[], &[file]).is(303).toast()
        };
        let toast = hand_in(&reply("stranger@x.example"));
        assert!(toast.contains("no new answer"), "{toast}");
        let toast = hand_in(&reply("ANNA@berg.example"));
        assert!(toast.contains("One answer taken"), "{toast}");
        let after = find(bed, id);
        assert_eq!(after.get("participants")[0]["answer"], "accepted");
        assert_eq!(after.text("subject"), "Sea trial", "a reply changes nothing else");
        bed.mia().get(&format!("/people/{anna}")).shows("Anna Berg will come");
        bed.leave_jobs();
    });
}
