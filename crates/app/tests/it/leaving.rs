//! Somebody leaves, and what they are responsible for goes to a colleague, in one change that can be taken back.

use kernel::Id;
use records::{changes, object, record};
use testbed::{Browser, Testbed, on_each_database};

fn user_in(bed: &Testbed, object: &str, record: Id, field: &str) -> String {
    bed.read(|cx| {
        let object = object::object(cx, object)?;
        Ok(record::find(cx, &object, record)?.get(field).as_str().unwrap_or_default().to_owned())
    })
}

fn remove(browser: &Browser, user: Id, to: Option<Id>) -> testbed::Answer {
    let to = to.map(|id| id.to_string()).unwrap_or_default();
    browser.post(&format!("/settings/members/{user}/remove"), &[("to", &to)])
}

#[test]
fn cards_and_open_tasks_go_to_a_colleague_and_come_back_by_undo() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        // More than one step of the job.
        let people: Vec<Id> =
            (0..120).map(|number| bed.person(&format!("Anna {number}")).by(&sven).save()).collect();
        let company = bed.company("Berg Marine").by(&sven).save();
        let other = bed.person("Bo Dahl").by(&ivan).save();
        let open = bed.task("Send the offer").by(&sven).save();
        let done = bed.task("Sent").by(&sven).with("done_at", "2020-01-01T10:00:00Z").save();
        let now = bed.db().clock().now();
        let planned = bed.appointment("Sea trial", now).by(&sven).save();
        let held = bed.appointment("Visit", now).with("state", "held").by(&sven).save();
        let call = bed.call(other, "reached").by(&sven).save();
        let owner = |person: Id| user_in(bed, "person", person, "owner");

        let page = ivan.get(&format!("/settings/members/{}/remove", sven.user));
        page.shows("People 120").shows("Companies 1").shows("Tasks 1").shows("Appointments 1");
        let left = remove(&ivan, sven.user, Some(bed.mia().user)).is(303);
        assert!(sven.get("/people").location().starts_with("/sign-in"));
        bed.run_jobs();

        let (mia, svens) = (bed.mia().user.to_string(), sven.user.to_string());
        assert!(people.iter().all(|person| owner(*person) == mia));
        assert_eq!(user_in(bed, "company", company, "owner"), mia);
        assert_eq!(user_in(bed, "task", open, "assignee"), mia);
        assert_eq!(user_in(bed, "task", done, "assignee"), svens, "what is done stays theirs");
        assert_eq!(user_in(bed, "appointment", planned, "owner"), mia);
        assert_eq!(user_in(bed, "appointment", held, "owner"), svens);
        assert_eq!(user_in(bed, "call", call, "owner"), svens, "who talked stays who talked");
        assert_eq!(owner(other), ivan.user.to_string());

        let undo = left.toast();
        let set: Id = undo.split("/changes/").nth(1).map(|rest| &rest[..32]).unwrap().parse().unwrap();
        assert_eq!(bed.read(|cx| changes::find(cx, set)).touched, 123);
        ivan.get("/history").shows("Handed over: Sven Ek → Mia Berg");
        ivan.post(&format!("/changes/{set}/undo"), &[]).is(303);
        assert!(people.iter().all(|person| owner(*person) == svens));
        assert_eq!(user_in(bed, "task", open, "assignee"), svens);
    });
}

#[test]
fn somebody_who_stays_or_has_left_hands_over_too() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let anna = bed.person("Anna Berg").by(&sven).save();
        let address = format!("/settings/members/{}/hand-over", sven.user);
        let hand_over = |to: String| ivan.post(&address, &[("to", &to)]);
        assert_eq!(hand_over(sven.user.to_string()).status, 422, "not to themselves");
        assert_eq!(hand_over(anna.to_string()).status, 404);
        ivan.post_on(&address, &[("to", "")]).shows("Everything stays with Sven Ek");
        remove(&ivan, sven.user, None).is(303);
        ivan.get(&address).shows("People 1");
        ivan.post_on(&address, &[("to", &ivan.user.to_string())]).shows("Being handed over");
        bed.run_jobs();
        assert_eq!(user_in(bed, "person", anna, "owner"), ivan.user.to_string());
        ivan.get(&address).shows("is responsible for no card");
    });
}

#[test]
fn what_was_undone_meanwhile_is_not_handed_over() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let anna = bed.person("Anna Berg").by(&sven).save();
        let left = remove(&ivan, sven.user, Some(ivan.user)).is(303);
        let set = left.toast().split("/changes/").nth(1).map(|rest| rest[..32].to_owned()).unwrap();
        ivan.post(&format!("/changes/{set}/undo"), &[]).is(303);
        bed.run_jobs();
        assert_eq!(user_in(bed, "person", anna, "owner"), sven.user.to_string());
    });
}
