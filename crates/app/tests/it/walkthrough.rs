//! The story that Kartotek is made for, over HTTP: an address book comes in, somebody is found, a call is promised,
//! a mistake is undone.

use kernel::clock::DAY;
use testbed::{File, on_each_database};

const GOOGLE: &str = "\
First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Labels,\
E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value
Søren,,Holm,Holm Byg,Direktør,1976-12-04,Likes fishing,* myContacts,Work,soeren@holm.example,,,Mobile,+45 31 42 55 10
小明,,王,,,,,* myContacts,* Home,xiaoming@mail.example,Work,wang@trade.example,Mobile,+86 138 0013 8000
Işıl,,Kaya,Kaya Mobilya,,--03-01,,* myContacts,Work,isil@kaya.example,,,Mobile,0532 555 01 42
";

const IPHONE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\nN:Ek;Linnea;;;\r\n\
FN:Linnea Ek\r\nORG:Ek Trä;\r\nitem1.EMAIL;type=INTERNET:linnea@ek.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n\
TEL;type=CELL;type=VOICE;type=pref:070-174 06 05\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17\r\nEND:VCARD\r\n";

#[test]
fn from_an_address_book_to_a_promise_kept() {
    on_each_database(|bed| {
        let mia = bed.mia();

        // A real address book, from Google and from an iPhone.
        let import = import_file(bed, "contacts.csv", GOOGLE);
        import_file(bed, "iphone.vcf", IPHONE);
        let list = mia.get("/people").shows("Søren Holm").shows("Linnea Ek").shows("Kaya");
        assert_eq!(list.ids("/people/").len(), 4);
        mia.get("/companies").shows("Holm Byg").shows("Kaya Mobilya");

        // By three letters, by a part of the number, in Chinese, without the dots of Turkish.
        for (typed, found) in
            [("sor", "Holm"), ("425510", "Holm"), ("小明", "王"), ("isil", "Kaya"), ("linn", "Ek")]
        {
            let encoded: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
            mia.get(&format!("/search?q={encoded}")).shows(found);
        }
        let found = mia.get("/search?q=soren").ids("/people/");
        let card = format!("/people/{}", found[0]);
        mia.get(&card).shows("+45").shows("Holm Byg");

        // Edited in place, and taken back.
        let edited =
            mia.post(&format!("{card}/fields/nickname"), &[("nickname", "Sealion"), ("seen", "null")]);
        assert!(edited.status < 400, "{}", edited.text());
        mia.get(&card).shows("Sealion");
        let undo = edited.toast();
        let undo = undo.split("/changes/").nth(1).map(|rest| &rest[..32]).expect("the toast offers an undo");
        mia.post(&format!("/changes/{undo}/undo"), &[]);
        mia.get(&format!("{card}/fields/nickname/shown")).hides("Sealion");

        // A call, and a promise.
        let about = format!("person:{}", found[0]);
        let logged = mia.post(
            "/composer/call",
            &[
                ("about", &about),
                ("direction", "out"),
                ("outcome", "call_back"),
                ("text", "In a meeting"),
                ("call_back_at", "tomorrow 10:00"),
            ],
        );
        assert_eq!(logged.status, 303, "{}", logged.text());
        mia.get(&card).shows("In a meeting");
        bed.advance(DAY);
        let today = mia.get("/today").shows("Søren Holm");
        let task = today.ids("/tasks/");
        assert!(!task.is_empty(), "what was promised can be ticked off");
        assert!(mia.post(&format!("/tasks/{}/done", task[0]), &[]).status < 400);
        assert!(mia.get("/today").is(200).ids("/tasks/").is_empty());

        // Somebody who is here already is noticed.
        let warned = mia.post("/people", &[("name", "S. Holm"), ("emails.0.address", "soeren@holm.example")]);
        assert_eq!(warned.status, 409);
        assert!(warned.contains("Søren Holm"));

        // Thrown away and taken back.
        assert!(mia.post(&format!("{card}/trash"), &[]).status < 400);
        mia.get("/trash").shows("Søren Holm");
        assert!(mia.post(&format!("{card}/restore"), &[]).status < 400);
        mia.get(&card).shows("Holm Byg");

        // The import as a whole.
        assert!(mia.post(&format!("{import}/undo"), &[]).status < 400);
        bed.run_jobs();
        mia.get("/people").shows("Linnea Ek").hides("Søren Holm").hides("Işıl").hides("小明");
        mia.get("/companies").hides("Kaya Mobilya");
    });
}

/// Drops a file, starts the import and waits for it; the address of the import.
fn import_file(bed: &testbed::Testbed, name: &str, text: &str) -> String {
    let mia = bed.mia();
    let taken = mia.upload("/import", &[], &[File { field: "file", name, bytes: text.as_bytes() }]).is(303);
    let import = taken.location().split('?').next().unwrap_or_default().to_owned();
    mia.open(&import).is(200);
    mia.post(&format!("{import}/start"), &[]).is(303);
    bed.run_jobs();
    mia.open(&import).is(200);
    import
}
