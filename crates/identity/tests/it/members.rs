//! Roles and leaving.

use std::{sync::mpsc, thread, time::Duration};

use identity::{complete_scope, members};
use kernel::{Error, Id, Language, Result, Role};

use crate::{Office, conflict, offices};

fn set_role(office: &Office, by: Role, user: Id, role: Role) -> Result<()> {
    office.write(&office.scope(office.anna, by), |tx| members::set_role(tx, user, role))
}

#[test]
fn members_are_listed_by_name_and_former_ones_keep_theirs() {
    for office in offices() {
        let aase = office.add("aase@berg.dk", "Åse Aaby", Role::ReadOnly).unwrap();
        office.write(&office.as_owner(), |tx| members::remove(tx, office.bo)).unwrap();
        let active = office.read(members::active);
        assert_eq!(active.iter().map(|member| member.user).collect::<Vec<_>>(), [office.anna, aase]);
        assert_eq!(office.read(members::list).len(), 3);
        assert_eq!(office.read(members::names)[&office.bo], "Bo Dahl");
    }
}

#[test]
fn only_owners_make_and_unmake_owners() {
    for office in offices() {
        office.heard();
        assert!(matches!(set_role(&office, Role::Member, office.bo, Role::Admin), Err(Error::Denied)));
        set_role(&office, Role::Admin, office.bo, Role::Admin).unwrap();
        assert_eq!(office.heard(), ["members"]);
        assert!(matches!(set_role(&office, Role::Admin, office.bo, Role::Owner), Err(Error::Denied)));
        set_role(&office, Role::Owner, office.bo, Role::Owner).unwrap();
        assert!(matches!(set_role(&office, Role::Admin, office.bo, Role::Member), Err(Error::Denied)));
        let by_admin = office.scope(office.anna, Role::Admin);
        let removed = office.write(&by_admin, |tx| members::remove(tx, office.bo));
        assert!(matches!(removed, Err(Error::Denied)));
        let stranger = Id::new(office.it.clock.now());
        assert!(matches!(set_role(&office, Role::Owner, stranger, Role::Member), Err(Error::NotFound)));
    }
}

#[test]
fn the_last_owner_stays() {
    for office in offices() {
        let demoted = set_role(&office, Role::Owner, office.anna, Role::Admin);
        assert_eq!(conflict(demoted), "identity-last-owner");
        let removed = office.write(&office.as_owner(), |tx| members::remove(tx, office.anna));
        assert_eq!(conflict(removed), "identity-last-owner");
        set_role(&office, Role::Owner, office.bo, Role::Owner).unwrap();
        set_role(&office, Role::Owner, office.anna, Role::Admin).unwrap();
    }
}

#[test]
fn two_owners_cannot_demote_each_other_at_once() {
    for office in offices() {
        set_role(&office, Role::Owner, office.bo, Role::Owner).unwrap();
        let demote_anna = || {
            let as_bo = office.scope(office.bo, Role::Owner);
            office.write(&as_bo, |tx| members::set_role(tx, office.anna, Role::Member))
        };
        let (tell, told) = mpsc::channel();
        thread::scope(|scope| {
            let demoted = office.write(&office.as_owner(), |tx| {
                members::set_role(tx, office.bo, Role::Member)?;
                scope.spawn(|| tell.send(demote_anna()));
                let between = told.recv_timeout(Duration::from_millis(300));
                assert!(between.is_err(), "it waits for this transaction");
                Ok(())
            });
            demoted.unwrap();
            assert_eq!(conflict(told.recv().unwrap()), "identity-last-owner");
        });
    }
}

#[test]
fn work_asked_for_earlier_is_done_with_the_present_role_and_language() {
    for office in offices() {
        let asked = office.scope(office.bo, Role::Admin);
        let scope = complete_scope(&office.it.db, &asked);
        assert_eq!((scope.actor.role(), scope.locality.language), (Role::Member, Language::Danish));
        office.write(&office.as_owner(), |tx| members::remove(tx, office.bo)).unwrap();
        assert_eq!(complete_scope(&office.it.db, &asked).actor.role(), Role::ReadOnly);
    }
}
