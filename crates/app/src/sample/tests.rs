//! The plan of the sample, before it meets a database.

use std::collections::HashSet;

use kernel::{Id, Locality, Timestamp, clock::DAY};

use super::plan::{self, Setting, Step};

fn setting() -> Setting {
    let began_at = Timestamp::from_micros(20_000 * DAY);
    let locale = locale::Locale::new(&Locality::default());
    let today = began_at.in_zone(&locale.locality().time_zone).date();
    Setting { today, locale, owners: vec![Id::from_bytes([1; 16]), Id::from_bytes([2; 16])] }
}

#[test]
fn the_sample_is_a_company_of_this_size() {
    let steps = plan::steps(&setting());
    let count = |wanted: &str| {
        steps
            .iter()
            .filter(|step| match step {
                Step::Card { object, .. } | Step::Talk { object, .. } | Step::Paper { object, .. } => {
                    *object == wanted
                }
                Step::Link { kind, .. } => *kind == wanted,
                Step::Paid { .. } => wanted == "payment",
                Step::Ordered { .. } => wanted == "order",
                Step::Change { .. } | Step::Became { .. } => false,
            })
            .count()
    };
    assert_eq!((count("person"), count("company"), count("household")), (2000, 300, 150));
    assert!((5500..6500).contains(&(count("call") + count("note") + count("task"))));
    assert_eq!((count("deal"), count("lead")), (214, 210));
    assert_eq!((count("product"), count("price"), count("quote"), count("order")), (18, 20, 30, 9));
    // With the credit note.
    assert_eq!(count("invoice"), 26);
    assert!(count("payment") > 8 && count("delivery") > 4);
    assert!(count("spouse") > 100 && count("parent") > 150 && count("member_of") > 350);
}

#[test]
fn the_same_setting_gives_the_same_sample() {
    let whole = |steps: Vec<Step>| format!("{steps:?}");
    assert_eq!(whole(plan::steps(&setting())), whole(plan::steps(&setting())));
}

#[test]
fn nobody_shares_an_address_or_a_mobile_by_chance() {
    let mut seen = HashSet::new();
    for step in plan::steps(&setting()) {
        let Step::Card { object: "person", values, .. } = step else { continue };
        for mail in values.get("emails").and_then(|mails| mails.as_array()).into_iter().flatten() {
            let address = mail["address"].as_str().unwrap().to_owned();
            assert!(address.is_ascii() && address.ends_with(".example"), "{address}");
            assert!(seen.insert(address));
        }
        for phone in values.get("phones").and_then(|phones| phones.as_array()).into_iter().flatten() {
            if phone["label"] == "mobile" {
                assert!(seen.insert(phone["number"].as_str().unwrap().to_owned()));
            }
        }
    }
}

#[test]
fn every_text_of_the_sample_is_in_the_catalogue() {
    let keys = locale::keys(kernel::Language::English);
    let known: HashSet<&str> = keys.into_iter().collect();
    let industries = super::cultures::CULTURES.iter().flat_map(|(culture, _)| culture.trades.iter());
    for (_, _, industry) in industries {
        assert!(known.contains(format!("sample-industry-{industry}").as_str()), "{industry}");
    }
    for (kind, count) in
        [("note", 10), ("call", 8), ("task", 8), ("lead", 8), ("product", 18), ("quote-no", 3)]
    {
        (1..=count)
            .for_each(|at| assert!(known.contains(format!("sample-{kind}-{at}").as_str()), "{kind} {at}"));
    }
}
