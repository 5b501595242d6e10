//! A month as a table of days, whole weeks from the reader's first weekday on: what a list's calendar and other calendars
//! share. On a phone the days that hold something stand below each other.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use web::{Markup, html};

use crate::View;

/// What stands on one day.
pub struct Cell {
    pub empty: bool,
    pub body: Markup,
}

/// The first and the last day that the table of a month shows.
pub fn shown(month: Date, begins: Weekday) -> (Date, Date) {
    let first = first_shown(month, begins);
    (first, first.checked_add((weeks(month, begins) * 7 - 1).days()).unwrap_or(first))
}

/// The table. The days say which they are, so that something can be dropped on them.
pub fn table(view: &View, month: Date, mut cell: impl FnMut(Date) -> Cell) -> Markup {
    let locale = &view.reading.locale;
    let begins = locale.first_weekday();
    let first = first_shown(month, begins);
    let names: Vec<String> = (0..7i64).map(|day| locale.weekday(begins.wrapping_add(day))).collect();
    html! {
        div.month-frame role="region" tabindex="0" aria-label=(locale.month(month)) {
            table.month {
                thead { tr { @for name in &names { th scope="col" { (name) } } } }
                tbody {
                    @for week in 0..weeks(month, begins) {
                        tr { @for day in 0..7 {
                            @let day = first.checked_add((week * 7 + day).days()).unwrap_or(first);
                            (column(view, day, month, &cell(day)))
                        } }
                    }
                }
            }
        }
    }
}

fn column(view: &View, day: Date, month: Date, cell: &Cell) -> Markup {
    let today = day == view.reading.today;
    let outside = (day.month(), day.year()) != (month.month(), month.year());
    html! {
        td data-to=(day) data-empty[cell.empty && !today] data-outside[outside] aria-current=[today.then_some("date")] {
            time datetime=(day) { (day.day()) span.weekday { (view.reading.locale.weekday(day.weekday())) } }
            (cell.body)
        }
    }
}

/// The day in the first corner: in the week of the month's first day, which begins on this weekday.
fn first_shown(month: Date, begins: Weekday) -> Date {
    let first = month.first_of_month();
    first.checked_sub(before(first, begins).days()).unwrap_or(first)
}

fn before(first: Date, begins: Weekday) -> i64 {
    i64::from(first.weekday().since(begins))
}

fn weeks(month: Date, begins: Weekday) -> i64 {
    (before(month.first_of_month(), begins) + i64::from(month.days_in_month()) + 6) / 7
}
