//! Locations, departments and teams.

use identity::units::{self, NewUnit, UnitKind};
use kernel::{Error, Id, Result, Role, Scope};

use crate::{Office, conflict, offices, wrong};

fn add(office: &Office, kind: UnitKind, name: &str, parent: Option<Id>) -> Result<Id> {
    let new = NewUnit { kind: kind.key().to_owned(), name: name.to_owned(), parent };
    office.write(&office.as_owner(), |tx| units::add(tx, &new))
}

/// Copenhagen with Sales and its team Boats, and Sofia.
fn company(office: &Office) -> [Id; 4] {
    let copenhagen = add(office, UnitKind::Location, "Copenhagen", None).unwrap();
    let sales = add(office, UnitKind::Department, "Sales", Some(copenhagen)).unwrap();
    let boats = add(office, UnitKind::Team, "Boats", Some(sales)).unwrap();
    let sofia = add(office, UnitKind::Location, "Sofia", None).unwrap();
    [copenhagen, sales, boats, sofia]
}

fn shown(office: &Office) -> Vec<String> {
    let tree = office.read(units::tree);
    tree.branches.iter().map(|branch| format!("{}{}", "-".repeat(branch.depth), branch.unit.name)).collect()
}

#[test]
fn units_lie_in_each_other_and_are_read_in_order() {
    for office in offices() {
        let [copenhagen, sales, boats, _] = company(&office);
        add(&office, UnitKind::Department, "Ærø workshop", Some(copenhagen)).unwrap();
        add(&office, UnitKind::Department, "Accounts", Some(copenhagen)).unwrap();
        // English reads Æ as AE, not by its code point.
        assert_eq!(
            shown(&office),
            ["Copenhagen", "-Accounts", "-Ærø workshop", "-Sales", "--Boats", "Sofia"]
        );
        let above = office.read(|cx| units::ancestors(cx, boats));
        assert_eq!(above.iter().map(|unit| unit.id).collect::<Vec<_>>(), [sales, copenhagen]);
        let below = office.read(|cx| units::descendants(cx, copenhagen));
        assert_eq!(below.len(), 4);
        assert_eq!(office.read(units::tree).path(boats), "Copenhagen › Sales › Boats");
        assert_eq!(office.heard(), ["units"].repeat(6));
    }
}

#[test]
fn a_unit_has_a_name_of_its_own_and_a_place_that_is_wide_enough() {
    for office in offices() {
        let [copenhagen, sales, boats, _] = company(&office);
        let field = |name: &str, key| vec![(name.to_owned(), key)];
        let again = add(&office, UnitKind::Location, "COPENHAGEN", None);
        assert_eq!(wrong(again), field("name", "identity-unit-name-taken"));
        add(&office, UnitKind::Department, "Copenhagen", Some(copenhagen)).unwrap();
        let wide = add(&office, UnitKind::Location, "Aarhus", Some(sales));
        assert_eq!(wrong(wide), field("parent", "identity-unit-too-wide"));
        assert_eq!(wrong(add(&office, UnitKind::Team, " ", None)), field("name", "identity-name-empty"));
        let circle = office.write(&office.as_owner(), |tx| units::move_to(tx, sales, Some(sales)));
        assert_eq!(wrong(circle), field("parent", "identity-unit-in-itself"));
        let renamed = office.write(&office.as_owner(), |tx| units::rename(tx, sales, "copenhagen"));
        assert_eq!(wrong(renamed), field("name", "identity-unit-name-taken"));
        let deep =
            (0..20).try_fold(boats, |above, n| add(&office, UnitKind::Team, &n.to_string(), Some(above)));
        assert_eq!(wrong(deep), field("parent", "identity-unit-too-deep"));
    }
}

#[test]
fn a_unit_moves_with_all_that_lies_in_it() {
    for office in offices() {
        let [_, sales, boats, sofia] = company(&office);
        office.write(&office.as_owner(), |tx| units::move_to(tx, sales, Some(sofia))).unwrap();
        assert_eq!(shown(&office), ["Copenhagen", "Sofia", "-Sales", "--Boats"]);
        office.write(&office.as_owner(), |tx| units::move_to(tx, boats, None)).unwrap();
        assert_eq!(shown(&office), ["Copenhagen", "Sofia", "-Sales", "Boats"]);
        let below = office.write(&office.as_owner(), |tx| units::move_to(tx, sofia, Some(sales)));
        wrong(below);
        let strange = office.write(&office.as_owner(), |tx| units::move_to(tx, boats, Some(office.anna)));
        assert!(matches!(strange, Err(Error::NotFound)));
    }
}

#[test]
fn a_unit_that_is_given_up_comes_back_with_what_lay_in_it() {
    for office in offices() {
        let [copenhagen, sales, boats, _] = company(&office);
        let as_owner = office.as_owner();
        office.write(&as_owner, |tx| units::join(tx, boats, office.bo)).unwrap();
        office.write(&as_owner, |tx| units::retire(tx, copenhagen)).unwrap();
        assert_eq!(shown(&office), ["Sofia"]);
        assert!(office.read(|cx| units::units_of(cx, office.bo)).is_empty());
        assert_eq!(office.read(units::names)[&boats], "Boats");
        assert_eq!(office.read(units::retired).len(), 3);
        let alone = office.write(&as_owner, |tx| units::restore(tx, sales));
        assert_eq!(conflict(alone), "identity-unit-parent-retired");
        office.write(&as_owner, |tx| units::restore(tx, copenhagen)).unwrap();
        assert_eq!(shown(&office), ["Copenhagen", "-Sales", "--Boats", "Sofia"]);
        assert_eq!(office.read(|cx| units::units_of(cx, office.bo))[0].unit.id, boats);
        office.write(&as_owner, |tx| units::retire(tx, copenhagen)).unwrap();
        add(&office, UnitKind::Location, "Copenhagen", None).unwrap();
        let taken = office.write(&as_owner, |tx| units::restore(tx, copenhagen));
        assert_eq!(conflict(taken), "identity-unit-name-taken");
    }
}

#[test]
fn somebody_is_in_several_units_and_at_home_in_one() {
    for office in offices() {
        let [_, sales, boats, sofia] = company(&office);
        let as_owner = office.as_owner();
        let home = || {
            let places = office.read(|cx| units::units_of(cx, office.bo));
            assert_eq!(places.iter().filter(|place| place.is_home).count(), 1);
            let home = places.iter().find(|place| place.is_home).map(|place| place.unit.id);
            (home.unwrap(), places.len())
        };
        for unit in [boats, sofia, boats] {
            office.write(&as_owner, |tx| units::join(tx, unit, office.bo)).unwrap();
        }
        assert_eq!(home(), (boats, 2));
        office.write(&as_owner, |tx| units::make_home(tx, sofia, office.bo)).unwrap();
        assert_eq!(home(), (sofia, 2));
        assert_eq!(office.read(units::homes)[&office.bo].name, "Sofia");
        office.write(&as_owner, |tx| units::leave(tx, sofia, office.bo)).unwrap();
        assert_eq!(home(), (boats, 1));
        let not_there = office.write(&as_owner, |tx| units::make_home(tx, sales, office.bo));
        assert!(matches!(not_there, Err(Error::NotFound)));
        let not_there = office.write(&as_owner, |tx| units::leave(tx, sales, office.bo));
        assert!(matches!(not_there, Err(Error::NotFound)));
        assert_eq!(office.read(|cx| units::members(cx, boats))[0].user, office.bo);
        office.write(&as_owner, |tx| identity::members::remove(tx, office.bo)).unwrap();
        assert!(office.read(|cx| units::members(cx, boats)).is_empty());
        assert_eq!(office.read(|cx| units::people_of(cx, &[boats, sales])), [office.bo]);
        let gone = office.write(&as_owner, |tx| units::join(tx, sales, office.bo));
        assert!(matches!(gone, Err(Error::NotFound)));
    }
}

#[test]
fn only_administrators_change_the_tree_and_only_their_own() {
    for office in offices() {
        let [_, sales, ..] = company(&office);
        let as_bo = office.scope(office.bo, Role::Member);
        let new = NewUnit { kind: "team".into(), name: "Bo's".into(), parent: None };
        assert!(matches!(office.write(&as_bo, |tx| units::add(tx, &new)), Err(Error::Denied)));
        assert!(matches!(office.write(&as_bo, |tx| units::retire(tx, sales)), Err(Error::Denied)));
        assert!(matches!(office.write(&as_bo, |tx| units::join(tx, sales, office.bo)), Err(Error::Denied)));
        let elsewhere = Scope { workspace: Id::new(office.it.clock.now()), ..office.as_owner() };
        assert!(office.it.db.read(&elsewhere, units::tree).unwrap().is_empty());
        let found = office.it.db.read(&elsewhere, |cx| units::find(cx, sales));
        assert!(matches!(found, Err(Error::NotFound)));
    }
}
