//! Workbooks over HTTP: templates that map back, lists that go out, sheets that are chosen.

use std::collections::BTreeSet;

use formats::spreadsheet::{Book, Cell, Writer};
use kernel::{Id, Language};
use records::import::{self, Import};
use testbed::{File, Testbed, on_each_database};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Drops a workbook; the import it becomes.
fn dropped(bed: &Testbed, bytes: &[u8]) -> Import {
    let taken = bed.mia().upload("/import", &[], &[File { field: "file", name: "folk.xlsx", bytes }]).is(303);
    let address = taken.location();
    let id: Id = address.split('?').next().unwrap().rsplit('/').next().unwrap().parse().unwrap();
    bed.read(|cx| import::find(cx, id))
}

fn book(bed: &Testbed, bytes: &[u8]) -> Book {
    let path = bed.folder().join("answer.xlsx");
    std::fs::write(&path, bytes).unwrap();
    Book::open(&path).unwrap()
}

fn speaks(bed: &Testbed, language: Language) {
    let profile = identity::users::Profile {
        name: "Mia Berg".into(),
        language: language.code().into(),
        time_zone: "Europe/Copenhagen".into(),
        theme: "system".into(),
        density: "comfortable".into(),
    };
    bed.write(|tx| identity::users::update_profile(tx, &profile));
}

#[test]
fn a_template_in_any_language_is_mapped_back_completely() {
    on_each_database(|bed| {
        for language in Language::ALL {
            speaks(bed, language);
            for key in ["person", "company", "household"] {
                let answer = bed.mia().get(&format!("/import/template.xlsx?object={key}")).is(200);
                assert_eq!(answer.header("content-type"), XLSX);
                let import = dropped(bed, &answer.body);
                assert_eq!(import.mapping.object, key, "the sheet is called like the object in {language:?}");
                let choices = bed.read(|cx| Ok(import::choices(&*records::object::object(cx, key)?)));
                let mut filled = BTreeSet::new();
                for column in &import.mapping.columns {
                    let expected = choices.iter().find(|choice| choice.text(language) == column.header);
                    let expected = expected.map(|choice| choice.to.as_str());
                    assert!(expected.is_some(), "{} in {language:?}", column.header);
                    assert_eq!(column.to.as_deref(), expected, "{} of {key} in {language:?}", column.header);
                    filled.extend(expected.map(|to| to.split('.').next().unwrap_or_default().to_owned()));
                }
                let all: BTreeSet<String> = choices
                    .iter()
                    .map(|choice| choice.to.split('.').next().unwrap_or_default().to_owned())
                    .filter(|key| key != "@uid")
                    .collect();
                assert_eq!(filled, all, "every field of {key} has a column");
            }
        }
    });
}

#[test]
fn a_filled_template_comes_in_in_the_words_of_its_language() {
    on_each_database(|bed| {
        speaks(bed, Language::Danish);
        let answer = bed.mia().get("/import/template.xlsx?object=person").is(200);
        let template = book(bed, &answer.body);
        let names: Vec<_> = template.sheets().iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names[..2], ["Personer", "Vejledning"]);
        let mut rows = template.rows(0).unwrap();
        let headers: Vec<String> =
            rows.row().unwrap().unwrap().cells.iter().map(|cell| cell.text.clone()).collect();
        assert!(rows.row().unwrap().is_none(), "there is no row to be imported by mistake");
        let cell = |header: &String| match header.as_str() {
            "Navn · Fornavn" => Cell::text("Inger"),
            "Navn · Efternavn" => Cell::text("Østergård"),
            "Telefon 1 · Telefonnummer" => Cell::text("31 42 55 10"),
            "Telefon 1 · Art" => Cell::text("Mobil"),
            "Køn" => Cell::text("Kvinde"),
            "Fødselsdag" => Cell::date(jiff::civil::date(1976, 12, 4)),
            "Ansvarlig" => Cell::text("Mia Berg"),
            _ => Cell::default(),
        };
        let row: Vec<Cell> = headers.iter().map(cell).collect();
        assert_eq!(row.iter().filter(|cell| !cell.is_empty()).count(), 7, "{headers:?}");
        let mut writer = Writer::new(bed.folder(), "Personer", headers).unwrap();
        writer.write_row(&row).unwrap();
        let mut bytes = Vec::new();
        writer.finish(&mut bytes).unwrap();
        // The workspace itself is English.
        speaks(bed, Language::English);
        let import = dropped(bed, &bytes);
        let address = format!("/imports/{}", import.id);
        bed.mia().get(&format!("{address}?step=columns")).is(200);
        bed.mia().post(&format!("{address}/start"), &[]).is(303);
        bed.run_jobs();
        let done = bed.read(|cx| import::find(cx, import.id));
        let bad = bed.read(|cx| import::bad_rows(cx, import.id, None, 5));
        assert_eq!((done.totals.created, done.totals.bad), (1, 0), "{bad:?}");
        let person = bed.mia().get("/people").ids("/people/").remove(0);
        bed.mia().get(&format!("/people/{person}")).shows("Inger Østergård").shows("Mobile").shows("Woman");
    });
}

#[test]
fn a_list_goes_out_as_a_workbook_with_its_filter_and_in_the_readers_words() {
    on_each_database(|bed| {
        bed.person("Anna Berg").email("anna@berg.example").save();
        bed.person("Bo Holm").email("=bo@holm.example").save();
        speaks(bed, Language::Turkish);
        bed.mia().get("/people").shows("/people/export.xlsx?");
        let answer = bed.mia().get("/people/export.xlsx?q=Holm").is(200);
        assert_eq!(answer.header("content-type"), XLSX);
        let book = book(bed, &answer.body);
        assert_eq!(book.sheets()[0].name, locale::text(Language::Turkish, "person-many"));
        let mut rows = book.rows(0).unwrap();
        assert_eq!(
            rows.row().unwrap().unwrap().cells[0].text,
            locale::text(Language::Turkish, "person-name")
        );
        assert_eq!(rows.row().unwrap().unwrap().cells[0], Cell::text("Bo Holm"));
        assert!(rows.row().unwrap().is_none());
    });
}

#[test]
fn another_sheet_of_a_workbook_is_chosen_in_the_wizard() {
    on_each_database(|bed| {
        let answer = bed.mia().get("/import/template.xlsx?object=person").is(200);
        let import = dropped(bed, &answer.body);
        let address = format!("/imports/{}", import.id);
        let page = bed.mia().get(&address).shows("Sheet").shows("Guide");
        assert!(!page.contains("name=\"separator\"") && !page.contains("name=\"encoding\""));
        bed.mia().post(&format!("{address}/options"), &[("sheet", "1"), ("object", "person")]).is(303);
        let changed = bed.read(|cx| import::find(cx, import.id));
        assert_eq!(changed.dialect.sheet, Some(1));
        let headers: Vec<_> = changed.mapping.columns.iter().map(|column| column.header.as_str()).collect();
        assert_eq!(headers, ["Column in the file", "What to write", "Example"]);
        bed.mia().get(&format!("{address}?step=columns")).shows("What to write");
    });
}

#[test]
fn a_workbook_that_cannot_be_read_says_why_where_it_was_dropped() {
    on_each_database(|bed| {
        let files = [("a.xlsx", &b"PK\x03\x04"[..]), ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")];
        for ((name, bytes), said) in files.into_iter().zip(["This workbook is damaged", "cannot be read"]) {
            let answer = bed.mia().upload("/import", &[], &[File { field: "file", name, bytes }]).is(422);
            assert!(answer.contains(said), "{name}");
        }
    });
}
