//! Duplicates: found by a scan, decided about one after the other, remembered, and warned of on entry.

use kernel::Id;
use records::{
    ChangeSet, Json,
    duplicates::{self, State},
    field::reference,
    object::object,
    save,
};
use serde_json::json;
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

/// What stands beside the key by which namesakes of a card are found, without its form; nothing when there is no such key.
fn known(bed: &Testbed, card: Id) -> Option<String> {
    let sql = "SELECT detail FROM lookups WHERE workspace_id = ?1 AND kind = 'sound' AND record_id = ?2";
    let rows = bed.read(|cx| cx.query(sql, &[cx.workspace().into(), card.into()]));
    assert!(rows.len() <= 1);
    rows.first().map(|row| row.text(0).to_owned())
}

#[test]
fn what_is_known_of_namesakes_follows_their_cards() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Holm").phone("+4531425510").save();
        let says = |part: &str| known(bed, anna).is_some_and(|known| known.contains(part));
        assert!(says("4531425510") && says("holm"));
        let edit = |field: &str, value: Json| {
            bed.write(|tx| {
                let mut set = ChangeSet::new(tx, "change-edited");
                let values = save::Values::from_iter([(field.to_owned(), value)]);
                save::edit(tx, &mut set, &object(tx, "person")?, anna, values, &serde_json::Map::new())?;
                set.close(tx)
            });
        };
        edit("birthday", "1980-04-02".into());
        assert!(says("1980-04-02"));
        edit("company", reference::reference("company", berg));
        assert!(says(&berg.to_string()));
        let before = known(bed, anna);
        edit("about", "Likes boats".into());
        assert_eq!(known(bed, anna), before);
        edit("name", json!({ "given": "Johanna", "family": "Berg" }));
        assert!(says("johana") && !says("holm"), "{:?}", known(bed, anna));
        // A namesake with the same birthday and nothing else is told of; one with another is not.
        let alike = |birthday: &str| {
            let values = json!({ "name": { "given": "Johanna", "family": "Berg" }, "birthday": birthday });
            let values = values.as_object().unwrap().clone().into_iter().collect();
            bed.read(|cx| duplicates::of(cx, &object(cx, "person")?, &values, None)).len()
        };
        assert_eq!((alike("1980-04-02"), alike("1955-01-28")), (1, 0));
        // From before there were any: read from the card, until the next scan writes it down.
        let stands = known(bed, anna);
        let forget = "UPDATE lookups SET detail = '' WHERE workspace_id = ?1";
        bed.write(|tx| tx.execute(forget, &[tx.workspace().into()]));
        assert_eq!((alike("1980-04-02"), alike("1955-01-28")), (1, 0));
        compare(bed);
        assert_eq!(known(bed, anna), stands);
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-trashed");
            save::trash(tx, &mut set, &object(tx, "person")?, anna)?;
            set.close(tx)
        });
        assert_eq!((known(bed, anna), alike("1980-04-02")), (None, 0));
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

/// Night falls, and passes.
fn at_night(bed: &Testbed) {
    bed.advance(kernel::clock::DAY);
    let system = kernel::Scope::system(bed.mia().workspace);
    bed.db().write(&system, duplicates::scan_all).unwrap();
    bed.run_jobs();
}

fn merge_at_night(bed: &Testbed) {
    bed.sven().post("/settings/workspace/duplicates", &[("at_night", "merge")]).is(403);
    bed.ivan().post("/settings/workspace/duplicates", &[("at_night", "merge")]).is(303);
    bed.ivan().get("/settings/workspace").shows("Merge them at night");
}

fn living(bed: &Testbed, ids: &[Id]) -> usize {
    let found = bed.read(|cx| records::record::find_many(cx, &object(cx, "person")?, ids));
    found.values().filter(|record| record.trashed_at.is_none()).count()
}

fn surely_one(bed: &Testbed) -> [Id; 3] {
    let bill = || bed.person("William Baker").email("bill@baker.example").phone("+4531425510");
    let ids = [
        bill().save(),
        bill().with("job_title", "Baker").save(),
        bed.person("Bill Baker").email("bill@baker.example").phone("+4531425510").save(),
    ];
    bed.person("Bo Holm").email("bo@holm.example").save();
    ids
}

#[test]
fn what_surely_is_one_is_merged_at_night_where_that_is_wanted() {
    on_each_database(|bed| {
        let ids = surely_one(bed);
        at_night(bed);
        assert_eq!(living(bed, &ids), 3, "nobody wished it");
        merge_at_night(bed);
        compare(bed);
        assert_eq!(living(bed, &ids), 3, "somebody compares by day");
        at_night(bed);
        assert_eq!(living(bed, &ids), 1);
        let page = bed.mia().get("/duplicates?of=person&state=merged");
        assert!(page.contains("2 cards became part of it") && page.contains("Baker"), "{}", page.text());
        bed.mia().get("/duplicates?of=company").hides("Merged at night");
        let set = bed.read(|cx| {
            let merges = duplicates::night::lately(cx, &object(cx, "person")?, 10)?;
            assert_eq!((merges.len(), merges[0].cards, merges[0].merged.len()), (1, 2, 2));
            Ok(merges[0].set)
        });
        bed.mia().post(&format!("/changes/{set}/undo"), &[]);
        assert_eq!(living(bed, &ids), 3);
        bed.mia().get("/duplicates").hides("Merged at night");
        at_night(bed);
        assert_eq!(living(bed, &ids), 3, "what was taken back is left to people");
    });
}

#[test]
fn all_that_was_merged_at_night_is_taken_back_at_once() {
    on_each_database(|bed| {
        let ids = surely_one(bed);
        let more = ["Ida Dahl", "Ida Dahl"]
            .map(|name| bed.person(name).email("ida@dahl.example").phone("+4531425599").save());
        merge_at_night(bed);
        at_night(bed);
        assert_eq!((living(bed, &ids), living(bed, &more)), (1, 1));
        bed.mia().post("/duplicates/undo-nights", &[("of", "person")]).is(303);
        bed.run_jobs();
        assert_eq!((living(bed, &ids), living(bed, &more)), (3, 2));
    });
}

#[test]
fn what_people_have_to_settle_is_not_merged_at_night() {
    on_each_database(|bed| {
        merge_at_night(bed);
        let bill = || bed.person("William Baker").email("bill@baker.example").phone("+4531425510");
        let decided = [bill().save(), bill().save()];
        bed.db().write(&bed.mia().scope(), duplicates::scan_all).unwrap();
        bed.run_jobs();
        bed.write(|tx| {
            let person = object(tx, "person")?;
            duplicates::decide(tx, &person, (decided[0], decided[1]), State::Apart)
        });
        let ida = || bed.person("Ida Dahl").email("ida@dahl.example").phone("+4531425599");
        let owned = [
            ida().with("owner", bed.mia().user.to_string()).save(),
            ida().with("owner", bed.sven().user.to_string()).save(),
        ];
        let jens = || bed.person("Jens Lund").email("jens@lund.example").phone("+4531425588");
        let wished = [("phone", "asked"), ("email", "asked")];
        let wished = wished.map(|(channel, reason)| {
            jens().with("do_not_contact", json!([{ "channel": channel, "reason": reason }])).save()
        });
        let eva = || bed.person("Eva Toft").email("eva@toft.example").phone("+4531425577");
        let once = [eva().save(), eva().with("do_not_contact", json!([{ "channel": "phone" }])).save()];
        at_night(bed);
        assert_eq!([&decided, &owned, &wished].map(|ids| living(bed, ids)), [2, 2, 2]);
        assert_eq!(living(bed, &once), 1);
        let kept = bed.read(|cx| records::record::find_many(cx, &object(cx, "person")?, &once));
        let kept = kept.values().find(|record| record.trashed_at.is_none()).unwrap();
        assert!(
            kept.get("do_not_contact").to_string().contains("phone"),
            "what one of them forbids stays forbidden"
        );
    });
}
