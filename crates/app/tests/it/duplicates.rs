//! Duplicates: found by a scan, decided about one after the other, remembered, and warned of on entry.

use kernel::Id;
use records::{
    duplicates::{self, State},
    object::object,
};
use testbed::{Testbed, on_each_database};

fn compare(bed: &Testbed) {
    bed.db().write(&bed.mia().scope(), duplicates::scan_all).unwrap();
    bed.run_jobs();
}

fn pairs(bed: &Testbed, state: State) -> Vec<(Id, Id)> {
    let found = bed.read(|cx| duplicates::found(cx, &*object(cx, "person")?, state, 100));
    found.into_iter().map(|pair| (pair.one, pair.other)).collect()
}

fn two(bed: &Testbed) -> (Id, Id) {
    let one = bed.person("William Baker").email("bill@baker.example").phone("+4531425510").save();
    let other = bed.person("Bill Baker").email("bill@baker.example").save();
    bed.person("Bo Holm").email("bo@holm.example").save();
    (one.min(other), one.max(other))
}

#[test]
fn the_scan_finds_who_is_the_same_and_says_why() {
    on_each_database(|bed| {
        let (one, other) = two(bed);
        compare(bed);
        assert_eq!(pairs(bed, State::Open), [(one, other)]);
        let page = bed.mia().get("/duplicates").shows("same e-mail address bill@baker.example");
        assert!(page.contains("everyday name of the same name") && page.contains("William Baker"));
        bed.mia().get("/duplicates?of=company").shows("No duplicates to decide about");
        bed.rita().get("/duplicates").is(403);
    });
}

#[test]
fn what_is_not_a_duplicate_is_remembered_and_can_be_taken_back() {
    on_each_database(|bed| {
        let (one, other) = two(bed);
        compare(bed);
        let (a, b) = (one.to_string(), other.to_string());
        let form = |to: &'static str| {
            vec![("of", "person".to_owned()), ("one", a.clone()), ("other", b.clone()), ("to", to.to_owned())]
        };
        let decide = |to: &'static str| {
            let form = form(to);
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            bed.mia().post("/duplicates/decide", &form)
        };
        let answer = decide("apart");
        assert!(answer.toast().contains("/duplicates/decide?of=person"), "{}", answer.toast());
        bed.advance(kernel::clock::DAY);
        compare(bed);
        assert_eq!((pairs(bed, State::Open), pairs(bed, State::Apart)), (vec![], vec![(one, other)]));
        bed.mia().get("/duplicates?of=person&state=apart").shows("Ask again");
        bed.mia().post(&format!("/duplicates/decide?of=person&one={a}&other={b}&to=open"), &[]);
        assert_eq!(pairs(bed, State::Open), [(one, other)]);
        decide("later");
        assert_eq!(pairs(bed, State::Later), [(one, other)]);
        assert_eq!(decide("gone").status, 422);
    });
}

#[test]
fn a_pair_is_merged_where_it_stands_and_the_next_one_follows() {
    on_each_database(|bed| {
        let (one, other) = two(bed);
        compare(bed);
        let (a, b) = (one.to_string(), other.to_string());
        let back = "/duplicates?of=person&state=open";
        let form = [("id", a.as_str()), ("id", b.as_str()), ("survivor", a.as_str()), ("back", back)];
        let answer = bed.mia().post("/people/merge", &form);
        assert_eq!(answer.location(), back);
        bed.mia().get(back).shows("No duplicates to decide about");
        assert!(pairs(bed, State::Open).is_empty(), "a card that was merged away is no pair");
        let set = bed.read(|cx| Ok(records::changes::recent(cx, None, 1)?[0].id));
        bed.mia().post(&format!("/changes/{set}/undo"), &[]);
        assert_eq!(pairs(bed, State::Open), [(one, other)], "the merge undone");
    });
}

#[test]
fn whoever_enters_a_card_is_told_who_may_be_the_same() {
    on_each_database(|bed| {
        bed.person("Søren Kjær").email("soren@kjaer.example").save();
        let entered = [("name", "Soeren Kjaer"), ("emails.0.address", "soren@kjaer.example")];
        let answer = bed.mia().post("/people", &entered).is(409);
        assert!(answer.contains("same name"), "{}", answer.text());
        // Spouses may share an address: told, and not held up.
        let answer =
            bed.mia().post("/people", &[("name", "Ida Kjær"), ("emails.0.address", "soren@kjaer.example")]);
        assert!(answer.status == 409 && answer.contains("same e-mail address"));
    });
}
