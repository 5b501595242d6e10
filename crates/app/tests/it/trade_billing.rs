//! Orders, deliveries, invoices and what is paid of them.

use kernel::Id;
use records::{Json, Record, undo};
use serde_json::json;
use testbed::{Pdf, Testbed, on_each_database};

use crate::trade::{all, edit, find, link, money, reference, told, try_create};

/// A company that buys, with an address in Denmark.
fn customer(bed: &Testbed) -> Id {
    let address =
        json!([{ "street": "Havnegade 1", "postal_code": "8000", "city": "Aarhus C", "country": "Denmark" }]);
    bed.company("Nord A/S")
        .email("bogholder@nord.example")
        .with("addresses", address)
        .with("payment_days", 30)
        .save()
}

/// An order of ten planks at 100 and one delivery charge of 50, both with 25 % tax.
fn order(bed: &Testbed) -> Id {
    let lines = json!([
        { "id": "p", "text": "Plank", "price": "100", "quantity": 10 },
        { "id": "d", "text": "Delivery", "price": "50" },
    ]);
    bed.record("order").with("company", reference("company", customer(bed))).with("lines", lines).save()
}

/// A draft of an invoice for what is left of an order.
fn bill(bed: &Testbed, order: Id) -> Id {
    let answer = bed.mia().post(&format!("/orders/{order}/invoice"), &[]).is(303);
    answer.location().rsplit('/').next().unwrap().parse().unwrap()
}

fn issue(bed: &Testbed, invoice: Id) -> Record {
    edit(&bed.mia(), bed, "invoice", invoice, json!({ "state": "issued" })).unwrap();
    bed.run_jobs();
    find(bed, "invoice", invoice)
}

fn pay(bed: &Testbed, invoice: Id, minor: i64) -> Id {
    try_create(
        &bed.mia(),
        bed,
        "payment",
        json!({ "about": reference("invoice", invoice), "amount": money(minor) }),
    )
    .unwrap()
}

fn plain(bed: &Testbed, price: &str) -> Id {
    let company = customer(bed);
    let lines = json!([{ "text": "Work", "price": price }]);
    bed.record("invoice").with("company", reference("company", company)).with("lines", lines).save()
}

#[test]
fn who_sees_no_invoices_of_others_bills_nothing_twice() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let role = ivan.post("/settings/roles", &[("name", "Own bills")]).is(303).location();
        let narrow =
            [("name", "Own bills"), ("invoice.see", "own"), ("order.see", "all"), ("quote.see", "all")];
        ivan.post(&role, &narrow).is(303);
        let key = role.rsplit('/').next().unwrap();
        ivan.post(&format!("/settings/members/{}/roles", sven.user), &[("role", key)]).is(303);
        let order = order(bed);
        let billed = bill(bed, order);
        sven.get(&format!("/invoices/{billed}")).is(404);
        sven.post(&format!("/orders/{order}/invoice"), &[]).is(409);
        let values = json!({ "order": reference("order", order) });
        assert!(matches!(try_create(&sven, bed, "invoice", values), Err(kernel::Error::Conflict(_))));
        assert_eq!(all(bed, "invoice").len(), 1);
        // What takes back is not filled in with what is left to bill.
        let back = json!({ "order": reference("order", order), "kind": "credit_note" });
        let back = try_create(&bed.mia(), bed, "invoice", back).unwrap();
        assert!(find(bed, "invoice", back).get("lines").is_null());
    });
}

#[test]
fn what_was_made_again_does_not_come_back_beside_it() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let company = reference("company", customer(bed));
        let lines = json!([{ "text": "Work", "price": "100" }]);
        let quote = bed.record("quote").with("company", company).with("lines", lines).save();
        let of_quote = || json!({ "name": "Work", "quote": reference("quote", quote) });
        let first = try_create(&mia, bed, "order", of_quote()).unwrap();
        mia.post(&format!("/orders/{first}/trash"), &[]).is(303);
        mia.post(&format!("/orders/{first}/restore"), &[]).is(303);
        mia.post(&format!("/orders/{first}/trash"), &[]).is(303);
        try_create(&mia, bed, "order", of_quote()).unwrap();
        mia.post(&format!("/orders/{first}/restore"), &[]).is(409);

        let order = order(bed);
        let draft = bill(bed, order);
        mia.post(&format!("/invoices/{draft}/trash"), &[]).is(303);
        mia.post(&format!("/invoices/{draft}/restore"), &[]).is(303);
        mia.post(&format!("/invoices/{draft}/trash"), &[]).is(303);
        bill(bed, order);
        mia.post(&format!("/invoices/{draft}/restore"), &[]).is(409);
    });
}

#[test]
fn an_order_is_delivered_and_billed_in_parts() {
    on_each_database(|bed| {
        let id = order(bed);
        let mia = bed.mia();
        mia.get(&format!("/orders/{id}/deliver")).shows("Plank");
        let part = [("of.p", "4"), ("of.d", ""), ("delivered_on", "today")];
        mia.post(&format!("/orders/{id}/deliver"), &part).is(303);
        assert_eq!(find(bed, "order", id).text("state"), "part_delivered");
        mia.post(&format!("/orders/{id}/deliver"), &[("of.p", "7")]).is(422).says("no more than 6");
        mia.post(&format!("/orders/{id}/deliver"), &[("of.p", "0")]).is(422);
        let rest = [("of.p", "6"), ("of.d", "1"), ("planned_on", "tomorrow"), ("delivered_on", "")];
        mia.post(&format!("/orders/{id}/deliver"), &rest).is(303);
        assert_eq!(find(bed, "order", id).text("state"), "part_delivered", "the rest is on its way");
        let second = all(bed, "delivery").into_iter().find(|one| one.get("delivered_on").is_null()).unwrap();
        edit(&mia, bed, "delivery", second.id, json!({ "delivered_on": "2026-01-02" })).unwrap();
        assert_eq!(find(bed, "order", id).text("state"), "delivered");

        let invoice = bill(bed, id);
        let half = json!([{ "id": "p", "text": "Plank", "price": "100", "quantity": 5 }]);
        edit(&mia, bed, "invoice", invoice, json!({ "lines": half })).unwrap();
        issue(bed, invoice);
        assert_eq!(find(bed, "order", id).text("billed"), "part_billed");
        let refused = told(edit(&mia, bed, "order", id, json!({ "discount": 100 })));
        assert_eq!(refused[0].1, "order-is-billed");
        let rest = bill(bed, id);
        assert_eq!(find(bed, "invoice", rest).get("net"), &money(55_000));
        // A draft counts too: nothing is billed twice.
        mia.post(&format!("/orders/{id}/invoice"), &[]).is(409);
        issue(bed, rest);
        assert_eq!(find(bed, "order", id).text("billed"), "billed");
        mia.get(&format!("/orders/{id}")).shows("Delivered and billed so far");
    });
}

#[test]
fn an_issued_invoice_has_the_next_number_and_never_changes() {
    on_each_database(|bed| {
        let (first, second, third) = (plain(bed, "100"), plain(bed, "200"), plain(bed, "300"));
        assert!(find(bed, "invoice", first).get("number").is_null(), "a draft has none");
        // One that fails takes no number with it.
        let refused =
            told(edit(&bed.mia(), bed, "invoice", first, json!({ "state": "issued", "lines": null })));
        assert_eq!(refused[0].1, "invoice-has-no-lines");
        let number =
            |invoice: &Record| -> i64 { invoice.text("number").rsplit('-').next().unwrap().parse().unwrap() };
        let numbers: Vec<i64> = [second, first, third].map(|id| number(&issue(bed, id))).into();
        assert_eq!(numbers, [1, 2, 3]);
        let invoice = find(bed, "invoice", first);
        assert_eq!(invoice.get("balance"), &money(12_500));
        assert_eq!(invoice.text("hash").len(), 64);
        for (field, value) in [
            ("lines", json!([{ "text": "Other", "price": "1" }])),
            ("discount", json!(100)),
            ("name", json!("Else")),
            ("issued_on", json!("2020-01-01")),
            ("kind", json!("credit_note")),
            ("currency", json!("EUR")),
        ] {
            let refused = told(edit(&bed.mia(), bed, "invoice", first, json!({ field: value })));
            assert!(refused.iter().any(|(_, key)| key == "invoice-is-issued"), "{field}: {refused:?}");
        }
        for state in ["draft", "paid", "credited"] {
            let refused = told(edit(&bed.mia(), bed, "invoice", first, json!({ "state": state })));
            assert_eq!(refused[0].1, "invoice-state-follows", "{state}");
        }
        bed.mia().post(&format!("/invoices/{first}/trash"), &[]).is(409);
        let set = edit(&bed.mia(), bed, "invoice", plain(bed, "1"), json!({ "state": "issued" })).unwrap();
        let undone = bed.db().write(&bed.mia().scope(), |tx| undo::undo(tx, set).map(drop));
        assert!(undone.is_err(), "its number would be missing");
        bed.run_jobs();
        let pdf = bed.mia().get(&format!("/invoices/{first}/pdf")).is(200);
        let text = Pdf::read(&pdf.body).text();
        assert!(text.contains("Nord A/S") && text.contains("Havnegade 1"), "{text}");
        // The customer moves house: what was issued stays as it was.
        let company: Id = invoice.text("company").rsplit(':').next().unwrap().parse().unwrap();
        edit(&bed.mia(), bed, "company", company, json!({ "name": "Syd A/S" })).unwrap();
        let again = bed.mia().get(&format!("/invoices/{first}/pdf")).is(200);
        assert_eq!(again.body, pdf.body);
    });
}

#[test]
fn two_who_issue_at_the_same_moment_get_two_numbers() {
    on_each_database(|bed| {
        let drafts: Vec<Id> = (0..8).map(|_| plain(bed, "10")).collect();
        std::thread::scope(|scope| {
            for id in &drafts {
                scope.spawn(move || {
                    edit(&bed.mia(), bed, "invoice", *id, json!({ "state": "issued" })).unwrap()
                });
            }
        });
        bed.run_jobs();
        let mut numbers: Vec<String> =
            drafts.iter().map(|id| find(bed, "invoice", *id).text("number").to_owned()).collect();
        numbers.sort();
        let last: Vec<&str> = numbers.iter().map(|number| number.rsplit('-').next().unwrap()).collect();
        assert_eq!(last, ["0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008"]);
    });
}

#[test]
fn what_is_left_follows_from_payments_and_credit_notes() {
    on_each_database(|bed| {
        let id = plain(bed, "1000");
        let draft = json!({ "about": reference("invoice", id), "amount": money(100) });
        assert_eq!(told(try_create(&bed.mia(), bed, "payment", draft))[0].1, "payment-of-a-draft");
        let invoice = issue(bed, id);
        let due = bed.read(|cx| Ok(cx.today().checked_add(jiff::Span::new().days(30)).unwrap().to_string()));
        assert_eq!(invoice.text("due_on"), due, "on the customer's own terms");
        let euros =
            json!({ "about": reference("invoice", id), "amount": { "minor": 100, "currency": "EUR" } });
        assert_eq!(told(try_create(&bed.mia(), bed, "payment", euros))[0].1, "price-of-another-currency");
        let first = pay(bed, id, 50_000);
        let stands = || {
            let invoice = find(bed, "invoice", id);
            (invoice.text("state").to_owned(), invoice.get("balance")["minor"].as_i64().unwrap())
        };
        assert_eq!(stands(), ("part_paid".to_owned(), 75_000));
        bed.mia().post(&format!("/payments/{first}/trash"), &[]).is(303);
        assert_eq!(stands(), ("issued".to_owned(), 125_000));
        bed.mia().post(&format!("/payments/{first}/restore"), &[]).is(303);
        // The page of a payment begins with what is left.
        bed.mia().get(&format!("/invoices/{id}/pay")).shows("750");
        bed.mia().post(&format!("/invoices/{id}/pay"), &[("amount", "250"), ("method", "card")]).is(303);
        assert_eq!(stands(), ("part_paid".to_owned(), 50_000));

        let credit = bed.mia().post(&format!("/invoices/{id}/credit"), &[]).is(303).location();
        let credit: Id = credit.rsplit('/').next().unwrap().parse().unwrap();
        let most = json!([{ "text": "Work", "price": "1000.01" }]);
        let refused =
            told(edit(&bed.mia(), bed, "invoice", credit, json!({ "lines": most, "state": "issued" })));
        assert_eq!(refused[0].1, "credit-too-large");
        let part = json!([{ "text": "Work", "price": "400" }]);
        edit(&bed.mia(), bed, "invoice", credit, json!({ "lines": part })).unwrap();
        let credit = issue(bed, credit);
        assert!(credit.text("number").starts_with('C'));
        assert_eq!(stands(), ("paid".to_owned(), 0));
        let rest = bed.mia().post(&format!("/invoices/{id}/credit"), &[]).is(303).location();
        let rest: Id = rest.rsplit('/').next().unwrap().parse().unwrap();
        let refused = told(edit(&bed.mia(), bed, "invoice", rest, json!({ "state": "issued" })));
        assert_eq!(refused[0].1, "credit-too-large", "what was credited once is not credited again");
        bed.run_jobs();
    });
}

#[test]
fn a_customers_card_says_what_they_owe_to_who_may_know() {
    on_each_database(|bed| {
        let id = plain(bed, "1000");
        let invoice = issue(bed, id);
        let company = invoice.text("company").replace(':', "/").replace("company/", "/companies/");
        let limit = json!({ "credit_limit": money(100_000) });
        let company_id: Id = company.rsplit('/').next().unwrap().parse().unwrap();
        edit(&bed.mia(), bed, "company", company_id, limit).unwrap();
        let card = bed.mia().get(&company).is(200);
        for text in ["Balance", "1.250,00", "Above the credit limit", "30 days"] {
            assert!(card.contains(text), "{text}");
        }
        edit(&bed.mia(), bed, "invoice", id, json!({ "due_on": "2020-01-01" })).unwrap();
        bed.mia().get(&company).shows("overdue");
        bed.mia().get(&format!("/invoices/{id}")).shows("It was due on");
        pay(bed, id, 125_000);
        bed.mia().get(&company).shows("Nothing is open");
    });
}

#[test]
fn an_invoice_goes_out_by_mail_and_is_read_without_an_account() {
    on_each_database(|bed| {
        let id = plain(bed, "1000");
        let form = [("to", "bogholder@nord.example"), ("words", "Hello")];
        bed.mia().post(&format!("/invoices/{id}/send"), &[("to", "nobody"), ("words", "")]).is(422);
        assert_eq!(
            find(bed, "invoice", id).text("state"),
            "draft",
            "nothing is issued when the mail cannot go"
        );
        bed.mia().post(&format!("/invoices/{id}/send"), &form).is(303);
        bed.run_jobs();
        let page = link(bed);
        bed.stranger().get(&page).shows("Invoice").shows("1.250,00");
        bed.stranger().get(&format!("{page}/pdf")).is(200);
        seller(bed);
        let xml = bed.stranger().get(&format!("{page}/ubl")).is(200).text();
        assert!(xml.contains("<cbc:PayableAmount currencyID=\"DKK\">1250</cbc:PayableAmount>"), "{xml}");
        pay(bed, id, 125_000);
        bed.stranger().get(&page).shows("paid");
    });
}

/// Who sells, with a number and a bank.
fn seller(bed: &Testbed) {
    bed.write(|tx| {
        let seller = trade::seller::Seller {
            street: "Kajen 4".to_owned(),
            postal_code: "8000".to_owned(),
            city: "Aarhus".to_owned(),
            vat_number: "DK12345678".to_owned(),
            registration_number: "12345678".to_owned(),
            email: "mia@berg.example".to_owned(),
            iban: "DK50 0040 0440 1162 43".to_owned(),
            bic: "DABADKKK".to_owned(),
            ..trade::seller::Seller::clone(&*trade::seller::Seller::of(tx)?)
        };
        trade::seller::keep(tx, &seller)
    });
}

/// What programs read of an invoice; kept for `tests/ubl`, which holds it against the official schema and rules.
fn for_programs(bed: &Testbed, invoice: Id, name: &str) -> String {
    let xml = bed.mia().get(&format!("/invoices/{invoice}/ubl")).is(200).text();
    if let Ok(folder) = std::env::var("KARTOTEK_TEST_UBL") {
        std::fs::write(format!("{folder}/{name}.xml"), &xml).unwrap();
    }
    xml
}

#[test]
fn an_invoice_for_programs_says_what_the_standard_wants() {
    on_each_database(|bed| {
        let lines = json!([
            { "id": "1", "text": "Planks & nails", "note": "Oak", "price": "33.335", "quantity": "3", "unit": "metre", "discount": "10" },
            { "id": "2", "text": "Work", "price": "100", "quantity": "2", "unit": "hour" },
            { "id": "3", "text": "Book", "price": "10", "tax": "0", "category": "E" },
            { "id": "4", "text": "Free of charge", "price": "0" },
            { "id": "5", "text": "Given back", "price": "20", "quantity": "-1" },
        ]);
        let company = reference("company", customer(bed));
        let id =
            bed.record("invoice").with("company", company).with("lines", lines).with("discount", 500).save();
        bed.mia().get(&format!("/invoices/{id}/ubl")).is(409);
        issue(bed, id);
        bed.mia().get(&format!("/invoices/{id}/ubl")).is(409).says("VAT number");
        seller(bed);
        let xml = for_programs(bed, id, "invoice");
        for part in [
            "urn:cen.eu:en16931:2017",
            "Planks &amp; nails",
            "unitCode=\"MTR\"",
            "<cbc:InvoiceTypeCode>380",
            "<cbc:IdentificationCode>DK",
            "<cbc:TaxExemptionReason>",
            "<cbc:AllowanceTotalAmount currencyID=\"DKK\">14",
        ] {
            assert!(xml.contains(part), "{part}\n{xml}");
        }
        let credit = bed.mia().post(&format!("/invoices/{id}/credit"), &[]).is(303).location();
        let credit: Id = credit.rsplit('/').next().unwrap().parse().unwrap();
        issue(bed, credit);
        let xml = for_programs(bed, credit, "credit-note");
        assert!(
            xml.contains("<cbc:CreditNoteTypeCode>381")
                && xml.contains(find(bed, "invoice", id).text("number"))
        );
    });
}

#[test]
fn an_invoice_to_another_country_says_who_pays_the_tax() {
    on_each_database(|bed| {
        seller(bed);
        let address = json!([{ "street": "Storgatan 1", "postal_code": "411 05", "city": "Göteborg", "country": "Sweden" }]);
        let company =
            bed.company("Syd AB").with("addresses", address).with("vat_number", "SE556677889901").save();
        let service = bed
            .record("product")
            .with("name", "Advice")
            .with("kind", "service")
            .with("price", money(100_000))
            .save();
        let lines = json!([{ "product": format!("product:{service}") }]);
        let id = bed.record("invoice").with("company", reference("company", company)).with("lines", lines);
        let id = id.with("supplied_on", "2026-11-20").save();
        issue(bed, id);
        let xml = for_programs(bed, id, "reverse-charge");
        assert!(
            xml.contains("<cbc:ID>AE</cbc:ID>")
                && xml.contains("Reverse charge")
                && xml.contains("SE556677889901")
        );
        assert_eq!(find(bed, "invoice", id).get("tax"), &money(0));
    });
}

#[test]
fn orders_and_invoices_of_others_are_not_there() {
    on_each_database(|bed| {
        let id = plain(bed, "1");
        bed.olga().get(&format!("/invoices/{id}")).is(404);
        bed.olga().get(&format!("/invoices/{id}/pdf")).is(404);
        bed.rita().post(&format!("/invoices/{id}/send"), &[("by", "hand")]).is(403);
        bed.rita().post(&format!("/invoices/{id}/pay"), &[("amount", "1")]).is(403);
        assert_eq!(find(bed, "invoice", id).get("state"), &Json::from("draft"));
    });
}
