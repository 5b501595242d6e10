//! An empty workbook to be filled in and imported: a column for all that an import can fill, called as the wizard calls
//! it, with lists to choose from and a sheet that explains.

use std::io::Write;

use formats::spreadsheet::{Cell, Filled, Kind, Template, TemplateColumn};
use kernel::{Cx, Result};

use crate::{
    Field, Object,
    field::{Control, FieldType, Reading, options::option_text},
    import::{self, Choice},
};

/// Rows of e-mail addresses, phones and the like that are offered; of what has many parts, one.
const ROWS: u32 = 2;
const MOST_PARTS: usize = 3;

/// Writes the template of an object, in the reader's language.
pub fn template(cx: &Cx, object: &Object, out: &mut (impl Write + Send)) -> Result<()> {
    let reading = import::reading(cx)?;
    let text = |key: &str| reading.locale.t(key).into_owned();
    let choices = import::choices(object);
    let columns = choices.iter().filter_map(|choice| {
        let field = object.field(choice.to.split('.').next()?).ok()?;
        is_offered(field, choice).then(|| column(field, choice, &reading))
    });
    let template = Template {
        sheet: object.many_name(reading.locale.language()).into_owned(),
        help_sheet: text("template-help"),
        help_headers: ["import-column", "template-what", "template-example"].map(text),
        columns: columns.collect(),
    };
    Ok(template.write(out)?)
}

/// The parts of a name rather than the whole, and not too many rows.
fn is_offered(field: &Field, choice: &Choice) -> bool {
    match field.kind.control() {
        Control::Parts(_) => choice.part.is_some(),
        Control::Rows { parts, .. } => choice.row <= if parts.len() < MOST_PARTS { ROWS } else { 1 },
        _ => true,
    }
}

fn column(field: &Field, choice: &Choice, reading: &Reading) -> TemplateColumn {
    let Explained { hint, example, options, open } = explained(field, choice, reading);
    TemplateColumn {
        header: choice.text(reading.locale.language()),
        filled: if choice.part.is_some() { Filled::Text } else { filled(&*field.kind, reading) },
        options,
        open,
        hint: reading.locale.t(&format!("template-{hint}")).into_owned(),
        example,
    }
}

fn filled(kind: &dyn FieldType, reading: &Reading) -> Filled {
    match kind.key() {
        "date" => Filled::Date,
        "date_time" => Filled::DateTime,
        // A format of a date would add a year where nobody wrote one.
        "partial_date" | "yes_no" | "rating" => Filled::Anything,
        "money" => Filled::Number { decimals: 2 },
        _ => match kind.cell(&0.into(), reading) {
            Cell { kind: Kind::Number(number), .. } => Filled::Number { decimals: number.scale() },
            _ => Filled::Text,
        },
    }
}

/// What is said of a column.
struct Explained {
    /// Behind `template-` in the catalogue.
    hint: &'static str,
    example: String,
    options: Vec<String>,
    open: bool,
}

fn explained(field: &Field, choice: &Choice, reading: &Reading) -> Explained {
    let of = |hint: &'static str, example: &str| Explained {
        hint,
        example: example.to_owned(),
        options: Vec::new(),
        open: true,
    };
    let chosen = |options: Vec<String>, open: bool| Explained {
        hint: if open { "open-choice" } else { "choice" },
        example: options.first().cloned().unwrap_or_default(),
        options,
        open,
    };
    let year = reading.today.year();
    match (field.kind.control(), choice.part) {
        (Control::Rows { parts, labels }, Some(part))
            if parts.last() == Some(&part) && !labels.is_empty() =>
        {
            let text = |label: &&str| option_text("label", label, reading);
            chosen(labels.iter().map(text).collect(), field.kind.key() != "channels")
        }
        (_, Some("number")) => of("phone", "+45 31 42 55 10"),
        (_, Some("address")) => of("email", "anna@example.com"),
        (_, Some("url")) => of("link", "https://example.com"),
        (_, Some("until")) => of("date", &format!("{year}-12-31")),
        (_, Some(_)) => of("text", ""),
        (Control::Choice { options, open }, None) => {
            let shown = |option: &String| field.kind.show(&option.as_str().into(), reading);
            chosen(options.iter().map(shown).collect(), open)
        }
        (Control::Choices { .. }, None) => of("several", ""),
        (Control::Tick, None) => {
            chosen(["yes", "no"].map(|key| reading.locale.t(key).into_owned()).to_vec(), false)
        }
        (Control::Stars, None) => {
            Explained { hint: "rating", ..chosen((1..=5).map(|stars| stars.to_string()).collect(), false) }
        }
        (Control::User, None) => {
            let mut names: Vec<String> = reading.users.values().cloned().collect();
            names.sort();
            chosen(names, false)
        }
        (Control::Card { .. }, None) => of("card", ""),
        _ => match field.kind.key() {
            "date" => of("date", &format!("{year}-03-31")),
            "partial_date" => of("partial-date", "1976-12-04"),
            "date_time" => of("date-time", &format!("{year}-03-31 14:30")),
            "number" => of("number", "12"),
            "money" => of("money", "1250"),
            _ => of("text", ""),
        },
    }
}
