//! Cards in the address books of devices: who is in them, what a phone may change, and what it must not lose.

use kernel::{Id, clock::HOUR};
use records::{Record, following, object::object, record, views};
use serde_json::json;
use testbed::{Browser, Testbed, on_each_database};

use super::{between, paths, prop, report, sync};

fn book(somebody: &Browser, key: &str) -> String {
    format!("/dav/cards/{}/{key}/", somebody.user)
}

fn person(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "person")?, id))
}

#[test]
fn a_card_changed_on_the_phone_changes_here_and_loses_nothing() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let berg = bed.company("Berg Marine").by(&bed.sven()).save();
        let anna = bed
            .person("Anna Berg")
            .at(berg)
            .phone("+4531425510")
            .with("emails", json!([{ "address": "anna@berg.example", "label": "work" }, { "address": "a@home.example", "label": "home" }]))
            .with("tags", json!(["vip"]))
            .with("gender", "female")
            .with("about", "Likes the sea")
            .with("job_title", "Skipper")
            .save();
        bed.person("Bo Holm").by(&bed.sven()).save();
        let home = book(&mia, "mine");
        let path = format!("{home}{anna}.vcf");
        assert_eq!(
            paths(&device.propfind(&home, "1", &prop("<d:getetag/>")).is(207)),
            std::slice::from_ref(&path)
        );
        let read = device.get(&path).is(200);
        let (text, etag) = (read.text(), read.header("etag").to_owned());
        assert!(text.contains("VERSION:3.0") && text.contains("ORG:Berg Marine"), "{text}");
        let four = device.ask("GET", &path, &[("accept", "text/vcard; version=4.0")], "").is(200).text();
        assert!(four.contains("VERSION:4.0"), "{four}");

        // As a phone writes it that knows neither tags nor gender nor relations: another number, no note, a field of its own.
        bed.advance(HOUR);
        let phone = format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{anna}\r\nN:Berg;Anna;Maria;;\r\nFN:Anna Maria Berg\r\nORG:Berg Marine;\r\nTITLE:Skipper\r\n\
             EMAIL;TYPE=WORK:anna@berg.example\r\nTEL;TYPE=CELL:+45 31 42 55 10\r\nTEL;TYPE=HOME:+45 33 12 34 56\r\nX-PHONE-RINGTONE:waves\r\nEND:VCARD\r\n"
        );
        device.put(&path, &[("if-match", "\"other\"")], &phone).is(412);
        device.put(&path, &[("if-match", &etag)], &phone).is(204);
        let after = person(bed, anna);
        assert_eq!(after.get("name")["middle"], "Maria");
        assert_eq!(after.get("phones").as_array().unwrap().len(), 2);
        assert_eq!(after.get("phones")[0]["number"], "+4531425510");
        assert_eq!(after.get("emails").as_array().unwrap().len(), 1, "the private address was taken off");
        assert_eq!(after.text("about"), "", "so was the note");
        assert_eq!((after.get("tags"), after.text("gender")), (&json!(["vip"]), "female"));
        assert_eq!(after.get("company"), &json!(format!("company:{berg}")));
        let text = device.get(&path).is(200).text();
        assert!(text.contains("X-PHONE-RINGTONE:waves"), "{text}");
        // The same text again changes nothing.
        let before = after.instant("updated_at");
        bed.advance(HOUR);
        device.put(&path, &[], &text).is(204);
        assert_eq!(person(bed, anna).instant("updated_at"), before);
        // Another company by its name; it is made where there is none.
        device.put(&path, &[], &text.replace("ORG:Berg Marine", "ORG:Holm & Sons")).is(204);
        let moved = person(bed, anna);
        assert_ne!(moved.get("company"), after.get("company"));
        mia.get("/companies").shows("Holm & Sons");
    });
}

#[test]
fn people_and_companies_are_made_on_the_phone_and_thrown_away_there() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let home = book(&mia, "mine");
        let (token, ..) = sync(&device, &home, "");
        let card = |uid: &str, lines: &str| {
            format!("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\n{lines}\r\nEND:VCARD\r\n")
        };
        let wang = format!("{home}wang.vcf");
        let firm = format!("{home}firm.vcf");
        device
            .put(
                &wang,
                &[("if-none-match", "*")],
                &card("w-1", "N:王;小明;;;\r\nFN:王小明\r\nTEL:+8613800138000"),
            )
            .is(201);
        device
            .put(
                &firm,
                &[],
                &card("f-1", "N:;;;;\r\nFN:Ørsted Både\r\nORG:Ørsted Både\r\nX-ABShowAs:COMPANY"),
            )
            .is(201);
        let (token, mut here, _) = sync(&device, &home, &token);
        here.sort();
        assert_eq!(here, [firm.clone(), wang.clone()]);
        mia.get("/people").shows("小明");
        mia.get("/companies").shows("Ørsted Både");
        assert!(device.get(&wang).is(200).text().contains("UID:w-1"));
        // One name stands for one card.
        let again = device.put(&format!("{home}again.vcf"), &[], &card("w-1", "FN:Other")).is(409);
        assert!(again.text().contains("no-uid-conflict"), "{}", again.text());
        // What is none is refused, and said.
        let refused = device.put(&format!("{home}bad.vcf"), &[], "no card").is(403);
        assert!(refused.text().contains("valid-address-data"), "{}", refused.text());
        let group = card("g-1", "FN:Friends\r\nN:Friends;;;;\r\nX-ADDRESSBOOKSERVER-KIND:group");
        device.put(&format!("{home}group.vcf"), &[], &group).is(403);
        device.delete(&wang).is(204);
        let (_, here, gone) = sync(&device, &home, &token);
        assert_eq!((here.len(), gone.as_slice()), (0, std::slice::from_ref(&wang)));
        mia.get("/trash").shows("小明");
    });
}

#[test]
fn cards_are_read_together_and_found_by_what_stands_in_them() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let device = bed.device(&mia);
        let home = book(&mia, "mine");
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let isil = bed.person("Işıl Kaya").phone("+905321234567").save();
        let path = |id: Id| format!("{home}{id}.vcf");
        let data =
            "<d:prop><d:getetag/><r:address-data version=\"4.0\" content-type=\"text/vcard\"/></d:prop>";
        let hrefs = format!("<d:href>{}</d:href><d:href>{home}none.vcf</d:href>", path(anna));
        let told =
            device.report(&home, &report("r:addressbook-multiget", &format!("{data}{hrefs}"))).is(207).text();
        assert!(
            told.contains("VERSION:4.0") && told.contains("Anna Berg") && told.contains("404 Not Found"),
            "{told}"
        );
        let query = |inner: &str| {
            paths(&device.report(&home, &report("r:addressbook-query", &format!("{data}{inner}"))).is(207))
        };
        let named = "<r:filter><r:prop-filter name=\"FN\"><r:text-match>işıl</r:text-match></r:prop-filter></r:filter>";
        assert_eq!(query(named), [path(isil)]);
        assert_eq!(query("<r:filter/>").len(), 2);
        let first = device
            .report(
                &home,
                &report(
                    "r:addressbook-query",
                    &format!("{data}<r:filter/><r:limit><r:nresults>1</r:nresults></r:limit>"),
                ),
            )
            .is(207)
            .text();
        assert!(first.contains("507 Insufficient Storage"), "{first}");
    });
}

#[test]
fn what_is_followed_and_saved_views_are_books_of_their_own() {
    on_each_database(|bed| {
        let (mia, sven) = (bed.mia(), bed.sven());
        let device = bed.device(&mia);
        let bo = bed.person("Bo Holm").with("tags", json!(["boats"])).by(&sven).save();
        bed.person("Cem Kaya").by(&sven).save();
        bed.write(|tx| following::follow(tx, &record::find(tx, &object(tx, "person")?, bo)?));
        let filter = r#"{"field":"tags","op":"is","args":["boats"]}"#;
        let address = web::Form::default().with("filter", filter).encode();
        let view = bed.write(|tx| views::add(tx, "person", "Boat owners", &address, views::Scope::Private));
        let key = format!("view-{view}");
        mia.post("/settings/devices/shown", &[("show", "followed"), ("show", &key)]).is(303);
        for key in ["followed", &key] {
            let home = book(&mia, key);
            let path = format!("{home}{bo}.vcf");
            assert_eq!(paths(&device.propfind(&home, "1", "").is(207)), std::slice::from_ref(&path));
            let text = device.get(&path).is(200).text().replace("NICKNAME:followed\r\n", "");
            device.put(&path, &[], &text.replace("FN:", &format!("NICKNAME:{key}\r\nFN:"))).is(204);
            assert_eq!(person(bed, bo).text("nickname"), key as &str);
            // What is new lies among one's own.
            let new = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:n\r\nFN:New\r\nN:New;;;;\r\nEND:VCARD\r\n";
            device.put(&format!("{home}new.vcf"), &[], new).is(403);
        }
        // Taken out of what is followed, it is followed no more, and still there.
        let (token, ..) = sync(&device, &book(&mia, "followed"), "");
        device.delete(&format!("{}{bo}.vcf", book(&mia, "followed"))).is(204);
        assert_eq!(sync(&device, &book(&mia, "followed"), &token).2.len(), 1);
        assert_eq!(person(bed, bo).trashed_at, None);
        device.delete(&format!("{}{bo}.vcf", book(&mia, &key))).is(403);
        // A tag taken away takes the card out of the view's book.
        let (token, ..) = sync(&device, &book(&mia, &key), "");
        bed.advance(HOUR);
        mia.post(&format!("/people/{bo}/fields/tags"), &[("tags", "")]);
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-edited");
            let none = records::save::Values::from_iter([("tags".to_owned(), json!(null))]);
            records::save::edit(tx, &mut set, &object(tx, "person")?, bo, none, &Default::default())?
                .saved()?;
            set.close(tx)
        });
        assert_eq!(sync(&device, &book(&mia, &key), &token).2.len(), 1);
        // Another's private view is nobody else's book.
        let other = bed.device(&sven);
        sven.post("/settings/devices/shown", &[("show", &key)]).is(303);
        other.propfind(&book(&sven, &key), "1", "").is(404);
    });
}

#[test]
fn rights_hold_in_the_phone_too() {
    on_each_database(|bed| {
        let rita = bed.rita();
        let device = bed.device(&rita);
        let anna = bed.person("Anna Berg").with("owner", rita.user.to_string()).save();
        let home = book(&rita, "mine");
        let path = format!("{home}{anna}.vcf");
        let text = device.get(&path).is(200).text();
        device.put(&path, &[], &text.replace("Anna", "Anne")).is(403);
        device.delete(&path).is(403);
        device.put(&format!("{home}new.vcf"), &[], &text).is(403);
        assert_eq!(person(bed, anna).get("name")["given"], "Anna");
        let told = device.propfind(&home, "0", &prop("<d:current-user-privilege-set/>")).is(207).text();
        assert!(!told.contains("<d:bind/>") && told.contains("<d:read/>"), "{told}");
        // What is another's does not exist under one's own books.
        let bo = bed.person("Bo Holm").save();
        device.get(&format!("{home}{bo}.vcf")).is(404);
        assert_eq!(between(&device.get(&path).is(200).text(), "FN:", "\r").remove(0), "Anna Berg");
    });
}
