//! The sample data: one click brings it, one takes it away, and what people made themselves stays.

use identity::workspaces;
use kernel::Cx;
use records::{Query, object, query};
use testbed::{Database, Testbed, on_each_database};

fn count(bed: &Testbed, name: &str) -> u64 {
    let of = |cx: &Cx| query::count(cx, &object::object(cx, name)?, &Query::default(), 10_000);
    bed.read(of)
}

fn has_sample(bed: &Testbed) -> bool {
    bed.read(|cx| workspaces::setting::<serde_json::Value>(cx, "sample")).is_some()
}

#[test]
fn the_sample_comes_and_goes_with_one_click_each() {
    on_each_database(|bed| {
        let own = bed.person("Own Card").save();
        bed.mia().post("/sample", &[]).is(303);
        bed.mia().post("/sample", &[]).is(303);
        bed.run_jobs();
        assert_eq!((count(bed, "person"), count(bed, "company"), count(bed, "household")), (2001, 300, 150));
        assert!(count(bed, "call") + count(bed, "note") + count(bed, "task") > 5500);
        assert!(has_sample(bed));
        bed.mia().get("/people").is(200);
        bed.mia().get("/today").is(200);

        bed.mia().post("/sample/remove", &[]).is(303);
        bed.run_jobs();
        for object in ["company", "household", "call", "note", "task"] {
            assert_eq!(count(bed, object), 0, "no {object} is left");
        }
        assert_eq!(count(bed, "person"), 1);
        for object in ["person", "company", "household", "call", "note", "task"] {
            let thrown_away = Query { trashed: true, ..Query::default() };
            let left = bed.read(|cx| query::count(cx, &object::object(cx, object)?, &thrown_away, 10));
            assert_eq!(left, 0, "no {object} lies in the trash");
        }
        let history = bed.read(|cx| records::changes::recent(cx, None, 100));
        assert_eq!(history.len(), 1, "only that of the own card: {history:?}");
        bed.mia().get(&format!("/people/{own}")).shows("Own Card");
        assert!(!has_sample(bed));
        assert_eq!(bed.mia().post("/sample/remove", &[]).status, 404);
        let members = bed.read(identity::members::active);
        assert_eq!(members.len(), 4, "the colleagues of the sample have left");
    });
}

#[test]
fn a_card_of_the_sample_that_somebody_changed_is_theirs() {
    // Undo is tested on both databases where it lives; here it is enough to ask one.
    let bed = Testbed::new(Database::Sqlite);
    bed.mia().post("/sample", &[]).is(303);
    bed.run_jobs();
    let first = bed.mia().get("/people").ids("/people/")[0].clone();
    let changed = bed
        .sven()
        .post(&format!("/people/{first}/fields/nickname"), &[("nickname", "Mine"), ("seen", "null")]);
    assert!(changed.status < 400, "{}", changed.status);
    bed.mia().post("/sample/remove", &[]).is(303);
    bed.run_jobs();
    assert_eq!(count(&bed, "person"), 1);
    bed.mia().get(&format!("/people/{first}")).shows("Mine");
}
