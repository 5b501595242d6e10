//! Which country somebody meant: its code, its name in any of our languages, or what its own people call it.

use std::{collections::HashMap, sync::LazyLock};

use crate::places;
use kernel::{Country, Language};

/// Names that no table of ours has, folded as by [`folded`].
const ALIASES: &[(&str, &str)] = &[
    ("uk", "GB"),
    ("great britain", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northern ireland", "GB"),
    ("usa", "US"),
    ("united states of america", "US"),
    ("deutschland", "DE"),
    ("österreich", "AT"),
    ("schweiz", "CH"),
    ("suisse", "CH"),
    ("svizzera", "CH"),
    ("nederland", "NL"),
    ("holland", "NL"),
    ("the netherlands", "NL"),
    ("belgië", "BE"),
    ("belgique", "BE"),
    ("suomi", "FI"),
    ("noreg", "NO"),
    ("ísland", "IS"),
    ("føroyar", "FO"),
    ("kalaallit nunaat", "GL"),
    ("españa", "ES"),
    ("italia", "IT"),
    ("polska", "PL"),
    ("česko", "CZ"),
    ("česká republika", "CZ"),
    ("czech republic", "CZ"),
    ("slovensko", "SK"),
    ("magyarország", "HU"),
    ("românia", "RO"),
    ("ελλάδα", "GR"),
    ("србија", "RS"),
    ("hrvatska", "HR"),
    ("slovenija", "SI"),
    ("eesti", "EE"),
    ("latvija", "LV"),
    ("lietuva", "LT"),
    ("éire", "IE"),
    ("україна", "UA"),
    ("россия", "RU"),
    ("turkey", "TR"),
    ("türkiye", "TR"),
    ("prc", "CN"),
    ("p r china", "CN"),
    ("people's republic of china", "CN"),
    ("中华人民共和国", "CN"),
    ("日本", "JP"),
    ("대한민국", "KR"),
    ("台湾", "TW"),
    ("臺灣", "TW"),
    ("brasil", "BR"),
    ("méxico", "MX"),
];

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for language in Language::ALL {
        for (code, name) in places::countries(language) {
            names.insert(code.to_lowercase(), *code);
            names.insert(folded(name), *code);
        }
    }
    names.extend(ALIASES.iter().map(|(name, code)| ((*name).to_owned(), *code)));
    names
});

/// The country of this name or code; none when nothing of that name is known.
pub fn meant(text: &str) -> Option<Country> {
    NAMES.get(&folded(text)).and_then(|code| Country::new(code))
}

/// Without capitals, dots and doubled spaces: `U.S.A.` is `usa`.
fn folded(name: &str) -> String {
    let plain: String =
        name.to_lowercase().chars().filter(|letter| !matches!(letter, '.' | '\u{307}')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
