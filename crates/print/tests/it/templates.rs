//! Templates: changed, tried out while they are typed, and taken back.

use testbed::on_each_database;

use crate::{person, printed};

#[test]
fn a_layout_is_changed_and_restored() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        let mia = bed.mia();
        let address = "/settings/templates/labels";
        mia.get("/settings/templates").shows("Address labels").shows("Layout").hides("Changed");
        mia.get(address).shows("data.sheets").shows("data:image/svg+xml").hides("Restore the original");
        let source = "#for labels in data.sheets { for label in labels [Label for #label.lines.first()] }";
        mia.post(address, &[("source", source)]).is(303);
        mia.get("/settings/templates").shows("Changed");
        let changed = printed(&mia.post("/print", &[("object", "person")]));
        assert!(changed.has("Label for Anna Berg"), "{changed}");
        mia.post(&format!("{address}/restore"), &[]).is(303);
        let restored = printed(&mia.post("/print", &[("object", "person")]));
        assert!(!restored.has("Label for"), "{restored}");
    });
}

#[test]
fn a_template_that_is_wrong_is_told_with_its_line_and_not_kept() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let address = "/settings/templates/labels";
        let wrong = "#set page(margin: 0mm)\n\n#data.shets";
        let answer = mia.post(address, &[("source", wrong)]).is(422);
        assert!(answer.contains("wrong in line 3"), "{}", answer.text());
        assert!(answer.contains("#data.shets"), "what was typed is lost");
        mia.get(address).shows("data.sheets");
        let partly = bed.mia().partly();
        let typing = partly.post(&format!("{address}/preview"), &[("source", wrong)]).is(200);
        assert!(typing.contains("wrong in line 3") && !typing.contains("<textarea"), "{}", typing.text());
        let right = partly.post(&format!("{address}/preview"), &[("source", "Hello")]).is(200);
        assert!(right.contains("data:image/svg+xml"));
    });
}

#[test]
fn a_wording_names_only_fields_that_cards_have() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let address = "/settings/templates/birthday";
        let form =
            [("0.language", "da"), ("0.subject", "Hej"), ("0.body", "Kære {{given}}\n\n{{shoe_size}}")];
        let answer = mia.post(address, &form).is(422);
        assert!(answer.contains("Danish, Text, line 3: No card has a field shoe_size."), "{}", answer.text());
        let form = [("0.language", "da"), ("0.subject", "Hej"), ("0.body", "{{#if given}} Hej")];
        let answer = mia.post(address, &form).is(422);
        assert!(answer.contains("{{#if given}} has no {{/if}}"), "{}", answer.text());
        let form = [("0.language", "da"), ("0.subject", "Hej"), ("0.body", "Kære {{given}}, tillykke")];
        mia.post(address, &form).is(303);
        mia.get(address).shows("tillykke").shows("Restore the original");
    });
}

#[test]
fn letters_of_ones_own_come_and_go() {
    on_each_database(|bed| {
        let mia = bed.mia();
        mia.post("/settings/templates", &[("name", ""), ("from", "birthday")]).is(422);
        let added = mia
            .post("/settings/templates", &[("name", "Christmas"), ("from", "birthday")])
            .is(303)
            .location();
        mia.get(&added).shows("Christmas").shows("Happy birthday");
        mia.get("/print?object=person&what=letters").shows("Christmas");
        mia.post(&format!("{added}/restore"), &[]).is(303);
        mia.get(&added).is(404);
    });
}

#[test]
fn the_sender_stands_on_envelopes() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        let mia = bed.mia();
        mia.post("/settings/templates/sender", &[("sender", "Berg & Co.\nHavnen 1\n8000 Aarhus")]).is(303);
        let paper = printed(&mia.post("/print", &[("object", "person"), ("what", "envelopes")]));
        assert!(paper.has("Berg & Co. Havnen 1 8000 Aarhus Anna Berg"), "{paper}");
    });
}
