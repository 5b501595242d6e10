//! Address labels: who gets one, in whose name, and where it stands.

use records::field::reference;
use serde_json::json;
use testbed::on_each_database;

use crate::{address, person, printed};

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
        let paper = printed(&answer);
        for line in
            ["Anna Berg", "Strandvej 5", "2900 Hellerup", "Emre Yılmaz", "İstiklal Cad. 12", "34430 BEYOĞLU"]
        {
            assert!(paper.has(line), "`{line}` is not in {paper}");
        }
        assert_eq!(printed(&answer).pages(), 1);
    });
}

#[test]
fn a_filtered_list_is_printed_as_it_is_shown() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        person(bed, "Bo Holm", "Bakken 7");
        let paper = printed(&bed.mia().post("/print", &[("object", "person"), ("q", "anna")]));
        assert!(paper.has("Anna Berg") && !paper.has("Bo Holm"), "{paper}");
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
        let paper = printed(
            &bed.mia()
                .post("/print", &[("object", "person"), ("id", &ida.to_string()), ("id", &anna.to_string())]),
        );
        assert!(paper.text().find("Ida") < paper.text().find("Anna"), "{paper}");
        assert!(!paper.has("Bo Holm"), "{paper}");
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
        let paper = printed(&bed.mia().post("/print", &[("object", "person")]));
        assert!(paper.has("Finn Phone"), "{paper}");
        for name in ["Bo Homeless", "Cem Street", "Dora No", "Eva Never"] {
            assert!(!paper.has(name), "{name} in {paper}");
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
        let joined = printed(&bed.mia().post("/print", &[("object", "person")]));
        assert!(joined.has("Familie Berg Strandvej 5") && !joined.has("Anna"), "{joined}");
        let each = printed(&bed.mia().post("/print", &[("object", "person"), ("households", "0")]));
        assert!(each.has("Anna Berg Strandvej 5") && each.has("Bo Berg Strandvej 5"), "{each}");
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
        let paper = printed(&bed.mia().post("/print", &[("object", "person")]));
        assert!(paper.has("Anna Berg Ida Berg Strandvej 5"), "{paper}");
        assert!(!paper.has("Familie") && !paper.has("Bo Berg"), "{paper}");
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
        let of = |wanted| printed(&bed.mia().post("/print", &[("object", "person"), ("address", wanted)]));
        let (home, work) = (of("home"), of("work"));
        assert!(home.has("Strandvej 5") && !home.has("Berg Marine"), "{home}");
        assert!(
            work.has("Anna Berg Berg Marine Havnen 1") || work.has("Berg Marine Anna Berg Havnen 1"),
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
            printed(&answer).pages()
        };
        assert_eq!(of("1"), 1);
        assert_eq!(of("5"), 1);
        assert_eq!(of("6"), 2);
        bed.mia().get("/print?object=person&sheet=avery-l7165&start=6").shows("4 labels").shows("2 sheets");
    });
}

#[test]
fn a_label_lies_where_its_sheet_has_it() {
    on_each_database(|bed| {
        for number in 1..=30 {
            person(bed, &format!("Anna {number:02}"), "Strandvej 5");
        }
        for key in ["avery-l7160", "avery-5160", "herma-4360", "avery-l7651"] {
            let sheet = print::sheet::Sheet::find(key).unwrap();
            let paper = printed(&bed.mia().post("/print", &[("object", "person"), ("sheet", key)]));
            for at in 0..30 {
                let (page, x, y) = paper.place_of(&format!("Anna {:02}", at + 1)).unwrap();
                let cell = at % sheet.labels();
                assert_eq!(page, at / sheet.labels());
                let left = sheet.left + sheet.across * (cell % sheet.columns) as f64;
                let top = sheet.top + sheet.down * (cell / sheet.columns) as f64;
                assert!(x > left + 1.0 && x < left + sheet.width / 2.0, "{key}, label {at}: {x} from {left}");
                assert!(y > top + 1.0 && y < top + sheet.height - 1.0, "{key}, label {at}: {y} from {top}");
            }
        }
    });
}

#[test]
fn long_names_are_made_smaller_and_stay_on_their_label() {
    on_each_database(|bed| {
        let name = "Wolfgang-Maximilian Schmetterling-Featherstonehaugh von und zu Hohenlohe";
        person(bed, name, "Strandvej 5");
        person(bed, "Xenia Zoe", "Strandvej 6");
        let paper = printed(&bed.mia().post("/print", &[("object", "person"), ("sheet", "avery-l7651")]));
        let (_, x, _) = paper.place_of("Hohenlohe").unwrap();
        let sheet = print::sheet::Sheet::find("avery-l7651").unwrap();
        assert!(x < sheet.left + sheet.width, "{x}");
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
        let of = |what| printed(&mia.post("/print", &[("object", "person"), ("what", what)]));
        assert!(of("envelopes").has("Strandvej 5 2900 Hellerup"));
        for what in ["index-cards", "cards"] {
            let cards = of(what);
            assert!(cards.has("Anna Berg") && cards.has("Skipper") && cards.has("Cem Kaya"), "{cards}");
        }
        let calls = of("call-list");
        assert!(calls.has("31 42 55 10") && calls.has("Skipper"), "{calls}");
        assert!(!calls.has("Bo Holm") && !calls.has("Cem Kaya"), "{calls}");
        mia.get("/print?object=person&what=call-list").shows("2 cards are left out").shows("no phone number");
    });
}
