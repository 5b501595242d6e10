//! What the sample sells: products, what dealers pay for them, quotes, orders that are delivered in part, invoices and what was paid.

use jiff::ToSpan;
use records::{Json, save::Values};
use serde_json::json;

use super::{
    deals::{Dealt, Stand},
    dice::Dice,
    plan::{Card, Setting, Step},
};

/// Name in the catalogue (`sample-product-1` and so on), kind, unit, price and cost in whole units of the currency.
const PRODUCTS: [(&str, &str, i64, i64); 18] = [
    ("goods", "piece", 1_850, 1_020),
    ("goods", "piece", 4_200, 2_450),
    ("goods", "piece", 390, 180),
    ("goods", "piece", 2_300, 1_310),
    ("goods", "piece", 6_800, 4_100),
    ("goods", "piece", 1_650, 900),
    ("goods", "square_metre", 420, 190),
    ("goods", "piece", 540, 260),
    ("goods", "piece", 780, 395),
    ("goods", "piece", 1_190, 610),
    ("service", "package", 450, 320),
    ("service", "hour", 520, 300),
    ("service", "hour", 850, 410),
    ("service", "year", 3_600, 1_500),
    ("service", "month", 290, 160),
    ("service", "package", 700, 480),
    ("service", "day", 6_500, 2_900),
    // The bundle.
    ("goods", "package", 6_900, 4_045),
];
const BUNDLE: usize = 17;
/// What the bundle consists of.
const PARTS: [usize; 4] = [0, 1, 2, 8];
/// The first ones are sold to dealers: share of the price in percent, from which quantity on.
const DEALER_GOODS: usize = 10;
const DEALER_PRICES: [(i64, i64); 2] = [(90, 1), (80, 10)];

/// How many quotes are in which state, the oldest first.
const QUOTES: [(&str, usize); 6] =
    [("expired", 3), ("accepted", 9), ("declined", 4), ("sent", 6), ("opened", 5), ("draft", 3)];
/// Texts of the catalogue: `sample-quote-no-1` and so on.
const REFUSALS: i64 = 3;
/// Orders that are billed, and invoices beside them.
const BILLED: usize = 7;
const OTHERS: usize = 18;

pub(super) fn steps(setting: &Setting, deals: &[Dealt], companies: usize, dice: &mut Dice) -> Vec<Step> {
    let mut steps = products(setting);
    steps.extend(dealers(setting));
    let accepted = quotes(setting, deals, dice, &mut steps);
    orders(setting, &accepted, dice, &mut steps);
    invoices(setting, &accepted, companies, dice, &mut steps);
    steps
}

fn products(setting: &Setting) -> Vec<Step> {
    let made = PRODUCTS.iter().enumerate().map(|(at, (kind, unit, price, cost))| {
        let mut values = json!({
            "name": setting.locale.t(&format!("sample-product-{}", at + 1)),
            "number": format!("S-{}", 101 + at),
            "kind": kind,
            "family": setting.locale.t(&format!("sample-family-{kind}")),
            "unit": unit,
            "price": setting.money(*price * 100),
            "cost": setting.money(*cost * 100),
            "created_at": setting.at(-300, 9, 0),
        });
        if at == BUNDLE {
            values["parts"] = PARTS.map(|part| line(part, 1)).to_vec().into();
        }
        paper("product", values, Vec::new())
    });
    made.collect()
}

fn dealers(setting: &Setting) -> Vec<Step> {
    let list = json!({
        "name": setting.locale.t("sample-price-list"),
        "tags": [setting.locale.t("sample-tag-dealer")],
        "text": setting.locale.t("sample-price-list-text"),
    });
    let mut steps = vec![paper("price_list", list, Vec::new())];
    for (at, (.., price, _)) in PRODUCTS.iter().enumerate().take(DEALER_GOODS) {
        for (share, from) in DEALER_PRICES {
            // In thousandths of a unit.
            let values = json!({ "amount": setting.money(price * share), "from_quantity": from * 1000 });
            steps.push(paper(
                "price",
                values,
                vec![("product", Card::Product(at)), ("list", Card::PriceList(0))],
            ));
        }
    }
    steps
}

/// An accepted quote: its place among the quotes, how many days ago, its lines.
struct Accepted {
    quote: usize,
    ago: i64,
    lines: Vec<(usize, i64)>,
}

fn quotes(setting: &Setting, deals: &[Dealt], dice: &mut Dice, steps: &mut Vec<Step>) -> Vec<Accepted> {
    let mut wanted: Vec<(&str, usize, i64)> = Vec::new();
    for (state, count) in QUOTES {
        let fits = |deal: &&(usize, &Dealt)| match state {
            "accepted" => deal.1.stand == Stand::Won && deal.1.ago < 150,
            "declined" => deal.1.stand == Stand::Lost && deal.1.ago < 150,
            "draft" => matches!(deal.1.stand, Stand::Open(0 | 1)),
            _ => matches!(deal.1.stand, Stand::Open(2 | 3)),
        };
        // Every deal has one quote at most.
        let free: Vec<usize> = deals
            .iter()
            .enumerate()
            .filter(|deal| fits(&deal) && wanted.iter().all(|(_, taken, _)| *taken != deal.0))
            .map(|(at, _)| at)
            .collect();
        for deal in free.into_iter().take(count) {
            let ago = match state {
                "accepted" | "declined" => deals[deal].ago,
                "expired" => dice.between(45, 80),
                "draft" => dice.between(0, 3),
                _ => dice.between(2, 20),
            };
            wanted.push((state, deal, ago));
        }
    }
    // Numbers are given in their order.
    wanted.sort_by_key(|(_, _, ago)| -ago);
    let mut accepted = Vec::new();
    for (at, (state, deal, ago)) in wanted.into_iter().enumerate() {
        let lines = lines(dice);
        steps.push(quote(setting, (state, deal, ago), &deals[deal], &lines, dice));
        if state == "accepted" {
            accepted.push(Accepted { quote: at, ago, lines });
        }
    }
    accepted
}

fn quote(
    setting: &Setting,
    (state, deal, ago): (&str, usize, i64),
    dealt: &Dealt,
    lines: &[(usize, i64)],
    dice: &mut Dice,
) -> Step {
    let answered = matches!(state, "accepted" | "declined");
    // Written some days before the answer.
    let sent = if answered { ago + dice.between(2, 14) } else { ago };
    let mut all: Vec<Json> = lines.iter().map(|(product, quantity)| line(*product, *quantity)).collect();
    if matches!(state, "sent" | "opened") {
        let mut more = line(13, 1);
        more["optional"] = true.into();
        all.push(more);
    }
    let mut values = json!({
        "state": state,
        "lines": all,
        "owner": dealt.owner,
        "valid_until": setting.day(30 - sent),
        "created_at": setting.at(-sent, 9, 30),
        "state_since": setting.at(-ago, 11, 0),
    });
    let mut put = |field: &str, value: Json| values[field] = value;
    if dice.chance(30) {
        put("discount", 500.into());
    }
    if state != "draft" {
        put("sent_at", setting.at(-sent, 10, 0));
    }
    if answered || state == "opened" {
        put("opened_at", setting.at(-(sent - 1).max(ago), 8, 40));
    }
    if answered {
        put("answered_at", setting.at(-ago, 11, 0));
    }
    if state == "declined" {
        let why = format!("sample-quote-no-{}", dice.between(1, REFUSALS));
        put("decline_reason", setting.locale.t(&why).into());
    }
    paper("quote", values, vec![("deal", Card::Deal(deal)), ("company", Card::Company(dealt.company))])
}

/// Each accepted quote became an order by itself; most are on their way.
fn orders(setting: &Setting, accepted: &[Accepted], dice: &mut Dice, steps: &mut Vec<Step>) {
    for (at, one) in accepted.iter().enumerate() {
        let values = json!({
            "ordered_on": setting.day(-one.ago),
            "deliver_on": setting.day(14 - one.ago),
            "created_at": setting.at(-one.ago, 11, 0),
        });
        steps.push(Step::Ordered { quote: one.quote, values: object(values) });
        let on = (one.ago - dice.between(3, 12)).max(0);
        let mut values = json!({
            "delivered_on": setting.day(-on), "planned_on": setting.day(-on), "at": setting.at(-on, 13, 0),
        });
        match at % 3 {
            // Nothing yet of the newest.
            _ if at + 2 >= accepted.len() => continue,
            // A part of it: of the first line, half.
            1 => {
                let (product, quantity) = one.lines[0];
                let mut part = line(product, (quantity / 2).max(1));
                part["id"] = "1".into();
                values["lines"] = vec![part].into();
            }
            _ => {}
        }
        steps.push(paper("delivery", values, vec![("about", Card::Order(at))]));
    }
}

/// An invoice that is to be: of an order, or for a company; how many days ago.
struct Bill {
    of: Option<usize>,
    company: usize,
    ago: i64,
}

fn invoices(
    setting: &Setting,
    accepted: &[Accepted],
    companies: usize,
    dice: &mut Dice,
    steps: &mut Vec<Step>,
) {
    let of_orders =
        accepted.iter().enumerate().take(BILLED).map(|(at, one)| (Some(at), (one.ago - 1).max(0)));
    let mut bills: Vec<Bill> = of_orders.map(|(of, ago)| Bill { of, company: 0, ago }).collect();
    for at in 0..OTHERS {
        // Spread over the last half year, the newest from this week.
        let ago = 2 + i64::try_from(at).unwrap_or(0) * 10 + dice.between(0, 4);
        bills.push(Bill { of: None, company: dice.below(companies), ago });
    }
    bills.sort_by_key(|bill| -bill.ago);
    let credited = bills.iter().position(|bill| bill.of.is_none()).unwrap_or(0);
    for (at, bill) in bills.iter().enumerate() {
        let mut values = json!({
            "state": "issued", "issued_on": setting.day(-bill.ago), "created_at": setting.at(-bill.ago, 14, 0),
        });
        let (refers, like) = match bill.of {
            Some(order) => (vec![("order", Card::Order(order))], Some(Card::Order(order))),
            None => {
                let all = lines(dice).into_iter().map(|(product, quantity)| line(product, quantity));
                values["lines"] = all.collect::<Vec<_>>().into();
                (vec![("company", Card::Company(bill.company))], None)
            }
        };
        steps.push(Step::Paper { object: "invoice", values: object(values), refers, like });
        if at == credited {
            continue;
        }
        // The older ones are paid, but for some; what is younger is mostly not due yet.
        let paid = match (bill.ago, at % 5) {
            (ago, 1) if ago > 20 => 0,
            (ago, 3) if ago > 20 => 40,
            (ago, _) if ago > 20 => 100,
            (_, 0) => 100,
            _ => 0,
        };
        if paid > 0 {
            let on = (bill.ago - dice.between(3, 16)).max(0);
            let method = *dice.pick(&["bank", "bank", "card", "mobile"]);
            let values = json!({ "at": setting.at(-on, 9, 0), "method": method });
            steps.push(Step::Paid { invoice: at, percent: paid, values: object(values) });
        }
    }
    let ago = (bills[credited].ago - 5).max(0);
    steps.push(Step::Paper {
        object: "invoice",
        values: object(json!({
            "kind": "credit_note", "state": "issued", "issued_on": setting.day(-ago),
            "created_at": setting.at(-ago, 14, 0), "intro": setting.locale.t("sample-credit"),
        })),
        refers: vec![("credits", Card::Invoice(credited))],
        like: Some(Card::Invoice(credited)),
    });
}

/// Products with their quantities: two or three of them, each once.
fn lines(dice: &mut Dice) -> Vec<(usize, i64)> {
    let mut all: Vec<(usize, i64)> = Vec::new();
    for _ in 0..dice.between(2, 3) {
        let product = dice.below(PRODUCTS.len());
        if all.iter().all(|(taken, _)| *taken != product) {
            let most = if PRODUCTS[product].2 > 3_000 { 4 } else { 14 };
            all.push((product, dice.between(2, most)));
        }
    }
    all
}

/// The product by its number in the plan; which it is turns out when it is kept.
fn line(product: usize, quantity: i64) -> Json {
    json!({ "product": format!("#{product}"), "quantity": quantity.to_string() })
}

fn paper(object_name: &'static str, values: Json, refers: Vec<(&'static str, Card)>) -> Step {
    Step::Paper { object: object_name, values: object(values), refers, like: None }
}

fn object(values: Json) -> Values {
    match values {
        Json::Object(values) => values,
        _ => Values::new(),
    }
}

impl Setting {
    /// In hundredths of a unit of the workspace's currency.
    fn money(&self, hundredths: i64) -> Json {
        let currency = self.locale.locality().currency;
        json!({ "minor": hundredths * 10_i64.pow(currency.decimals()) / 100, "currency": currency })
    }

    fn day(&self, days: i64) -> Json {
        self.today.checked_add(days.days()).unwrap_or(self.today).to_string().into()
    }
}
