//! The second step of signing in.

use identity::{Entry, NewUser, SignIn, SignedIn, Step, entry, second_step};
use kernel::{Error, Id, Result, Role, Scope, clock::MINUTE};
use totp_rs::Totp;

use crate::{ANNA, ARRIVAL, BO, Installation, Office, PASSWORD, conflict, offices, wrong};

const HALF_MINUTE: i64 = MINUTE / 2;

fn sign_in(office: &Office, email: &str) -> Entry {
    identity::sign_in(&office.it.db, &SignIn { email, password: PASSWORD, arrival: ARRIVAL }).unwrap()
}

/// The token of a sign-in that a second step is due for.
fn half(office: &Office, email: &str, expected: Step) -> String {
    match sign_in(office, email) {
        Entry::Half(token, step) if step == expected => token,
        other => panic!("no {expected:?}: {other:?}"),
    }
}

fn finish(office: &Office, token: &str, code: &str) -> Result<SignedIn> {
    entry::finish(&office.it.db, token, code, &ARRIVAL)
}

/// The authenticator app of somebody.
struct App(Totp);

impl App {
    fn scan(secret: &second_step::NewSecret) -> App {
        App(Totp::from_url(&secret.address).unwrap())
    }

    fn code(&self, it: &Installation) -> String {
        self.0.generate(u64::try_from(it.clock.now().micros() / 1_000_000).unwrap()).to_string()
    }
}

/// Bo sets up a second step: his app and his recovery codes.
fn set_up(office: &Office) -> (App, Vec<String>) {
    let token = office.sign_in(BO, PASSWORD).unwrap().token;
    let session = office.session(&token).unwrap();
    let as_bo = office.scope(office.bo, Role::Member);
    let app = App::scan(&office.write(&as_bo, second_step::begin).unwrap());
    let codes = second_step::confirm(&office.it.db, &session, &app.code(&office.it)).unwrap();
    office.it.clock.advance(HALF_MINUTE);
    (app, codes)
}

#[test]
fn a_code_is_asked_for_after_the_password_and_taken_once() {
    for office in offices() {
        let (app, _) = set_up(&office);
        let token = half(&office, BO, Step::Code);
        assert!(office.session(&token).is_none(), "half a sign-in opens nothing");
        assert_eq!(wrong(finish(&office, &token, "000000")), [("code".to_owned(), "identity-code-wrong")]);
        let code = app.code(&office.it);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        let signed_in = finish(&office, &token, &spaced).unwrap();
        assert_eq!(office.session(&signed_in.token).unwrap().user, office.bo);
        assert!(matches!(finish(&office, &token, &code), Err(Error::SignIn)), "the half sign-in is used up");
        let again = half(&office, BO, Step::Code);
        assert_eq!(wrong(finish(&office, &again, &code)), [("code".to_owned(), "identity-code-wrong")]);
        office.it.clock.advance(HALF_MINUTE);
        finish(&office, &again, &app.code(&office.it)).unwrap();
        assert!(matches!(sign_in(&office, ANNA), Entry::In(_)), "others are not asked");
    }
}

#[test]
fn a_code_of_the_half_minute_before_is_taken_and_an_older_one_is_not() {
    for office in offices() {
        let (app, _) = set_up(&office);
        let (late, too_late) = (app.code(&office.it), half(&office, BO, Step::Code));
        office.it.clock.advance(2 * HALF_MINUTE);
        wrong(finish(&office, &too_late, &late));
        let late = app.code(&office.it);
        office.it.clock.advance(HALF_MINUTE);
        finish(&office, &too_late, &late).unwrap();
    }
}

#[test]
fn a_recovery_code_opens_once() {
    for office in offices() {
        let (_, codes) = set_up(&office);
        assert_eq!(codes.len(), 10);
        let token = half(&office, BO, Step::Code);
        finish(&office, &token, &codes[3].to_uppercase().replace('-', " ")).unwrap();
        let status = office.read(|cx| second_step::status(cx, office.bo)).unwrap();
        assert_eq!(status.recovery_codes_left, 9);
        let token = half(&office, BO, Step::Code);
        wrong(finish(&office, &token, &codes[3]));
        finish(&office, &token, &codes[4]).unwrap();
    }
}

#[test]
fn a_code_is_guessed_five_times_only_and_a_half_sign_in_lives_ten_minutes() {
    for office in offices() {
        let (app, codes) = set_up(&office);
        let token = half(&office, BO, Step::Code);
        for guess in ["111111", "222222", "nonsense", "", "123"] {
            wrong(finish(&office, &token, guess));
        }
        assert!(matches!(finish(&office, &token, &app.code(&office.it)), Err(Error::TooMany)));
        // Another half sign-in does not help, nor does the page that takes the step away.
        let other = half(&office, BO, Step::Code);
        assert!(matches!(finish(&office, &other, &codes[0]), Err(Error::TooMany)));
        office.it.clock.advance(15 * MINUTE);
        assert!(matches!(finish(&office, &other, &codes[0]), Err(Error::SignIn)), "it is over");
        assert!(matches!(finish(&office, "guessed", &codes[0]), Err(Error::SignIn)));
        let fresh = half(&office, BO, Step::Code);
        finish(&office, &fresh, &codes[0]).unwrap();
    }
}

#[test]
fn a_second_step_is_set_up_with_a_code_and_taken_away_with_one() {
    for office in offices() {
        let token = office.sign_in(BO, PASSWORD).unwrap().token;
        let elsewhere = office.sign_in(BO, PASSWORD).unwrap().token;
        let session = office.session(&token).unwrap();
        let as_bo = office.scope(office.bo, Role::Member);
        let begin = || office.write(&as_bo, second_step::begin);
        let secret = begin().unwrap();
        assert!(
            secret.address.starts_with("otpauth://totp/Kartotek:bo%40berg.dk?secret="),
            "{}",
            secret.address
        );
        assert_eq!(begin().unwrap(), secret, "loading the page again does not change what was scanned");
        let app = App::scan(&secret);
        wrong(second_step::confirm(&office.it.db, &session, "000000"));
        assert!(matches!(sign_in(&office, BO), Entry::In(_)), "it is not asked for before it is confirmed");
        second_step::confirm(&office.it.db, &session, &app.code(&office.it)).unwrap();
        assert!(office.session(&token).is_some());
        assert!(office.session(&elsewhere).is_none(), "others are signed out");
        assert_eq!(conflict(begin()), "identity-second-step-there");
        wrong(second_step::take_away(&office.it.db, &session, &app.code(&office.it)));
        office.it.clock.advance(HALF_MINUTE);
        let renewed =
            second_step::renew_recovery_codes(&office.it.db, &session, &app.code(&office.it)).unwrap();
        second_step::take_away(&office.it.db, &session, &renewed[0]).unwrap();
        assert!(matches!(sign_in(&office, BO), Entry::In(_)));
        assert_ne!(begin().unwrap(), secret);
    }
}

#[test]
fn an_administrator_resets_it_for_who_lost_everything() {
    for office in offices() {
        set_up(&office);
        let reset = |by: Role, user: Id| {
            office.write(&office.scope(office.anna, by), |tx| second_step::reset(tx, user))
        };
        assert!(matches!(reset(Role::Member, office.bo), Err(Error::Denied)));
        assert!(matches!(reset(Role::Admin, office.anna), Err(Error::Denied)), "only owners reset owners");
        reset(Role::Admin, office.bo).unwrap();
        assert!(matches!(sign_in(&office, BO), Entry::In(_)));
        let stranger = reset(Role::Admin, office.workspace);
        assert!(matches!(stranger, Err(Error::NotFound)));
    }
}

#[test]
fn a_workspace_wants_it_of_everybody() {
    for office in offices() {
        let as_bo = office.scope(office.bo, Role::Admin);
        assert_eq!(conflict(office.write(&as_bo, second_step::want)), "identity-second-step-own-first");
        let (app, _) = set_up(&office);
        let anna = office.sign_in(ANNA, PASSWORD).unwrap().token;
        assert!(matches!(
            office.write(&office.scope(office.bo, Role::Member), second_step::want),
            Err(Error::Denied)
        ));
        office.write(&as_bo, second_step::want).unwrap();
        assert!(office.read(second_step::is_wanted));
        assert!(office.session(&anna).is_none(), "who has none is signed out");

        // Anna sets hers up before she comes in.
        let token = half(&office, ANNA, Step::SetUp);
        assert!(matches!(finish(&office, &token, "000000"), Err(Error::Invalid(_))));
        let hers = App::scan(&entry::begin_set_up(&office.it.db, &token).unwrap());
        let code = hers.code(&office.it);
        let (signed_in, codes) = entry::finish_set_up(&office.it.db, &token, &code, &ARRIVAL).unwrap();
        assert_eq!((codes.len(), office.session(&signed_in.token).unwrap().user), (10, office.anna));

        // Who has one cannot set up another with the password alone.
        let token = half(&office, BO, Step::Code);
        assert!(matches!(entry::begin_set_up(&office.it.db, &token), Err(Error::SignIn)));
        let code = app.code(&office.it);
        let answer = entry::finish_set_up(&office.it.db, &token, &code, &ARRIVAL);
        assert!(matches!(answer, Err(Error::SignIn)));
        let session = office.session(&finish(&office, &token, &code).unwrap().token).unwrap();
        office.it.clock.advance(HALF_MINUTE);
        let kept = second_step::take_away(&office.it.db, &session, &app.code(&office.it));
        assert_eq!(conflict(kept), "identity-second-step-wanted");
        office.write(&as_bo, second_step::stop_wanting).unwrap();
        second_step::take_away(&office.it.db, &session, &app.code(&office.it)).unwrap();
    }
}

#[test]
fn another_workspace_of_theirs_is_not_weakened() {
    for office in offices() {
        let other = Scope::system(Id::new(office.it.clock.now()));
        let made = office.it.db.write(&other, |tx| {
            let sql = "INSERT INTO workspaces (id, name, language, country, currency, time_zone, created_at) \
                VALUES (?1, 'Other', 'da', 'DK', 'DKK', 'Europe/Copenhagen', 0)";
            tx.execute(sql, &[other.workspace.into()])
        });
        made.unwrap();
        let new = NewUser {
            email: "cem@kaya.dk".into(),
            name: "Cem".into(),
            password: PASSWORD.into(),
            role: Role::Owner,
        };
        let cem = identity::create_user(&office.it.db, &other, &new).unwrap();
        let sql =
            "INSERT INTO memberships (workspace_id, user_id, role, joined_at) VALUES (?1, ?2, 'member', 0)";
        office
            .write(&office.as_owner(), |tx| tx.execute(sql, &[office.workspace.into(), cem.into()]))
            .unwrap();
        let reset = office.write(&office.as_owner(), |tx| second_step::reset(tx, cem));
        assert_eq!(conflict(reset), "identity-second-step-elsewhere");
    }
}
