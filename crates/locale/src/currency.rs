//! Currencies as people write them: signs after CLDR 47, and the words and signs that are understood.

use kernel::{Country, Currency, Language, Locality};

/// The sign of a currency where it is unmistakable for this reader; its code is shown otherwise.
pub(crate) fn symbol(language: Language, country: Country, currency: &Currency) -> Option<&'static str> {
    let code = currency.code();
    let own = OWN_SIGNS.iter().find(|(home, own, _)| *home == country.code() && *own == code);
    if let Some((_, _, sign)) = own {
        return Some(sign);
    }
    match (language, code) {
        (Language::Danish, "DKK") => return Some("kr."),
        (Language::Swedish, "SEK") => return Some("kr"),
        (Language::Chinese, "CNY") => return Some("¥"),
        (Language::Chinese, "JPY") => return Some("JP¥"),
        (Language::Chinese, "USD") => return Some("US$"),
        // Where another dollar is at home.
        (_, "USD") if OWN_SIGNS.iter().any(|(home, _, sign)| *home == country.code() && *sign == "$") => {
            return Some("US$");
        }
        _ => {}
    }
    SIGNS.iter().find(|(listed, _)| *listed == code).map(|(_, sign)| *sign)
}

/// What somebody meant by a sign, code or word; `written` is folded. Shared signs mean the reader's own currency.
pub(crate) fn meant_by(written: &str, reader: &Locality) -> Option<Currency> {
    let shared = SHARED.iter().find(|(names, _)| names.contains(&written)).map(|(_, candidates)| *candidates);
    if let Some(candidates) = shared {
        let own = [Some(reader.currency), currency_of(reader.country), home_currency(reader.language)];
        let nearest = own.into_iter().flatten().find(|own| candidates.contains(&own.code()));
        return nearest.or_else(|| Currency::new(candidates.first()?));
    }
    let by_word = WORDS.iter().find(|(words, _)| words.contains(&written)).map(|(_, code)| *code);
    let by_sign =
        || SIGNS.iter().find(|(_, sign)| crate::tokens::fold(sign) == written).map(|(code, _)| *code);
    if let Some(code) = by_word.or_else(by_sign) {
        return Currency::new(code);
    }
    Currency::new(written).filter(|currency| CODES.split(' ').any(|code| code == currency.code()))
}

fn currency_of(country: Country) -> Option<Currency> {
    OWN_SIGNS.iter().find(|(home, ..)| *home == country.code()).and_then(|(_, code, _)| Currency::new(code))
}

fn home_currency(language: Language) -> Option<Currency> {
    Currency::new(match language {
        Language::Danish => "DKK",
        Language::Swedish => "SEK",
        Language::Chinese => "CNY",
        Language::Turkish => "TRY",
        Language::English | Language::Bulgarian => return None,
    })
}

/// Country, currency, and the sign that means it there.
const OWN_SIGNS: [(&str, &str, &str); 18] = [
    ("AU", "AUD", "$"),
    ("CA", "CAD", "$"),
    ("CN", "CNY", "¥"),
    ("DK", "DKK", "kr."),
    ("FO", "DKK", "kr."),
    ("GL", "DKK", "kr."),
    ("HK", "HKD", "$"),
    ("IS", "ISK", "kr."),
    ("JP", "JPY", "¥"),
    ("MX", "MXN", "$"),
    ("NO", "NOK", "kr"),
    ("NZ", "NZD", "$"),
    ("SE", "SEK", "kr"),
    ("SG", "SGD", "$"),
    ("TR", "TRY", "₺"),
    ("TW", "TWD", "$"),
    ("US", "USD", "$"),
    ("ZA", "ZAR", "R"),
];

/// Signs that stand for one currency anywhere.
const SIGNS: [(&str, &str); 31] = [
    ("AUD", "A$"),
    ("BRL", "R$"),
    ("CAD", "CA$"),
    ("CNY", "CN¥"),
    ("CRC", "₡"),
    ("CZK", "Kč"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("GEL", "₾"),
    ("GHS", "GH₵"),
    ("HKD", "HK$"),
    ("HUF", "Ft"),
    ("ILS", "₪"),
    ("INR", "₹"),
    ("JPY", "¥"),
    ("KRW", "₩"),
    ("KZT", "₸"),
    ("MNT", "₮"),
    ("MXN", "MX$"),
    ("NGN", "₦"),
    ("NZD", "NZ$"),
    ("PHP", "₱"),
    ("PLN", "zł"),
    ("PYG", "₲"),
    ("RUB", "₽"),
    ("THB", "฿"),
    ("TRY", "₺"),
    ("TWD", "NT$"),
    ("UAH", "₴"),
    ("USD", "$"),
    ("VND", "₫"),
];

/// Names that several currencies share, the likeliest first.
const SHARED: [(&[&str], &[&str]); 3] = [
    (&["kr", "krone", "kroner", "krona", "kronor", "крони", "克朗"], &["DKK", "SEK", "NOK", "ISK"]),
    (
        &["$", "dollar", "dollars", "dolar", "долар", "долара"],
        &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"],
    ),
    (&["¥", "元", "yen", "yuan"], &["CNY", "JPY"]),
];

const WORDS: [(&[&str], &str); 8] = [
    (&["euro", "euros", "avro", "евро", "欧元"], "EUR"),
    (&["us$", "美元"], "USD"),
    (&["jp¥", "日元"], "JPY"),
    (&["块", "人民币", "rmb"], "CNY"),
    (&["港币", "港元"], "HKD"),
    (&["tl", "lira"], "TRY"),
    (&["pound", "pounds", "pund", "英镑"], "GBP"),
    (&["лв", "лева", "лев", "lv"], "BGN"),
];

/// ISO 4217, list one, without funds and metals; the lev, for amounts from before 2026.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";
