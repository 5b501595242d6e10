//! Signing in, and how often one may try.

use identity::{Arrival, Device, SignIn};
use kernel::{Error, Result, clock::MINUTE};

use crate::{ANNA, BO, HERE, Office, PASSWORD, offices, whole, wrong};

fn try_from(office: &Office, address: &str, email: &str, password: &str) -> Result<identity::SignedIn> {
    let device = Device { address, user_agent: "" };
    let arrival = Arrival { device, former_token: None };
    whole(identity::sign_in(&office.it.db, &SignIn { email, password, arrival }))
}

#[test]
fn signing_in_opens_a_session_with_everything_a_page_needs() {
    for office in offices() {
        let signed_in = office.sign_in(" Anna@Berg.dk", PASSWORD).unwrap();
        assert_eq!((signed_in.user, signed_in.workspace), (office.anna, office.workspace));
        assert_eq!(signed_in.token.len(), 43, "256 bits as base64url");
        let session = office.session(&signed_in.token).unwrap();
        assert_eq!((session.user, session.workspace), (office.anna, office.workspace));
        assert_eq!(session.user_name, "Anna Berg");
        assert_eq!(session.email, ANNA);
        assert_eq!(session.workspace_name, "Berg og Dahl");
        assert_eq!(session.locality.language.code(), "da");
        assert_eq!(session.locality.currency.code(), "DKK");
        assert_eq!(session.locality.time_zone.iana_name(), Some("Europe/Copenhagen"));
        assert!(!session.stale);
        assert!(office.session("guessed").is_none());
    }
}

#[test]
fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    for office in offices() {
        let expected = [("password".to_owned(), "identity-sign-in-wrong")];
        assert_eq!(wrong(office.sign_in(ANNA, "wrong horse battery")), expected);
        assert_eq!(wrong(office.sign_in("nobody@berg.dk", PASSWORD)), expected);
        assert_eq!(wrong(office.sign_in("", "")), expected);
    }
}

#[test]
fn signing_in_rotates_the_token_and_ends_the_session_the_browser_came_with() {
    for office in offices() {
        let first = office.sign_in(ANNA, PASSWORD).unwrap().token;
        let arrival = Arrival { device: HERE, former_token: Some(&first) };
        let form = SignIn { email: ANNA, password: PASSWORD, arrival };
        let second = whole(identity::sign_in(&office.it.db, &form)).unwrap().token;
        assert_ne!(first, second);
        assert!(office.session(&first).is_none());
        assert!(office.session(&second).is_some());
    }
}

#[test]
fn after_five_failures_an_account_waits_a_quarter_of_an_hour() {
    for office in offices() {
        for _ in 0..5 {
            wrong(office.sign_in(ANNA, "wrong horse battery"));
        }
        assert!(matches!(office.sign_in(ANNA, PASSWORD), Err(Error::TooMany)));
        assert!(office.sign_in(BO, PASSWORD).is_ok(), "others at the same address may");
        assert!(try_from(&office, "198.51.100.1", ANNA, PASSWORD).is_ok(), "Anna elsewhere may");
        office.it.clock.advance(15 * MINUTE);
        assert!(office.sign_in(ANNA, PASSWORD).is_ok());
    }
}

#[test]
fn a_right_password_forgives_the_wrong_ones_before() {
    for office in offices() {
        for _ in 0..3 {
            for _ in 0..4 {
                wrong(office.sign_in(ANNA, "wrong horse battery"));
            }
            office.sign_in(ANNA, PASSWORD).unwrap();
        }
    }
}

#[test]
fn after_thirty_failures_an_address_waits_whichever_account_it_tries() {
    for office in offices() {
        for guess in 0..30 {
            // A success in between does not clear the address.
            if guess % 10 == 0 {
                office.sign_in(BO, PASSWORD).unwrap();
            }
            wrong(office.sign_in(&format!("guess{guess}@berg.dk"), PASSWORD));
        }
        assert!(matches!(office.sign_in(ANNA, PASSWORD), Err(Error::TooMany)));
        assert!(try_from(&office, "198.51.100.1", ANNA, PASSWORD).is_ok());
    }
}

#[test]
fn a_password_hashed_with_former_parameters_is_hashed_anew_at_sign_in() {
    for office in offices() {
        // "correct horse battery" with 8 MiB and one pass.
        let old = old_hash();
        office
            .write(&office.as_owner(), |tx| {
                tx.execute("UPDATE users SET password_hash = ?1", &[old.as_str().into()])
            })
            .unwrap();
        office.sign_in(ANNA, PASSWORD).unwrap();
        let kept = office.read(|cx| {
            let row = cx.query_one("SELECT password_hash FROM users WHERE id = ?1", &[office.anna.into()])?;
            row.unwrap().get::<String>(0)
        });
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        office.sign_in(ANNA, PASSWORD).unwrap();
    }
}

fn old_hash() -> String {
    use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version, password_hash::SaltString};
    let salt = SaltString::encode_b64(b"0123456789abcdef").unwrap();
    let old = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
    old.hash_password(PASSWORD.as_bytes(), &salt).unwrap().to_string()
}

#[test]
fn neither_password_nor_token_is_kept() {
    for office in offices() {
        let token = office.sign_in(ANNA, PASSWORD).unwrap().token;
        let hash = office.read(|cx| {
            let row = cx.query_one("SELECT token_hash FROM sessions", &[])?;
            row.unwrap().get::<Vec<u8>>(0)
        });
        assert_eq!(hash.len(), 32);
        assert_ne!(hash, token.as_bytes());
    }
}
