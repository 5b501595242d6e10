//! The second step of signing in, from the settings to the door.

use kernel::clock::MINUTE;
use testbed::{Answer, Browser, PASSWORD, Testbed, on_each_database};
use totp_rs::{Builder, Secret, Totp};

const HERE: &str = "/settings/second-step";
const HALF_MINUTE: i64 = MINUTE / 2;

/// The authenticator app that was fed with the key on this page.
fn scan(page: &Answer) -> Totp {
    let text = page.text();
    let key =
        text.split("id=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a key");
    let secret = Secret::try_from_base32(key.replace(' ', "")).expect("base 32");
    Builder::new().with_secret(secret).with_account_name("x").build().expect("a secret")
}

fn code(bed: &Testbed, app: &Totp) -> String {
    let seconds = bed.db().clock().now().micros() / 1_000_000;
    app.generate(u64::try_from(seconds).unwrap()).to_string()
}

/// Sets a second step up for whoever sits there: the app, and the page with the recovery codes.
fn set_up(bed: &Testbed, browser: &Browser) -> (Totp, Answer) {
    let app = scan(&browser.post(HERE, &[]).shows("Scan this").shows("<svg class=\"qr\""));
    let confirm = format!("{HERE}/confirm");
    let refused = browser.post(&confirm, &[("code", "000000")]).is(422);
    assert!(refused.contains("This code is not correct"));
    let codes = browser.post(&confirm, &[("code", &code(bed, &app))]).shows("Recovery codes");
    bed.advance(HALF_MINUTE);
    (app, codes)
}

fn give_password(browser: &Browser, email: &str) -> Answer {
    browser.post("/sign-in", &[("email", email), ("password", PASSWORD), ("next", "/people")]).is(303)
}

#[test]
fn after_the_password_a_code_is_asked_for_and_leads_on() {
    on_each_database(|bed| {
        let sven = bed.sven();
        sven.get("/settings/password").shows("Not set up");
        let (app, codes) = set_up(bed, &sven);
        sven.get("/settings/password").shows("Recovery codes left: 10");
        sven.get(HERE).shows("autocomplete=\"one-time-code\"");

        let phone = bed.stranger();
        assert_eq!(give_password(&phone, &sven.email).location(), "/sign-in/code?next=%2Fpeople");
        assert!(phone.get("/people").location().starts_with("/sign-in"), "half a sign-in opens nothing");
        phone.get("/sign-in/code?next=%2Fpeople").shows("One more step");
        let wrong = phone.post("/sign-in/code", &[("code", "123456"), ("next", "/people")]).is(422);
        assert!(wrong.contains("This code is not correct"));
        let form = [("code", &*code(bed, &app)), ("next", "/people")];
        assert_eq!(phone.post("/sign-in/code", &form).is(303).location(), "/people");
        phone.get("/people").is(200);

        // Without the phone a recovery code opens, once.
        let text = codes.text();
        let recovery = text.split("<textarea").nth(1).and_then(|rest| rest.split('>').nth(1)).expect("codes");
        let recovery = recovery.split_whitespace().next().expect("a code").to_owned();
        for expected in [303, 422] {
            let laptop = bed.stranger();
            give_password(&laptop, &sven.email);
            assert_eq!(laptop.post("/sign-in/code", &[("code", &recovery)]).status, expected);
        }
        bed.ivan().get(&format!("/settings/members/{}", sven.user)).shows("Recovery codes left: 9");
    });
}

#[test]
fn who_comes_without_the_password_is_sent_back_to_it() {
    on_each_database(|bed| {
        let stranger = bed.stranger();
        for path in ["/sign-in/code", "/sign-in/set-up"] {
            assert_eq!(stranger.get(path).is(303).location(), "/sign-in");
            assert_eq!(stranger.post(path, &[("code", "123456")]).is(303).location(), "/sign-in");
        }
        assert_eq!(bed.sven().get(HERE).is(303).location(), "/settings/password");
    });
}

#[test]
fn codes_are_renewed_and_the_step_is_taken_away_by_a_code() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let (app, _) = set_up(bed, &sven);
        assert_eq!(sven.post(&format!("{HERE}/remove"), &[("code", "1")]).status, 422);
        assert_eq!(sven.post(&format!("{HERE}/codes"), &[("code", "1")]).status, 422);
        sven.post(&format!("{HERE}/codes"), &[("code", &code(bed, &app))])
            .shows("The former ones open nothing");
        bed.advance(HALF_MINUTE);
        sven.post_on(&format!("{HERE}/remove"), &[("code", &code(bed, &app))]).shows("was taken away");
        assert_eq!(give_password(&bed.stranger(), &sven.email).location(), "/people");
    });
}

#[test]
fn an_administrator_asks_everybody_for_it_and_resets_it() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let want = "/settings/access/second-step/want";
        ivan.post_on(want, &[]).shows("Set up a second step for yourself first");
        set_up(bed, &ivan);
        ivan.post_on(want, &[]).shows("Everybody is asked");
        assert!(sven.get("/people").location().starts_with("/sign-in"), "who has none is signed out");

        let phone = bed.stranger();
        assert_eq!(give_password(&phone, &sven.email).location(), "/sign-in/set-up?next=%2Fpeople");
        let his = scan(&phone.get("/sign-in/set-up?next=%2Fpeople").shows("asks everybody"));
        assert_eq!(phone.post("/sign-in/set-up", &[("code", "0")]).status, 422);
        let form = [("code", &*code(bed, &his)), ("next", "/people")];
        phone.post("/sign-in/set-up", &form).shows("Recovery codes").shows("href=\"/people\"");
        phone.get("/people").is(200);
        bed.advance(HALF_MINUTE);
        let kept = phone.post(&format!("{HERE}/remove"), &[("code", &code(bed, &his))]);
        assert_eq!(kept.status, 409, "what is asked of everybody stays");

        let reset = |who: &Browser| format!("/settings/members/{}/second-step/reset", who.user);
        ivan.post_on(&reset(&sven), &[]).shows("The second step of Sven Ek was reset");
        assert!(phone.get("/people").location().starts_with("/sign-in"));
        assert_eq!(ivan.post(&reset(&bed.mia()), &[]).status, 403, "only owners reset owners");
        ivan.post_on("/settings/access/second-step/stop", &[]).shows("Each chooses");
        assert_eq!(give_password(&bed.stranger(), &sven.email).location(), "/people");
    });
}
