//! Forms by which strangers become leads: what they bring, what is kept aside, and consent that is asked twice.

use kernel::{Id, clock::DAY};
use records::{Filter, Operator, Query, Record, object::object, query, record, timeline};
use serde_json::json;
use testbed::{Answer, Browser, Testbed, on_each_database};
use web::Method;

/// A form that asks for the usual things, and its public address.
fn form(bed: &Testbed, changed: &[(&str, &str)]) -> String {
    let ivan = bed.ivan();
    let settings = ivan.post("/settings/forms", &[("name", "Contact")]).is(303).location();
    let mut wanted = vec![
        ("version", "1"),
        ("name", "Contact"),
        ("open", "yes"),
        ("language", "en"),
        ("ask.name", "required"),
        ("ask.emails", "required"),
        ("ask.phones", "optional"),
        ("ask.text", "optional"),
        ("ask.addresses", "optional"),
        ("ask.recommended_by", "optional"),
        ("source", "website"),
    ];
    wanted.retain(|(name, _)| changed.iter().all(|(other, _)| other != name));
    wanted.extend(changed);
    ivan.post(&settings, &wanted).is(303);
    let page = ivan.get(&settings).is(200).text();
    let at = page.find("href=\"/forms/").expect("its public address") + "href=\"".len();
    page[at..].split('"').next().unwrap().to_owned()
}

fn all(bed: &Testbed, key: &'static str) -> Vec<Record> {
    bed.read(|cx| Ok(query::page(cx, &object(cx, key)?, &Query::default(), &[], 50)?.records))
}

fn on(bed: &Testbed, card: Id) -> Vec<String> {
    bed.read(|cx| {
        let note = object(cx, "note")?;
        let entries = timeline::of_card(cx, card, None, 20)?;
        let ids: Vec<Id> = entries.iter().map(|entry| entry.record).collect();
        Ok(record::find_many(cx, &note, &ids)?.values().map(|note| note.text("text").to_owned()).collect())
    })
}

fn letters(bed: &Testbed) -> Vec<(String, String)> {
    let sql = "SELECT to_address, plain FROM mails WHERE workspace_id = ?1 AND kind = 'consent' ORDER BY id";
    let rows = bed.read(|cx| cx.query(sql, &[cx.workspace().into()]));
    rows.iter().map(|row| (row.text(0).to_owned(), row.text(1).to_owned())).collect()
}

/// Somebody's page on another site.
fn elsewhere<'bed>(bed: &'bed Testbed) -> Browser<'bed> {
    bed.stranger().from_another_site().header("referer", "https://berg.example/contact")
}

const ANNA: [(&str, &str); 4] = [
    ("name", "Anna Berg"),
    ("email", "anna@berg.example"),
    ("phone", "31 42 55 10"),
    ("message", "Ten boats before summer"),
];

fn hidden(page: &Answer, name: &str) -> String {
    let text = page.text();
    let at = text.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}"));
    text[at..].split('"').nth(3).unwrap().to_owned()
}

#[test]
fn what_a_stranger_sends_from_any_site_becomes_a_lead_with_where_it_came_from() {
    on_each_database(|bed| {
        let told = bed.person("Bo Holm").save();
        let address = form(bed, &[("campaign", "Spring")]);
        let sent = [
            &ANNA[..],
            &[
                ("utm_source", "newsletter"),
                ("utm_medium", "mail"),
                ("utm_campaign", "boats"),
                ("referrer", "https://search.example"),
                ("landing_page", "https://berg.example/?utm_source=newsletter"),
                ("street", "Quay 4"),
                ("postal_code", "2100"),
                ("city", "København"),
                ("recommended_by", "Bo Holm"),
                ("boat_length", "12 m"),
                ("homepage", ""),
            ],
        ]
        .concat();
        let answer = elsewhere(bed).post(&address, &sent).is(303);
        assert_eq!(answer.location(), format!("{address}?sent=1"));
        assert_eq!(answer.header("set-cookie"), "");
        bed.stranger().get(&answer.location()).shows("Thank you");
        let leads = all(bed, "lead");
        let [lead] = leads.as_slice() else { panic!("{} leads", leads.len()) };
        let lead = bed.read(|cx| record::find(cx, &object(cx, "lead")?, lead.id));
        for (field, expected) in [
            ("name", json!({ "given": "Anna", "family": "Berg" })),
            ("emails", json!([{ "address": "anna@berg.example" }])),
            ("text", json!("Ten boats before summer")),
            ("source", json!("website")),
            ("origin", json!("newsletter")),
            ("medium", json!("mail")),
            ("campaign", json!("boats")),
            ("referrer", json!("https://search.example")),
            ("landing_page", json!("https://berg.example/?utm_source=newsletter")),
            ("form", json!("Contact")),
            ("told_by", json!(format!("person:{told}"))),
            ("recommended_by", json!("Bo Holm")),
            ("language", json!("en")),
            ("country", json!("DK")),
            ("postal_code", json!("2100")),
            ("status", json!("new")),
        ] {
            assert_eq!(lead.get(field), &expected, "{field}");
        }
        assert_eq!(lead.get("phones")[0]["number"], "+4531425510");
        let notes = on(bed, lead.id);
        assert_eq!(notes.len(), 1);
        assert!(notes[0].contains("boat_length: 12 m"), "what no field takes is not lost: {notes:?}");
        bed.ivan().get(&format!("/leads/{}", lead.id)).shows("Ten boats before summer").shows("newsletter");
        // A second click is no second lead.
        elsewhere(bed).post(&address, &sent).is(303);
        assert_eq!(all(bed, "lead").len(), 1);
    });
}

#[test]
fn json_from_another_sites_script_is_taken_and_told_what_is_wrong() {
    on_each_database(|bed| {
        let address = form(bed, &[("thanks", "Until soon")]);
        let there = elsewhere(bed);
        let asked = there.ask(Method::OPTIONS, &address).is(204);
        assert_eq!(asked.header("access-control-allow-origin"), "*");
        assert!(asked.header("access-control-allow-headers").contains("content-type"));
        assert_eq!(asked.header("access-control-allow-credentials"), "");
        let described = bed.stranger().header("accept", "application/json").get(&address).is(200);
        assert_eq!(described.header("access-control-allow-origin"), "*");
        let described = described.json();
        assert_eq!(described["fields"][0]["name"], "name");
        assert_eq!(described["fields"][0]["required"], true);
        let wrong =
            there.json(Method::POST, &address, &json!({ "name": "Anna", "email": "anna at berg" })).is(422);
        assert_eq!(wrong.header("access-control-allow-origin"), "*");
        assert!(wrong.json()["errors"]["email"].as_str().unwrap().contains("name@example.com"));
        there.json(Method::POST, &address, &json!(["no", "object"])).is(422);
        let taken = there
            .json(
                Method::POST,
                &address,
                &json!({ "first_name": "Işıl", "last_name": "Öz", "email": "isil@oz.example" }),
            )
            .is(200);
        assert_eq!(taken.json()["thanks"], "Until soon");
        let leads = all(bed, "lead");
        assert_eq!(leads.len(), 1);
        assert_eq!(leads[0].get("name"), &json!({ "given": "Işıl", "family": "Öz" }));
        assert_eq!(leads[0].text("landing_page"), "https://berg.example/contact");
        let parts = there.upload(&address, &[("name", "王小明"), ("email", "ming@wang.example")], &[]);
        parts.is(303);
        assert_eq!(all(bed, "lead").len(), 2);
    });
}

#[test]
fn our_own_page_asks_in_the_forms_language_and_loses_nothing_that_was_typed() {
    on_each_database(|bed| {
        let address = form(bed, &[("language", "da"), ("intro", "Skriv til os")]);
        let anna = bed.stranger();
        let page = anna.get(&format!("{address}?utm_campaign=for%C3%A5r")).is(200);
        assert!(page.contains("Skriv til os") && page.contains("lang=\"da\"") && page.contains("Din besked"));
        assert_eq!(hidden(&page, "utm_campaign"), "forår");
        let stamp = hidden(&page, "_stamp");
        bed.advance(4_000_000);
        let nothing = anna.post(&address, &[("email", "anna@berg.example"), ("message", "Ti både")]).is(422);
        assert!(nothing.contains("Ti både") && nothing.contains("anna@berg.example"));
        let sent =
            [&ANNA[..], &[("_stamp", stamp.as_str()), ("_page", "1"), ("utm_campaign", "forår")]].concat();
        let done = anna.post(&address, &sent).is(303).location();
        anna.get(&done).shows("Tak. Vi har fået");
        let leads = all(bed, "lead");
        assert_eq!((leads.len(), leads[0].text("campaign"), leads[0].text("language")), (1, "forår", "da"));
        let closed = form(bed, &[("open", ""), ("name", "Old")]);
        bed.stranger().get(&closed).is(410);
        elsewhere(bed).post(&closed, &ANNA).is(410);
        bed.stranger().get("/forms/nothing").is(404);
    });
}

#[test]
fn what_may_be_spam_waits_for_somebody_to_look_at_it() {
    on_each_database(|bed| {
        let address = form(bed, &[("consent", "Write to me")]);
        let page = bed.stranger().get(&address).is(200);
        let stamp = hidden(&page, "_stamp");
        let trapped = [&ANNA[..], &[("homepage", "https://pills.example"), ("consent", "yes")]].concat();
        elsewhere(bed).post(&address, &trapped).is(303);
        // Sent in the moment in which the page was made.
        let fast = [&ANNA[..2], &[("message", "Fast"), ("_stamp", stamp.as_str())]].concat();
        elsewhere(bed).post(&address, &fast).is(303);
        let links = [&ANNA[..2], &[("message", "http://a.example and http://b.example")]].concat();
        elsewhere(bed).post(&address, &links).is(303);
        assert_eq!(all(bed, "lead").len(), 0);
        assert!(letters(bed).is_empty(), "nobody is written to because of spam");
        bed.rita().get("/leads/aside").is(403);
        let sven = bed.sven();
        let list = sven.get("/leads/aside").is(200);
        for why in ["A field that people do not see", "Sent faster than", "Links", "http://a.example"] {
            assert!(list.contains(why), "{why}");
        }
        let waiting = list.ids("/leads/aside/");
        assert_eq!(waiting.len(), 3);
        let first = waiting.last().unwrap();
        let made = sven.post(&format!("/leads/aside/{first}"), &[]).is(303).location();
        sven.get(&made).shows("Ten boats before summer");
        assert_eq!(letters(bed).len(), 1);
        sven.post(&format!("/leads/aside/{first}"), &[]).is(404);
        sven.post(&format!("/leads/aside/{}/remove", waiting[0]), &[]).is(303);
        assert_eq!(sven.get("/leads/aside").is(200).ids("/leads/aside/").len(), 1);
        assert_eq!(all(bed, "lead").len(), 1);
    });
}

#[test]
fn too_much_from_one_place_is_kept_aside_and_then_refused() {
    on_each_database(|bed| {
        let address = form(bed, &[]);
        let send = |at: usize| {
            let mail = format!("anna{at}@berg.example");
            elsewhere(bed).post(&address, &[("name", "Anna"), ("email", &mail)])
        };
        for at in 0..30 {
            send(at).is(303);
        }
        assert_eq!(all(bed, "lead").len(), 5);
        assert_eq!(bed.ivan().get("/leads/aside").is(200).ids("/leads/aside/").len(), 25);
        send(31).is(429);
        bed.advance(DAY);
        send(32).is(303);
        assert_eq!(all(bed, "lead").len(), 6);
        bed.leave_jobs();
    });
}

#[test]
fn somebody_who_is_here_already_is_told_of_and_stays_as_they_are() {
    on_each_database(|bed| {
        let anna =
            bed.person("Anna Maria Berg").email("ANNA@berg.example").with("job_title", "Captain").save();
        let address = form(bed, &[]);
        elsewhere(bed).post(&address, &ANNA).is(303);
        let person = bed.read(|cx| record::find(cx, &object(cx, "person")?, anna));
        assert_eq!(person.get("name"), &json!({ "given": "Anna", "middle": "Maria", "family": "Berg" }));
        assert!(person.get("phones").is_null());
        let notes = on(bed, anna);
        assert!(notes.len() == 1 && notes[0].contains("Ten boats before summer"), "{notes:?}");
        let lead = all(bed, "lead")[0].id;
        bed.ivan()
            .get(&format!("/leads/{lead}"))
            .shows("Here already, with the same e-mail or phone")
            .shows("Anna Maria Berg");
        // Who writes again is told of on the open lead too.
        let again = [&ANNA[..2], &[("message", "Eleven boats")]].concat();
        elsewhere(bed).post(&address, &again).is(303);
        assert!(on(bed, lead).iter().any(|note| note.contains("Eleven boats")));
        assert_eq!(all(bed, "lead").len(), 2);
    });
}

#[test]
fn consent_counts_when_its_owner_pressed_the_button_and_goes_along() {
    on_each_database(|bed| {
        let address = form(bed, &[("consent", "Ja, skriv til mig"), ("language", "da")]);
        let ticked = [&ANNA[..], &[("consent", "yes")]].concat();
        elsewhere(bed).post(&address, &ticked).is(303);
        let lead = all(bed, "lead")[0].id;
        let stands = |object_key: &'static str, id: Id| {
            bed.read(|cx| {
                Ok(record::find(cx, &object(cx, object_key)?, id)?.text("email_consent").to_owned())
            })
        };
        assert_eq!(stands("lead", lead), "asked");
        let written = letters(bed);
        let [(to, text)] = written.as_slice() else { panic!("{written:?}") };
        assert!(
            to == "anna@berg.example" && text.contains("Ja, skriv til mig") && text.contains("Hej Anna Berg")
        );
        let at = text.find("/agree/").unwrap();
        let link = text[at..].split('\n').next().unwrap().to_owned();
        let anna = bed.stranger();
        anna.get(&link).shows("Ja, skriv til mig").shows("Må vi skrive til dig");
        assert_eq!(stands("lead", lead), "asked", "mail programs open links by themselves");
        anna.post(&link, &[("answer", "given")]).is(303);
        anna.get(&link).shows("Du har sagt ja");
        assert_eq!(stands("lead", lead), "given");
        let consent = all(bed, "consent").remove(0);
        let consent = bed.read(|cx| record::find(cx, &object(cx, "consent")?, consent.id));
        assert_eq!(consent.text("text"), "Ja, skriv til mig");
        assert_eq!(consent.text("page"), "https://berg.example/contact");
        assert!(consent.instant("given_at").is_some() && !consent.text("client").is_empty());
        // Once a day, whoever types the address.
        let again = [&ANNA[..2], &[("message", "More"), ("consent", "yes")]].concat();
        elsewhere(bed).post(&address, &again).is(303);
        assert_eq!(letters(bed).len(), 1);
        let ivan = bed.ivan();
        ivan.get(&format!("/leads/{lead}")).shows("asked for consent, Given");
        ivan.post(&format!("/leads/{lead}/convert"), &[("become_person", "new"), ("become_company", "none")])
            .is(303);
        let person = all(bed, "person")[0].id;
        assert_eq!(stands("person", person), "given");
        let about = Filter::field("about", Operator::Is, &[&person.to_string()]);
        let of_person = bed.read(|cx| {
            query::count(cx, &object(cx, "consent")?, &Query { filter: about, ..Query::default() }, 10)
        });
        assert_eq!(of_person, 1, "the proof went along");
        // And back: whoever changes their mind says so by the same link.
        anna.post(&link, &[("answer", "withdrawn")]).is(303);
        assert_eq!(stands("person", person), "withdrawn");
        bed.advance(40 * DAY);
        anna.get(&link).is(404);
        bed.leave_jobs();
    });
}

#[test]
fn nobody_who_wants_no_mail_is_asked_by_mail() {
    on_each_database(|bed| {
        bed.person("Anna Berg")
            .email("anna@berg.example")
            .with("do_not_contact", json!([{ "channel": "email" }]))
            .save();
        let address = form(bed, &[("consent", "Write to me")]);
        let ticked = [&ANNA[..], &[("consent", "yes")]].concat();
        elsewhere(bed).post(&address, &ticked).is(303);
        assert_eq!((all(bed, "lead").len(), letters(bed).len()), (1, 0));
    });
}

#[test]
fn a_form_says_what_is_wrong_with_it_and_only_administrators_make_one() {
    on_each_database(|bed| {
        bed.sven().get("/settings/forms").is(403);
        let ivan = bed.ivan();
        ivan.post("/settings/forms", &[("name", " ")]).is(422).says("Fill this in");
        let settings = ivan.post("/settings/forms", &[("name", "Contact")]).is(303).location();
        let wrong = [
            ("version", "1"),
            ("name", "Contact"),
            ("ask.text", "required"),
            ("consent", "Write to me"),
            ("thanks_address", "javascript:alert(1)"),
        ];
        ivan.post(&settings, &wrong)
            .is(422)
            .says("Ask for a name, an e-mail address or a phone number")
            .says("consent is confirmed by mail")
            .says("starts with https://");
        ivan.post(&settings, &[("version", "1"), ("name", "One"), ("ask.name", "required")]).is(303);
        let late = [("version", "1"), ("name", "Two"), ("ask.name", "required")];
        ivan.post(&settings, &late).is(409).says("Two");
        ivan.get("/settings/forms").shows("One");
        ivan.get(&settings).shows("&lt;form method=").shows("utm_campaign");
        bed.olga().get(&settings).is(404);
    });
}

#[test]
fn who_said_no_and_writes_by_themselves_is_seen() {
    on_each_database(|bed| {
        bed.person("Anna Berg").email("anna@berg.example").with("standing", "not_interested").save();
        let address = form(bed, &[]);
        elsewhere(bed).post(&address, &ANNA).is(303);
        let lead = all(bed, "lead")[0].id;
        let ivan = bed.ivan();
        ivan.get("/leads").shows("Anna Berg");
        ivan.get(&format!("/leads/{lead}")).shows("Not interested");
    });
}
