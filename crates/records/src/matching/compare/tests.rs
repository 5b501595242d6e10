//! What is the same, what is shown, and who only looks the same.

use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::{
    Exchange, Field, Json, Meaning, Object,
    field::{
        addresses::Addresses, emails::Emails, links::Links, partial_date::PartialDate,
        person_name::PersonName, person_name::split, phones::Phones, reference::Reference, text::Text,
    },
};

fn person() -> Arc<Object> {
    let fields = vec![
        Field::new("name", PersonName),
        Field::new("emails", Emails),
        Field::new("phones", Phones),
        Field::new("addresses", Addresses),
        Field::new("birthday", PartialDate),
        Field::new("company", Reference { object: Some("company") }),
    ];
    let exchange = Exchange {
        meanings: &[(Meaning::Birthday, "birthday"), (Meaning::Company, "company")],
        ..Exchange::default()
    };
    Arc::new(Object::new("person", "people", "name", fields).exchange(exchange))
}

fn company() -> Arc<Object> {
    let fields = vec![
        Field::new("name", Text),
        Field::new("emails", Emails),
        Field::new("phones", Phones),
        Field::new("links", Links),
        Field::new("vat", Text),
    ];
    let exchange = Exchange { meanings: &[(Meaning::TaxNumber, "vat")], ..Exchange::default() };
    Arc::new(Object::new("company", "companies", "name", fields).exchange(exchange))
}

fn profile(object: &Object, mut values: Json) -> Profile {
    if let (Some(name), "person") = (values["name"].as_str(), object.key) {
        values["name"] = split(name);
    }
    Profile::of_values(object, |field| values.get(field).unwrap_or(&Json::Null))
}

/// One namesake more than the two.
fn found(object: &Object, one: &Json, other: &Json) -> Option<Match> {
    compare(&profile(object, one.clone()), &profile(object, other.clone()), 3)
}

#[track_caller]
fn check(one: &Json, other: &Json, expected: Option<(bool, &[Sign])>) {
    let object = person();
    let found = found(&object, one, other);
    let (exact, signs) = match (found, expected) {
        (None, None) => return,
        (Some(found), Some(expected)) => {
            assert_eq!(found.is_exact(), expected.0, "{one} {other} {found:?}");
            (found.signs, expected.1)
        }
        (found, _) => panic!("{one} {other} {found:?}"),
    };
    for sign in signs {
        assert!(exact.has(*sign), "{one} {other} lack {sign:?}: {exact:?}");
    }
}

#[test]
fn slips_nicknames_and_scripts_do_not_hide_who_it_is() {
    let mail = |name: &str| json!({ "name": name, "emails": [{ "address": "ab@berg.example" }] });
    let same = |one: &str, other: &str, sign: Sign| {
        check(&mail(one), &mail(other), Some((true, &[Sign::Email, sign])))
    };
    same("Alexander Berg", "Alexnader Berg", Sign::LikeName);
    same("Anna Berg", "Ana Berg", Sign::Name);
    same("Søren Kjær", "Soeren Kjaer", Sign::Name);
    same("William Baker", "Bill Baker", Sign::Nickname);
    same("Anna Berg", "A. Berg", Sign::Initial);
    same("Anna Berg", "Anna Holm-Berg", Sign::PartOfName);
    same("Мария Петрова", "Maria Petrova", Sign::Name);
    same("王小明", "Xiaoming Wang", Sign::Name);
    same("Işıl Çelik", "ISIL CELIK", Sign::Name);
    check(
        &json!({ "name": { "given": "Berg", "family": "Anna" }, "emails": [{ "address": "ab@berg.example" }] }),
        &mail("Anna Berg"),
        Some((true, &[Sign::Swapped])),
    );
}

#[test]
fn colleagues_of_like_names_are_never_surely_one() {
    let card = |name: &str, mail: &str, phone: &str| json!({ "name": name, "emails": [{ "address": format!("{mail}@firm.example") }], "phones": [{ "number": phone }] });
    let pairs = [
        (("Oliver Smith", "oliver.smith"), ("Olivia Smith", "olivia.smith")),
        (("Åge Jørgensen", "aage.joergensen"), ("Åse Jørgensen", "aase.joergensen")),
        (("杨强", "qiang.yang"), ("王强", "qiang.wang")),
        (("王伟", "wei.wang"), ("杨伟", "wei.yang")),
        (("Иван Стоянов", "ivan.stoyanov"), ("Ивана Стоянова", "ivana.stoyanova")),
        (("Anna Berg", "anna.berg"), ("Anne Berg", "anne.berg")),
    ];
    for ((one, mail), (other, theirs)) in pairs {
        // In a row, at one switchboard, and with one address that both read.
        for (phone, next) in [("+4531425510", "+4531425511"), ("+4531425510", "+4531425510")] {
            for theirs in [theirs, if phone == next { theirs } else { mail }] {
                let found = found(&person(), &card(one, mail, phone), &card(other, theirs, next));
                assert!(found.is_none_or(|found| !found.is_exact()), "{one}, {other}: {found:?}");
            }
        }
    }
}

#[test]
fn spouses_parents_and_namesakes_are_others() {
    let home = json!([{ "street": "Storgatan 4", "postal_code": "11122", "city": "Stockholm" }]);
    let with = |name: &str, birthday: &str| json!({ "name": name, "addresses": home, "phones": [{ "number": "+4681234567" }], "birthday": birthday });
    check(&with("Anna Berg", "1980-04-02"), &with("Bo Berg", "1979-01-28"), None);
    let father = found(&person(), &with("Bo Berg", "1950-01-28"), &with("Bo Berg", "1981-06-02"));
    assert!(father.is_none_or(|found| !found.is_exact()), "{father:?}");
    let named = profile(&person(), json!({ "name": "Anna Berg" }));
    assert!(compare(&named, &named, 40).is_none(), "one of many of that name");
    assert!(compare(&named, &named, 2).is_some_and(|found| !found.is_exact()), "nobody else is called so");
    check(
        &json!({ "name": "Anna Berg", "emails": [{ "address": "anna@one.example" }] }),
        &json!({ "name": "Anna Berg", "emails": [{ "address": "berg@two.example" }] }),
        None,
    );
}

#[test]
fn namesakes_of_one_company_are_likely_one() {
    let at = |company: u8, name: &str| json!({ "name": name, "company": format!("company:00000000-0000-7000-8000-0000000000{company:02x}") });
    let score = |one: &Json, other: &Json| found(&person(), one, other).map(|found| found.score);
    check(&at(1, "Anna Berg"), &at(1, "Anna Berg"), Some((true, &[Sign::Company, Sign::Name])));
    check(&at(1, "Anna Berg"), &at(1, "Bo Berg"), None);
    assert!(
        score(&at(1, "Anna Berg"), &at(2, "Anna Berg"))
            < score(&at(1, "Anna Berg"), &json!({ "name": "Anna Berg" }))
    );
}

#[test]
fn a_spelling_that_nobody_else_has_is_a_slip() {
    let card =
        |name: &str| profile(&person(), json!({ "name": name, "phones": [{ "number": "+4531425510" }] }));
    let (thomas, thomaa, ivan, ivana) =
        (card("Thomas Baker"), card("Thomaa Baker"), card("Ivan Baker"), card("Ivana Baker"));
    let mut spellings = Spellings::default();
    spellings.add(thomaa.text());
    for _ in 0..40 {
        [&thomas, &ivan, &ivana].into_iter().for_each(|card| spellings.add(card.text()));
    }
    let is_exact = |one: &Profile, other: &Profile, spellings: &Spellings| {
        let (one, other) = (Prepared::of(one.text()), Prepared::of(other.text()));
        one.compare(&other, 2, spellings).is_some_and(|found| found.is_exact())
    };
    assert!(is_exact(&thomas, &thomaa, &spellings));
    assert!(!is_exact(&thomas, &thomaa, &Spellings::default()), "who knows no spellings asks");
    assert!(!is_exact(&ivan, &ivana, &spellings), "two names");
}

#[test]
fn a_name_that_many_have_says_less() {
    let one = profile(&person(), json!({ "name": "Anna Berg", "birthday": "1980-04-02" }));
    let few = compare(&one, &one, 2).map(|found| found.score);
    let many = compare(&one, &one, 2000).map(|found| found.score);
    assert!(few > many, "{few:?} {many:?}");
}

#[test]
fn companies_are_known_by_number_domain_and_name_without_legal_form() {
    let object = company();
    let check = |one: Json, other: Json, expected: Option<bool>| {
        let found = found(&object, &one, &other);
        assert_eq!(found.map(|found| found.is_exact()), expected, "{one} {other} {found:?}");
    };
    let firm = |name: &str, vat: &str| json!({ "name": name, "vat": vat });
    check(firm("Berg Marine ApS", "DK 12345678"), firm("Berg Marine", "12345678"), Some(true));
    check(firm("Berg Marine ApS", "12345678"), firm("Berg Marine ApS", "87654321"), None);
    let site = |name: &str, domain: &str| json!({ "name": name, "links": [{ "url": format!("https://www.{domain}/om") }] });
    check(
        site("Berg Marine A/S", "berg.example"),
        json!({ "name": "Bergs Marine", "emails": [{ "address": "info@berg.example" }] }),
        Some(true),
    );
    check(site("Berg Marine", "berg.example"), site("Holm Foods", "holm.example"), None);
    check(site("Berg", "facebook.com"), site("Holm", "facebook.com"), None);
}
