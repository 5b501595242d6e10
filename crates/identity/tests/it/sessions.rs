//! How long sessions live, and who ends them.

use identity::{SessionKey, sessions};
use kernel::{
    Error, Role, Scope,
    clock::{DAY, MINUTE},
};

use crate::{ANNA, BO, HERE, PASSWORD, offices};

#[test]
fn a_session_ends_after_thirty_days_without_use() {
    for office in offices() {
        let token = office.sign_in(ANNA, PASSWORD).unwrap().token;
        office.it.clock.advance(9 * MINUTE);
        assert!(!office.session(&token).unwrap().stale);
        office.it.clock.advance(29 * DAY);
        let session = office.session(&token).unwrap();
        assert!(session.stale);
        office.write(&session.scope("page"), |tx| sessions::touch(tx, &session)).unwrap();
        assert!(!office.session(&token).unwrap().stale);
        office.it.clock.advance(29 * DAY);
        assert!(office.session(&token).is_some());
        office.it.clock.advance(DAY);
        assert!(office.session(&token).is_none());
    }
}

#[test]
fn signing_out_ends_one_session() {
    for office in offices() {
        let (first, second) =
            (office.sign_in(ANNA, PASSWORD).unwrap(), office.sign_in(ANNA, PASSWORD).unwrap());
        office.write(&Scope::global(), |tx| identity::sign_out(tx, &first.token)).unwrap();
        assert!(office.session(&first.token).is_none());
        assert!(office.session(&second.token).is_some());
    }
}

#[test]
fn people_see_their_sessions_and_end_their_own_only() {
    for office in offices() {
        let anna = office.sign_in(ANNA, PASSWORD).unwrap().token;
        let bo = office.sign_in(BO, PASSWORD).unwrap().token;
        let listed = office.read(|cx| sessions::sessions_of(cx, office.anna));
        assert_eq!(listed.len(), 1);
        assert_eq!(
            (listed[0].address.as_str(), listed[0].user_agent.as_str()),
            (HERE.address, HERE.user_agent)
        );
        let revoke = |user, key: &SessionKey| {
            office.write(&office.as_owner(), |tx| sessions::revoke_session(tx, user, key))
        };
        assert!(matches!(revoke(office.bo, &listed[0].key), Err(Error::NotFound)));
        let shown: SessionKey = listed[0].key.to_string().parse().unwrap();
        revoke(office.anna, &shown).unwrap();
        assert!(office.session(&anna).is_none());
        assert!(office.session(&bo).is_some());
        assert!("ff".parse::<SessionKey>().is_err());
    }
}

#[test]
fn all_other_sessions_can_be_ended_at_once() {
    for office in offices() {
        let tokens = [(); 3].map(|()| office.sign_in(ANNA, PASSWORD).unwrap().token);
        let kept = office.session(&tokens[1]).unwrap();
        office
            .write(&kept.scope("page"), |tx| sessions::revoke_other_sessions(tx, kept.user, &kept.key))
            .unwrap();
        assert_eq!(tokens.map(|token| office.session(&token).is_some()), [false, true, false]);
    }
}

#[test]
fn the_session_of_a_removed_member_is_refused() {
    for office in offices() {
        let token = office.sign_in(BO, PASSWORD).unwrap().token;
        office.write(&office.as_owner(), |tx| identity::members::remove(tx, office.bo)).unwrap();
        assert!(office.session(&token).is_none());
        // Even a session that is opened afterwards is worth nothing.
        let late = office
            .write(&Scope::global(), |tx| sessions::open(tx, office.bo, office.workspace, &HERE))
            .unwrap();
        assert!(office.session(&late).is_none());
        assert_eq!(
            crate::wrong(office.sign_in(BO, PASSWORD)),
            [("password".to_owned(), "identity-sign-in-no-workspace")]
        );
    }
}

#[test]
fn a_session_knows_the_present_role() {
    for office in offices() {
        let token = office.sign_in(BO, PASSWORD).unwrap().token;
        office
            .write(&office.as_owner(), |tx| identity::members::set_role(tx, office.bo, Role::ReadOnly))
            .unwrap();
        assert_eq!(office.session(&token).unwrap().role, Role::ReadOnly);
    }
}

#[test]
fn a_session_enters_only_workspaces_its_user_belongs_to() {
    for office in offices() {
        let token = office.sign_in(ANNA, PASSWORD).unwrap().token;
        let session = office.session(&token).unwrap();
        let enter = |workspace| office.write(&Scope::global(), |tx| sessions::enter(tx, &session, workspace));
        enter(office.workspace).unwrap();
        assert!(matches!(enter(office.bo), Err(Error::NotFound)));
    }
}
