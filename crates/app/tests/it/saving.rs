//! The gate: what two people do to the same card, what is kept of it, and what is taken back.

use kernel::{Error, Id, Scope, clock::DAY};
use records::{
    ChangeSet, Json, Record, changes,
    object::object,
    past, record,
    save::{self, Edited, Values},
    undo,
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn edit(bed: &Testbed, scope: &Scope, person: Id, values: Json, seen: Json) -> (Edited, Id) {
    let edited = bed.db().write(scope, |tx| {
        let declared = object(tx, "person")?;
        let mut set = ChangeSet::new(tx, "change-edited");
        let edited = save::edit(tx, &mut set, &declared, person, map(values), &map(seen))?;
        set.close(tx)?;
        Ok((edited, set.id))
    });
    edited.unwrap()
}

fn map(values: Json) -> Values {
    values.as_object().cloned().unwrap_or_default()
}

fn person(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "person")?, id))
}

#[test]
fn two_people_who_edit_different_fields_both_win() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").with("nickname", "An").with("department", "Yard").save();
        let seen = json!({ "nickname": "An", "department": "Yard" });
        edit(bed, &bed.mia().scope(), anna, json!({ "nickname": "Anni" }), seen.clone());
        let (second, _) = edit(bed, &bed.sven().scope(), anna, json!({ "department": "Office" }), seen);
        assert!(matches!(second, Edited::Saved(_)));
        let now = person(bed, anna);
        assert_eq!((now.text("nickname"), now.text("department")), ("Anni", "Office"));
    });
}

#[test]
fn the_second_who_edits_the_same_field_is_told_and_nothing_is_lost() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").with("nickname", "An").save();
        let seen = json!({ "nickname": "An", "job_title": null });
        edit(bed, &bed.mia().scope(), anna, json!({ "nickname": "Anni" }), seen.clone());
        let wanted = json!({ "nickname": "Nan", "job_title": "Owner" });
        let (second, _) = edit(bed, &bed.sven().scope(), anna, wanted, seen.clone());
        let Edited::Clashed(clashes) = second else { panic!("the second overwrote the first") };
        assert_eq!(clashes.len(), 1);
        assert_eq!((clashes[0].mine.as_str(), clashes[0].theirs.as_str()), (Some("Nan"), Some("Anni")));
        assert_eq!(clashes[0].made.as_ref().and_then(|made| made.by), bed.mia().scope().actor.user());
        assert_eq!(person(bed, anna).text("job_title"), "", "half of an edit is none");
        // Who wants what stands there already clashes with nobody.
        let (same, _) = edit(bed, &bed.sven().scope(), anna, json!({ "nickname": "Anni" }), seen);
        assert!(matches!(same, Edited::Saved(_)));
    });
}

#[test]
fn an_edit_is_undone_weeks_later_though_other_fields_were_changed_since() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").with("nickname", "An").with("department", "Yard").save();
        let first = json!({ "nickname": "Anni", "department": "Office" });
        let (_, set) = edit(bed, &bed.mia().scope(), anna, first, Json::Null);
        bed.advance(30 * DAY);
        edit(
            bed,
            &bed.sven().scope(),
            anna,
            json!({ "department": "Harbour", "job_title": "Owner" }),
            Json::Null,
        );
        let undone = bed.write(|tx| undo::undo(tx, set));
        let now = person(bed, anna);
        assert_eq!(now.text("nickname"), "An");
        assert_eq!(now.text("department"), "Harbour", "what was changed again is kept");
        assert_eq!(now.text("job_title"), "Owner");
        assert_eq!(undone.kept.len(), 1);
        assert_eq!(undone.kept[0].field.as_deref(), Some("department"));
        assert_eq!((&undone.kept[0].was, &undone.kept[0].now), (&json!("Yard"), &json!("Harbour")));

        // Once is enough; and the undo can be undone.
        let again = bed.db().write(&bed.mia().scope(), |tx| undo::undo(tx, set));
        assert!(matches!(again, Err(Error::Conflict(_))));
        bed.write(|tx| undo::undo(tx, undone.set));
        assert_eq!(person(bed, anna).text("nickname"), "Anni");
        assert!(bed.read(|cx| changes::find(cx, set)).undone_by.is_none(), "what was redone stands");
    });
}

#[test]
fn a_created_card_that_somebody_worked_on_survives_the_undo_of_its_creation() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let bo = bed.person("Bo Holm").save();
        let sets: Vec<Id> =
            bed.read(|cx| changes::recent(cx, None, 2)).iter().map(|entry| entry.id).collect();
        edit(bed, &bed.sven().scope(), anna, json!({ "nickname": "An" }), Json::Null);
        for set in sets {
            bed.write(|tx| undo::undo(tx, set));
        }
        assert!(person(bed, anna).trashed_at.is_none());
        assert!(person(bed, bo).trashed_at.is_some());
    });
}

#[test]
fn a_card_is_seen_as_it_was() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").with("nickname", "An").save();
        let before = bed.db().clock().now();
        bed.advance(DAY);
        edit(bed, &bed.mia().scope(), anna, json!({ "nickname": "Anni" }), Json::Null);
        bed.advance(DAY);
        edit(bed, &bed.mia().scope(), anna, json!({ "nickname": "Nan", "job_title": "Owner" }), Json::Null);
        let at =
            |days: i64| bed.read(|cx| past::at(cx, &object(cx, "person")?, anna, before.plus(days * DAY)));
        assert_eq!(at(0).unwrap().text("nickname"), "An");
        let day_after = at(1).map(|card| card.text("nickname").to_owned());
        assert!(day_after == Some("An".to_owned()) || day_after == Some("Anni".to_owned()));
        assert_eq!(at(3).unwrap().text("nickname"), "Nan");
        assert_eq!(at(0).unwrap().text("job_title"), "");
        assert!(at(-2).is_none(), "it did not exist yet");
    });
}

#[test]
fn a_failed_unit_of_work_leaves_nothing_behind() {
    on_each_database(|bed| {
        let failed = bed.db().write(&bed.mia().scope(), |tx| {
            let declared = object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-created");
            save::create(tx, &mut set, &declared, map(json!({ "name": "Nobody Nowhere" })))?;
            Err::<(), Error>(Error::NotFound)
        });
        assert!(failed.is_err());
        bed.mia().get("/people").hides("Nobody Nowhere");
        bed.mia().get("/search?q=nobody").hides("Nowhere");
        assert!(bed.read(|cx| changes::recent(cx, None, 10)).is_empty());
    });
}

#[test]
fn what_cannot_be_taken_is_refused_field_by_field() {
    on_each_database(|bed| {
        let refused = bed.db().write(&bed.mia().scope(), |tx| {
            let declared = object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-created");
            let values =
                json!({ "name": "Anna", "birthday": "soon", "rating": 9, "nickname": "x".repeat(501) });
            save::create(tx, &mut set, &declared, map(values))
        });
        let Err(Error::Invalid(errors)) = refused else { panic!("it was taken") };
        for field in ["birthday", "rating", "nickname"] {
            assert!(errors.get(field).is_some(), "{field}");
        }
        // What a phone cannot dial is kept as it was typed.
        let anna = bed.person("Anna Berg").with("phones", json!([{ "raw": "ask for Bo" }])).save();
        bed.mia().get(&format!("/people/{anna}")).shows("ask for Bo");
    });
}
