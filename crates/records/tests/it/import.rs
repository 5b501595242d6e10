//! What a file becomes: recognised, mapped, typed.

use kernel::Error;
use records::{
    field::Reading,
    import::{self, Mode, State},
};

use crate::office::{emails, offices};

const GOOGLE: &str = "\
First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Relation 1 - Label,Relation 1 - Value\r\n\
Anna,Maria,Berg,Berg & Sønner,Director,1976-12-04,* myContacts ::: vip,* Work,anna@berg.dk,Home,anna@home.dk,Mobile,31 42 55 10 ::: 33 12 40 00,Home,Strandvej 1,Aarhus,8000,Denmark,Spouse,Bo Berg\r\n\
Bo,,Berg,Berg & Sønner,,--12-05,,,bo@berg.dk,,,Home,ask Anna,,,,,,,\r\n";

#[test]
fn a_google_file_comes_in_by_itself_with_companies_relations_and_all_rows_of_a_card() {
    for office in offices() {
        let done = office.import("contacts.csv", GOOGLE, Mode::Both, &["emails"]);
        assert_eq!(done.state, State::Done, "{done:?}");
        assert_eq!(done.source, formats::recognise::Source::GoogleContacts);
        assert_eq!((done.totals.created, done.totals.named, done.totals.bad), (2, 1, 0), "{:?}", done.totals);
        let anna = office.called("person", "Anna Maria Berg");
        assert_eq!(emails(&anna), ["anna@berg.dk", "anna@home.dk"]);
        assert_eq!(anna.get("emails")[0]["label"], "work");
        assert_eq!(
            anna.get("phones"),
            &serde_json::json!([
                { "number": "+4531425510", "label": "mobile" },
                { "number": "+4533124000" },
            ])
        );
        assert_eq!(anna.get("addresses")[0]["postal_code"], "8000");
        assert_eq!(anna.text("birthday"), "1976-12-04");
        assert_eq!(anna.get("tags"), &serde_json::json!(["vip"]));
        let bo = office.called("person", "Bo Berg");
        assert_eq!(bo.get("phones")[0]["raw"], "ask Anna");
        assert_eq!(bo.text("birthday"), "--12-05");
        let related = office.read(|cx| records::links::of(cx, anna.id));
        let kinds: Vec<(&str, &str, &str)> = related
            .iter()
            .map(|other| (other.link.kind.as_str(), other.title.as_str(), other.link.role.as_str()))
            .collect();
        assert_eq!(kinds, [("works_at", "Berg & Sønner", "Director"), ("spouse", "Bo Berg", "")]);
        let company = office.called("company", "Berg & Sønner");
        assert_eq!(office.read(|cx| records::links::of(cx, company.id)).len(), 2);
        let hits = office.read(|cx| records::search::find(cx, "soenner", None, 5));
        assert!(hits.is_empty());
        let hits = office.read(|cx| records::search::find(cx, "sonner", None, 5));
        assert_eq!(hits.len(), 1);
        assert_eq!(office.read(|cx| records::search::find(cx, "425510", None, 5)).len(), 1);
    }
}

#[test]
fn a_preview_shows_how_the_file_was_understood() {
    for office in offices() {
        let id =
            office.begin("liste.csv", "Navn;E-mail;Noget\nAnna Berg;anna@berg.dk;x\nBo Holm;bo@holm.dk;y\n");
        let preview = office.read(|cx| import::preview(cx, id));
        assert_eq!((preview.separator, preview.has_header, preview.rows_estimate), (b';', true, 2));
        let targets: Vec<Option<&str>> =
            preview.columns.iter().map(|column| column.target.to.as_deref()).collect();
        assert_eq!(targets, [Some("name"), Some("emails.0.address"), None]);
        assert_eq!(preview.columns[0].samples, ["Anna Berg", "Bo Holm"]);
        assert_eq!(office.import_of(id).match_by, ["emails"]);
    }
}

#[test]
fn dates_and_numbers_are_read_in_the_way_of_the_file() {
    for office in offices() {
        let file =
            "name,birthday,since,score\nAnna,03/04/1980,04/03/2020,\"1,250.5\"\nBo,12/25/1979,12/31/2021,7\n";
        office.import("us.csv", file, Mode::Create, &[]);
        let anna = office.called("person", "Anna");
        assert_eq!((anna.text("birthday"), anna.text("since")), ("1980-03-04", "2020-04-03"));
        assert_eq!(anna.get("score"), 125_050);
        let file = "name,birthday,score\nCarl,03/04/1980,\"1.250,5\"\nDora,25/12/1979,3\n";
        office.import("dk.csv", file, Mode::Create, &[]);
        let carl = office.called("person", "Carl");
        assert_eq!((carl.text("birthday"), carl.get("score").as_i64()), ("1980-04-03", Some(125_050)));
    }
}

#[test]
fn a_mapping_that_cannot_be_is_refused_by_column() {
    for office in offices() {
        let id = office.begin("a.csv", "a,b\n1,2\n");
        let mut mapping = office.import_of(id).mapping;
        let try_it = |mapping: &import::Mapping, mode, match_by: &[&str]| {
            let match_by: Vec<String> = match_by.iter().map(|key| (*key).to_owned()).collect();
            let set = office
                .db
                .write(&office.scope(), |tx| import::set_mapping(tx, id, mapping.clone(), mode, &match_by));
            match set {
                Err(Error::Invalid(errors)) => errors.0[0].0.clone(),
                other => format!("{other:?}"),
            }
        };
        assert_eq!(try_it(&mapping, Mode::Create, &[]), "columns");
        mapping.columns[0].to = Some("name".to_owned());
        mapping.columns[1].to = Some("name".to_owned());
        assert_eq!(try_it(&mapping, Mode::Create, &[]), "columns.1");
        mapping.columns[1].to = Some("created_at".to_owned());
        assert_eq!(try_it(&mapping, Mode::Create, &[]), "columns.1");
        mapping.columns[1].to = Some("emails.0.address".to_owned());
        assert_eq!(try_it(&mapping, Mode::Create, &["addresses"]), "match_by");
        assert_eq!(try_it(&mapping, Mode::Update, &[]), "match_by");
        assert_eq!(try_it(&mapping, Mode::Update, &["emails"]), "Ok(())");
    }
}

#[test]
fn every_choice_for_a_column_is_a_mapping_that_can_be() {
    let office = crate::office::Office::sqlite();
    let object = office.read(|cx| records::object::object(cx, "person"));
    let choices = import::choices(&object);
    assert!(choices.len() > 40);
    for choice in choices {
        let column = import::Column { to: Some(choice.to.clone()), ..import::Column::default() };
        let mapping = import::Mapping { object: "person".to_owned(), columns: vec![column] };
        assert!(mapping.check(&object).is_ok(), "{}", choice.to);
    }
}

#[test]
fn columns_of_our_own_export_find_their_fields() {
    for office in offices() {
        let file = "name,emails,phones,links,tags,gender\n\
            Anna Berg,\"a@berg.dk, b@berg.dk\",\"+4531425510, +4533124000 ext. 12\",\"https://berg.dk, https://x.dk\",\"vip, ny\",female\n";
        office.import("own.csv", file, Mode::Create, &[]);
        let anna = office.called("person", "Anna Berg");
        assert_eq!(emails(&anna), ["a@berg.dk", "b@berg.dk"]);
        assert_eq!(anna.get("phones")[1], serde_json::json!({ "number": "+4533124000", "extension": "12" }));
        assert_eq!(anna.get("links").as_array().unwrap().len(), 2);
        assert_eq!(anna.get("tags"), &serde_json::json!(["vip", "ny"]));
        let reading = office.read(|cx| Ok(Reading::plain(cx)));
        assert_eq!(anna.title(&reading), "Anna Berg");
    }
}

#[test]
fn an_opt_out_forbids_the_channel_and_an_external_id_finds_the_card_again() {
    for office in offices() {
        let file = "Record ID,First Name,Last Name,Email,Email Opt Out\n17,Anna,Berg,anna@berg.dk,true\n18,Bo,Berg,bo@berg.dk,0\n";
        office.import("crm.csv", file, Mode::Both, &["uid"]);
        let anna = office.called("person", "Anna Berg");
        assert_eq!(anna.get("do_not_contact"), &serde_json::json!([{ "channel": "email" }]));
        assert!(office.called("person", "Bo Berg").get("do_not_contact").is_null());
        let again = "Record ID,First Name,Last Name\n17,Anna Maria,Berg\n";
        let done = office.import("crm.csv", again, Mode::Both, &["uid"]);
        assert_eq!((done.totals.updated, done.totals.created), (1, 0), "{:?}", done.totals);
        assert_eq!(office.called("person", "Anna Maria Berg").id, anna.id);
    }
}
