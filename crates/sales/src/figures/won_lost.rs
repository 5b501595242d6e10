//! Why deals were won or lost in the period: by reason, source, colleague, competitor, or whatever else a deal can be grouped by.

use kernel::Result;
use records::{
    Field, Filter, Json, Operator,
    query::{Group, groups_by},
};
use web::{
    Markup, html,
    html::{empty_note, table_frame},
};

use super::{Figures, WON_LOST};

/// One value of the field, with what was won and lost of it.
struct Line {
    value: Json,
    won: Option<Group>,
    lost: Option<Group>,
}

pub(super) fn figures(asked: &Figures) -> Result<Markup> {
    let view = asked.view;
    let offered: Vec<&Field> = asked.deal.fields.iter().filter(|field| offers(asked, field)).collect();
    let (won, lost) = (asked.closing("won"), asked.closing("lost"));
    let of = |key: &str| offered.iter().find(|field| field.key == key).copied();
    // Reasons first, as long as something was lost.
    let by = match of(view.request.query.text("by")).or_else(|| of("lost_reason")) {
        Some(by) if by.key == "lost_reason" && asked.by(&lost, &by.key, "amount")?.groups.is_empty() => {
            of("owner").or(Some(by))
        }
        by => by,
    };
    let Some(by) = by else { return Ok(html! {}) };
    let mut lines =
        lines(asked.by(&won, &by.key, "amount")?.groups, asked.by(&lost, &by.key, "amount")?.groups);
    // Why deals were lost says nothing of those that were won.
    lines.retain(|line| by.key != "lost_reason" || line.lost.is_some());
    let wins = lines.iter().any(|line| line.won.is_some());
    let titled = titles(asked, by, &lines)?;
    let shown = |value: &Json| match value {
        Json::Null => view.t("sales-not-said").into_owned(),
        value => by.kind.show(value, titled.as_ref().map_or(&view.reading, |titled| &titled.reading)),
    };
    let label = view.t("sales-won-lost");
    Ok(html! {
        p.figures-lead { (view.t("sales-won-lost-lead")) }
        nav.periods aria-label=(view.t("display-group")) {
            @for field in &offered {
                @let address = view.request.query.clone().with("by", field.key.clone());
                a href={ (WON_LOST) "?" (address.encode()) } aria-current=[(field.key == by.key).then_some("true")] { (view.label(&asked.deal, field)) }
            }
        }
        @if lines.is_empty() { (empty_note(&html! { (view.t("sales-nothing")) })) }
        @else {
            (table_frame(&label, &html! {
                table.table.figures {
                    thead { tr {
                        th scope="col" { (view.label(&asked.deal, by)) }
                        @if wins {
                            th.number scope="col" { (view.t("deal-state-won")) }
                            th.number scope="col" { (view.t("sales-won-amount")) }
                        }
                        th.number scope="col" { (view.t("deal-state-lost")) }
                        th.number scope="col" { (view.t("sales-lost-amount")) }
                        @if wins { th.number scope="col" { (view.t("sales-win-rate")) } }
                    } }
                    tbody {
                        @for line in &lines {
                            tr {
                                th scope="row" { (shown(&line.value)) }
                                @if wins { (half(asked, &won, by, line.won.as_ref())?) }
                                (half(asked, &lost, by, line.lost.as_ref())?)
                                @if wins { td.number { (rate(asked, line)) } }
                            }
                        }
                    }
                }
            }))
        }
    })
}

fn offers(asked: &Figures, field: &Field) -> bool {
    let dull = ["stage", "state", "pipeline", "name", "forecast", "probability", "closes_on"];
    groups_by(field)
        && !field.hidden
        && !field.retired
        && field.group != "record"
        && asked.deal.tells(&field.key)
        && !dull.contains(&field.key.as_str())
}

/// The most frequent first.
fn lines(won: Vec<Group>, lost: Vec<Group>) -> Vec<Line> {
    let mut lines: Vec<Line> = won
        .into_iter()
        .map(|group| Line { value: group.value.clone(), won: Some(group), lost: None })
        .collect();
    for group in lost {
        match lines.iter_mut().find(|line| line.value == group.value) {
            Some(line) => line.lost = Some(group),
            None => lines.push(Line { value: group.value.clone(), won: None, lost: Some(group) }),
        }
    }
    lines.sort_by_key(|line| -(count(&line.won) + count(&line.lost)));
    lines
}

fn count(half: &Option<Group>) -> i64 {
    half.as_ref().map_or(0, |group| group.count)
}

/// Cards that values refer to are called by their titles.
fn titles<'a>(asked: &'a Figures, by: &Field, lines: &[Line]) -> Result<Option<workbench::View<'a>>> {
    let Some(object) = by.kind.refers_to() else { return Ok(None) };
    let object = records::object::object(asked.cx(), object)?;
    let ids: Vec<_> = lines.iter().filter_map(|line| records::field::as_id(&line.value)).collect();
    let cards = records::record::find_many(asked.cx(), &object, &ids)?;
    let mut view = asked.view.again();
    let mut titles = (*view.reading.titles).clone();
    titles.extend(cards.iter().map(|(id, card)| (*id, card.title(&view.reading))));
    view.reading.titles = std::sync::Arc::new(titles);
    Ok(Some(view))
}

fn half(asked: &Figures, filter: &Filter, by: &Field, group: Option<&Group>) -> Result<Markup> {
    let Some(group) = group else {
        return Ok(html! { td.number { span.quiet { "–" } } td.number { span.quiet { "–" } } });
    };
    let value = match &group.value {
        Json::Null => Filter::field(&by.key, Operator::Empty, &[]),
        value => {
            let argument = records::field::as_id(value).map(|id| id.to_string());
            let argument =
                argument.unwrap_or_else(|| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            Filter::field(&by.key, Operator::Is, &[&argument])
        }
    };
    let filter = filter.clone().and(value);
    let amount = match group.totals.first() {
        Some(total) => asked.worth(&filter, "amount", total)?,
        None => String::new(),
    };
    Ok(html! {
        td.number { (asked.cell((&filter, "amount"), group.count, &asked.integer(group.count))) }
        td.number { (amount) }
    })
}

fn rate(asked: &Figures, line: &Line) -> String {
    asked.rate(count(&line.won), count(&line.won) + count(&line.lost))
}
