//! Names of companies without what says only which kind of company they are.

use std::{collections::HashSet, sync::LazyLock};

use super::normal;

/// Legal forms as they end names, of the countries whose languages Kartotek speaks and of their neighbours; several
/// words are one form.
const FORMS: &str = "ltd|limited|plc|llp|llc|inc|incorporated|corp|corporation|co|company|lp|pty|pty ltd|co ltd|aps|a s|as|i s|k s|p s|ivs|\
    amba|a m b a|smba|fmba|ab|aktiebolag|aktiebolaget|hb|handelsbolag|kb|kommanditbolag|ek for|asa|ans|da|oy|oyj|ab oy|gmbh|g m b h|mbh|ag|\
    kg|gmbh co kg|ohg|ug|se|bv|b v|nv|n v|sa|s a|sarl|s a r l|sas|srl|s r l|spa|s p a|sl|s l|sp z o o|spzoo|sro|s r o|kft|zrt|\
    ood|eood|ad|ead|et|sd|kd|d o o|doo|a s|anonim sirketi|anonim sti|ltd sti|limited sirketi|limited sti|ltd sirketi|sti|sirketi|tic|\
    san ve tic|san tic|kollektif sirketi|komandit sirketi|oao|ooo|zao|pao|ip";

/// The same where nothing stands between the words; longest first.
const CHINESE: [&str; 9] = [
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "股份公司",
    "有限公司",
    "集团公司",
    "集团",
    "公司",
    "厂",
];

static KNOWN: LazyLock<HashSet<String>> =
    LazyLock::new(|| FORMS.split('|').map(|form| normal::words(form).join(" ")).collect());

/// The words of a company's name without its legal form; all of them when nothing else is left.
pub(super) fn core(name: &str) -> Vec<String> {
    let mut name = name.trim();
    if let Some(rest) = CHINESE.iter().find_map(|form| name.strip_suffix(form)) {
        name = rest;
    }
    // А/S and S.A. are letters that belong together.
    let words = normal::words(name);
    let mut kept = words.as_slice();
    loop {
        let longest = (1..=4.min(kept.len().saturating_sub(1)))
            .rev()
            .find(|count| KNOWN.contains(&kept[kept.len() - count..].join(" ")));
        match longest {
            Some(count) => kept = &kept[..kept.len() - count],
            None => break,
        }
    }
    // ЕТ and the like stand in front.
    if kept.len() > 1 && ["et", "ad", "ood", "eood", "ooo", "oao"].contains(&kept[0].as_str()) {
        kept = &kept[1..];
    }
    if kept.is_empty() { words } else { kept.to_vec() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn legal_forms_make_no_difference() {
        let check = |one: &str, other: &str| {
            assert_eq!(super::core(one), super::core(other), "{one}, {other}");
        };
        check("Berg Marine ApS", "Berg Marine");
        check("Berg Marine A/S", "BERG MARINE");
        check("Acme Ltd.", "Acme Limited");
        check("Acme, Inc.", "Acme LLC");
        check("Müller GmbH & Co. KG", "Mueller");
        check("Volvo AB", "Volvo Aktiebolag");
        check("Çelik Tekstil Ltd. Şti.", "Celik Tekstil A.Ş.");
        check("Иванов Строй ЕООД", "Ivanov Stroy OOD");
        check("ЕТ Иванов", "Иванов");
        check("上海王李科技有限公司", "上海王李科技");
        assert_eq!(super::core("Co"), ["co"], "something is left");
    }
}
