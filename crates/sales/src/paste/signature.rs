//! What stands in a signature or on a business card, found by rules: labels in our languages, what companies and streets are
//! called, the shape of codes and names. Whatever is not understood comes back as it was, so that nothing is lost.

use kernel::{Country, Language, contact};
use locale::places;

use super::words::{self, Labelled};

/// What was found; texts as they stood there.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub name: String,
    pub title: String,
    pub company: String,
    /// Numbers and their labels.
    pub phones: Vec<(String, &'static str)>,
    pub mails: Vec<String>,
    pub links: Vec<String>,
    /// Networks and handles.
    pub socials: Vec<(&'static str, String)>,
    pub address: Address,
    /// Lines of which nothing was understood.
    pub rest: Vec<String>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub country: String,
}

/// Reads a pasted text. Numbers without a country code belong to `home`.
pub(super) fn read(text: &str, home: Country) -> Found {
    let mut found = Found::default();
    let mut left: Vec<String> = Vec::new();
    for line in text.lines().take(200) {
        for part in parts(line) {
            let part = part.trim().trim_matches(['|', '·', '•', '*', '–', '—', '_', '~']).trim();
            if part.chars().any(char::is_alphanumeric) && !is_farewell(part) {
                left.extend(found.take_marked(part, home));
            }
        }
    }
    found.take_places(&mut left);
    found.take_people(&mut left);
    found.rest = left;
    found
}

/// The parts of a line that signs hold apart.
fn parts(line: &str) -> Vec<&str> {
    let marks = [" | ", " · ", " • ", "\t", "｜", " // ", " / "];
    let mut parts = vec![line];
    for mark in marks {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    parts
}

fn is_farewell(part: &str) -> bool {
    let plain = part.to_lowercase();
    let plain = plain.trim_matches(|letter: char| !letter.is_alphanumeric());
    words::FAREWELLS.contains(&plain)
}

impl Found {
    /// Takes what says itself what it is: addresses with an @, links, numbers, labelled things. Answers what is left of the part.
    fn take_marked(&mut self, part: &str, home: Country) -> Option<String> {
        let mut words = part.split([' ', ',', ';', '<', '>', '(', ')', ':', '：']);
        let mail = words.find_map(|word| Some((word, contact::email::parse(word)?)));
        if let Some((written, mail)) = mail {
            if !self.mails.contains(&mail) {
                self.mails.push(mail);
            }
            return self.beside(part, written, home);
        }
        if let Some(link) = part.split_whitespace().find(|word| is_link(word)) {
            let link = link.trim_end_matches([',', ';', '.']);
            self.link(link);
            return self.beside(part, link, home);
        }
        if let Some((kind, value)) = words::label(part) {
            return self.take_labelled(kind, value, part, home);
        }
        match phone(part, home) {
            Some(number) => {
                self.phones.push((number, "work"));
                None
            }
            None => Some(part.to_owned()),
        }
    }

    /// What stands beside something that was taken: `Anna Berg <anna@berg.dk>`, `Web: berg.dk`.
    fn beside(&mut self, part: &str, taken: &str, home: Country) -> Option<String> {
        let (before, after) = part.split_once(taken)?;
        let plain = |text: &str| {
            let text = text.trim().trim_end_matches("mailto:");
            text.trim_matches([':', '<', '>', '(', ')', ',', ';', '-', '.', ' ', '：']).to_owned()
        };
        let before = plain(before);
        let before = if words::is_label(&before) { String::new() } else { before };
        let left = format!("{before} {}", plain(after)).trim().to_owned();
        if left.is_empty() { None } else { self.take_marked(&left, home) }
    }

    fn take_labelled(&mut self, kind: Labelled, value: &str, part: &str, home: Country) -> Option<String> {
        match kind {
            Labelled::Phone(label) => {
                let Some((number, rest)) = first_number(value, home) else { return Some(part.to_owned()) };
                self.phones.push((number, label));
                return if rest.is_empty() { None } else { self.take_marked(rest, home) };
            }
            Labelled::Company if self.company.is_empty() => self.company = value.to_owned(),
            Labelled::Title if self.title.is_empty() => self.title = value.to_owned(),
            Labelled::Name if self.name.is_empty() => self.name = value.to_owned(),
            Labelled::Address => return Some(value.to_owned()),
            Labelled::Web if is_domain(value) => self.link(value),
            Labelled::Social(network) => self.socials.push((network, value.to_owned())),
            _ => return Some(part.to_owned()),
        }
        None
    }

    fn link(&mut self, link: &str) {
        let bare = link.split_once("://").map_or(link, |(_, rest)| rest).trim_start_matches("www.");
        for (site, network) in words::NETWORKS {
            let begins = bare.get(..site.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(site));
            if let Some(path) = begins.then(|| &bare[site.len()..]) {
                let handle = path.trim_matches('/').rsplit('/').next().unwrap_or_default();
                let handle = handle.split('?').next().unwrap_or_default().trim_start_matches('@');
                if !handle.is_empty() {
                    return self.socials.push((network, handle.to_owned()));
                }
            }
        }
        self.links.push(link.to_owned());
    }

    /// The country, the line with the postal code, and the street before it.
    fn take_places(&mut self, left: &mut Vec<String>) {
        if let Some(at) = left.iter().position(|line| country(line).is_some()) {
            self.address.country = left.remove(at);
        }
        let mut split: Vec<String> = Vec::new();
        for line in left.drain(..) {
            // `Havnegade 4, 2100 København Ø, Danmark`.
            let pieces: Vec<&str> =
                line.split([',', '，']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
            if self.address.city.is_empty()
                && let Some(at) = pieces.iter().position(|piece| town(piece).is_some())
                && let Some((code, city)) = town(pieces[at])
            {
                (self.address.postal_code, self.address.city) = (code, city);
                let mut others = pieces[..at].to_vec();
                for piece in &pieces[at + 1..] {
                    match country(piece) {
                        Some(_) if self.address.country.is_empty() => {
                            self.address.country = (*piece).to_owned()
                        }
                        _ => others.push(piece),
                    }
                }
                if !others.is_empty() {
                    split.push(others.join(", "));
                }
            } else {
                split.push(line);
            }
        }
        if let Some(at) = split.iter().position(|line| words::is_street(line)) {
            self.address.street = split.remove(at);
        }
        *left = split;
    }

    /// The company, what somebody does there, and their name, of what is left.
    fn take_people(&mut self, left: &mut Vec<String>) {
        // `Anna Berg, Sales Manager`, `Captain at Berg Marine ApS`.
        let mut pieces: Vec<String> = Vec::new();
        for line in left.drain(..) {
            let parts: Vec<&str> = line.split([',', '，']).map(str::trim).collect();
            let says = parts.iter().any(|part| words::is_title(part))
                || (is_name(parts[0]) && parts[1..].iter().any(|part| words::is_company(part)));
            if parts.len() > 1 && parts.len() < 4 && says {
                pieces.extend(parts.into_iter().map(str::to_owned));
            } else {
                pieces.push(line);
            }
        }
        let mut take = |into: &mut String, fits: &dyn Fn(&str) -> bool| {
            if into.is_empty()
                && let Some(at) = pieces.iter().position(|line| fits(line))
            {
                *into = pieces.remove(at);
            }
        };
        let domains: Vec<String> = self.mails.iter().filter_map(|mail| house(mail)).collect();
        take(&mut self.company, &words::is_company);
        take(&mut self.company, &|line| {
            let plain: String =
                line.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
            domains.contains(&plain)
        });
        take(&mut self.title, &|line| words::is_title(line) && line.chars().count() < 80);
        take(&mut self.name, &|line| is_name(line));
        *left = pieces;
        if self.name.is_empty() {
            self.name = self.mails.iter().find_map(|mail| of_mail(mail)).unwrap_or_default();
        }
    }
}

fn is_link(word: &str) -> bool {
    let word = word.to_lowercase();
    word.starts_with("http://")
        || word.starts_with("https://")
        || (word.starts_with("www.") && is_domain(&word))
        || words::NETWORKS.iter().any(|(site, _)| word.starts_with(site) && word.len() > site.len())
}

fn is_domain(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.split('/').next().is_some_and(|host| host.contains('.') && !host.ends_with('.'))
}

/// A part that is a number and nothing else.
fn phone(part: &str, home: Country) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_digit() || " +()-./\u{a0}".contains(letter);
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let whole = part.chars().all(plain) && (7..=17).contains(&digits);
    (whole && contact::phone::parse(part, home).is_some()).then(|| part.trim().to_owned())
}

/// The number at the beginning, and what stands behind it.
fn first_number(text: &str, home: Country) -> Option<(String, &str)> {
    let plain = |letter: char| letter.is_ascii_digit() || " +()-./\u{a0}".contains(letter);
    let end = text.find(|letter| !plain(letter)).unwrap_or(text.len());
    let number = text[..end].trim();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let fits = contact::phone::parse(number, home).is_some() || (5..=17).contains(&digits);
    fits.then(|| (number.to_owned(), text[end..].trim_start_matches([',', ';']).trim()))
}

fn country(line: &str) -> Option<()> {
    let plain = line.trim().trim_end_matches('.').to_lowercase();
    let known = |language: &Language| {
        places::countries(*language).iter().any(|(_, name)| name.to_lowercase() == plain)
    };
    Language::ALL.iter().any(known).then_some(())
}

/// A postal code and a town: `2100 København Ø`, `DK-2100 …`, `114 55 Stockholm`, `34000 İstanbul`, `1012 AB Amsterdam`,
/// `London SW1A 1AA`.
fn town(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    let bare = match line.split_once('-') {
        Some((before, after)) if before.len() <= 2 && before.chars().all(|c| c.is_ascii_uppercase()) => after,
        _ => line,
    };
    let words: Vec<&str> = bare.split_whitespace().collect();
    let number = |word: &str, least: usize, most: usize| {
        (least..=most).contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_digit())
    };
    let letters = |words: &[&str]| {
        !words.is_empty()
            && words.len() <= 4
            && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || "-.'/".contains(c)))
    };
    match words.as_slice() {
        [one, two, city @ ..] if number(one, 3, 3) && number(two, 2, 2) && letters(city) => {
            Some((format!("{one} {two}"), city.join(" ")))
        }
        [one, two, city @ ..]
            if number(one, 4, 4)
                && two.len() == 2
                && two.chars().all(|c| c.is_ascii_uppercase())
                && letters(city) =>
        {
            Some((format!("{one} {two}"), city.join(" ")))
        }
        [code, city @ ..] if number(code, 4, 6) && letters(city) => {
            Some(((*code).to_owned(), city.join(" ")))
        }
        [city @ .., out, inward] if letters(city) && is_british(out, inward) => {
            Some((format!("{out} {inward}"), city.join(" ")))
        }
        _ => None,
    }
}

fn is_british(out: &str, inward: &str) -> bool {
    let upper = |text: &str| text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let first = |text: &str, fits: fn(&char) -> bool| text.chars().next().is_some_and(|letter| fits(&letter));
    (2..=4).contains(&out.len())
        && inward.len() == 3
        && upper(out)
        && upper(inward)
        && first(out, char::is_ascii_uppercase)
        && first(inward, char::is_ascii_digit)
        && out.chars().any(|letter| letter.is_ascii_digit())
}

/// Two to four words that begin with capitals, or two to four Han characters.
fn is_name(line: &str) -> bool {
    let line = line.trim();
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    if line.chars().all(is_han) {
        return (2..=4).contains(&line.chars().count());
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let small = ["von", "van", "de", "der", "den", "af", "av", "la", "da", "di", "al", "bin"];
    let named = |word: &&str| {
        let begins = word.chars().next().is_some_and(char::is_uppercase);
        (begins || small.contains(word)) && word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c))
    };
    (2..=5).contains(&words.len()) && words.iter().all(named)
}

/// Mailboxes of everybody.
const FREE: [&str; 14] = [
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "live",
    "yahoo",
    "icloud",
    "me",
    "aol",
    "gmx",
    "abv",
    "mail",
    "qq",
    "163",
];

/// Of `anna@berg-marine.dk` the house, without marks: `bergmarine`.
fn house(mail: &str) -> Option<String> {
    let (_, domain) = mail.rsplit_once('@')?;
    let name = domain.rsplit('.').nth(1)?;
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
    (!FREE.contains(&name)).then_some(plain)
}

/// `anna.berg@…` is Anna Berg.
fn of_mail(mail: &str) -> Option<String> {
    let (local, _) = mail.split_once('@')?;
    let words: Vec<&str> = local.split(['.', '_', '-']).filter(|word| word.len() > 1).collect();
    if words.len() != 2 || local.chars().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let capital = |word: &&str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    Some(words.iter().filter_map(capital).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, home: &str) -> Found {
        read(text, Country::new(home).unwrap())
    }

    fn check(text: &str, home: &str, expected: [&str; 8]) {
        let found = of(text, home);
        let [name, title, company, mail, street, code, city, country] = expected;
        let mails = found.mails.join(" ");
        let address = &found.address;
        let got = [
            &found.name,
            &found.title,
            &found.company,
            &mails,
            &address.street,
            &address.postal_code,
            &address.city,
            &address.country,
        ];
        assert_eq!(got, [name, title, company, mail, street, code, city, country], "{found:#?}");
    }

    #[test]
    fn signatures_of_six_languages_are_understood() {
        let danish = "Med venlig hilsen\n\nSøren Ågård\nSalgschef\n\nBerg & Sønner A/S\nHavnegade 4, 2100 København Ø\nTlf.: 31 42 55 10 | Mobil: +45 20 30 40 50\nE-mail: soren@bergsonner.dk\nwww.bergsonner.dk";
        check(
            danish,
            "DK",
            [
                "Søren Ågård",
                "Salgschef",
                "Berg & Sønner A/S",
                "soren@bergsonner.dk",
                "Havnegade 4",
                "2100",
                "København Ø",
                "",
            ],
        );
        let found = of(danish, "DK");
        assert_eq!(
            found.phones,
            [("31 42 55 10".to_owned(), "work"), ("+45 20 30 40 50".to_owned(), "mobile")]
        );
        assert_eq!((found.links, found.rest), (vec!["www.bergsonner.dk".to_owned()], Vec::<String>::new()));
        check(
            "Linnea Ek\nVerkställande direktör, Ek Snickeri AB\nStorgatan 12\n114 55 Stockholm\nSverige\nTel 08-123 456 78\nlinnea@ek.se",
            "SE",
            [
                "Linnea Ek",
                "Verkställande direktör",
                "Ek Snickeri AB",
                "linnea@ek.se",
                "Storgatan 12",
                "114 55",
                "Stockholm",
                "Sverige",
            ],
        );
        check(
            "Saygılarımla\nMehmet Kaya\nSatış Müdürü\nKaya Denizcilik Ltd. Şti.\nAtatürk Caddesi No: 5\n34000 İstanbul\nTürkiye\nCep: 0532 123 45 67\nmehmet@kaya.com.tr",
            "TR",
            [
                "Mehmet Kaya",
                "Satış Müdürü",
                "Kaya Denizcilik Ltd. Şti.",
                "mehmet@kaya.com.tr",
                "Atatürk Caddesi No: 5",
                "34000",
                "İstanbul",
                "Türkiye",
            ],
        );
        check(
            "С уважение,\nИван Петров\nУправител\nМорски свят ООД\nул. Шипка 7\n1000 София\nТел.: 02 981 12 34\nМоб.: 0888 123 456\nivan@morski.bg",
            "BG",
            [
                "Иван Петров",
                "Управител",
                "Морски свят ООД",
                "ivan@morski.bg",
                "ул. Шипка 7",
                "1000",
                "София",
                "",
            ],
        );
        check(
            "王小明\n销售经理\n北京海洋科技有限公司\n地址：北京市朝阳区建国路88号\n电话：010-8888 6666\n手机：138 0013 8000\n邮箱：ming@haiyang.cn",
            "CN",
            [
                "王小明",
                "销售经理",
                "北京海洋科技有限公司",
                "ming@haiyang.cn",
                "北京市朝阳区建国路88号",
                "",
                "",
                "",
            ],
        );
        check(
            "Best regards,\nDr. Anna Maria Berg\nHead of Purchasing\nBerg Marine Ltd.\n12 Quay Street\nLondon SW1A 1AA\nUnited Kingdom\nM: +44 7700 900123\nanna@bergmarine.co.uk",
            "GB",
            [
                "Dr. Anna Maria Berg",
                "Head of Purchasing",
                "Berg Marine Ltd.",
                "anna@bergmarine.co.uk",
                "12 Quay Street",
                "SW1A 1AA",
                "London",
                "United Kingdom",
            ],
        );
    }

    #[test]
    fn what_is_not_understood_comes_back() {
        let found = of(
            "Anna Berg <anna@berg.example>\nOpen on Sundays after 3\nlinkedin.com/in/annaberg\nOrg.nr 556677-8899",
            "DK",
        );
        assert_eq!(found.name, "Anna Berg");
        assert_eq!(found.socials, [("linkedin", "annaberg".to_owned())]);
        assert_eq!(found.rest, ["Open on Sundays after 3", "Org.nr 556677-8899"]);
        assert_eq!(of("anna.berg@gmail.com", "DK").name, "Anna Berg");
        assert_eq!(of("", "DK"), Found::default());
        assert_eq!(of("Fax: 31 42 55 10", "DK").phones, [("31 42 55 10".to_owned(), "fax")]);
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost(text in "[A-Za-zæøåİжя王@.:+0-9 ,|\n-]{0,200}") {
            let found = of(&text, "DK");
            let mut kept = format!("{found:?}").to_lowercase();
            kept.push_str(&words::ALL_LABELS.join(" "));
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase())) {
                proptest::prop_assert!(kept.contains(word), "{word} of {text:?} is nowhere in {found:?}");
            }
        }
    }
}
