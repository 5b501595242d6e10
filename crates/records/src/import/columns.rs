//! A row of a table as a draft: its cells go into the inputs of a form, and each field reads its own.

use formats::{recognise, spreadsheet::Cell};
use kernel::{Result, Text};

use crate::{
    Json,
    exchange::Meaning,
    field::{Input, Pairs, channels},
    import::{
        bad::Problem,
        draft::{BETWEEN, Body, CardDraft, Draft, Raw, RelatedDraft, Title},
        foreign::Foreign,
        plan::{Filled, Plan, Planned, To},
        style,
        table::Row,
    },
    save::{Prepared, Values},
};

/// Rows of further values in one cell begin here, so that they come behind those with a column of their own.
const FURTHER: u32 = 1000;

/// What one row says, before the fields read it.
#[derive(Default)]
struct Said {
    pairs: Pairs,
    /// By the name of their input, cells that say themselves what they are.
    certain: Vec<(String, Cell)>,
    uid: Option<String>,
    related: Vec<(String, RelatedDraft)>,
}

pub(super) fn draft(plan: &Plan, row: Row<'_>, number: u64) -> Draft {
    let mut raw = String::new();
    for (at, cell) in row.cells().into_iter().enumerate() {
        if at > 0 {
            raw.push(BETWEEN);
        }
        raw.push_str(cell);
    }
    Draft { line: row.line(), number, raw: Raw::Cells(raw), body: body(plan, row) }
}

fn body(plan: &Plan, row: Row<'_>) -> Result<Body, Problem> {
    let mut said = Said::default();
    for column in &plan.columns {
        if let Some(text) = row.text(column.at) {
            said.keep_certain(column, row.certain(column.at));
            said.take(column, text);
        }
    }
    let mut values = Values::new();
    let mut titles = Vec::new();
    for field in &plan.fields {
        let input = Input::new(&said.pairs, &field.key);
        if field.kind.key() == "reference" {
            titles.extend(title(field, input.text())?);
            continue;
        }
        let certain = said.certain.iter().find(|(name, _)| *name == field.key);
        let certain = certain.and_then(|(_, cell)| field.kind.read_cell(cell, &plan.reading));
        let value = certain
            .unwrap_or_else(|| read(plan, field, &input))
            .map_err(|text| Problem::new(&field.header, text))?;
        if !value.is_null() {
            values.insert(field.key.clone(), value);
        }
    }
    if let (Some(uid), Some(key)) = (said.uid, plan.object.exchange.field(Meaning::Foreign)) {
        values.insert(key.to_owned(), Foreign::of_uid(uid).written().into());
    }
    let prepared = Prepared::of_checked(&plan.object, values, &plan.reading);
    let keys = plan.keys(&prepared);
    let related = said.related.into_iter().map(|(_, related)| related).filter(|one| !one.who.is_empty());
    Ok(Body::Card(Box::new(CardDraft {
        keys,
        titles,
        photo: None,
        related: related.collect(),
        alike: Vec::new(),
        prepared,
    })))
}

/// The value of one field.
fn read(plan: &Plan, field: &Filled, input: &Input) -> Result<Json, Text> {
    let converted = |text: String| {
        let pairs = vec![(field.key.clone(), text)];
        field.kind.parse(&Input::new(&pairs, &field.key), &plan.reading)
    };
    match field.kind.key() {
        // What is no address is refused when typed, and kept when it comes from a file.
        "emails" => {
            let row = |parts: Vec<(&str, &str)>| {
                Json::Object(parts.into_iter().map(|(part, text)| (part.to_owned(), text.into())).collect())
            };
            let mut rows: Vec<Json> = input.rows().into_iter().map(row).collect();
            rows.extend(input.texts().into_iter().map(Json::from));
            field.kind.check(&Json::Array(rows))
        }
        "date" => converted(style::iso_date(input.text(), field.style, plan.reading.today.year() + 20)),
        "partial_date" => converted(style::iso_date(input.text(), field.style, plan.reading.today.year())),
        "number" => converted(style::plain_number(input.text(), field.style, plan.reader_uses_comma)),
        _ => field.kind.parse(input, &plan.reading),
    }
}

fn title(field: &Filled, text: &str) -> Result<Option<Title>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let refused = || Problem::new(&field.header, Text::new("not-a-choice"));
    let object = field.kind.refers_to().ok_or_else(refused)?;
    Ok(Title::new(field.key.clone(), object.to_owned(), text.to_owned()))
}

impl Said {
    /// A cell that alone is the value of its field.
    fn keep_certain(&mut self, column: &Planned, cell: Option<&Cell>) {
        if let (To::Field { name, .. }, Some(cell), None) = (&column.to, cell, &column.yes_means)
            && !self.pairs.iter().any(|(known, _)| known == name)
        {
            self.certain.push((name.clone(), cell.clone()));
        }
    }

    fn take(&mut self, column: &Planned, cell: &str) {
        if let Some(meaning) = &column.yes_means {
            if is_yes(cell) {
                self.put(column, meaning, 0);
            } else {
                // Our own export names the channels.
                for (at, channel) in (0..).zip(channels::named(cell)) {
                    self.put(column, channel, at * FURTHER);
                }
            }
            return;
        }
        match &column.splits_at {
            None => self.put(column, cell, 0),
            Some(mark) => {
                let values = cell.split(mark.trim()).map(str::trim).enumerate();
                values.filter(|(_, value)| !value.is_empty()).for_each(|(at, value)| {
                    self.put(column, value, u32::try_from(at).unwrap_or(0) * FURTHER);
                });
            }
        }
    }

    fn put(&mut self, column: &Planned, value: &str, further: u32) {
        match &column.to {
            To::Uid => self.uid = Some(value.to_owned()),
            To::Related { slot, role } => {
                let related = self.related(format!("{slot}.{further}"));
                related.who = value.to_owned();
                if let Some(role) = role {
                    related.role = role.clone();
                }
            }
            To::RelatedRole { slot } => {
                let role = recognise::label(value).text.to_lowercase();
                self.related(format!("{slot}.{further}")).role = role;
            }
            To::Field { name, joins } => self.put_field(name, *joins, value, further),
            To::Row { field, row, part, label, labels } => {
                let row = row + further;
                let value = if part == "label" { recognise::label(value).text } else { value };
                let value = labels.get(&value.to_lowercase()).copied().unwrap_or(value);
                self.put_part(format!("{field}.{row}.{part}"), part, value);
                if let Some((part, label)) = label {
                    let name = format!("{field}.{row}.{part}");
                    if !self.pairs.iter().any(|(known, _)| *known == name) {
                        self.pairs.push((name, label.clone()));
                    }
                }
            }
        }
    }

    fn put_field(&mut self, name: &str, joins: Option<&'static str>, value: &str, further: u32) {
        if joins == Some(",") {
            // Google's own groups, such as "* myContacts", are nobody's tags.
            let label = recognise::label(value);
            if !label.marked {
                self.pairs.push((name.to_owned(), label.text.to_owned()));
            }
            return;
        }
        match (self.pairs.iter_mut().find(|(known, _)| known == name), joins) {
            (Some((_, text)), Some(joint)) => *text = format!("{text}{joint}{value}"),
            // Of several values for one place the first counts.
            (Some(_), None) => {}
            (None, _) if further == 0 || joins.is_some() => {
                self.pairs.push((name.to_owned(), value.to_owned()))
            }
            (None, _) => {}
        }
    }

    /// Further lines of an address are joined; a label that a column says replaces the one of another's header.
    fn put_part(&mut self, name: String, part: &str, value: &str) {
        match self.pairs.iter_mut().find(|(known, _)| *known == name) {
            Some((_, text)) if part == "extended" => *text = format!("{text}, {value}"),
            Some((_, text)) => value.clone_into(text),
            None => self.pairs.push((name, value.to_owned())),
        }
    }

    fn related(&mut self, slot: String) -> &mut RelatedDraft {
        let at = match self.related.iter().position(|(known, _)| *known == slot) {
            Some(at) => at,
            None => {
                let unnamed = RelatedDraft { role: "contact".to_owned(), who: String::new(), by_uid: false };
                self.related.push((slot, unnamed));
                self.related.len() - 1
            }
        };
        &mut self.related[at].1
    }
}

fn is_yes(cell: &str) -> bool {
    let yes = ["1", "true", "t", "yes", "y", "x", "ja", "j", "evet", "да", "是", "opt-out", "opted out"];
    yes.contains(&cell.to_lowercase().as_str())
}
