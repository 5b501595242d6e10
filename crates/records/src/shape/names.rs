//! Names that a workspace gives at run time, where a declaration has names that are known when it is compiled.

use std::{collections::HashSet, sync::LazyLock};

use locale::tokens;
use parking_lot::Mutex;

/// The name as one that lasts as long as the process. Every different name is kept once: names of objects and headings, not of
/// records, so that there are as many as somebody thought of.
pub(super) fn interned(name: &str) -> &'static str {
    static KNOWN: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock();
    match known.get(name) {
        Some(name) => name,
        None => {
            let name: &'static str = Box::leak(name.into());
            known.insert(name);
            name
        }
    }
}

/// Letters of a key.
const LONGEST: usize = 30;

/// A key for what somebody calls `label`: `Næste service` → `naeste_service`; one that is not `taken`. A label without
/// Latin letters becomes `otherwise`.
pub(super) fn key(prefix: &str, label: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut words = Vec::new();
    tokens::tokens(label, &mut words);
    let joined = words.join("_");
    let latin: String =
        joined.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(LONGEST).collect();
    let latin = latin.trim_matches('_');
    let begins_well = latin.starts_with(|c: char| c.is_ascii_lowercase());
    let base = if begins_well { format!("{prefix}{latin}") } else { format!("{prefix}{otherwise}") };
    let mut candidate = base.clone();
    for number in 2.. {
        if !taken(&candidate) {
            break;
        }
        candidate = format!("{base}_{number}");
    }
    candidate
}

/// The key of an option that is called this; it holds no bar, which stands between several.
pub fn option_key(label: &str, taken: impl Fn(&str) -> bool) -> String {
    key("", label, "option", taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_become_keys() {
        let check = |label: &str, expected: &str| {
            assert_eq!(key("own_", label, "field", |key| key == "own_taken"), expected, "{label}");
        };
        check("Next service", "own_next_service");
        check("Næste syn", "own_naeste_syn");
        check("IŞIK No", "own_isik_no");
        check("Taken", "own_taken_2");
        check("下次保养", "own_field");
        check("4 wheels", "own_field");
        check("", "own_field");
    }

    #[test]
    fn a_name_is_kept_once() {
        assert!(std::ptr::eq(interned("vehicle"), interned(&["veh", "icle"].concat())));
    }
}
