//! Where cards stand on boards: where somebody put them, for everybody, whatever is filtered and whoever moves others meanwhile.

use kernel::Id;
use records::{ChangeSet, Filter, Operator, Query, Sort, changes, object, query, rank, record, save};
use serde_json::json;
use testbed::{Browser, Testbed, on_each_database};

/// Deals of these names, in this order on the board.
fn deals(bed: &Testbed, names: &[&str]) -> Vec<Id> {
    let mut made: Vec<Id> = names
        .iter()
        .rev()
        .map(|name| {
            // The newest stands first.
            bed.advance(1_000_000);
            bed.record("deal").with("name", *name).save()
        })
        .collect();
    made.reverse();
    made
}

/// The names in one column, from the top.
fn column(browser: &Browser, address: &str, title: &str) -> Vec<String> {
    let page = browser.get(address).is(200).text();
    let column =
        page.split("<section class=\"column\"").find(|part| part.contains(&format!("<h2>{title}</h2>")));
    let cards = column.unwrap().split("data-card").skip(1);
    let name = |card: &str| card.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    cards.map(name).collect()
}

fn put(browser: &Browser, card: Id, stage: &str, place: &str, other: Id) {
    let other = other.to_string();
    let name = format!("place.{place}");
    browser.post(
        &format!("/deals/{card}/column"),
        &[("by", "stage"), ("stage", stage), (name.as_str(), other.as_str())],
    );
}

#[test]
fn a_card_stays_where_somebody_put_it_for_everybody() {
    on_each_database(|bed| {
        let ids = deals(bed, &["Anchors", "Boats", "Canvas", "Dinghy"]);
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let new = || column(&sven, "/deals", "New");
        assert_eq!(new(), ["Anchors", "Boats", "Canvas", "Dinghy"]);
        put(&ivan, ids[3], "new", "behind", ids[0]);
        assert_eq!(new(), ["Anchors", "Dinghy", "Boats", "Canvas"]);
        put(&sven, ids[2], "new", "before", ids[0]);
        assert_eq!(new(), ["Canvas", "Anchors", "Dinghy", "Boats"]);
        // Into another column, between two that are there.
        put(&ivan, ids[0], "qualified", "behind", ids[3]);
        put(&ivan, ids[3], "qualified", "before", ids[0]);
        put(&ivan, ids[1], "qualified", "behind", ids[3]);
        assert_eq!(column(&sven, "/deals", "Qualified"), ["Dinghy", "Boats", "Anchors"]);
        // A new one comes first, and what nobody placed keeps its order.
        deals(bed, &["Engine"]);
        assert_eq!(new(), ["Engine", "Canvas"]);
        // A view with an order of its own shows that.
        let page = bed.ivan().get("/deals?as=board&by=stage&sort=-name").is(200);
        assert!(!page.contains("data-places"));
        assert_eq!(
            column(&ivan, "/deals?as=board&by=stage&sort=-name", "Qualified"),
            ["Dinghy", "Boats", "Anchors"]
        );
    });
}

#[test]
fn a_place_on_a_board_is_no_change_of_the_card_and_needs_the_right_to_change_it() {
    on_each_database(|bed| {
        let ids = deals(bed, &["Anchors", "Boats"]);
        let known = || {
            bed.read(|cx| {
                let deal = object::object(cx, "deal")?;
                let changed = record::find(cx, &deal, ids[1])?.instant("updated_at");
                Ok((changed, changes::of_record(cx, ids[1], None, 10)?.len()))
            })
        };
        let before = known();
        bed.advance(5_000_000);
        put(&bed.ivan(), ids[1], "new", "before", ids[0]);
        assert_eq!(column(&bed.ivan(), "/deals", "New"), ["Boats", "Anchors"]);
        assert_eq!(known(), before);
        let other = ids[1].to_string();
        let moved = [("by", "stage"), ("stage", "new"), ("place.behind", other.as_str())];
        bed.rita().post(&format!("/deals/{}/column", ids[0]), &moved).is(403);
        // Beside one that is gone, or never was, a card stays where it is.
        put(&bed.ivan(), ids[1], "new", "behind", Id::from_bytes([7; 16]));
        assert_eq!(column(&bed.ivan(), "/deals", "New"), ["Boats", "Anchors"]);
    });
}

#[test]
fn on_a_filtered_board_a_card_comes_right_behind_its_neighbour() {
    on_each_database(|bed| {
        let ids = deals(bed, &["Anchors", "Boats", "Canvas", "Dinghy"]);
        bed.write(|tx| {
            let deal = object::object(tx, "deal")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            for id in [ids[0], ids[2], ids[3]] {
                let values = serde_json::from_value(json!({ "tags": ["spring"] }))?;
                save::edit(tx, &mut set, &deal, id, values, &save::Values::new())?.saved()?;
            }
            set.close(tx)
        });
        let only = r#"{"field":"tags","op":"is","args":["spring"]}"#;
        let address = web::Form::default().with("as", "board").with("by", "stage").with("filter", only);
        let address = format!("/deals?{}", address.encode());
        put(&bed.ivan(), ids[3], "new", "behind", ids[0]);
        assert_eq!(column(&bed.ivan(), &address, "New"), ["Anchors", "Dinghy", "Canvas"]);
        assert_eq!(column(&bed.ivan(), "/deals", "New"), ["Anchors", "Dinghy", "Boats", "Canvas"]);
    });
}

#[test]
fn there_is_always_room_between_two_cards() {
    on_each_database(|bed| {
        let ids = deals(bed, &["Anchors", "Boats", "Canvas"]);
        let deal = bed.read(|cx| object::object(cx, "deal"));
        let ranks = || -> Vec<String> {
            bed.read(|cx| {
                let known = record::find_many(cx, &deal, &ids)?;
                Ok(ids.iter().map(|id| known[id].text(rank::FIELD).to_owned()).collect())
            })
        };
        // As a careful person does it all day: the last one behind the first, in turns.
        for at in 0..200 {
            let (moved, behind) = if at % 2 == 0 { (ids[2], ids[0]) } else { (ids[1], ids[0]) };
            bed.write(|tx| rank::place(tx, &deal, moved, rank::Beside::Behind(behind)));
            assert!(ranks().iter().all(|rank| rank.len() <= 40), "{:?}", ranks());
        }
        assert_eq!(column(&bed.ivan(), "/deals", "New"), ["Anchors", "Boats", "Canvas"]);
        // Cards without a place, as another program may have written them, get theirs when one is put between them.
        bed.write(|tx| {
            let sql = format!("UPDATE deals SET {} = '' WHERE workspace_id = ?1", rank::FIELD);
            tx.execute(&sql, &[tx.workspace().into()])
        });
        let before = column(&bed.ivan(), "/deals", "New");
        let place =
            |name: &str| ids[["Anchors", "Boats", "Canvas"].iter().position(|one| *one == name).unwrap()];
        put(&bed.ivan(), place(&before[2]), "new", "behind", place(&before[0]));
        let after = [before[0].clone(), before[2].clone(), before[1].clone()];
        assert_eq!(column(&bed.ivan(), "/deals", "New"), after);
    });
}

#[test]
fn leads_have_places_too() {
    on_each_database(|bed| {
        let leads: Vec<Id> = ["Ada", "Bo"]
            .iter()
            .map(|name| {
                bed.advance(1_000_000);
                bed.record("lead").with("name", json!({ "given": name })).save()
            })
            .collect();
        let (one, other) = (leads[0].to_string(), leads[1].to_string());
        assert_eq!(column(&bed.ivan(), "/leads", "New"), ["Bo", "Ada"]);
        let moved = [("by", "status"), ("status", "new"), ("place.behind", one.as_str())];
        bed.ivan().post(&format!("/leads/{other}/column"), &moved);
        assert_eq!(column(&bed.ivan(), "/leads", "New"), ["Ada", "Bo"]);
    });
}

#[test]
fn a_list_sorted_by_stage_follows_the_stages_page_by_page() {
    on_each_database(|bed| {
        for (name, stage) in [
            ("A", "won"),
            ("B", "new"),
            ("C", "negotiation"),
            ("D", "new"),
            ("E", "qualified"),
            ("F", "won"),
            ("G", "proposal"),
            ("H", "new"),
        ] {
            bed.record("deal").with("name", name).with("stage", stage).save();
        }
        for (source, name) in [("website", "I"), ("a friend", "J"), ("Zoo", "K")] {
            bed.record("deal").with("name", name).with("stage", "new").with("source", source).save();
        }
        let names = |field: &str, descending: bool, filter: Filter| -> String {
            bed.read(|cx| {
                let deal = object::object(cx, "deal")?;
                let by = |field: &str, descending| Sort { field: field.to_owned(), descending };
                let sort = vec![by(field, descending), by("name", false)];
                let mut query = Query { sort, filter: filter.clone(), ..Query::default() };
                let mut names = String::new();
                loop {
                    let page = query::page(cx, &deal, &query, &["name"], 2)?;
                    assert!(page.records.len() <= 2);
                    names.extend(page.records.iter().map(|deal| deal.text("name")));
                    let whole = query::ids(cx, &deal, &Query { after: None, ..query.clone() })?;
                    match page.next {
                        Some(next) => query.after = Some(next),
                        None => {
                            assert_eq!(whole.len(), names.len());
                            return Ok(names);
                        }
                    }
                }
            })
        };
        assert_eq!(names("stage", false, Filter::default()), "BDHIJKEGCAF");
        assert_eq!(names("stage", true, Filter::default()), "AFCGEBDHIJK");
        let open = Filter::field("state", Operator::Is, &["open"]);
        assert_eq!(names("stage", true, open), "CGEBDHIJK");
        // Nothing first, then what is offered, then words that nobody listed.
        assert_eq!(names("source", false, Filter::default()), "ABCDEFGHIKJ");
        // A table in groups has them in that order too.
        let page = bed.ivan().get("/deals?group=stage&columns=name").is(200).text();
        let groups: Vec<&str> = page.split("scope=\"colgroup\"").skip(1).collect();
        let at = |text: &str| {
            let begins = |group: &&str| group.split('<').next().is_some_and(|head| head.contains(text));
            groups.iter().position(begins).unwrap_or_else(|| panic!("no {text}: {groups:?}"))
        };
        assert!(
            at("New") < at("Qualified")
                && at("Proposal") < at("Negotiation")
                && at("Negotiation") < at("Won")
        );
    });
}
