//! Sharing a card from its menu, and asking why somebody may see it.

use identity::{roles, units, units::NewUnit};
use kernel::{Id, clock::DAY};
use testbed::{Testbed, on_each_database};

/// Sven sees and edits only what is his, and is in a team with Rita.
fn team(bed: &Testbed) -> Id {
    let (sven, rita) = (bed.sven().user, bed.rita().user);
    let rights = r#"{"objects":{"*":{"see":"team","create":"all","edit":"own"}}}"#;
    let rights = serde_json::from_str(rights).unwrap();
    let made = bed.db().write(&bed.ivan().scope(), |tx| {
        let role = roles::add(tx, "Sales")?;
        roles::change(tx, role, &rights)?;
        roles::give(tx, sven, &[role])?;
        let unit = |kind: &str, name: &str, parent| NewUnit { kind: kind.into(), name: name.into(), parent };
        let office = units::add(tx, &unit("location", "Sofia", None))?;
        let team = units::add(tx, &unit("team", "Boats", Some(office)))?;
        units::join(tx, team, sven)?;
        units::join(tx, team, rita)?;
        Ok(team)
    });
    made.unwrap()
}

#[test]
fn a_card_is_shared_with_a_colleague_and_the_share_is_ended() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        team(bed);
        let anna = bed.person("Anna Berg").save();
        let (card, share) = (format!("/people/{anna}"), format!("/people/{anna}/share"));
        mia.get(&card).shows(&share).shows(&format!("{card}/why"));
        sven.get(&share).is(404);
        mia.get(&share).shows("shared with nobody").shows("Everybody in Sofia › Boats");
        let with = format!("user:{}", sven.user);
        mia.post_on(&share, &[("with", &with), ("may", "see")])
            .shows("Shared with Sven Ek")
            .shows("For good");
        sven.get(&card).is(200);
        // He may not share it on.
        sven.get(&share).is(403);
        sven.post(&share, &[("with", &with), ("may", "edit")]).is(403);
        let page = mia.get(&share).text();
        let end = page.split(&format!("{share}/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(end.ends_with("/remove"));
        sven.post(&format!("{share}/{end}"), &[]).is(403);
        mia.post_on(&format!("{share}/{end}"), &[]).shows("No longer shared").shows("shared with nobody");
        sven.get(&card).is(404);
    });
}

#[test]
fn a_share_with_a_unit_reaches_everybody_in_it_until_the_day_is_over() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let team = team(bed);
        let office = bed.read(|cx| Ok(units::ancestors(cx, team)?[0].id));
        let anna = bed.person("Anna Berg").save();
        let share = format!("/people/{anna}/share");
        let with = format!("unit:{office}");
        let day = bed.read(|cx| Ok(cx.today().to_string()));
        let over = bed.read(|cx| Ok(cx.today().yesterday().unwrap().to_string()));
        for (with, until) in [("", ""), (with.as_str(), over.as_str()), (with.as_str(), "soon")] {
            mia.post(&share, &[("with", with), ("may", "edit"), ("until", until)]).is(422);
        }
        mia.post(&share, &[("with", &with), ("may", "edit"), ("until", &day)]).is(303);
        let job = format!("/people/{anna}/fields/job_title");
        sven.post(&job, &[("job_title", "Skipper")]).is(303);
        sven.get(&format!("/people/{anna}/why")).shows("Mia Berg shared it with Sofia until");
        bed.advance(DAY);
        sven.post(&job, &[("job_title", "Mate")]).is(404);
    });
}

#[test]
fn why_somebody_sees_a_card_is_told_with_role_unit_and_owner() {
    on_each_database(|bed| {
        let (mia, sven, ivan) = (bed.mia(), bed.sven(), bed.ivan());
        let rita = bed.rita().user;
        team(bed);
        let own = bed.person("Bo Dahl").by(&sven).save();
        let theirs = bed.person("Carl Falk").with("owner", rita.to_string()).save();
        let hidden = bed.person("Anna Berg").save();
        sven.get(&format!("/people/{own}/why"))
            .shows("The role Sales covers one’s own cards")
            .hides("Nothing allows editing");
        sven.get(&format!("/people/{theirs}/why"))
            .shows("The role Sales covers the cards of everybody in Sofia › Boats")
            .shows("this one belongs to Rita Holm")
            .shows("Nothing allows editing this card");
        sven.get(&format!("/people/{hidden}/why")).is(404);
        // Administrators ask it of anybody; the others of themselves.
        let of_sven = format!("/people/{hidden}/why?user={}", sven.user);
        ivan.get(&of_sven).shows("Why can Sven Ek see this?").shows("They may not see this card");
        ivan.get(&format!("/people/{hidden}/why")).shows("The role Administrator covers every card");
        sven.get(&format!("/people/{own}/why?user={}", mia.user))
            .hides("Mia Berg see this")
            .hides("Owner covers");
    });
}

#[test]
fn an_administrator_looks_as_a_member_and_changes_nothing_meanwhile() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        team(bed);
        let anna = bed.person("Anna Berg").save();
        let bo = bed.person("Bo Dahl").by(&sven).save();
        let begin = |user: Id| format!("/settings/members/{user}/view");
        ivan.get(&format!("/settings/members/{}", sven.user)).shows("View as Sven Ek");
        // Not as an owner, and not by a member.
        ivan.post(&begin(bed.mia().user), &[]).is(403);
        bed.sven().post(&begin(bed.rita().user), &[]).is(403);
        ivan.post(&begin(sven.user), &[]).is(303);
        ivan.get("/people").shows("You see Kartotek as Sven Ek does").shows("Bo Dahl").hides("Anna Berg");
        ivan.get(&format!("/people/{anna}")).is(404);
        let card = format!("/people/{bo}");
        ivan.get(&card).is(200).hides(&format!("{card}/edit")).shows("Why can I see this?");
        for path in [format!("{card}/trash"), "/people".into(), "/settings/profile".into(), begin(sven.user)]
        {
            ivan.post(&path, &[("name", "Changed")]).is(403);
        }
        // Nor what is only his own, nor what is only for administrators.
        for path in ["/settings/profile", "/settings/sessions", "/settings/members"] {
            ivan.get(path).is(403);
        }
        // That the administrator looked is not a visit of his.
        sven.get("/search").hides("Bo Dahl");
        let back = ivan.post("/view-as/end", &[]).is(303).location();
        assert_eq!(back, format!("/settings/members/{}", sven.user));
        ivan.get(&back).is(200);
        ivan.get("/people").shows("Anna Berg").hides("You see Kartotek as");
        bed.stranger().post("/view-as/end", &[]).is(303);
    });
}

#[test]
fn who_is_no_administrator_any_more_looks_as_nobody() {
    on_each_database(|bed| {
        let (mia, ivan, sven) = (bed.mia(), bed.ivan(), bed.sven());
        team(bed);
        bed.person("Anna Berg").save();
        ivan.post(&format!("/settings/members/{}/view", sven.user), &[]).is(303);
        mia.post(&format!("/settings/members/{}/role/member", ivan.user), &[]).is(303);
        ivan.get("/people").is(200).hides("You see Kartotek as").shows("Anna Berg");
    });
}
