//! Reminders of appointments, to colleagues and to customers, and what customers do with their links.

use jiff::ToSpan;
use kernel::{
    Id, Timestamp,
    clock::{DAY, MINUTE},
};
use records::{Query, Record, notices, object::object, query, record, timeline};
use serde_json::json;
use testbed::{Browser, Testbed, on_each_database};

/// So many days ahead at this hour where Mia is.
fn at(bed: &Testbed, days: i64, hour: i8) -> Timestamp {
    bed.read(|cx| {
        let day = cx.today().checked_add(days.days()).unwrap();
        Ok(Timestamp::from_civil(day.at(hour, 0, 0, 0), cx.time_zone()))
    })
}

fn turn_to(bed: &Testbed, to: Timestamp) {
    let now = bed.db().clock().now();
    assert!(to > now);
    bed.advance(to.micros() - now.micros());
    bed.run_jobs();
}

fn reminded(bed: &Testbed, who: &Browser) -> usize {
    let page = bed.db().read(&who.scope(), |cx| notices::page(cx, None, false, 50)).unwrap();
    page.iter().filter(|notice| notice.kind == notices::Kind::Reminder).count()
}

fn letters(bed: &Testbed) -> Vec<(String, String, String)> {
    let all = bed.read(|cx| {
        cx.query(
            "SELECT to_address, subject, plain FROM mails WHERE workspace_id = ?1 AND kind = 'reminder' ORDER BY id",
            &[cx.workspace().into()],
        )
    });
    all.iter().map(|row| (row.text(0).to_owned(), row.text(1).to_owned(), row.text(2).to_owned())).collect()
}

/// The address of the page that a letter leads to.
fn link(letter: &str) -> String {
    let at = letter.find("/visits/").expect("a link");
    letter[at..].split(['?', '\n']).next().unwrap().to_owned()
}

fn all(bed: &Testbed, key: &'static str) -> Vec<Record> {
    bed.read(|cx| Ok(query::page(cx, &object(cx, key)?, &Query::default(), &[], 50)?.records))
}

fn appointment(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "appointment")?, id))
}

#[test]
fn colleagues_are_reminded_once_at_each_chosen_time() {
    on_each_database(|bed| {
        let starts = bed.db().clock().now().plus(50 * MINUTE);
        let who = json!([
            { "who": format!("user:{}", bed.sven().user) },
            { "who": format!("user:{}", bed.ivan().user), "answer": "declined" },
        ]);
        bed.appointment("Sea trial", starts)
            .with("remind", json!(["10_minutes", "1_hour"]))
            .with("participants", who)
            .save();
        bed.appointment("Unreminded", starts).save();
        bed.advance(2 * MINUTE);
        bed.run_jobs();
        let counts = || (reminded(bed, &bed.mia()), reminded(bed, &bed.sven()), reminded(bed, &bed.ivan()));
        assert_eq!(counts(), (1, 1, 0));
        bed.mia().get("/notifications").shows("Sea trial begins soon");
        bed.advance(2 * MINUTE);
        bed.run_jobs();
        assert_eq!(counts(), (1, 1, 0), "not twice");
        bed.advance(37 * MINUTE);
        bed.run_jobs();
        assert_eq!(counts(), (2, 2, 0));
        bed.advance(DAY);
        bed.run_jobs();
        assert_eq!(counts(), (2, 2, 0), "nobody is reminded of what is over");
    });
}

#[test]
fn one_that_was_moved_is_reminded_of_again_and_a_cancelled_one_is_not() {
    on_each_database(|bed| {
        let now = bed.db().clock().now();
        let id =
            bed.appointment("Sea trial", now.plus(5 * MINUTE)).with("remind", json!(["10_minutes"])).save();
        let gone =
            bed.appointment("Called off", now.plus(8 * MINUTE)).with("remind", json!(["10_minutes"])).save();
        bed.mia().post(&format!("/appointments/{gone}/state"), &[("state", "cancelled")]).is(303);
        bed.advance(2 * MINUTE);
        bed.run_jobs();
        assert_eq!(reminded(bed, &bed.mia()), 1);
        let to = now.plus(60 * MINUTE).to_string();
        bed.mia().post(&format!("/appointments/{id}/move"), &[("to", &to)]).is(303);
        bed.advance(2 * MINUTE);
        bed.run_jobs();
        assert_eq!(reminded(bed, &bed.mia()), 1);
        turn_to(bed, now.plus(51 * MINUTE));
        assert_eq!(reminded(bed, &bed.mia()), 2);
    });
}

#[test]
fn a_customer_gets_one_letter_the_day_before_in_their_language_and_confirms() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").with("language", "da").save();
        let starts = at(bed, 3, 10);
        let id = bed
            .appointment("Prøvesejlads", starts)
            .about("person", anna)
            .with("place", "Quay 4")
            .with("remind_customer", true)
            .save();
        turn_to(bed, at(bed, 2, 9).plus(-2 * MINUTE));
        assert!(letters(bed).is_empty(), "not before the morning of the day before");
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        let sent = letters(bed);
        assert_eq!(sent.len(), 1, "{sent:?}");
        let (to, subject, words) = &sent[0];
        assert_eq!(to, "anna@berg.example");
        assert!(words.contains("dette er en påmindelse") && words.contains("Quay 4"), "{words}");
        assert!(subject.contains("10.00"), "{subject}");
        bed.mia().get(&format!("/people/{anna}")).shows("anna@berg.example").shows("Reminded");

        let (path, stranger) = (link(words), bed.stranger());
        let page = stranger.get(&path).shows("Prøvesejlads").shows("Jeg kommer").shows("Quay 4");
        page.hides("Sign out");
        assert_eq!(
            appointment(bed, id).get("participants"),
            &serde_json::Value::Null,
            "looking answers nothing"
        );
        stranger.post(&path, &[("answer", "confirm")]).is(303);
        stranger.get(&path).shows("Du har sagt, at du kommer");
        let kept = appointment(bed, id);
        assert_eq!(kept.get("participants")[0]["answer"], "accepted");
        bed.mia().get(&format!("/people/{anna}")).shows("Anna Berg confirmed");
        // Once more says nothing new.
        let before = bed.read(|cx| timeline::of_card(cx, anna, None, 50)).len();
        stranger.post(&path, &[("answer", "confirm")]).is(303);
        assert_eq!(bed.read(|cx| timeline::of_card(cx, anna, None, 50)).len(), before);
        stranger.get("/visits/nonsense").is(404);
        stranger.post("/visits/nonsense", &[("answer", "cancel")]).is(404);
        stranger.post(&path, &[("answer", "destroy")]).is(404);
        turn_to(bed, starts.plus(MINUTE));
        stranger.post(&path, &[("answer", "cancel")]).is(303);
        assert_eq!(appointment(bed, id).text("state"), "planned", "what has begun is not cancelled");
        stranger.get(&path).shows("kan ikke længere besvares");
    });
}

#[test]
fn a_customer_asks_for_another_time_or_cancels_and_somebody_has_to_act() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let id = bed
            .appointment("Sea trial", at(bed, 2, 10))
            .about("person", anna)
            .with("remind_customer", true)
            .save();
        turn_to(bed, at(bed, 1, 9).plus(MINUTE));
        let path = link(&letters(bed)[0].2);
        let stranger = bed.stranger();
        stranger.post(&path, &[("answer", "move"), ("wish", "Thursday after three")]).is(303);
        assert_eq!(appointment(bed, id).text("state"), "planned");
        bed.mia().get(&format!("/people/{anna}")).shows("Thursday after three");
        bed.mia().get("/today").shows("Find another time with Anna Berg");
        stranger.post(&path, &[("answer", "cancel")]).is(303);
        assert_eq!(appointment(bed, id).text("state"), "cancelled");
        bed.mia().get("/today").shows("Anna Berg cancelled Sea trial");
        stranger.get(&path).shows("is cancelled");
        assert_eq!(all(bed, "task").len(), 2);
        bed.leave_jobs();
    });
}

#[test]
fn who_wants_no_mail_gets_none_and_who_prefers_the_phone_is_called() {
    on_each_database(|bed| {
        let forbidden = json!([{ "channel": "email", "reason": "Asked for it" }, { "channel": "phone" }]);
        let quiet =
            bed.person("Quiet Dahl").email("quiet@berg.example").with("do_not_contact", forbidden).save();
        let caller = bed
            .person("Caller Holm")
            .email("caller@berg.example")
            .phone("+4531425510")
            .with("preferred_channel", "phone")
            .save();
        let nobody = bed.person("Nobody Ek").save();
        for person in [quiet, caller, nobody] {
            bed.appointment("Sea trial", at(bed, 2, 10))
                .about("person", person)
                .with("remind_customer", true)
                .save();
        }
        turn_to(bed, at(bed, 1, 9).plus(MINUTE));
        assert!(letters(bed).is_empty());
        let mut tasks: Vec<String> =
            all(bed, "task").iter().map(|task| task.text("subject").to_owned()).collect();
        tasks.sort();
        assert_eq!(tasks.len(), 2, "{tasks:?}");
        assert!(
            tasks[0].starts_with("Remind Caller Holm") && tasks[1].starts_with("Remind Nobody Ek"),
            "{tasks:?}"
        );
        bed.leave_jobs();
    });
}

#[test]
fn one_of_a_series_is_confirmed_alone_and_reminded_of_once() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let id = bed
            .appointment("Harbour meeting", at(bed, 2, 10))
            .about("person", anna)
            .with("repeat", "FREQ=WEEKLY")
            .with("remind_customer", true)
            .save();
        turn_to(bed, at(bed, 1, 9).plus(MINUTE));
        let path = link(&letters(bed)[0].2);
        bed.stranger().post(&path, &[("answer", "confirm")]).is(303);
        bed.stranger().get(&path).shows("You have said that you will be there");
        let apart: Vec<Record> = all(bed, "appointment").into_iter().filter(|one| one.id != id).collect();
        assert_eq!(apart.len(), 1);
        assert_eq!(apart[0].get("participants")[0]["answer"], "accepted");
        assert!(appointment(bed, id).get("participants").is_null());
        bed.advance(5 * MINUTE);
        bed.run_jobs();
        assert_eq!(letters(bed).len(), 1, "it is the same appointment");
        turn_to(bed, bed.db().clock().now().plus(7 * DAY));
        assert_eq!(letters(bed).len(), 2, "and the next one is another");
    });
}

#[test]
fn a_letter_goes_out_in_the_words_of_the_workspace() {
    on_each_database(|bed| {
        let here = "/settings/letters/reminder";
        let ivan = bed.ivan();
        ivan.get("/settings/letters")
            .shows("Reminder of an appointment")
            .shows("Invitation to an appointment");
        ivan.get(&format!("{here}?language=da")).shows("{{workspace}}").shows("dette er en påmindelse");
        let words = [
            ("language", "da"),
            ("subject", "Vi ses {{when}}"),
            ("lead", "Kære {{name}}{{#if what}}, vi glæder os til {{what}}{{/if}}."),
        ];
        ivan.post(here, &words).is(303);
        ivan.get(&format!("{here}?language=da")).shows("vi glæder os til Rådgivning");
        ivan.get("/settings/letters").shows("Dansk");
        let refused = |subject: &str, lead: &str, told: &str| {
            let words = [("language", "da"), ("subject", subject), ("lead", lead)];
            ivan.post(here, &words).is(422).says(told);
        };
        refused("{{balance}}", "", "does not know {{balance}}");
        refused("", "Dear {{name", "does not end");
        refused("one\ntwo", "", "one line");
        refused(&"a".repeat(201), "", "200");
        ivan.post(here, &[("language", "xx"), ("subject", ""), ("lead", "")]).is(422);
        ivan.get("/settings/letters/nothing").is(404);
        bed.sven().get(here).is(403);

        let anna = bed.person("Anna Berg").email("anna@berg.example").with("language", "da").save();
        let petra = bed.person("Petra").email("petra@ek.example").with("language", "sv").save();
        for about in [anna, petra] {
            let starts = at(bed, 3, 10);
            bed.appointment("Prøve", starts).about("person", about).with("remind_customer", true).save();
        }
        turn_to(bed, at(bed, 2, 9).plus(MINUTE));
        let sent = letters(bed);
        let to = |address: &str| sent.iter().find(|(to, ..)| to == address).unwrap();
        let (_, subject, danish) = to("anna@berg.example");
        assert!(subject.starts_with("Vi ses ") && subject.contains("10.00"), "{subject}");
        assert!(danish.starts_with("Kære Anna Berg, vi glæder os til Prøve."), "{danish}");
        let (_, _, swedish) = to("petra@ek.example");
        assert!(!swedish.contains("Kære"), "{swedish}");
        // What is emptied is ours again.
        ivan.post(here, &[("language", "da"), ("subject", ""), ("lead", "")]).is(303);
        ivan.get("/settings/letters").hides("Dansk");
    });
}
