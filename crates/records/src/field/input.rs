//! What was typed into a form, or stands in a row of a file: pairs of names and texts, looked at from one field.

/// Names and texts in the order of the form.
pub type Pairs = Vec<(String, String)>;

/// The part of the pairs whose names begin with one field's key.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    pairs: &'a [(String, String)],
    prefix: &'a str,
}

impl<'a> Input<'a> {
    pub fn new(pairs: &'a [(String, String)], key: &'a str) -> Input<'a> {
        Input { pairs, prefix: key }
    }

    /// The field was part of the form at all. A tick that is not set is not sent: its form sends `key.shown`.
    pub fn present(&self) -> bool {
        self.pairs.iter().any(|(name, _)| self.rest(name).is_some())
    }

    /// The text under the key itself, trimmed.
    pub fn text(&self) -> &'a str {
        let found = self.pairs.iter().find(|(name, _)| name == self.prefix);
        found.map_or("", |(_, text)| text.trim())
    }

    /// All texts under the key itself: several choices.
    pub fn texts(&self) -> Vec<&'a str> {
        let mine = self.pairs.iter().filter(|(name, _)| name == self.prefix);
        mine.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect()
    }

    /// The text under `key.part`, trimmed.
    pub fn part(&self, part: &str) -> &'a str {
        let found = self.pairs.iter().find(|(name, _)| self.rest(name) == Some(part));
        found.map_or("", |(_, text)| text.trim())
    }

    /// The rows `key.0.part`, `key.1.part`… in order; a row is its parts.
    pub fn rows(&self) -> Vec<Vec<(&'a str, &'a str)>> {
        let mut rows: Vec<(u32, Vec<(&str, &str)>)> = Vec::new();
        for (name, text) in self.pairs {
            let Some((number, part)) = self.rest(name).and_then(|rest| rest.split_once('.')) else {
                continue;
            };
            let Ok(number) = number.parse::<u32>() else { continue };
            match rows.iter_mut().find(|(have, _)| *have == number) {
                Some((_, parts)) => parts.push((part, text.trim())),
                None => rows.push((number, vec![(part, text.trim())])),
            }
        }
        rows.sort_by_key(|(number, _)| *number);
        rows.into_iter().map(|(_, parts)| parts).collect()
    }

    /// What follows the key and a dot; empty for the key itself.
    fn rest(&self, name: &'a str) -> Option<&'a str> {
        let rest = name.strip_prefix(self.prefix)?;
        if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
    }
}

/// The text of one part of a row; empty when it is missing.
pub(crate) fn part_of<'a>(row: &[(&str, &'a str)], part: &str) -> &'a str {
    row.iter().find(|(name, _)| *name == part).map_or("", |(_, text)| text)
}
