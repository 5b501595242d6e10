//! How a list is shown, and what is saved of it: views, groups, totals, boards, calendars, and what is done to many cards.

use records::{
    Filter, Operator, Query,
    bulk::{self, Bulk, Deed, Which},
    object::object,
    query::{self, Aggregate, Total, Wanted},
    record, undo,
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn people(bed: &Testbed) {
    for (name, rating, source) in
        [("Anna Berg", 5, "web"), ("Bo Dal", 3, "web"), ("Ida Ek", 1, "fair"), ("Eva Fog", 0, "")]
    {
        let person = bed.person(name);
        let person = if rating > 0 { person.with("rating", rating) } else { person };
        if source.is_empty() {
            person.save()
        } else {
            person.with("source", source).save()
        };
    }
}

#[test]
fn totals_and_groups_are_computed_under_the_filter() {
    on_each_database(|bed| {
        people(bed);
        let wanted = |aggregate| Wanted { field: "rating".to_owned(), aggregate };
        let all = [Aggregate::Min, Aggregate::Max, Aggregate::Filled, Aggregate::Share].map(wanted);
        let (count, totals) =
            bed.read(|cx| query::totals(cx, &object(cx, "person")?, &Query::default(), &all));
        assert_eq!(count, 4);
        let value = |number: i64| Total::Value(json!(number));
        assert_eq!(totals, [value(1), value(5), Total::Count(3), Total::Percent(75.0)]);
        let web = Query { filter: Filter::field("source", Operator::Is, &["web"]), ..Query::default() };
        let (count, totals) = bed.read(|cx| query::totals(cx, &object(cx, "person")?, &web, &all[..1]));
        assert_eq!((count, totals), (2, vec![value(3)]));
        let mut groups = bed.read(|cx| {
            query::groups(cx, &object(cx, "person")?, &Query::default(), "source", &[wanted(Aggregate::Max)])
        });
        groups.sort_by_key(|group| group.value.to_string());
        let found: Vec<(String, i64)> =
            groups.iter().map(|group| (group.value.to_string(), group.count)).collect();
        assert_eq!(found, [("\"fair\"".to_owned(), 1), ("\"web\"".to_owned(), 2), ("null".to_owned(), 1)]);
        bed.mia()
            .open("/people?group=source&totals=rating:max&columns=name,rating")
            .shows("class=\"group\"")
            .shows("4 in all");
    });
}

#[test]
fn a_view_is_saved_for_oneself_or_everybody_and_has_an_address_of_its_own() {
    on_each_database(|bed| {
        people(bed);
        let (mia, sven) = (bed.mia(), bed.sven());
        let mine =
            [("name", "Web people"), ("scope", "private"), ("address", "group=source&totals=rating:max")];
        let address = mia.post("/people/views", &mine).is(303).location();
        mia.open(&address).shows("Web people").shows("class=\"group\"");
        sven.get(&address).is(404);
        sven.open("/people").hides("Web people");
        let id = address.rsplit('=').next().unwrap().to_owned();
        let to_all = [("name", "Everybody's"), ("scope", "all")];
        sven.post(&format!("/views/{id}"), &to_all).is(404);
        mia.post(&format!("/views/{id}"), &to_all).is(303);
        sven.open(&address).shows("Everybody").shows("class=\"group\"");
        sven.post(&format!("/views/{id}/delete"), &[]).is(403);
        sven.post(&format!("/views/{id}/favourite?on=1"), &[]).is(303);
        sven.open("/today").shows("Favourites");
        mia.open("/today").hides("Favourites");
        // What everybody sees first, and back again.
        mia.post(&format!("/views/{id}/default?on=1"), &[]).is(303);
        sven.open("/people").shows("class=\"group\"");
        sven.open("/people?view=all").hides("class=\"group\"");
        mia.post(&format!("/views/{id}/delete"), &[]).is(303);
        sven.open("/people").hides("class=\"group\"");
        mia.post(&format!("/views/{id}/restore"), &[]).is(303);
        sven.open("/people").shows("class=\"group\"");
        mia.post("/people/views", &[("name", ""), ("scope", "private"), ("address", "")]).is(303);
        bed.olga().get(&address).is(404);
    });
}

#[test]
fn a_board_has_a_column_for_each_value_and_a_calendar_the_days_of_a_month() {
    on_each_database(|bed| {
        people(bed);
        let mia = bed.mia();
        mia.open("/people?as=board&by=rating").shows("k-board").shows("Anna Berg").shows("★★★★★");
        let anna = mia.open("/people?as=board&by=rating").ids("/people/")[0].clone();
        mia.open(&format!("/people/{anna}"));
        bed.task("Call the bank").with("due_at", json!(1_732_262_400_000_000_i64)).save();
        mia.open("/tasks?as=calendar&date=due_at&month=2024-11")
            .shows("Call the bank")
            .shows("November 2024");
        mia.open("/tasks?as=calendar&date=due_at&month=2024-12").hides("Call the bank");
        mia.open("/tasks?as=calendar&month=nonsense").shows("class=\"month\"");
    });
}

#[test]
fn many_cards_are_changed_after_a_look_and_undone_as_one() {
    on_each_database(|bed| {
        people(bed);
        let mia = bed.mia();
        let all = [("all", "1"), ("filter", ""), ("words", ""), ("do", "edit")];
        mia.post_on("/people/bulk", &all).shows("Change 4 cards");
        let form =
            [("all", "1"), ("filter", ""), ("words", ""), ("field", "tags"), ("how", "add"), ("tags", "vip")];
        let ready: Vec<_> = form.iter().copied().chain([("ready", "1")]).collect();
        mia.post_on("/people/bulk/preview", &ready).shows("Nothing has changed yet").shows("vip");
        mia.open("/people").hides("vip");
        mia.post("/people/bulk/do", &form).is(303);
        let tagged = |bed: &Testbed| {
            let query = Query { filter: Filter::field("tags", Operator::Is, &["vip"]), ..Query::default() };
            bed.read(|cx| query::count(cx, &object(cx, "person")?, &query, 100))
        };
        assert_eq!(tagged(bed), 4);
        let set = bed.read(|cx| {
            let row = cx.query_one(
                "SELECT id FROM change_sets WHERE workspace_id = ?1 ORDER BY id DESC LIMIT 1",
                &[cx.workspace().into()],
            )?;
            row.unwrap().get(0)
        });
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(tagged(bed), 0);
        bed.sven().post("/people/bulk/do", &[("field", "tags"), ("tags", "x")]).is(422);
    });
}

#[test]
fn very_many_cards_are_changed_by_a_job_as_one_set() {
    on_each_database(|bed| {
        let ids: Vec<_> = (0..520).map(|number| bed.company(&format!("Company {number}")).save()).collect();
        let bulk = Bulk {
            object: "company".to_owned(),
            which: Which::All { filter: String::new(), words: String::new() },
            deed: Deed::Set { field: "employees".to_owned(), value: json!(7) },
        };
        let (_, set) = bed.db().write(&bed.mia().scope(), |tx| bulk::begin(tx, bulk)).unwrap();
        assert_eq!(bed.run_jobs(), 1);
        let employees =
            |id| bed.read(|cx| Ok(record::find(cx, &object(cx, "company")?, id)?.get("employees").clone()));
        assert_eq!((employees(ids[0]), employees(ids[519])), (json!(7), json!(7)));
        // Nobody waits for the undo of many.
        bed.mia().post(&format!("/changes/{set}/undo"), &[]).is(303);
        assert_eq!(employees(ids[0]), json!(7));
        assert_eq!(bed.run_jobs(), 1);
        assert!(employees(ids[0]).is_null() && employees(ids[519]).is_null());
    });
}
