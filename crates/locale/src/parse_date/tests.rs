//! What six readers may type for a day.

use jiff::civil::{Date, date};

use crate::locale::tests::reader;

/// A Wednesday.
const TODAY: Date = date(2026, 11, 18);

#[track_caller]
fn check(reading: &str, text: &str, expected: Option<Date>) {
    assert_eq!(reader(reading).parse_date(text, TODAY).ok(), expected, "{text} in {reading}");
}

#[test]
fn digits_are_read_in_the_local_order() {
    let day = Some(date(2026, 11, 22));
    for (reading, text, expected) in [
        ("en-GB", "2026-11-22", day),
        ("en-US", "2026-11-22", day),
        ("en-GB", "22/11/2026", day),
        ("en-US", "11/22/2026", day),
        ("en-US", "22/11/2026", day),
        ("en-GB", "11/22/2026", day),
        ("en-US", "4/5/2026", Some(date(2026, 4, 5))),
        ("en-GB", "4/5/2026", Some(date(2026, 5, 4))),
        ("da-DK", "22.11.2026", day),
        ("da-DK", "22. 11. 2026", day),
        ("da-DK", "22/11-26", day),
        ("da-DK", "22.11.", day),
        ("da-DK", "221126", day),
        ("sv-SE", "26-11-22", day),
        ("sv-SE", "261122", Some(date(2022, 11, 26))),
        ("sv-SE", "22/11", day),
        ("sv-SE", "11-22", day),
        ("bg-BG", "22.11.2026 г.", day),
        ("tr-TR", "22.11.26", day),
        ("zh-CN", "2026/11/22", day),
        ("zh-CN", "26/11/22", day),
        ("zh-CN", "11/22", day),
        ("zh-CN", "2026年11月22日", day),
        ("zh-CN", "11月22号", day),
        ("zh-CN", "二〇二六年十一月二十二日", day),
        ("zh-CN", "２０２６年１１月２２日星期日", day),
        ("en-GB", "20261122", day),
        ("en-GB", "22112026", day),
        ("en-GB", "1/2/65", Some(date(1965, 2, 1))),
        ("en-GB", "1/2/46", Some(date(2046, 2, 1))),
        ("en-GB", "5/1", Some(date(2027, 1, 5))),
        ("en-GB", "29/2", Some(date(2028, 2, 29))),
        ("en-GB", "31/4/2026", None),
        ("en-GB", "29/2/2026", None),
        ("en-GB", "13/13/2026", None),
        ("en-GB", "22", None),
        ("en-GB", "1/2/345", None),
        ("en-GB", "1/2/3/4", None),
        ("en-GB", "", None),
    ] {
        check(reading, text, expected);
    }
}

#[test]
fn months_have_names_in_every_language() {
    let day = Some(date(2026, 11, 22));
    for (reading, text, expected) in [
        ("en-GB", "22 Nov 2026", day),
        ("en-GB", "22nd of November", day),
        ("en-US", "November 22, 2026", day),
        ("en-GB", "Sunday, 22 November 2026", day),
        ("da-DK", "22. november 2026", day),
        ("da-DK", "søndag d. 22. november", day),
        ("da-DK", "22 may 2026", Some(date(2026, 5, 22))),
        ("sv-SE", "22 nov. -26", day),
        ("tr-TR", "22 Kasım 2026", day),
        ("tr-TR", "22 KASIM", day),
        ("tr-TR", "3 Ağustos", Some(date(2026, 8, 3))),
        ("bg-BG", "22 ноември 2026 г.", day),
        ("bg-BG", "3 май", Some(date(2027, 5, 3))),
        ("en-GB", "November", None),
        ("en-GB", "November 2026", None),
        ("en-GB", "22 Nov Dec", None),
        ("en-GB", "31 November 2026", None),
        ("en-GB", "22 Nox", None),
    ] {
        check(reading, text, expected);
    }
}

#[test]
fn days_have_words_in_every_language() {
    for (text, expected) in [
        ("today", 18),
        ("I dag", 18),
        ("idag", 18),
        ("bugün", 18),
        ("Днес", 18),
        ("今天", 18),
        ("Tomorrow", 19),
        ("i morgen", 19),
        ("imorgon", 19),
        ("Yarın", 19),
        ("YARIN", 19),
        ("утре", 19),
        ("明天", 19),
        ("yesterday", 17),
        ("i går", 17),
        ("dün", 17),
        ("вчера", 17),
        ("昨天", 17),
        ("day after tomorrow", 20),
        ("后天", 20),
        ("monday", 23),
        ("mon", 23),
        ("wednesday", 25),
        ("on friday", 20),
        ("på fredag", 20),
        ("måndag", 23),
        ("lørdag", 21),
        ("pazar", 22),
        ("Pazartesi", 23),
        ("cuma", 20),
        ("cumartesi", 21),
        ("петък", 20),
        ("周一", 23),
        ("星期日", 22),
        ("next monday", 23),
        ("next friday", 27),
        ("næste fredag", 27),
        ("nästa fredag", 27),
        ("gelecek cuma", 27),
        ("следващия петък", 27),
        ("下周五", 27),
        ("last monday", 16),
        ("上周一", 9),
        ("in 3 days", 21),
        ("om 3 dage", 21),
        ("om 3 dagar", 21),
        ("3 gün sonra", 21),
        ("след 3 дни", 21),
        ("3天后", 21),
        ("三天后", 21),
        ("+3", 21),
        ("-3", 15),
        ("3 days ago", 15),
        ("for 3 dage siden", 15),
        ("3 gün önce", 15),
        ("преди 3 дни", 15),
        ("3天前", 15),
        ("in a week", 25),
        ("om en uge", 25),
        ("bir hafta sonra", 25),
        ("след седмица", 25),
        ("next week", 25),
        ("下周", 25),
        ("1w", 25),
        ("+1w", 25),
    ] {
        check("en-GB", text, Some(date(2026, 11, expected)));
    }
    check("en-GB", "in 2 weeks", Some(date(2026, 12, 2)));
    check("da-DK", "om 2 uger", Some(date(2026, 12, 2)));
    check("zh-CN", "两个月后", Some(date(2027, 1, 18)));
    check("sv-SE", "nästa månad", Some(date(2026, 12, 18)));
    check("en-GB", "in 1 year", Some(date(2027, 11, 18)));
    for text in
        ["day", "3", "next", "in", "someday", "in 3 bananas", "3 days 4 weeks", "in 99999 days", "in 3 hours"]
    {
        check("en-GB", text, None);
    }
}

#[test]
fn a_birthday_may_lack_its_year() {
    #[track_caller]
    fn check(reading: &str, text: &str, expected: Option<(Option<i16>, u8, u8)>) {
        assert_eq!(reader(reading).parse_partial_date(text).ok(), expected, "{text} in {reading}");
    }
    for (reading, text, expected) in [
        ("en-GB", "4 December", Some((None, 12, 4))),
        ("en-GB", "--12-04", Some((None, 12, 4))),
        ("en-GB", "--1204", Some((None, 12, 4))),
        ("en-GB", "04-12", Some((None, 12, 4))),
        ("en-US", "12-04", Some((None, 12, 4))),
        ("sv-SE", "12-04", Some((None, 12, 4))),
        ("zh-CN", "12月4日", Some((None, 12, 4))),
        ("da-DK", "29. februar", Some((None, 2, 29))),
        ("da-DK", "4.12.1968", Some((Some(1968), 12, 4))),
        ("da-DK", "4.12.68", Some((Some(1968), 12, 4))),
        ("da-DK", "4.12.12", Some((Some(2012), 12, 4))),
        ("en-GB", "1968-12-04", Some((Some(1968), 12, 4))),
        ("en-GB", "29 February 1969", None),
        ("en-GB", "30 February", None),
        ("en-GB", "tomorrow", None),
        ("en-GB", "", None),
    ] {
        check(reading, text, expected);
    }
}

proptest::proptest! {
    #[test]
    fn what_is_shown_can_be_typed(days in 0i32..40_000) {
        let day = date(1950, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        for reading in ["en-GB", "en-US", "en-CA", "en-BG", "da-DK", "sv-SE", "sv-FI", "tr-TR", "bg-BG", "zh-CN"] {
            let reader = reader(reading);
            for shown in [reader.date(day), reader.date_long(day), reader.date_short(day)] {
                proptest::prop_assert_eq!(reader.parse_date(&shown, TODAY), Ok(day), "{}", shown);
            }
            let partial = reader.partial_date(None, day.month() as u8, day.day() as u8);
            let expected = Ok((None, day.month() as u8, day.day() as u8));
            proptest::prop_assert_eq!(reader.parse_partial_date(&partial), expected, "{}", partial);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", digits in "[0-9./年月日 -]{0,12}") {
        for text in [text, digits] {
            reader("da-DK").parse_date(&text, TODAY).ok();
            reader("zh-CN").parse_partial_date(&text).ok();
        }
    }
}
