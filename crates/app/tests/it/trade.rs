//! Products and their prices, and quotes from the first line to the customer's answer.

use kernel::{Error, Id, clock::DAY};
use records::{
    ChangeSet, Json, Query, Record,
    object::object,
    query, record,
    save::{self, Values},
    undo,
};
use serde_json::json;
use testbed::{Browser, Testbed, on_each_database};

pub(crate) fn money(minor: i64) -> Json {
    json!({ "minor": minor, "currency": "DKK" })
}

pub(crate) fn reference(object: &str, id: Id) -> Json {
    json!(format!("{object}:{id}"))
}

pub(crate) fn find(bed: &Testbed, key: &'static str, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, key)?, id))
}

pub(crate) fn all(bed: &Testbed, key: &'static str) -> Vec<Record> {
    bed.read(|cx| Ok(query::page(cx, &object(cx, key)?, &Query::default(), &[], 50)?.records))
}

/// Changes a record as somebody; the set of the change.
pub(crate) fn edit(who: &Browser, bed: &Testbed, key: &str, id: Id, values: Json) -> kernel::Result<Id> {
    let values: Values = serde_json::from_value(values).unwrap();
    bed.db().write(&who.scope(), |tx| {
        let declared = object(tx, key)?;
        let mut set = ChangeSet::new(tx, "change-edited");
        save::edit(tx, &mut set, &declared, id, values, &Values::new())?.saved()?;
        set.close(tx)?;
        Ok(set.id)
    })
}

pub(crate) fn try_create(who: &Browser, bed: &Testbed, key: &str, values: Json) -> kernel::Result<Id> {
    let values: Values = serde_json::from_value(values).unwrap();
    bed.db().write(&who.scope(), |tx| {
        let declared = object(tx, key)?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &declared, values)?;
        set.close(tx)?;
        Ok(id)
    })
}

/// The fields that an error names, with the keys of what is said.
#[track_caller]
pub(crate) fn told<T>(result: kernel::Result<T>) -> Vec<(String, String)> {
    match result {
        Err(Error::Invalid(errors)) => {
            errors.0.into_iter().map(|(field, text)| (field, text.key.to_owned())).collect()
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("nothing was wrong"),
    }
}

fn line_of(bed: &Testbed, quote: Id, at: usize) -> Json {
    find(bed, "quote", quote).get("lines")[at].clone()
}

/// What letters were written, as (address, text).
fn letters(bed: &Testbed) -> Vec<(String, String)> {
    let rows = bed.read(|cx| {
        cx.query(
            "SELECT to_address, plain FROM mails WHERE workspace_id = ?1 AND kind = 'document' ORDER BY id",
            &[cx.workspace().into()],
        )
    });
    rows.iter().map(|row| (row.text(0).to_owned(), row.text(1).to_owned())).collect()
}

/// The address of the page that the newest letter leads to.
pub(crate) fn link(bed: &Testbed) -> String {
    let (_, text) = letters(bed).pop().expect("a letter");
    let at = text.find("/documents/").expect("a link");
    text[at..].split_whitespace().next().unwrap().to_owned()
}

fn boat(bed: &Testbed) -> Id {
    bed.record("product")
        .with("name", "Rowing boat")
        .with("number", "B-1")
        .with("price", money(1_200_000))
        .save()
}

/// A quote of one boat and an optional pair of oars, for Anna at Nord.
fn quote(bed: &Testbed) -> (Id, Id, Id) {
    let company = bed.company("Nord A/S").with("language", "da").save();
    let anna = bed.person("Anna Berg").email("anna@nord.example").at(company).with("language", "da").save();
    let boat = boat(bed);
    let deal = bed
        .record("deal")
        .with("name", "Boats")
        .with("company", reference("company", company))
        .with("person", reference("person", anna))
        .save();
    let lines = json!([
        { "product": format!("product:{boat}") },
        { "text": "Oars", "price": "800", "quantity": 2, "optional": true },
    ]);
    let quote = bed
        .record("quote")
        .with("name", "A boat for the club")
        .with("person", reference("person", anna))
        .with("deal", reference("deal", deal))
        .with("lines", lines)
        .save();
    (quote, deal, anna)
}

/// Sends a quote from its page to Anna; the page that the customer sees.
fn sent(bed: &Testbed, quote: Id) -> String {
    let form = [("to", "anna@nord.example"), ("words", "Hej Anna")];
    bed.mia().post(&format!("/quotes/{quote}/send"), &form).is(303);
    link(bed)
}

#[test]
fn a_quote_is_filled_in_from_its_products_and_its_customer() {
    on_each_database(|bed| {
        let (id, ..) = quote(bed);
        let quote = find(bed, "quote", id);
        let first = line_of(bed, id, 0);
        assert_eq!(first["text"], "Rowing boat");
        assert_eq!(
            (&first["price"], &first["tax"], &first["unit"]),
            (&json!("12000"), &json!("25"), &json!("piece"))
        );
        assert_eq!(quote.text("language"), "da");
        assert_eq!(quote.text("currency"), "DKK");
        assert!(quote.text("number").starts_with('Q'), "{}", quote.text("number"));
        assert!(!quote.get("company").is_null(), "the person's company");
        // What is optional does not count until it is chosen.
        assert_eq!(quote.get("net"), &money(1_200_000));
        assert_eq!(quote.get("total"), &money(1_500_000));
        let lines = json!([{ "text": "A", "price": "33.33", "quantity": 3 }]);
        edit(&bed.mia(), bed, "quote", id, json!({ "lines": lines, "discount": 1_000 })).unwrap();
        let quote = find(bed, "quote", id);
        assert_eq!((quote.get("net"), quote.get("tax")), (&money(8_999), &money(2_250)));
    });
}

#[test]
fn a_price_list_holds_for_tags_quantities_days_and_its_currency() {
    on_each_database(|bed| {
        let boat = boat(bed);
        let product = reference("product", boat);
        let list = |name: &str, tags: Json, currency: &str| {
            bed.record("price_list").with("name", name).with("tags", tags).with("currency", currency).save()
        };
        let price = |list: Id, minor: i64, currency: &str, from: i64| {
            let amount = json!({ "minor": minor, "currency": currency });
            let builder = bed
                .record("price")
                .with("product", product.clone())
                .with("list", reference("price_list", list));
            builder.with("amount", amount).with("from_quantity", from).save()
        };
        let (everybody, dealers, euros) = (
            list("Season", Json::Null, "DKK"),
            list("Dealers", json!(["dealer"]), "DKK"),
            list("Abroad", Json::Null, "EUR"),
        );
        price(everybody, 1_100_000, "DKK", 0);
        price(everybody, 1_000_000, "DKK", 10_000);
        price(dealers, 900_000, "DKK", 0);
        price(euros, 160_000, "EUR", 0);
        let over = list("Last year", json!(["dealer"]), "DKK");
        edit(&bed.mia(), bed, "price_list", over, json!({ "ends_on": "2020-01-01" })).unwrap();
        price(over, 1, "DKK", 0);
        let shop = bed.company("Shop").with("tags", json!(["Dealer"])).save();
        let plain = bed.company("Plain").save();
        let check = |company: Id, quantity: &str, currency: &str, list: Json, expected: &str| {
            let id = bed
                .record("quote")
                .with("company", reference("company", company))
                .with("currency", currency)
                .with("price_list", list)
                .with("lines", json!([{ "product": product, "quantity": quantity }]))
                .save();
            assert_eq!(line_of(bed, id, 0)["price"], expected, "{quantity} {currency}");
        };
        check(plain, "1", "DKK", Json::Null, "11000");
        check(plain, "10", "DKK", Json::Null, "10000");
        check(plain, "9.999", "DKK", Json::Null, "11000");
        check(shop, "1", "DKK", Json::Null, "9000");
        check(plain, "1", "EUR", Json::Null, "1600");
        check(plain, "1", "DKK", reference("price_list", dealers), "9000");
        // Where no price is known somebody has to enter one.
        let pounds = json!({ "name": "x", "currency": "GBP", "lines": [{ "product": product }] });
        assert_eq!(
            told(try_create(&bed.mia(), bed, "quote", pounds)),
            [("lines".into(), "line-needs-price".into())]
        );
        // A price is in its list's currency.
        let wrong = json!({ "product": product, "list": reference("price_list", euros), "amount": money(5) });
        let wrong = told(try_create(&bed.mia(), bed, "price", wrong));
        assert_eq!(wrong, [("amount".to_owned(), "price-of-another-currency".to_owned())]);
    });
}

#[test]
fn a_bundle_costs_what_its_parts_cost_and_says_what_they_are() {
    on_each_database(|bed| {
        let boat = boat(bed);
        let oars = bed.record("product").with("name", "Oars").with("price", money(80_050)).save();
        let parts = json!([
            { "product": format!("product:{boat}") },
            { "product": format!("product:{oars}"), "quantity": 2 },
        ]);
        let set = bed.record("product").with("name", "Set").with("parts", parts).save();
        let lines = json!([{ "product": format!("product:{set}"), "quantity": 2 }]);
        let quote = bed.record("quote").with("name", "Sets").with("lines", lines).save();
        let line = line_of(bed, quote, 0);
        assert_eq!(line["price"], "13601");
        assert_eq!(line["parts"][1], json!({ "text": "Oars", "quantity": "2", "unit": "piece" }));
        bed.mia().get(&format!("/quotes/{quote}")).shows("Rowing boat").shows("Oars");
    });
}

#[test]
fn the_tax_follows_where_the_customer_is() {
    on_each_database(|bed| {
        let at = |country: &str, vat: &str| {
            let address =
                json!([{ "street": "Main 1", "city": "X", "postal_code": "1", "country": country }]);
            let company = bed.company("C").with("addresses", address);
            if vat.is_empty() { company.save() } else { company.with("vat_number", vat).save() }
        };
        let check = |company: Id, tax: &str, category: &str| {
            let quote = bed.record("quote").with("company", reference("company", company));
            let quote = quote.with("lines", json!([{ "text": "A", "price": "1" }])).save();
            let line = line_of(bed, quote, 0);
            assert_eq!((&line["tax"], &line["category"]), (&json!(tax), &json!(category)));
        };
        check(at("DK", "DK12345678"), "25", "S");
        check(at("SE", "SE556677889901"), "0", "K");
        check(at("SE", ""), "25", "S");
        check(at("NO", ""), "0", "G");
    });
}

#[test]
fn a_discount_above_the_limit_needs_somebody_who_may() {
    on_each_database(|bed| {
        bed.write(|tx| {
            let mut seller = trade::seller::Seller::clone(&*trade::seller::Seller::of(tx)?);
            seller.approval_above = Some(1_000);
            seller.approvers = vec![bed.ivan().user];
            trade::seller::keep(tx, &seller)
        });
        let sven = bed.sven();
        let lines = json!([{ "text": "A", "price": "100", "discount": "15" }]);
        let id = try_create(&sven, bed, "quote", json!({ "name": "Q", "lines": lines })).unwrap();
        let refused = |state: &str| told(edit(&sven, bed, "quote", id, json!({ "state": state })));
        assert_eq!(refused("sent"), [("state".to_owned(), "quote-needs-approval".to_owned())]);
        assert_eq!(refused("approved"), [("state".to_owned(), "quote-not-yours-to-approve".to_owned())]);
        sven.get(&format!("/quotes/{id}")).shows("needs approval").shows("Ask for approval");
        sven.post(&format!("/quotes/{id}/state"), &[("state", "waiting")]).is(303);
        let tasks = all(bed, "task");
        assert_eq!(tasks.len(), 1);
        assert_eq!(tasks[0].text("assignee"), bed.ivan().user.to_string());
        bed.ivan().post(&format!("/quotes/{id}/state"), &[("state", "approved")]).is(303);
        assert_eq!(find(bed, "quote", id).text("approved_by"), bed.ivan().user.to_string());
        // What was approved was that: with another line it has to be asked again.
        let more = json!([{ "text": "A", "price": "100", "discount": "50" }]);
        edit(&sven, bed, "quote", id, json!({ "lines": more })).unwrap();
        assert_eq!(find(bed, "quote", id).text("state"), "draft");
        assert_eq!(refused("sent")[0].1, "quote-needs-approval");
        let less = json!([{ "text": "A", "price": "100", "discount": "10" }]);
        edit(&sven, bed, "quote", id, json!({ "lines": less, "state": "sent" })).unwrap();
        assert_eq!(find(bed, "quote", id).text("state"), "sent");
    });
}

#[test]
fn a_customer_opens_chooses_and_accepts_without_an_account() {
    on_each_database(|bed| {
        let (id, deal, anna) = quote(bed);
        let page = sent(bed, id);
        assert_eq!(find(bed, "deal", deal).text("stage"), "proposal");
        let (to, text) = letters(bed).pop().unwrap();
        assert!(to == "anna@nord.example" && text.contains("Hej Anna"), "{text}");
        let anybody = bed.stranger();
        // Mail programs follow links by themselves: looking at it changes nothing.
        let shown = anybody.get(&page).shows("Tilbud").shows("Rowing boat").shows("15.000,00");
        assert!(shown.contains("Oars"));
        assert_eq!(find(bed, "quote", id).text("state"), "sent");
        anybody.post(&format!("{page}/opened"), &[]).is(204);
        assert_eq!(find(bed, "quote", id).text("state"), "opened");
        // The oars: 2 × 800 more.
        let oars = line_of(bed, id, 1)["id"].as_str().unwrap().to_owned();
        anybody.post(&format!("{page}/choice"), &[("chosen", &oars)]).is(303);
        assert_eq!(find(bed, "quote", id).get("total"), &money(1_700_000));
        let seen = format!("{id}.1");
        let total = "1700000";
        let nameless = [("answer", "accept"), ("seen", &*seen), ("total", total), ("agreed", "yes")];
        anybody.post(&page, &nameless).is(422).says("navn");
        let drawn = "[[[1,2],[30,40],[50,20]]]";
        let old = [
            ("answer", "accept"),
            ("name", "Anna B"),
            ("seen", &*seen),
            ("total", "1500000"),
            ("agreed", "yes"),
        ];
        anybody.post(&page, &old).is(422);
        assert_eq!(find(bed, "quote", id).text("state"), "opened", "another total was on their screen");
        let form = [
            ("answer", "accept"),
            ("name", "Anna B"),
            ("seen", &*seen),
            ("total", total),
            ("agreed", "yes"),
            ("drawn", drawn),
        ];
        anybody.post(&page, &form).is(303);
        let kept = find(bed, "quote", id);
        assert_eq!((kept.text("state"), kept.text("accepted_by")), ("accepted", "Anna B"));
        anybody.post(&page, &[("answer", "decline"), ("reason", "no")]).is(303);
        assert_eq!(find(bed, "quote", id).text("state"), "accepted", "an answer is given once");
        let deal = find(bed, "deal", deal);
        assert_eq!((deal.text("state"), deal.get("amount")), ("won", &money(1_360_000)));
        let orders = all(bed, "order");
        assert_eq!(orders.len(), 1);
        assert_eq!(orders[0].get("total"), &money(1_700_000));
        assert!(orders[0].get("lines")[1].get("optional").is_none(), "nobody chooses any more");
        bed.run_jobs();
        let kept = find(bed, "quote", id);
        assert_eq!(kept.text("hash").len(), 64);
        let pdf = anybody.get(&format!("{page}/pdf")).is(200);
        assert!(testbed::Pdf::read(&pdf.body).text().contains("Anna B"));
        anybody.get(&page).shows("Anna B");
        let timeline = bed.mia().get(&format!("/people/{anna}")).is(200);
        assert!(
            timeline.contains("was opened") && timeline.contains("Anna B accepted"),
            "{}",
            timeline.text().split("timeline").last().unwrap_or_default()
        );
        // What was agreed stays.
        let refused = told(edit(&bed.mia(), bed, "quote", id, json!({ "intro": "other" })));
        assert_eq!(refused[0].1, "quote-is-sent");
        bed.mia().post(&format!("/quotes/{id}/trash"), &[]).is(409);
    });
}

#[test]
fn a_customer_asks_declines_and_finds_the_next_version_behind_the_same_link() {
    on_each_database(|bed| {
        let (id, ..) = quote(bed);
        let page = sent(bed, id);
        let anybody = bed.stranger();
        anybody.post(&page, &[("answer", "ask"), ("question", "Is it red?")]).is(303);
        assert!(all(bed, "task").iter().any(|task| task.text("subject").contains("question")));
        bed.mia().post(&format!("/quotes/{id}/version"), &[]).is(303);
        assert_eq!(find(bed, "quote", id).text("state"), "replaced");
        // The new one is not sent yet.
        anybody.get(&page).is(200).says("ny version");
        let next = all(bed, "quote").into_iter().find(|quote| quote.id != id).unwrap();
        assert_eq!(next.text("number"), find(bed, "quote", id).text("number"));
        assert_eq!(next.get("version"), 2);
        edit(&bed.mia(), bed, "quote", next.id, json!({ "lines": [{ "text": "Red boat", "price": "9" }] }))
            .unwrap();
        sent(bed, next.id);
        anybody.get(&page).shows("Red boat");
        // What they had open before is not what they accept.
        let stale =
            [("answer", "accept"), ("name", "A"), ("agreed", "yes"), ("seen", "x.1"), ("total", "1125")];
        anybody.post(&page, &stale).is(422);
        anybody.post(&page, &[("answer", "decline"), ("reason", "")]).is(422);
        anybody.post(&page, &[("answer", "decline"), ("reason", "Too dear")]).is(303);
        let declined = find(bed, "quote", next.id);
        assert_eq!((declined.text("state"), declined.text("decline_reason")), ("declined", "Too dear"));
        anybody.get("/documents/0000").is(404);
    });
}

#[test]
fn a_deal_that_lacks_what_its_stage_asks_for_leaves_the_answer_standing() {
    on_each_database(|bed| {
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let mut pipelines = (*sales::pipeline::of(tx)?).clone();
                let stages = &mut pipelines.pipelines[0].stages;
                let won = stages.iter_mut().find(|stage| stage.key == "won").unwrap();
                won.requires = vec!["closes_on".to_owned()];
                sales::pipeline::keep(tx, pipelines)
            })
            .unwrap();
        let (id, deal, _) = quote(bed);
        edit(&bed.mia(), bed, "quote", id, json!({ "state": "accepted" })).unwrap();
        assert_eq!(find(bed, "quote", id).text("state"), "accepted");
        assert_eq!(find(bed, "deal", deal).text("stage"), "new");
        assert!(all(bed, "task").iter().any(|task| task.text("subject").contains("Boats")));
        bed.run_jobs();
    });
}

#[test]
fn a_quote_that_is_over_cannot_be_accepted() {
    on_each_database(|bed| {
        let (id, ..) = quote(bed);
        let page = sent(bed, id);
        bed.advance(31 * DAY);
        bed.run_jobs();
        assert_eq!(find(bed, "quote", id).text("state"), "expired");
        let form = [
            ("answer", "accept"),
            ("name", "A"),
            ("agreed", "yes"),
            ("seen", &*format!("{id}.1")),
            ("total", "1500000"),
        ];
        bed.stranger().post(&page, &form).is(303);
        assert_eq!(find(bed, "quote", id).text("state"), "expired");
        bed.stranger().get(&page).is(200);
    });
}

#[test]
fn sent_is_sent_and_an_undo_does_not_call_it_back() {
    on_each_database(|bed| {
        let (id, ..) = quote(bed);
        let set = edit(&bed.mia(), bed, "quote", id, json!({ "state": "sent" })).unwrap();
        let undone = bed.db().write(&bed.mia().scope(), |tx| undo::undo(tx, set).map(|_| ()));
        assert_eq!(told(undone)[0].1, "quote-cannot-become");
        let refused = told(edit(&bed.mia(), bed, "quote", id, json!({ "discount": 500 })));
        assert_eq!(refused, [("discount".to_owned(), "quote-is-sent".to_owned())]);
    });
}

#[test]
fn lines_are_written_on_a_page_that_reckons_while_typing() {
    on_each_database(|bed| {
        let boat = boat(bed);
        let id = bed.record("quote").with("name", "Q").save();
        let mia = bed.mia();
        mia.get(&format!("/quotes/{id}/lines")).shows("Edit lines");
        let product = format!("product:{boat}");
        let typed = [
            ("lines.0.product", product.as_str()),
            ("lines.0.quantity", "2"),
            ("lines.0.text", "what stood there"),
            ("lines.1.text", "Varnish"),
            ("lines.1.quantity", "1,5"),
            ("lines.1.unit", "l"),
            ("lines.1.price", "99,50"),
            ("discount", "10"),
        ];
        let preview = mia.partly().post(&format!("/quotes/{id}/lines/preview"), &typed).is(200);
        for text in ["Rowing boat", "12.000", "24.000,00", "149,25", "21.734,32"] {
            assert!(preview.contains(text), "{text}: {}", preview.text());
        }
        assert!(find(bed, "quote", id).get("lines").is_null(), "nothing is kept yet");
        bed.mia().post(&format!("/quotes/{id}/lines"), &typed).is(303);
        let kept = find(bed, "quote", id);
        assert_eq!(kept.get("lines")[0]["text"], "Rowing boat");
        assert_eq!(kept.get("lines")[1]["unit"], "litre");
        assert_eq!(kept.get("net"), &money(2_173_432));
        let wrong = [("lines.0.text", "A"), ("lines.0.price", "a lot")];
        bed.mia().post(&format!("/quotes/{id}/lines"), &wrong).is(422).says("Line 1").says("a lot");
        let seen = [("seen", r#"{"lines":null}"#), ("lines.0.text", "A"), ("lines.0.price", "1")];
        bed.mia().post(&format!("/quotes/{id}/lines"), &seen).is(409);
        bed.rita().post(&format!("/quotes/{id}/lines"), &seen).is(403);
    });
}

#[test]
fn programs_write_quotes_whole_and_are_told_what_is_wrong() {
    on_each_database(|bed| {
        let shop = bed.program(kernel::Role::Member);
        let made = shop.post(
            "/api/v1/quotes",
            &json!({ "fields": { "name": "Web", "lines": [{ "text": "A", "price": 10 }] } }),
        );
        let made = made.is(201).json();
        assert_eq!(made["fields"]["total"], money(1_250));
        assert_eq!(made["fields"]["lines"][0]["price"], "10");
        let id = made["id"].as_str().unwrap();
        let change = |fields: Json, status: u16| {
            shop.patch(&format!("/api/v1/quotes/{id}"), &json!({ "fields": fields })).is(status);
        };
        change(json!({ "lines": [{ "text": "A", "price": "x" }] }), 422);
        change(json!({ "total": money(1) }), 422);
        change(json!({ "state": "sent" }), 200);
        change(json!({ "state": "draft" }), 422);
    });
}

#[test]
fn a_colleagues_open_quote_warns_whoever_calls() {
    on_each_database(|bed| {
        let (id, _, anna) = quote(bed);
        edit(&bed.mia(), bed, "quote", id, json!({ "state": "sent" })).unwrap();
        bed.sven().get(&format!("/people/{anna}")).shows("Quote");
    });
}
