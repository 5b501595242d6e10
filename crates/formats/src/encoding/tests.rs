//! Encodings are guessed from samples of the languages Kartotek speaks, and decoded piece by piece.

use super::*;
use proptest::prelude::*;

const DANISH: &str = "Navn;Adresse;By\r\nSøren Ærø;Østergade 12;København\r\nÅse Bøgh;Nørre Allé 3;Århus\r\n";
const SWEDISH: &str =
    "Namn;Adress;Ort\r\nÅsa Öberg;Västra vägen 1;Malmö\r\nGöran Ström;Hjälmargatan;Örebro\r\n";
const TURKISH: &str =
    "Ad;Soyad;Şehir\r\nİbrahim;Çağlar;İstanbul\r\nŞule;Yıldırım;Eskişehir\r\nGökçe;Işık;Muğla\r\n";
const BULGARIAN: &str = "Име;Фамилия;Град\r\nИван;Георгиев;София\r\nМария;Желязкова;Пловдив\r\n";
const CHINESE: &str = "姓名,电话,公司,地址\r\n张伟,13800138000,北京科技有限公司,北京市海淀区中关村大街\r\n";
const TRADITIONAL: &str = "姓名,電話,公司,地址\r\n陳大文,0912345678,台灣電子股份有限公司,台北市信義區\r\n";
const JAPANESE: &str = "氏名,電話,会社,住所\r\n山田太郎,0312345678,株式会社やまだ,東京都千代田区\r\n";

fn encoded(text: &str, label: &str) -> Vec<u8> {
    match label {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable);
            bytes.into_owned()
        }
    }
}

#[test]
fn the_encoding_is_detected_from_its_text() {
    for (text, label) in [
        (DANISH, "UTF-8"),
        (DANISH, "windows-1252"),
        (SWEDISH, "windows-1252"),
        (TURKISH, "windows-1254"),
        (BULGARIAN, "windows-1251"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "Big5"),
        (JAPANESE, "Shift_JIS"),
        (JAPANESE, "EUC-JP"),
        (JAPANESE, "ISO-2022-JP"),
        (DANISH, "UTF-16LE"),
        (DANISH, "UTF-16BE"),
        (CHINESE, "UTF-16LE"),
        (CHINESE, "UTF-16BE"),
        (BULGARIAN, "UTF-16LE"),
    ] {
        let bytes = encoded(text, label);
        let detected = detect(&bytes);
        assert_eq!(detected.name(), label, "{text}");
        assert_eq!(read(detected, &bytes, 4096), text);
    }
}

#[test]
fn a_byte_order_mark_decides_and_is_removed() {
    for (mark, label) in
        [(&b"\xEF\xBB\xBF"[..], "UTF-8"), (b"\xFF\xFE", "UTF-16LE"), (b"\xFE\xFF", "UTF-16BE")]
    {
        let bytes = [mark, &encoded(DANISH, label)].concat();
        assert_eq!(detect(&bytes).name(), label);
        assert_eq!(read(detect(&bytes), &bytes, 100), DANISH);
    }
}

#[test]
fn ascii_and_emptiness_are_utf_8() {
    assert_eq!(detect(b""), Encoding::UTF_8);
    assert_eq!(detect(b"name,phone\n"), Encoding::UTF_8);
}

#[test]
fn a_sample_cut_within_a_character_is_still_utf_8_but_a_short_windows_1252_file_is_not() {
    let long = "Åse Bøgh æøå ".repeat(400);
    let cut = (4096..).find(|end| !long.is_char_boundary(*end)).unwrap();
    assert_eq!(detect(&long.as_bytes()[..cut]), Encoding::UTF_8);
    assert_eq!(detect(b"Bl\xE5"), Encoding::WINDOWS_1252);
}

#[test]
fn encodings_are_known_by_their_other_names() {
    for (label, name) in
        [("latin1", "windows-1252"), ("GB2312", "GBK"), ("utf8", "UTF-8"), (" Shift-JIS ", "Shift_JIS")]
    {
        assert_eq!(Encoding::named(label).unwrap().name(), name);
    }
    assert_eq!(Encoding::named("klingon"), None);
    for choice in Encoding::CHOICES {
        assert_eq!(Encoding::named(choice.name()), Some(choice));
    }
    let stored = serde_json::to_string(&Encoding::GB18030).unwrap();
    assert_eq!(stored, "\"gb18030\"");
    assert_eq!(serde_json::from_str::<Encoding>(&stored).unwrap(), Encoding::GB18030);
    assert!(serde_json::from_str::<Encoding>("\"klingon\"").is_err());
}

#[test]
fn what_cannot_be_read_is_replaced_and_noted() {
    let mut decoded = reader(Encoding::UTF_8, &b"S\xF8ren"[..]);
    let mut text = String::new();
    decoded.read_to_string(&mut text).unwrap();
    assert_eq!(text, "S\u{FFFD}ren");
    assert!(decoded.has_replaced());
}

/// Reads with a source that gives `step` bytes at a time into a buffer of `step` bytes.
fn read(encoding: Encoding, bytes: &[u8], step: usize) -> String {
    struct Stepwise<'b>(&'b [u8], usize);
    impl Read for Stepwise<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let taken = self.1.min(buffer.len()).min(self.0.len());
            let (now, later) = self.0.split_at(taken);
            buffer[..taken].copy_from_slice(now);
            self.0 = later;
            Ok(taken)
        }
    }
    let mut decoded = reader(encoding, Stepwise(bytes, step));
    let mut out = Vec::new();
    let mut buffer = vec![0; step];
    loop {
        match decoded.read(&mut buffer).unwrap() {
            0 => return String::from_utf8(out).unwrap(),
            read => out.extend_from_slice(&buffer[..read]),
        }
    }
}

proptest! {
    #[test]
    fn decoding_piecewise_equals_decoding_at_once(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        step in 1usize..200,
        choice in 0..Encoding::CHOICES.len(),
    ) {
        let encoding = Encoding::CHOICES[choice];
        detect(&bytes);
        prop_assert_eq!(read(encoding, &bytes, step), encoding.decode(&bytes));
    }

    #[test]
    fn any_text_survives_utf_16(text in "\\PC*", step in 1usize..100) {
        prop_assert_eq!(read(Encoding::UTF_16LE, &encoded(&text, "UTF-16LE"), step), text.trim_start_matches('\u{FEFF}'));
    }
}
