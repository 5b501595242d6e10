//! Rates of other currencies: set by hand or pasted, kept with their history, and used where amounts are added up.

use jiff::ToSpan;
use kernel::{Id, clock::DAY};
use records::{ChangeSet, object, save};
use serde_json::{Value, json};
use testbed::{Testbed, on_each_database};

fn deal(bed: &Testbed, name: &str, amount: (i64, &str), more: &Value) -> Id {
    bed.write(|tx| {
        let deal = object::object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let mut values: save::Values = serde_json::from_value(more.clone())?;
        values.insert("name".to_owned(), name.into());
        values.insert("amount".to_owned(), json!({ "minor": amount.0, "currency": amount.1 }));
        values.insert("owner".to_owned(), bed.ivan().user.to_string().into());
        let id = save::create(tx, &mut set, &deal, values)?;
        set.close(tx)?;
        Ok(id)
    })
}

const HERE: &str = "/settings/currencies";

fn paste(bed: &Testbed, text: &str) -> testbed::Answer {
    bed.mia().post("/settings/currencies/pasted", &[("pasted", text)])
}

/// Whoever is signed in stays so, for however long nothing is asked.
fn stay_signed_in(bed: &Testbed) {
    bed.write(|tx| tx.execute("UPDATE sessions SET expires_at = ?1", &[(i64::MAX / 2).into()]));
}

#[test]
fn a_rate_is_set_replaced_and_taken_away_and_nothing_of_it_is_lost() {
    on_each_database(|bed| {
        let mia = bed.mia();
        mia.get(HERE).is(200).shows("No rates yet");
        let set = |currency: &str, rate: &str, from: &str| {
            mia.post(HERE, &[("currency", currency), ("rate", rate), ("from", from)])
        };
        set("eur", "7,46", "2026-01-01").is(303);
        mia.get(HERE).is(200).shows("1 EUR = 7,46 DKK");
        set("EUR", "7,5", "2026-01-01").is(303);
        let page = mia.get(HERE).is(200).shows("1 EUR = 7,5 DKK").shows("No longer holds");
        assert_eq!(page.text().matches("7,46").count(), 1, "{}", page.text());
        mia.post("/settings/currencies/remove", &[("currency", "EUR"), ("from", "2026-01-01")]).is(303);
        mia.get(HERE).shows("No rates yet").shows("7,46").shows("Removed");
        mia.post("/settings/currencies/remove", &[("currency", "EUR"), ("from", "2026-01-01")]).is(404);
        for (currency, rate, from, told) in [
            ("EURO", "7,46", "", "currency"),
            ("DKK", "1", "", "own currency"),
            ("EUR", "a lot", "", "Enter a rate above 0"),
            ("EUR", "0", "", "Enter a rate above 0"),
            ("EUR", "-7", "", "Enter a rate above 0"),
            ("EUR", "7,46", "someday", "someday"),
        ] {
            let refused = set(currency, rate, from).is(422);
            assert!(
                refused.contains(told) && refused.contains(rate),
                "{currency} {rate}: {}",
                refused.text()
            );
        }
        // Only administrators.
        bed.sven().get(HERE).is(403);
        bed.sven().post(HERE, &[("currency", "EUR"), ("rate", "1")]).is(403);
    });
}

#[test]
fn pasted_rates_are_taken_all_or_none() {
    on_each_database(|bed| {
        let refused = paste(bed, "EUR,7.46,2026-01-01\nDKK,1,2026-01-01").is(422);
        assert!(refused.contains("needs no rate") && refused.contains("7.46"), "{}", refused.text());
        assert!(paste(bed, "EUR,7.46\nNOK,none").is(422).contains("Line 2"));
        bed.mia().get(HERE).shows("No rates yet");
        let taken = paste(bed, "Currency;Rate;From\r\nEUR;7,46;2026-01-01\r\nJPY;0,0466;2026-01-01\r\n");
        assert!(taken.is(303).toast().contains("2 rates"));
        bed.mia().get(HERE).shows("1 EUR = 7,46 DKK").shows("1 JPY = 0,0466 DKK");
    });
}

#[test]
fn sums_of_several_currencies_are_told_at_the_rate_of_the_day_they_closed() {
    on_each_database(|bed| {
        stay_signed_in(bed);
        let ivan = bed.ivan();
        let today = bed.read(|cx| Ok(cx.today()));
        let first = today.first_of_month().saturating_add(1.months());
        bed.advance(i64::from(first.since(today).unwrap().get_days()) * DAY);
        let (later, closes) = (first.saturating_add(10.days()), first.saturating_add(20.days()).to_string());
        let won = json!({ "stage": "won" });
        deal(bed, "Boats", (100_000, "DKK"), &won);
        deal(bed, "Oars", (10_000, "EUR"), &won);
        deal(bed, "Sails", (100_000, "JPY"), &won);
        deal(bed, "Ropes", (12_345, "KWD"), &json!({ "stage": "lost", "lost_reason": "price" }));
        bed.advance(12 * DAY);
        deal(bed, "Masts", (10_000, "EUR"), &won);
        deal(bed, "Hulls", (20_000, "EUR"), &json!({ "stage": "negotiation", "closes_on": closes }));
        let page = |address: &str| ivan.get(address).is(200);
        let forecast = "/sales/forecast?period=this_month";
        page(forecast).shows("Several currencies cannot be added up").shows("EUR, JPY");
        paste(
            bed,
            &format!("EUR,7.4,2020-01-01\nEUR,7.6,{later}\nJPY,0.04666,2020-01-01\nKWD,22.31,2020-01-01"),
        )
        .is(303);
        // 1,000.00 + 100 × 7.4 + 100 × 7.6 + 100,000 × 0.04666, and of what is open 200 × 7.6.
        let told = page(forecast).shows("7.166,00").shows("1.520,00").hides("cannot be added up");
        for rate in ["1 EUR = 7,4 DKK", "1 EUR = 7,6 DKK", "1 JPY = 0,04666 DKK"] {
            assert!(told.contains(rate), "{rate}: {}", told.text());
        }
        // The number opens its rows.
        let text = told.text();
        let cell = text.split("<a href=\"/deals?").find(|cell| cell.contains("7.166,00")).unwrap();
        let href = cell.split('"').next().unwrap().replace("&amp;", "&");
        page(&format!("/deals?{href}")).shows("Oars").shows("Masts").hides("Hulls");
        // 12.345 × 22.31 is 275.41695.
        page("/sales/won-lost?period=this_month&by=lost_reason").shows("275,42").shows("1 KWD = 22,31 DKK");
        page("/sales/won-lost?period=this_month&by=owner").shows("7.166,00");
        page("/sales/goals?measure=won_amount&span=month").shows("7.166,00").shows("1 EUR = 7,6 DKK");
        // What is taken away is lacking, and told.
        bed.mia().post("/settings/currencies/remove", &[("currency", "JPY"), ("from", "2020-01-01")]).is(303);
        page(forecast).shows("cannot be added up").shows("JPY").hides("7.166,00");
    });
}
