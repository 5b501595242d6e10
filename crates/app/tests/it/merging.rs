//! Cards that are the same become one: what it keeps, what leads to it, what is said when somebody was faster, and the
//! way back.

use std::collections::HashMap;

use kernel::{Error, Id, clock::DAY};
use records::{
    ChangeSet, Json, Record, changes, links,
    lookups::{self, Lookup},
    merge::{self, Choice, Outcome, Wanted},
    object::object,
    record,
    save::{self, Values},
    timeline, undo,
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn card(bed: &Testbed, name: &'static str, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, name)?, id))
}

fn merge(bed: &Testbed, name: &'static str, survivor: Id, losers: &[Id], choices: &[(&str, Choice)]) -> Id {
    let choices: HashMap<String, Choice> =
        choices.iter().map(|(key, choice)| ((*key).to_owned(), *choice)).collect();
    let wanted = Wanted { survivor, losers: losers.to_vec(), choices, seen: HashMap::new() };
    let outcome = bed.write(|tx| merge::merge(tx, &object(tx, name)?, &wanted));
    match outcome {
        Outcome::Merged(set) => set,
        Outcome::Changed(ids) => panic!("nobody changed {ids:?}"),
    }
}

fn edit(bed: &Testbed, name: &'static str, id: Id, values: Json) {
    bed.write(|tx| {
        let mut set = ChangeSet::new(tx, "change-edited");
        let values = values.as_object().cloned().unwrap_or_default();
        save::edit(tx, &mut set, &object(tx, name)?, id, values, &Values::new())?.saved()?;
        set.close(tx)
    });
}

fn on_timeline(bed: &Testbed, id: Id) -> Vec<Id> {
    let entries = bed.read(|cx| timeline::of_card(cx, id, None, 100));
    entries.into_iter().map(|entry| entry.record).collect()
}

#[test]
fn everything_that_led_to_any_of_them_leads_to_the_one_that_stays() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").email("anna@berg.example").at(berg).save();
        let ana = bed.person("Ana Berg").email("ana@home.example").phone("+4531425510").save();
        let a_berg = bed.person("A. Berg").with("nickname", "Anni").save();
        let bo = bed.person("Bo Holm").save();
        let spouse = bed.link("spouse", ("person", bo), ("person", ana));
        let note = bed.note(ana, "Likes the sea").save();
        let task = bed.task("Send the offer").about("person", a_berg).save();
        let in_trash = bed.note(a_berg, "Thrown away").save();
        bed.mia().post(&format!("/notes/{in_trash}/trash"), &[]);
        merge(bed, "person", anna, &[ana, a_berg], &[]);

        let now = card(bed, "person", anna);
        assert_eq!(records::field::emails::addresses(now.get("emails")).count(), 2);
        assert_eq!(now.text("nickname"), "Anni");
        assert_eq!(on_timeline(bed, anna), [note]);
        assert_eq!(on_timeline(bed, berg), [note], "it is seen at the company of the card that stays");
        for (name, record) in [("note", note), ("task", task), ("note", in_trash)] {
            assert_eq!(card(bed, name, record).get("about"), &json!(format!("person:{anna}")));
        }
        let related = bed.read(|cx| links::of(cx, bo));
        assert_eq!((related[0].link.id, related[0].id), (spouse, anna));
        let found = bed.read(|cx| lookups::find(cx, "person", &Lookup::phone("+4531425510"), 5));
        assert_eq!(found, [anna]);
        assert!(card(bed, "person", ana).trashed_at.is_some());
        assert_eq!(bed.read(|cx| merge::survivor(cx, a_berg)), Some(anna));
    });
}

#[test]
fn an_old_address_leads_to_the_card_that_stays_also_through_a_second_merge() {
    on_each_database(|bed| {
        let (one, two) = (bed.person("Anna Berg").save(), bed.person("Ana Berg").save());
        let three = bed.person("Anna B. Berg").save();
        merge(bed, "person", two, &[one], &[]);
        let second = merge(bed, "person", three, &[two], &[]);
        assert_eq!(bed.mia().get(&format!("/people/{one}")).location(), format!("/people/{three}"));
        let history = bed.mia().get(&format!("/people/{three}/history"));
        assert_eq!(history.text().matches("Created").count(), 3, "the history of all of them");
        // The second taken back, the first still stands.
        bed.write(|tx| undo::undo(tx, second));
        assert_eq!(bed.mia().get(&format!("/people/{one}")).location(), format!("/people/{two}"));
        bed.mia().get(&format!("/people/{three}")).shows("Anna B. Berg");
    });
}

#[test]
fn companies_that_become_one_keep_who_works_there_and_since_when() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let same = bed.company("Berg Marine ApS").save();
        let other = bed.company("Holm").save();
        let anna = bed.person("Anna Berg").at(same).with("job_title", "Owner").save();
        bed.link("works_at", ("person", anna), ("company", other));
        let works = bed.read(|cx| links::of(cx, anna)).into_iter().find(|other| other.id == same).unwrap();
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-edited");
            links::change(tx, &mut set, works.link.id, "Owner", "2019-04", "")?;
            set.close(tx)
        });
        let note = bed.note(anna, "Called from the yard").save();
        let set = merge(bed, "company", berg, &[same], &[]);

        let now = card(bed, "person", anna);
        assert_eq!(now.get("company"), &json!(format!("company:{berg}")), "and not the other company");
        assert_eq!(now.text("job_title"), "Owner");
        let works = bed.read(|cx| links::of(cx, anna)).into_iter().find(|other| other.id == berg).unwrap();
        assert_eq!((works.link.role.as_str(), works.link.started_on.as_str()), ("Owner", "2019-04"));
        assert_eq!(on_timeline(bed, berg), [note]);
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(card(bed, "person", anna).get("company"), &json!(format!("company:{same}")));
        assert_eq!((on_timeline(bed, berg), on_timeline(bed, same)), (vec![], vec![note]));
    });
}

#[test]
fn a_relation_between_the_cards_goes_and_those_that_say_the_same_are_folded() {
    on_each_database(|bed| {
        let (one, two) = (bed.person("Anna Berg").save(), bed.person("Ana Berg").save());
        let bo = bed.person("Bo Holm").save();
        bed.link("friend", ("person", one), ("person", two));
        bed.link("spouse", ("person", one), ("person", bo));
        bed.link("spouse", ("person", bo), ("person", two));
        let set = merge(bed, "person", one, &[two], &[]);
        let related = bed.read(|cx| links::of(cx, one));
        assert_eq!(related.len(), 1);
        assert_eq!((related[0].link.kind.as_str(), related[0].id), ("spouse", bo));
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(bed.read(|cx| links::of(cx, one)).len(), 2);
        assert_eq!(bed.read(|cx| links::of(cx, two)).len(), 2);
    });
}

#[test]
fn a_field_is_chosen_or_all_are_kept() {
    on_each_database(|bed| {
        let one = bed.person("Anna Berg").with("about", "Likes tea").with("nickname", "An").save();
        let two = bed.person("Ana Berg").with("about", "Has a boat").with("nickname", "Anni").save();
        let choices = [("name", Choice::Of(two)), ("nickname", Choice::All)];
        merge(bed, "person", one, &[two], &choices);
        let now = card(bed, "person", one);
        assert_eq!(now.get("name")["given"], "Ana");
        assert_eq!((now.text("about"), now.text("nickname")), ("Likes tea\n\nHas a boat", "An, Anni"));
    });
}

#[test]
fn what_cannot_be_merged_is_said() {
    on_each_database(|bed| {
        let (one, two) = (bed.person("Anna Berg").save(), bed.person("Ana Berg").save());
        let refused = |survivor: Id, losers: &[Id], choices: &[(&str, Choice)]| {
            let choices = choices.iter().map(|(key, choice)| ((*key).to_owned(), *choice)).collect();
            let wanted = Wanted { survivor, losers: losers.to_vec(), choices, seen: HashMap::new() };
            let scope = bed.mia().scope();
            bed.db().write(&scope, |tx| merge::merge(tx, &object(tx, "person")?, &wanted)).unwrap_err()
        };
        let key = |error: Error| match error {
            Error::Conflict(text) => text.key.to_string(),
            other => format!("{other}"),
        };
        assert_eq!(key(refused(one, &[one], &[])), "merge-needs-two");
        assert!(refused(one, &[two], &[("name", Choice::All)]).to_string().contains("not-a-choice"));
        assert!(refused(one, &[two], &[("shoe_size", Choice::All)]).to_string().contains("no-such-field"));
        assert!(matches!(refused(one, &[bed.company("Berg").save()], &[]), Error::NotFound));
        let set = merge(bed, "person", one, &[two], &[]);
        assert_eq!(key(refused(one, &[two], &[])), "merge-already-merged");
        bed.mia().post(&format!("/people/{two}/restore"), &[]).is(409);
        bed.write(|tx| undo::undo(tx, set));
        bed.mia().post(&format!("/people/{two}/trash"), &[]);
        assert_eq!(key(refused(one, &[two], &[])), "merge-in-trash");
    });
}

#[test]
fn an_undo_weeks_later_keeps_what_was_changed_since_and_names_what_it_left() {
    on_each_database(|bed| {
        let bo = bed.person("Bo Holm").save();
        let anna = bed.person("Anna Berg").email("anna@berg.example").with("nickname", "An").save();
        let ana = bed.person("Ana Berg").email("ana@home.example").with("about", "Has a boat").save();
        let (stays, moves_on) = (bed.note(ana, "One").save(), bed.note(ana, "Two").save());
        let choices = [("name", Choice::Of(ana))];
        let set = merge(bed, "person", anna, &[ana], &choices);
        bed.advance(40 * DAY);
        edit(
            bed,
            "person",
            anna,
            json!({
                "name": "Anna-Maria Berg", "language": "da",
                "emails": [{ "address": "anna@berg.example", "label": "work" }, { "address": "ana@home.example", "label": "work" },
                    { "address": "new@berg.example" }],
            }),
        );
        edit(bed, "note", moves_on, json!({ "about": format!("person:{bo}") }));
        let since = bed.note(anna, "Since then").save();

        let undone = bed.write(|tx| undo::undo(tx, set));
        let fields: Vec<_> = undone.kept.iter().filter_map(|kept| kept.field.as_deref()).collect();
        assert!(fields.contains(&"name"), "the name was typed since: {fields:?}");
        let now = card(bed, "person", anna);
        assert_eq!(now.get("name")["given"], "Anna-Maria");
        assert_eq!((now.text("language"), now.get("about")), ("da", &Json::Null));
        let emails: Vec<_> = records::field::emails::addresses(now.get("emails")).collect();
        assert_eq!(emails, ["anna@berg.example", "new@berg.example"]);
        let back = card(bed, "person", ana);
        assert!(back.trashed_at.is_none());
        assert_eq!(back.text("about"), "Has a boat");
        let about = |note: Id| card(bed, "note", note).text("about").to_owned();
        assert_eq!(about(stays), format!("person:{ana}"));
        assert_eq!(about(moves_on), format!("person:{bo}"), "somebody moved it on since");
        assert_eq!(about(since), format!("person:{anna}"), "made since, it stays where it was made");
        let again = bed.write(|tx| undo::undo(tx, undone.set));
        assert_eq!(about(stays), format!("person:{anna}"), "the undo undone");
        assert!(card(bed, "person", ana).trashed_at.is_some());
        assert!(again.taken_back > 0);
    });
}

#[test]
fn who_looked_at_the_cards_before_somebody_changed_them_is_told() {
    on_each_database(|bed| {
        let (one, two) = (bed.person("Anna Berg").save(), bed.person("Ana Berg").save());
        let page = bed.mia().get(&format!("/people/merge?id={one}&id={two}")).shows("side by side").text();
        let hidden = |name: &str| {
            let from = page.split(&format!("name=\"{name}\" value=\"")).nth(1).expect(name);
            from.split('"').next().unwrap().to_owned()
        };
        let (seen, at) = ((hidden(&format!("seen.{one}")), hidden(&format!("seen.{two}"))), hidden("at"));
        let (a, b) = (one.to_string(), two.to_string());
        let (key_a, key_b) = (format!("seen.{one}"), format!("seen.{two}"));
        let form = [
            ("id", a.as_str()),
            ("id", b.as_str()),
            ("survivor", a.as_str()),
            ("at", at.as_str()),
            (key_a.as_str(), seen.0.as_str()),
            (key_b.as_str(), seen.1.as_str()),
            ("field.name", b.as_str()),
        ];
        bed.advance(DAY);
        let edit = [("name", "Ana Berg"), ("nickname", "Anni")];
        bed.sven().post(&format!("/people/{two}"), &edit);
        let answer = bed.mia().post("/people/merge", &form).is(409);
        assert!(answer.contains("Sven") && answer.contains("Nickname"), "{}", answer.text());
        assert!(card(bed, "person", two).trashed_at.is_none(), "nothing was merged");
        // As it stands now: the page that came back knows.
        let again: Vec<(&str, &str)> =
            form.iter().copied().filter(|(name, _)| !name.starts_with("seen.")).collect();
        let answer = bed.mia().post("/people/merge", &again);
        assert_eq!(answer.location(), format!("/people/{one}"));
        assert!(answer.toast().contains("/undo"));
        assert_eq!(card(bed, "person", one).get("name")["given"], "Ana");
    });
}

#[test]
fn cards_are_merged_from_a_list_and_from_a_card() {
    on_each_database(|bed| {
        let one = bed.person("Anna Berg").email("anna@berg.example").save();
        let two = bed.person("Ana Berg").email("anna@berg.example").save();
        let (a, b) = (one.to_string(), two.to_string());
        let chosen = bed.mia().post("/people/bulk", &[("do", "merge"), ("id", &a), ("id", &b)]);
        bed.mia().get(&chosen.location()).shows("anna@berg.example").shows("Ana Berg");
        let few = bed.mia().post("/people/bulk", &[("do", "merge"), ("id", &a)]);
        assert!(few.toast().contains("at least two"));
        bed.mia().get(&format!("/people/merge?id={a}")).shows("Ana Berg");
        bed.mia()
            .get(&format!("/people/merge?id={a}&q=ana"))
            .shows(&format!("/people/merge?id={a}&amp;id={b}"));
        merge(bed, "person", one, &[two], &[]);
        bed.mia().get("/trash").shows("Merged into Anna Berg");
        let set = bed.read(|cx| Ok(changes::recent(cx, None, 1)?[0].id));
        bed.mia().get(&format!("/history/{set}")).shows("Merged with").shows("Ana Berg");
        bed.mia().get(&format!("/people/{one}")).shows("merged other cards into this one");
    });
}
