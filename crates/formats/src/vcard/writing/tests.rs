//! What is written is read back as the same card, and looks as other programs expect it.

use super::*;
use crate::vcard::*;
use jiff::Timestamp;
use proptest::{collection::vec, option, prelude::*};

fn read(text: &str) -> Card {
    let mut cards = cards(text.as_bytes());
    let card = cards.next().unwrap().unwrap();
    assert!(cards.next().is_none());
    card
}

fn ada() -> Card {
    Card {
        uid: Some("urn:uuid:1".to_owned()),
        name: Name {
            full: "Dr. Ada Lovelace".to_owned(),
            given: "Ada".to_owned(),
            family: "Lovelace; Byron".to_owned(),
            prefix: "Dr.".to_owned(),
            ..Name::default()
        },
        emails: vec![Labelled {
            value: "ada@example.com".to_owned(),
            label: Some("work".to_owned()),
            preferred: true,
        }],
        phones: vec![
            Phone {
                value: "+45 12 34 56 78".to_owned(),
                extension: Some("9".to_owned()),
                label: Some("Sommerhus".to_owned()),
                kinds: vec![PhoneKind::Cell],
                preferred: false,
            },
            Phone {
                value: "12".to_owned(),
                label: Some("work fax".to_owned()),
                kinds: vec![PhoneKind::Fax],
                ..Phone::default()
            },
        ],
        birthday: PartialDate::new(None, 12, 10),
        anniversary: PartialDate::new(Some(1835), 7, 8),
        related: vec![Related { role: Some("spouse".to_owned()), who: Who::Named("William".to_owned()) }],
        socials: vec![Social {
            network: "twitter".to_owned(),
            handle: Some("ada".to_owned()),
            url: Some("https://twitter.com/ada".to_owned()),
            label: None,
        }],
        notes: vec!["one, two\nthree".to_owned()],
        kind: Kind::Organisation,
        photo: Some(Photo::Data { bytes: vec![0xFF, 0xD8, 1], media_type: "image/jpeg".to_owned() }),
        unknown: vec![RawProperty {
            group: Some("item1".to_owned()),
            name: "X-LUNCH".to_owned(),
            params: vec![Parameter { name: "X-DAY".to_owned(), values: vec!["mon, \"early\"".to_owned()] }],
            value: "a\\, b;c".to_owned(),
        }],
        ..Card::default()
    }
}

#[test]
fn version_3_is_written_as_phones_expect_it() {
    let expected = "BEGIN:VCARD
VERSION:3.0
FN:Dr. Ada Lovelace
N:Lovelace\\; Byron;Ada;;Dr.;
X-ABShowAs:COMPANY
item2.TEL;TYPE=CELL:+45 12 34 56 78 ext. 9
item2.X-ABLabel:Sommerhus
TEL;TYPE=WORK;TYPE=FAX:12
EMAIL;TYPE=INTERNET;TYPE=WORK;TYPE=PREF:ada@example.com
X-SOCIALPROFILE;TYPE=twitter;X-USER=ada:https://twitter.com/ada
BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10
item3.X-ABDATE:1835-07-08
item3.X-ABLabel:_$!<Anniversary>!$_
item4.X-ABRELATEDNAMES:William
item4.X-ABLabel:_$!<Spouse>!$_
NOTE:one\\, two\\nthree
PHOTO;ENCODING=b;TYPE=JPEG:/9gB
UID:urn:uuid:1
item1.X-LUNCH;X-DAY=\"mon, ^'early^'\":a\\, b;c
END:VCARD
";
    assert_eq!(write(&ada(), Version::V3), expected.replace('\n', "\r\n"));
}

#[test]
fn version_4_is_written_after_rfc_6350() {
    let expected = "BEGIN:VCARD
VERSION:4.0
FN:Dr. Ada Lovelace
N:Lovelace\\; Byron;Ada;;Dr.;
KIND:org
item2.TEL;TYPE=cell:+45 12 34 56 78 ext. 9
item2.X-ABLabel:Sommerhus
TEL;TYPE=work;TYPE=fax:12
EMAIL;TYPE=work;PREF=1:ada@example.com
SOCIALPROFILE;SERVICE-TYPE=twitter;USERNAME=ada:https://twitter.com/ada
BDAY:--1210
ANNIVERSARY:18350708
RELATED;TYPE=spouse;VALUE=text:William
NOTE:one\\, two\\nthree
PHOTO:data:image/jpeg;base64,/9gB
UID:urn:uuid:1
item1.X-LUNCH;X-DAY=\"mon, ^'early^'\":a\\, b;c
END:VCARD
";
    assert_eq!(write(&ada(), Version::V4), expected.replace('\n', "\r\n"));
}

#[test]
fn what_frames_a_card_cannot_be_smuggled_in() {
    let mut card = ada();
    card.unknown = ["END", "begin", "X-A"]
        .map(|name| RawProperty {
            name: name.to_owned(),
            value: "VCARD\nEND:VCARD".to_owned(),
            ..RawProperty::default()
        })
        .to_vec();
    let back = read(&write(&card, Version::V4));
    assert_eq!(back.unknown.len(), 1);
    assert_eq!(back.unknown[0].value, "VCARD\\nEND:VCARD");
}

#[test]
fn a_card_survives_json() {
    let json = serde_json::to_string(&ada()).unwrap();
    assert_eq!(serde_json::from_str::<Card>(&json).unwrap(), ada());
    assert!(json.contains("\"/9gB\""));
}

fn is_shown(text: &str) -> bool {
    let unseen = |sign: char| sign.is_control() && sign != '\n';
    let is_mark = |sign: char| matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    !text.is_empty() && text.trim() == text && !text.contains(unseen) && !text.contains(is_mark)
}

/// Any text a person could have written, with plenty of what must be escaped.
fn text() -> impl Strategy<Value = String> + Clone {
    "\\PC{1,20}|[a-zæ,;:\\\\\"^=\nnN |.%']{1,30}|[åß世]{20,60}".prop_filter("trimmed", |text| is_shown(text))
}

fn maybe() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), text()]
}

/// A label nobody has another word for.
fn custom() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("Q{text}")).prop_filter("shown", |text| is_shown(text))
}

fn used() -> impl Strategy<Value = Option<String>> {
    let common = prop_oneof![Just("home"), Just("work"), Just("other"), Just("mobile"), Just("main")];
    option::of(prop_oneof![common.prop_map(str::to_owned), custom()])
}

fn labelled(value: impl Strategy<Value = String>) -> impl Strategy<Value = Labelled> {
    (value, used(), any::<bool>()).prop_map(|(value, label, preferred)| Labelled { value, label, preferred })
}

fn phone() -> impl Strategy<Value = Phone> {
    use PhoneKind::*;
    let fitting = prop_oneof![
        Just((None, vec![])),
        Just((None, vec![Voice])),
        Just((None, vec![Video, Car])),
        Just((Some("mobile"), vec![Cell])),
        Just((Some("mobile"), vec![Cell, Text])),
        Just((Some("home"), vec![])),
        Just((Some("work"), vec![Cell])),
        Just((Some("work"), vec![Fax])),
        Just((Some("work fax"), vec![Fax])),
        Just((Some("home fax"), vec![Fax])),
        Just((Some("fax"), vec![Fax])),
        Just((Some("pager"), vec![Pager])),
        Just((Some("main"), vec![Main])),
        Just((Some("other"), vec![Voice])),
    ];
    let fitting = fitting.prop_map(|(label, kinds)| (label.map(str::to_owned), kinds));
    let own = (custom(), option::of(Just(Cell)))
        .prop_map(|(label, kind)| (Some(label), kind.into_iter().collect()));
    let number = prop_oneof!["\\+?[0-9 ]{1,15}[0-9]", custom()].prop_map(|number| number.trim().to_owned());
    (number, option::of("[0-9]{1,5}"), prop_oneof![fitting, own], any::<bool>()).prop_map(
        |(value, extension, (label, kinds), preferred)| Phone { value, extension, label, kinds, preferred },
    )
}

fn address() -> impl Strategy<Value = Address> {
    let parts = [maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe()];
    let formatted = option::of(text().prop_filter("no escapes", |text| !text.contains('\\')));
    (parts, used(), option::of("[a-z]{2}"), formatted, any::<bool>()).prop_map(
        |(
            [po_box, extended, street, locality, region, postal_code, country],
            label,
            country_code,
            formatted,
            preferred,
        )| {
            Address {
                // One part at least, or there is no address.
                street: format!("Gade {street}").trim().to_owned(),
                label,
                po_box,
                extended,
                locality,
                region,
                postal_code,
                country,
                country_code,
                formatted,
                preferred,
            }
        },
    )
}

fn date() -> impl Strategy<Value = PartialDate> {
    (option::of(1700i16..2200), 1u8..13, 1u8..29).prop_map(|(year, month, day)| PartialDate {
        year,
        month,
        day,
    })
}

fn social() -> impl Strategy<Value = Social> {
    let network = prop_oneof!["z[a-z]{2,7}", Just("google-talk".to_owned()), Just("min kanal".to_owned())];
    let handle = text().prop_filter("no link", |text| !text.starts_with("http") && !text.starts_with("//"));
    let url = "https://[a-z]{1,8}\\.dk/[a-z0-9,;?=&%]{0,60}";
    prop_oneof![
        (network.clone(), handle.clone(), used()).prop_map(|(network, handle, label)| Social {
            network,
            handle: Some(handle),
            url: None,
            label
        }),
        (network, option::of(handle), url, used()).prop_map(|(network, handle, url, label)| Social {
            network,
            handle,
            url: Some(url),
            label
        }),
    ]
}

fn related() -> impl Strategy<Value = Related> {
    let role = prop_oneof![Just("spouse"), Just("mother"), Just("co-worker"), Just("assistant")];
    let role = option::of(prop_oneof![role.prop_map(str::to_owned), custom()]);
    let who = prop_oneof![text().prop_map(Who::Named), "urn:uuid:[0-9a-f-]{8}".prop_map(Who::Card)];
    (role, who).prop_map(|(role, who)| Related { role, who })
}

fn raw() -> impl Strategy<Value = RawProperty> {
    let parameter = ("X-P[A-Z]{1,4}", vec(text().prop_map(|text| text.replace('\\', "/")), 1..3))
        .prop_map(|(name, values)| Parameter { name, values });
    let value = "[a-z0-9\\\\,;:\"= æ]{0,90}";
    (option::of("item[0-9]|g"), "X-ZQ[A-Z]{1,8}", vec(parameter, 0..3), value)
        .prop_map(|(group, name, params, value)| RawProperty { group, name, params, value })
}

fn photo() -> impl Strategy<Value = Photo> {
    let media_type = prop_oneof![Just("image/jpeg"), Just("image/png"), Just("image/svg+xml")];
    prop_oneof![
        (vec(any::<u8>(), 1..200), media_type)
            .prop_map(|(bytes, media_type)| Photo::Data { bytes, media_type: media_type.to_owned() }),
        "https://[a-z]{1,8}\\.dk/[a-z0-9,;?=]{0,90}".prop_map(Photo::Url),
    ]
}

fn name() -> impl Strategy<Value = Name> {
    (text(), [maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe()]).prop_map(
        |(
            full,
            [prefix, given, middle, family, suffix, phonetic_given, phonetic_middle, phonetic_family],
        )| Name {
            full,
            prefix,
            given,
            middle,
            family,
            suffix,
            phonetic_given,
            phonetic_middle,
            phonetic_family,
        },
    )
}

fn gender() -> impl Strategy<Value = Gender> {
    let sex = prop_oneof![
        Just(Sex::Male),
        Just(Sex::Female),
        Just(Sex::Other),
        Just(Sex::NotApplicable),
        Just(Sex::Unknown)
    ];
    (sex, option::of(text())).prop_map(|(sex, identity)| Gender { sex: Some(sex), identity })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Individual),
        Just(Kind::Organisation),
        Just(Kind::Group),
        Just(Kind::Location),
        custom().prop_map(Kind::Other),
    ]
}

prop_compose! {
    fn reachable()(
        emails in vec(labelled(text().prop_map(|text| format!("a{text}"))), 0..3),
        phones in vec(phone(), 0..4),
        addresses in vec(address(), 0..3),
        urls in vec(labelled("https://[a-z]{1,8}\\.dk/[a-z0-9,;?=\\\\]{0,90}".prop_map(String::from)), 0..3),
        socials in vec(social(), 0..3),
        related in vec(related(), 0..3),
        members in vec("urn:uuid:[0-9a-f-]{8}", 0..3),
    ) -> Card {
        Card { emails, phones, addresses, urls, socials, related, members, ..Card::default() }
    }
}

prop_compose! {
    fn described()(
        (name, nicknames) in (name(), vec(text(), 0..3)),
        organisation in option::of((text(), vec(text(), 0..3))),
        (title, role, uid, time_zone) in (option::of(text()), option::of(text()), option::of("[a-z0-9:;,-]{1,40}"), option::of(text())),
        (birthday, anniversary) in (option::of(date()), option::of(date())),
        dates in vec((date(), option::of(custom())), 0..3),
        (notes, categories) in (vec(text(), 0..3), vec(text(), 0..3)),
        (gender, kind) in (option::of(gender()), kind()),
        languages in vec("[a-z]{2}", 0..3),
        (photo, geo) in (option::of(photo()), option::of((-90.0f64..90.0, -180.0f64..180.0))),
        revision in option::of(0i64..4_000_000_000),
        unknown in vec(raw(), 0..3),
    ) -> Card {
        let organisation = organisation.map(|(name, units)| Organisation { name, units }).unwrap_or_default();
        Card {
            name, nicknames, organisation, title, role, uid, time_zone, birthday, anniversary, notes, categories,
            gender, kind, languages, photo, unknown,
            dates: dates.into_iter().map(|(date, label)| LabelledDate { date, label }).collect(),
            geo: geo.map(|(latitude, longitude)| Geo { latitude, longitude }),
            revision: revision.map(|second| Timestamp::from_second(second).unwrap()),
            ..Card::default()
        }
    }
}

prop_compose! {
    fn card()(described in described(), reachable in reachable()) -> Card {
        Card {
            emails: reachable.emails, phones: reachable.phones, addresses: reachable.addresses, urls: reachable.urls,
            socials: reachable.socials, related: reachable.related, members: reachable.members, ..described
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn what_is_written_is_read_back(card in card()) {
        for (version, number) in [(Version::V3, "3.0"), (Version::V4, "4.0")] {
            let text = write(&card, version);
            let expected = Card { version: number.to_owned(), ..card.clone() };
            prop_assert_eq!(read(&text), expected, "{}", text);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        }
    }
}
