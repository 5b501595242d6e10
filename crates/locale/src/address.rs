//! The lines of an address as the post of its country wants them, seen from where it is sent: the order of the parts,
//! what stands in capitals, and the country in the sender's language when it is another one (UPU Convention
//! Regulations, article 17-107: the country of destination last, in capitals, in a language known where it is posted).

mod country;
mod formats;

use kernel::{Country, Language};
use serde_json::Value as Json;

pub use self::country::meant as country_meant;
use self::formats::{ELSEWHERE, FORMATS, Format};
use crate::places;

fn as_text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

/// Where the mail is posted, and in which language.
#[derive(Debug, Clone, Copy)]
pub struct Sender {
    pub country: Country,
    pub language: Language,
}

/// Whom it is for.
#[derive(Debug, Clone, Copy)]
pub struct Addressee<'a> {
    pub names: &'a [String],
    /// Empty for private mail.
    pub organisation: &'a str,
    /// Its parts by name: `street`, `extended`, `po_box`, `postal_code`, `city`, `region`, `country` (vCard's ADR).
    pub address: &'a Json,
}

/// A part that an address cannot do without, by the key of its label.
pub fn missing_part(address: &Json) -> Option<&'static str> {
    let part = |part: &str| as_text(&address[part]).trim();
    let street = ["street", "extended", "po_box"].iter().find(|name| !part(name).is_empty());
    match street {
        None => Some("part-street"),
        // Somebody typed it all into one line.
        Some(_) if part("street").contains([',', '\n']) => None,
        Some(_) if part("city").is_empty() && part("postal_code").is_empty() => Some("part-city"),
        Some(_) => None,
    }
}

/// The lines from the name to the country.
pub fn lines(addressee: &Addressee, sender: Sender) -> Vec<String> {
    let typed = as_text(&addressee.address["country"]).trim();
    let country = country::meant(typed);
    let abroad = match country {
        Some(country) => country != sender.country,
        None => !typed.is_empty(),
    };
    let format = format_of(country.or_else(|| typed.is_empty().then_some(sender.country)));
    let order = match format.latin {
        Some(latin) if !in_own_script(addressee.address) => latin,
        _ => format.lines,
    };
    let parts = Parts { format, addressee, abroad };
    let mut found: Vec<String> = order.split("%n").flat_map(|line| parts.written(line)).collect();
    if abroad {
        let name = country
            .map_or_else(|| typed.to_owned(), |country| places::country_name(sender.language, country));
        found.push(capitals(&name, sender.language == Language::Turkish));
    }
    found
}

fn format_of(country: Option<Country>) -> &'static Format {
    let known = country.and_then(|country| FORMATS.iter().find(|format| format.country == country.code()));
    known.unwrap_or(&ELSEWHERE)
}

/// Written in Chinese, Japanese or Korean, and so in the order of those countries.
fn in_own_script(address: &Json) -> bool {
    let written = ["street", "city", "region"].map(|part| as_text(&address[part]));
    written.iter().any(|text| text.chars().any(|letter| matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')))
}

/// The parts of one address, ready to be put into lines.
struct Parts<'a> {
    format: &'static Format,
    addressee: &'a Addressee<'a>,
    abroad: bool,
}

impl Parts<'_> {
    /// One line of the format, which is several when a part has several; none when all its parts are empty.
    fn written(&self, line: &str) -> Vec<String> {
        match line {
            "%N" => return self.addressee.names.to_vec(),
            "%A" => return self.street(),
            _ => {}
        }
        let mut written = String::new();
        let mut between = String::new();
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            if letter != '%' {
                between.push(letter);
                continue;
            }
            let part = self.part(letters.next().unwrap_or_default());
            if part.is_empty() {
                // What would have led up to it does not stand alone.
                between.clear();
                continue;
            }
            let leads = between.chars().any(|letter| !matches!(letter, ' ' | ',' | '-' | '/'));
            if !written.is_empty() || leads {
                written.push_str(&between);
            }
            between.clear();
            written.push_str(&part);
        }
        if written.is_empty() { Vec::new() } else { vec![written] }
    }

    fn street(&self) -> Vec<String> {
        let number = self.text("po_box");
        let is_number =
            !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit() || letter == ' ');
        let po_box = if is_number { format!("{} {number}", self.format.po_box) } else { number.to_owned() };
        let typed = [self.text("extended"), self.text("street"), &po_box];
        let lines = typed.iter().flat_map(|text| text.lines()).map(str::trim);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn part(&self, letter: char) -> String {
        let text = match letter {
            'O' => self.addressee.organisation.trim().to_owned(),
            'C' => self.text("city").to_owned(),
            'S' => self.text("region").to_owned(),
            'Z' => self.postal_code(),
            _ => String::new(),
        };
        // Towns stand in capitals on mail that crosses a border, and in some countries always.
        if self.format.capitals.contains(letter) || (self.abroad && letter == 'C') {
            return capitals(&text, self.format.country == "TR");
        }
        text
    }

    fn postal_code(&self) -> String {
        let code = self.text("postal_code");
        let known = code.to_uppercase().starts_with(self.format.prefix);
        if self.abroad && !known && !code.is_empty() {
            format!("{}{code}", self.format.prefix)
        } else {
            code.to_owned()
        }
    }

    fn text(&self, part: &str) -> &str {
        as_text(&self.addressee.address[part]).trim()
    }
}

/// In capitals; the Turkish i keeps its dot.
fn capitals(text: &str, turkish: bool) -> String {
    if turkish { text.replace('i', "İ").to_uppercase() } else { text.to_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(parts: &str) -> Json {
        let names = ["extended", "street", "postal_code", "city", "region", "country", "po_box"];
        let parts = parts.split('|').zip(names).filter(|(text, _)| !text.is_empty());
        Json::Object(parts.map(|(text, name)| (name.to_owned(), text.into())).collect())
    }

    #[track_caller]
    fn check(from: &str, language: Language, parts: &str, expected: &str) {
        let sender = Sender { country: Country::new(from).unwrap(), language };
        let names = ["Anna Berg".to_owned()];
        let addressee = Addressee { names: &names, organisation: "Berg A/S", address: &address(parts) };
        assert_eq!(lines(&addressee, sender).join(" | "), expected);
    }

    #[test]
    fn every_country_has_its_own_order() {
        use Language::{Bulgarian, Chinese, Danish, English, Swedish, Turkish};
        let at_home = |country, language, parts, expected| check(country, language, parts, expected);
        at_home(
            "DK",
            Danish,
            "|Strandvej 5|2900|Hellerup",
            "Anna Berg | Berg A/S | Strandvej 5 | 2900 Hellerup",
        );
        at_home(
            "SE",
            Swedish,
            "|Storgatan 1|114 55|Stockholm",
            "Berg A/S | Anna Berg | Storgatan 1 | 114 55 Stockholm",
        );
        at_home(
            "TR",
            Turkish,
            "|İstiklal Cad. 12|34430|Beyoğlu|İstanbul",
            "Anna Berg | Berg A/S | İstiklal Cad. 12 | 34430 Beyoğlu/İstanbul",
        );
        at_home(
            "BG",
            Bulgarian,
            "|ул. Шипка 6|1504|София",
            "Anna Berg | Berg A/S | ул. Шипка 6 | 1504 София",
        );
        at_home(
            "CN",
            Chinese,
            "|南京东路1号|200001|上海|上海",
            "200001 | 上海上海 | 南京东路1号 | Berg A/S | Anna Berg",
        );
        at_home(
            "US",
            English,
            "Apt 4|12 Main St|94105|San Francisco|CA",
            "Anna Berg | Berg A/S | Apt 4 | 12 Main St | SAN FRANCISCO, CA 94105",
        );
        at_home(
            "GB",
            English,
            "|10 High Street|sw1a 1aa|London",
            "Anna Berg | Berg A/S | 10 High Street | LONDON | SW1A 1AA",
        );
        at_home(
            "DE",
            English,
            "|Hauptstr. 1|10115|Berlin",
            "Anna Berg | Berg A/S | Hauptstr. 1 | 10115 Berlin",
        );
        at_home(
            "FR",
            English,
            "|1 rue de Rivoli|75001|Paris",
            "Berg A/S | Anna Berg | 1 rue de Rivoli | 75001 PARIS",
        );
        at_home(
            "NL",
            English,
            "|Damrak 1|1012 LG|Amsterdam",
            "Berg A/S | Anna Berg | Damrak 1 | 1012 LG Amsterdam",
        );
        at_home("HU", English, "|Fő u. 1|1011|Budapest", "Anna Berg | Berg A/S | Budapest | Fő u. 1 | 1011");
        at_home(
            "JP",
            English,
            "|1-2-3 Marunouchi|100-0005|Chiyoda-ku|Tokyo",
            "Anna Berg | Berg A/S | 1-2-3 Marunouchi | Chiyoda-ku, Tokyo | 100-0005",
        );
        at_home(
            "JP",
            English,
            "|丸の内1-2-3|100-0005|千代田区|東京都",
            "〒100-0005 | 東京都千代田区 | 丸の内1-2-3 | Berg A/S | Anna Berg",
        );
    }

    #[test]
    fn abroad_the_country_stands_last_in_the_senders_language() {
        use Language::{Bulgarian, Chinese, Danish, English, Swedish, Turkish};
        check(
            "DK",
            Danish,
            "|Storgatan 1|11455|Stockholm||Sverige",
            "Berg A/S | Anna Berg | Storgatan 1 | SE-11455 STOCKHOLM | SVERIGE",
        );
        check(
            "DK",
            Danish,
            "|Hauptstr. 1|10115|Berlin||Deutschland",
            "Anna Berg | Berg A/S | Hauptstr. 1 | 10115 BERLIN | TYSKLAND",
        );
        check(
            "SE",
            Swedish,
            "|Strandvej 5|2900|Hellerup||dk",
            "Anna Berg | Berg A/S | Strandvej 5 | 2900 HELLERUP | DANMARK",
        );
        check(
            "BG",
            Bulgarian,
            "|Strandvej 5|2900|Hellerup||Дания",
            "Anna Berg | Berg A/S | Strandvej 5 | 2900 HELLERUP | ДАНИЯ",
        );
        check(
            "TR",
            Turkish,
            "|1 rue de Rivoli|75001|Paris||France",
            "Berg A/S | Anna Berg | 1 rue de Rivoli | 75001 PARIS | FRANSA",
        );
        check(
            "GB",
            English,
            "|İstiklal Cad. 12|34430|Pendik|İstanbul|Turkey",
            "Anna Berg | Berg A/S | İstiklal Cad. 12 | 34430 PENDİK/İstanbul | TÜRKIYE",
        );
        check(
            "CN",
            Chinese,
            "|12 Main St|94105|San Francisco|CA|U.S.A.",
            "Anna Berg | Berg A/S | 12 Main St | SAN FRANCISCO, CA 94105 | 美国",
        );
        check(
            "DK",
            Danish,
            "|1 Nanjing Rd|200001|Shanghai|Shanghai|中国",
            "Anna Berg | Berg A/S | 1 Nanjing Rd | SHANGHAI | Shanghai, 200001 | KINA",
        );
        // A country nobody knows is written as it was typed.
        check(
            "DK",
            Danish,
            "|1 Spice Lane|7|Caladan|North|Arrakis",
            "Anna Berg | Berg A/S | 1 Spice Lane | 7 CALADAN | North | ARRAKIS",
        );
    }

    #[test]
    fn what_is_empty_leaves_no_trace() {
        let sender = Sender { country: Country::new("US").unwrap(), language: Language::English };
        let check = |parts: &str, expected: &str| {
            let addressee =
                Addressee { names: &["Anna".to_owned()], organisation: "", address: &address(parts) };
            assert_eq!(lines(&addressee, sender).join(" | "), expected);
        };
        check("|12 Main St|94105|||", "Anna | 12 Main St | 94105");
        check("|12 Main St|||CA|", "Anna | 12 Main St | CA");
        check("|12 Main St\nGround floor||Reno||", "Anna | 12 Main St | Ground floor | RENO");
        check("|||Reno|NV||77", "Anna | PO Box 77 | RENO, NV");
        check("||34430||İstanbul|TR|5", "Anna | P.K. 5 | 34430/İstanbul | TÜRKIYE");
    }

    #[test]
    fn an_address_lacks_a_street_or_a_city() {
        assert_eq!(missing_part(&address("||2900|Hellerup")), Some("part-street"));
        assert_eq!(missing_part(&address("|Strandvej 5||")), Some("part-city"));
        assert_eq!(missing_part(&address("|Strandvej 5, 2900 Hellerup||")), None);
        assert_eq!(missing_part(&address("|Strandvej 5||Hellerup")), None);
    }
}
