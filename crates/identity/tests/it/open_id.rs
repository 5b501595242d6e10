//! Signing in with the account of another service, as far as it goes without one; the browser tests have a real one.

use identity::{
    open_id::{self, Answer, NewProvider, Provider},
    roles,
};
use kernel::{Error, Id, Role};

use crate::{ARRIVAL, Office, offices, wrong};

const HERE: &str = "https://crm.berg.dk";

fn provider() -> Provider {
    Provider {
        label: "Berg account".into(),
        // Nobody listens there.
        issuer: "http://127.0.0.1:9".into(),
        client_id: "kartotek".into(),
        client_secret: "between us".into(),
        domains: vec!["berg.dk".into()],
        newcomers: Some(Role::Member),
        claim: "groups".into(),
        role_names: "leads = admin\nsellers = Sellers".into(),
    }
}

fn save(office: &Office, provider: &Provider) -> kernel::Result<()> {
    office.write(&office.as_owner(), |tx| open_id::save(tx, provider))
}

#[test]
fn a_service_is_kept_with_roles_that_exist_and_never_makes_owners() {
    for office in offices() {
        let unknown = [("role_names".to_owned(), "identity-open-id-role-unknown")];
        assert_eq!(wrong(save(&office, &provider())), unknown, "there are no Sellers yet");
        office.write(&office.as_owner(), |tx| roles::add(tx, "Sellers")).unwrap();
        for role_names in ["leads = owner", "leads", " = admin"] {
            let provider = Provider { role_names: role_names.into(), ..provider() };
            assert_eq!(wrong(save(&office, &provider)), unknown, "{role_names}");
        }
        let as_bo = office.scope(office.bo, Role::Member);
        let denied = office.write(&as_bo, |tx| open_id::save(tx, &provider()));
        assert!(matches!(denied, Err(Error::Denied)));
        save(&office, &provider()).unwrap();
        assert_eq!(office.read(open_id::find), Some(provider()));
        assert_eq!(office.read(open_id::doors).len(), 1);
        office.write(&office.as_owner(), open_id::forget).unwrap();
        assert_eq!(office.read(open_id::find), None);
    }
}

#[test]
fn what_was_typed_is_read_before_the_service_is_asked() {
    let fields: Vec<_> =
        wrong(open_id::check(&NewProvider::default(), None)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["label", "issuer", "client_id", "client_secret"]);
    let typed = |issuer: &str| NewProvider {
        label: "Berg".into(),
        issuer: issuer.into(),
        client_id: "kartotek".into(),
        newcomers: "owner".into(),
        ..NewProvider::default()
    };
    let plain = wrong(open_id::check(&typed("http://login.berg.dk"), Some(&provider())));
    let expected = [("issuer", "identity-open-id-issuer"), ("newcomers", "identity-choice-unknown")];
    assert_eq!(plain, expected.map(|(field, key)| (field.to_owned(), key)));
    let silent = NewProvider { newcomers: String::new(), ..typed("http://127.0.0.1:9") };
    let silent = wrong(open_id::check(&silent, Some(&provider())));
    assert_eq!(silent, [("issuer".to_owned(), "identity-open-id-unreachable")]);
}

#[test]
fn nobody_leaves_without_a_service_or_comes_back_without_having_left() {
    for office in offices() {
        let depart = |workspace: Id| open_id::depart(&office.it.db, workspace, HERE, "/", &ARRIVAL).map(drop);
        assert!(matches!(depart(office.workspace), Err(Error::NotFound)));
        let provider = Provider { role_names: String::new(), ..provider() };
        save(&office, &provider).unwrap();
        assert!(matches!(depart(office.workspace), Err(Error::Unavailable(_))));
        assert!(matches!(depart(office.anna), Err(Error::NotFound)));
        for (state, kept_state) in [("", ""), ("one", "another"), ("guessed", "guessed")] {
            let answer = Answer { code: "stolen", state, kept_state };
            let arrived = open_id::arrive(&office.it.db, HERE, &answer, &ARRIVAL).map(drop);
            assert_eq!(wrong(arrived), [(String::new(), "identity-open-id-over")], "{state}");
        }
    }
}

#[test]
fn a_service_is_asked_thirty_times_in_a_quarter_of_an_hour_by_one_stranger() {
    for office in offices() {
        save(&office, &Provider { role_names: String::new(), ..provider() }).unwrap();
        let depart = || open_id::depart(&office.it.db, office.workspace, HERE, "/", &ARRIVAL).map(drop);
        for _ in 0..30 {
            assert!(matches!(depart(), Err(Error::Unavailable(_))));
        }
        assert!(matches!(depart(), Err(Error::TooMany)));
    }
}
