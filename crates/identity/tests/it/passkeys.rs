//! Passkeys, as far as they can be tried without a device; the browser tests go the whole way with one.

use identity::passkeys::{self, Answer, Site};
use kernel::{Error, Id, Result, Role, Scope, clock::MINUTE};

use crate::{ARRIVAL, Office, conflict, offices, wrong};

const SITE: Site<'static> = Site { origin: "https://crm.berg.dk" };
const REFUSED: &str = "identity-passkey-refused";
const OVER: &str = "identity-passkey-over";

/// An answer in the right form to whatever was asked, signed by nobody.
const MADE_UP: &str = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","extensions":{},"response":{
    "attestationObject":"o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUEA","clientDataJSON":"e30","transports":null}}"#;
const SIGNED_BY_NOBODY: &str = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","extensions":{},"response":{
    "authenticatorData":"AAAA","clientDataJSON":"e30","signature":"AAAA","userHandle":"AAAAAAAAAAAAAAAAAAAAAA"}}"#;

fn add(office: &Office, user: Id, token: &str, credential: &str) -> Result<Id> {
    let scope = office.scope(user, Role::Member);
    office.write(&scope, |tx| passkeys::add(tx, &SITE, "Phone", &Answer { token, credential }))
}

/// A token for the device of a user.
fn begin(office: &Office, user: Id) -> String {
    let scope = office.scope(user, Role::Member);
    let challenge = office.write(&scope, |tx| passkeys::begin(tx, &SITE)).unwrap();
    assert_eq!(challenge.options["rp"]["id"], "crm.berg.dk");
    assert_eq!(challenge.options["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(challenge.options["authenticatorSelection"]["userVerification"], "required");
    challenge.token
}

fn of_form(key: &'static str) -> Vec<(String, &'static str)> {
    vec![(String::new(), key)]
}

#[test]
fn a_made_up_key_is_not_kept_and_a_question_is_for_one_person_and_five_minutes() {
    for office in offices() {
        let token = begin(&office, office.bo);
        assert_eq!(wrong(add(&office, office.bo, &token, "{}")), of_form(REFUSED));
        assert_eq!(wrong(add(&office, office.bo, &token, MADE_UP)), of_form(REFUSED));
        assert_eq!(wrong(add(&office, office.anna, &token, MADE_UP)), of_form(OVER));
        assert_eq!(wrong(add(&office, office.bo, "guessed", MADE_UP)), of_form(OVER));
        office.it.clock.advance(5 * MINUTE);
        assert_eq!(wrong(add(&office, office.bo, &token, MADE_UP)), of_form(OVER));
        assert!(office.read(|cx| passkeys::list(cx, office.bo)).is_empty());
    }
}

#[test]
fn an_address_without_a_name_has_no_passkeys() {
    for office in offices() {
        let site = Site { origin: "http://192.0.2.7:8080" };
        let begun = office.write(&office.as_owner(), |tx| passkeys::begin(tx, &site).map(drop));
        assert_eq!(conflict(begun), "identity-passkey-address");
        let asked = office.write(&Scope::global(), |tx| passkeys::ask(tx, &site).map(drop));
        assert_eq!(conflict(asked), "identity-passkey-address");
    }
}

#[test]
fn whoever_signs_with_no_key_of_ours_stays_outside_and_uses_the_question_up() {
    for office in offices() {
        let token = office.write(&Scope::global(), |tx| Ok(passkeys::ask(tx, &SITE)?.token)).unwrap();
        let enter = |token: &str| {
            let answer = Answer { token, credential: SIGNED_BY_NOBODY };
            passkeys::enter(&office.it.db, &SITE, &answer, &ARRIVAL)
        };
        assert_eq!(wrong(enter(&token)), of_form(REFUSED));
        assert_eq!(wrong(enter(&token)), of_form(OVER));
        // A question about a new key is none about signing in.
        assert_eq!(wrong(enter(&begin(&office, office.bo))), of_form(OVER));
    }
}

#[test]
fn nobody_names_or_removes_the_keys_of_others() {
    for office in offices() {
        let id = Id::new(office.it.clock.now());
        let sql = "INSERT INTO passkeys (id, user_id, credential_id, host, name, credential, created_at) \
            VALUES (?1, ?2, ?3, 'crm.berg.dk', 'Phone', '{}', 0)";
        let params = [id.into(), office.bo.into(), kernel::Value::Bytes(vec![7])];
        office.write(&Scope::global(), |tx| tx.execute(sql, &params)).unwrap();
        let as_anna = office.as_owner();
        let renamed = office.write(&as_anna, |tx| passkeys::rename(tx, id, "Mine"));
        assert!(matches!(renamed, Err(Error::NotFound)));
        assert!(matches!(office.write(&as_anna, |tx| passkeys::remove(tx, id)), Err(Error::NotFound)));
        let as_bo = office.scope(office.bo, Role::Member);
        office.write(&as_bo, |tx| passkeys::rename(tx, id, "Tablet")).unwrap();
        assert_eq!(office.read(|cx| passkeys::list(cx, office.bo))[0].name, "Tablet");
        office.write(&as_bo, |tx| passkeys::remove(tx, id)).unwrap();
        assert!(office.read(|cx| passkeys::list(cx, office.bo)).is_empty());
    }
}
