//! Cards that rows name instead of referring to them, such as companies: found by their names, made when missing.

use std::collections::HashMap;

use kernel::{Cx, Id, Result};

use crate::{import::draft::Title, lookups};

#[derive(Default)]
pub(super) struct Named {
    known: HashMap<String, HashMap<String, Id>>,
    count: usize,
}

/// So many names are remembered before all are forgotten and asked for again.
const MOST: usize = 200_000;

impl Named {
    pub(super) fn look_up<'d>(&mut self, cx: &Cx, titles: impl Iterator<Item = &'d Title>) -> Result<()> {
        if self.count > MOST {
            self.known.clear();
            self.count = 0;
        }
        let mut wanted: HashMap<&str, Vec<String>> = HashMap::new();
        for title in titles.filter(|title| self.of(title).is_none()) {
            wanted.entry(&title.object).or_default().push(title.key.value.clone());
        }
        for (object, mut names) in wanted {
            names.sort_unstable();
            names.dedup();
            let mut found = lookups::find_all(cx, object, "name", &names)?;
            // Of several of one name the oldest.
            found.sort_unstable_by_key(|(_, id)| std::cmp::Reverse(*id));
            let known = self.known.entry(object.to_owned()).or_default();
            known.extend(found);
            self.count = self.known.values().map(HashMap::len).sum();
        }
        Ok(())
    }

    pub(super) fn of(&self, title: &Title) -> Option<Id> {
        self.known.get(&title.object)?.get(&title.key.value).copied()
    }

    pub(super) fn add(&mut self, object: &str, name: &str, id: Id) {
        self.known.entry(object.to_owned()).or_default().entry(name.to_owned()).or_insert(id);
        self.count += 1;
    }
}
