//! Icons: symbols of the sprite that the assets build from the Lucide set. Always beside a text or a label.

use maud::{Markup, html};

use crate::assets;

/// A 16 px icon by our name for it; `icons.txt` among the assets lists them.
pub fn icon(name: &str) -> Markup {
    html! { svg.icon aria-hidden="true" { use href={ (address(name)) "#" (name) } {} } }
}

/// A 20 px icon.
pub fn large_icon(name: &str) -> Markup {
    html! { svg.icon data-size="l" aria-hidden="true" { use href={ (address(name)) "#" (name) } {} } }
}

fn address(name: &str) -> &'static str {
    let address = assets::url("icons.svg");
    debug_assert!(exists(address, name), "no icon is called {name}");
    address
}

fn exists(address: &str, name: &str) -> bool {
    let symbol = format!("id=\"{name}\"");
    let sprite = assets::find(address).map(|asset| asset.plain).unwrap_or_default();
    std::str::from_utf8(sprite).is_ok_and(|sprite| sprite.contains(&symbol))
}
