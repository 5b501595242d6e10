//! What will come in: of each colleague what was won in the period, and the open deals that should close in it by how sure they are.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{Currency, Result, money::Money};
use records::{
    Filter, Json, Operator,
    field::as_id,
    query::{Group, Grouped, Total},
};
use web::{
    Markup, html,
    html::{empty_note, table_frame},
};

use super::Figures;
use crate::{
    deal::FORECASTS,
    forecast::{
        model::{self, Model},
        snapshot,
    },
    rates::{
        Rates,
        worth::{self, Worth},
    },
};

/// A column: the key of its name, whose deals, which sum of them.
struct Column {
    name: String,
    filter: Filter,
    sum: &'static str,
    /// The key of what explains it, or empty.
    help: &'static str,
    /// Its sums are those of the model, not of what stands on the deals.
    by_model: bool,
    groups: Vec<Group>,
    whole: (i64, Total),
}

pub(super) fn figures(asked: &Figures) -> Result<Markup> {
    let view = asked.view;
    let columns = columns(asked)?;
    let mut owners: BTreeMap<String, Json> = BTreeMap::new();
    for group in columns.iter().flat_map(|column| &column.groups) {
        let name = match as_id(&group.value) {
            Some(user) => view.user(Some(user)),
            None => view.t("sales-nobody").into_owned(),
        };
        owners.insert(name, group.value.clone());
    }
    let label = view.t("sales-forecast");
    Ok(html! {
        p.figures-lead { (view.t("sales-forecast-lead")) }
        @if owners.is_empty() { (empty_note(&html! { (view.t("sales-nothing")) })) }
        @else {
            (table_frame(&label, &html! {
                table.table.figures {
                    thead { tr {
                        th scope="col" { (view.label(&asked.deal, asked.deal.field("owner")?)) }
                        @for column in &columns { th.number scope="col" { (column.name) } }
                    } }
                    tbody {
                        @for (name, owner) in &owners {
                            tr {
                                th scope="row" { (name) }
                                @for column in &columns { td.number { (cell(asked, column, owner)?) } }
                            }
                        }
                    }
                    tfoot { tr {
                        th scope="row" { (view.t("sales-together")) }
                        @for column in &columns {
                            td.number { (asked.cell((&column.filter, column.sum), column.whole.0, &whole(asked, column)?)) }
                        }
                    } }
                }
            }))
        }
        (left_over(asked)?)
        (about_model(asked)?)
    })
}

fn columns(asked: &Figures) -> Result<Vec<Column>> {
    let view = asked.view;
    let column = |name: String, filter: Filter, sum: &'static str| -> Result<Column> {
        let Grouped { groups, whole } = asked.by(&filter, "owner", sum)?;
        let whole = match whole {
            Some((count, mut totals)) => (count, totals.pop().unwrap_or(Total::Mixed)),
            None if groups.is_empty() => (0, Total::Value(Json::Null)),
            // More colleagues than are told apart.
            None => asked.whole(&filter, sum)?,
        };
        let help = if sum == "weighted" { "sales-weighted-help" } else { "" };
        Ok(Column { name, filter, sum, help, by_model: false, groups, whole })
    };
    let mut columns = vec![column(view.t("deal-state-won").into_owned(), asked.closing("won"), "amount")?];
    for forecast in FORECASTS.iter().filter(|forecast| **forecast != "omitted") {
        let filter = asked.closing("open").and(Filter::field("forecast", Operator::Is, &[forecast]));
        let name = view.t(&format!("forecast-{}", forecast.replace('_', "-"))).into_owned();
        columns.push(column(name, filter, "amount")?);
    }
    columns.push(column(view.t("deal-weighted").into_owned(), asked.closing("open"), "weighted")?);
    if let Some(model) = model::of(view.cx)?.filter(Model::is_better) {
        columns.push(by_model(asked, &model)?);
    }
    Ok(columns)
}

/// The open deals once more, each with the chance that deals like it had.
fn by_model(asked: &Figures, model: &Model) -> Result<Column> {
    let filter = asked.closing("open");
    let now = asked.cx().now();
    let mut sums: BTreeMap<String, (Json, i64, Promise)> = BTreeMap::new();
    let mut whole = (0, Promise::default());
    snapshot::each(asked.cx(), filter.clone(), |deal| {
        let Some((Money { minor, currency }, day)) = worth::amount(asked.cx(), deal, "amount") else {
            return;
        };
        let said = deal.get("weighted")["minor"].as_i64().unwrap_or(0);
        let chance = model.chance(deal.text("stage"), model::days_in(deal.instant("stage_since"), now));
        let minor = chance.map_or(said, |chance| (minor as f64 * chance).round() as i64);
        let promised = (Money { minor, currency }, day);
        let owner = deal.get("owner");
        let of_owner =
            sums.entry(owner.to_string()).or_insert_with(|| (owner.clone(), 0, Promise::default()));
        of_owner.1 += 1;
        of_owner.2.add(promised, &asked.rates);
        whole.0 += 1;
        whole.1.add(promised, &asked.rates);
    })?;
    let group = |(value, count, promise): (Json, i64, Promise)| Group {
        value,
        count,
        totals: vec![promise.total(asked)],
    };
    Ok(Column {
        name: asked.view.t("forecast-model").into_owned(),
        filter,
        sum: "amount",
        help: "forecast-model-help",
        by_model: true,
        groups: sums.into_values().map(group).collect(),
        whole: (whole.0, whole.1.total(asked)),
    })
}

/// A sum of money as it is, as long as it is of one currency, and what it is worth.
#[derive(Default)]
struct Promise {
    minor: i64,
    currency: Option<Currency>,
    mixed: bool,
    worth: Worth,
}

impl Promise {
    fn add(&mut self, (amount, day): (Money, Date), rates: &Rates) {
        let currency = *self.currency.get_or_insert(amount.currency);
        self.mixed |= currency != amount.currency;
        self.minor = self.minor.saturating_add(amount.minor);
        self.worth.add(amount, day, rates);
    }

    fn total(&self, asked: &Figures) -> Total {
        let told = match self.currency {
            _ if self.mixed => Total::Mixed,
            None => Total::Value(Json::Null),
            Some(currency) => Total::Value(serde_json::json!({ "minor": self.minor, "currency": currency })),
        };
        if !asked.rates.concern(&told) {
            return told;
        }
        asked.take_note(&self.worth).unwrap_or(told)
    }
}

/// What the model learnt from, or why it says nothing.
fn about_model(asked: &Figures) -> Result<Markup> {
    let view = asked.view;
    let model = model::of(view.cx)?;
    let text = match model.as_ref().and_then(|model| model.test) {
        None => view.tf(
            "forecast-model-learning",
            &[("deals", model::ENOUGH_DEALS.into()), ("days", model::TESTED_DAYS.into())],
        ),
        Some(test) => {
            let error = |error: f64| view.reading.locale.number((error.sqrt() * 1000.0).round() as i64, 1);
            let key = if test.model < test.stages { "forecast-model-better" } else { "forecast-model-worse" };
            let args = [
                ("model", error(test.model).into()),
                ("stages", error(test.stages).into()),
                ("cases", view.reading.locale.integer(test.cases).into()),
            ];
            view.tf(key, &args)
        }
    };
    Ok(html! { p.figures-lead { (text) } })
}

fn whole(asked: &Figures, column: &Column) -> Result<String> {
    told(asked, column, &column.filter, Some(&column.whole.1))
}

/// What the model says is worth something already.
fn told(asked: &Figures, column: &Column, filter: &Filter, total: Option<&Total>) -> Result<String> {
    match total {
        Some(total) if column.by_model => Ok(asked.amount(total)),
        Some(total) => asked.worth(filter, column.sum, total),
        None => Ok(String::new()),
    }
}

fn cell(asked: &Figures, column: &Column, owner: &Json) -> Result<Markup> {
    let Some(group) = column.groups.iter().find(|group| group.value == *owner) else {
        return Ok(asked.cell((&column.filter, column.sum), 0, ""));
    };
    let whose = match as_id(owner) {
        Some(user) => Filter::field("owner", Operator::Is, &[&user.to_string()]),
        None => Filter::field("owner", Operator::Empty, &[]),
    };
    let filter = column.filter.clone().and(whose);
    let shown = told(asked, column, &filter, group.totals.first())?;
    Ok(html! {
        span title=[(!column.help.is_empty()).then(|| asked.view.t(column.help))] {
            (asked.cell((&filter, column.sum), group.count, &shown))
        }
    })
}

/// Open deals that no period has: those that should be over, and those without a day.
fn left_over(asked: &Figures) -> Result<Markup> {
    let open = || asked.narrowed(Filter::field("state", Operator::Is, &["open"]));
    let kinds = [
        ("sales-overdue", open().and(Filter::field("closes_on", Operator::Before, &["today"]))),
        ("sales-undated", open().and(Filter::field("closes_on", Operator::Empty, &[]))),
    ];
    let mut lines = Vec::new();
    for (key, filter) in kinds {
        let (count, total) = asked.whole(&filter, "amount")?;
        if count > 0 {
            let args = [("count", count.into()), ("amount", asked.worth(&filter, "amount", &total)?.into())];
            lines.push((asked.list(&filter, "amount"), asked.view.tf(key, &args)));
        }
    }
    Ok(
        html! { @if !lines.is_empty() { ul.figures-left { @for (href, text) in &lines { li { a.link href=(href) { (text) } } } } } },
    )
}
