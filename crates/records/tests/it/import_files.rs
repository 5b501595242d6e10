//! Files as they really are: encodings, separators, quotes, rows that are wrong.

use kernel::Id;
use records::import::{self, Mode, State};

use crate::office::{Office, emails, offices};

fn utf_16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// Windows-1254 for the letters of the test.
fn windows_1254(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'ş' => 0xfe,
        'Ş' => 0xde,
        'ı' => 0xfd,
        'İ' => 0xdd,
        'ğ' => 0xf0,
        'ü' => 0xfc,
        'ö' => 0xf6,
        'ç' => 0xe7,
        ascii => u8::try_from(ascii).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn files_in_utf_16_turkish_and_chinese_encodings_come_in() {
    for office in offices() {
        office.import("a.csv", utf_16("Navn\tE-mail\r\nSøren Kjær\tsoren@kjaer.dk\r\n"), Mode::Create, &[]);
        assert_eq!(emails(&office.called("person", "Søren Kjær")), ["soren@kjaer.dk"]);

        let turkish = "Ad,Soyad,E-posta,Şehir\n\
            Işıl,Yıldız,isil@ornek.com.tr,İstanbul\nGülşah,Öztürk,gulsah@ornek.com.tr,Eskişehir\n\
            Çağrı,Doğan,cagri@ornek.com.tr,Muğla\n";
        let turkish = turkish.replace("Ç", "ç").replace("Ö", "ö");
        let id = office.begin("kisiler.csv", windows_1254(&turkish));
        let found = office.import_of(id).encoding;
        // Three rows are little to tell Turkish from Western letters by; a person may choose.
        if found.name() != "windows-1254" {
            let options = import::Options {
                encoding: formats::encoding::Encoding::named("windows-1254").unwrap(),
                separator: b',',
                has_header: true,
                sheet: None,
            };
            office.write(|tx| import::set_options(tx, id, &options));
        }
        office.choose(id, Mode::Create, &[]);
        office.write(|tx| import::start(tx, id));
        office.work();
        assert_eq!(office.called("person", "Işıl Yıldız").get("addresses")[0]["city"], "İstanbul");

        // 姓名,邮箱 / 王小明,wang@example.cn in GB18030.
        let mut chinese = vec![0xd0, 0xd5, 0xc3, 0xfb, b',', 0xd3, 0xca, 0xcf, 0xe4, b'\n'];
        chinese.extend([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]);
        chinese.extend(b",wang@example.cn\n");
        office.import("renyuan.csv", chinese, Mode::Create, &[]);
        assert_eq!(emails(&office.called("person", "王小明")), ["wang@example.cn"]);
    }
}

#[test]
fn a_semicolon_file_with_line_ends_in_quotes_comes_in() {
    for office in offices() {
        let file = "Navn;E-mail;Bemærkninger\r\n\"Berg; Anna\";anna@berg.dk;\"Første linje\r\nanden \"\"linje\"\"\"\r\nBo Holm;bo@holm.dk;\r\n";
        let done = office.import("excel.csv", file, Mode::Create, &[]);
        assert_eq!(done.totals.created, 2, "{:?}", done.totals);
        let anna = office.all("person").remove(0);
        assert_eq!(anna.text("about"), "Første linje\nanden \"linje\"");
        assert_eq!(emails(&anna), ["anna@berg.dk"]);
    }
}

const PARTLY_BAD: &str = "\
Navn,E-mail,Fødselsdag,Note
Anna Berg,anna@berg.dk,1976-12-04,god
,,,ingen
Bo Holm,bo@holm.dk,ikke en dato,\"to
linjer\"
Carl Dahl,carl@dahl.dk,,
";

fn bad(office: &Office, id: Id) -> Vec<(u64, String, String)> {
    let rows = office.read(|cx| import::bad_rows(cx, id, None, 10));
    let key = |note: &jobs::Note| match note {
        jobs::Note::Message { key, .. } => key.clone(),
        jobs::Note::Plain(text) => text.clone(),
    };
    rows.into_iter().map(|row| (row.line, row.problem.header.clone(), key(&row.problem.reason))).collect()
}

#[test]
fn a_bad_row_is_told_with_line_column_and_reason_and_comes_in_when_it_is_mended() {
    for office in offices() {
        let done = office.import("liste.csv", PARTLY_BAD, Mode::Both, &["emails"]);
        assert_eq!((done.state, done.totals.created, done.totals.bad), (State::Done, 2, 2));
        let expected = [(3, "Navn", "required"), (4, "Fødselsdag", "not-a-date")];
        let expected = expected.map(|(line, header, key)| (line, header.to_owned(), key.to_owned()));
        assert_eq!(bad(&office, done.id), expected);

        let mut file = Vec::new();
        office.read(|cx| import::write_bad_rows(cx, done.id, &mut file, |_| "det er galt".to_owned()));
        let text = String::from_utf8(file).unwrap();
        assert_eq!(
            text,
            "\u{feff}Navn,E-mail,Fødselsdag,Note,line,reason\r\n\
             ,,,ingen,3,Navn: det er galt\r\n\
             Bo Holm,bo@holm.dk,ikke en dato,\"to\nlinjer\",4,Fødselsdag: det er galt\r\n"
        );
        let mended = text.replace("ikke en dato", "5/12/1980").replace(",,,ingen", "Dora Ek,,,ingen");
        let done = office.import("mended.csv", mended, Mode::Both, &["emails"]);
        assert_eq!((done.totals.created, done.totals.bad), (2, 0), "{:?}", bad(&office, done.id));
        let bo = office.called("person", "Bo Holm");
        assert_eq!((bo.text("birthday"), bo.text("about")), ("1980-12-05", "to\nlinjer"));
    }
}

#[test]
fn a_row_that_is_refused_when_half_of_it_is_written_leaves_nothing() {
    for office in offices() {
        // The role of a relation is shorter than a job title may be.
        let long = "x".repeat(300);
        let file =
            format!("Navn,Firma,Stilling\nAnna,Berg A/S,Chef\nBo,Holm A/S,{long}\nCarl,Holm A/S,Smed\n");
        let done = office.import("liste.csv", file, Mode::Create, &[]);
        assert_eq!(
            (done.state, done.totals.created, done.totals.bad, done.totals.rows),
            (State::Done, 2, 1, 3)
        );
        assert_eq!(bad(&office, done.id), [(3, "role".to_owned(), "too-long".to_owned())]);
        assert_eq!(office.titles("person"), ["Anna", "Carl"]);
        assert_eq!(office.titles("company"), ["Berg A/S", "Holm A/S"]);
        assert_eq!(done.totals.named, 2);
    }
}

#[test]
fn what_is_no_list_of_contacts_is_refused() {
    for office in offices() {
        let try_it = |name: &str, bytes: &[u8]| {
            let path = std::env::temp_dir().join(format!("{}-{name}", office.workspace));
            std::fs::write(&path, bytes).unwrap();
            let begun = office.db.write(&office.scope(), |tx| import::begin(tx, name, &path));
            std::fs::remove_file(&path).unwrap();
            assert!(matches!(begun, Err(kernel::Error::Invalid(_))), "{name}: {begun:?}");
        };
        try_it("a.pdf", b"%PDF-1.7 and so on");
        try_it("backup.zip", b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        try_it("a.png", &[0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0, 0, 0, 1]);
    }
}
