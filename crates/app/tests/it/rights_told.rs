//! What somebody with few rights meets on the pages: cards that are not there, things that are refused, buttons that are not
//! offered, fields that are hidden.

use identity::{
    roles,
    shares::{self, May, NewShare, With},
};
use kernel::{
    Error, Id,
    clock::{HOUR, SECOND},
};
use records::{
    ChangeSet, Query,
    changes::{self, feed},
    object,
    query::{self, Aggregate, Wanted},
    record,
    save::{self, Values},
    shape::{self, FieldForm, OwnKind, Settings},
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

/// Sven has a role with these rights.
fn limit(bed: &Testbed, rights: serde_json::Value) {
    let rights = serde_json::from_value(rights).unwrap();
    let sven = bed.sven().user;
    let given = bed.db().write(&bed.ivan().scope(), |tx| {
        let name = format!("Limited {}", tx.new_id());
        let role = roles::add(tx, &name)?;
        roles::change(tx, role, &rights)?;
        roles::give(tx, sven, &[role])
    });
    given.unwrap();
}

fn share(bed: &Testbed, card: Id, may: May) {
    let with = With::User(bed.sven().user);
    bed.write(|tx| {
        let until = Some(tx.now().plus(HOUR));
        shares::share(tx, &NewShare { object: "person", record: card, with, may, until })
    });
}

const OWN: &str =
    r#"{"objects":{"*":{"see":"own","create":"all","edit":"own","delete":"own","export":"own"}}}"#;

fn own() -> serde_json::Value {
    serde_json::from_str(OWN).unwrap()
}

#[test]
fn somebody_elses_card_is_nowhere() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let bo = bed.person("Bo Dahl").by(&sven).save();
        bed.note(anna, "Anna likes boats").save();
        sven.get("/people").shows("Anna Berg");
        limit(bed, own());
        let there = |path: &str| path.replace("{anna}", &anna.to_string());
        for path in ["/people", "/search?q=Anna", "/history", "/pick?name=x&x.find=Anna", "/today", "/trash"]
        {
            sven.get(path).is(200).hides("Anna Berg");
            mia.get(path).is(200);
        }
        sven.get("/people").shows("Bo Dahl");
        sven.get("/people/export.csv").is(200).shows("Bo Dahl").hides("Anna");
        for path in ["", "/peek", "/fields", "/history", "/edit", "/present", "/link?object=company"] {
            sven.get(&there(&format!("/people/{{anna}}{path}"))).is(404);
        }
        for path in ["/trash", "/fields/name", ""] {
            sven.post(&there(&format!("/people/{{anna}}{path}")), &[("name", "Mine")]).is(404);
        }
        sven.post(&there("/composer/note"), &[("about", &there("person:{anna}")), ("text", "x")]).is(404);
        // Nor may they say something about it past the pages.
        let refused = bed.db().write(&sven.scope(), |tx| {
            let note = object::object(tx, "note")?;
            let mut set = ChangeSet::new(tx, "change-created");
            let about = json!(format!("person:{anna}"));
            let values = Values::from_iter([("text".to_owned(), "x".into()), ("about".to_owned(), about)]);
            save::create(tx, &mut set, &note, values)
        });
        assert!(matches!(refused, Err(Error::Invalid(errors)) if errors.get("about").is_some()));
        sven.get(&format!("/people/{bo}")).is(200).shows("/edit");
    });
}

#[test]
fn what_is_seen_but_not_allowed_is_refused_and_not_offered() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let anna = bed.person("Anna Berg").save();
        let (card, list) = (format!("/people/{anna}"), "/people");
        sven.get(&card).shows(&format!("{card}/edit")).shows(&format!("{card}/trash"));
        sven.get(list).shows("/people/new").shows("export.csv").shows("/import");
        limit(bed, json!({ "objects": { "*": { "see": "all" } } }));
        sven.get(&card)
            .is(200)
            .shows("Anna Berg")
            .hides(&format!("{card}/edit"))
            .hides(&format!("{card}/trash"))
            .hides(&format!("{card}/fields/name"))
            .hides("/composer/");
        sven.get(list).hides("/people/new").hides("export.csv").hides("/import").hides("name=\"id\"");
        for path in ["/edit", "/fields/name"] {
            sven.get(&format!("{card}{path}")).is(403);
        }
        for path in ["", "/trash", "/fields/name"] {
            sven.post(&format!("{card}{path}"), &[("name", "Mine")]).is(403);
        }
        sven.get("/people/new").is(403);
        sven.post("/people", &[("name", "Carl Falk")]).is(403);
        sven.get("/people/export.csv").is(403);
        sven.post("/people/bulk", &[("do", "trash"), ("id", &anna.to_string())]).is(403);
        assert_eq!(bed.read(|cx| record::find(cx, &object::object(cx, "person")?, anna)).trashed_at, None);
    });
}

#[test]
fn several_at_once_need_a_right_of_their_own() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let (anna, bo) = (bed.person("Anna Berg").save(), bed.person("Bo Dahl").save());
        limit(bed, json!({ "objects": { "*": { "see": "all", "edit": "all", "delete": "all" } } }));
        let (anna, bo) = (anna.to_string(), bo.to_string());
        sven.post("/people/bulk", &[("do", "trash"), ("id", &anna), ("id", &bo)]).is(403);
        sven.post("/people/bulk", &[("do", "trash"), ("id", &anna)]).is(303);
        sven.get("/people").shows("Bo Dahl").hides("Anna Berg");
    });
}

#[test]
fn an_object_that_is_not_seen_has_no_address_and_no_way_to_it() {
    on_each_database(|bed| {
        let sven = bed.sven();
        limit(bed, json!({ "objects": { "*": { "see": "all" }, "company": { "see": "none" } } }));
        bed.company("Holm Shipping").save();
        sven.get("/companies").is(404);
        sven.get("/companies/new").is(404);
        sven.get("/people").is(200).hides("href=\"/companies\"");
        sven.get("/trash").is(200);
        sven.get("/search?q=Holm").is(200).hides("Holm Shipping");
    });
}

#[test]
fn what_follows_from_a_call_reaches_a_card_that_the_caller_may_not_edit() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let anna = bed.person("Anna Berg").phone("+4512345678").save();
        limit(bed, json!({ "objects": { "*": { "see": "all", "create": "all" } } }));
        bed.call(anna, "do_not_call").by(&sven).save();
        let set = bed.read(|cx| Ok(changes::recent(cx, None, 1)?[0].id));
        let banned = || bed.read(|cx| record::find(cx, &object::object(cx, "person")?, anna));
        assert!(banned().get("do_not_contact").is_array());
        assert!(!banned().get("last_talk_at").is_null());
        // Taking it back would edit the card.
        let undo = format!("/changes/{set}/undo");
        assert!(sven.post(&undo, &[]).is(409).contains("Somebody who may has to undo it"));
        bed.ivan().post(&undo, &[]).is(303);
        assert!(banned().get("do_not_contact").is_null());
    });
}

#[test]
fn a_hidden_card_is_only_said_to_be_there() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let company = bed.company("Holm Shipping").save();
        let anna = bed.person("Anna Berg").at(company).save();
        limit(bed, json!({ "objects": { "*": { "see": "all" }, "company": { "see": "own" } } }));
        for path in [format!("/people/{anna}"), "/people".to_owned()] {
            sven.get(&path)
                .is(200)
                .shows("A card you cannot open")
                .hides("Holm Shipping")
                .hides(&company.to_string());
        }
        sven.get(&format!("/people/{anna}/history")).is(200).hides("Holm Shipping");
        sven.get(&format!("/companies/{company}")).is(404);
    });
}

#[test]
fn a_value_that_an_unseen_card_has_is_taken_without_a_name() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let form = FieldForm {
            label: "Badge".to_owned(),
            kind: Some(OwnKind::of("text", &Settings::default()).unwrap()),
            unique: true,
            ..FieldForm::default()
        };
        let badge = bed.db().write(&bed.ivan().scope(), |tx| {
            let person = object::object(tx, "person")?;
            shape::add_field(tx, &person, &form)
        });
        let badge = badge.unwrap();
        bed.record("person").with("name", "Anna Berg").with(&badge, "B7").save();
        let refused = sven.post("/people", &[("name", "Carl Falk"), (&badge, "B7")]).is(422);
        assert!(refused.contains("Anna Berg"));
        limit(bed, own());
        let refused = sven.post("/people", &[("name", "Carl Falk"), (&badge, "B7")]).is(422);
        assert!(
            !refused.contains("Anna Berg") && refused.contains("There is already a card with this value")
        );
    });
}

#[test]
fn a_shared_card_is_seen_then_edited_and_then_gone() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let anna = bed.person("Anna Berg").save();
        limit(bed, own());
        let card = format!("/people/{anna}");
        sven.get(&card).is(404);
        share(bed, anna, May::See);
        sven.get(&card).is(200).shows("Anna Berg");
        sven.get("/people").shows("Anna Berg");
        sven.post(&format!("{card}/fields/job_title"), &[("job_title", "Skipper")]).is(403);
        share(bed, anna, May::Edit);
        sven.post(&format!("{card}/fields/job_title"), &[("job_title", "Skipper")]).is(303);
        sven.get(&card).shows("Skipper");
        sven.post(&format!("{card}/trash"), &[]).is(403);
        // What is shared may be read, not taken along.
        sven.get("/people/export.csv").is(200).hides("Anna Berg");
        bed.advance(2 * HOUR);
        sven.get(&card).is(404);
    });
}

#[test]
fn a_card_given_to_a_colleague_leaves_its_former_owner() {
    on_each_database(|bed| {
        let (sven, ivan) = (bed.sven(), bed.ivan());
        let bo = bed.person("Bo Dahl").by(&sven).save();
        limit(bed, own());
        let to = [("owner", ivan.user.to_string()), ("seen", format!("\"{}\"", sven.user))];
        let to = to.each_ref().map(|(name, text)| (*name, text.as_str()));
        let given = sven.post(&format!("/people/{bo}/fields/owner"), &to);
        assert_eq!(given.is(303).location(), "/people");
        sven.get(&format!("/people/{bo}")).is(404);
        let made = sven.post("/people", &[("name", "Carl Falk"), ("owner", &ivan.user.to_string())]);
        assert_eq!(made.is(303).location(), "/people");
    });
}

#[test]
fn a_hidden_field_is_nowhere_and_one_that_is_read_only_is_not_written() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let anna = bed.person("Anna Berg").with("birthday", "1984-05-09").with("job_title", "Skipper").save();
        let card = format!("/people/{anna}");
        sven.get(&card).shows("Birthday");
        bed.write(|tx| {
            let person = object::object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            let values = Values::from_iter([("birthday".to_owned(), "1984-05-10".into())]);
            save::edit(tx, &mut set, &person, anna, values, &Values::new())?;
            set.close(tx)
        });
        limit(
            bed,
            json!({
                "objects": { "*": { "see": "all", "edit": "all", "create": "all", "export": "all" } },
                "fields": { "person": { "birthday": "hidden", "job_title": "read_only" } },
            }),
        );
        for path in ["", "/edit", "/history"] {
            sven.get(&format!("{card}{path}")).hides("Birthday").hides("1984");
        }
        for path in ["/peek", "/fields"] {
            bed.sven().partly().get(&format!("{card}{path}")).hides("Birthday").hides("1984");
        }
        for path in ["/people", "/people/new", "/people/export.csv", "/today"] {
            sven.get(path).is(200).hides("Birthday").hides("1984");
        }
        sven.get(&card).shows("Skipper").hides(&format!("{card}/fields/job_title"));
        sven.get(&format!("{card}/fields/birthday")).is(404);
        sven.post(&format!("{card}/fields/job_title"), &[("job_title", "Owner")]).is(404);
        let asks = r#"{"field":"birthday","op":"not_empty"}"#;
        bed.mia().get(&format!("/people?filter={}", urlencoded(asks))).is(200);
        sven.get(&format!("/people?filter={}", urlencoded(asks))).is(422);
        sven.get("/people?sort=birthday").is(422);
        // Nor is it told on the way through other cards.
        for step in ["person.company", "relation:works_at:back"] {
            let through = format!(r#"{{"has":"{step}","where":{asks}}}"#);
            bed.mia().get(&format!("/companies?filter={}", urlencoded(&through))).is(200);
            sven.get(&format!("/companies?filter={}", urlencoded(&through))).is(422);
        }
        let tried = |field: &str, value: &str| {
            bed.db().write(&sven.scope(), |tx| {
                let person = object::object(tx, "person")?;
                let mut set = ChangeSet::new(tx, "change-edited");
                let values = Values::from_iter([(field.to_owned(), value.into())]);
                save::edit(tx, &mut set, &person, anna, values, &Values::new()).map(drop)
            })
        };
        // Also when it would change nothing: that would tell what stands there.
        for (field, value) in [("birthday", "1984-05-10"), ("birthday", "1990-01-01"), ("job_title", "Owner")]
        {
            let refused = tried(field, value);
            assert!(matches!(refused, Err(Error::Invalid(errors)) if errors.get(field).is_some()), "{field}");
        }
        tried("department", "Deck").unwrap();
        let kept = bed.read(|cx| record::find(cx, &object::object(cx, "person")?, anna));
        assert_eq!((kept.text("birthday"), kept.text("department")), ("1984-05-10", "Deck"));
        // Nor is a change of it taken back by somebody who may not write it.
        let set = bed.read(|cx| Ok(changes::recent(cx, None, 2)?[1].id));
        sven.post(&format!("/changes/{set}/undo"), &[]).is(409);
    });
}

fn urlencoded(text: &str) -> String {
    web::Form::default().with("x", text).encode().trim_start_matches("x=").to_owned()
}

#[test]
fn an_import_of_somebody_else_is_not_read_by_who_sees_only_their_own() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let file = testbed::File { field: "file", name: "people.csv", bytes: b"Name\nAnna Berg\n" };
        let theirs = mia.upload("/import", &[], &[file]).location();
        sven.get(&theirs).is(200);
        sven.get("/import").is(200).shows("people.csv");
        limit(bed, json!({ "objects": { "*": { "see": "own", "create": "all", "import": "all" } } }));
        sven.get(&theirs).is(404);
        sven.get("/import").is(200).hides("people.csv");
        let own = sven.upload("/import", &[], &[file]).location();
        sven.get(&own).is(200);
        mia.get(&own).is(200);
    });
}

#[test]
fn what_a_hidden_field_holds_is_told_by_no_group_total_board_or_calendar() {
    on_each_database(|bed| {
        let sven = bed.sven();
        bed.person("Anna Berg").with("source", "fairground").with("rating", 4).save();
        limit(
            bed,
            json!({
                "objects": { "*": { "see": "all", "export": "all" } },
                "fields": { "person": { "source": "hidden", "rating": "hidden", "last_talk_at": "hidden" } },
            }),
        );
        for query in [
            "group=source",
            "totals=rating:max",
            "columns=name,source,rating",
            "as=board&by=source&totals=rating:max",
            "as=calendar&date=last_talk_at",
        ] {
            sven.get(&format!("/people?{query}")).is(200).hides("fairground").hides("★★★★");
        }
        let rating = [Wanted { field: "rating".to_owned(), aggregate: Aggregate::Max }];
        let all = Query::default();
        let asked = bed.db().read(&sven.scope(), |cx| {
            let person = object::object(cx, "person")?;
            let by = query::groups(cx, &person, &all, "source", &[]).is_err();
            let grouped = Query { group: Some("source".to_owned()), ..Query::default() };
            let within = query::page(cx, &person, &grouped, &[], 5).is_err();
            let totals = query::totals(cx, &person, &all, &rating).is_err();
            Ok((by, within, totals, query::totals(cx, &person, &all, &[])?.0))
        });
        assert_eq!(asked.unwrap(), (true, true, true, 1));
    });
}

#[test]
fn the_feed_tells_of_seen_cards_and_of_no_hidden_field() {
    on_each_database(|bed| {
        let sven = bed.sven();
        bed.person("Anna Berg").save();
        let bo = bed.person("Bo Dahl").by(&sven).save();
        bed.write(|tx| {
            let person = object::object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            let values = Values::from_iter([
                ("birthday".to_owned(), "1984-05-10".into()),
                ("department".to_owned(), "Deck".into()),
            ]);
            save::edit(tx, &mut set, &person, bo, values, &Values::new())?;
            set.close(tx)
        });
        // PostgreSQL tells of what is surely ended.
        bed.advance(5 * SECOND);
        let told = || {
            let told = bed.db().read(&sven.scope(), |cx| {
                let ended = feed::ended(cx)?;
                feed::since(cx, &ended, Id::NIL, Some("person"), 10)
            });
            told.unwrap()
        };
        assert_eq!(told().len(), 3);
        limit(
            bed,
            json!({ "objects": { "*": { "see": "own" } }, "fields": { "person": { "birthday": "hidden" } } }),
        );
        let told = told();
        assert!(told.len() == 2 && told.iter().all(|change| change.record == bo));
        assert!(told[1].fields.contains_key("department") && !told[1].fields.contains_key("birthday"));
    });
}

#[test]
fn words_of_a_hidden_field_find_nothing() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        bed.person("Anna Holm").with("job_title", "Skipper").save();
        bed.person("Skipper Dahl").with("job_title", "Baker").save();
        let all = json!({ "*": { "see": "all", "edit": "all", "create": "all" } });
        limit(bed, json!({ "objects": all, "fields": { "person": { "job_title": "hidden" } } }));
        for path in ["/search?q=", "/people?q=", "/pick?name=x&object=person&x.find="] {
            let find = |words: &str| format!("{path}{words}");
            mia.get(&find("skip")).is(200).shows("Holm").shows("Dahl");
            sven.get(&find("skip")).is(200).hides("Holm").shows("Dahl");
            sven.get(&find("anna%20skipper")).is(200).hides("Holm");
            sven.get(&find("baker")).is(200).hides("Dahl");
            sven.get(&find("ann")).is(200).shows("Holm");
        }
    });
}

#[test]
fn a_file_is_read_by_whoever_sees_a_card_that_holds_it() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").save();
        let own_card = bed.person("Bo Dahl").by(&sven).save();
        let picture = |name, bytes| testbed::File { field: "photo", name, bytes };
        mia.upload(
            &format!("/people/{anna}/photo"),
            &[],
            &[picture("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
        );
        let card = |id| bed.read(|cx| record::find(cx, &object::object(cx, "person")?, id));
        let photo = card(anna).get("photo").clone();
        let file = format!("/files/{}", photo["id"].as_str().unwrap());
        sven.get(&file).is(200);
        limit(bed, own());
        sven.get(&file).is(404);
        mia.get(&file).is(200);
        // Nor does knowing its id help.
        let put = |value: &serde_json::Value| {
            bed.db().write(&sven.scope(), |tx| {
                let person = object::object(tx, "person")?;
                let mut set = ChangeSet::new(tx, "change-edited");
                let values = Values::from_iter([("photo".to_owned(), value.clone())]);
                save::edit(tx, &mut set, &person, own_card, values, &Values::new())?.saved().map(drop)
            })
        };
        assert!(matches!(put(&photo), Err(Error::Invalid(errors)) if errors.get("photo").is_some()));
        // What somebody sent is theirs to use, and nobody else's before a card holds it.
        let sent = bed
            .db()
            .write(&sven.scope(), |tx| records::files::add(tx, "b.gif", b"GIF89a\x01\0\x01\0"))
            .unwrap();
        let theirs = format!("/files/{}", sent.id);
        sven.get(&theirs).is(200);
        mia.get(&theirs).is(404);
        put(&sent.value()).unwrap();
        mia.get(&theirs).is(200);
        share(bed, anna, May::See);
        sven.get(&file).is(200);
        // A card's history shows what it held.
        mia.post(&format!("/people/{anna}/trash"), &[]);
        mia.get(&file).is(200);
        bed.advance(2 * HOUR);
        sven.get(&file).is(404);
        let everything = json!({ "*": { "see": "all", "edit": "all" } });
        limit(bed, json!({ "objects": everything, "fields": { "person": { "photo": "hidden" } } }));
        sven.get(&file).is(404);
        sven.get(&theirs).is(404);
    });
}

#[test]
fn cards_of_a_kind_that_somebody_sees_none_of_are_not_even_named() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        limit(
            bed,
            json!({ "objects": { "*": { "see": "all", "merge": "all" }, "company": { "see": "none" } } }),
        );
        mia.get("/duplicates").is(200).shows("?of=company");
        sven.get("/duplicates").is(200).shows("?of=household").hides("?of=company");
        sven.get("/duplicates?of=company").is(404);
    });
}
