//! Deals: the stages they go through, what each asks for, how long they stay, and how a workspace shapes its pipelines.

use kernel::{Error, Id, Role, clock::DAY};
use records::{
    ChangeSet, Json, object, record,
    save::{self, Values},
    stays, undo,
};
use sales::pipeline::{self, Check, Outcome, Stage};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn create(bed: &Testbed, values: Json) -> Id {
    try_create(bed, values).unwrap()
}

fn try_create(bed: &Testbed, values: Json) -> kernel::Result<Id> {
    let values: Values = serde_json::from_value(values).unwrap();
    bed.db().write(&bed.ivan().scope(), |tx| {
        let deal = object::object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &deal, values)?;
        set.close(tx)?;
        Ok(id)
    })
}

/// Changes fields of a deal; the set of the change.
fn edit(bed: &Testbed, id: Id, values: Json) -> kernel::Result<Id> {
    let values: Values = serde_json::from_value(values).unwrap();
    bed.db().write(&bed.ivan().scope(), |tx| {
        let deal = object::object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-edited");
        save::edit(tx, &mut set, &deal, id, values, &Values::new())?.saved()?;
        set.close(tx)?;
        Ok(set.id)
    })
}

fn value(bed: &Testbed, id: Id, field: &str) -> Json {
    bed.read(|cx| Ok(record::find(cx, &object::object(cx, "deal")?, id)?.get(field).clone()))
}

/// The fields that an error names.
fn told(error: Error) -> Vec<String> {
    match error {
        Error::Invalid(errors) => errors.0.into_iter().map(|(field, _)| field).collect(),
        other => panic!("{other:?}"),
    }
}

/// Changes the first pipeline.
fn shape(bed: &Testbed, change: impl FnOnce(&mut Vec<Stage>)) -> kernel::Result<()> {
    bed.db().write(&bed.ivan().scope(), |tx| {
        let mut pipelines = (*pipeline::of(tx)?).clone();
        change(&mut pipelines.pipelines[0].stages);
        pipeline::keep(tx, pipelines)
    })
}

fn money(minor: i64) -> Json {
    json!({ "minor": minor, "currency": "DKK" })
}

#[test]
fn a_deal_begins_in_the_first_stage_and_weighs_what_it_says() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats", "amount": money(100_005) }));
        assert_eq!(value(bed, id, "stage"), "new");
        assert_eq!(value(bed, id, "state"), "open");
        assert_eq!(value(bed, id, "pipeline"), "sales");
        assert_eq!(value(bed, id, "probability"), 10);
        assert_eq!(value(bed, id, "weighted"), money(10_001));
        assert_eq!(value(bed, id, "owner"), json!(bed.ivan().user.to_string()));
        edit(bed, id, json!({ "probability": 33 })).unwrap();
        assert_eq!(value(bed, id, "weighted"), money(33_002));
        edit(bed, id, json!({ "stage": "proposal" })).unwrap();
        assert_eq!(value(bed, id, "probability"), 50);
        edit(bed, id, json!({ "stage": "negotiation", "probability": 60 })).unwrap();
        assert_eq!(value(bed, id, "probability"), 60);
        assert_eq!(told(edit(bed, id, json!({ "probability": 101 })).unwrap_err()), ["probability"]);
    });
}

#[test]
fn a_deal_is_lost_with_a_reason_and_won_for_certain() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats", "amount": money(1_000) }));
        assert_eq!(told(edit(bed, id, json!({ "stage": "lost" })).unwrap_err()), ["lost_reason"]);
        edit(bed, id, json!({ "stage": "lost", "lost_reason": "price" })).unwrap();
        assert_eq!((value(bed, id, "state"), value(bed, id, "weighted")), (json!("lost"), money(0)));
        assert!(!value(bed, id, "closed_at").is_null());
        assert_eq!(told(edit(bed, id, json!({ "lost_reason": null })).unwrap_err()), ["lost_reason"]);
        edit(bed, id, json!({ "stage": "qualified" })).unwrap();
        assert!(value(bed, id, "closed_at").is_null() && value(bed, id, "lost_reason").is_null());
        edit(bed, id, json!({ "stage": "won" })).unwrap();
        assert_eq!((value(bed, id, "probability"), value(bed, id, "state")), (json!(100), json!("won")));
    });
}

#[test]
fn a_deal_cannot_enter_a_stage_with_required_fields_empty_or_its_checklist_open() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats" }));
        let check = |text: &str| Check { key: String::new(), text: text.to_owned() };
        shape(bed, |stages| {
            stages[2].requires = vec!["amount".to_owned(), "closes_on".to_owned()];
            stages[2].checklist = vec![check("Budget confirmed"), check("Contract read")];
        })
        .unwrap();
        let stopped = told(edit(bed, id, json!({ "stage": "proposal" })).unwrap_err());
        assert_eq!(stopped, ["amount", "closes_on", "checked"]);
        let keys: Vec<String> = bed.read(|cx| {
            let pipelines = pipeline::of(cx)?;
            Ok(pipelines.pipelines[0].stages[2].checklist.iter().map(|check| check.key.clone()).collect())
        });
        let all = json!({
            "stage": "proposal", "amount": money(500), "closes_on": "2026-12-24", "checked": keys,
        });
        edit(bed, id, all).unwrap();
        assert_eq!(told(edit(bed, id, json!({ "amount": null })).unwrap_err()), ["amount"]);
        edit(bed, id, json!({ "name": "Eleven boats" })).unwrap();
        // A new one cannot begin there either, and neither can one that comes by the API.
        assert_eq!(
            told(try_create(bed, json!({ "name": "Oars", "stage": "proposal" })).unwrap_err()),
            ["amount", "closes_on", "checked"]
        );
        let program = bed.program(Role::Member);
        let problem = program
            .post("/api/v1/deals", &json!({ "fields": { "name": "Oars", "stage": "proposal" } }))
            .is(422)
            .json();
        assert!(problem.to_string().contains("closes_on"), "{problem}");
    });
}

#[test]
fn how_long_a_deal_was_in_each_stage_is_kept_and_what_was_undone_never_was() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats" }));
        let stages = || -> Vec<(String, i64)> {
            let all = bed.read(|cx| stays::of(cx, id, "stage"));
            let now = bed.db().clock().now().micros();
            let days = |stay: &stays::Stay| {
                (stay.left_at.map_or(now, |left| left.micros()) - stay.entered_at.micros()) / DAY
            };
            all.iter().map(|stay| (stay.value.clone(), days(stay))).collect()
        };
        bed.advance(3 * DAY);
        edit(bed, id, json!({ "stage": "qualified" })).unwrap();
        bed.advance(2 * DAY);
        let expected = |more: &[(&str, i64)]| -> Vec<(String, i64)> {
            [("new", 3), ("qualified", 2)]
                .iter()
                .chain(more)
                .map(|(stage, days)| ((*stage).to_owned(), *days))
                .collect()
        };
        assert_eq!(stages(), expected(&[]));
        // Dragged into the wrong column, and taken back.
        let set = edit(bed, id, json!({ "stage": "won" })).unwrap();
        bed.advance(1_000_000);
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(stages(), expected(&[]));
        assert_eq!((value(bed, id, "state"), value(bed, id, "probability")), (json!("open"), json!(25)));
        let set = edit(bed, id, json!({ "stage": "won" })).unwrap();
        bed.advance(DAY);
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(stages(), [("new".to_owned(), 3), ("qualified".to_owned(), 3)]);
        // Taken back by hand it was there.
        edit(bed, id, json!({ "stage": "won" })).unwrap();
        bed.advance(DAY);
        edit(bed, id, json!({ "stage": "qualified" })).unwrap();
        assert_eq!(stages()[2..], [("won".to_owned(), 1), ("qualified".to_owned(), 0)]);
    });
}

#[test]
fn an_undo_asks_for_nothing() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats", "stage": "proposal" }));
        let set = edit(bed, id, json!({ "stage": "negotiation" })).unwrap();
        shape(bed, |stages| stages[2].requires = vec!["amount".to_owned()]).unwrap();
        bed.advance(1_000);
        bed.write(|tx| undo::undo(tx, set));
        assert_eq!(value(bed, id, "stage"), "proposal");
        assert_eq!(value(bed, id, "probability"), 50);
    });
}

#[test]
fn a_workspace_shapes_its_pipelines_and_no_deal_is_stranded() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats", "stage": "qualified" }));
        let stranded = shape(bed, |stages| drop(stages.remove(1))).unwrap_err();
        assert!(matches!(&stranded, Error::Conflict(text) if text.key == "stage-has-deals"), "{stranded:?}");
        edit(bed, id, json!({ "stage": "new" })).unwrap();
        shape(bed, |stages| {
            stages.remove(1);
            stages.insert(1, Stage { name: "Demo".to_owned(), probability: 30, ..Stage::default() });
        })
        .unwrap();
        assert_eq!(told(edit(bed, id, json!({ "stage": "qualified" })).unwrap_err()), ["stage"]);
        edit(bed, id, json!({ "stage": "demo" })).unwrap();
        assert_eq!(value(bed, id, "probability"), 30);
        let broken = shape(bed, |stages| stages.retain(|stage| stage.outcome != Outcome::Lost));
        assert_eq!(told(broken.unwrap_err()), ["0.stages"]);
        // Two at once: the second is told.
        let seen = bed.read(|cx| Ok((*pipeline::of(cx)?).clone()));
        shape(bed, |stages| stages[0].probability = 5).unwrap();
        let late = bed.db().write(&bed.ivan().scope(), |tx| pipeline::keep(tx, seen));
        assert!(matches!(late, Err(Error::Conflict(text)) if text.key == "pipelines-changed"));
        let member = bed.db().write(&bed.sven().scope(), |tx| {
            let pipelines = (*pipeline::of(tx)?).clone();
            pipeline::keep(tx, pipelines)
        });
        assert!(matches!(member, Err(Error::Denied)));
        bed.run_jobs();
    });
}

#[test]
fn the_settings_keep_what_is_typed_whatever_button_is_pressed() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let page = ivan.get("/settings/pipelines").is(200);
        assert!(page.contains("Negotiation"));
        bed.sven().get("/settings/pipelines").is(403);
        let mut form: Vec<(String, String)> = vec![
            ("version".into(), "0".into()),
            ("pipelines".into(), "1".into()),
            ("0.key".into(), "sales".into()),
            ("0.name".into(), "Boats".into()),
            ("0.stages".into(), "3".into()),
        ];
        for (at, (key, name, outcome)) in
            [("new", "First talk", "open"), ("won", "Won", "won"), ("lost", "Lost", "lost")]
                .iter()
                .enumerate()
        {
            for (part, value) in [("key", *key), ("name", name), ("outcome", outcome), ("probability", "40")]
            {
                form.push((format!("0.{at}.{part}"), value.to_string()));
            }
        }
        let post = |form: &[(String, String)]| {
            let pairs: Vec<(&str, &str)> =
                form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            ivan.post("/settings/pipelines", &pairs)
        };
        let mut adding = form.clone();
        adding.push(("act".into(), "add:0".into()));
        post(&adding).is(303);
        let names = || -> Vec<String> {
            let pipelines = bed.read(|cx| Ok((*pipeline::of(cx)?).clone()));
            pipelines.pipelines[0].stages.iter().map(|stage| stage.name.clone()).collect()
        };
        assert_eq!(names(), ["First talk", "New stage", "Won", "Lost"]);
        ivan.get("/deals").shows("Boats").shows("First talk").hides("Negotiation");
        // An old form is told, and what was typed is still there.
        form[3].1 = "Boats and oars".to_owned();
        let late = post(&form).is(409);
        assert!(late.contains("Boats and oars") && late.contains("Somebody else changed"));
        form[0].1 = "1".to_owned();
        form.push(("0.0.probability".into(), "400".into()));
        form.retain(|(name, value)| name != "0.0.probability" || value == "400");
        assert!(post(&form).is(422).contains("from 0 to 100"));
        bed.run_jobs();
    });
}

#[test]
fn a_second_pipeline_has_a_board_of_its_own() {
    on_each_database(|bed| {
        bed.write(|tx| {
            let mut pipelines = (*pipeline::of(tx)?).clone();
            let mut second = pipelines.pipelines[0].clone();
            second.name = "Repairs".to_owned();
            second.key.clear();
            for stage in &mut second.stages {
                stage.key.clear();
            }
            second.stages[0].name = "Seen".to_owned();
            pipelines.pipelines.push(second);
            pipeline::keep(tx, pipelines)
        });
        let repair = create(bed, json!({ "name": "New mast", "stage": "seen" }));
        assert_eq!(value(bed, repair, "pipeline"), "repairs");
        create(bed, json!({ "name": "Ten boats" }));
        let ivan = bed.ivan();
        ivan.get("/deals").shows("Ten boats").shows("Repairs").hides("New mast").hides("Seen");
        let only = r#"{"all":[{"field":"pipeline","op":"is","args":["repairs"]}]}"#;
        let address = web::Form::default().with("as", "board").with("by", "stage").with("filter", only);
        let address = format!("/deals?{}", address.encode());
        ivan.get(&address).shows("New mast").shows("Seen").hides("Ten boats");
        ivan.get("/deals?view=all").shows("New mast").shows("Ten boats");
        // The form offers the stages under the names of their pipelines.
        assert!(ivan.get("/deals/new").is(200).contains("<optgroup label=\"Repairs\">"));
    });
}

#[test]
fn a_move_that_a_rule_stops_offers_what_is_missing() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats" }));
        let ivan = bed.ivan();
        let address = format!("/deals/{id}/column");
        let moved = [("by", "stage"), ("stage", "lost"), ("seen", "\"new\"")];
        let stopped = ivan.post(&address, &moved).is(422);
        assert!(
            stopped.contains("Move Ten boats to Lost")
                && !stopped.contains("Choose why")
                && stopped.contains("name=\"lost_reason\"")
        );
        ivan.get(&format!("/deals/{id}")).is(200).shows("Negotiation");
        let page = ivan.post(&address, &[&moved[..], &[("lost_reason", "price")]].concat()).is(303);
        assert!(page.toast().contains("Lost"), "{}", page.toast());
        assert_eq!(value(bed, id, "state"), "lost");
        // Who may not change the deal learns nothing.
        bed.rita().post(&address, &moved).is(403);
        ivan.post(&address, &[("by", "state"), ("state", "won")]).is(404);
    });
}

#[test]
fn the_forecast_adds_up_what_is_won_and_what_should_close() {
    on_each_database(|bed| {
        let today = bed.read(|cx| Ok(cx.today()));
        let day = |days: i64| today.checked_add(jiff::Span::new().days(days)).unwrap().to_string();
        let deal = |name: &str, minor: i64, stage: &str, closes: String| {
            create(bed, json!({ "name": name, "amount": money(minor), "stage": stage, "closes_on": closes }))
        };
        deal("Boats", 100_000, "proposal", day(0));
        deal("Oars", 50_000, "negotiation", day(0));
        deal("Ropes", 70_000, "won", day(-40));
        deal("Sails", 33_000, "new", day(-400));
        create(bed, json!({ "name": "Anchors", "amount": money(11_000) }));
        let page = bed.ivan().get("/sales/forecast?period=this_month").is(200);
        // Won, committed, best case, nothing in the pipeline of this month, weighted: 100,000 × 50 % + 50,000 × 75 %.
        for amount in ["700,00", "500,00", "1.000,00", "875,00", "330,00", "110,00"] {
            assert!(page.contains(amount), "{amount}");
        }
        // A number opens the deals that it was counted from.
        let lists = page.text();
        let href = lists.split("href=\"/deals?").filter(|part| part.contains("best_case")).nth(1).unwrap();
        let href = href.split('"').next().unwrap().replace("&amp;", "&");
        bed.ivan().get(&format!("/deals?{href}")).is(200).shows("Boats").hides("Oars").hides("Ropes");
        bed.rita().get("/sales/forecast").is(200);
    });
}

#[test]
fn the_funnel_says_how_many_went_on_and_why_deals_were_lost() {
    on_each_database(|bed| {
        let ids: Vec<Id> = (0..4)
            .map(|at| create(bed, json!({ "name": format!("Deal {at}"), "amount": money(1_000) })))
            .collect();
        bed.advance(2 * DAY);
        edit(bed, ids[0], json!({ "stage": "qualified" })).unwrap();
        edit(bed, ids[1], json!({ "stage": "won" })).unwrap();
        edit(bed, ids[2], json!({ "stage": "lost", "lost_reason": "price" })).unwrap();
        let about = |cx: &kernel::Cx| -> kernel::Result<_> {
            let deal = object::object(cx, "deal")?;
            let from = cx.now().plus(-30 * DAY);
            let until = cx.now().plus(DAY);
            let about = stays::About { object: &deal, field: "stage", filter: records::Filter::default() };
            let asked: [(&str, &[&str]); 1] = [("new", &["qualified", "won"])];
            Ok(stays::passages(cx, &about, (from, until), &asked)?.remove(0))
        };
        let told = || {
            let new = bed.read(about);
            (new.entered, new.went_on, new.left, new.stayed)
        };
        let days = |days: i64| days * DAY / 1_000_000;
        assert_eq!(told(), (4, 2, 3, days(6)));
        // Who comes back counts once; what lies in the trash does not, until it is taken back.
        edit(bed, ids[0], json!({ "stage": "new" })).unwrap();
        assert_eq!(told(), (4, 2, 3, days(6)));
        let deal = bed.read(|cx| object::object(cx, "deal"));
        let move_it = |away: bool| {
            bed.write(|tx| {
                let mut set = ChangeSet::new(tx, "change-edited");
                let act = if away { save::trash } else { save::restore };
                act(tx, &mut set, &deal, ids[1])?;
                set.close(tx)
            });
        };
        move_it(true);
        assert_eq!(told(), (3, 1, 2, days(4)));
        move_it(false);
        assert_eq!(told(), (4, 2, 3, days(6)));
        edit(bed, ids[0], json!({ "stage": "qualified" })).unwrap();
        let ivan = bed.ivan();
        ivan.get("/sales/funnel").is(200).shows("50,0").shows("1,5 days");
        ivan.get("/sales/won-lost").is(200).shows("Price");
        ivan.get("/sales/won-lost?by=owner").is(200).shows("50,0");
        // Who sees only their own counts only these.
        let rights = serde_json::from_value(json!({ "objects": { "*": { "see": "own" } } })).unwrap();
        let sven = bed.sven();
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let role = identity::roles::add(tx, "Own deals")?;
                identity::roles::change(tx, role, &rights)?;
                identity::roles::give(tx, sven.user, &[role])
            })
            .unwrap();
        let seen = bed.db().read(&sven.scope(), |cx| {
            let deal = object::object(cx, "deal")?;
            let about = stays::About { object: &deal, field: "stage", filter: records::Filter::default() };
            stays::passages(cx, &about, (cx.now().plus(-30 * DAY), cx.now().plus(DAY)), &[("new", &["won"])])
        });
        assert_eq!(seen.unwrap(), []);
        sven.get("/sales/funnel").is(200).shows("no deal entered");
    });
}

#[test]
fn a_deal_and_an_appointment_of_a_colleague_are_known_before_a_call() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).save();
        create(bed, json!({ "name": "Ten boats", "company": format!("company:{berg}") }));
        let sven = bed.sven();
        let call = format!("/people/{anna}/contact/phone?straight=on");
        sven.get(&call).is(200).shows("Deal").shows("Ten boats").shows("Ivan");
        bed.write(|tx| {
            let appointment = object::object(tx, "appointment")?;
            let mut set = ChangeSet::new(tx, "change-created");
            let starts = tx.now().plus(2 * DAY).micros();
            let values =
                json!({ "subject": "Look at the boats", "about": format!("person:{anna}"), "starts_at": starts });
            save::create(tx, &mut set, &appointment, serde_json::from_value(values)?)?;
            set.close(tx)
        });
        sven.get(&call).is(200).shows("Look at the boats");
        sven.get(&format!("/people/{anna}")).is(200).shows("Ten boats").shows("Look at the boats");
    });
}

#[test]
fn a_deal_knows_its_next_step() {
    on_each_database(|bed| {
        let id = create(bed, json!({ "name": "Ten boats" }));
        let now = bed.db().clock().now();
        let task = |days: i64| -> Id {
            bed.write(|tx| {
                let task = object::object(tx, "task")?;
                let mut set = ChangeSet::new(tx, "change-created");
                let values = json!({
                    "subject": "Send the quote", "about": format!("deal:{id}"), "due_at": now.plus(days * DAY).micros(),
                });
                let made = save::create(tx, &mut set, &task, serde_json::from_value(values)?)?;
                set.close(tx)?;
                Ok(made)
            })
        };
        assert!(value(bed, id, "next_step_at").is_null());
        let (later, sooner) = (task(5), task(2));
        assert_eq!(value(bed, id, "next_step_at"), json!(now.plus(2 * DAY).micros()));
        let finish = |task: Id| {
            bed.write(|tx| {
                let mut set = ChangeSet::new(tx, "change-edited");
                activities::task::finish(tx, &mut set, task)?;
                set.close(tx)
            });
        };
        let meet = bed.write(|tx| {
            let appointment = object::object(tx, "appointment")?;
            let mut set = ChangeSet::new(tx, "change-created");
            let values = json!({
                "subject": "Look at the boats", "about": format!("deal:{id}"), "starts_at": now.plus(DAY).micros(),
            });
            let made = save::create(tx, &mut set, &appointment, serde_json::from_value(values)?)?;
            set.close(tx)?;
            Ok((made, set.id))
        });
        assert_eq!(value(bed, id, "next_step_at"), json!(now.plus(DAY).micros()));
        bed.write(|tx| undo::undo(tx, meet.1));
        assert_eq!(value(bed, id, "next_step_at"), json!(now.plus(2 * DAY).micros()));
        finish(sooner);
        assert_eq!(value(bed, id, "next_step_at"), json!(now.plus(5 * DAY).micros()));
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-trashed");
            save::trash(tx, &mut set, &object::object(tx, "task")?, later)?;
            set.close(tx)
        });
        assert!(value(bed, id, "next_step_at").is_null());
    });
}
