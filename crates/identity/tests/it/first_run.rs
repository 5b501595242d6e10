//! Setting up, once.

use std::{sync::Barrier, thread};

use identity::FirstRun;
use kernel::{Error, Language, Result, Role, Scope};

use crate::{conflict, databases, first_run, wrong};

#[test]
fn the_first_run_makes_a_workspace_and_its_owner() {
    for it in databases() {
        assert!(it.is_first_run());
        let (workspace, user) = identity::set_up(&it.db, &first_run(), |tx| {
            assert_eq!(tx.actor().role(), Role::Owner);
            tx.emit("furnished");
            Ok(())
        })
        .unwrap();
        assert!(!it.is_first_run());
        let expected = ["members", "furnished"].map(|topic| (workspace, topic.to_owned()));
        assert_eq!(*it.heard.lock(), expected);
        let (kept, members) = it
            .db
            .read(&Scope::system(workspace), |cx| {
                Ok((identity::workspaces::find(cx)?, identity::members::active(cx)?))
            })
            .unwrap();
        assert_eq!((kept.name.as_str(), kept.language), ("Berg og Dahl", Language::Danish));
        assert_eq!(kept.time_zone.iana_name(), Some("Europe/Copenhagen"));
        assert_eq!(members.len(), 1);
        assert_eq!((members[0].user, members[0].role), (user, Role::Owner));
    }
}

#[test]
fn everything_that_is_wrong_with_the_first_run_is_said_at_once() {
    for it in databases() {
        let form = FirstRun {
            workspace_name: "  ".to_owned(),
            language: "fr".to_owned(),
            country: "Denmark".to_owned(),
            currency: "kr".to_owned(),
            time_zone: "Europe/Atlantis".to_owned(),
            name: "x".repeat(101),
            email: "anna@".to_owned(),
            password: "short".to_owned(),
        };
        let expected = [
            ("workspace_name", "identity-name-empty"),
            ("language", "identity-language-unknown"),
            ("country", "identity-country-unknown"),
            ("currency", "identity-currency-unknown"),
            ("time_zone", "identity-time-zone-unknown"),
            ("name", "identity-name-too-long"),
            ("email", "identity-email-unreadable"),
            ("password", "identity-password-too-short"),
        ]
        .map(|(field, key)| (field.to_owned(), key));
        assert_eq!(wrong(identity::set_up(&it.db, &form, |_| Ok(()))), expected);
        assert!(it.is_first_run());
    }
}

#[test]
fn a_first_run_happens_once() {
    for it in databases() {
        identity::set_up(&it.db, &first_run(), |_| Ok(())).unwrap();
        let again = identity::set_up(&it.db, &first_run(), |_| Ok(()));
        assert_eq!(conflict(again), "identity-already-set-up");
    }
}

#[test]
fn of_two_first_runs_at_once_one_wins() {
    for it in databases() {
        let start = Barrier::new(2);
        let run = |email: &str| {
            let form = FirstRun { email: email.to_owned(), ..first_run() };
            start.wait();
            identity::set_up(&it.db, &form, |_| Ok(())).is_ok()
        };
        let won = thread::scope(|scope| {
            let other = scope.spawn(|| run("bo@berg.dk"));
            [run("anna@berg.dk"), other.join().unwrap()]
        });
        assert_eq!(won.iter().filter(|won| **won).count(), 1);
        let all = it.db.read(&Scope::global(), identity::workspaces::all).unwrap();
        assert_eq!(all.len(), 1);
    }
}

#[test]
fn a_first_run_whose_furnishing_fails_leaves_nothing() {
    for it in databases() {
        let failed: Result<_> = identity::set_up(&it.db, &first_run(), |_| Err(Error::NotFound));
        assert!(failed.is_err());
        assert!(it.is_first_run());
        identity::set_up(&it.db, &first_run(), |_| Ok(())).unwrap();
    }
}
