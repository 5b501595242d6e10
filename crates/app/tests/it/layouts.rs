//! How cards are laid out, for everybody and for a team: arranged on the card, kept at once, taken back from its toast.

use kernel::Id;
use records::{
    object::object,
    shape::{self, FieldForm, OwnKind},
};
use testbed::{Answer, Testbed, on_each_database};

fn add(bed: &Testbed, of: &str, label: &str) -> String {
    let form = FieldForm {
        label: label.to_owned(),
        kind: Some(OwnKind::Text),
        group: "about".to_owned(),
        ..FieldForm::default()
    };
    let added = bed.db().write(&bed.ivan().scope(), |tx| {
        let declared = object(tx, of)?;
        shape::add_field(tx, &declared, &form)
    });
    added.unwrap()
}

/// The headings of the card's groups and the labels of the fields, as they stand on the page.
fn left(answer: &Answer) -> String {
    let text = answer.text();
    let from = text.find("class=\"left\"").unwrap();
    let until = text.find("class=\"middle\"").unwrap();
    let mut rest = &text[from..until];
    let mut found = Vec::new();
    while let Some(at) = rest.find("<h2").into_iter().chain(rest.find("<dt>")).min() {
        rest = &rest[at + 3..];
        let begin = rest.find('>').map_or(0, |at| at + 1);
        let begin = if rest.starts_with('>') { 1 } else { begin };
        let end = rest.find("</").unwrap();
        found.push(rest[begin.min(end)..end].to_owned());
    }
    found.join(" ")
}

/// The address that takes back what was just done.
fn undo(answer: &Answer) -> String {
    let toast = answer.toast();
    let from = toast.split("\"undo\":\"").nth(1).unwrap_or_else(|| panic!("no undo in {toast}"));
    from.split('"').next().unwrap_or_default().to_owned()
}

fn unit(bed: &Testbed, name: &str, member: Option<Id>) -> Id {
    let made = bed.db().write(&bed.ivan().scope(), |tx| {
        let new = identity::units::NewUnit { kind: "team".to_owned(), name: name.to_owned(), parent: None };
        let unit = identity::units::add(tx, &new)?;
        if let Some(user) = member {
            identity::units::join(tx, unit, user)?;
        }
        Ok(unit)
    });
    made.unwrap()
}

#[test]
fn a_layout_is_arranged_on_the_card_and_every_step_taken_back() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let code = add(bed, "company", "Code");
        let berg = bed.company("Berg").with("employees", 12).with(&code, "B1").save();
        let card = format!("/companies/{berg}");
        let here = format!("{card}/layout");
        ivan.open(&card).shows("Edit layout");
        let before = left(&ivan.open(&card));
        ivan.open(&here).shows("Nobody has arranged").shows("Move Code up");
        // Dropped before another.
        let drop = format!("{here}?act=place&key={code}&group=about&before=employees");
        let step = ivan.post(&drop, &[]).is(303);
        let after = left(&ivan.open(&card));
        assert_ne!(before, after);
        ivan.open(&here).shows("arranged here");
        // Its undo, which is about the last step only.
        let back = undo(&step);
        ivan.post(&back, &[]).is(303);
        assert_eq!(left(&ivan.open(&card)), before);
        ivan.post(&back, &[]).is(409);
        // A group of our own takes the field, gets another name, stands first.
        ivan.post(&format!("{here}?act=add-group"), &[("name", "Numbers")]).is(303);
        ivan.post(&format!("{here}?act=place&key={code}&group=made_1"), &[]).is(303);
        ivan.post(&format!("{here}?act=rename&key=made_1"), &[("name", "Figures")]).is(303);
        for _ in 0..8 {
            ivan.post(&format!("{here}?act=move-group&key=made_1&way=up"), &[]).is(303);
        }
        assert!(left(&ivan.open(&card)).starts_with("Figures Code"), "{}", left(&ivan.open(&card)));
        ivan.post(&format!("{here}?act=add-group"), &[("name", " ")]).is(422);
        // What is new stands at the end of its group, and nothing vanishes.
        add(bed, "company", "Later");
        ivan.open(&card).shows("Later");
        // In the head, and beside.
        ivan.post(&format!("{here}?act=show-fact&key={code}"), &[]).is(303);
        let facts = ivan.open(&card);
        assert!(
            facts
                .text()
                .split("class=\"facts\"")
                .nth(1)
                .unwrap()
                .split("</ul>")
                .next()
                .unwrap()
                .contains("B1")
        );
        ivan.post(&format!("{here}?act=hide-stack&key=household"), &[]).is(303);
        ivan.open(&card).hides("/link?object=household").shows("/link?object=person");
        // Reset, and that taken back.
        let reset = ivan.post(&format!("{here}?act=reset"), &[]).is(303);
        assert!(!left(&ivan.open(&card)).starts_with("Figures"));
        ivan.post(&undo(&reset), &[]).is(303);
        assert!(left(&ivan.open(&card)).starts_with("Figures"));
        // Who may not, what is not there.
        bed.sven().get(&here).is(403);
        bed.sven().post(&format!("{here}?act=reset"), &[]).is(403);
        bed.sven().open(&card).hides("Edit layout");
        ivan.post(&format!("{here}?act=move-field&key=nothing&way=up"), &[]).is(404);
        ivan.post(&format!("{here}?act=nothing"), &[]).is(404);
        bed.olga().get(&here).is(404);
    });
}

#[test]
fn a_team_sees_its_own_layout_and_everybody_else_that_of_the_object() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let anna = bed.person("Anna Berg").with("job_title", "Owner").phone("+4531425510").save();
        let card = format!("/people/{anna}");
        let team = unit(bed, "Workshop", bed.sven().scope().actor.user());
        let here = format!("{card}/layout");
        let before = left(&ivan.open(&card));
        ivan.open(&format!("{here}?unit={team}")).shows("sees what everybody sees").shows("Workshop");
        ivan.post(&format!("{here}?act=add-group&unit={team}"), &[("name", "Shop")]).is(303);
        ivan.post(&format!("{here}?act=place&unit={team}&key=job_title&group=made_1"), &[]).is(303);
        assert!(left(&bed.sven().open(&card)).contains("Shop"));
        assert_eq!(left(&ivan.open(&card)), before);
        // Everybody's layout is another thing; the team keeps its own until it is reset.
        ivan.post(&format!("{here}?act=add-group"), &[("name", "Ours")]).is(303);
        ivan.post(&format!("{here}?act=place&key=job_title&group=made_1"), &[]).is(303);
        assert!(left(&ivan.open(&card)).contains("Ours"));
        assert!(left(&bed.sven().open(&card)).contains("Shop"));
        ivan.post(&format!("{here}?act=reset&unit={team}"), &[]).is(303);
        assert!(left(&bed.sven().open(&card)).contains("Ours"));
        // A unit of another workspace, or none at all.
        let nowhere = Id::new(kernel::Timestamp::from_micros(7));
        ivan.get(&format!("{here}?unit={nowhere}")).is(404);
        ivan.post(&format!("{here}?act=reset&unit={nowhere}"), &[]).is(404);
    });
}

#[test]
fn an_own_object_is_laid_out_like_any_other() {
    on_each_database(|bed| {
        let form = shape::ObjectForm {
            one: "Vehicle".to_owned(),
            many: "Vehicles".to_owned(),
            icon: "car".to_owned(),
            tab: "product".to_owned(),
            title: "Plate".to_owned(),
        };
        bed.db().write(&bed.ivan().scope(), |tx| shape::add_object(tx, &form)).unwrap();
        let (make, colour) = (add(bed, "vehicle", "Make"), add(bed, "vehicle", "Colour"));
        let ivan = bed.ivan();
        let values = [("name", "AB 12"), (make.as_str(), "Volvo"), (colour.as_str(), "Blue")];
        let card = ivan.post("/o/vehicle", &values).is(303).location();
        assert!(left(&ivan.open(&card)).ends_with("Make Colour"), "{}", left(&ivan.open(&card)));
        let address = format!("{card}/layout?act=move-field&key={colour}&way=up");
        ivan.post(&address, &[]).is(303);
        assert!(left(&ivan.open(&card)).ends_with("Colour Make"), "{}", left(&ivan.open(&card)));
        ivan.post(&format!("{card}/layout?act=show-fact&key={make}"), &[]).is(303);
        ivan.open(&format!("{card}/layout")).shows("Take Make out");
        // A note is no card.
        let note = bed.note(bed.person("Anna Berg").save(), "Hello").save();
        ivan.get(&format!("/notes/{note}/layout")).is(404);
    });
}
