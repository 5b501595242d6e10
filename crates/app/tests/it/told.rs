//! Following cards and being told: who hears what, that nobody hears more than they may see, and that much is one line.

use identity::{
    roles,
    shares::{self, May, NewShare, With},
    units::{self, NewUnit},
};
use kernel::{Id, Role, clock::HOUR};
use records::{
    ChangeSet,
    bulk::{self, Bulk, Deed, Which},
    merge::{self, Wanted},
    notices::{self, Kind, Notice},
    object,
    save::{self, Values},
};
use serde_json::json;
use testbed::{Browser, Testbed, on_each_database};
use web::Method;

fn notices_of(bed: &Testbed, who: &Browser) -> Vec<Notice> {
    bed.db().read(&who.scope(), |cx| notices::page(cx, None, false, 100)).unwrap()
}

fn kinds(bed: &Testbed, who: &Browser) -> Vec<Kind> {
    notices_of(bed, who).iter().map(|notice| notice.kind).collect()
}

fn unread(bed: &Testbed, who: &Browser) -> u64 {
    bed.db().read(&who.scope(), notices::unread).unwrap()
}

fn say(who: &Browser, person: Id, text: &str) {
    let about = format!("person:{person}");
    who.post("/composer/comment", &[("about", &about), ("text", text)]).is(303);
}

fn edit(bed: &Testbed, who: &Browser, cards: &[Id], field: &str, value: serde_json::Value) -> Id {
    let made = bed.db().write(&who.scope(), |tx| {
        let person = object::object(tx, "person")?;
        let mut set = ChangeSet::new(tx, "change-edited");
        for card in cards {
            let values = Values::from_iter([(field.to_owned(), value.clone())]);
            save::edit(tx, &mut set, &person, *card, values, &Values::new())?;
        }
        set.close(tx)?;
        Ok(set.id)
    });
    made.unwrap()
}

fn limit(bed: &Testbed, rights: serde_json::Value) {
    let rights = serde_json::from_value(rights).unwrap();
    let sven = bed.sven().user;
    let given = bed.db().write(&bed.ivan().scope(), |tx| {
        let role = roles::add(tx, "Limited")?;
        roles::change(tx, role, &rights)?;
        roles::give(tx, sven, &[role])
    });
    given.unwrap();
}

#[test]
fn whoever_is_named_hears_of_it_and_follows_from_then_on() {
    on_each_database(|bed| {
        let (mia, sven, rita) = (bed.mia(), bed.sven(), bed.rita());
        let anna = bed.person("Anna Berg").save();
        let card = format!("/people/{anna}");
        say(&mia, anna, "@Sven Ek @Mia Berg please call her");
        assert_eq!(kinds(bed, &sven), [Kind::Mentioned]);
        assert!(kinds(bed, &mia).is_empty(), "nobody is told of their own doings");
        assert!(kinds(bed, &rita).is_empty());
        sven.get("/notifications")
            .shows("Mia Berg named you on Anna Berg")
            .shows("please call her")
            .shows(&format!("{card}#comment-"));
        sven.get("/people").shows("1 unread");
        bed.sven().partly().get("/notifications/bell").shows("1 unread");
        // Who was named follows, and so does whoever said it.
        sven.get(&card).shows("Followers").shows("aria-pressed=\"true\"");
        sven.get("/people").hides("1 unread");
        say(&sven, anna, "Done");
        assert_eq!(kinds(bed, &mia), [Kind::Comment]);
        assert_eq!(kinds(bed, &sven), [Kind::Mentioned]);
        edit(bed, &mia, &[anna], "job_title", json!("Skipper"));
        assert_eq!(kinds(bed, &sven), [Kind::Changed, Kind::Mentioned]);
        sven.get("/notifications").shows("Mia Berg changed Anna Berg").shows("Job title");
        bed.note(anna, "Likes boats").save();
        assert_eq!(kinds(bed, &sven)[0], Kind::Activity);
        sven.get("/notifications").shows("Mia Berg wrote a note on Anna Berg").shows("Likes boats");
    });
}

#[test]
fn a_team_is_told_and_whoever_cannot_see_the_card_is_not() {
    on_each_database(|bed| {
        let (mia, sven, rita) = (bed.mia(), bed.sven(), bed.rita());
        let (first, second) = (sven.user, rita.user);
        let made = bed.db().write(&bed.ivan().scope(), |tx| {
            let office =
                units::add(tx, &NewUnit { kind: "location".into(), name: "Sofia".into(), parent: None })?;
            let team = NewUnit { kind: "team".into(), name: "Boats".into(), parent: Some(office) };
            let team = units::add(tx, &team)?;
            units::join(tx, team, first)?;
            units::join(tx, team, second)
        });
        made.unwrap();
        limit(bed, json!({ "objects": { "*": { "see": "own", "create": "all" } } }));
        let anna = bed.person("Anna Berg").save();
        say(&mia, anna, "@Sofia look at her");
        assert_eq!(kinds(bed, &rita), [Kind::Mentioned]);
        assert!(kinds(bed, &sven).is_empty());
        sven.get("/notifications").is(200).hides("Anna Berg").hides("look at her");
        // Nor is he told later of what was said before.
        bed.write(|tx| {
            let with = With::User(first);
            shares::share(tx, &NewShare { object: "person", record: anna, with, may: May::See, until: None })
        });
        assert!(kinds(bed, &sven).is_empty());
    });
}

#[test]
fn what_is_no_longer_seen_or_was_taken_back_is_told_no_more() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").save();
        sven.post(&format!("/people/{anna}/following"), &[]).is(303);
        say(&mia, anna, "Pays late");
        let set = edit(bed, &mia, &[anna], "job_title", json!("Skipper"));
        assert_eq!((kinds(bed, &sven), unread(bed, &sven)), (vec![Kind::Changed, Kind::Comment], 2));
        // A slip that nobody read of is no news when it is taken back.
        mia.post(&format!("/changes/{set}/undo"), &[]).is(303);
        assert_eq!((kinds(bed, &sven), unread(bed, &sven)), (vec![Kind::Comment], 1));
        let comment = notices_of(bed, &sven)[0].part.clone().unwrap().1;
        mia.post(&format!("/comments/{comment}/trash"), &[]).is(303);
        assert_eq!(unread(bed, &sven), 0);
        mia.post(&format!("/comments/{comment}/restore"), &[]).is(303);
        assert_eq!(unread(bed, &sven), 1);
        let notice = notices_of(bed, &sven)[0].id;
        limit(bed, json!({ "objects": { "*": { "see": "own" } } }));
        assert_eq!((kinds(bed, &sven), unread(bed, &sven)), (vec![], 0));
        sven.get("/notifications").is(200).hides("Anna Berg").hides("Pays late");
        sven.get("/people").is(200).hides("1 unread");
        let found = bed.db().read(&sven.scope(), |cx| notices::find(cx, notice));
        assert!(matches!(found, Err(kernel::Error::NotFound)));
    });
}

#[test]
fn of_hidden_fields_nothing_is_told() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").save();
        sven.post(&format!("/people/{anna}/following"), &[]).is(303);
        limit(
            bed,
            json!({
                "objects": { "*": { "see": "all" } },
                "fields": { "person": { "birthday": "hidden", "nickname": "hidden" } },
            }),
        );
        edit(bed, &mia, &[anna], "birthday", json!("1984-05-09"));
        assert!(kinds(bed, &sven).is_empty());
        edit(bed, &mia, &[anna], "nickname", json!("Annie"));
        assert!(kinds(bed, &sven).is_empty());
        edit(bed, &mia, &[anna], "job_title", json!("Skipper"));
        assert_eq!(kinds(bed, &sven), [Kind::Changed]);
        sven.get("/notifications").shows("Job title").hides("Birthday").hides("1984").hides("Nickname");
        edit(bed, &bed.ivan(), &[anna], "birthday", json!("1984-05-10"));
        assert_eq!((kinds(bed, &sven).len(), unread(bed, &sven)), (1, 1));
    });
}

#[test]
fn many_cards_changed_in_one_go_are_one_line_and_so_are_many_changes_of_one_card() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let cards = bed.write(|tx| {
            let person = object::object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-created");
            let mut made = Vec::new();
            for number in 0..400 {
                let name = json!({ "given": "Person", "family": number.to_string() });
                let values = [("name", name), ("owner", json!(sven.user.to_string()))];
                let values = values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
                made.push(save::create(tx, &mut set, &person, values)?);
            }
            set.close(tx)?;
            Ok(made)
        });
        let told = notices_of(bed, &sven);
        assert_eq!((told.len(), told[0].kind, told[0].cards), (1, Kind::Assigned, 400));
        // He follows what he is responsible for; the job changes them in several transactions.
        let which = Which::All { filter: String::new(), words: String::new() };
        let deed = Deed::Set { field: "job_title".to_owned(), value: json!("Skipper") };
        let (_, set) = bed.write(|tx| bulk::begin(tx, Bulk { object: "person".to_owned(), which, deed }));
        bed.run_jobs();
        let told = notices_of(bed, &sven);
        assert_eq!((told.len(), told[0].set, told[0].kind, told[0].cards), (2, set, Kind::Changed, 400));
        sven.get("/notifications")
            .shows("Mia Berg changed 400 cards you follow")
            .shows("Mia Berg made you responsible for 400 cards")
            .shows(&format!("/changes/{set}"));
        assert_eq!(kinds(bed, &mia), [Kind::Finished]);
        bed.db().write(&sven.scope(), notices::read_all).unwrap();
        for title in ["Mate", "Captain", "Admiral"] {
            edit(bed, &mia, &cards[..1], "job_title", json!(title));
        }
        assert_eq!(unread(bed, &sven), 1);
        sven.get("/notifications").shows("Mia Berg changed Person 0 3 times");
        bed.advance(2 * HOUR);
        edit(bed, &mia, &cards[..1], "job_title", json!("Pensioner"));
        assert_eq!(unread(bed, &sven), 2);
        // All of it goes to Rita: one line for her, none for him who is not asked.
        edit(bed, &mia, &cards, "owner", json!(bed.rita().user.to_string()));
        let theirs = notices_of(bed, &bed.rita());
        assert_eq!((theirs.len(), theirs[0].kind, theirs[0].cards), (1, Kind::Assigned, 400));
    });
}

#[test]
fn a_set_of_many_transactions_goes_on_with_its_line() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let cards: Vec<Id> = (0..4).map(|number| bed.person(&format!("Person {number}")).save()).collect();
        for card in &cards {
            sven.post(&format!("/people/{card}/following"), &[]).is(303);
        }
        let set = edit(bed, &mia, &cards[..2], "job_title", json!("Skipper"));
        let went_on = bed.db().write(&mia.scope(), |tx| {
            let person = object::object(tx, "person")?;
            let mut again = ChangeSet::resume(set, "change-edited");
            for card in &cards[2..] {
                let values = Values::from_iter([("job_title".to_owned(), json!("Skipper"))]);
                save::edit(tx, &mut again, &person, *card, values, &Values::new())?;
            }
            again.close(tx)
        });
        went_on.unwrap();
        let told = notices_of(bed, &sven);
        assert_eq!((told.len(), told[0].cards), (1, 4));
        // Whoever sees only some of them hears of them, but not of how many.
        limit(bed, json!({ "objects": { "*": { "see": "own" } } }));
        assert!(notices_of(bed, &sven).is_empty());
        bed.write(|tx| {
            let with = With::User(bed.sven().user);
            shares::share(
                tx,
                &NewShare { object: "person", record: cards[3], with, may: May::See, until: None },
            )
        });
        sven.get("/notifications").shows("Mia Berg changed cards you follow").hides("4 cards");
    });
}

#[test]
fn following_is_a_choice_and_so_is_each_kind_of_news() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").with("owner", sven.user.to_string()).save();
        let following = format!("/people/{anna}/following");
        assert_eq!(kinds(bed, &sven), [Kind::Assigned]);
        sven.get("/notifications").shows("Mia Berg made you responsible for Anna Berg");
        // Responsible for it, and still he does not want to hear of it.
        let button = bed.sven().partly().submit(Method::DELETE, &following, &[]).is(200);
        assert!(button.contains("Follow") && !button.contains("Following"));
        say(&mia, anna, "Hello");
        assert_eq!(kinds(bed, &sven), [Kind::Assigned]);
        // Taking part does not outweigh that.
        say(&sven, anna, "Hello Mia");
        say(&mia, anna, "Hello Sven");
        assert_eq!(kinds(bed, &sven), [Kind::Assigned]);
        sven.post(&following, &[]).is(303);
        say(&mia, anna, "Hello again");
        assert_eq!(kinds(bed, &sven), [Kind::Comment, Kind::Assigned]);
        sven.post(&following, &[("to", "off")]).is(303);
        // What is not chosen is not told; who does not follow by taking part does not.
        let bo = bed.person("Bo Dahl").save();
        let all = ["mentioned", "activity", "changed", "assigned", "shared", "finished"]
            .map(|kind| format!("{kind}.shown"));
        let form: Vec<(&str, &str)> = all.iter().map(|name| (name.as_str(), "on")).collect();
        sven.post("/settings/notifications", &form).is(303);
        sven.post(&format!("/people/{bo}/following"), &[]).is(303);
        say(&mia, bo, "Nobody is named");
        assert_eq!(kinds(bed, &sven).len(), 2);
        say(&mia, bo, "@Sven Ek is");
        assert_eq!(kinds(bed, &sven)[0], Kind::Mentioned);
        let carl = bed.person("Carl Falk").save();
        say(&sven, carl, "Mine");
        say(&mia, carl, "@Sven Ek ours");
        let before = kinds(bed, &sven).len();
        edit(bed, &mia, &[carl], "job_title", json!("Skipper"));
        assert_eq!(kinds(bed, &sven).len(), before);
        // Who only reads may follow too; nobody follows what they cannot see.
        bed.rita().post(&format!("/people/{carl}/following"), &[]).is(303);
        bed.rita().get(&format!("/people/{carl}")).shows("Rita Holm");
        bed.olga().post(&format!("/people/{carl}/following"), &[]).is(404);
        let task = bed.task("Call").save();
        sven.post(&format!("/tasks/{task}/following"), &[]).is(404);
    });
}

#[test]
fn what_was_read_is_marked_and_unmarked_one_by_one_and_all_at_once() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let people = ["Anna Berg", "Bo Dahl", "Carl Falk"].map(|name| bed.person(name).save());
        for person in people {
            say(&mia, person, "@Sven Ek");
        }
        assert_eq!(unread(bed, &sven), 3);
        let first = notices_of(bed, &sven)[0].id;
        sven.post(&format!("/notifications/{first}/read"), &[("back", "/notifications?show=unread")]).is(303);
        assert_eq!(unread(bed, &sven), 2);
        sven.get("/notifications?show=unread").shows("Bo Dahl").hides("Carl Falk");
        sven.post(&format!("/notifications/{first}/unread"), &[]).is(303);
        assert_eq!(unread(bed, &sven), 3);
        // Nobody reads for somebody else.
        mia.post(&format!("/notifications/{first}/read"), &[]).is(404);
        // Opening a card is reading what there was to say about it; looking as him is not.
        sven.get(&format!("/people/{}", people[0])).shows("2 unread");
        assert_eq!(unread(bed, &sven), 2);
        bed.ivan().post(&format!("/settings/members/{}/view", sven.user), &[]).is(303);
        let ivan = bed.ivan();
        ivan.get(&format!("/people/{}", people[1])).is(200);
        ivan.get("/notifications").is(403);
        ivan.post("/view-as/end", &[]).is(303);
        assert_eq!(unread(bed, &sven), 2);
        sven.post("/notifications/read", &[]).is(303);
        assert_eq!(unread(bed, &sven), 0);
        sven.get("/notifications").shows("Bo Dahl");
        sven.get("/notifications?show=unread").shows("Everything is read");
    });
}

#[test]
fn older_notices_follow_page_by_page() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        for number in 0..45 {
            let person = bed.person(&format!("Person {number}.")).save();
            say(&mia, person, "@Sven Ek");
        }
        let page = sven.get("/notifications").shows("Person 44.").hides("Person 4.");
        let text = page.text();
        let next = text.split("before=").nth(1).unwrap().split(['"', '&']).next().unwrap().to_owned();
        let older = bed.sven().partly().get(&format!("/notifications?before={next}"));
        older.shows("Person 4.").hides("Person 44.");
    });
}

#[test]
fn a_share_and_the_end_of_a_long_job_are_told() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").save();
        let with = format!("user:{}", sven.user);
        mia.post(&format!("/people/{anna}/share"), &[("with", &with), ("may", "see")]).is(303);
        assert_eq!(kinds(bed, &sven), [Kind::Shared]);
        sven.get("/notifications").shows("Mia Berg shared Anna Berg with you");
        let file = testbed::File { field: "file", name: "people.csv", bytes: b"Name\nCem Kaya\n" };
        let import = sven.upload("/import", &[], &[file]).location();
        sven.post(&format!("{import}/try"), &[]);
        bed.run_jobs();
        sven.post(&format!("{import}/start"), &[]);
        bed.run_jobs();
        assert_eq!(kinds(bed, &sven), [Kind::Finished, Kind::Shared]);
        sven.get("/notifications").shows("Import is done").shows(&import);
        assert!(kinds(bed, &mia).is_empty());
        let program = bed.program(Role::Member);
        program.get(&format!("/api/v1/people/{anna}")).is(200);
    });
}

#[test]
fn followers_of_a_card_that_was_merged_hear_of_the_one_that_stands_for_it() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let (anna, double) = (bed.person("Anna Berg").save(), bed.person("Ana Berg").save());
        sven.post(&format!("/people/{double}/following"), &[]).is(303);
        let merged = bed.db().write(&mia.scope(), |tx| {
            let person = object::object(tx, "person")?;
            let wanted = Wanted { survivor: anna, losers: vec![double], ..Wanted::default() };
            merge::merge(tx, &person, &wanted).map(drop)
        });
        merged.unwrap();
        say(&mia, anna, "One and the same");
        assert_eq!(kinds(bed, &sven)[0], Kind::Comment);
    });
}
