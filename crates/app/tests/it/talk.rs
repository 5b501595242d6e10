//! Talk among colleagues about a card: comments, those they name, who follows, and what each is told.

use identity::{
    roles,
    shares::{self, May, NewShare, With},
    units::{self, NewUnit},
};
use kernel::{Error, Id, Role};
use records::{
    ChangeSet, object, record,
    save::{self, Values},
};
use serde_json::json;
use testbed::{Browser, Testbed, on_each_database};

/// Sven has a role with these rights.
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

fn own_cards(bed: &Testbed) {
    limit(
        bed,
        json!({ "objects": { "*": { "see": "own", "create": "all", "edit": "own", "delete": "own", "export": "all" } } }),
    );
}

/// Says something about a person on their page; the key of the comment.
fn say(bed: &Testbed, who: &Browser, person: Id, text: &str) -> Id {
    let about = format!("person:{person}");
    who.post("/composer/comment", &[("about", &about), ("text", text)]).is(303);
    newest(bed)
}

fn newest(bed: &Testbed) -> Id {
    let found = bed.read(|cx| {
        cx.query_one(
            "SELECT id FROM comments WHERE workspace_id = ?1 ORDER BY id DESC LIMIT 1",
            &[cx.workspace().into()],
        )
    });
    found.expect("a comment").get(0).unwrap()
}

fn share(bed: &Testbed, person: Id) {
    let with = With::User(bed.sven().user);
    bed.write(|tx| {
        shares::share(tx, &NewShare { object: "person", record: person, with, may: May::See, until: None })
    });
}

/// A team in which Sven and Rita are.
fn team(bed: &Testbed) -> Id {
    let (sven, rita) = (bed.sven().user, bed.rita().user);
    let made = bed.db().write(&bed.ivan().scope(), |tx| {
        let team = units::add(tx, &NewUnit { kind: "team".into(), name: "Boats".into(), parent: None })?;
        units::join(tx, team, sven)?;
        units::join(tx, team, rita)?;
        Ok(team)
    });
    made.unwrap()
}

#[test]
fn a_comment_stands_on_the_timeline_names_colleagues_and_is_taken_back_whole() {
    on_each_database(|bed| {
        let mia = bed.mia();
        team(bed);
        let anna = bed.person("Anna Berg").save();
        let card = format!("/people/{anna}");
        mia.get(&format!("{card}?compose=comment")).shows("Say something to colleagues");
        let about = format!("person:{anna}");
        let said = mia.post(
            "/composer/comment",
            &[("about", &about), ("text", "@sven ek and @Boats: call bo@berg.example, @nobody")],
        );
        let undo = said.is(303).toast();
        mia.get(&card)
            .shows("commented")
            .shows(r#"<span class="mention">@sven ek</span>"#)
            .shows(r#"<span class="mention">@Boats</span>"#)
            .shows("bo@berg.example, @nobody");
        bed.sven().get(&card).shows(r#"<span class="mention" data-me>@sven ek</span>"#);
        let comment = newest(bed);
        let kept = bed.read(|cx| record::find(cx, &object::object(cx, "comment")?, comment));
        assert_eq!(kept.get("mentions").as_array().map(Vec::len), Some(2));
        assert_eq!(kept.text("owner"), mia.user.to_string());
        let undo = undo.split("/changes/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        mia.post(&format!("/changes/{undo}/undo"), &[]).is(303);
        mia.get(&card).hides("commented");
    });
}

#[test]
fn only_its_author_changes_a_comment_and_administrators_take_it_away() {
    on_each_database(|bed| {
        let (mia, sven, ivan) = (bed.mia(), bed.sven(), bed.ivan());
        let anna = bed.person("Anna Berg").save();
        let comment = say(bed, &sven, anna, "Ask @Rita");
        let (card, words) = (format!("/people/{anna}"), format!("/comments/{comment}/words"));
        sven.get(&card).shows(&words);
        mia.get(&card).shows("Ask").hides(&words);
        mia.get(&words).is(403);
        mia.post(&words, &[("text", "Ask nobody")]).is(403);
        mia.post(&format!("/comments/{comment}/fields/text"), &[("text", "Ask nobody")]).is(403);
        sven.get(&words).is(303);
        let editor = bed.sven().partly().get(&words).shows("Ask @Rita").text();
        assert!(editor.contains("k-mention"));
        sven.post(&words, &[("text", " ")]).is(422);
        sven.post(&words, &[("text", "Ask @Ivan Petrov")]).is(303);
        sven.get(&card).shows("@Ivan Petrov").shows("(edited)").hides("@Rita");
        // It stays where it was said.
        let bo = bed.person("Bo Dahl").save();
        let moved = bed.db().write(&sven.scope(), |tx| {
            let declared = object::object(tx, "comment")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            let values = Values::from_iter([("about".to_owned(), json!(format!("person:{bo}")))]);
            save::edit(tx, &mut set, &declared, comment, values, &Values::new()).map(drop)
        });
        assert!(matches!(moved, Err(Error::Invalid(errors)) if errors.get("about").is_some()));
        let trash = format!("/comments/{comment}/trash");
        bed.rita().post(&trash, &[]).is(403);
        let gone = ivan.post(&trash, &[("back", &card)]).is(303);
        assert_eq!(gone.location(), card);
        sven.get(&card).hides("@Ivan Petrov");
    });
}

#[test]
fn a_comment_is_seen_with_its_card_and_nowhere_else() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let anna = bed.person("Anna Berg").save();
        let comment = say(bed, &mia, anna, "Pays late, zebrafish");
        own_cards(bed);
        let places = ["/comments", "/search?q=zebrafish", "/history"];
        for place in places {
            sven.get(place).is(200).hides("Pays late");
        }
        sven.get(&format!("/comments/{comment}")).is(404);
        sven.get(&format!("/comments/{comment}/words")).is(404);
        let program = bed.program(Role::Member);
        program.get(&format!("/api/v1/comments/{comment}")).is(200);
        // Whoever is shown the card reads what is said about it.
        share(bed, anna);
        for place in ["/comments", "/search?q=zebrafish"] {
            sven.get(place).shows("Pays late");
        }
        sven.get(&format!("/people/{anna}")).shows("Pays late");
        sven.get(&format!("/comments/{comment}")).is(200);
        let own = say(bed, &sven, anna, "I call her");
        sven.post(&format!("/comments/{comment}/trash"), &[]).is(403);
        sven.post(&format!("/comments/{own}/trash"), &[]).is(303);
        // A comment on a comment is a comment on its card.
        let about = format!("comment:{comment}");
        mia.post("/composer/comment", &[("about", &about), ("text", "x")]).is(422);
        bed.rita().post("/composer/comment", &[("about", &format!("person:{anna}")), ("text", "x")]).is(403);
    });
}

#[test]
fn who_cannot_see_the_card_is_said_where_they_are_named() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let anna = bed.person("Anna Berg").save();
        let about = format!("person:{anna}");
        let offered = format!("/mentions?about={about}&q=s");
        mia.get(&offered).shows("Sven Ek").hides("cannot see");
        own_cards(bed);
        mia.get(&offered).shows("Sven Ek").shows("cannot see this card");
        mia.get(&format!("/mentions?about={about}&q=mia")).is(200).hides("Mia Berg");
        let said = mia.post("/composer/comment", &[("about", &about), ("text", "@Sven Ek @Rita Holm look")]);
        assert!(said.toast().contains("Sven Ek cannot see this card and is not told"), "{}", said.toast());
        mia.get(&format!("/people/{anna}")).shows("Sven Ek cannot see this card");
        // It is nobody else's to know.
        bed.ivan().get(&format!("/people/{anna}")).shows("@Sven Ek").hides("cannot see this card");
    });
}

#[test]
fn of_two_of_one_name_the_one_who_was_picked_is_meant() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let new = identity::NewUser {
            email: "sven2@berg.example".into(),
            name: "Sven Ek".into(),
            password: testbed::PASSWORD.into(),
            role: Role::Member,
        };
        let other = identity::create_user(bed.db(), &mia.scope(), &new).unwrap();
        let anna = bed.person("Anna Berg").save();
        let about = format!("person:{anna}");
        let named = |form: &[(&str, &str)]| {
            mia.post("/composer/comment", form).is(303);
            let comment = newest(bed);
            let kept = bed.read(|cx| record::find(cx, &object::object(cx, "comment")?, comment));
            kept.get("mentions").as_array().cloned().unwrap_or_default()
        };
        let form = [("about", about.as_str()), ("text", "@Sven Ek look")];
        assert_eq!(named(&form).len(), 2);
        let picked = format!("user:{other}");
        let only = named(&[form[0], form[1], ("mention", &picked)]);
        assert_eq!((only.len(), only[0]["user"].as_str()), (1, Some(other.to_string().as_str())));
    });
}
