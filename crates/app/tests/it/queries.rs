//! Questions: nested conditions, relative days, through references, in order, page by page, counted and summed.

use std::collections::HashSet;

use kernel::{Error, Id};
use records::{Filter, Operator, Query, Sort, object::object, query};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn names(bed: &Testbed, filter: Filter) -> Vec<String> {
    bed.read(|cx| {
        let declared = object(cx, "person")?;
        let page =
            query::page(cx, &declared, &Query { filter: filter.clone(), ..Query::default() }, &[], 100)?;
        let counted = query::count(cx, &declared, &Query { filter, ..Query::default() }, 1000)?;
        assert_eq!(counted as usize, page.records.len(), "the count tells what the list shows");
        let reading = records::field::Reading::plain(cx);
        Ok(page.records.iter().map(|card| card.title(&reading)).collect())
    })
}

fn field(name: &str, op: Operator, args: &[&str]) -> Filter {
    Filter::field(name, op, args)
}

#[test]
fn conditions_nest_and_lead_through_references() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").with("industry", "Boats").save();
        let holm = bed.company("Holm 100% Byg").with("industry", "Houses").save();
        bed.person("Anna Berg").at(berg).with("tags", json!(["VIP", "Fleet"])).with("rating", 5).save();
        bed.person("Bo Åkesson").at(holm).with("tags", json!(["VIP"])).with("rating", 3).save();
        bed.person("Çağla Işık").with("birthday", "1980-12-04").with("rating", 4).save();
        bed.person("王小明").email("Wang@Trade.example").phone("+8613800138000").save();
        let check = |filter: Filter, expected: &[&str]| {
            let found: HashSet<String> = names(bed, filter.clone()).into_iter().collect();
            assert_eq!(found, expected.iter().map(|name| (*name).to_owned()).collect(), "{filter:?}");
        };
        use Operator::*;
        check(field("company.industry", Is, &["boats"]), &["Anna Berg"]);
        check(field("company.name", Contains, &["100% b"]), &["Bo Åkesson"]);
        check(field("company.name", Contains, &["100_"]), &[]);
        check(field("tags", Is, &["vip"]), &["Anna Berg", "Bo Åkesson"]);
        check(field("tags", Is, &["vi"]), &[]);
        check(field("tags", Empty, &[]), &["Çağla Işık", "王小明"]);
        check(field("name", StartsWith, &["çağ"]), &["Çağla Işık"]);
        check(field("name", Contains, &["ÅKES"]), &["Bo Åkesson"]);
        check(field("name", Contains, &["小明"]), &["王小明"]);
        check(field("rating", Over, &["3"]), &["Anna Berg", "Çağla Işık"]);
        check(field("rating", Under, &["5"]), &["Bo Åkesson", "Çağla Işık"]);
        check(field("rating", Between, &["3", "4"]), &["Bo Åkesson", "Çağla Işık"]);
        check(field("emails", Is, &["wang@trade.example"]), &["王小明"]);
        check(field("emails", Contains, &["TRADE"]), &["王小明"]);
        check(field("phones", Contains, &["1380"]), &["王小明"]);
        check(field("phones", NotEmpty, &[]), &["王小明"]);
        check(field("birthday", On, &["2026-12-04"]), &["Çağla Işık"]);
        check(field("birthday", Before, &["1990-01-01"]), &["Çağla Işık"]);
        check(field("company", Is, &[&berg.to_string()]), &["Anna Berg"]);
        check(field("company", Empty, &[]), &["Çağla Işık", "王小明"]);
        check(field("created_at", On, &["today"]), &["Anna Berg", "Bo Åkesson", "Çağla Işık", "王小明"]);
        check(field("created_at", Before, &["-1d"]), &[]);
        let vip = field("tags", Is, &["VIP"]);
        let top = field("rating", Is, &["5"]);
        let wang = field("name", Contains, &["王"]);
        check(Filter::All(vec![vip.clone(), Filter::Not(Box::new(top.clone()))]), &["Bo Åkesson"]);
        check(Filter::Any(vec![Filter::All(vec![vip, top]), wang]), &["Anna Berg", "王小明"]);
        check(Filter::Any(Vec::new()), &[]);
    });
}

#[test]
fn mine_are_the_asker_s_own() {
    on_each_database(|bed| {
        bed.person("Anna Berg").save();
        bed.record("person")
            .with("name", "Bo Holm")
            .with("owner", bed.sven().scope().actor.user().map(|id| id.to_string()))
            .save();
        assert_eq!(names(bed, field("owner", Operator::Is, &["me"])), ["Anna Berg"]);
        bed.sven().get("/people?filter=%7B%22field%22%3A%22owner%22%2C%22op%22%3A%22is%22%2C%22args%22%3A%5B%22me%22%5D%7D")
            .shows("Bo Holm")
            .hides("Anna Berg");
    });
}

#[test]
fn every_page_follows_the_last_without_gap_or_repeat() {
    on_each_database(|bed| {
        // Many share a name, so that only the id tells them apart.
        for at in 0..53 {
            bed.person(["Anna Berg", "Åse Holm", "Bo Ek"][at % 3]).with("rating", (at % 4) as i64 + 1).save();
        }
        for sort in ["name", "-name", "rating", "-rating,name", "rating,-created_at", "-created_at"] {
            let order: Vec<Sort> = sort.split(',').map(Sort::parse).collect();
            let whole = bed.read(|cx| {
                let declared = object(cx, "person")?;
                query::page(cx, &declared, &Query { sort: order.clone(), ..Query::default() }, &[], 100)
            });
            let whole: Vec<Id> = whole.records.iter().map(|card| card.id).collect();
            assert_eq!(whole.len(), 53);
            let mut paged = Vec::new();
            let mut after = None;
            loop {
                let page = bed.read(|cx| {
                    let declared = object(cx, "person")?;
                    query::page(
                        cx,
                        &declared,
                        &Query { sort: order.clone(), after: after.clone(), ..Query::default() },
                        &["name"],
                        7,
                    )
                });
                paged.extend(page.records.iter().map(|card| card.id));
                // The place travels through the address.
                after = page.next.map(|place| query::Cursor::parse(&place.written()).unwrap());
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(paged, whole, "sorted by {sort}");
        }
    });
}

#[test]
fn lists_sort_as_the_language_does_and_what_is_empty_sorts_alike_everywhere() {
    on_each_database(|bed| {
        for name in ["Zoe Abel", "Åse Abel", "anna abel", "Ærø Abel", "Bo Abel", "Ørn Abel"] {
            bed.person(name).save();
        }
        let expected = match bed.mia().scope().locality.language {
            kernel::Language::Danish => {
                ["anna abel", "Bo Abel", "Zoe Abel", "Ærø Abel", "Ørn Abel", "Åse Abel"]
            }
            _ => ["Ærø Abel", "anna abel", "Åse Abel", "Bo Abel", "Ørn Abel", "Zoe Abel"],
        };
        assert_eq!(names(bed, Filter::default()), expected);
    });
}

#[test]
fn counts_stop_at_their_cap_and_totals_add_up() {
    on_each_database(|bed| {
        for employees in [1, 20, 300] {
            bed.company("Berg").with("employees", employees).save();
        }
        bed.company("Unknown").save();
        let total = bed.read(|cx| query::sums(cx, &object(cx, "company")?, &Query::default(), "employees"));
        assert_eq!(total, [(String::new(), 321)]);
        let counted = bed.read(|cx| query::count(cx, &object(cx, "company")?, &Query::default(), 2));
        assert_eq!(counted, 3, "one more than the cap says that there are more");
    });
}

#[test]
fn a_question_that_makes_no_sense_is_refused_in_words() {
    on_each_database(|bed| {
        for filter in [
            field("nothing", Operator::Is, &["x"]),
            field("rating", Operator::Contains, &["x"]),
            field("rating", Operator::Over, &["many"]),
            field("created_at", Operator::Before, &["whenever"]),
            field("name.first", Operator::Is, &["x"]),
            field("rating", Operator::Is, &[]),
        ] {
            let answer = bed.db().read(&bed.mia().scope(), |cx| {
                let query = Query { filter: filter.clone(), ..Query::default() };
                query::page(cx, &object(cx, "person")?, &query, &[], 10)
            });
            assert!(matches!(answer, Err(Error::Invalid(_))), "{filter:?}: {answer:?}");
        }
        for address in ["filter=%7Bx", "after=zzz", "sort=nothing", "sort=emails"] {
            let answer = bed.mia().get(&format!("/people?{address}"));
            assert_eq!(answer.status, 422, "{address}");
        }
        let deep = format!("{}{}{}", "{\"not\":".repeat(40), "{\"all\":[]}", "}".repeat(40));
        assert!(matches!(Filter::parse(&deep), Err(Error::Invalid(_))));
    });
}

#[test]
fn birthdays_are_found_around_new_year_too() {
    on_each_database(|bed| {
        bed.person("Eve").with("birthday", "1980-12-31").save();
        bed.person("New").with("birthday", "--01-01").save();
        bed.person("May").with("birthday", "1990-05-05").save();
        bed.person("None").save();
        let check = |op: Operator, args: &[&str], expected: &[&str]| {
            let mut found = names(bed, field("birthday", op, args));
            found.sort();
            assert_eq!(found, expected, "{args:?}");
        };
        check(Operator::On, &["2026-12-31"], &["Eve"]);
        check(Operator::Between, &["2026-12-28", "2027-01-03"], &["Eve", "New"]);
        check(Operator::Between, &["2026-01-01", "2026-12-31"], &["Eve", "May", "New"]);
        check(Operator::Between, &["2026-06-01", "2027-05-01"], &["Eve", "New"]);
        check(Operator::Between, &["2024-01-01", "2026-12-31"], &["Eve", "May", "New"]);
        check(Operator::Between, &["2026-12-03", "2026-12-01"], &[]);
        check(Operator::Before, &["1985-01-01"], &["Eve"]);
        bed.person("Leap").with("birthday", "2004-02-29").save();
        check(Operator::On, &["2027-02-28"], &["Leap"]);
        check(Operator::On, &["2028-02-28"], &[]);
        check(Operator::On, &["2028-02-29"], &["Leap"]);
    });
}
