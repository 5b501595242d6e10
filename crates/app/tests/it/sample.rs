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

const SOLD: [&str; 8] =
    ["product", "price_list", "price", "quote", "order", "delivery", "invoice", "payment"];

#[test]
fn the_sample_comes_and_goes_with_one_click_each() {
    on_each_database(|bed| {
        let own = bed.person("Own Card").save();
        bed.mia().post("/sample", &[]).is(303);
        bed.mia().post("/sample", &[]).is(303);
        bed.run_jobs();
        assert_eq!((count(bed, "person"), count(bed, "company"), count(bed, "household")), (2001, 300, 150));
        assert!(count(bed, "call") + count(bed, "note") + count(bed, "task") > 5500);
        assert_eq!((count(bed, "product"), count(bed, "quote"), count(bed, "order")), (18, 30, 9));
        assert_eq!(count(bed, "invoice"), 26, "with the credit note");
        for (object, state, least) in [
            ("quote", "draft", 3),
            ("quote", "sent", 6),
            ("quote", "opened", 5),
            ("quote", "accepted", 9),
            ("quote", "declined", 4),
            ("quote", "expired", 3),
            ("order", "part_delivered", 2),
            ("order", "open", 2),
            ("order", "delivered", 2),
            ("invoice", "issued", 3),
            ("invoice", "part_paid", 1),
            ("invoice", "paid", 7),
            ("invoice", "credited", 1),
        ] {
            let filter = records::Filter::field("state", records::Operator::Is, &[state]);
            let query = Query { filter, ..Query::default() };
            let found = bed.read(|cx| query::count(cx, &object::object(cx, object)?, &query, 100));
            assert!(found >= least, "{found} of {object} {state}");
        }
        assert!(has_sample(bed));
        bed.mia().get("/people").is(200);
        bed.mia().get("/invoices").is(200);
        bed.mia().get("/today").is(200);

        bed.mia().post("/sample/remove", &[]).is(303);
        bed.run_jobs();
        for object in ["company", "household", "call", "note", "task"].into_iter().chain(SOLD) {
            assert_eq!(count(bed, object), 0, "no {object} is left");
        }
        assert_eq!(count(bed, "person"), 1);
        for object in ["person", "company", "household", "call", "note", "task"].into_iter().chain(SOLD) {
            let thrown_away = Query { trashed: true, ..Query::default() };
            let left = bed.read(|cx| query::count(cx, &object::object(cx, object)?, &thrown_away, 10));
            assert_eq!(left, 0, "no {object} lies in the trash");
        }
        let history = bed.read(|cx| records::changes::recent(cx, None, 100));
        assert_eq!(history.len(), 1, "only that of the own card: {history:?}");
        bed.mia().get(&format!("/people/{own}")).shows("Own Card");
        assert!(!has_sample(bed));
        assert_eq!(bed.mia().post("/sample/remove", &[]).status, 404);
        // The first invoice of theirs is number one.
        let series = bed.read(|cx| cx.query("SELECT series FROM number_series", &[]));
        assert!(series.is_empty(), "{}", series.len());
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

#[test]
fn an_invoice_of_the_sample_that_somebody_was_paid_stays_with_what_belongs_to_it() {
    let bed = Testbed::new(Database::Sqlite);
    bed.mia().post("/sample", &[]).is(303);
    bed.run_jobs();
    let open = bed.read(|cx| {
        let all = [("state", records::Operator::Is, vec!["part_paid"])];
        let filter = all.map(|(field, operator, values)| records::Filter::field(field, operator, &values));
        let query = Query { filter: records::Filter::All(filter.to_vec()), ..Query::default() };
        Ok(query::page(cx, &object::object(cx, "invoice")?, &query, &["company", "paid"], 1)?
            .records
            .remove(0))
    });
    let company = records::field::as_id(open.get("company")).unwrap();
    bed.write(|tx| {
        let mut set = records::ChangeSet::new(tx, "change-created");
        let currency = open.get("paid")["currency"].clone();
        let values = serde_json::json!({
            "about": format!("invoice:{}", open.id), "amount": { "minor": 100, "currency": currency },
        });
        let payment = object::object(tx, "payment")?;
        records::save::create(tx, &mut set, &payment, serde_json::from_value(values)?)?;
        set.close(tx)
    });
    bed.mia().post("/sample/remove", &[]).is(303);
    bed.run_jobs();
    // The invoice with both payments, and whom it is for.
    assert_eq!((count(&bed, "invoice"), count(&bed, "payment"), count(&bed, "company")), (1, 2, 1));
    let kept = bed.read(|cx| records::record::find(cx, &open.object, open.id));
    let paid = |record: &records::Record| record.get("paid")["minor"].as_i64().unwrap();
    assert_eq!((kept.text("state"), paid(&kept)), ("part_paid", paid(&open) + 100));
    bed.mia().get(&format!("/invoices/{}", open.id)).is(200);
    bed.mia().get(&format!("/companies/{company}")).is(200);
}
