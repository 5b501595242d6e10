//! Labels: what a phone, an address or a relation is for, in one spelling where it is a common one.

/// Those that have one spelling here; any other label is kept as its owner wrote it.
const COMMON: &[(&str, &str)] = &[
    ("home", "home"),
    ("work", "work"),
    ("mobile", "mobile"),
    ("cell", "mobile"),
    ("fax", "fax"),
    ("pager", "pager"),
    ("main", "main"),
    ("other", "other"),
    ("home fax", "home fax"),
    ("homefax", "home fax"),
    ("work fax", "work fax"),
    ("workfax", "work fax"),
];

/// Labels Apple translates on the screen, as it writes them between `_$!<` and `>!$_`.
const APPLE: &[&str] = &[
    "Home",
    "Work",
    "Mobile",
    "Main",
    "Other",
    "School",
    "HomePage",
    "Anniversary",
    "Father",
    "Mother",
    "Parent",
    "Brother",
    "Sister",
    "Child",
    "Son",
    "Daughter",
    "Friend",
    "Spouse",
    "Partner",
    "Assistant",
    "Manager",
];

/// Roles of RFC 6350, 6.6.6, and those of address books.
const ROLES: &[&str] = &[
    "contact",
    "acquaintance",
    "friend",
    "met",
    "co-worker",
    "colleague",
    "co-resident",
    "neighbor",
    "child",
    "parent",
    "sibling",
    "spouse",
    "kin",
    "muse",
    "crush",
    "date",
    "sweetheart",
    "me",
    "agent",
    "emergency",
];

/// `_$!<Mobile>!$_` is `mobile`; `Summer house` stays.
pub(super) fn normal(written: &str) -> Option<String> {
    let written = written.trim();
    if let Some(apple) = written.strip_prefix("_$!<").and_then(|rest| rest.strip_suffix(">!$_")) {
        let lower = apple.to_lowercase();
        return (!lower.is_empty()).then(|| common(&lower).map_or(lower.clone(), str::to_owned));
    }
    if written.is_empty() {
        return None;
    }
    Some(common(&written.to_lowercase()).map_or_else(|| written.to_owned(), str::to_owned))
}

fn common(lower: &str) -> Option<&'static str> {
    COMMON.iter().find(|(spelling, _)| *spelling == lower).map(|(_, label)| *label)
}

/// As `normal`, for what somebody is to the contact.
pub(super) fn role(written: &str) -> Option<String> {
    let label = normal(written)?;
    let lower = label.to_lowercase();
    Some(if is_role(&lower) || is_apple(&lower) { lower } else { label })
}

/// Whether the standard knows the role.
pub(super) fn is_role(role: &str) -> bool {
    ROLES.contains(&role)
}

fn is_apple(lower: &str) -> bool {
    APPLE.iter().any(|label| label.to_lowercase() == lower)
}

/// The text of X-ABLabel for a label.
pub(super) fn written(label: &str) -> String {
    match APPLE.iter().find(|apple| apple.to_lowercase() == label) {
        Some(apple) => format!("_$!<{apple}>!$_"),
        None => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_labels_have_one_spelling() {
        for (text, expected) in [
            ("_$!<Mobile>!$_", "mobile"),
            ("CELL", "mobile"),
            ("Work", "work"),
            ("workFax", "work fax"),
            ("_$!<HomePage>!$_", "homepage"),
            ("Sommerhus", "Sommerhus"),
            ("Homepage", "Homepage"),
        ] {
            assert_eq!(normal(text).as_deref(), Some(expected));
            assert_eq!(normal(&written(expected)).as_deref(), Some(expected));
        }
        assert_eq!(normal(" "), None);
        assert_eq!(normal("_$!<>!$_"), None);
        assert_eq!(role("_$!<Spouse>!$_").as_deref(), Some("spouse"));
        assert_eq!(role("Manager").as_deref(), Some("manager"));
        assert_eq!(role("Golf Buddy").as_deref(), Some("Golf Buddy"));
    }
}
