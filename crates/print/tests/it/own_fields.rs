//! What a workspace adds to its cards is on its paper too: own fields in letters, own objects on index cards, laid out as on the
//! screen.

use records::{
    ChangeSet,
    layout::{self, Step},
    object::object,
    save,
    shape::{self, FieldForm, ObjectForm, OwnKind},
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

use crate::{person, printed};

fn add(bed: &Testbed, of: &str, label: &str, group: &str, kind: OwnKind) -> String {
    let form = FieldForm {
        label: label.to_owned(),
        group: group.to_owned(),
        kind: Some(kind),
        ..FieldForm::default()
    };
    let added = bed.db().write(&bed.ivan().scope(), |tx| {
        let declared = object(tx, of)?;
        shape::add_field(tx, &declared, &form)
    });
    added.unwrap()
}

#[test]
fn a_letter_names_own_fields_as_people_read_them() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let due = add(bed, "person", "Next service", "about", OwnKind::Date);
        let size = add(bed, "person", "Size", "about", OwnKind::Number { decimals: 1 });
        let old = add(bed, "person", "Old thing", "about", OwnKind::Text);
        let anna = person(bed, "Anna Berg", "Strandvej 5");
        bed.write(|tx| {
            let declared = object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            let values = json!({ (due.clone()): "2026-12-01", (size.clone()): 125 });
            let values = values.as_object().cloned().unwrap();
            save::edit(tx, &mut set, &declared, anna, values, &save::Values::new())?.saved()?;
            set.close(tx)
        });
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let declared = object(tx, "person")?;
                shape::retire_field(tx, &declared, &old)
            })
            .unwrap();
        let added =
            mia.post("/settings/templates", &[("name", "Service"), ("from", "birthday")]).is(303).location();
        // What is out of use is not offered any more.
        mia.open(&added).shows("Next service").hides("Old thing");
        let body = format!("Come by on {{{{{due}}}}} with {{{{{size}}}}} tonnes.");
        let form = [("name", "Service"), ("0.language", "en"), ("0.subject", "Service"), ("0.body", &*body)];
        mia.post(&added, &form).is(303);
        let key = added.rsplit('/').next().unwrap();
        let paper =
            printed(&mia.post("/print", &[("object", "person"), ("what", "letters"), ("template", key)]));
        assert!(paper.text().contains("with 12,5 tonnes"), "{}", paper.text());
        assert!(paper.text().contains("2026"), "{}", paper.text());
    });
}

#[test]
fn index_cards_of_an_own_object_are_laid_out_as_on_the_screen() {
    on_each_database(|bed| {
        let form = ObjectForm {
            one: "Vehicle".to_owned(),
            many: "Vehicles".to_owned(),
            icon: "car".to_owned(),
            tab: "product".to_owned(),
            title: "Plate".to_owned(),
        };
        bed.db().write(&bed.ivan().scope(), |tx| shape::add_object(tx, &form)).unwrap();
        let make = add(bed, "vehicle", "Make", "about", OwnKind::Text);
        let doors = add(bed, "vehicle", "Doors", "Body and paint", OwnKind::Number { decimals: 0 });
        bed.write(|tx| {
            let declared = object(tx, "vehicle")?;
            let mut set = ChangeSet::new(tx, "change-created");
            let values = json!({ "name": "AB 12 345", (make.clone()): "Volvo", (doors.clone()): 4 });
            save::create(tx, &mut set, &declared, values.as_object().cloned().unwrap())?;
            set.close(tx)
        });
        let print =
            |what: &str| printed(&bed.mia().post("/print", &[("object", "vehicle"), ("what", what)])).text();
        let text = print("cards");
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("no {word} in {text}"));
        assert!(text.contains("VEHICLE") && at("Volvo") < at("Body and paint"), "{text}");
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let declared = object(tx, "vehicle")?;
                let nobody = kernel::Id::NIL;
                layout::change(tx, &declared, nobody, &Step::AddGroup("Workshop".to_owned()))?;
                let place = Step::PlaceField {
                    field: make.clone(),
                    group: "made_1".to_owned(),
                    before: String::new(),
                };
                layout::change(tx, &declared, nobody, &place)
            })
            .unwrap();
        let text = print("cards");
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("no {word} in {text}"));
        assert!(at("Body and paint") < at("Workshop") && at("Workshop") < at("Volvo"), "{text}");
        assert!(print("index-cards").contains("Volvo"));
    });
}
