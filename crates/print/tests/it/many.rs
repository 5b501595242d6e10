//! More than anybody waits for: a job prints, and its file can be fetched.

use records::{
    ChangeSet,
    object::object,
    save::{self, Values},
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

use crate::printed;

fn fill(bed: &Testbed, count: usize) {
    bed.write(|tx| {
        let person = object(tx, "person")?;
        let mut set = ChangeSet::new(tx, "change-created");
        for number in 0..count {
            let street = if number % 100 == 7 { String::new() } else { format!("Strandvej {number}") };
            let values = save::Values::from_iter([
                ("name".to_owned(), json!(format!("Anna Number{number}"))),
                (
                    "addresses".to_owned(),
                    json!([{ "street": street, "postal_code": "2900", "city": "Hellerup" }]),
                ),
            ]);
            save::create(tx, &mut set, &person, values)?;
        }
        set.close(tx)
    });
}

#[test]
fn a_long_list_is_printed_by_a_job() {
    on_each_database(|bed| {
        fill(bed, 1010);
        let mia = bed.mia();
        // No font has a letter of one's own making.
        bed.write(|tx| {
            let person = object(tx, "person")?;
            let query = records::Query { sort: vec![records::Sort::parse("name")], ..Default::default() };
            let first = records::query::page(tx, &person, &query, &[], 3)?.records.remove(2);
            let mut set = ChangeSet::new(tx, "change-edited");
            let name = json!({ "given": "\u{f8f1}", "family": "Berg" });
            let values = Values::from_iter([("name".to_owned(), name)]);
            save::edit(tx, &mut set, &person, first.id, values, &Values::new())?;
            set.close(tx)
        });
        mia.get("/print?object=person").shows("1.010 cards").shows("The first 1.000 were looked at");
        let begun = mia.post("/print", &[("object", "person"), ("sheet", "avery-l7651")]).is(303);
        let print = begun.location();
        mia.get(&print).shows("Printing");
        mia.get(&format!("{print}/file.pdf")).is(404);
        bed.run_jobs();
        mia.get(&print).shows("\u{f8f1}").shows("fonts-symbola");
        mia.get(&print).shows("999 pieces on 16 pages").shows("11 cards are left out").shows("Anna Number7");
        let file = mia.get(&format!("{print}/file.pdf"));
        assert_eq!(printed(&file).pages(), 16);
        assert!(printed(&file).has("Anna Number1009 Strandvej 1009 2900 Hellerup"));
        // It is nobody else's.
        bed.with_role(kernel::Role::Member).get(&print).is(404);
        // After a week it is gone.
        let files = bed.folder().join("files/prints");
        let left = || std::fs::read_dir(&files).unwrap().count();
        let tidy = || {
            bed.write(|tx| jobs::enqueue(tx, &print::TidyPrints {}));
            bed.run_jobs();
        };
        tidy();
        assert_eq!(left(), 1);
        bed.advance(8 * kernel::clock::DAY);
        tidy();
        assert_eq!(left(), 0);
    });
}
