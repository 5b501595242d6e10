//! What will come in: of each colleague what was won in the period, and the open deals that should close in it by how sure they are.

use std::collections::BTreeMap;

use kernel::Result;
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
};

/// A column: the key of its name, whose deals, which sum of them.
struct Column {
    name: String,
    filter: Filter,
    sum: &'static str,
    /// The key of what explains it, or empty.
    help: &'static str,
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
                                @for column in &columns { td.number { (cell(asked, column, owner)) } }
                            }
                        }
                    }
                    tfoot { tr {
                        th scope="row" { (view.t("sales-together")) }
                        @for column in &columns {
                            td.number { (asked.cell((&column.filter, column.sum), column.whole.0, &asked.amount(&column.whole.1))) }
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
        Ok(Column { name, filter, sum, help, groups, whole })
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
        let (amount, stage) = (deal.get("amount"), deal.text("stage"));
        let (Some(minor), Some(currency)) = (amount["minor"].as_i64(), amount["currency"].as_str()) else {
            return;
        };
        let said = deal.get("weighted")["minor"].as_i64().unwrap_or(0);
        let chance = model.chance(stage, model::days_in(deal.instant("stage_since"), now));
        let minor = chance.map_or(said, |chance| (minor as f64 * chance).round() as i64);
        let owner = deal.get("owner");
        let of_owner =
            sums.entry(owner.to_string()).or_insert_with(|| (owner.clone(), 0, Promise::default()));
        of_owner.1 += 1;
        of_owner.2.add(minor, currency);
        whole.0 += 1;
        whole.1.add(minor, currency);
    })?;
    let group =
        |(value, count, promise): (Json, i64, Promise)| Group { value, count, totals: vec![promise.total()] };
    Ok(Column {
        name: asked.view.t("forecast-model").into_owned(),
        filter,
        sum: "amount",
        help: "forecast-model-help",
        groups: sums.into_values().map(group).collect(),
        whole: (whole.0, whole.1.total()),
    })
}

/// A sum of money, as long as it is of one currency.
#[derive(Default)]
struct Promise {
    minor: i64,
    currency: String,
    mixed: bool,
}

impl Promise {
    fn add(&mut self, minor: i64, currency: &str) {
        if self.currency.is_empty() {
            currency.clone_into(&mut self.currency);
        }
        self.mixed |= self.currency != currency;
        self.minor = self.minor.saturating_add(minor);
    }

    fn total(&self) -> Total {
        match self.mixed {
            true => Total::Mixed,
            false => Total::Value(serde_json::json!({ "minor": self.minor, "currency": self.currency })),
        }
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

fn cell(asked: &Figures, column: &Column, owner: &Json) -> Markup {
    let Some(group) = column.groups.iter().find(|group| group.value == *owner) else {
        return asked.cell((&column.filter, column.sum), 0, "");
    };
    let whose = match as_id(owner) {
        Some(user) => Filter::field("owner", Operator::Is, &[&user.to_string()]),
        None => Filter::field("owner", Operator::Empty, &[]),
    };
    let shown = group.totals.first().map(|total| asked.amount(total)).unwrap_or_default();
    let filter = column.filter.clone().and(whose);
    html! {
        span title=[(!column.help.is_empty()).then(|| asked.view.t(column.help))] {
            (asked.cell((&filter, column.sum), group.count, &shown))
        }
    }
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
            let args = [("count", count.into()), ("amount", asked.amount(&total).into())];
            lines.push((asked.list(&filter, "amount"), asked.view.tf(key, &args)));
        }
    }
    Ok(
        html! { @if !lines.is_empty() { ul.figures-left { @for (href, text) in &lines { li { a.link href=(href) { (text) } } } } } },
    )
}
