//! Inviting by link.

use identity::{invitations, sessions};
use kernel::{Error, Result, Role, Scope, clock::DAY};

use crate::{BO, HERE, Office, PASSWORD, conflict, offices, wrong};

const CEM: &str = "cem@kaya.com.tr";

fn invite(office: &Office, by: Role, email: &str, role: Role) -> Result<String> {
    office.write(&office.scope(office.anna, by), |tx| invitations::create(tx, email, role))
}

fn accept(office: &Office, token: &str, name: &str, password: &str) -> Result<invitations::Accepted> {
    invitations::accept(&office.it.db, token, name, password)
}

fn preview(office: &Office, token: &str) -> Result<invitations::Preview> {
    office.it.db.read(&Scope::global(), |cx| invitations::preview(cx, token))
}

#[test]
fn whoever_holds_the_link_becomes_a_member_once() {
    for office in offices() {
        let token = invite(&office, Role::Admin, CEM, Role::Member).unwrap();
        let shown = preview(&office, &token).unwrap();
        assert_eq!((shown.workspace_name.as_str(), shown.invited_by.as_str()), ("Berg og Dahl", "Anna Berg"));
        assert_eq!((shown.email.as_str(), shown.role, shown.has_account), (CEM, Role::Member, false));
        let accepted = accept(&office, &token, "Cem Kaya", PASSWORD).unwrap();
        assert_eq!(office.heard(), ["members", "members"]);
        let session = office
            .write(&Scope::global(), |tx| sessions::open(tx, accepted.user, accepted.workspace, &HERE))
            .unwrap();
        assert_eq!(office.session(&session).unwrap().role, Role::Member);
        assert_eq!(office.sign_in(CEM, PASSWORD).unwrap().user, accepted.user);
        assert_eq!(conflict(accept(&office, &token, "Cem Kaya", PASSWORD)), "identity-invitation-over");
        assert_eq!(conflict(preview(&office, &token)), "identity-invitation-over");
        assert!(office.read(invitations::list).is_empty());
    }
}

#[test]
fn an_invitation_ends_after_seven_days_or_when_it_is_revoked_or_repeated() {
    for office in offices() {
        let late = invite(&office, Role::Admin, CEM, Role::Member).unwrap();
        office.it.clock.advance(7 * DAY);
        assert_eq!(conflict(accept(&office, &late, "Cem Kaya", PASSWORD)), "identity-invitation-over");
        let repeated = invite(&office, Role::Admin, CEM, Role::Member).unwrap();
        let revoked = invite(&office, Role::Admin, CEM, Role::Member).unwrap();
        assert_eq!(conflict(accept(&office, &repeated, "Cem Kaya", PASSWORD)), "identity-invitation-over");
        let open = office.read(invitations::list);
        assert_eq!(open.len(), 1);
        office.write(&office.as_owner(), |tx| invitations::revoke(tx, open[0].id)).unwrap();
        assert_eq!(conflict(accept(&office, &revoked, "Cem Kaya", PASSWORD)), "identity-invitation-over");
        let again = office.write(&office.as_owner(), |tx| invitations::revoke(tx, open[0].id));
        assert!(matches!(again, Err(Error::NotFound)));
        assert!(matches!(preview(&office, "guessed"), Err(Error::NotFound)));
    }
}

#[test]
fn somebody_new_needs_a_name_and_a_good_password() {
    for office in offices() {
        let token = invite(&office, Role::Admin, CEM, Role::Member).unwrap();
        let expected = [("name", "identity-name-empty"), ("password", "identity-password-is-yours")]
            .map(|(field, key)| (field.to_owned(), key));
        assert_eq!(wrong(accept(&office, &token, " ", CEM)), expected);
        accept(&office, &token, "Cem Kaya", PASSWORD).unwrap();
    }
}

#[test]
fn a_user_accepts_with_their_own_password_and_a_former_member_comes_back() {
    for office in offices() {
        office.write(&office.as_owner(), |tx| identity::members::remove(tx, office.bo)).unwrap();
        let token = invite(&office, Role::Admin, BO, Role::Admin).unwrap();
        assert!(preview(&office, &token).unwrap().has_account);
        let expected = [("password".to_owned(), "identity-password-wrong")];
        assert_eq!(wrong(accept(&office, &token, "", "a stranger's guess")), expected);
        assert_eq!(accept(&office, &token, "", PASSWORD).unwrap().user, office.bo);
        let member = office.read(|cx| identity::members::find(cx, office.bo));
        assert_eq!((member.name.as_str(), member.role), ("Bo Dahl", Role::Admin));
    }
}

#[test]
fn a_password_is_guessed_at_through_an_invitation_five_times_only() {
    for office in offices() {
        office.write(&office.as_owner(), |tx| identity::members::remove(tx, office.bo)).unwrap();
        let token = invite(&office, Role::Admin, BO, Role::Member).unwrap();
        for _ in 0..5 {
            wrong(accept(&office, &token, "", "a stranger's guess"));
        }
        assert!(matches!(accept(&office, &token, "", PASSWORD), Err(Error::TooMany)));
    }
}

#[test]
fn admins_invite_but_only_owners_invite_owners() {
    for office in offices() {
        assert!(matches!(invite(&office, Role::Member, CEM, Role::ReadOnly), Err(Error::Denied)));
        assert!(matches!(invite(&office, Role::Admin, CEM, Role::Owner), Err(Error::Denied)));
        invite(&office, Role::Owner, CEM, Role::Owner).unwrap();
        let unreadable = invite(&office, Role::Admin, "cem@", Role::Member);
        assert_eq!(wrong(unreadable), [("email".to_owned(), "identity-email-unreadable")]);
        let member = invite(&office, Role::Admin, "BO@berg.dk", Role::Member);
        assert_eq!(wrong(member), [("email".to_owned(), "identity-already-member")]);
    }
}
