//! The leads of the sample: those that are open, some of them from forms and campaigns, and a year of decided ones, so that there is
//! something to learn from who becomes a customer.

use records::{Json, save::Values};
use serde_json::json;

use super::{
    cultures::{CULTURES, Word, latin},
    dice::Dice,
    plan::{Card, Setting, Step},
};

const OPEN: usize = 60;
const DECIDED: usize = 150;
/// Texts of the catalogue: `sample-lead-1` and so on.
const TEXTS: i64 = 8;
/// Talks of the catalogue.
const CALLS: i64 = 8;

/// Where somebody came from: source, how much that helps, and how often.
const SOURCES: [(&str, i64, usize); 5] = [
    ("referral", 35, 20),
    ("website", 5, 35),
    ("event", 10, 15),
    ("advertisement", -25, 20),
    ("import", -20, 10),
];
const CAMPAIGNS: [&str; 3] = ["spring", "boat-show", "newsletter"];

pub(super) fn leads(setting: &Setting, people: usize, dice: &mut Dice) -> Vec<Step> {
    let mut steps = Vec::new();
    for number in 0..OPEN + DECIDED {
        let open = number < OPEN;
        let (source, helps) = source(dice);
        let has_company = dice.chance(55);
        // Somebody called within the day, or days later, or never.
        let answered = match dice.below(10) {
            0..4 => Some(0),
            4..7 => Some(dice.between(2, 6)),
            _ => None,
        };
        let ago = if open { dice.between(0, 40) } else { dice.between(45, 330) };
        let mut values = somebody(setting, number, (source, has_company, ago), dice);
        let chance = 42
            + helps
            + if has_company { 8 } else { 0 }
            + match answered {
                Some(0) => 20,
                Some(_) => 0,
                None => -15,
            };
        let won = dice.chance(usize::try_from(chance.clamp(4, 96)).unwrap_or(50));
        let person = dice.below(people);
        decide(setting, &mut values, (open, won), ago, dice);
        steps.push(Step::Card { object: "lead", values, company: None });
        if won && !open {
            steps.push(Step::Became { lead: number, person });
        }
        if let Some(days) = answered.filter(|days| *days <= ago) {
            let about = if won && !open { Card::Person(person) } else { Card::Lead(number) };
            steps.push(call(setting, about, days - ago, dice));
        }
    }
    steps
}

fn source(dice: &mut Dice) -> (&'static str, i64) {
    let mut left = dice.below(SOURCES.iter().map(|(.., often)| often).sum());
    for (source, helps, often) in SOURCES {
        if left < often {
            return (source, helps);
        }
        left -= often;
    }
    (SOURCES[0].0, SOURCES[0].1)
}

/// Who it is, and where they came from.
fn somebody(
    setting: &Setting,
    number: usize,
    (source, has_company, ago): (&str, bool, i64),
    dice: &mut Dice,
) -> Values {
    let culture = CULTURES[dice.below(CULTURES.len())].0;
    let woman = dice.chance(50);
    let given: Word = *dice.pick(if woman { culture.women } else { culture.men });
    let families = if woman && !culture.families_of_women.is_empty() {
        culture.families_of_women
    } else {
        culture.families
    };
    let family: Word = *dice.pick(families);
    let plain = |word: &Word| {
        latin(word).to_lowercase().chars().filter(char::is_ascii_alphabetic).collect::<String>()
    };
    let house = if has_company { plain(dice.pick(culture.names)) } else { "mail".to_owned() };
    let mut values = json!({
        "name": { "given": given.0, "family": family.0 },
        "emails": [{ "address": format!("{}.{}{number}@{house}.example", plain(&given), plain(&family)), "label": "work" }],
        "language": culture.language,
        "source": source,
        "text": setting.locale.t(&format!("sample-lead-{}", dice.between(1, TEXTS))),
        "owner": setting.owner(dice),
        "created_at": setting.at(-ago, dice.between(7, 20), dice.between(0, 59)),
    });
    if has_company {
        let name = dice.pick(culture.names).0;
        let form = dice.pick(culture.forms);
        values["company_name"] =
            if culture.joined { format!("{name}{form}") } else { format!("{name} {form}") }.into();
    }
    if source == "website" {
        values["form"] = setting.locale.t("sample-form").into();
        values["landing_page"] = "https://www.example.com/contact".into();
        if dice.chance(40) {
            values["campaign"] = CAMPAIGNS[dice.below(CAMPAIGNS.len())].into();
            values["medium"] = (*dice.pick(&["email", "social", "cpc"])).into();
        }
    }
    if source == "advertisement" {
        values["campaign"] = CAMPAIGNS[dice.below(CAMPAIGNS.len())].into();
    }
    object(values)
}

/// What became of it.
fn decide(setting: &Setting, values: &mut Values, (open, won): (bool, bool), ago: i64, dice: &mut Dice) {
    let later = setting.at(-(ago - dice.between(3, 30)).max(0), 14, 0);
    let status = match (open, won) {
        (true, _) => *dice.pick(&["new", "new", "working", "working", "qualified"]),
        (false, true) => "converted",
        (false, false) => "not_interested",
    };
    values.insert("status".to_owned(), status.into());
    if status == "converted" {
        values.insert("converted_at".to_owned(), later.clone());
    }
    if status != "new" {
        values.insert("status_since".to_owned(), if open { setting.at(-(ago / 2), 11, 0) } else { later });
    }
}

fn call(setting: &Setting, about: Card, days: i64, dice: &mut Dice) -> Step {
    let values = json!({
        "outcome": *dice.pick(&["reached", "reached", "not_reached"]),
        "direction": "out",
        "text": setting.locale.t(&format!("sample-call-{}", dice.between(1, CALLS))),
        "at": setting.at(days, 21, 30),
    });
    Step::Talk { object: "call", about, values: object(values) }
}

fn object(values: Json) -> Values {
    match values {
        Json::Object(values) => values,
        _ => Values::new(),
    }
}
