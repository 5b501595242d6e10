//! The contact guard: who is known to be in touch with a customer, on the card, before a call, and through the API.

use identity::roles;
use kernel::{
    Id, Role,
    clock::{DAY, MINUTE},
};
use serde_json::json;
use testbed::{File, Testbed, databases, on_each_database};

/// Sven sees and changes only what is his own.
fn sven_sees_his_own(bed: &Testbed) {
    let rights = serde_json::from_value(json!({
        "objects": { "*": { "see": "own", "create": "all", "edit": "own", "delete": "own", "export": "all" } }
    }));
    let sven = bed.sven().user;
    let given = bed.db().write(&bed.ivan().scope(), |tx| {
        let role = roles::add(tx, "Limited")?;
        roles::change(tx, role, &rights.unwrap())?;
        roles::give(tx, sven, &[role])
    });
    given.unwrap();
}

fn contact(person: Id) -> String {
    format!("/people/{person}/contact/phone?straight=on")
}

#[test]
fn who_talks_with_anybody_at_the_company_is_known_at_all_of_them() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let holm = bed.company("Holm Shipping").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        let bo = bed.person("Bo Holm").phone("+4531425511").at(berg).save();
        let far = bed.person("Far Away").phone("+4531425512").at(holm).save();
        bed.call(anna, "reached").with("text", "Wants a quote").save();
        let sven = bed.sven();
        for card in [format!("/people/{bo}"), format!("/companies/{berg}"), contact(bo)] {
            sven.get(&card).shows("Mia Berg").shows("was in touch").shows("Wants a quote").shows("Anna Berg");
        }
        // Nothing stands in the way of calling somebody elsewhere.
        let answer = sven.get(&contact(far)).is(303);
        assert_eq!(answer.location(), format!("/people/{far}?compose=call#composer"));
        // A second job counts as much as the first, and one that ended does not.
        let link = bed.link("works_at", ("person", anna), ("company", holm));
        sven.get(&contact(far)).is(200).shows("Wants a quote");
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-linked");
            records::links::change(tx, &mut set, link, "", "", "2020-01-01")?;
            set.close(tx)
        });
        sven.get(&contact(far)).is(303);
        // What somebody did themselves is no news to them, nor is what is long ago. Sven had their cards open until just now.
        bed.advance(16 * MINUTE);
        bed.mia().get(&contact(bo)).is(303);
        bed.advance(15 * DAY);
        sven.get(&contact(bo)).is(303);
    });
}

#[test]
fn a_household_is_one_customer_too() {
    on_each_database(|bed| {
        let home = bed.household("Bergs").save();
        let (anna, bo) = (bed.person("Anna Berg").save(), bed.person("Bo Berg").save());
        for member in [anna, bo] {
            bed.link("member_of", ("person", member), ("household", home));
        }
        bed.call(anna, "not_reached").save();
        bed.sven().get(&contact(bo)).is(200).shows("Mia Berg").shows("Anna Berg");
        bed.sven().get(&format!("/households/{home}")).shows("was in touch");
    });
}

#[test]
fn that_somebody_is_in_contact_shows_where_the_words_may_not_be_read() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(berg).phone("+4531425510").save();
        bed.call(anna, "reached").with("text", "A secret price").save();
        sven_sees_his_own(bed);
        let sven = bed.sven();
        let own =
            bed.person("Own Card").at(berg).phone("+4531425511").with("owner", sven.user.to_string()).save();
        let page = sven.get(&contact(own)).is(200).shows("Mia Berg").shows("was in touch");
        let page = page.hides("A secret price").hides("Anna Berg").hides(&anna.to_string());
        let page = page.shows("with somebody close to this card").shows("Ask Mia");
        // The way to ask names her in a comment that only has to be finished.
        let ask = format!("/people/{own}?compose=comment&text=%40Mia+Berg+");
        assert!(page.contains(&format!("{}#composer", ask.replace('&', "&amp;"))), "{}", page.text());
        sven.get(&ask).shows("@Mia Berg");
        // Who only reads is told as much, and cannot ask by a comment.
        bed.rita().get(&format!("/people/{own}")).shows("was in touch").hides("Ask Mia");
    });
}

#[test]
fn a_call_that_a_colleague_promised_is_known() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").phone("+4531425510").save();
        let at = bed.db().clock().now().plus(3 * DAY);
        bed.call(anna, "call_back").with("call_back_at", at.micros()).save();
        // When the call itself is old news, the promise still stands.
        bed.advance(20 * DAY);
        bed.sven().get(&contact(anna)).is(200).shows("has something open").shows("Call back Anna Berg");
        bed.mia().get(&contact(anna)).is(303);
    });
}

#[test]
fn a_refusal_is_known_around_the_card_until_it_is_over() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(berg);
        let until = bed.db().clock().now().plus(DAY).in_zone(&jiff::tz::TimeZone::UTC).date();
        let never = json!([{ "channel": "all", "reason": "Never again", "until": until.to_string() }]);
        let anna = anna.phone("+4531425510").with("do_not_contact", never).save();
        let bo = bed.person("Bo Holm").at(berg).phone("+4531425511").save();
        bed.sven().get(&contact(anna)).is(200).shows("Never again");
        bed.sven().get(&contact(bo)).is(200).shows("Anna Berg").shows("does not want to be contacted");
        bed.sven().get("/people").shows("Do not contact");
        bed.advance(3 * DAY);
        bed.sven().get(&contact(anna)).is(303);
        bed.sven().get(&contact(bo)).is(303);
        bed.sven().get(&format!("/people/{anna}")).hides("data-tone=\"stop\"");
        assert!(!bed.sven().get("/people").contains("data-tone=\"stop\""), "what is over marks nobody");
    });
}

#[test]
fn who_is_not_interested_may_be_asked_again_one_day() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").phone("+4531425510").save();
        bed.call(anna, "not_interested").with("text", "Has a boat already").by(&bed.sven()).save();
        let until = bed.db().clock().now().plus(30 * DAY).in_zone(&jiff::tz::TimeZone::UTC).date();
        let form = [("standing_until", until.to_string())];
        let pairs: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        bed.sven().post(&format!("/people/{anna}/fields/standing_until"), &pairs).is(303);
        bed.sven().get(&contact(anna)).is(200).shows("Not interested").shows("Has a boat already");
        bed.advance(40 * DAY);
        bed.sven().get(&contact(anna)).is(303);
    });
}

#[test]
fn a_program_is_refused_with_the_facts_and_goes_on_with_a_reason() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        let bo = bed.person("Bo Holm").phone("+4531425511").at(berg).save();
        let sven = bed.sven();
        let call = |card: Id| json!({ "fields": { "about": format!("person:{card}"), "direction": "out", "outcome": "reached" } });
        let program = bed.program(Role::Member);
        program.post("/api/v1/calls", &call(bo)).is(201);
        let theirs = bed.call(anna, "reached").with("text", "Wants a quote").by(&sven).save();
        let problem = program.post("/api/v1/calls", &call(bo)).is(409).json();
        assert_eq!(problem["code"], "api-contact-refused");
        let fact = &problem["contact"][0];
        assert_eq!(fact["code"], "in_contact");
        assert_eq!(fact["by"], sven.user.to_string());
        assert_eq!(fact["by_name"], "Sven Ek");
        assert_eq!(fact["card"], format!("person:{anna}"));
        assert_eq!((&fact["record"], &fact["outcome"]), (&json!(theirs.to_string()), &json!("reached")));
        // Nothing was kept.
        assert_eq!(program.get("/api/v1/calls").json()["data"].as_array().map(Vec::len), Some(2));
        // What came in, or lies behind, contacts nobody.
        let mut came_in = call(bo);
        came_in["fields"]["direction"] = "in".into();
        program.post("/api/v1/calls", &came_in).is(201);
        let mut long_ago = call(bo);
        long_ago["fields"]["at"] = "2020-01-02T10:00:00Z".into();
        program.post("/api/v1/calls", &long_ago).is(201);
        // All at once is no way around.
        let batch = json!({ "operations": [{ "action": "create", "fields": call(bo)["fields"] }] });
        program.post("/api/v1/calls/batch", &batch).is(409);
        let each =
            json!({ "atomic": false, "operations": [{ "action": "create", "fields": call(bo)["fields"] }] });
        let results = program.post("/api/v1/calls/batch", &each).is(200).json();
        assert_eq!(results["results"][0]["status"], 409);
        assert_eq!(results["results"][0]["problem"]["contact"][0]["code"], "in_contact");
        // A reason opens the way, and stays with the call.
        program.post("/api/v1/calls?override=", &call(bo)).is(422);
        let kept = program.post("/api/v1/calls?override=Sven+%C3%B8nsker+det", &call(bo)).is(201).json();
        assert_eq!(kept["fields"]["despite"], "Sven ønsker det");
        let program = program.header("contact-override", "Agreed with Sven");
        let kept = program.post("/api/v1/calls", &call(bo)).is(201).json();
        assert_eq!(kept["fields"]["despite"], "Agreed with Sven");
        let page = bed.mia().get(&format!("/calls/{}", kept["id"].as_str().unwrap()));
        page.shows("Made despite a warning").shows("Agreed with Sven");
    });
}

#[test]
fn a_program_hears_of_refusals_and_of_nothing_it_may_not_read() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(berg).save();
        bed.call(anna, "do_not_call").with("text", "A secret reason").save();
        sven_sees_his_own(bed);
        let own = bed.person("Own Card").at(berg).with("owner", bed.sven().user.to_string()).save();
        let call = json!({ "fields": { "about": format!("person:{own}"), "outcome": "reached" } });
        let problem = bed.program_of_sven().post("/api/v1/calls", &call).is(409);
        assert!(!problem.contains("A secret reason") && !problem.contains(&anna.to_string()));
        let codes: Vec<String> = problem.json()["contact"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fact| fact["code"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(codes, ["refused_nearby", "in_contact"]);
    });
}

#[test]
fn who_opens_a_card_holds_it_for_a_quarter_of_an_hour() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        let bo = bed.person("Bo Holm").phone("+4531425511").at(berg).save();
        let (mia, sven) = (bed.mia(), bed.sven());
        sven.get(&format!("/people/{anna}"));
        mia.get(&format!("/people/{anna}")).shows("Sven Ek").shows("has the card open");
        for near in [format!("/people/{bo}"), format!("/companies/{berg}"), contact(bo)] {
            mia.get(&near).is(200).shows("has the card open").shows("Anna Berg");
        }
        // Nobody is warned of themselves.
        let alone = bed.person("Own Card").save();
        sven.get(&format!("/people/{alone}")).hides("has the card open");
        let call = json!({ "fields": { "about": format!("person:{bo}"), "outcome": "reached" } });
        let problem = bed.program(Role::Member).post("/api/v1/calls", &call).is(409).json();
        assert_eq!(
            (&problem["contact"][0]["code"], &problem["contact"][0]["by_name"]),
            (&json!("claimed"), &json!("Sven Ek"))
        );
        bed.advance(16 * MINUTE);
        mia.get(&contact(bo)).is(303);
        // Who presses the button is calling, also when the page is closed meanwhile.
        sven.get(&format!("/people/{anna}?compose=call"));
        mia.get(&contact(bo)).is(200).shows("is calling");
        put_down(bed, anna);
        mia.get(&contact(bo)).is(200).shows("is calling");
        // Once the call is written down, only the page is open; and then it is closed.
        sven.get(&format!("/people/{anna}"));
        mia.get(&contact(bo)).is(200).hides("is calling").shows("has the card open");
        put_down(bed, anna);
        mia.get(&contact(bo)).is(303);
    });
}

/// Sven closes the last page of a card.
fn put_down(bed: &Testbed, card: Id) {
    bed.db().write(&bed.sven().scope(), |tx| people::guard::claims::put_down(tx, card)).unwrap();
}

#[test]
fn who_only_reads_or_looks_as_another_holds_nothing() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").phone("+4531425510").save();
        bed.rita().get(&format!("/people/{anna}"));
        let ivan = bed.ivan();
        ivan.post(&format!("/settings/members/{}/view", bed.sven().user), &[]).is(303);
        ivan.get(&format!("/people/{anna}")).shows("Anna Berg");
        bed.mia().get(&contact(anna)).is(303);
        ivan.post("/view-as/end", &[]).is(303);
        ivan.get(&format!("/people/{anna}"));
        bed.mia().get(&contact(anna)).is(200).shows("Ivan Petrov");
    });
}

#[test]
fn a_card_that_is_looked_at_again_and_again_is_written_seldom() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let sven = bed.sven();
        let until = || {
            bed.read(|cx| {
                cx.query_one(
                    "SELECT until_at, since_at FROM claims WHERE workspace_id = ?1",
                    &[cx.workspace().into()],
                )
            })
            .map(|row| (row.int(0), row.int(1)))
        };
        let card = format!("/people/{anna}");
        sven.get(&card);
        let first = until().unwrap();
        bed.advance(2 * MINUTE);
        sven.get(&card);
        assert_eq!(until(), Some(first), "it holds long enough");
        bed.advance(4 * MINUTE);
        sven.get(&card);
        let renewed = until().unwrap();
        assert_eq!(((renewed.0 - first.0) / MINUTE, renewed.1), (6, first.1), "renewed, and held since then");
    });
}

fn trash_and_erase(bed: &Testbed, card: Id) {
    bed.write(|tx| {
        let person = records::object::object(tx, "person")?;
        let mut set = records::ChangeSet::new(tx, "change-trashed");
        records::save::trash(tx, &mut set, &person, card)?;
        set.close(tx)?;
        records::save::erase(tx, &person, &[card])
    });
}

fn person(bed: &Testbed, id: Id) -> records::Record {
    bed.read(|cx| records::record::find(cx, &records::object::object(cx, "person")?, id))
}

#[test]
fn who_said_no_is_known_again_after_their_card_was_erased() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").phone("+4531425510");
        let anna = anna
            .with(
                "addresses",
                json!([{ "street": "Havnegade 1", "postal_code": "1058", "city": "Copenhagen" }]),
            )
            .save();
        bed.call(anna, "do_not_call").with("text", "Never again").save();
        trash_and_erase(bed, anna);
        let kept = bed.read(|cx| {
            cx.query("SELECT hash, said FROM refusals WHERE workspace_id = ?1", &[cx.workspace().into()])
        });
        assert_eq!(kept.len(), 3, "by mail, by phone, by name and address");
        assert!(kept.iter().all(|row| row.text(0).len() == 64 && !row.text(1).contains("berg")));
        // By mail, in other letters; by phone; by where she lives; each through another door.
        let form = [
            ("name.given", "A."),
            ("name.family", "Berg"),
            ("emails.0.address", "ANNA@Berg.example"),
            ("anyway", "1"),
        ];
        let made = bed.mia().post("/people", &form).is(303).location();
        bed.mia().get(&made).shows("Never again").shows("This was said on an earlier card");
        let fields =
            json!({ "fields": { "name": { "given": "Another" }, "phones": [{ "number": "+4531425510" }] } });
        let by_phone = bed.program(Role::Member).post("/api/v1/people", &fields).is(201).json();
        assert_eq!(by_phone["fields"]["do_not_contact"][0]["reason"], "Never again");
        let home = json!([{ "street": "Havnegade 1", "postal_code": "1058", "city": "Copenhagen" }]);
        let by_home = bed.person("Anna Berg").with("addresses", home.clone()).save();
        assert_eq!(person(bed, by_home).get("do_not_contact")[0]["channel"], "phone");
        // The same house is not the same person.
        let other = bed.person("Bo Berg").with("addresses", home).save();
        assert!(person(bed, other).get("do_not_contact").is_null());
        // What is lifted stays lifted.
        let lift = |card: Id| {
            bed.write(|tx| {
                let mut set = records::ChangeSet::new(tx, "change-edited");
                let values = records::save::Values::from_iter([("do_not_contact".to_owned(), json!(null))]);
                let object = records::object::object(tx, "person")?;
                records::save::edit(tx, &mut set, &object, card, values, &records::save::Values::new())?;
                set.close(tx)
            });
        };
        lift(by_home);
        assert!(person(bed, by_home).get("refused_since").is_null());
        let again = bed
            .person("Anna Berg")
            .with(
                "addresses",
                json!([{ "street": "Havnegade 1", "postal_code": "1058", "city": "Copenhagen" }]),
            )
            .save();
        assert!(person(bed, again).get("do_not_contact").is_null());
    });
}

#[test]
fn a_refusal_that_is_over_does_not_come_again_and_a_switchboard_is_nobody() {
    on_each_database(|bed| {
        bed.company("Berg Marine").phone("+4533333333").save();
        let until = bed.db().clock().now().plus(DAY).in_zone(&jiff::tz::TimeZone::UTC).date().to_string();
        let no = json!([{ "channel": "all", "reason": "Not now", "until": until }]);
        let anna = bed
            .person("Anna Berg")
            .email("anna@berg.example")
            .phone("+4533333333")
            .with("do_not_contact", no);
        let anna = anna.save();
        let colleague = bed.person("Bo Holm").phone("+4533333333").save();
        assert!(person(bed, colleague).get("do_not_contact").is_null());
        trash_and_erase(bed, anna);
        let soon = bed.person("Anna Berg").email("anna@berg.example").save();
        assert_eq!(person(bed, soon).get("do_not_contact")[0]["reason"], "Not now");
        trash_and_erase(bed, soon);
        bed.advance(5 * DAY);
        let later = bed.person("Anna Berg").email("anna@berg.example").save();
        assert!(person(bed, later).get("do_not_contact").is_null());
    });
}

#[test]
fn who_wants_to_be_left_alone_is_on_no_list_of_the_day() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").phone("+4531425510").save();
        let bo = bed.person("Bo Holm").phone("+4531425511").save();
        let due = bed.db().clock().now().micros();
        for (card, subject) in [(anna, "Ask Anna about spring"), (bo, "Ask Bo about spring")] {
            bed.task(subject).about("person", card).with("kind", "call_back").with("due_at", due).save();
        }
        bed.mia().get("/today").shows("Ask Anna about spring").hides("left alone");
        bed.call(anna, "not_interested").save();
        let today = bed.mia().get("/today");
        let today = today.hides("Ask Anna about spring").shows("Ask Bo about spring");
        today.shows("1 promise to somebody who wants to be left alone is not shown");
    });
}

#[test]
fn whoever_assigns_a_card_is_told_who_is_in_contact() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        bed.call(anna, "reached").by(&bed.sven()).save();
        let (mia, ivan, sven) = (bed.mia(), bed.ivan().user.to_string(), bed.sven().user.to_string());
        let give = |from: &str, to: &str| {
            let seen = json!(from).to_string();
            let form = [("seen", seen.as_str()), ("owner", to)];
            mia.post(&format!("/people/{anna}/fields/owner"), &form).is(303).toast()
        };
        let told = give(&mia.user.to_string(), &ivan);
        assert!(told.contains("Sven Ek is in contact with this customer"), "{told}");
        let told = give(&ivan, &sven);
        assert!(!told.contains("in contact"), "the one who gets the card knows: {told}");
        let id = anna.to_string();
        let form = [
            ("id", id.as_str()),
            ("field", "owner"),
            ("how", "set"),
            ("owner", ivan.as_str()),
            ("ready", "1"),
        ];
        mia.post_on("/people/bulk/preview", &form)
            .shows("Nothing has changed yet")
            .shows("Sven Ek is in contact");
        let form = [("id", id.as_str()), ("field", "tags"), ("how", "add"), ("tags", "vip"), ("ready", "1")];
        mia.post_on("/people/bulk/preview", &form).shows("Nothing has changed yet").hides("is in contact");
    });
}

#[test]
fn who_said_no_is_known_again_when_they_come_in_a_file() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        bed.call(anna, "not_interested").with("text", "Has a boat already").save();
        trash_and_erase(bed, anna);
        let csv =
            "Given Name,Family Name,E-mail 1 - Value\nAnna,Berg,anna@berg.example\nBo,Berg,bo@berg.example\n";
        let mia = bed.mia();
        let file = File { field: "file", name: "contacts.csv", bytes: csv.as_bytes() };
        let taken = mia.upload("/import", &[], &[file]).is(303).location();
        let import = taken.split('?').next().unwrap_or_default();
        mia.open(import).is(200);
        mia.post(&format!("{import}/start"), &[]).is(303);
        bed.run_jobs();
        let found = bed.read(|cx| {
            let person = records::object::object(cx, "person")?;
            Ok(records::query::page(cx, &person, &records::Query::default(), &[], 10)?.records)
        });
        let standing: Vec<(String, &str)> = found
            .iter()
            .map(|card| (card.get("emails")[0]["address"].to_string(), card.text("standing")))
            .collect();
        assert!(standing.contains(&("\"anna@berg.example\"".to_owned(), "not_interested")), "{standing:?}");
        assert!(standing.contains(&("\"bo@berg.example\"".to_owned(), "")), "{standing:?}");
    });
}

#[test]
fn who_said_no_is_known_again_when_the_workspace_moved_house() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        bed.call(anna, "not_interested").save();
        trash_and_erase(bed, anna);
        let mut archive = std::io::Cursor::new(Vec::new());
        records::export::workspace(bed.db(), &bed.mia().scope(), &mut archive).unwrap();
        let elsewhere = Testbed::new(databases().remove(0));
        records::export::restore(elsewhere.db(), &elsewhere.mia().scope(), archive).unwrap();
        let again = elsewhere.person("Anna Berg").email("anna@berg.example").save();
        assert_eq!(person(&elsewhere, again).text("standing"), "not_interested");
    });
}

#[test]
fn a_letter_is_begun_at_once_unless_there_is_something_to_know() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let mia = bed.mia();
        let card = format!("/people/{anna}");
        mia.get(&card).shows("href=\"mailto:anna@berg.example\"").hides("/contact/email");
        bed.call(anna, "reached").by(&bed.sven()).save();
        mia.get(&card).shows(&format!("{card}/contact/email"));
        mia.get(&format!("{card}/contact/email"))
            .shows("Sven Ek")
            .shows("mailto:anna@berg.example")
            .shows("Write anyway");
    });
}

#[test]
fn a_program_that_sends_a_quote_or_gives_a_card_away_is_refused_too() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        let (ivan, sven) = (bed.ivan(), bed.sven());
        bed.call(anna, "reached").by(&sven).save();
        let program = bed.program(Role::Member);
        let give = |to: Id| json!({ "fields": { "owner": to.to_string() } });
        let card = format!("/api/v1/people/{anna}");
        let problem = program.patch(&card, &give(ivan.user)).is(409).json();
        assert_eq!(problem["contact"][0]["code"], "in_contact");
        assert_eq!(problem["contact"][0]["by_name"], "Sven Ek");
        // What changes nothing of whose it is needs no reason, and neither does giving it to who is in contact.
        program.patch(&card, &json!({ "fields": { "nickname": "Annie" } })).is(200);
        program.patch(&card, &give(sven.user)).is(200);
        program.patch(&format!("{card}?override=Sven+is+away"), &give(ivan.user)).is(200);
        bed.mia().get(&format!("/people/{anna}/history")).shows("Sven is away");

        let lines = json!([{ "text": "Work", "price": "100" }]);
        let fields =
            json!({ "person": format!("person:{anna}"), "lines": lines, "owner": ivan.user.to_string() });
        let quote = program.post("/api/v1/quotes", &json!({ "fields": fields })).is(201).json();
        let quote = format!("/api/v1/quotes/{}", quote["id"].as_str().unwrap());
        let sent = json!({ "fields": { "state": "sent" } });
        program.patch(&quote, &sent).is(409);
        assert_eq!(program.get(&quote).json()["fields"]["state"], "draft");
        program.patch(&format!("{quote}?override=Agreed"), &sent).is(200);
        // It is with them already.
        program.patch(&quote, &json!({ "fields": { "state": "opened" } })).is(200);
    });
}

#[test]
fn for_how_long_a_contact_is_news_is_for_the_workspace_to_say() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        bed.call(anna, "reached").by(&bed.sven()).save();
        bed.advance(20 * DAY);
        let (ivan, mia) = (bed.ivan(), bed.mia());
        mia.get(&contact(anna)).is(303);
        ivan.get("/settings/guard").shows("14 days");
        ivan.post("/settings/guard", &[("days", "30")]).is(303);
        mia.get(&contact(anna)).shows("Sven Ek");
        ivan.post("/settings/guard", &[("days", "7000")]).is(422);
        bed.sven().post("/settings/guard", &[("days", "3")]).is(403);
    });
}
