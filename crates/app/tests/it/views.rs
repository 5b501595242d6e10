//! How a list is shown, and what is saved of it: views, groups, totals, boards, calendars, and what is done to many cards.

use records::{
    Filter, Operator, Query,
    bulk::{self, Bulk, Deed, Relation, Which},
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
        let mut groups = bed
            .read(|cx| {
                query::groups(
                    cx,
                    &object(cx, "person")?,
                    &Query::default(),
                    "source",
                    &[wanted(Aggregate::Max)],
                )
            })
            .groups;
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

#[test]
fn many_cards_are_related_with_one_after_a_look_and_undone_as_one() {
    on_each_database(|bed| {
        people(bed);
        let berg = bed.company("Berg Marine").save();
        let (mia, to) = (bed.mia(), format!("company:{berg}"));
        let employees = |role: &str| {
            let role = Filter::field("@role", Operator::Contains, &[role]);
            let filter = Filter::has("relation:works_at", role);
            bed.read(|cx| {
                query::count(cx, &object(cx, "person")?, &Query { filter, ..Query::default() }, 100)
            })
        };
        let all = [("all", "1"), ("filter", ""), ("words", "")];
        let with = |more: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
            all.iter().chain(more).map(|(name, value)| (*name, (*value).to_owned())).collect()
        };
        let post = |path: &str, pairs: &[(&'static str, String)]| {
            let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
            bed.mia().post(path, &pairs)
        };
        post("/people/bulk", &with(&[("do", "relate")])).is(200).shows("Relate 4 cards").shows("Works at");
        let step = [("deed", "relate"), ("how", "add"), ("step", "relation:works_at")];
        post("/people/bulk/preview", &with(&step)).is(200).shows("Role");
        let mut deed = step.to_vec();
        deed.push(("ready", "1"));
        post("/people/bulk/preview", &with(&deed)).is(200).shows("Role").hides("Nothing has changed yet");
        deed.extend([("to", to.as_str()), ("role", "Captain")]);
        post("/people/bulk/preview", &with(&deed))
            .is(200)
            .shows("Nothing has changed yet")
            .shows("Works at · Berg Marine · Captain");
        assert_eq!(employees(""), 0);
        let done = post("/people/bulk/do", &with(&deed)).is(303);
        assert!(done.toast().contains("4"), "{}", done.toast());
        assert_eq!(employees("Captain"), 4);
        // Once more changes nothing.
        post("/people/bulk/preview", &with(&deed)).shows("stays the same");
        let again = post("/people/bulk/do", &with(&deed)).is(303);
        assert!(again.toast().contains('0'), "{}", again.toast());
        let undo = done.toast();
        let undo = undo.split('"').find(|part| part.starts_with("/changes/")).expect("an undo").to_owned();
        let removal =
            [("deed", "relate"), ("how", "remove"), ("step", "relation:works_at"), ("to", to.as_str())];
        let mut wrong_role = removal.to_vec();
        wrong_role.push(("role", "Cook"));
        post("/people/bulk/do", &with(&wrong_role)).is(303);
        assert_eq!(employees("Captain"), 4, "only relations with the role are taken away");
        let removed = post("/people/bulk/do", &with(&removal)).is(303).toast();
        assert_eq!(employees(""), 0);
        let back = removed.split('"').find(|part| part.starts_with("/changes/")).expect("an undo").to_owned();
        mia.post(&back, &[]).is(303);
        assert_eq!(employees("Captain"), 4);
        mia.post(&undo, &[]).is(303);
        assert_eq!(employees(""), 0);
        // A card that is not seen cannot be related with; who only reads relates nothing.
        let mut unseen = step.to_vec();
        let nobody = format!("company:{}", kernel::Id::NIL);
        unseen.extend([("to", nobody.as_str())]);
        post("/people/bulk/do", &with(&unseen)).is(404);
        let pairs = with(&deed);
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        bed.rita().post("/people/bulk/do", &pairs).is(403);
    });
}

#[test]
fn very_many_cards_are_related_by_a_job_and_undone_as_one() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        for number in 0..510 {
            bed.person(&format!("Person {number}")).save();
        }
        let relation = Relation {
            kind: "works_at".to_owned(),
            forth: true,
            object: "company".to_owned(),
            card: berg,
            role: "Captain".to_owned(),
        };
        let bulk = Bulk {
            object: "person".to_owned(),
            which: Which::All { filter: String::new(), words: String::new() },
            deed: Deed::Relate(relation),
        };
        let (_, set) = bed.db().write(&bed.mia().scope(), |tx| bulk::begin(tx, bulk)).unwrap();
        bed.run_jobs();
        let related = || {
            let filter = Filter::has("relation:works_at", Filter::default());
            bed.read(|cx| {
                query::count(cx, &object(cx, "person")?, &Query { filter, ..Query::default() }, 1000)
            })
        };
        assert_eq!(related(), 510);
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(related(), 0);
    });
}

#[test]
fn all_cards_that_match_are_printed_not_only_those_in_sight() {
    on_each_database(|bed| {
        let home =
            json!([{ "street": "Havnegade 1", "postal_code": "8000", "city": "Aarhus", "country": "DK" }]);
        for number in 0..60 {
            bed.person(&format!("Person {number:02}"))
                .with("source", "web")
                .with("addresses", home.clone())
                .save();
        }
        bed.person("Somebody else").with("addresses", home).save();
        let filter = Filter::field("source", Operator::Is, &["web"]).written();
        let form: web::Form = [("all", "1"), ("filter", filter.as_str()), ("words", ""), ("sort", "-name")]
            .into_iter()
            .collect();
        let page = bed.mia().get(&format!("/print/person?{}", form.encode())).is(303).location();
        assert!(page.contains("filter=") && !page.contains("id="), "{page}");
        bed.mia().open(&page).shows("60 labels");
        let chosen = bed.mia().get("/print/person?id=1&id=2&filter=x").is(303).location();
        assert!(chosen.contains("id=1&id=2") && !chosen.contains("filter"), "{chosen}");
    });
}
