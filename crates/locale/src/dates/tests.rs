//! Dates as six readers see them.

use jiff::civil::{Weekday, date};
use kernel::Timestamp;

use crate::locale::tests::reader;

/// A day in Copenhagen.
fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap();
    Timestamp::from_civil(date(2026, 11, day).at(hour, minute, 0, 0), &zone)
}

#[test]
fn dates_have_the_shape_of_the_language_and_country() {
    let day = date(2026, 11, 22);
    for (reading, medium, long, short) in [
        ("en-GB", "22 Nov 2026", "22 November 2026", "22/11/2026"),
        ("en-US", "Nov 22, 2026", "November 22, 2026", "11/22/2026"),
        ("en-BG", "22 Nov 2026", "22 November 2026", "22/11/2026"),
        ("da-DK", "22. nov. 2026", "22. november 2026", "22.11.2026"),
        ("sv-SE", "22 nov. 2026", "22 november 2026", "2026-11-22"),
        ("tr-TR", "22 Kas 2026", "22 Kasım 2026", "22.11.2026"),
        ("bg-BG", "22.11.2026\u{202f}г.", "22 ноември 2026\u{202f}г.", "22.11.2026"),
        ("zh-CN", "2026年11月22日", "2026年11月22日", "2026/11/22"),
    ] {
        let reader = reader(reading);
        assert_eq!([reader.date(day), reader.date_long(day), reader.date_short(day)], [medium, long, short]);
    }
}

#[test]
fn times_are_those_of_the_readers_zone() {
    for (reading, time, date_time) in [
        ("en-GB", "14:02", "22 Nov 2026, 14:02"),
        ("en-US", "2:02\u{202f}PM", "Nov 22, 2026, 2:02\u{202f}PM"),
        ("en-TR", "14:02", "22 Nov 2026, 14:02"),
        ("da-DK", "14.02", "22. nov. 2026, 14.02"),
        ("sv-SE", "14:02", "22 nov. 2026 14:02"),
        ("bg-BG", "14:02", "22.11.2026, 14:02"),
        ("zh-CN", "14:02", "2026年11月22日 14:02"),
    ] {
        assert_eq!(
            [reader(reading).time(at(22, 14, 2)), reader(reading).date_time(at(22, 14, 2))],
            [time, date_time]
        );
    }
}

#[test]
fn a_birthday_may_lack_its_year() {
    assert_eq!(reader("en-GB").partial_date(None, 12, 4), "4 December");
    assert_eq!(reader("en-GB").partial_date(Some(1968), 12, 4), "4 December 1968");
    assert_eq!(reader("da-DK").partial_date(None, 2, 29), "29. februar");
    assert_eq!(reader("zh-CN").partial_date(None, 12, 4), "12月4日");
    assert_eq!(reader("en-GB").partial_date(None, 13, 4), "");
}

#[test]
fn near_days_have_names() {
    let today = date(2026, 11, 18);
    for (day, heading, relative) in [
        (date(2026, 11, 18), "Today", "Today"),
        (date(2026, 11, 17), "Yesterday", "Yesterday"),
        (date(2026, 11, 19), "Tomorrow", "Tomorrow"),
        (date(2026, 11, 16), "Monday 16 November", "16 Nov"),
        (date(2026, 11, 24), "Tuesday 24 November", "Tuesday"),
        (date(2026, 11, 25), "Wednesday 25 November", "25 Nov"),
        (date(2025, 11, 16), "Sunday, 16 November 2025", "16 Nov 2025"),
    ] {
        let reader = reader("en-GB");
        assert_eq!([reader.day_heading(day, today), reader.relative_date(day, today)], [heading, relative]);
    }
    assert_eq!(reader("sv-SE").day_heading(date(2026, 11, 16), today), "Måndag 16 november");
    assert_eq!(reader("bg-BG").relative_date(date(2026, 12, 16), today), "16 декември");
    assert_eq!(reader("zh-CN").relative_date(date(2026, 11, 20), today), "星期五");
}

#[test]
fn near_instants_are_told_in_words() {
    let now = at(18, 15, 0);
    for (then, expected) in [
        (at(18, 15, 0).plus(-3_000_000), "Just now"),
        (at(18, 14, 59), "1 min ago"),
        (at(18, 14, 55), "5 min ago"),
        (at(18, 15, 5), "In 5 min"),
        (at(18, 9, 0), "Today 09:00"),
        (at(18, 18, 0), "Today 18:00"),
        (at(17, 14, 2), "Yesterday 14:02"),
        (at(19, 9, 0), "Tomorrow 09:00"),
        (at(15, 23, 59), "3 days ago"),
        (at(12, 8, 0), "6 days ago"),
        (at(11, 8, 0), "11 Nov"),
        (at(21, 9, 0), "In 3 days"),
        (at(18, 9, 0).plus(-400 * kernel::clock::DAY), "14 Oct 2025"),
    ] {
        assert_eq!(reader("en-GB").relative(then, now), expected);
    }
    assert_eq!(reader("da-DK").relative(at(17, 14, 2), now), "I går kl. 14.02");
    assert_eq!(reader("bg-BG").relative(at(15, 14, 2), now), "Преди 3 дни");
    assert_eq!(reader("zh-CN").relative(at(18, 14, 55), now), "5 分钟前");
}

#[test]
fn weeks_begin_where_the_country_begins_them() {
    assert_eq!(reader("en-US").first_weekday(), Weekday::Sunday);
    assert_eq!(reader("en-CA").first_weekday(), Weekday::Sunday);
    assert_eq!(reader("en-JP").first_weekday(), Weekday::Sunday);
    assert_eq!(reader("da-DK").first_weekday(), Weekday::Monday);
    assert_eq!(reader("en-BG").first_weekday(), Weekday::Monday);
    assert_eq!(reader("da-DK").weekday(Weekday::Sunday), "Søndag");
}
