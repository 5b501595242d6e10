//! vCards: odd ones come in whole, and what no field holds goes out again.

use formats::vcard::Version;
use records::{
    Query,
    export::{self, Listing},
    import::{Mode, State},
    object,
};
use serde_json::json;

use crate::office::{Office, emails, offices};

/// One pixel.
const GIF: &str = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

fn phone_book() -> String {
    let cards = "\
BEGIN:VCARD\r\nVERSION:3.0\r\nUID:anna-1\r\nN:Berg;Anna;Maria;Dr.;\r\nFN:Dr. Anna Maria Berg\r\nNICKNAME:Ann\r\n\
ORG:Berg & Sønner;Salg;Nord\r\nTITLE:Direktør\r\nEMAIL;TYPE=HOME:anna@home.dk\r\nEMAIL;TYPE=WORK,PREF:anna@berg.dk\r\n\
item1.TEL:31 42 55 10\r\nitem1.X-ABLabel:Sommerhus\r\nTEL;TYPE=WORK,FAX:+45 33 12 40 00\r\n\
ADR;TYPE=HOME:;;Strandvej 1;Aarhus C;;8000;Danmark\r\nURL:https://berg.dk\r\nURL:tel:+4531425510\r\n\
BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-04\r\nX-SHOE-SIZE:38\r\nitem2.X-ABRELATEDNAMES:Bo Berg\r\nitem2.X-ABLabel:_$!<Spouse>!$_\r\n\
CATEGORIES:VIP,Kor\r\nNOTE:Første linje\\nanden\r\nGEO:56.15;10.2\r\nPHOTO;ENCODING=b;TYPE=GIF:PIXEL\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Berg;Bo=C3=A9;;;\r\nFN:Bo Berg\r\nTEL;CELL:12\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Holm A/S\r\nORG:Holm A/S\r\nTEL;VALUE=uri:tel:+45-86-12-34-56\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Bestyrelsen\r\nMEMBER:urn:uuid:anna-1\r\nMEMBER:urn:uuid:nobody\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nEND:VCARD\r\n";
    cards.replace("PIXEL", GIF)
}

#[test]
fn odd_cards_come_in_whole() {
    for office in offices() {
        let done = office.import("telefon.vcf", phone_book(), Mode::Both, &["uid", "emails"]);
        assert_eq!(done.state, State::Done);
        assert_eq!((done.totals.rows, done.totals.created, done.totals.bad), (5, 3, 1), "{:?}", done.totals);
        let anna = office.called("person", "Dr. Anna Maria Berg");
        assert_eq!(emails(&anna), ["anna@berg.dk", "anna@home.dk"]);
        let phones = anna.get("phones");
        assert_eq!(phones[0], json!({ "number": "+4531425510", "label": "Sommerhus" }));
        assert_eq!(phones[1], json!({ "number": "+4533124000", "label": "work fax" }));
        assert_eq!(anna.text("birthday"), "--12-04");
        assert_eq!(anna.get("tags"), &json!(["VIP", "Kor", "Bestyrelsen"]));
        assert_eq!((anna.text("department"), anna.text("job_title")), ("Salg, Nord", "Direktør"));
        assert_eq!(anna.get("photo")["type"], "image/gif");
        assert_eq!(anna.text("about"), "Første linje\nanden");
        assert_eq!(anna.get("links"), &json!([{ "url": "https://berg.dk" }]));
        let related = office.read(|cx| records::links::of(cx, anna.id));
        let works = related.iter().find(|other| other.link.kind == "works_at").unwrap();
        assert_eq!((works.title.as_str(), works.link.role.as_str()), ("Berg & Sønner", "Direktør"));
        let bo = office.called("person", "Boé Berg");
        assert_eq!(bo.get("phones"), &json!([{ "raw": "12", "label": "mobile" }]));
        // The card that is named is called otherwise, so there is no relation, and the name is kept.
        assert!(!related.iter().any(|other| other.link.kind == "spouse"));
        assert!(anna.text("foreign").contains("Bo Berg"));
        let holm = office.called("company", "Holm A/S");
        assert_eq!(holm.get("phones")[0]["number"], "+4586123456");
    }
}

fn exported(office: &Office, object: &str, version: Version) -> String {
    let mut out = Vec::new();
    office.read(|cx| {
        let object = object::object(cx, object)?;
        let query = Query::default();
        let listing = Listing { object: &object, query: &query, fields: &[], users: Default::default() };
        export::vcard(cx, &listing, version, &mut out)
    });
    String::from_utf8(out).unwrap()
}

#[test]
fn a_card_goes_out_as_it_came_in_and_comes_in_again_unchanged() {
    for office in offices() {
        office.import("telefon.vcf", phone_book(), Mode::Both, &["uid", "emails"]);
        for version in [Version::V3, Version::V4] {
            let text = exported(&office, "person", version).replace("\r\n ", "");
            for kept in [
                "X-SHOE-SIZE:38",
                "UID:anna-1",
                "anna@home.dk",
                "Sommerhus",
                "Strandvej 1",
                "Bo Berg",
                "Dr. Anna Maria Berg",
                "Berg & Sønner",
                GIF,
                "tel:+4531425510",
                "56.15",
            ] {
                assert!(text.contains(kept), "{kept} is missing in\n{text}");
            }
            let before = office.called("person", "Dr. Anna Maria Berg");
            let again = office.import("igen.vcf", &text, Mode::Update, &["uid", "emails"]);
            assert_eq!(again.totals.bad, 0, "{:?}", again.totals);
            let after = office.called("person", "Dr. Anna Maria Berg");
            for field in
                ["name", "emails", "phones", "addresses", "birthday", "tags", "links", "about", "company"]
            {
                assert_eq!(before.get(field), after.get(field), "{field}");
            }
        }
    }
}

#[test]
fn relations_of_a_file_become_relations_and_go_out_again() {
    for office in offices() {
        let file = "\
BEGIN:VCARD\nVERSION:4.0\nUID:a\nFN:Anna Berg\nRELATED;TYPE=spouse:urn:uuid:b\nRELATED;TYPE=child;VALUE=text:Ida Berg\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nUID:b\nFN:Bo Berg\nRELATED;TYPE=spouse:urn:uuid:a\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Ida Berg\nEND:VCARD\n";
        office.import("a.vcf", file, Mode::Both, &["uid"]);
        let anna = office.called("person", "Anna Berg");
        let related = office.read(|cx| records::links::of(cx, anna.id));
        let kinds: Vec<(&str, &str, bool)> = related
            .iter()
            .map(|other| (other.link.kind.as_str(), other.title.as_str(), other.forth))
            .collect();
        assert_eq!(kinds, [("spouse", "Bo Berg", true), ("parent", "Ida Berg", true)]);
        let bo = office.called("person", "Bo Berg");
        assert_eq!(office.read(|cx| records::links::of(cx, bo.id)).len(), 1);
        let text = exported(&office, "person", Version::V4).replace("\r\n ", "");
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("RELATED")).collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("child") && line.ends_with("Ida Berg")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("parent") && line.ends_with("Anna Berg")), "{lines:?}");
    }
}

#[test]
fn our_own_cards_find_themselves_by_their_id() {
    for office in offices() {
        let anna = office.create("person", json!({ "name": "Anna Berg" }));
        let text = exported(&office, "person", Version::V4);
        let changed = text.replace("FN:Anna Berg", "NICKNAME:Ann\r\nFN:Anna Berg");
        let done = office.import("own.vcf", changed, Mode::Both, &["uid"]);
        assert_eq!((done.totals.created, done.totals.updated), (0, 1), "{:?}", done.totals);
        assert_eq!(office.called("person", "Anna Berg").id, anna);
    }
}
