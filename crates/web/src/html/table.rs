//! The frame that lets a wide table scroll by itself.

use maud::{Markup, html};

/// A labelled region around a `table.table`, reachable by keyboard because it may scroll.
pub fn table_frame(label: &str, table: &Markup) -> Markup {
    html! { div.table-frame role="region" aria-label=(label) tabindex="0" { (table) } }
}
