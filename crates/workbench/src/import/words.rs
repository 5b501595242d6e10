//! What the wizard calls things: encodings, separators, programs, states, and what is wrong with a row.

use std::borrow::Cow;

use formats::{encoding::Encoding, recognise::Source};
use kernel::Text;
use records::import::{Format, Import, Problem, State};
use web::{
    Markup, html,
    html::{Chip, Tone, chip},
};

use crate::{View, note};

/// `Windows-1252 · Western European`: the name a program would show, and where it is used.
pub(super) fn encoding(view: &View, encoding: Encoding) -> String {
    let name = encoding.name();
    let shown = match name {
        "gb18030" => "GB18030".to_owned(),
        "macintosh" => "Mac Roman".to_owned(),
        _ => match name.strip_prefix("windows-") {
            Some(page) => format!("Windows-{page}"),
            None => name.to_owned(),
        },
    };
    match script(name) {
        Some(key) => format!("{shown} · {}", view.t(key)),
        None => shown,
    }
}

fn script(name: &str) -> Option<&'static str> {
    Some(match name {
        "windows-1252" | "ISO-8859-15" | "macintosh" => "import-script-western",
        "windows-1254" => "import-script-turkish",
        "windows-1251" | "KOI8-R" | "KOI8-U" | "IBM866" | "ISO-8859-5" => "import-script-cyrillic",
        "windows-1250" | "ISO-8859-2" => "import-script-central-european",
        "windows-1253" | "ISO-8859-7" => "import-script-greek",
        "windows-1255" | "ISO-8859-8" => "import-script-hebrew",
        "windows-1256" | "ISO-8859-6" => "import-script-arabic",
        "windows-1257" | "ISO-8859-13" | "ISO-8859-4" => "import-script-baltic",
        "gb18030" => "import-script-chinese",
        "Big5" => "import-script-chinese-traditional",
        "Shift_JIS" | "EUC-JP" | "ISO-2022-JP" => "import-script-japanese",
        "EUC-KR" => "import-script-korean",
        _ => return None,
    })
}

/// `Semicolon ;`
pub(super) fn separator(view: &View, separator: u8) -> String {
    let named = |key: &str| format!("{} {}", view.t(key), char::from(separator));
    match separator {
        b',' => named("import-comma"),
        b';' => named("import-semicolon"),
        b'|' => named("import-bar"),
        b'\t' => view.t("import-tab").into_owned(),
        other => char::from(other).to_string(),
    }
}

/// The program whose export it is.
pub(super) fn program(source: Source) -> Option<&'static str> {
    Some(match source {
        Source::GoogleContacts => "Google Contacts",
        Source::Outlook => "Outlook",
        Source::Apple => "Apple Contacts",
        Source::HubSpot => "HubSpot",
        Source::Salesforce => "Salesforce",
        Source::Odoo => "Odoo",
        Source::LinkedIn => "LinkedIn",
        Source::Unknown => return None,
    })
}

pub(super) fn state(view: &View, import: &Import) -> Chip<'static> {
    let text = view.t(&format!("import-state-{}", import.state.key().replace('_', "-")));
    let word = chip(text);
    match import.state {
        State::Mapping | State::Undone | State::Cancelled => word,
        State::DryRun | State::Running => word.tone(Tone::Accent),
        State::Done => word.tone(Tone::Positive).icon("check"),
        State::Failed => word.tone(Tone::Negative).icon("alert"),
    }
}

/// What is wrong with a row: `Birthday: Enter a date`.
pub(super) fn problem(view: &View, problem: &Problem) -> String {
    let reason = note::text(&view.reading.locale, &problem.reason);
    match problem.header.as_str() {
        "" => reason,
        header => format!("{header}: {reason}"),
    }
}

/// A count with its word below, as one part of an outcome.
pub(super) fn figure(view: &View, count: u64, key: &str, href: Option<&str>) -> Markup {
    let shown = view.reading.locale.integer(i64::try_from(count).unwrap_or(i64::MAX));
    let inside = html! { b { (shown) } span { (view.t(key)) } };
    match href {
        Some(href) => html! { a href=(href) { (inside) } },
        None => html! { div { (inside) } },
    }
}

/// Rows of a table, cards of a file of cards.
fn rows(view: &View, import: &Import, count: u64) -> String {
    let key = match import.format {
        Format::Delimited | Format::Workbook => "import-rows",
        Format::VCard => "import-cards",
    };
    view.tf(key, &[("count", count.into())])
}

/// How many rows or cards a file has, from a look at its beginning: of a short file that is all of it.
pub(super) fn estimate(view: &View, import: &Import, count: u64) -> String {
    let looked_at = match import.format {
        Format::Delimited | Format::Workbook => 500,
        Format::VCard => 50,
    };
    let rows = rows(view, import, count);
    if count < looked_at { rows } else { view.tf("import-about", &[("rows", rows.into())]) }
}

/// The name of a column, or its number when the file has no names.
pub(super) fn column<'a>(view: &View, header: &'a str, at: usize) -> Cow<'a, str> {
    match header {
        "" => view.tf("import-column-number", &[("number", (at + 1).into())]).into(),
        header => header.into(),
    }
}

/// Everything that is wrong with a form, as text.
pub(super) fn error(view: &View, text: Option<&Text>) -> Option<String> {
    text.map(|text| view.render(text))
}
