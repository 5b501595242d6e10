//! The deals of the sample: a year of them, most won or lost by now, the others on their way, some of them forgotten.

use records::{Json, save::Values};
use serde_json::json;

use super::{
    companies::Company,
    dice::Dice,
    plan::{Card, Setting, Step},
};

const OPEN: usize = 64;
const CLOSED: usize = 150;
/// Texts of the catalogue: `sample-deal-1` and so on.
const TEXTS: i64 = 10;

/// The stages that everybody begins with, in their order: key, chance, column of the forecast, days that a deal mostly stays.
const WAY: [(&str, i64, &str, i64); 4] = [
    ("new", 10, "pipeline", 6),
    ("qualified", 25, "pipeline", 9),
    ("proposal", 50, "best_case", 12),
    ("negotiation", 75, "committed", 14),
];
const REASONS: [&str; 5] = ["price", "competitor", "no_budget", "no_decision", "bad_timing"];

/// How a deal stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// In the stage of this place.
    Open(usize),
    Won,
    Lost,
}

/// What became of a deal, for what is sold with it.
pub(super) struct Dealt {
    pub(super) company: usize,
    pub(super) owner: Json,
    pub(super) stand: Stand,
    /// Days since it came to stand so.
    pub(super) ago: i64,
}

pub(super) fn deals(setting: &Setting, companies: &[Company], dice: &mut Dice) -> (Vec<Step>, Vec<Dealt>) {
    let mut steps = Vec::new();
    let mut dealt = Vec::new();
    for number in 0..OPEN + CLOSED {
        let company = dice.below(companies.len());
        // More are at the beginning than near the end.
        let reached = match dice.below(10) {
            0..4 => 0,
            4..7 => 1,
            7..9 => 2,
            _ => 3,
        };
        let closed = number >= OPEN;
        let won = dice.chance(45);
        let last = if closed && won { 3 } else { reached };
        let mut days: Vec<i64> = (0..=last).map(|at| dice.between(1, 2 * WAY[at].3)).collect();
        if closed {
            days.push(dice.between(1, 330));
        }
        let mut ago: i64 = days.iter().sum();
        steps.push(begun(setting, &companies[company], company, ago, dice));
        for (at, (stage, chance, forecast, _)) in WAY.iter().enumerate().take(last + 1).skip(1) {
            ago -= days[at - 1];
            let values = json!({
                "stage": stage, "probability": chance, "forecast": forecast, "stage_since": setting.at(-ago, 10, 0),
            });
            steps.push(moved(number, values));
        }
        if closed {
            ago -= days[last];
            let at = setting.at(-ago, 15, 30);
            steps.push(moved(number, match won {
                true => json!({
                    "stage": "won", "probability": 100, "forecast": "committed", "stage_since": at, "closed_at": at,
                }),
                false => json!({
                    "stage": "lost", "probability": 0, "forecast": "omitted", "stage_since": at, "closed_at": at,
                    "lost_reason": REASONS[dice.below(REASONS.len())],
                }),
            }));
        } else if dice.chance(60) {
            steps.push(next_step(setting, number, &companies[company], dice));
        }
        let stand = match (closed, won) {
            (true, true) => Stand::Won,
            (true, false) => Stand::Lost,
            (false, _) => Stand::Open(last),
        };
        dealt.push(Dealt { company, owner: companies[company].owner.clone(), stand, ago });
    }
    (steps, dealt)
}

fn begun(setting: &Setting, company: &Company, at: usize, ago: i64, dice: &mut Dice) -> Step {
    let hundreds = dice.between(20, 90) * dice.between(1, 40);
    let currency = setting.locale.locality().currency;
    let minor = hundreds * 100 * 10_i64.pow(currency.decimals());
    let closes = setting.today.checked_add(jiff::Span::new().days(dice.between(-3, 75)));
    let values = json!({
        "name": setting.locale.t(&format!("sample-deal-{}", dice.between(1, TEXTS))),
        "amount": { "minor": minor, "currency": currency },
        "stage": "new",
        "stage_since": setting.at(-ago, 9, 15),
        "closes_on": closes.unwrap_or(setting.today).to_string(),
        "owner": company.owner,
    });
    Step::Card { object: "deal", values: object(values), company: Some(at) }
}

fn moved(deal: usize, values: Json) -> Step {
    Step::Change { card: Card::Deal(deal), values: object(values) }
}

fn next_step(setting: &Setting, deal: usize, company: &Company, dice: &mut Dice) -> Step {
    let subject = setting.locale.t(&format!("sample-task-{}", dice.between(1, super::talks::TASK_TEXTS)));
    let values = json!({
        "subject": subject,
        "due_at": setting.at(dice.between(-2, 20), dice.between(8, 16), 0),
        "assignee": company.owner,
    });
    Step::Talk { object: "task", about: Card::Deal(deal), values: object(values) }
}

fn object(values: Json) -> Values {
    match values {
        Json::Object(values) => values,
        _ => Values::new(),
    }
}
