//! What the wizard itself calls the things a column can be, in every language: so that a table whose headers were taken
//! from there, such as our own template, is mapped without guessing.

use std::collections::HashMap;

use kernel::Language;

use crate::{Object, import::Choice, import::vocabulary};

/// Stands between a field and its part.
pub(super) const BETWEEN: &str = " · ";

/// See the module.
pub(super) struct Called(HashMap<String, String>);

impl Called {
    pub(super) fn of(object: &Object) -> Called {
        let choices = vocabulary::choices(object);
        // A field alone is also an everyday word, which may mean more beside other columns.
        let parts = choices.iter().filter(|choice| choice.part.is_some());
        let named = parts.flat_map(|choice| {
            Language::ALL.into_iter().map(|language| (key(&choice.text(language)), choice.to.clone()))
        });
        Called(named.collect())
    }

    pub(super) fn target(&self, header: &str) -> Option<&str> {
        self.0.get(&key(header)).map(String::as_str)
    }
}

fn key(header: &str) -> String {
    header.trim().to_lowercase()
}

impl Choice {
    /// `Phone 2 · Label`
    pub fn text(&self, language: Language) -> String {
        let label = match &self.own {
            Some(own) => own.to_string().into(),
            None => locale::text(language, &self.label),
        };
        let row = if self.row == 0 { String::new() } else { format!(" {}", self.row) };
        match self.part {
            None => format!("{label}{row}"),
            Some(part) => {
                let part = locale::text(language, &format!("part-{}", part.replace('_', "-")));
                format!("{label}{row}{BETWEEN}{part}")
            }
        }
    }
}
