//! Roles of a workspace's own, what they allow, who is within reach, and what is shared beyond them.

use identity::{
    rights::{self, Circle, Reach, Rights, Units, Verb},
    roles,
    shares::{self, May, NewShare, With},
    units::{self, NewUnit, UnitKind},
};
use kernel::{Error, Id, Result, Role, Scope, clock::DAY};

use crate::{Office, conflict, offices, wrong};

fn role(office: &Office, name: &str, json: &str) -> Id {
    let id = office.write(&office.as_owner(), |tx| roles::add(tx, name)).unwrap();
    let rights: Rights = serde_json::from_str(json).unwrap();
    office.write(&office.as_owner(), |tx| roles::change(tx, id, &rights)).unwrap();
    id
}

fn give(office: &Office, user: Id, roles: &[Id]) {
    office.write(&office.as_owner(), |tx| roles::give(tx, user, roles)).unwrap();
}

fn may(office: &Office, role: Role, verb: Verb) -> Reach {
    let scope = office.scope(office.bo, role);
    office.it.db.read(&scope, |cx| Ok(rights::of(cx)?.may("person", verb))).unwrap()
}

const SALES: &str = r#"{"objects":{"*":{"see":"all","create":"own","edit":"team"}}}"#;
const EXPORTS: &str = r#"{"objects":{"person":{"see":"own","export":"all"}}}"#;

#[test]
fn without_roles_of_their_own_people_may_what_their_built_in_role_says() {
    for office in offices() {
        assert_eq!(may(&office, Role::Member, Verb::Merge), Reach::All);
        assert_eq!(may(&office, Role::ReadOnly, Verb::See), Reach::All);
        assert_eq!(may(&office, Role::ReadOnly, Verb::Edit), Reach::None);
        let system = office.it.db.read(&Scope::system(office.workspace), rights::of).unwrap();
        assert_eq!(*system, Rights::everything());
    }
}

#[test]
fn several_roles_allow_together_what_each_allows() {
    for office in offices() {
        let (sales, exports) = (role(&office, "Sales", SALES), role(&office, "Exports", EXPORTS));
        give(&office, office.bo, &[sales]);
        assert_eq!(may(&office, Role::Member, Verb::Edit), Reach::Team);
        assert_eq!(may(&office, Role::Member, Verb::Export), Reach::None);
        give(&office, office.bo, &[sales, exports, sales]);
        assert_eq!(may(&office, Role::Member, Verb::Edit), Reach::Team);
        assert_eq!(may(&office, Role::Member, Verb::Export), Reach::Own);
        // A reader changes nothing whatever is given, and an administrator may do everything.
        assert_eq!(may(&office, Role::ReadOnly, Verb::Edit), Reach::None);
        assert_eq!(may(&office, Role::ReadOnly, Verb::Export), Reach::Own);
        assert_eq!(may(&office, Role::Admin, Verb::Delete), Reach::All);
        assert_eq!(office.read(roles::given)[&office.bo], [sales, exports]);
        give(&office, office.bo, &[]);
        assert_eq!(may(&office, Role::Member, Verb::Export), Reach::All);
    }
}

#[test]
fn rights_are_looked_up_once_and_anew_when_they_change() {
    for office in offices() {
        let sales = role(&office, "Sales", SALES);
        give(&office, office.bo, &[sales]);
        let scope = Scope { workspace: office.workspace, ..office.scope(office.bo, Role::Member) };
        office
            .it
            .db
            .read(&scope, |cx| {
                assert!(std::sync::Arc::ptr_eq(&rights::of(cx)?, &rights::of(cx)?));
                Ok(())
            })
            .unwrap();
        // An administrator's own rights stay wide; what changes them forgets what was looked up.
        let as_owner = office.as_owner();
        office
            .write(&as_owner, |tx| {
                let before = rights::of(tx)?;
                roles::change(tx, sales, &Rights::default())?;
                assert!(!std::sync::Arc::ptr_eq(&before, &rights::of(tx)?));
                assert_eq!(rights::of_user(tx, office.bo, Role::Member)?, Rights::default());
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_role_has_a_name_of_its_own_and_stays_while_somebody_has_it() {
    for office in offices() {
        let as_owner = office.as_owner();
        let sales = role(&office, "Sales", SALES);
        let again = office.write(&as_owner, |tx| roles::add(tx, "SALES"));
        assert_eq!(wrong(again), [("name".to_owned(), "identity-role-name-taken")]);
        office.write(&as_owner, |tx| roles::rename(tx, sales, "Sellers")).unwrap();
        give(&office, office.bo, &[sales]);
        let in_use = office.write(&as_owner, |tx| roles::retire(tx, sales));
        assert_eq!(conflict(in_use), "identity-role-in-use");
        give(&office, office.bo, &[]);
        office.write(&as_owner, |tx| roles::retire(tx, sales)).unwrap();
        assert!(office.read(roles::list).is_empty());
        let given_up = office.write(&as_owner, |tx| roles::give(tx, office.bo, &[sales]));
        assert!(matches!(given_up, Err(Error::NotFound)));
        office.write(&as_owner, |tx| roles::restore(tx, sales)).unwrap();
        assert_eq!(office.read(roles::list)[0].name, "Sellers");
        office.write(&as_owner, |tx| roles::retire(tx, sales)).unwrap();
        role(&office, "Sellers", SALES);
        let taken = office.write(&as_owner, |tx| roles::restore(tx, sales));
        assert_eq!(conflict(taken), "identity-role-name-taken");
    }
}

#[test]
fn only_administrators_change_roles_and_only_owners_those_of_owners() {
    for office in offices() {
        let sales = role(&office, "Sales", SALES);
        let as_bo = office.scope(office.bo, Role::Member);
        let denied: [Result<()>; 4] = [
            office.write(&as_bo, |tx| roles::give(tx, office.bo, &[])),
            office.write(&as_bo, |tx| roles::change(tx, sales, &Rights::everything())),
            office.write(&as_bo, |tx| roles::add(tx, "Mine").map(drop)),
            office.write(&office.scope(office.bo, Role::Admin), |tx| roles::give(tx, office.anna, &[sales])),
        ];
        assert!(denied.iter().all(|answer| matches!(answer, Err(Error::Denied))), "{denied:?}");
        let stranger = office.write(&office.as_owner(), |tx| roles::give(tx, sales, &[]));
        assert!(matches!(stranger, Err(Error::NotFound)));
    }
}

/// Copenhagen with Sales and its team Boats, in which Bo is; Cem is in Sales, Dan in Copenhagen, Eva nowhere.
struct Company {
    boats: Id,
    sales: Id,
    copenhagen: Id,
    cem: Id,
    dan: Id,
    eva: Id,
}

fn company(office: &Office) -> Company {
    let as_owner = office.as_owner();
    let unit = |kind: UnitKind, name: &str, parent| {
        let new = NewUnit { kind: kind.key().to_owned(), name: name.to_owned(), parent };
        office.write(&as_owner, |tx| units::add(tx, &new)).unwrap()
    };
    let copenhagen = unit(UnitKind::Location, "Copenhagen", None);
    let sales = unit(UnitKind::Department, "Sales", Some(copenhagen));
    let boats = unit(UnitKind::Team, "Boats", Some(sales));
    let hired = |name: &str| office.add(&format!("{name}@berg.dk"), name, Role::Member).unwrap();
    let (cem, dan, eva) = (hired("Cem"), hired("Dan"), hired("Eva"));
    for (unit, user) in [(boats, office.bo), (sales, cem), (copenhagen, dan)] {
        office.write(&as_owner, |tx| units::join(tx, unit, user)).unwrap();
    }
    Company { boats, sales, copenhagen, cem, dan, eva }
}

#[test]
fn each_reach_holds_those_before_it() {
    for office in offices() {
        let there = company(&office);
        let within = |user: Id, reach: Reach| {
            office.it.db.read(&office.scope(user, Role::Member), |cx| rights::reach_users(cx, reach)).unwrap()
        };
        let users = |circle: Circle| match circle {
            Circle::Users(users) => users.len(),
            Circle::Everybody => usize::MAX,
        };
        let of = |user: Id| Reach::ALL.iter().map(|reach| users(within(user, *reach))).collect::<Vec<_>>();
        assert_eq!(of(office.bo), [0, 1, 1, 2, 3, usize::MAX]);
        assert_eq!(of(there.cem), [0, 1, 1, 2, 3, usize::MAX]);
        assert_eq!(of(there.dan), [0, 1, 1, 1, 3, usize::MAX]);
        assert_eq!(of(there.eva), [0, 1, 1, 1, 1, usize::MAX]);
        assert!(within(office.bo, Reach::Department).holds(there.cem));
        assert!(!within(office.bo, Reach::Department).holds(there.dan));
        // The cards of who has left remain within reach.
        office.write(&office.as_owner(), |tx| identity::members::remove(tx, there.cem)).unwrap();
        assert!(within(office.bo, Reach::Department).holds(there.cem));
        let units = office
            .it
            .db
            .read(&office.scope(office.bo, Role::Member), |cx| rights::reach_units(cx, Reach::Department))
            .unwrap();
        let mut expected = vec![there.sales, there.boats];
        expected.sort();
        assert_eq!(units, Units::These(expected));
    }
}

#[test]
fn what_is_shared_reaches_a_user_or_everybody_in_a_unit_until_it_ends() {
    for office in offices() {
        let there = company(&office);
        let (card, other) = (Id::new(office.it.clock.now()), office.anna);
        let now = office.it.clock.now();
        let share = |record, with, may, until| {
            let new = NewShare { object: "person", record, with, may, until };
            office.write(&office.as_owner(), |tx| shares::share(tx, &new))
        };
        let seen = |user: Id| {
            let scope = office.scope(user, Role::Member);
            office.it.db.read(&scope, shares::with_actor).unwrap().remove("person").unwrap_or_default()
        };
        share(card, With::Unit(there.sales), May::See, None).unwrap();
        assert_eq!(seen(office.bo), [(card, May::See)], "in a team of the department");
        assert_eq!(seen(there.dan), []);
        share(card, With::User(office.bo), May::Edit, Some(now.plus(DAY))).unwrap();
        assert_eq!(seen(office.bo), [(card, May::Edit)], "the most that is allowed");
        share(card, With::Unit(there.sales), May::See, None).unwrap();
        let of_card = office.read(|cx| shares::of_record(cx, "person", card));
        assert_eq!(of_card.len(), 2, "shared again is not shared twice");
        assert_eq!(of_card[0].shared_by, Some(office.anna));
        office.it.clock.advance(DAY);
        assert_eq!(seen(office.bo), [(card, May::See)], "the other has ended");
        let sales = office.read(|cx| shares::of_record(cx, "person", card))[0].id;
        office.write(&office.as_owner(), |tx| shares::unshare(tx, sales)).unwrap();
        assert_eq!(seen(office.bo), []);
        let again = office.write(&office.as_owner(), |tx| shares::unshare(tx, sales));
        assert!(matches!(again, Err(Error::NotFound)));
        let over = share(other, With::User(there.eva), May::See, Some(office.it.clock.now()));
        assert_eq!(wrong(over), [("until".to_owned(), "identity-share-over")]);
        let nobody = share(other, With::Unit(there.copenhagen), May::See, None);
        nobody.unwrap();
        let nobody = share(other, With::User(there.copenhagen), May::See, None);
        assert!(matches!(nobody, Err(Error::NotFound)));
        let elsewhere = Scope { workspace: card, ..office.as_owner() };
        assert!(
            office.it.db.read(&elsewhere, |cx| shares::of_record(cx, "person", other)).unwrap().is_empty()
        );
    }
}
