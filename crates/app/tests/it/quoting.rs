//! Quotes that begin with a template, and what is left of a sale.

use jiff::ToSpan;
use kernel::Id;
use records::{object::object, record};
use serde_json::json;
use testbed::on_each_database;

use crate::trade::{edit, find, money, reference, told, try_create};

#[test]
fn a_quote_begins_with_a_template_at_the_prices_of_its_customer() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let boat = bed.record("product").with("name", "Boat").with("price", money(100_000)).save();
        let lines = json!([
            { "id": "b", "product": reference("product", boat), "quantity": 2 },
            { "id": "s", "text": "Setting up", "price": "50" },
            { "id": "w", "text": "Winter storage", "price": "20", "optional": true, "chosen": true },
        ]);
        let nord = bed.company("Nord A/S").save();
        let good = bed
            .record("quote")
            .with("company", reference("company", nord))
            .with("name", "Boats")
            .with("lines", lines)
            .with("discount", 1_000)
            .with("intro", "As we said")
            .save();
        let template = mia.post(&format!("/quotes/{good}/as-template"), &[]).is(303).location();
        mia.get(&template).shows("Boats").shows("Setting up");
        let template: Id = template.rsplit('/').next().unwrap().parse().unwrap();
        edit(&mia, bed, "quote_template", template, json!({ "valid_days": 5 })).unwrap();
        // What a product costs is told anew; what somebody chose was theirs.
        edit(&mia, bed, "product", boat, json!({ "price": money(200_000) })).unwrap();

        let empty = mia.post(&format!("/companies/{nord}/quote"), &[]).is(303).location();
        mia.get(&empty).shows("Begin with").shows("Boats");
        let id: Id = empty.split('/').nth(2).unwrap().parse().unwrap();
        let form = [("template", template.to_string())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        mia.post(&format!("/quotes/{id}/template"), &form).is(303);
        let quote = find(bed, "quote", id);
        // 2 × 2,000 + 50, less 10 %.
        assert_eq!(quote.get("net"), &money(364_500));
        assert_eq!(quote.text("intro"), "As we said");
        assert_eq!(
            quote.text("valid_until"),
            bed.read(|cx| Ok(cx.today().saturating_add(5.days()))).to_string()
        );
        mia.get(&format!("/quotes/{id}/lines")).hides("Begin with");

        // In another currency what has no product needs a price, and nothing is lost.
        let euro =
            bed.record("quote").with("company", reference("company", nord)).with("currency", "EUR").save();
        let answer = mia.post_on(&format!("/quotes/{euro}/template"), &form);
        answer.shows("Setting up").shows("EUR");
        assert!(find(bed, "quote", euro).get("lines").is_null());
        // The price list says the currency too, and a price is not taken over as if it were in that.
        let list = bed.record("price_list").with("name", "Abroad").with("currency", "EUR").save();
        let fields = json!({
            "company": reference("company", nord), "price_list": reference("price_list", list),
            "template": reference("quote_template", template),
        });
        assert_eq!(told(try_create(&mia, bed, "quote", fields))[0].0, "lines");
        // A program does the same in one step.
        let fields = json!({ "company": reference("company", nord), "template": reference("quote_template", template) });
        let made = try_create(&mia, bed, "quote", fields).unwrap();
        assert_eq!(find(bed, "quote", made).get("net"), &money(364_500));
        // One without any price is no template's fault.
        let odd = json!({ "name": "Odd", "valid_days": 0 });
        assert_eq!(told(try_create(&mia, bed, "quote_template", odd))[0].0, "valid_days");
    });
}

#[test]
fn the_margin_is_told_to_whoever_may_know_what_things_cost() {
    on_each_database(|bed| {
        let boat = bed
            .record("product")
            .with("name", "Boat")
            .with("price", money(100_000))
            .with("cost", money(60_000))
            .save();
        let nord = bed.company("Nord A/S").save();
        let lines = json!([
            { "product": reference("product", boat), "quantity": 2 },
            { "text": "Setting up", "price": "50" },
        ]);
        let quote = bed
            .record("quote")
            .with("company", reference("company", nord))
            .with("lines", lines)
            .with("discount", 1_000)
            .save();
        let margin =
            bed.read(|cx| trade::margin::of(cx, &record::find(cx, &object(cx, "quote")?, quote)?)).unwrap();
        // 2,000 less 10 % is 1,800; the boats cost 1,200.
        assert_eq!((margin.left.minor, margin.share, margin.unknown), (60_000, 3_333, 1));
        bed.mia().get(&format!("/quotes/{quote}")).shows("Margin").shows("33,3");
        let sven = bed.sven();
        let rights = json!({ "objects": { "*": { "see": "all", "edit": "all" } }, "fields": { "product": { "cost": "hidden" } } });
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let role = identity::roles::add(tx, "No costs")?;
                identity::roles::change(tx, role, &serde_json::from_value(rights).unwrap())?;
                identity::roles::give(tx, sven.user, &[role])
            })
            .unwrap();
        sven.get(&format!("/quotes/{quote}")).shows("Setting up").hides("Margin");
    });
}
