//! Who is let in, how programs find their way, and the page in the settings.

use identity::app_passwords;
use kernel::clock::MINUTE;
use testbed::{PASSWORD, on_each_database};

use super::{between, prop};

#[test]
fn a_device_comes_in_with_its_own_password_and_never_with_the_account_s() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        device.propfind("/dav/", "0", "").is(207);
        // As people type it: in capitals, without hyphens, with spaces.
        let typed = device.password.to_uppercase().replace('-', " ");
        bed.device_with(&mia, &mia.email.to_uppercase(), &typed).propfind("/dav/", "0", "").is(207);
        let refused = bed.device_with(&mia, &mia.email, PASSWORD).propfind("/dav/", "0", "").is(401);
        assert!(refused.header("www-authenticate").starts_with("Basic "), "{:?}", refused.headers);
        assert!(refused.text().contains("<d:error"), "{}", refused.text());
        // Another's name with a right password is a wrong one.
        let sven = bed.sven();
        bed.device_with(&sven, &sven.email, &device.password).propfind("/dav/", "0", "").is(401);
        assert!(bed.read(app_passwords::list)[0].used_at.is_some());
        // Withdrawn, it opens nothing.
        let id = bed.read(app_passwords::list)[0].id;
        mia.post(&format!("/settings/devices/{id}/withdraw"), &[]).is(303);
        device.propfind("/dav/", "0", "").is(401);
        sven.post(&format!("/settings/devices/{id}/withdraw"), &[]).is(404);
    });
}

#[test]
fn wrong_passwords_are_limited_and_lock_nobody_out_who_has_a_right_one() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let right = bed.device(&mia);
        let wrong = bed.device_with(&mia, &mia.email, "abcde-fghij-kmnpq-rstuv");
        for _ in 0..5 {
            wrong.propfind("/dav/", "0", "").is(401);
        }
        wrong.propfind("/dav/", "0", "").is(429);
        right.propfind("/dav/", "0", "").is(207);
        bed.advance(16 * MINUTE);
        wrong.propfind("/dav/", "0", "").is(401);
    });
}

#[test]
fn programs_that_know_only_the_server_find_calendars_and_cards() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        for path in ["/.well-known/caldav", "/.well-known/carddav"] {
            for method in ["GET", "PROPFIND"] {
                let answer = device.ask(method, path, &[], "").is(301);
                assert_eq!(answer.location(), "/dav/");
            }
        }
        let options = device.ask("OPTIONS", "/dav/", &[], "").is(200);
        assert!(options.header("dav").contains("calendar-access, addressbook"), "{:?}", options.headers);
        assert!(options.header("allow").contains("REPORT"));

        let root = device.propfind("/dav/", "0", &prop("<d:current-user-principal/>")).is(207).text();
        let principal = between(&root, "<d:current-user-principal><d:href>", "</d:href>").remove(0);
        let homes =
            "<c:calendar-home-set/><r:addressbook-home-set/><c:calendar-user-address-set/><d:nonsense/>";
        let told = device.propfind(&principal, "0", &prop(homes)).is(207).text();
        assert!(told.contains(&format!("mailto:{}", mia.email)), "{told}");
        assert!(told.contains("<d:nonsense/>") && told.contains("404 Not Found"), "{told}");
        let calendars = between(&told, "<c:calendar-home-set><d:href>", "</d:href>").remove(0);
        let books = between(&told, "<r:addressbook-home-set><d:href>", "</d:href>").remove(0);

        let kinds = prop(
            "<d:resourcetype/><d:displayname/><c:supported-calendar-component-set/><s:getctag/><d:sync-token/>",
        );
        let told = device.propfind(&calendars, "1", &kinds).is(207).text();
        assert_eq!(told.matches("<c:calendar/>").count(), 2, "{told}");
        assert!(told.contains("<c:comp name=\"VEVENT\"/>") && told.contains("<c:comp name=\"VTODO\"/>"));
        assert_eq!(told.matches("<s:getctag>").count(), 2, "{told}");
        let told = device.propfind(&books, "1", &kinds).is(207).text();
        assert_eq!(told.matches("<r:addressbook/>").count(), 1, "{told}");
        assert!(told.contains("My cards"), "{told}");

        // What is not there, and what nobody can ask for.
        device.propfind("/dav/nonsense/", "0", "").is(404);
        device.propfind(&calendars, "infinity", "").is(403);
        device.ask("MKCALENDAR", &format!("{calendars}new/"), &[], "").is(405);
        device.propfind("/dav/", "0", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>").is(403);
        device.report(&calendars, "").is(403);
        // Nobody reads the homes of others, not even an owner.
        let sven = bed.sven().user;
        device.propfind(&format!("/dav/calendars/{sven}/"), "1", "").is(404);
        device.propfind(&format!("/dav/cards/{sven}/mine/"), "1", "").is(404);
        device.propfind(&format!("/dav/principals/{sven}/"), "0", "").is(207).says("Sven Ek");
        // Nobody of another workspace is there.
        let olga = bed.olga();
        let other = bed.device(&olga);
        other.propfind(&calendars, "1", "").is(404);
        other.propfind(&format!("/dav/principals/{sven}/"), "0", &prop("<d:displayname/>")).is(404);
        device.propfind(&format!("/dav/calendars/{}/of-{}/", mia.user, olga.user), "0", "").is(404);
    });
}

#[test]
fn a_colour_that_a_program_sets_stays_for_that_person() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let calendar = format!("/dav/calendars/{}/own/", mia.user);
        let set = |inner: &str| {
            let body = format!(
                "<d:propertyupdate xmlns:d=\"DAV:\" xmlns:a=\"http://apple.com/ns/ical/\"><d:set><d:prop>{inner}</d:prop></d:set></d:propertyupdate>"
            );
            device.ask("PROPPATCH", &calendar, &[], &body).is(207).text()
        };
        let asked = prop("<a:calendar-color/>");
        let colour = |device: &testbed::Device, path: &str| {
            between(&device.propfind(path, "0", &asked).is(207).text(), "<a:calendar-color>", "<").remove(0)
        };
        let before = colour(&device, &calendar);
        assert!(set("<a:calendar-color>#ff0000ff</a:calendar-color>").contains("200 OK"));
        assert_eq!(colour(&device, &calendar), "#ff0000ff");
        let sven = bed.sven();
        let other = bed.device(&sven);
        assert_eq!(colour(&other, &format!("/dav/calendars/{}/own/", sven.user)), before);
        // All or nothing.
        let refused = set("<a:calendar-color>#00ff00ff</a:calendar-color><d:getetag>x</d:getetag>");
        assert!(refused.contains("403 Forbidden") && refused.contains("424 Failed Dependency"), "{refused}");
        assert_eq!(colour(&device, &calendar), "#ff0000ff");
    });
}

#[test]
fn the_page_makes_passwords_and_chooses_what_devices_show() {
    on_each_database(|bed| {
        let mia = bed.mia();
        mia.get("/settings/profile").shows("Phone and calendar programs");
        mia.post("/settings/devices", &[("name", " ")]).is(422);
        let made = mia.post("/settings/devices", &[("name", "My phone")]).shows("My phone");
        let password = between(&made.text(), "id=\"secret\" value=\"", "\"").remove(0);
        assert_eq!(password.len(), 23, "{password}");
        mia.get("/settings/devices").shows("My phone").hides(&password);
        let device = bed.device_with(&mia, &mia.email, &password);
        let sven = bed.sven();
        let home = format!("/dav/calendars/{}/", mia.user);
        let shown = || device.propfind(&home, "1", &prop("<d:displayname/>")).is(207).text();
        assert!(!shown().contains("Sven Ek"));
        let of_sven = format!("of-{}", sven.user);
        mia.post(
            "/settings/devices/shown",
            &[("show", &of_sven), ("show", "nonsense"), ("show", "followed")],
        )
        .is(303);
        assert!(shown().contains("Sven Ek"));
        let books = device.propfind(&format!("/dav/cards/{}/", mia.user), "1", &prop("<d:displayname/>"));
        books.is(207).says("Cards I follow");
        mia.get("/settings/devices").shows(&format!("value=\"{of_sven}\" checked"));
        mia.post("/settings/devices/shown", &[]).is(303);
        assert!(!shown().contains("Sven Ek"));
        // Everybody has the page, readers too.
        bed.rita().get("/settings/devices").shows("Phone and calendar programs");
    });
}
