//! Lists as CSV.

use std::collections::HashMap;

use kernel::Id;
use records::{
    Filter, Operator, Query,
    export::{self, Listing},
    import::Mode,
    object,
};
use serde_json::json;

use crate::office::{Office, offices};

fn csv(office: &Office, query: &Query, fields: &[&str], users: HashMap<Id, String>) -> (u64, String) {
    let mut out = Vec::new();
    let count = office.read(|cx| {
        let object = object::object(cx, "person")?;
        let listing = Listing { object: &object, query, fields, users: users.into() };
        export::csv(cx, &listing, &mut out)
    });
    (count, String::from_utf8(out).unwrap())
}

#[test]
fn a_list_is_exported_as_it_is_shown_and_safe_to_open() {
    for office in offices() {
        let company = office.create("company", json!({ "name": "Berg & Sønner" }));
        let user = office.write(|tx| Ok(tx.new_id()));
        office.create(
            "person",
            json!({
                "name": "Anna Berg", "company": format!("company:{company}"), "emails": [{ "address": "a@x.dk" }, { "address": "b@x.dk" }],
                "birthday": "--12-04", "score": 1250, "owner": user.to_string(), "nickname": "=HYPERLINK(1)",
            }),
        );
        office.create("person", json!({ "name": "Bo \"B\" Holm" }));
        let fields = ["name", "company", "emails", "birthday", "score", "owner", "nickname"];
        let users = HashMap::from([(user, "Ida".to_owned())]);
        let (count, text) = csv(&office, &Query::default(), &fields, users);
        assert_eq!(count, 2);
        let rows: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(
            rows,
            [
                "Anna Berg,Berg & Sønner,\"a@x.dk, b@x.dk\",--12-04,12.50,Ida,'=HYPERLINK(1)",
                "\"Bo \"\"B\"\" Holm\",,,,,,"
            ]
        );
        let query =
            Query { filter: Filter::field("name", Operator::Contains, &["Holm"]), ..Query::default() };
        assert_eq!(csv(&office, &query, &["name"], HashMap::new()).0, 1);
    }
}

/// Takes bytes and keeps only the size of the largest piece.
#[derive(Default)]
struct Watched {
    bytes: usize,
    largest: usize,
}

impl std::io::Write for Watched {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes += bytes.len();
        self.largest = self.largest.max(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn ten_thousand_rows_go_out_in_small_pieces() {
    for office in offices() {
        let rows: String = (0..10_000).map(|row| format!("Person {row},p{row}@x.dk\n")).collect();
        let done = office.import("a.csv", format!("name,emails\n{rows}"), Mode::Create, &[]);
        assert_eq!(done.totals.created, 10_000);
        let mut out = Watched::default();
        let count = office.read(|cx| {
            let object = object::object(cx, "person")?;
            let query = Query::default();
            let listing = Listing {
                object: &object,
                query: &query,
                fields: &["name", "emails"],
                users: Default::default(),
            };
            export::csv(cx, &listing, &mut out)
        });
        assert_eq!(count, 10_000);
        assert!(out.bytes > 200_000 && out.largest < 64 * 1024, "{} {}", out.bytes, out.largest);
    }
}
