//! Address labels: who gets one, in whose name, and where it stands.

use records::field::reference;
use serde_json::json;
use testbed::on_each_database;

use crate::{address, has, pages, person, text};

#[test]
fn a_list_is_printed_as_labels() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        bed.person("Emre Yılmaz")
            .with("addresses", json!([address("home", "İstiklal Cad. 12", "34430", "Beyoğlu", "Türkiye")]))
            .save();
        let mia = bed.mia();
        mia.get("/people").shows("/print?object=person");
        mia.get("/print?object=person").shows("2 labels").shows("/print/preview.svg");
        let answer =
            mia.post("/print", &[("object", "person"), ("what", "labels"), ("sheet", "avery-l7160")]);
        assert!(answer.header("content-disposition").contains("labels-"));
        let text = text(&answer);
        for line in
            ["Anna Berg", "Strandvej 5", "2900 Hellerup", "Emre Yılmaz", "İstiklal Cad. 12", "34430 BEYOĞLU"]
        {
            assert!(has(&text, line), "`{line}` is not in {text}");
        }
        assert_eq!(pages(&answer), 1);
    });
}

#[test]
fn a_filtered_list_is_printed_as_it_is_shown() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        person(bed, "Bo Holm", "Bakken 7");
        let text = text(&bed.mia().post("/print", &[("object", "person"), ("q", "anna")]));
        assert!(has(&text, "Anna Berg") && !has(&text, "Bo Holm"), "{text}");
    });
}

#[test]
fn selected_cards_are_printed_in_their_order() {
    on_each_database(|bed| {
        let anna = person(bed, "Anna Berg", "Strandvej 5");
        person(bed, "Bo Holm", "Bakken 7");
        let ida = person(bed, "Ida Lund", "Lundevej 1");
        let selected = bed.mia().open(&format!("/print/person?id={ida}&id={anna}"));
        selected.shows("2 labels");
        let text = text(
            &bed.mia()
                .post("/print", &[("object", "person"), ("id", &ida.to_string()), ("id", &anna.to_string())]),
        );
        assert!(text.find("IdaLund") < text.find("AnnaBerg"), "{text}");
        assert!(!has(&text, "Bo Holm"), "{text}");
    });
}

#[test]
fn whoever_is_left_out_is_listed_with_the_reason() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        bed.person("Bo Homeless").save();
        bed.person("Cem Street").with("addresses", json!([{ "label": "home", "city": "Hellerup" }])).save();
        bed.person("Dora No")
            .with("addresses", json!([address("home", "Bakken 7", "2900", "Hellerup", "")]))
            .with("do_not_contact", json!([{ "channel": "letter", "reason": "asked us in May" }]))
            .save();
        bed.person("Eva Never")
            .with("addresses", json!([address("home", "Bakken 9", "2900", "Hellerup", "")]))
            .with("do_not_contact", json!([{ "channel": "all" }]))
            .save();
        bed.person("Finn Phone")
            .with("addresses", json!([address("home", "Bakken 8", "2900", "Hellerup", "")]))
            .with(
                "do_not_contact",
                json!([{ "channel": "phone" }, { "channel": "letter", "until": "2001-01-01" }]),
            )
            .save();
        let page = bed.mia().get("/print?object=person").shows("2 labels").shows("4 cards are left out");
        page.shows("no address").shows("the address lacks: Street").shows("Do not contact: asked us in May");
        let text = text(&bed.mia().post("/print", &[("object", "person")]));
        assert!(has(&text, "Finn Phone"), "{text}");
        for name in ["Bo Homeless", "Cem Street", "Dora No", "Eva Never"] {
            assert!(!has(&text, name), "{name} in {text}");
        }
    });
}

#[test]
fn a_household_gets_one_label_in_its_name() {
    on_each_database(|bed| {
        let family = bed
            .household("Familie Berg")
            .with("addresses", json!([address("home", "Strandvej 5", "2900", "Hellerup", "")]))
            .save();
        let anna = bed.person("Anna Berg").save();
        let bo = bed.person("Bo Berg").save();
        bed.link("member_of", ("person", anna), ("household", family));
        bed.link("member_of", ("person", bo), ("household", family));
        bed.mia().get("/print?object=person").shows("1 label").shows("1 card shares one");
        let joined = text(&bed.mia().post("/print", &[("object", "person")]));
        assert!(has(&joined, "Familie Berg Strandvej 5") && !has(&joined, "Anna"), "{joined}");
        let each = text(&bed.mia().post("/print", &[("object", "person"), ("households", "0")]));
        assert!(has(&each, "Anna Berg Strandvej 5") && has(&each, "Bo Berg Strandvej 5"), "{each}");
    });
}

#[test]
fn who_said_no_is_not_written_to_in_the_familys_name() {
    on_each_database(|bed| {
        let family = bed
            .household("Familie Berg")
            .with("addresses", json!([address("home", "Strandvej 5", "2900", "Hellerup", "")]))
            .save();
        let said_no = json!([{ "channel": "letter" }]);
        for (name, no) in [("Anna Berg", false), ("Bo Berg", true), ("Ida Berg", false)] {
            let member = bed.person(name);
            let member = if no { member.with("do_not_contact", said_no.clone()) } else { member }.save();
            bed.link("member_of", ("person", member), ("household", family));
        }
        let printed = text(&bed.mia().post("/print", &[("object", "person")]));
        assert!(has(&printed, "Anna Berg Ida Berg Strandvej 5"), "{printed}");
        assert!(!has(&printed, "Familie") && !has(&printed, "Bo Berg"), "{printed}");
    });
}

#[test]
fn the_address_of_the_wanted_kind_is_taken() {
    on_each_database(|bed| {
        let company = bed
            .company("Berg Marine")
            .with("addresses", json!([address("work", "Havnen 1", "8000", "Aarhus", "")]))
            .save();
        bed.person("Anna Berg")
            .with("company", reference::reference("company", company))
            .with("addresses", json!([address("home", "Strandvej 5", "2900", "Hellerup", "")]))
            .save();
        let of = |wanted| text(&bed.mia().post("/print", &[("object", "person"), ("address", wanted)]));
        let (home, work) = (of("home"), of("work"));
        assert!(has(&home, "Strandvej 5") && !has(&home, "Berg Marine"), "{home}");
        assert!(
            has(&work, "Anna Berg Berg Marine Havnen 1") || has(&work, "Berg Marine Anna Berg Havnen 1"),
            "{work}"
        );
    });
}

#[test]
fn printing_begins_with_the_first_label_that_is_left() {
    on_each_database(|bed| {
        for number in 1..=4 {
            person(bed, &format!("Anna {number}"), "Strandvej 5");
        }
        let of = |start| {
            let answer =
                bed.mia().post("/print", &[("object", "person"), ("sheet", "avery-l7165"), ("start", start)]);
            pages(&answer)
        };
        assert_eq!(of("1"), 1);
        assert_eq!(of("5"), 1);
        assert_eq!(of("6"), 2);
        bed.mia().get("/print?object=person&sheet=avery-l7165&start=6").shows("4 labels").shows("2 sheets");
    });
}

#[test]
fn envelopes_cards_and_call_lists_are_printed_too() {
    on_each_database(|bed| {
        bed.person("Anna Berg")
            .with("addresses", json!([address("home", "Strandvej 5", "2900", "Hellerup", "")]))
            .phone("+4531425510")
            .with("job_title", "Skipper")
            .save();
        bed.person("Bo Holm")
            .phone("+4531425511")
            .with("do_not_contact", json!([{ "channel": "phone" }]))
            .save();
        bed.person("Cem Kaya").save();
        let mia = bed.mia();
        let of = |what| text(&mia.post("/print", &[("object", "person"), ("what", what)]));
        assert!(has(&of("envelopes"), "Strandvej 5 2900 Hellerup"));
        for what in ["index-cards", "cards"] {
            let cards = of(what);
            assert!(has(&cards, "Anna Berg") && has(&cards, "Skipper") && has(&cards, "Cem Kaya"), "{cards}");
        }
        let calls = of("call-list");
        assert!(has(&calls, "31 42 55 10") && has(&calls, "Skipper"), "{calls}");
        assert!(!has(&calls, "Bo Holm") && !has(&calls, "Cem Kaya"), "{calls}");
        mia.get("/print?object=person&what=call-list").shows("2 cards are left out").shows("no phone number");
    });
}
