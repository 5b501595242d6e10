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
use crate::deal::FORECASTS;

/// A column: the key of its name, whose deals, which sum of them.
struct Column {
    name: String,
    filter: Filter,
    sum: &'static str,
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
        Ok(Column { name, filter, sum, groups, whole })
    };
    let mut columns = vec![column(view.t("deal-state-won").into_owned(), asked.closing("won"), "amount")?];
    for forecast in FORECASTS.iter().filter(|forecast| **forecast != "omitted") {
        let filter = asked.closing("open").and(Filter::field("forecast", Operator::Is, &[forecast]));
        let name = view.t(&format!("forecast-{}", forecast.replace('_', "-"))).into_owned();
        columns.push(column(name, filter, "amount")?);
    }
    columns.push(column(view.t("deal-weighted").into_owned(), asked.closing("open"), "weighted")?);
    Ok(columns)
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
        span title=[(column.sum == "weighted").then(|| asked.view.t("sales-weighted-help"))] {
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
