//! Calendars as other programs write them, and what we write read again.

use jiff::{Timestamp, civil::date, tz::TimeZone};
use proptest::prelude::*;

use super::*;

fn copenhagen() -> TimeZone {
    TimeZone::get("Europe/Copenhagen").unwrap()
}

fn at(zone: &TimeZone, month: i8, day: i8, hour: i8) -> Timestamp {
    date(2026, month, day).at(hour, 0, 0, 0).to_zoned(zone.clone()).unwrap().timestamp()
}

fn event(zone: &TimeZone) -> Event {
    Event {
        uid: "0192@kartotek".to_owned(),
        sequence: 2,
        stamp: at(zone, 11, 1, 8),
        starts: at(zone, 11, 23, 10),
        ends: at(zone, 11, 23, 11),
        all_day: false,
        zone: zone.clone(),
        summary: "Sea trial, part 2; \\ \"end\"".to_owned(),
        description: "First line\nÇağla Işık 王小明 and a text that is long enough to be folded more than once in the file".to_owned(),
        place: "Quay 4".to_owned(),
        url: "https://meet.example.com/x".to_owned(),
        cancelled: false,
        rule: String::new(),
        except: Vec::new(),
        replaces: None,
        organizer: Some(Party { address: "mia@berg.example".to_owned(), name: "Mia Berg".to_owned(), status: String::new() }),
        attendees: vec![Party { address: "anna@example.com".to_owned(), name: "Anna, Berg".to_owned(), status: "ACCEPTED".to_owned() }],
        alarms: vec![600, 86_400],
        rest: vec![
            "CATEGORIES:Boats\\, large,Trials".to_owned(),
            format!("X-LONG;X-PARAM=\"a:b\":{}", "Çağla ".repeat(30).trim()),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            "TRIGGER;VALUE=DATE-TIME:20261123T080000Z".to_owned(),
            "END:VALARM".to_owned(),
        ],
    }
}

#[track_caller]
fn comes_back(event: &Event) {
    let written = write(Method::Request, "Berg, Marine", std::slice::from_ref(event));
    assert!(written.lines().all(|line| line.len() <= 75), "lines are folded: {written}");
    let (method, read) = read(&written, &event.zone).unwrap();
    assert_eq!(method, Method::Request);
    assert_eq!(read, std::slice::from_ref(event), "{written}");
}

#[test]
fn what_is_written_is_read_again() {
    let zone = copenhagen();
    comes_back(&event(&zone));
    let series = Event {
        rule: "FREQ=WEEKLY;COUNT=5".to_owned(),
        except: vec![at(&zone, 11, 30, 10), at(&zone, 12, 7, 10)],
        ..event(&zone)
    };
    comes_back(&series);
    comes_back(&Event { replaces: Some(at(&zone, 11, 30, 10)), cancelled: true, ..event(&zone) });
    let whole =
        Event { starts: at(&zone, 11, 23, 0), ends: at(&zone, 11, 25, 0), all_day: true, ..event(&zone) };
    comes_back(&whole);
    comes_back(&event(&TimeZone::UTC));
}

#[test]
fn an_occurrence_for_which_another_event_stands_is_not_missing_too() {
    let zone = copenhagen();
    let except = vec![at(&zone, 11, 30, 10), at(&zone, 12, 7, 10)];
    let series = Event { rule: "FREQ=WEEKLY;COUNT=5".to_owned(), except, ..event(&zone) };
    let moved = Event { replaces: Some(at(&zone, 11, 30, 10)), starts: at(&zone, 11, 30, 9), ..event(&zone) };
    let written = write_kept(&[series, moved]);
    assert!(!written.contains("METHOD"), "{written}");
    let (_, read) = read(&written, &zone).unwrap();
    assert_eq!(read[0].except, [at(&zone, 12, 7, 10)]);
    assert_eq!(read[1].replaces, Some(at(&zone, 11, 30, 10)));
}

#[test]
fn tasks_are_written_and_read_again() {
    let zone = copenhagen();
    let open = Todo {
        uid: "0192@kartotek".to_owned(),
        sequence: 3,
        stamp: at(&zone, 11, 1, 8),
        summary: "Send the offer; twice, \\o/".to_owned(),
        description: "First line\nÇağla Işık 王小明".to_owned(),
        due: Some(at(&zone, 11, 23, 0)),
        due_day: true,
        zone: zone.clone(),
        completed: None,
        cancelled: false,
        priority: 1,
        rule: "FREQ=WEEKLY".to_owned(),
        alarms: vec![3_600],
        rest: vec!["X-APPLE-SORT-ORDER:7".to_owned()],
    };
    let back = |todo: &Todo| read_todos(&write_todo(todo), &zone).remove(0);
    assert_eq!(back(&open), open);
    let done = Todo {
        completed: Some(at(&zone, 11, 2, 9)),
        due: Some(at(&zone, 11, 23, 9)),
        due_day: false,
        ..open.clone()
    };
    assert_eq!(back(&done), done);
    let none = Todo { due: None, due_day: false, rest: Vec::new(), alarms: Vec::new(), ..open };
    assert_eq!(back(&none), none);
    // Some programs say that it is done and not when.
    let terse = "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:x\nDTSTAMP:20261101T070000Z\nSTATUS:COMPLETED\nEND:VTODO\nEND:VCALENDAR\n";
    assert_eq!(read_todos(terse, &zone)[0].completed, Some(at(&zone, 11, 1, 8)));
}

#[test]
fn a_series_brings_the_changes_of_its_zone() {
    let zone = copenhagen();
    let written = write(Method::Publish, "", &[Event { rule: "FREQ=WEEKLY".to_owned(), ..event(&zone) }]);
    assert!(written.contains("DTSTART;TZID=Europe/Copenhagen:20261123T100000\r\n"), "{written}");
    assert!(
        written.contains(
            "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        ),
        "{written}"
    );
    assert!(
        written.contains(
            "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        ),
        "{written}"
    );
    assert_eq!(written.matches("BEGIN:VTIMEZONE").count(), 1);
    assert!(!write(Method::Publish, "", &[event(&zone)]).contains("VTIMEZONE"), "an instant needs none");
}

#[test]
fn calendars_of_other_programs_are_read() {
    let outlook = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=\"W. Europe Standard Time\":20260706T090000\r\n\
        DURATION:PT1H30M\r\nSUMMARY:M\u{f8}de\\, stort\r\nATTENDEE;PARTSTAT=declined;CN=\"Berg, Anna\":MAILTO:anna@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let (method, events) = read(outlook, &TimeZone::UTC).unwrap();
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    assert_eq!((method, events[0].starts), (Method::Reply, at(&berlin, 7, 6, 9)));
    assert_eq!(events[0].ends.duration_since(events[0].starts), SignedDuration::from_mins(90));
    assert_eq!(events[0].summary, "Møde, stort");
    assert_eq!(events[0].attendees[0].status, "DECLINED");
    assert_eq!(events[0].attendees[0].name, "Berg, Anna");

    let google = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:Europe/Istanbul\nBEGIN:VEVENT\nUID:y\nDTSTART;VALUE=DATE:20261123\nSUMMARY:Boat show\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:z\nDTSTART:20261123T100000\nDTEND:20261123T110000\nEND:VEVENT\nBEGIN:VEVENT\nUID:none\nSUMMARY:No beginning\nEND:VEVENT\nEND:VCALENDAR\n";
    let (_, events) = read(google, &TimeZone::UTC).unwrap();
    let istanbul = TimeZone::get("Europe/Istanbul").unwrap();
    assert_eq!(events.len(), 2);
    assert!(events[0].all_day);
    assert_eq!((events[0].starts, events[0].ends), (at(&istanbul, 11, 23, 0), at(&istanbul, 11, 24, 0)));
    assert_eq!(events[1].starts, at(&istanbul, 11, 23, 10));
    assert!(read("not a calendar", &TimeZone::UTC).is_none_or(|(_, events)| events.is_empty()));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "(BEGIN:|END:|VEVENT|VCALENDAR|DTSTART|:|;|=|\"|\\\\|,|[0-9TZ]{1,16}|\r\n| |\u{f8}|\\PC){0,60}") {
        let _ = read(&text, &TimeZone::UTC);
        let inside = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261123T100000Z\r\n{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        let _ = read(&inside, &TimeZone::UTC);
        let _ = read_todos(&inside.replace("VEVENT", "VTODO"), &TimeZone::UTC);
    }

    #[test]
    fn any_words_come_back(summary in "[^\\p{Cc}]{0,120}", description in "[^\\p{Cc}]{0,40}\n?[^\\p{Cc}]{0,40}") {
        let zone = copenhagen();
        let (summary, description) = (summary.trim().to_owned(), description.trim().to_owned());
        let written = Event { summary: summary.clone(), description: description.clone(), ..event(&zone) };
        let text = write(Method::Publish, "", &[written]);
        let (_, read) = read(&text, &zone).unwrap();
        prop_assert_eq!(&read[0].summary, &summary);
        prop_assert_eq!(&read[0].description, &description);
    }
}
