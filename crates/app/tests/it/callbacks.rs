//! The callbacks of the day as a queue.

use kernel::{Id, clock::HOUR};
use records::{Query, Record, object::object, query};
use testbed::{Testbed, on_each_database};

fn all(bed: &Testbed, key: &'static str) -> Vec<Record> {
    bed.read(|cx| Ok(query::page(cx, &object(cx, key)?, &Query::default(), &[], 50)?.records))
}

fn callback(bed: &Testbed, name: &str, hours: i64) -> (Id, Id) {
    let person = bed.person(name).phone("+4531425510").save();
    let due = bed.db().clock().now().plus(hours * HOUR);
    let task = bed
        .task(&format!("Call {name}"))
        .with("kind", "call_back")
        .with("due_at", due.micros())
        .about("person", person)
        .save();
    (person, task)
}

#[test]
fn one_keystroke_says_what_came_of_a_call_and_the_next_is_there() {
    on_each_database(|bed| {
        let mia = bed.mia();
        mia.get("/today/callbacks").shows("Everybody is called back");
        let (anna, first) = callback(bed, "Anna Berg", -3);
        let (_, second) = callback(bed, "Bo Holm", -2);
        let (_, third) = callback(bed, "Cem Kaya", -1);
        bed.task("No call").with("due_at", bed.db().clock().now().micros()).save();
        callback(bed, "Not today", 48);
        mia.get("/today").shows("Call one after another");
        let page = mia.get("/today/callbacks").shows("3 left").shows("data-key=\"1\"");
        assert!(
            page.text().contains("<h1>Anna Berg") || page.text().contains(">Anna Berg</h1>"),
            "{}",
            page.text()
        );
        let answer = |task: Id, outcome: &str| {
            mia.post(
                &format!("/today/callbacks/{task}"),
                &[("outcome", outcome), ("text", "Wants a sea trial")],
            )
        };
        let toast = answer(first, "reached").is(303).toast();
        assert!(toast.contains("Anna Berg: Reached") && toast.contains("undo"), "{toast}");
        let calls = all(bed, "call");
        assert_eq!(
            (calls.len(), calls[0].text("outcome"), calls[0].text("text")),
            (1, "reached", "Wants a sea trial")
        );
        assert_eq!(calls[0].get("about"), &serde_json::json!(format!("person:{anna}")));
        mia.get("/today/callbacks").shows("2 left").shows("Bo Holm");
        // Nobody there: it is logged, and tried again later today or tomorrow.
        answer(second, "no-answer").is(303);
        let again = all(bed, "task").into_iter().find(|task| task.id == second).unwrap();
        assert!(again.instant("due_at") > Some(bed.db().clock().now()) && again.get("done_at").is_null());
        assert_eq!(all(bed, "call").len(), 2);
        // Later is no call.
        mia.get(&format!("/today/callbacks?task={third}")).shows("Cem Kaya");
        answer(third, "later").is(303);
        assert_eq!(all(bed, "call").len(), 2);
        // What is done is not done twice, and what is none of these is nothing.
        answer(first, "reached").is(409);
        answer(second, "nonsense").is(404);
        bed.rita().post(&format!("/today/callbacks/{second}"), &[("outcome", "later")]).is(403);
        // One undo takes back the call and the promise kept.
        let set = bed.read(|cx| records::changes::recent(cx, None, 9));
        let reached =
            set.iter().find(|set| set.label == "change-called-back" && set.subject == "Anna Berg").unwrap();
        mia.post(&format!("/changes/{}/undo", reached.id), &[]).is(303);
        mia.get("/today/callbacks").shows("Anna Berg");
        bed.leave_jobs();
    });
}
