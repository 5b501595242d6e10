//! A year of calls, notes and tasks, what was promised for today and the days to come, and the appointments of these weeks.

use records::{Json, save::Values};

use super::{
    companies::Company,
    dice::Dice,
    people::{People, Person},
    plan::{Card, Setting, Step},
};

const CALLS: usize = 2900;
const NOTES: usize = 1700;
const DONE: usize = 1330;

/// Texts of the catalogue: `sample-note-1` and so on.
const NOTE_TEXTS: i64 = 10;
const CALL_TEXTS: i64 = 8;
pub(super) const TASK_TEXTS: i64 = 8;
const APPOINTMENT_TEXTS: i64 = 6;

struct Teller<'a> {
    setting: &'a Setting,
    companies: &'a [Company],
    adults: Vec<(usize, &'a Person)>,
    dice: &'a mut Dice,
}

pub(super) fn talks(setting: &Setting, companies: &[Company], people: &People, dice: &mut Dice) -> Vec<Step> {
    let adults = people.people.iter().enumerate().filter(|(_, person)| person.adult).collect();
    let mut teller = Teller { setting, companies, adults, dice };
    let mut told: Vec<(i64, Step)> = Vec::with_capacity(CALLS + NOTES + DONE);
    told.extend((0..CALLS).map(|_| teller.call()));
    told.extend((0..NOTES).map(|_| teller.note()));
    told.extend((0..DONE).map(|_| teller.task_done()));
    // As it happened: the last word on a card is the latest.
    told.sort_by_key(|(at, _)| *at);
    let mut steps: Vec<Step> = told.into_iter().map(|(_, step)| step).collect();
    steps.extend([0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 8, 9].map(|days| teller.call_back(days)));
    steps.extend(
        [-9, -4, -2, -1, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12, 14, 20].map(|days| teller.task(days)),
    );
    steps.extend(
        ["FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"].map(|rule| teller.repeated(rule)),
    );
    steps.extend(APPOINTMENTS.iter().map(|(days, hour)| teller.appointment(*days, *hour)));
    steps.push(teller.meeting());
    steps
}

/// Days from today and hours of the appointments with customers.
const APPOINTMENTS: [(i64, i64); 24] = [
    (-6, 10),
    (-5, 13),
    (-4, 9),
    (-3, 11),
    (-2, 10),
    (-2, 14),
    (-1, 9),
    (-1, 13),
    (0, 9),
    (0, 11),
    (0, 13),
    (0, 16),
    (1, 9),
    (1, 10),
    (1, 14),
    (2, 11),
    (2, 13),
    (3, 9),
    (3, 15),
    (4, 10),
    (6, 9),
    (7, 13),
    (9, 10),
    (12, 14),
];

impl Teller<'_> {
    /// Some are talked to often, many hardly ever.
    fn somebody(&mut self) -> (Card, Json, Option<String>) {
        if self.dice.chance(8) {
            let at = self.often(self.companies.len());
            let company = &self.companies[at];
            return (Card::Company(at), company.owner.clone(), company.phone.clone());
        }
        let at = self.often(self.adults.len());
        let (number, person) = self.adults[at];
        (Card::Person(number), person.owner.clone(), person.phone.clone())
    }

    fn often(&mut self, count: usize) -> usize {
        let fallen = self.dice.below(1000) * self.dice.below(1000);
        let rank = fallen * count / 1_000_000;
        // Those who are talked to often stand anywhere in the alphabet of the sample.
        rank * 7919 % count
    }

    /// Mostly by whoever looks after the card.
    fn by(&mut self, owner: Json) -> Json {
        if self.dice.chance(72) { owner } else { self.setting.owner(self.dice) }
    }

    fn text(&mut self, kind: &str, count: i64) -> Json {
        let key = format!("sample-{kind}-{}", self.dice.between(1, count));
        self.setting.locale.t(&key).into()
    }

    fn moment(&mut self) -> (i64, Json) {
        let day = self.setting.workday(self.dice, 1, 365);
        let at = self.setting.at(day, self.dice.between(8, 16), self.dice.between(0, 59));
        (at.as_i64().unwrap_or_default(), at)
    }

    fn call(&mut self) -> (i64, Step) {
        let (about, owner, phone) = self.somebody();
        let (when, at) = self.moment();
        let outcome = match self.dice.below(1000) {
            0..660 => "reached",
            660..988 => "not_reached",
            988..996 => "not_interested",
            _ => "do_not_call",
        };
        let mut values = self.signed(at, owner);
        let direction = if self.dice.chance(65) || outcome != "reached" { "out" } else { "in" };
        values.insert("direction".to_owned(), direction.into());
        values.insert("outcome".to_owned(), outcome.into());
        values.extend(phone.map(|number| ("number".to_owned(), number.into())));
        match outcome {
            "reached" => {
                values.insert("duration".to_owned(), self.dice.between(40, 1500).into());
                values.insert("text".to_owned(), self.text("call", CALL_TEXTS));
            }
            "not_interested" | "do_not_call" => {
                let text = self.setting.locale.t(if outcome == "do_not_call" {
                    "sample-refused-phone"
                } else {
                    "sample-refused-offer"
                });
                values.insert("text".to_owned(), text.into());
            }
            _ => {}
        }
        (when, Step::Talk { object: "call", about, values })
    }

    /// A call of the last days after which somebody promised to call again.
    fn call_back(&mut self, days: i64) -> Step {
        let (about, owner, phone) = self.somebody();
        let day = self.setting.workday(self.dice, 1, 4);
        let at = self.setting.at(day, self.dice.between(9, 16), self.dice.between(0, 59));
        let again = self.setting.at(days, self.dice.between(9, 16), 15 * self.dice.between(0, 3));
        let mut values = self.signed(at, owner);
        values.insert("direction".to_owned(), "out".into());
        values.insert("outcome".to_owned(), "call_back".into());
        values.insert("call_back_at".to_owned(), again);
        values.insert("text".to_owned(), self.text("call", CALL_TEXTS));
        values.extend(phone.map(|number| ("number".to_owned(), number.into())));
        Step::Talk { object: "call", about, values }
    }

    fn note(&mut self) -> (i64, Step) {
        let (about, owner, _) = self.somebody();
        let (when, at) = self.moment();
        let mut values = self.signed(at, owner);
        values.insert("text".to_owned(), self.text("note", NOTE_TEXTS));
        if self.dice.chance(2) {
            values.insert("pinned".to_owned(), true.into());
        }
        (when, Step::Talk { object: "note", about, values })
    }

    fn task_done(&mut self) -> (i64, Step) {
        let day = self.setting.workday(self.dice, 2, 365);
        let done = self.setting.at(
            day + self.dice.between(-1, 1),
            self.dice.between(8, 17),
            self.dice.between(0, 59),
        );
        let Step::Talk { object, about, mut values } = self.task(day) else { return (0, self.task(day)) };
        let when = done.as_i64().unwrap_or_default();
        values.insert("done_at".to_owned(), done);
        (when, Step::Talk { object, about, values })
    }

    fn task(&mut self, days: i64) -> Step {
        let (about, owner, _) = self.somebody();
        let priority = match self.dice.below(10) {
            0 | 1 => "high",
            2..8 => "normal",
            _ => "low",
        };
        let values = Values::from_iter([
            ("subject".to_owned(), self.text("task", TASK_TEXTS)),
            (
                "due_at".to_owned(),
                self.setting.at(days, self.dice.between(8, 16), 30 * self.dice.between(0, 1)),
            ),
            ("priority".to_owned(), priority.into()),
            ("assignee".to_owned(), self.by(owner)),
        ]);
        Step::Talk { object: "task", about, values }
    }

    fn repeated(&mut self, rule: &str) -> Step {
        let days = self.dice.between(1, 6);
        let mut step = self.task(days);
        if let Step::Talk { values, .. } = &mut step {
            values.insert("repeat".to_owned(), rule.into());
        }
        step
    }

    fn appointment(&mut self, days: i64, hour: i64) -> Step {
        let (about, _, _) = self.somebody();
        // Two of three are met by whoever asked for the sample, whose calendar is looked at first.
        let first = self.setting.owners.first().map(|owner| Json::from(owner.to_string()));
        let owner = match first {
            Some(first) if days.rem_euclid(3) != 2 || hour < 10 => first,
            _ => self.setting.owner(self.dice),
        };
        let starts = self.setting.at(days, hour, 15 * self.dice.between(0, 2));
        let minutes = [30, 45, 60, 90][self.dice.below(4)];
        let ends = starts.as_i64().unwrap_or_default() + minutes * kernel::clock::MINUTE;
        let mut values = Values::from_iter([
            ("subject".to_owned(), self.text("appointment", APPOINTMENT_TEXTS)),
            ("starts_at".to_owned(), starts),
            ("ends_at".to_owned(), ends.into()),
            ("owner".to_owned(), owner),
        ]);
        if days < 0 {
            let state = if self.dice.chance(85) { "held" } else { "no_show" };
            values.insert("state".to_owned(), state.into());
        }
        Step::Talk { object: "appointment", about, values }
    }

    /// The meeting that a company has every week.
    fn meeting(&mut self) -> Step {
        let Step::Talk { object, about, mut values } = self.appointment(0, 8) else {
            return self.appointment(0, 8);
        };
        values.insert("subject".to_owned(), self.setting.locale.t("sample-meeting").into());
        values.insert("starts_at".to_owned(), self.setting.at(-28, 8, 30));
        values.insert("ends_at".to_owned(), self.setting.at(-28, 9, 0));
        values.insert("repeat".to_owned(), "FREQ=WEEKLY".into());
        Step::Talk { object, about, values }
    }

    fn signed(&mut self, at: Json, owner: Json) -> Values {
        Values::from_iter([("at".to_owned(), at), ("owner".to_owned(), self.by(owner))])
    }
}
