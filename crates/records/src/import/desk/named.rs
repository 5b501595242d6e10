//! Cards that rows name instead of referring to them, such as companies: found by their names or addresses, made when missing.

use std::collections::HashMap;

use kernel::{Cx, Id, Result};

use crate::{
    import::draft::Title,
    lookups::{self, Lookup},
};

#[derive(Default)]
pub(super) struct Named {
    /// By object.
    known: HashMap<String, HashMap<Lookup, Id>>,
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
        let mut wanted: HashMap<(&str, &'static str), Vec<String>> = HashMap::new();
        for title in titles.filter(|title| self.of(title).is_none()) {
            for key in &title.keys {
                wanted.entry((&title.object, key.kind)).or_default().push(key.value.clone());
            }
        }
        for ((object, kind), mut values) in wanted {
            values.sort_unstable();
            values.dedup();
            let mut found = lookups::find_all(cx, object, kind, &values)?;
            // Of several alike the oldest.
            found.sort_unstable_by_key(|(_, id)| std::cmp::Reverse(*id));
            let known = self.known.entry(object.to_owned()).or_default();
            known.extend(found.into_iter().map(|(value, id)| (Lookup::new(kind, value), id)));
            self.count = self.known.values().map(HashMap::len).sum();
        }
        Ok(())
    }

    pub(super) fn of(&self, title: &Title) -> Option<Id> {
        let known = self.known.get(&title.object)?;
        title.keys.iter().find_map(|key| known.get(key)).copied()
    }

    pub(super) fn add(&mut self, object: &str, key: &Lookup, id: Id) {
        self.known.entry(object.to_owned()).or_default().entry(key.clone()).or_insert(id);
        self.count += 1;
    }
}
