//! An empty workbook to be filled in: the columns of a table, what may stand in them, and a second sheet that says so.

use std::io::{self, Write};

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::{
    MOST_ROWS,
    writer::{DAY, MOMENT, failed, format, header_format, sheet_name},
};

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Template {
    pub sheet: String,
    pub help_sheet: String,
    /// Over the second sheet: the column, what to write, an example.
    pub help_headers: [String; 3],
    pub columns: Vec<TemplateColumn>,
}

/// One column of a template.
#[derive(Debug, Clone, Default)]
pub struct TemplateColumn {
    pub header: String,
    pub filled: Filled,
    /// Offered to choose from.
    pub options: Vec<String>,
    /// Other words are fine too.
    pub open: bool,
    pub hint: String,
    pub example: String,
}

/// What the cells of a column are prepared for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filled {
    /// As typed: `007` and `+45 31 42` stay what they are.
    #[default]
    Text,
    Number {
        decimals: u32,
    },
    Date,
    DateTime,
    /// As the spreadsheet understands what is typed.
    Anything,
}

/// A list within a rule is no longer; a longer one stands in a sheet of its own.
const LONGEST_LIST: usize = 255;

impl Template {
    pub fn write(&self, out: impl Write + Send) -> io::Result<()> {
        self.workbook().and_then(|mut workbook| workbook.save_to_writer(out)).map_err(failed)
    }

    fn workbook(&self) -> Result<Workbook, XlsxError> {
        let mut workbook = Workbook::new();
        let (names, lists) = self.lists();
        let sheet = workbook.add_worksheet().set_name(sheet_name(&self.sheet))?;
        for (at, (column, list)) in (0u16..).zip(self.columns.iter().zip(&names)) {
            head(sheet, at, column)?;
            if !column.options.is_empty() {
                choices(sheet, at, column, list.as_deref())?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        self.help(workbook.add_worksheet())?;
        if !lists.is_empty() {
            let sheet = workbook.add_worksheet().set_name(LISTS)?.set_hidden(true);
            for (at, options) in (0u16..).zip(&lists) {
                for (row, option) in (0u32..).zip(*options) {
                    sheet.write_string(row, at, option)?;
                }
            }
        }
        Ok(workbook)
    }

    /// Lists that are too long for a rule, and for each column where its own lies.
    fn lists(&self) -> (Vec<Option<String>>, Vec<&[String]>) {
        let mut lists: Vec<&[String]> = Vec::new();
        let mut names = Vec::new();
        for TemplateColumn { options, .. } in &self.columns {
            let comma = options.iter().any(|option| option.contains(','));
            let short = !comma && options.join(",").encode_utf16().count() <= LONGEST_LIST;
            names.push((!short).then(|| {
                let letters = letters(lists.len());
                lists.push(options);
                format!("={LISTS}!${letters}$1:${letters}${}", options.len())
            }));
        }
        (names, lists)
    }

    fn help(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(sheet_name(&self.help_sheet))?.set_freeze_panes(1, 0)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (at, text) in (0u16..).zip(&self.help_headers) {
            sheet.write_string_with_format(0, at, text, &header_format())?;
        }
        for (row, column) in (1u32..).zip(&self.columns) {
            for (at, text) in (0u16..).zip([&column.header, &column.hint, &column.example]) {
                sheet.write_string_with_format(row, at, text, &wrapped)?;
            }
        }
        for (at, width) in [(0, 32), (1, 72), (2, 32)] {
            sheet.set_column_width(at, width)?;
        }
        Ok(())
    }
}

/// Where long lists stand, out of sight.
const LISTS: &str = "Lists";

/// The letters of a column: `A`, `Z`, `AA`.
fn letters(mut at: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(b'A' + (at % 26) as u8));
        match at / 26 {
            0 => return letters,
            more => at = more - 1,
        }
    }
}

fn head(sheet: &mut Worksheet, at: u16, column: &TemplateColumn) -> Result<(), XlsxError> {
    let cells = match column.filled {
        Filled::Text => format("@"),
        Filled::Number { decimals: 0 } => format("0"),
        Filled::Number { decimals } => format(&format!("0.{}", "0".repeat(decimals as usize))),
        Filled::Date => format(DAY),
        Filled::DateTime => format(MOMENT),
        Filled::Anything => Format::new(),
    };
    sheet.set_column_format(at, &cells)?;
    sheet.set_column_width(at, (column.header.chars().count() + 4).clamp(14, 40) as f64)?;
    sheet.write_string_with_format(0, at, &column.header, &header_format())?;
    Ok(())
}

fn choices(
    sheet: &mut Worksheet,
    at: u16,
    column: &TemplateColumn,
    list: Option<&str>,
) -> Result<(), XlsxError> {
    let rule = match list {
        Some(range) => DataValidation::new().allow_list_formula(Formula::new(range)),
        None => DataValidation::new().allow_list_strings(&column.options)?,
    };
    let rule = match column.open {
        true => rule.show_error_message(false),
        false => rule.set_error_style(DataValidationErrorStyle::Stop),
    };
    sheet.add_data_validation(1, at, MOST_ROWS as u32 - 1, at, &rule)?;
    Ok(())
}
