//! Leads: how far somebody got with them, and what they become.

use kernel::{Error, Id};
use records::{ChangeSet, Json, access::Verb, object, record, save, timeline};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn try_create(bed: &Testbed, object: &str, values: Json) -> kernel::Result<Id> {
    let values: save::Values = serde_json::from_value(values).unwrap();
    bed.db().write(&bed.ivan().scope(), |tx| {
        let declared = object::object(tx, object)?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &declared, values)?;
        set.close(tx)?;
        Ok(id)
    })
}

fn lead(bed: &Testbed) -> Id {
    let values = json!({
        "name": { "given": "Anna", "family": "Berg" },
        "emails": [{ "address": "anna@berg.example" }],
        "company_name": "Berg Marine",
        "text": "Ten boats before summer",
        "source": "website",
    });
    try_create(bed, "lead", values).unwrap()
}

fn value(bed: &Testbed, object: &str, id: Id, field: &str) -> Json {
    bed.read(|cx| Ok(record::find(cx, &object::object(cx, object)?, id)?.get(field).clone()))
}

fn became(bed: &Testbed, lead: Id, key: &str) -> Id {
    records::field::as_id(&value(bed, "lead", lead, key)).unwrap_or_else(|| panic!("no {key}"))
}

/// Takes back what happened last to a lead, as its toast does.
fn undo_last(bed: &Testbed, lead: Id) {
    let set = bed.read(|cx| Ok(records::changes::of_record(cx, lead, None, 1)?[0].set));
    bed.ivan().post(&format!("/changes/{set}/undo"), &[]).is(303);
}

fn told(error: Error) -> Vec<String> {
    match error {
        Error::Invalid(errors) => errors.0.into_iter().map(|(field, _)| field).collect(),
        other => panic!("{other:?}"),
    }
}

const WITH_A_DEAL: [(&str, &str); 6] = [
    ("become_person", "new"),
    ("become_company", "new"),
    ("company_called", "Berg Marine"),
    ("make_deal", "yes"),
    ("name", "Ten boats"),
    ("stage", "new"),
];

#[test]
fn a_lead_needs_somebody_to_reach_and_begins_as_new() {
    on_each_database(|bed| {
        let id = lead(bed);
        assert_eq!(value(bed, "lead", id, "status"), "new");
        assert_eq!(value(bed, "lead", id, "owner"), json!(bed.ivan().user.to_string()));
        assert!(!value(bed, "lead", id, "status_since").is_null());
        let nobody = try_create(bed, "lead", json!({ "company_name": "Berg Marine" }));
        assert_eq!(told(nobody.unwrap_err()), ["name"]);
        let done = try_create(
            bed,
            "lead",
            json!({ "phones": [{ "number": "+4531425510" }], "status": "converted" }),
        );
        assert_eq!(told(done.unwrap_err()), ["status"]);
        let ivan = bed.ivan();
        ivan.get("/leads").is(200).shows("Anna Berg").shows("aria-label=\"Qualified\"");
        let moved = [("by", "status"), ("status", "converted"), ("seen", "\"new\"")];
        assert!(ivan.post(&format!("/leads/{id}/column"), &moved).is(422).contains("from its card"));
        ivan.post(
            &format!("/leads/{id}/column"),
            &[("by", "status"), ("status", "working"), ("seen", "\"new\"")],
        )
        .is(303);
        assert_eq!(value(bed, "lead", id, "status"), "working");
        // As with people, somebody like it is told of.
        let again =
            [("name.given", "Anna"), ("name.family", "Berg"), ("emails.0.address", "anna@berg.example")];
        ivan.post("/leads", &again).is(409).says("Anna Berg");
    });
}

#[test]
fn a_lead_becomes_a_person_a_company_and_a_deal_and_one_undo_takes_all_back() {
    on_each_database(|bed| {
        let id = lead(bed);
        let about = format!("lead:{id}");
        let call = try_create(
            bed,
            "call",
            json!({ "about": about, "outcome": "reached", "at": 1_795_000_000_000_000i64 }),
        )
        .unwrap();
        let note = try_create(bed, "note", json!({ "about": about, "text": "Likes red boats" })).unwrap();
        let (ivan, sven) = (bed.ivan(), bed.sven());
        sven.post(&format!("/leads/{id}/following"), &[]).is(303);
        ivan.get(&format!("/leads/{id}")).is(200).shows("Likes red boats").shows("Convert");
        ivan.get(&format!("/leads/{id}/convert"))
            .is(200)
            .shows("A new person: Anna Berg")
            .shows("Berg Marine");
        ivan.post(&format!("/leads/{id}/convert"), &WITH_A_DEAL).is(303);
        let (person, company, deal) =
            (became(bed, id, "person"), became(bed, id, "company"), became(bed, id, "deal"));
        assert_eq!(value(bed, "person", person, "emails"), json!([{ "address": "anna@berg.example" }]));
        assert_eq!(value(bed, "person", person, "company"), json!(format!("company:{company}")));
        assert_eq!(value(bed, "person", person, "source"), "website");
        assert_eq!(value(bed, "company", company, "name"), "Berg Marine");
        assert_eq!(value(bed, "deal", deal, "person"), json!(format!("person:{person}")));
        assert_eq!(value(bed, "deal", deal, "about"), "Ten boats before summer");
        // Everything that happened goes along.
        let on = |card: Id| bed.read(|cx| Ok(timeline::of_card(cx, card, None, 10)?.len()));
        assert_eq!((on(person), on(id)), (2, 0));
        assert_eq!(value(bed, "call", call, "about"), json!(format!("person:{person}")));
        assert_eq!(value(bed, "person", person, "last_talk_at"), 1_795_000_000_000_000i64);
        let followed = bed.read(|cx| {
            let card = record::find(cx, &object::object(cx, "person")?, person)?;
            records::following::followers(cx, &card)
        });
        assert!(followed.contains(&sven.user));
        ivan.get(&format!("/people/{person}")).is(200).shows("Likes red boats").shows("Ten boats");
        // The lead stays, and leads to what it became.
        ivan.get(&format!("/leads/{id}")).is(200).shows("Converted").shows("Ten boats");
        ivan.get("/leads").is(200).hides("Anna Berg").hides("aria-label=\"Converted\"");
        ivan.get("/leads?view=all").is(200).shows("Anna Berg");
        let again = ivan.post(&format!("/leads/{id}/convert"), &WITH_A_DEAL).is(303);
        assert!(again.toast().contains("converted already"), "{}", again.toast());
        assert_eq!(again.location(), format!("/people/{person}"));
        ivan.get(&format!("/leads/{id}/convert")).is(303);
        let back = [("by", "status"), ("status", "new"), ("seen", "\"converted\"")];
        ivan.post(&format!("/leads/{id}/column"), &back).is(422);
        undo_last(bed, id);
        assert_eq!(value(bed, "lead", id, "status"), "new");
        assert!(
            value(bed, "lead", id, "person").is_null() && value(bed, "lead", id, "converted_at").is_null()
        );
        assert_eq!((on(person), on(id)), (0, 2));
        assert_eq!(value(bed, "note", note, "about"), json!(about));
        for (object, id) in [("person", person), ("company", company), ("deal", deal)] {
            let trashed = bed.read(|cx| Ok(record::find(cx, &object::object(cx, object)?, id)?.trashed_at));
            assert!(trashed.is_some(), "{object}");
        }
        ivan.get("/leads").is(200).shows("Anna Berg");
        // And the undo undone makes it the same person again.
        undo_last(bed, id);
        assert_eq!(value(bed, "lead", id, "status"), "converted");
        assert_eq!((became(bed, id, "person"), became(bed, id, "deal")), (person, deal));
        assert_eq!((on(person), on(id)), (2, 0));
        ivan.get(&format!("/people/{person}")).is(200).shows("Likes red boats").shows("Ten boats");
    });
}

#[test]
fn a_lead_who_is_here_already_brings_what_their_card_lacks() {
    on_each_database(|bed| {
        let company = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").email("anna@berg.example").save();
        let values = json!({
            "name": { "given": "Anna", "family": "Berg" },
            "emails": [{ "address": "ANNA@berg.example" }, { "address": "office@berg.example" }],
            "job_title": "Captain",
            "company_name": "Berg Marine",
        });
        let id = try_create(bed, "lead", values).unwrap();
        let ivan = bed.ivan();
        let page = ivan.get(&format!("/leads/{id}/convert")).is(200);
        assert!(
            page.contains(&format!("value=\"{anna}\" checked"))
                && page.contains(&format!("value=\"{company}\" checked"))
        );
        let (anna_text, company_text) = (anna.to_string(), company.to_string());
        let wanted = [("become_person", anna_text.as_str()), ("become_company", company_text.as_str())];
        ivan.post(&format!("/leads/{id}/convert"), &wanted).is(303);
        assert_eq!(became(bed, id, "person"), anna);
        assert!(value(bed, "lead", id, "deal").is_null());
        let emails = json!([{ "address": "anna@berg.example", "label": "work" }, { "address": "office@berg.example" }]);
        assert_eq!(value(bed, "person", anna, "emails"), emails);
        assert_eq!(value(bed, "person", anna, "job_title"), "Captain");
        assert_eq!(value(bed, "person", anna, "company"), json!(format!("company:{company}")));
        undo_last(bed, id);
        assert_eq!(
            value(bed, "person", anna, "emails"),
            json!([{ "address": "anna@berg.example", "label": "work" }])
        );
        assert!(
            value(bed, "person", anna, "job_title").is_null()
                && value(bed, "person", anna, "company").is_null()
        );
    });
}

#[test]
fn a_conversion_that_a_rule_stops_writes_nothing_and_says_why() {
    on_each_database(|bed| {
        let id = lead(bed);
        let ivan = bed.ivan();
        let address = format!("/leads/{id}/convert");
        let nameless: Vec<_> = WITH_A_DEAL
            .iter()
            .map(|(key, text)| if *key == "name" { (*key, "") } else { (*key, *text) })
            .collect();
        ivan.post(&address, &nameless).is(422).says("Deal").says("Fill this in");
        ivan.post(&address, &[("become_person", "new"), ("become_company", "new")])
            .is(422)
            .says("Fill this in");
        ivan.post(&address, &[]).is(422).says("Choose who the lead becomes");
        let people = bed.read(|cx| {
            records::query::count(cx, &object::object(cx, "person")?, &records::Query::default(), 10)
        });
        assert_eq!((people, value(bed, "lead", id, "status")), (0, json!("new")));
        bed.rita().get(&address).is(403);
        bed.rita().post(&address, &WITH_A_DEAL).is(403);
        // Who may make no people converts nobody into one.
        let rights =
            serde_json::from_value(json!({ "objects": { "*": { "see": "all", "edit": "all" } } })).unwrap();
        let sven = bed.sven();
        bed.write(|tx| {
            let role = identity::roles::add(tx, "No new cards")?;
            identity::roles::change(tx, role, &rights)?;
            identity::roles::give(tx, sven.user, &[role])
        });
        sven.get(&address).is(403);
        sven.post(&address, &WITH_A_DEAL).is(403);
        let may = bed.db().read(&sven.scope(), |cx| {
            records::access::may(cx, &*object::object(cx, "person")?, Verb::Create)
        });
        assert!(!may.unwrap());
    });
}

#[test]
fn of_two_who_convert_a_lead_at_once_the_second_is_told() {
    on_each_database(|bed| {
        let id = lead(bed);
        let address = format!("/leads/{id}/convert");
        let toasts: Vec<String> = std::thread::scope(|scope| {
            let begun: Vec<_> = [bed.ivan(), bed.sven()]
                .into_iter()
                .map(|one| {
                    let address = &address;
                    scope.spawn(move || one.post(address, &WITH_A_DEAL).is(303).toast())
                })
                .collect();
            begun.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let told = toasts.iter().filter(|toast| toast.contains("converted already")).count();
        assert_eq!(told, 1, "{toasts:?}");
        for object in ["person", "company", "deal"] {
            let count = bed.read(|cx| {
                records::query::count(cx, &object::object(cx, object)?, &records::Query::default(), 10)
            });
            assert_eq!(count, 1, "{object}");
        }
    });
}

#[test]
fn a_pasted_signature_fills_the_form_and_what_is_not_understood_stands_in_the_note() {
    on_each_database(|bed| {
        let sven = bed.sven();
        sven.get("/leads/new").shows("Paste a signature");
        sven.get("/leads/paste").is(200);
        sven.post("/leads/paste", &[("pasted", " ")]).is(422).says("Paste some text first");
        let pasted = "Med venlig hilsen\nSøren Ågård\nSalgschef\nBerg & Sønner A/S\nHavnegade 4, 2100 København Ø\n\
                      Mobil: 31 42 55 10\nsoren@bergsonner.dk\nRinger helst om fredagen";
        let page = sven.post("/leads/paste", &[("pasted", pasted)]).is(200);
        for value in [
            "value=\"Søren\"",
            "value=\"Salgschef\"",
            "value=\"Berg &amp; Sønner A/S\"",
            "value=\"2100\"",
            "soren@bergsonner.dk",
            "Ringer helst om fredagen",
            "action=\"/leads\"",
        ] {
            assert!(page.contains(value), "{value}");
        }
        assert_eq!(
            bed.read(|cx| records::query::count(
                cx,
                &object::object(cx, "lead")?,
                &records::Query::default(),
                9
            )),
            0
        );
        bed.rita().post("/leads/paste", &[("pasted", pasted)]).is(403);
    });
}

#[test]
fn a_lead_who_said_no_is_on_no_list_until_that_is_over_and_is_recognised_again() {
    on_each_database(|bed| {
        let id = lead(bed);
        let ivan = bed.ivan();
        ivan.get("/leads").shows("Anna Berg");
        let until =
            bed.read(|cx| Ok(cx.today().checked_add(jiff::Span::new().days(10)).unwrap().to_string()));
        let status = [("by", "status"), ("status", "not_interested"), ("seen", "\"new\"")];
        bed.ivan().post(&format!("/leads/{id}/column"), &status).is(303);
        assert_eq!(value(bed, "lead", id, "standing"), "not_interested");
        let patch = |fields: Json| {
            bed.program(kernel::Role::Admin)
                .patch(&format!("/api/v1/leads/{id}"), &json!({ "fields": fields }))
                .is(200)
        };
        patch(json!({ "standing_until": until, "standing_reason": "Bought elsewhere" }));
        ivan.get("/leads").hides("Anna Berg");
        ivan.get(&format!("/leads/{id}")).shows("Bought elsewhere").shows("guard");
        // Asked for, they are there.
        let all = ivan.get("/leads").is(200).text();
        assert!(all.contains("Also who wants to be left alone"));
        ivan.get("/leads?view=all").shows("Anna Berg");
        // Deleted and brought again, also as a person, they still said no.
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-trashed");
            save::trash(tx, &mut set, &object::object(tx, "lead")?, id)?;
            set.close(tx)
        });
        let again = try_create(
            bed,
            "lead",
            json!({ "name": { "family": "Boatless" }, "emails": [{ "address": "Anna@Berg.example" }] }),
        )
        .unwrap();
        assert_eq!(value(bed, "lead", again, "standing"), "not_interested");
        bed.ivan().get("/leads").hides("Boatless");
        let person = bed.person("Anna B").email("anna@berg.example").save();
        assert_eq!(value(bed, "person", person, "standing"), "not_interested");
        bed.advance(12 * kernel::clock::DAY);
        ivan.get("/leads").shows("Boatless");
        bed.leave_jobs();
    });
}

#[test]
fn a_call_that_ends_with_no_closes_the_lead_and_another_status_opens_it_again() {
    on_each_database(|bed| {
        let id = lead(bed);
        bed.record("call")
            .with("about", format!("lead:{id}"))
            .with("outcome", "not_interested")
            .with("text", "Has boats")
            .save();
        assert_eq!(value(bed, "lead", id, "status"), "not_interested");
        assert_eq!(value(bed, "lead", id, "standing_reason"), "Has boats");
        let back = [("by", "status"), ("status", "working"), ("seen", "\"not_interested\"")];
        bed.ivan().post(&format!("/leads/{id}/column"), &back).is(303);
        for field in ["standing", "standing_reason", "alone_until"] {
            assert!(value(bed, "lead", id, field).is_null(), "{field}");
        }
    });
}

#[test]
fn the_guard_of_a_lead_knows_who_talks_to_their_company_and_to_them() {
    on_each_database(|bed| {
        let company = bed.company("Berg Marine").save();
        let bo = bed.person("Bo Holm").at(company).save();
        bed.record("call")
            .with("about", format!("person:{bo}"))
            .with("outcome", "reached")
            .by(&bed.sven())
            .save();
        let id = lead(bed);
        let ivan = bed.ivan();
        ivan.get(&format!("/leads/{id}")).shows("Sven Ek").shows("Bo Holm");
        ivan.get(&format!("/leads/{id}/contact/phone?straight=on")).is(200).says("Sven Ek");
        let other = try_create(bed, "lead", json!({ "name": { "family": "Else" }, "company_name": "Other" }))
            .unwrap();
        ivan.get(&format!("/leads/{other}")).hides("Bo Holm");
    });
}
