//! Files as real programs export them: every card comes in whole, and goes out again.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;

use formats::vcard::{self, BadCard, Card, Photo, Reason, Remark, Version};
use serde_json::Value;

fn sample(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/samples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read(bytes: &[u8]) -> Vec<Card> {
    vcard::cards(bytes).map(Result::unwrap).collect()
}

/// All values of all cards, without what the cards do not say.
fn shown(cards: &[Card]) -> String {
    fn filled(value: Value) -> Option<Value> {
        match value {
            Value::Null | Value::Bool(false) => None,
            Value::String(text) if text.is_empty() => None,
            Value::Array(values) => {
                let values: Vec<Value> = values.into_iter().filter_map(filled).collect();
                (!values.is_empty()).then_some(Value::Array(values))
            }
            Value::Object(fields) => {
                let fields = fields.into_iter().filter_map(|(name, value)| Some((name, filled(value)?)));
                let fields: serde_json::Map<String, Value> = fields.collect();
                (!fields.is_empty()).then_some(Value::Object(fields))
            }
            other => Some(other),
        }
    }
    let value = filled(serde_json::to_value(cards).unwrap()).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}

/// The cards written and read again are the same.
fn check_that_nothing_is_lost(cards: &[Card]) {
    for (version, number) in [(Version::V3, "3.0"), (Version::V4, "4.0")] {
        let text: String = cards.iter().map(|card| vcard::write(card, version)).collect();
        let expected = cards.iter().map(|card| Card {
            version: number.to_owned(),
            warnings: Vec::new(),
            // Written, a name is never missing.
            name: vcard::Name { full: card.display_name(), ..card.name.clone() },
            ..card.clone()
        });
        assert_eq!(read(text.as_bytes()), expected.collect::<Vec<_>>(), "{text}");
    }
}

macro_rules! samples {
    ($($test:ident: $file:literal,)*) => {
        $(#[test]
        fn $test() {
            let cards = read(&sample($file));
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(stringify!($test), shown(&cards));
            });
            check_that_nothing_is_lost(&cards);
        })*
    };
}

samples! {
    an_iphone_exports_version_3: "icloud.vcf",
    google_exports_version_3: "google.vcf",
    outlook_exports_version_2_in_windows_1252: "outlook.vcf",
    android_exports_version_2_quoted_printable: "android.vcf",
    thunderbird_exports_in_lower_case: "thunderbird.vcf",
    lotus_notes_forgets_escapes_and_names: "lotus_notes.vcf",
    blackberry_does_not_indent_pictures: "blackberry.vcf",
    nokia_exports_cards_within_cards: "nokia.vcf",
    chinese_phones_export_gb18030: "chinese_phone.vcf",
    card_dav_servers_export_version_4: "carddav.vcf",
    windows_exports_utf_16: "utf16.vcf",
}

#[test]
fn pictures_come_in_whole() {
    let jpeg = [&[0xFF, 0xD8, 0xFF, 0xE0][..], b"\0\x10JFIF"].concat();
    for (file, media_type) in [
        ("icloud.vcf", "image/jpeg"),
        ("outlook.vcf", "image/jpeg"),
        ("blackberry.vcf", "image/jpeg"),
        ("nokia.vcf", "image/jpeg"),
        ("android.vcf", "image/png"),
        ("carddav.vcf", "image/png"),
    ] {
        let photo = read(&sample(file))[0].photo.clone().unwrap();
        let Photo::Data { bytes, media_type: found } = photo else { panic!("{file}") };
        assert_eq!(found, media_type, "{file}");
        if media_type == "image/jpeg" {
            assert!(bytes.starts_with(&jpeg) && bytes.ends_with(&[0xFF, 0xD9]), "{file}");
            assert_eq!(bytes.len(), 142, "{file}");
        } else {
            assert!(bytes.starts_with(b"\x89PNG") && bytes.ends_with(b"IEND\xAE\x42\x60\x82"), "{file}");
        }
    }
}

#[test]
fn a_bad_card_does_not_stop_the_next() {
    let bytes = sample("bad_cards.vcf");
    let read: Vec<Result<String, BadCard>> =
        vcard::cards(&bytes[..]).map(|card| card.map(|card| card.name.full)).collect();
    let bad = |line, reason| Err(BadCard { line, reason });
    assert_eq!(
        read,
        [
            bad(1, Reason::OutsideCard),
            Ok("First".to_owned()),
            bad(6, Reason::Empty),
            Ok("Second".to_owned()),
            bad(16, Reason::OutsideCard),
            Ok("Third".to_owned()),
        ]
    );
    let warnings: Vec<(u64, Remark)> = vcard::cards(&bytes[..])
        .flatten()
        .flat_map(|card| card.warnings)
        .map(|warning| (warning.line, warning.remark))
        .collect();
    assert_eq!(warnings, [(13, Remark::BadPhoto), (17, Remark::MissingEnd)]);
}

#[test]
fn the_line_of_each_card_is_known() {
    let bytes = sample("blackberry.vcf");
    let mut cards = vcard::cards(&bytes[..]);
    let mut lines = Vec::new();
    while let Some(card) = cards.next() {
        card.unwrap();
        lines.push(cards.line());
    }
    let text = String::from_utf8(bytes).unwrap();
    let begins = text.lines().enumerate().filter(|(_, line)| *line == "BEGIN:VCARD");
    assert_eq!(lines, begins.map(|(at, _)| at as u64 + 1).collect::<Vec<_>>());
}

#[test]
fn line_ends_and_encodings_do_not_matter() {
    for file in ["icloud.vcf", "google.vcf", "carddav.vcf", "lotus_notes.vcf"] {
        let bytes = sample(file);
        let expected = read(&bytes);
        let text = String::from_utf8(bytes).unwrap();
        for changed in [text.replace("\r\n", "\n"), text.replace("\r\n", "\r"), format!("\u{FEFF}{text}")] {
            assert_eq!(read(changed.as_bytes()), expected, "{file}");
        }
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&wide), expected, "{file}");
    }
}
