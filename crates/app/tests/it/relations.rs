//! Relations: one row, read from both sides; what a company, a household and a card make of them.

use kernel::{Error, Id};
use records::{
    ChangeSet, Record,
    field::as_id,
    links::{self, NewLink},
    object::object,
    record, undo,
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn card(bed: &Testbed, name: &str, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, name)?, id))
}

fn relations(bed: &Testbed, id: Id) -> Vec<(String, bool, String)> {
    let related = bed.read(|cx| links::of(cx, id));
    related.into_iter().map(|other| (other.link.kind, other.forth, other.title)).collect()
}

#[test]
fn a_spouse_is_written_once_and_seen_from_both_sides() {
    on_each_database(|bed| {
        let (anna, bo) = (bed.person("Anna Berg").save(), bed.person("Bo Berg").save());
        let link = bed.link("spouse", ("person", anna), ("person", bo));
        assert_eq!(relations(bed, anna), [("spouse".to_owned(), true, "Bo Berg".to_owned())]);
        assert_eq!(relations(bed, bo), [("spouse".to_owned(), false, "Anna Berg".to_owned())]);
        // The same again is the same.
        assert_eq!(bed.link("spouse", ("person", anna), ("person", bo)), link);
        let refused = bed.db().write(&bed.mia().scope(), |tx| {
            let mut set = ChangeSet::new(tx, "change-linked");
            links::add(tx, &mut set, &NewLink::new("spouse", ("person", anna), ("person", anna)))
        });
        assert!(matches!(refused, Err(Error::Invalid(_))), "nobody is their own spouse");
    });
}

#[test]
fn somebody_may_work_at_several_companies_and_the_card_shows_the_first() {
    on_each_database(|bed| {
        let (berg, holm) = (bed.company("Berg Marine").save(), bed.company("Holm Byg").save());
        let anna = bed.person("Anna Berg").at(berg).with("job_title", "Owner").save();
        assert_eq!(relations(bed, berg), [("works_at".to_owned(), false, "Anna Berg".to_owned())]);
        let second = bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-linked");
            links::add(
                tx,
                &mut set,
                &NewLink::new("works_at", ("person", anna), ("company", holm)).role("Board"),
            )
        });
        assert_eq!(as_id(card(bed, "person", anna).get("company")), Some(berg));
        let first = bed.read(|cx| links::of(cx, anna)).into_iter().find(|other| other.id == berg).unwrap();
        assert_eq!(first.link.role, "Owner");

        // The first ends: the card shows the other, until that is undone.
        let set = bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-unlinked");
            links::remove(tx, &mut set, first.link.id)?;
            set.close(tx)?;
            Ok(set.id)
        });
        assert_eq!(as_id(card(bed, "person", anna).get("company")), Some(holm));
        assert_eq!(card(bed, "person", anna).text("job_title"), "Board");
        bed.write(|tx| undo::undo(tx, set));
        let kinds: Vec<_> = relations(bed, anna).into_iter().map(|(_, _, title)| title).collect();
        assert!(kinds.contains(&"Berg Marine".to_owned()) && kinds.contains(&"Holm Byg".to_owned()));
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-linked");
            links::change(tx, &mut set, second.id, "Board", "2019", "2023-05")
        });
        assert!(bed.read(|cx| Ok(links::of(cx, anna)?.iter().any(|other| other.over(cx.today())))));
    });
}

#[test]
fn a_household_is_greeted_by_its_members() {
    on_each_database(|bed| {
        let home = bed.household("Berg").save();
        let (anna, bo) = (bed.person("Anna Berg").save(), bed.person("Bo Berg").save());
        bed.link("member_of", ("person", anna), ("household", home));
        bed.link("member_of", ("person", bo), ("household", home));
        let greeting = card(bed, "household", home).text("greeting").to_owned();
        assert!(greeting.starts_with("Anna ") && greeting.ends_with(" Bo Berg"), "{greeting}");
        assert_eq!(as_id(card(bed, "person", bo).get("household")), Some(home));
    });
}

#[test]
fn a_duplicate_is_named_with_its_reason_and_may_be_made_anyway() {
    on_each_database(|bed| {
        let street = json!([{ "street": "Havnevej 3", "postal_code": "2100", "city": "København" }]);
        bed.person("Anna Berg")
            .email("anna@berg.example")
            .phone("+4531425510")
            .with("addresses", street)
            .save();
        let mia = bed.mia();
        let form = |mail: &'static str, phone: &'static str, given: &'static str, street: &'static str| {
            vec![
                ("name.given", given),
                ("name.family", "Berg"),
                ("emails.0.address", mail),
                ("phones.0.number", phone),
                ("addresses.0.street", street),
                ("addresses.0.postal_code", "2100"),
            ]
        };
        for entered in [
            form("ANNA@berg.example", "", "Somebody", ""),
            form("", "+45 31 42 55 10", "Somebody", ""),
            form("", "", "Ana", "Havnevej 3"),
        ] {
            let answer = mia.post("/people", &entered);
            assert_eq!(answer.status, 409, "{entered:?}");
            assert!(
                answer.contains("Anna Berg") && answer.contains(entered[0].1),
                "the form keeps what was typed"
            );
        }
        // The same address alone is a neighbour, or a spouse.
        assert_eq!(mia.post("/people", &form("", "", "Ingrid", "Havnevej 3")).status, 303);
        let mut again = form("anna@berg.example", "", "Bo", "");
        again.push(("anyway", "1"));
        assert_eq!(mia.post("/people", &again).status, 303);
    });
}
