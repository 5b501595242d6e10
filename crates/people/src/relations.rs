//! The relations between people, companies and households that everybody has; a workspace names others itself.

use records::links::LinkKind;

const fn kind(key: &'static str, from: &'static str, to: &'static str) -> LinkKind {
    LinkKind { key, from, to, symmetric: false, role: false }
}

/// All of them.
pub fn relations() -> Vec<LinkKind> {
    vec![
        LinkKind { role: true, ..kind("works_at", "person", "company") },
        kind("member_of", "person", "household"),
        LinkKind { symmetric: true, ..kind("spouse", "person", "person") },
        // From the parent to the child.
        kind("parent", "person", "person"),
        LinkKind { symmetric: true, ..kind("friend", "person", "person") },
        kind("referred_by", "person", "person"),
        kind("parent_company", "company", "company"),
        LinkKind { role: true, ..kind("contact_of", "person", "company") },
    ]
}
