//! Workbooks in and out: dates, numbers and texts stay what they are.

use formats::spreadsheet::{Book, Cell, Decimal, Kind, Writer};
use jiff::civil::date;
use kernel::Error;
use records::{
    Query,
    export::{self, Listing},
    import::{self, Mode, State},
    object,
};
use serde_json::{Value as Json, json};

use crate::{
    cast::IDA,
    import_jobs::run_and_kill,
    office::{Office, emails, offices},
};

/// A workbook with one sheet of these rows below the headers.
fn workbook(office: &Office, headers: &[&str], rows: &[Vec<Cell>]) -> Vec<u8> {
    let headers = headers.iter().map(|header| (*header).to_owned()).collect();
    let mut writer = Writer::new(office.folder(), "Ark", headers).unwrap();
    rows.iter().for_each(|row| writer.write_row(row).unwrap());
    let mut bytes = Vec::new();
    writer.finish(&mut bytes).unwrap();
    bytes
}

fn exported(office: &Office, fields: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    office.read(|cx| {
        let object = object::object(cx, "person")?;
        let users = std::collections::HashMap::from([(IDA, "Ida Ødegård".to_owned())]).into();
        let listing = Listing { object: &object, query: &Query::default(), fields, users };
        export::xlsx(cx, &listing, office.folder(), &mut bytes)
    });
    bytes
}

fn number(digits: i128, scale: u32) -> Cell {
    Cell::number(Decimal::new(digits, scale))
}

#[test]
fn every_type_of_field_comes_back_from_a_workbook_as_it_went_out() {
    let values = json!({
        "name": { "given": "Işıl", "family": "Øst" },
        "job_title": "=1+1",
        "department": "007",
        "phones": [{ "number": "+4531425510" }, { "number": "+905321234567" }],
        "emails": [{ "address": "isil@ornek.com.tr" }, { "address": "i@x.dk" }],
        "links": [{ "url": "https://ornek.com.tr/" }],
        "language": "da",
        "socials": [{ "network": "linkedin", "handle": "isil" }, { "network": "x", "handle": "isil.ost" }],
        "do_not_contact": [{ "channel": "phone" }, { "channel": "letter" }],
        "nickname": "+45 er ikke et tal",
        "birthday": "--02-29",
        "since": "1999-04-03",
        "score": -125_050,
        "spends": { "minor": 1_234_567, "currency": "SEK" },
        "stars": 4,
        "club": true,
        "met_at": 1_700_000_123_450_000i64,
        "gender": "female",
        "tags": ["vip", "王"],
        "about": "første\nanden; \"tredje\"",
        "owner": IDA.to_string(),
    });
    for office in offices() {
        let company = office.create("company", json!({ "name": "Berg & Sønner" }));
        let mut all = values.clone();
        all["company"] = format!("company:{company}").into();
        let id = office.create("person", all);
        let before = office.all("person").remove(0);
        let bytes = exported(&office, &[]);
        // The same workbook into another workspace of its own.
        let other = Office::sqlite();
        let done = other.import("folk.xlsx", &bytes, Mode::Create, &[]);
        assert_eq!((done.totals.created, done.totals.bad), (1, 0), "{:?}", done.mapping);
        let after = other.all("person").remove(0);
        assert_ne!(after.id, id);
        for (key, value) in values.as_object().unwrap() {
            assert_eq!(after.get(key), before.get(key), "{key}");
            assert!(!value.is_null());
        }
        assert_eq!(other.titles("company"), ["Berg & Sønner"]);
    }
}

#[test]
fn a_list_goes_out_with_the_right_kinds_of_cells() {
    for office in offices() {
        office.create(
            "person",
            json!({
                "name": "Anna Berg", "since": "2024-02-29", "birthday": "1976-12-04", "score": 1250, "club": true,
                "spends": { "minor": 125_000, "currency": "DKK" }, "phones": [{ "number": "+4531425510" }],
                "nickname": "=HYPERLINK(1)", "department": "007", "gender": "female",
            }),
        );
        office.create("person", json!({ "name": "Bo Holm", "since": "1848-06-05" }));
        let fields = [
            "name",
            "since",
            "birthday",
            "score",
            "club",
            "spends",
            "phones",
            "nickname",
            "department",
            "gender",
        ];
        let path = office.folder().join("out.xlsx");
        std::fs::write(&path, exported(&office, &fields)).unwrap();
        let book = Book::open(&path).unwrap();
        assert_eq!(book.sheets().len(), 1);
        let mut rows = book.rows(0).unwrap();
        assert_eq!(rows.row().unwrap().unwrap().cells.len(), fields.len());
        let anna = rows.row().unwrap().unwrap().clone();
        let kinds: Vec<Kind> = anna.cells.into_iter().map(|cell| cell.kind).collect();
        let money = Kind::Money(Decimal::new(1250, 0), "DKK".to_owned());
        let score = Kind::Number(Decimal::new(125, 1));
        let [text, yes] = [Kind::Text, Kind::YesNo(true)];
        let days = [date(2024, 2, 29), date(1976, 12, 4)].map(Kind::Date);
        assert_eq!(kinds[..6], [text.clone(), days[0].clone(), days[1].clone(), score, yes, money]);
        assert!(kinds[6..].iter().all(|kind| *kind == text), "{kinds:?}");
        let bo = rows.row().unwrap().unwrap().clone();
        assert_eq!(bo.cells[1], Cell::text("1848-06-05"));
    }
}

#[test]
fn cells_that_say_what_they_are_are_not_guessed_again() {
    for office in offices() {
        let headers =
            ["Navn", "E-mail", "since", "Fødselsdag", "score", "spends", "Telefon", "department", "nickname"];
        let text = |text: &str| Cell::text(text);
        let rows = [
            // The texts of the column are written with the month first, the cells not at all.
            vec![
                text("Anna Berg"),
                text("anna@berg.dk"),
                Cell::date(date(1999, 3, 4)),
                Cell::date(date(2024, 2, 29)),
                number(1250, 3),
                Cell::money(Decimal::new(12_505, 1), "kr."),
                number(31_425_510, 0),
                text("007"),
                number(4_531_425_510, 0),
            ],
            vec![
                text("Bo Holm"),
                text(""),
                text("04/25/1999"),
                Cell::date(date(1976, 12, 4)),
                number(333_333, 4),
            ],
            vec![text("Carl Dahl"), Cell::error("#N/A"), text("03/04/1999"), text(""), text("1.250,5")],
            vec![text(" "), text("")],
            vec![text("Dorte Elm"), text("d@elm.dk"), number(45_000, 0)],
        ];
        let id = office.begin("folk.xlsx", workbook(&office, &headers, &rows));
        let preview = office.read(|cx| import::preview(cx, id));
        assert_eq!(preview.rows_estimate, 4);
        assert!(preview.columns[3].certain && !preview.columns[2].certain);
        office.choose(id, Mode::Create, &[]);
        office.write(|tx| import::start(tx, id));
        office.work();
        let done = office.import_of(id);
        assert_eq!(
            (done.state, done.totals.created, done.totals.bad),
            (State::Done, 3, 1),
            "{:?}",
            done.mapping
        );
        let anna = office.called("person", "Anna Berg");
        let has = |key: &str, value: Json| assert_eq!(*anna.get(key), value, "{key}");
        has("since", json!("1999-03-04"));
        has("birthday", json!("2024-02-29"));
        has("score", json!(125));
        has("spends", json!({ "minor": 125_050, "currency": "DKK" }));
        has("department", json!("007"));
        has("nickname", json!("4531425510"));
        assert_eq!(anna.get("phones")[0]["number"], "+4531425510");
        let bo = office.called("person", "Bo Holm");
        assert_eq!((bo.text("since"), bo.text("birthday")), ("1999-04-25", "1976-12-04"));
        assert_eq!(*bo.get("score"), json!(3333));
        let carl = office.called("person", "Carl Dahl");
        assert_eq!((carl.text("since"), carl.get("score")), ("1999-03-04", &json!(125_050)));
        assert_eq!(emails(&carl), Vec::<String>::new());
        let bad = office.read(|cx| import::bad_rows(cx, id, None, 10));
        assert_eq!((bad.len(), bad[0].line, bad[0].problem.header.as_str()), (1, 6, "since"));
    }
}

#[test]
fn rejected_rows_of_a_workbook_come_back_as_one_to_be_mended() {
    for office in offices() {
        let headers = ["Navn", "since", "score", "department"];
        let row = |name: &str, since: Cell| {
            vec![
                Cell::text(name),
                since,
                number(12_505, 1),
                Cell::text("007"),
                Cell::text("beside the table"),
            ]
        };
        let rows = [row("Anna", Cell::date(date(1999, 3, 4))), row("Bo", Cell::text("some day"))];
        let done = office.import("folk.xlsx", workbook(&office, &headers, &rows), Mode::Create, &[]);
        assert_eq!((done.totals.created, done.totals.bad), (1, 1));
        let mut bytes = Vec::new();
        office.read(|cx| import::write_bad_workbook(cx, done.id, &mut bytes, |_| "no date".to_owned()));
        let path = office.folder().join("rejected.xlsx");
        std::fs::write(&path, &bytes).unwrap();
        let mut rows = Book::open(&path).unwrap().rows(0).unwrap();
        rows.row().unwrap();
        let cells = rows.row().unwrap().unwrap().cells.clone();
        let expected = [
            Cell::text("Bo"),
            Cell::text("some day"),
            number(12_505, 1),
            Cell::text("007"),
            Cell::text("beside the table"),
            number(3, 0),
            Cell::text("since: no date"),
        ];
        assert_eq!(cells, expected);
        assert_eq!(office.import("rejected.xlsx", &bytes, Mode::Create, &[]).totals.bad, 1);
    }
}

#[test]
fn a_title_above_the_header_is_passed_over_and_another_sheet_may_be_chosen() {
    for office in offices() {
        let rows = [
            vec![],
            vec![Cell::text("Navn"), Cell::text("E-mail")],
            vec![Cell::text("Anna"), Cell::text("a@x.dk")],
            vec![Cell::text("Bo"), Cell::text("b@x.dk")],
        ];
        let id = office.begin("folk.xlsx", workbook(&office, &["Kunder i 2026"], &rows));
        let import = office.import_of(id);
        assert_eq!((import.dialect.skipped_lines, import.dialect.has_header), (2, true));
        let targets: Vec<_> = import.mapping.columns.iter().map(|column| column.to.as_deref()).collect();
        assert_eq!(targets, [Some("name"), Some("emails.0.address")]);
        let options = import::Options {
            encoding: import.encoding,
            separator: import.dialect.separator,
            has_header: false,
            sheet: Some(0),
        };
        office.write(|tx| import::set_options(tx, id, &options));
        let preview = office.read(|cx| import::preview(cx, id));
        assert_eq!((preview.rows_estimate, preview.sheets[0].name.as_str()), (3, "Ark"));
        let missing = import::Options { sheet: Some(7), ..options };
        let refused = office.db.write(&office.scope(), |tx| import::set_options(tx, id, &missing));
        assert!(matches!(refused, Err(Error::Invalid(_))));
    }
}

/// As in the test of CSV: every tenth row is a card that another row names too.
fn people(office: &Office, rows: i128) -> Vec<u8> {
    let row = |row: i128| {
        let same = if row % 10 == 9 { row - 1 } else { row };
        let name = Cell::text(format!("Person {same}"));
        vec![
            name,
            Cell::text(format!("person{same}@x.dk")),
            Cell::text(format!("Company {}", row % 7)),
            number(row, 0),
        ]
    };
    workbook(office, &["name", "emails", "company", "job_title"], &(0..rows).map(row).collect::<Vec<_>>())
}

#[test]
fn a_workbook_that_is_killed_half_way_loses_and_repeats_nothing_and_can_be_undone() {
    for office in offices() {
        let id = office.begin("people.xlsx", people(&office, 2600));
        office.choose(id, Mode::Both, &["emails"]);
        office.write(|tx| import::start(tx, id));
        run_and_kill(&office, 2);
        assert!(office.all("person").len() < 2340);
        office.work();
        let done = office.import_of(id);
        let totals = done.totals;
        assert_eq!((done.state, totals.rows, totals.rows_total), (State::Done, 2600, 2600));
        assert_eq!((totals.created, totals.updated, totals.named), (2340, 260, 7));
        assert_eq!(office.called("person", "Person 2597").text("job_title"), "2597");
        office.write(|tx| import::undo(tx, id));
        office.work();
        assert_eq!(office.import_of(id).state, State::Undone);
        assert!(office.all("person").is_empty() && office.all("company").is_empty());
    }
}

#[test]
fn a_workbook_that_cannot_be_read_is_refused_with_the_reason() {
    let office = Office::sqlite();
    let refused = |name: &str, bytes: &[u8]| match office.try_begin(name, bytes) {
        Err(Error::Invalid(errors)) => errors.0[0].1.key.to_string(),
        other => panic!("{name}: {other:?}"),
    };
    let whole = workbook(&office, &["Navn"], &[vec![Cell::text("Anna")]]);
    assert_eq!(refused("a.xlsx", &whole[..whole.len() / 2]), "import-workbook-broken");
    assert_eq!(refused("a.xlsx", b"PK\x03\x04"), "import-workbook-broken");
    let mut protected = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused("a.xlsx", &protected), "import-workbook-protected");
    assert_eq!(refused("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "import-workbook-other");
}
