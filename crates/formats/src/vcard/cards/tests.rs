//! Files that are broken, huge or hostile.

use super::*;
use crate::vcard::{LONGEST_LINE, Version, write};
use proptest::prelude::*;

fn read(text: &str) -> Vec<Result<String, BadCard>> {
    cards(text.as_bytes()).map(|card| card.map(|card| card.name.full)).collect()
}

fn bad(line: u64, reason: Reason) -> Result<String, BadCard> {
    Err(BadCard { line, reason })
}

fn named(name: &str) -> Result<String, BadCard> {
    Ok(name.to_owned())
}

#[test]
fn a_line_too_long_spoils_one_card_only() {
    let text = format!(
        "BEGIN:VCARD\nNOTE:{}\nFN:x\nEND:VCARD\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n",
        "a".repeat(LONGEST_LINE + 1)
    );
    assert_eq!(read(&text), [bad(1, Reason::LineTooLong), named("Next")]);
}

#[test]
fn a_card_too_large_spoils_itself_only() {
    let note = format!("NOTE:{}\n", "a".repeat(LONGEST_LINE - 10));
    let text = format!("BEGIN:VCARD\nFN:x\n{}END:VCARD\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n", note.repeat(3));
    assert_eq!(read(&text), [bad(1, Reason::CardTooLarge), named("Next")]);
    let agent = format!("BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\n{}", note.repeat(3));
    assert_eq!(read(&agent), [bad(1, Reason::CardTooLarge)]);
}

#[test]
fn ends_may_be_missing_or_glued() {
    let text = "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARDBEGIN:VCARD\nFN:C\nEND:VCARD\nEND:VCARD\n\nbegin:vcard \nfn:D";
    assert_eq!(read(text), [named("A"), named("B"), named("C"), named("D")]);
}

#[test]
fn cards_within_cards_within_cards_are_one_card() {
    let depth = 20_000;
    let text = format!(
        "BEGIN:VCARD\nVERSION:2.1\nFN:Outer\n{}FN:Inner\n{}END:VCARD\n",
        "AGENT:\nBEGIN:VCARD\n".repeat(depth),
        "END:VCARD\n".repeat(depth)
    );
    assert_eq!(read(&text), [named("Outer")]);
}

#[test]
fn a_file_that_breaks_off_is_said_to() {
    struct Breaking(bool);
    impl Read for Breaking {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(io::Error::other("gone"));
            }
            // More than is looked at to guess the encoding.
            buffer.fill(b'\n');
            Ok(buffer.len())
        }
    }
    let mut cards = cards((&b"BEGIN:VCARD\nFN:A\nEND:VCARD\n"[..]).chain(Breaking(false)));
    let read: Vec<_> = cards.by_ref().collect();
    assert!(matches!(&read[..], [Err(BadCard { reason: Reason::Unreadable(_), .. })]), "{read:?}");
    assert!(cards.next().is_none());
}

#[test]
fn what_is_read_wrongly_labelled_is_still_right() {
    let latin = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8:S\xF8ren J\xF8rgensen\nEND:VCARD\n";
    let utf_8 = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Søren Jørgensen\nEND:VCARD\n";
    let both = [&latin[..], utf_8.as_bytes()].concat();
    let names: Vec<String> = cards(&both[..]).map(|card| card.unwrap().name.full).collect();
    assert_eq!(names, ["Søren Jørgensen", "Søren Jørgensen"]);
}

/// Something like a vCard, and rather not.
fn vcard_like() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"BEGIN:VCARD".to_vec()),
        Just(b"END:VCARD".to_vec()),
        Just(b"VERSION:2.1".to_vec()),
        Just(b"VERSION:4.0".to_vec()),
        Just(b"AGENT:".to_vec()),
        Just(b"item1.X-ABLabel:_$!<Home>!$_".to_vec()),
        "(item1\\.)?(FN|N|TEL|ADR|LABEL|EMAIL|URL|IMPP|BDAY|X-ABDATE|RELATED|GEO|REV|PHOTO|GENDER|ORG|X-ANDROID-CUSTOM|X-SOCIALPROFILE|AGENT|SOUND)(;(TYPE=|PREF=|VALUE=|ENCODING=|CHARSET=|X-SERVICE-TYPE=)?(cell|home|fax|1|uri|b|QUOTED-PRINTABLE|GBK|\"a,b\"|X-IRMC-N|\"))*:[-a-c0-9;:,\\\\=/ %é世]{0,20}=?".prop_map(String::into_bytes),
        proptest::collection::vec(any::<u8>(), 0..12),
        Just(b" ".to_vec()),
        Just(Vec::new()),
    ];
    let line_end = prop_oneof![Just(&b"\r\n"[..]), Just(&b"\n"[..]), Just(&b"\r"[..])];
    (proptest::collection::vec(piece, 0..16), line_end, any::<bool>()).prop_map(
        |(mut lines, line_end, framed)| {
            if framed {
                lines.insert(0, b"BEGIN:VCARD".to_vec());
                lines.insert(1, b"FN:x".to_vec());
            }
            lines.join(line_end)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn nothing_makes_the_parser_panic(bytes in vcard_like()) {
        for card in cards(&bytes[..]).flatten() {
            write(&card, Version::V3);
            write(&card, Version::V4);
        }
    }

    /// What came out of any file once is stable from then on.
    #[test]
    fn writing_and_reading_again_changes_no_name(bytes in vcard_like()) {
        for card in cards(&bytes[..]).flatten() {
            let text = write(&card, Version::V4);
            let again: Result<Vec<Card>, BadCard> = cards(text.as_bytes()).collect();
            prop_assert!(again.as_ref().is_ok_and(|again| again.len() == 1), "{text} {again:?}");
            let again = again.unwrap();
            prop_assert_eq!(&again[0].name.full, &card.display_name());
            prop_assert_eq!(again[0].emails.len(), card.emails.len());
            prop_assert_eq!(again[0].phones.len(), card.phones.len());
            prop_assert_eq!(again[0].addresses.len(), card.addresses.len());
            prop_assert_eq!(again[0].birthday, card.birthday);
        }
    }
}
