//! Calls and tasks: what their outcomes bring about, and who is warned before the next call.

use activities::task;
use kernel::{
    Id,
    clock::{DAY, SECOND},
};
use records::{ChangeSet, Record, object::object, query, record, timeline, undo};
use testbed::{Testbed, on_each_database};

fn card(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "person")?, id))
}

fn tasks(bed: &Testbed) -> Vec<Record> {
    bed.read(|cx| Ok(query::page(cx, &object(cx, "task")?, &query::Query::default(), &[], 50)?.records))
}

#[test]
fn a_call_back_is_promised_and_taken_back_with_the_call() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").phone("+4531425510").save();
        let at = bed.db().clock().now().plus(DAY);
        bed.call(anna, "call_back").with("call_back_at", at.micros()).save();
        let promised = tasks(bed);
        assert_eq!(promised.len(), 1);
        assert_eq!((promised[0].text("kind"), promised[0].instant("due_at")), ("call_back", Some(at)));
        assert!(promised[0].text("subject").contains("Anna Berg"));
        assert!(card(bed, anna).instant("last_talk_at").is_some());
        bed.mia().get(&format!("/people/{anna}")).shows("Anna Berg");
        let set = bed.read(|cx| records::changes::recent(cx, None, 1))[0].id;
        bed.write(|tx| undo::undo(tx, set));
        assert!(tasks(bed).is_empty(), "the promise goes with the call");
    });
}

#[test]
fn who_said_no_is_marked_everywhere_and_nobody_calls_unwarned() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        bed.call(anna, "do_not_call").with("text", "Never again").save();
        let entries = card(bed, anna).get("do_not_contact").clone();
        assert_eq!(entries[0]["channel"], "phone");
        assert_eq!(entries[0]["reason"], "Never again");
        let mia = bed.mia();
        let page = mia.get(&format!("/people/{anna}")).shows("Never again");
        assert!(page.contains(&format!("/people/{anna}/contact/phone")), "the button leads past the warning");
        mia.get(&format!("/people/{anna}/contact/phone")).shows("Never again");
        let list = mia.get("/people");
        assert!(list.contains("data-tone=\"stop\""));
        // Writing is still allowed.
        let bo = bed.person("Bo Holm").phone("+4531425511").save();
        bed.call(bo, "not_interested").save();
        assert_eq!(card(bed, bo).text("standing"), "not_interested");
    });
}

#[test]
fn a_colleague_s_contact_is_news_for_two_weeks() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").phone("+4531425510").save();
        bed.call(anna, "reached").with("text", "Wants a quote").save();
        let contact = format!("/people/{anna}/contact/phone");
        bed.sven().get(&contact).shows("Wants a quote").shows("Mia");
        bed.mia().get(&contact).hides("Wants a quote");
        bed.advance(15 * DAY);
        bed.sven().get(&contact).hides("Wants a quote");
    });
}

#[test]
fn a_repeating_task_comes_again_once_it_is_done() {
    on_each_database(|bed| {
        let now = bed.db().clock().now();
        let due = now.plus(-(now.micros() % SECOND));
        let first =
            bed.task("Water the plants").with("due_at", due.micros()).with("repeat", "FREQ=WEEKLY").save();
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-task-done");
            task::finish(tx, &mut set, first)?;
            set.close(tx)
        });
        let open: Vec<Record> = tasks(bed).into_iter().filter(|task| task.get("done_at").is_null()).collect();
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].instant("due_at"), Some(due.plus(7 * DAY)));
        assert_eq!(open[0].text("repeat"), "FREQ=WEEKLY");
        let refused = bed.mia().post("/composer/task", &[("about", ""), ("subject", "x")]);
        assert_eq!(refused.status, 404);
    });
}

#[test]
fn what_happens_with_a_person_stands_on_the_company_too() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(berg).save();
        let note = bed.note(anna, "Collects old sea charts").save();
        let on = |id: Id| bed.read(|cx| timeline::of_card(cx, id, None, 10));
        assert_eq!(on(anna)[0].record, note);
        assert_eq!(on(berg)[0].record, note);
        bed.mia().get(&format!("/companies/{berg}")).shows("Collects old sea charts");
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-trashed");
            records::save::trash(tx, &mut set, &object(tx, "note")?, note)?;
            set.close(tx)
        });
        assert!(on(berg).is_empty());
    });
}
