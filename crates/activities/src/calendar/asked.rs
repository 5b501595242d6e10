//! What the calendar's address asks for: which days, and whose.

use std::borrow::Cow;

use identity::{members, units};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use kernel::{Id, Result};
use web::Form;
use workbench::{View, month};

use super::HERE;

/// Calendars shown at once.
const MOST: usize = 12;
/// Days of the agenda.
const AGENDA: i64 = 14;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Day,
    Week,
    Month,
    Agenda,
}

impl Span {
    pub(super) const ALL: [Span; 4] = [Span::Day, Span::Week, Span::Month, Span::Agenda];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Span::Day => "day",
            Span::Week => "week",
            Span::Month => "month",
            Span::Agenda => "agenda",
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) span: Span,
    pub(super) date: Date,
    /// Whose calendars, at least one.
    pub(super) users: Vec<Id>,
    /// Those of the address: nobody named is the reader.
    who: Vec<Id>,
    pub(super) team: Option<Id>,
}

impl Asked {
    pub(super) fn read(view: &View) -> Result<Asked> {
        let query = &view.request.query;
        let span = Span::ALL.into_iter().find(|span| span.key() == query.text("as")).unwrap_or(Span::Week);
        let date = query.text("date").parse().unwrap_or(view.reading.today);
        let active: Vec<Id> = members::active(view.cx)?.into_iter().map(|member| member.user).collect();
        let who: Vec<Id> =
            query.all("who").filter_map(|id| id.parse().ok()).filter(|id| active.contains(id)).collect();
        let team = query.id("team");
        let mut users = who.clone();
        if let Some(team) = team {
            users.extend(
                units::people_within(view.cx, &[team])?.into_iter().filter(|user| active.contains(user)),
            );
        }
        let mut seen = std::collections::HashSet::new();
        users.retain(|user| seen.insert(*user));
        if users.is_empty() {
            users.extend(view.cx.actor().user());
        }
        users.truncate(MOST);
        Ok(Asked { span, date, users, who, team })
    }

    /// The first and the last day that are shown.
    pub(super) fn days(&self, view: &View) -> (Date, Date) {
        let begins = view.reading.locale.first_weekday();
        let ahead = |days: i64| self.date.checked_add(days.days()).unwrap_or(self.date);
        match self.span {
            Span::Day => (self.date, self.date),
            Span::Week => {
                let first = week_of(self.date, begins);
                (first, first.checked_add(6.days()).unwrap_or(first))
            }
            Span::Month => month::shown(self.date, begins),
            Span::Agenda => (self.date, ahead(AGENDA - 1)),
        }
    }

    pub(super) fn title(&self, view: &View) -> String {
        let locale = &view.reading.locale;
        let (first, last) = self.days(view);
        match self.span {
            Span::Day => {
                let weekday = locale.weekday(first.weekday());
                format!("{weekday}, {}", locale.date_long(first))
            }
            Span::Month => locale.month(self.date),
            Span::Week | Span::Agenda => format!("{} – {}", locale.date(first), locale.date(last)),
        }
    }

    pub(super) fn address(&self) -> String {
        self.written(self.span, self.date)
    }

    pub(super) fn with_span(&self, span: Span) -> String {
        self.written(span, self.date)
    }

    pub(super) fn on(&self, date: Date) -> String {
        self.written(self.span, date)
    }

    /// One day of it alone.
    pub(super) fn day(&self, date: Date) -> String {
        self.written(Span::Day, date)
    }

    /// The same span earlier or later.
    pub(super) fn step(&self, steps: i64) -> String {
        let step = match self.span {
            Span::Day => steps.days(),
            Span::Week => steps.weeks(),
            Span::Month => steps.months(),
            Span::Agenda => (steps * AGENDA).days(),
        };
        self.written(self.span, self.date.checked_add(step).unwrap_or(self.date))
    }

    fn written(&self, span: Span, date: Date) -> String {
        let mut form = Form::default().with("as", span.key()).with("date", date.to_string());
        for user in &self.who {
            form.push("who", user.to_string());
        }
        if let Some(team) = self.team {
            form.push("team", team.to_string());
        }
        format!("{HERE}?{}", form.encode())
    }

    /// Where an appointment at this moment of the reader's wall clock is made, for this person.
    pub(super) fn new_at(&self, view: &View, at: &str, whose: Option<Id>) -> String {
        let mut form = Form::default().with("starts_at", at);
        if let Some(other) = whose.filter(|user| Some(*user) != view.cx.actor().user()) {
            form.push("participants.0.who", format!("user:{other}"));
        }
        format!("/appointments/new?{}", form.encode())
    }
}

fn week_of(date: Date, begins: Weekday) -> Date {
    date.checked_sub(i64::from(date.weekday().since(begins)).days()).unwrap_or(date)
}

/// What a colleague's calendar is called.
pub(super) fn name(view: &View, user: Id) -> Cow<'static, str> {
    if view.cx.actor().user() == Some(user) { view.t("diary-mine") } else { view.user(Some(user)).into() }
}
