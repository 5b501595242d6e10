//! The fonts of this machine and those that come with the typesetter: Libertinus Serif, which has every Latin, Greek
//! and Cyrillic letter, so that nothing but Chinese and its neighbours depends on the machine.

use std::sync::LazyLock;

use typst_kit::fonts::FontStore;

/// Looked for once: fonts that are installed later are found after a restart.
pub(crate) static FONTS: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = FontStore::new();
    store.extend(typst_kit::fonts::embedded());
    store.extend(typst_kit::fonts::system());
    store
});

/// Families to set text in, the best first: a plain one that the machine has, and what covers the letters it lacks.
/// Chinese comes before the fallback, so that a text does not mix the shapes of several countries.
const WANTED: &[&str] = &[
    "Noto Sans",
    "Liberation Sans",
    "Arial",
    "Helvetica",
    "Segoe UI",
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "Libertinus Serif",
];

/// Those of [`WANTED`] that are there.
pub(crate) fn families() -> Vec<&'static str> {
    let book = FONTS.book();
    WANTED.iter().copied().filter(|family| book.contains_family(&family.to_lowercase())).collect()
}

/// Whether any font has the letter.
pub(crate) fn has(letter: char) -> bool {
    let book = FONTS.book();
    let mut at = 0;
    while let Some(info) = book.info(at) {
        if info.coverage.contains(letter as u32) {
            return true;
        }
        at += 1;
    }
    false
}
