//! Own fields in large workspaces: with an index or without, a list says the same.

use kernel::Result;
use records::{
    Filter, Json, Operator, Query, Sort,
    field::options::OwnOption,
    object::object,
    own::index::IndexJob,
    query,
    save::{self, Values},
    shape::{self, FieldForm, OwnKind, Settings},
    slow::{self, Wish},
};
use testbed::{Testbed, on_each_database};

fn add(bed: &Testbed, label: &str, kind: &str) -> String {
    let option = |key: &str| OwnOption { key: key.to_owned(), label: key.to_owned(), ..OwnOption::default() };
    let settings =
        Settings { options: ["gold", "silver", "tin"].map(option).to_vec(), ..Settings::default() };
    let form = FieldForm {
        label: label.to_owned(),
        kind: Some(OwnKind::of(kind, &settings).unwrap()),
        ..FieldForm::default()
    };
    let added = bed.db().write(&bed.ivan().scope(), |tx| {
        let person = object(tx, "person")?;
        shape::add_field(tx, &person, &form)
    });
    added.unwrap()
}

/// The names on all pages, three on each.
fn listed(bed: &Testbed, filter: &Filter, sort: &str) -> Vec<String> {
    bed.read(|cx| {
        let person = object(cx, "person")?;
        let mut query = Query { filter: filter.clone(), sort: vec![Sort::parse(sort)], ..Query::default() };
        let mut names = Vec::new();
        loop {
            let page = query::page(cx, &person, &query, &["name"], 3)?;
            names.extend(page.records.iter().map(|card| card.get("name")["given"].to_string()));
            query.after = page.next;
            if query.after.is_none() {
                return Ok(names);
            }
        }
    })
}

#[test]
fn an_index_on_own_fields_changes_no_list() {
    on_each_database(|bed| {
        let (segment, size, city) =
            (add(bed, "Segment", "select"), add(bed, "Size", "number"), add(bed, "City", "text"));
        for number in 0..40_i64 {
            let id = bed.person(&format!("P{number:02} Berg")).save();
            bed.write(|tx| {
                let person = object(tx, "person")?;
                let mut values = Values::new();
                if number % 7 != 0 {
                    values.insert(segment.clone(), ["gold", "silver", "tin"][number as usize % 3].into());
                    // Some twice, so that the id decides.
                    values.insert(size.clone(), Json::from(number * 37 % 11 - 5));
                    values.insert(
                        city.clone(),
                        ["Århus", "Zürich", "İzmir", "北京"][number as usize % 4].into(),
                    );
                }
                save::derive(tx, &person, id, values)
            });
        }
        let gold = Filter::field(&segment, Operator::Is, &["gold"]);
        let large = Filter::field(&size, Operator::Over, &["0"]);
        let filters = [Filter::default(), gold.clone(), large.clone(), gold.and(large)];
        let sorts = [size.clone(), format!("-{size}"), city.clone(), "name".to_owned(), segment.clone()];
        let all = || -> Vec<Vec<String>> {
            filters
                .iter()
                .flat_map(|filter| sorts.iter().map(move |sort| listed(bed, filter, sort)))
                .collect()
        };
        let before = all();
        assert_eq!(before[0].len(), 40);
        let asked = [
            (vec![], Some(&size)),
            (vec![], Some(&city)),
            (vec![&segment], Some(&size)),
            (vec![&segment], None),
        ];
        for (equal, order) in asked {
            bed.write(|tx| {
                let job = IndexJob {
                    object: "person".to_owned(),
                    equal: equal.into_iter().cloned().collect(),
                    order: order.cloned(),
                };
                jobs::enqueue(tx, &job).map(drop)
            });
        }
        bed.run_jobs();
        // PostgreSQL takes no long values into an index, and a text may be one.
        let texts = usize::from(bed.db().dialect() == kernel::db::Dialect::Sqlite);
        assert_eq!(made(bed), 3 + texts);
        assert_eq!(all(), before);
    });
}

fn made(bed: &Testbed) -> usize {
    let sql = match bed.db().dialect() {
        kernel::db::Dialect::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'index'",
        kernel::db::Dialect::Postgres => "SELECT CAST(indexname AS text) FROM pg_indexes",
    };
    let names = bed.read(|cx| cx.query(sql, &[]));
    names.iter().filter(|row| row.text(0).starts_with("people_own_")).count()
}

#[test]
fn small_workspaces_need_no_index() {
    on_each_database(|bed| {
        let size = add(bed, "Size", "number");
        bed.person("Anna Berg").save();
        let enqueued: Result<()> = bed.db().write(&bed.ivan().scope(), |tx| {
            let job = IndexJob { object: "person".to_owned(), equal: Vec::new(), order: Some(size.clone()) };
            slow::enqueue(tx, &[Wish::Index(job)])
        });
        enqueued.unwrap();
        assert_eq!(bed.run_jobs(), 0);
        assert_eq!(made(bed), 0);
    });
}
