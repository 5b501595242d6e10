//! What people change about themselves: profile, password, e-mail address.

use identity::{Density, Session, Theme, users, users::Profile};
use kernel::{Error, Language, Role, Scope};

use crate::{ANNA, BO, Office, PASSWORD, offices, wrong};

const NEW: &str = "a whole new battery";

fn session_of(office: &Office, email: &str) -> (String, Session) {
    let token = office.sign_in(email, PASSWORD).unwrap().token;
    let session = office.session(&token).unwrap();
    (token, session)
}

#[test]
fn a_changed_password_ends_all_other_sessions() {
    for office in offices() {
        let (here, session) = session_of(&office, ANNA);
        let (elsewhere, _) = session_of(&office, ANNA);
        users::change_password(&office.it.db, &session, PASSWORD, NEW).unwrap();
        assert!(office.session(&here).is_some());
        assert!(office.session(&elsewhere).is_none());
        wrong(office.sign_in(ANNA, PASSWORD));
        office.sign_in(ANNA, NEW).unwrap();
    }
}

#[test]
fn a_password_is_changed_only_by_who_knows_the_old_one_and_to_a_good_one() {
    for office in offices() {
        let (_, session) = session_of(&office, ANNA);
        let change = |old: &str, new: &str| users::change_password(&office.it.db, &session, old, new);
        let expected = [("new_password".to_owned(), "identity-password-too-short")];
        assert_eq!(wrong(change(PASSWORD, "short")), expected);
        for _ in 0..5 {
            let expected = [("old_password".to_owned(), "identity-password-wrong")];
            assert_eq!(wrong(change("wrong horse battery", NEW)), expected);
        }
        assert!(matches!(change(PASSWORD, NEW), Err(Error::TooMany)));
    }
}

#[test]
fn a_profile_changes_how_pages_look_and_read() {
    for office in offices() {
        let (token, session) = session_of(&office, BO);
        let mut profile = Profile {
            name: " Bo Dahl Holm ".to_owned(),
            language: "sv".to_owned(),
            time_zone: "Asia/Shanghai".to_owned(),
            theme: "dark".to_owned(),
            density: "compact".to_owned(),
        };
        office.write(&session.scope("page"), |tx| users::update_profile(tx, &profile)).unwrap();
        assert_eq!(office.heard(), ["members"]);
        let session = office.session(&token).unwrap();
        assert_eq!(session.user_name, "Bo Dahl Holm");
        assert_eq!(session.locality.language, Language::Swedish);
        assert_eq!(session.locality.time_zone.iana_name(), Some("Asia/Shanghai"));
        assert_eq!(session.locality.country.code(), "DK");
        assert_eq!((session.theme, session.density), (Theme::Dark, Density::Compact));
        profile.theme = "pink".to_owned();
        let refused = office.write(&session.scope("page"), |tx| users::update_profile(tx, &profile));
        assert_eq!(wrong(refused), [("theme".to_owned(), "identity-choice-unknown")]);
    }
}

#[test]
fn an_address_changes_with_the_password_and_to_a_free_one() {
    for office in offices() {
        let (token, session) = session_of(&office, BO);
        let change =
            |email: &str, password: &str| users::change_email(&office.it.db, &session, email, password);
        assert_eq!(wrong(change("bo@", PASSWORD)), [("email".to_owned(), "identity-email-unreadable")]);
        assert_eq!(wrong(change("bo@holm.dk", NEW)), [("password".to_owned(), "identity-password-wrong")]);
        assert_eq!(wrong(change("ANNA@berg.dk", PASSWORD)), [("email".to_owned(), "identity-email-taken")]);
        change("bo@holm.dk", PASSWORD).unwrap();
        assert_eq!(office.session(&token).unwrap().email, "bo@holm.dk");
        office.sign_in("bo@holm.dk", PASSWORD).unwrap();
        wrong(office.sign_in(BO, PASSWORD));
    }
}

#[test]
fn the_command_line_makes_users_and_gives_new_passwords() {
    for office in offices() {
        let user = office.add("cem@berg.dk", "Cem Kaya", Role::Admin).unwrap();
        assert_eq!(office.heard(), ["members"]);
        assert_eq!(
            wrong(office.add("CEM@berg.dk", "Cem", Role::Admin)),
            [("email".to_owned(), "identity-email-taken")]
        );
        let token = office.sign_in("cem@berg.dk", PASSWORD).unwrap().token;
        users::reset_password(&office.it.db, "cem@berg.dk", NEW).unwrap();
        assert!(office.session(&token).is_none());
        assert_eq!(office.sign_in("cem@berg.dk", NEW).unwrap().user, user);
        let missing = users::reset_password(&office.it.db, "nobody@berg.dk", NEW);
        assert!(matches!(missing, Err(Error::NotFound)));
    }
}

#[test]
fn only_admins_make_users_and_only_owners_make_owners() {
    for office in offices() {
        let make = |by: Role, role: Role| {
            let new = identity::NewUser {
                email: "cem@berg.dk".to_owned(),
                name: "Cem Kaya".to_owned(),
                password: PASSWORD.to_owned(),
                role,
            };
            identity::create_user(&office.it.db, &office.scope(office.bo, by), &new)
        };
        assert!(matches!(make(Role::Member, Role::ReadOnly), Err(Error::Denied)));
        assert!(matches!(make(Role::Admin, Role::Owner), Err(Error::Denied)));
        make(Role::Admin, Role::Admin).unwrap();
    }
}

#[test]
fn a_disabled_user_is_kept_out_until_enabled() {
    for office in offices() {
        let (token, _) = session_of(&office, BO);
        let denied = office.write(&office.as_owner(), |tx| users::disable(tx, office.bo));
        assert!(matches!(denied, Err(Error::Denied)));
        office.write(&Scope::global(), |tx| users::disable(tx, office.bo)).unwrap();
        assert!(office.session(&token).is_none());
        wrong(office.sign_in(BO, PASSWORD));
        office.write(&Scope::global(), |tx| users::enable(tx, office.bo)).unwrap();
        office.sign_in(BO, PASSWORD).unwrap();
    }
}
