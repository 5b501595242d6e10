//! Words by which a signature says what stands where, in our languages.

/// What a label in front of something says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labelled {
    Phone(&'static str),
    Mail,
    Web,
    Company,
    Title,
    Name,
    Address,
    Social(&'static str),
}

const LABELS: &[(Labelled, &[&str])] = &[
    (
        Labelled::Phone("mobile"),
        &[
            "mobile",
            "mobil",
            "mob",
            "cell",
            "m",
            "mobiltelefon",
            "cep",
            "cep tel",
            "gsm",
            "мобилен",
            "моб",
            "мобилен телефон",
            "手机",
            "移动电话",
        ],
    ),
    (Labelled::Phone("fax"), &["fax", "telefax", "faks", "факс", "传真"]),
    (
        Labelled::Phone("work"),
        &[
            "tel",
            "telephone",
            "phone",
            "ph",
            "t",
            "p",
            "office",
            "direct",
            "direkte",
            "direkt",
            "tlf",
            "telefon",
            "kontor",
            "växel",
            "ofis",
            "telefonnummer",
            "тел",
            "телефон",
            "офис",
            "电话",
            "电話",
            "座机",
            "办公电话",
        ],
    ),
    (
        Labelled::Mail,
        &[
            "email",
            "e-mail",
            "mail",
            "e",
            "e-post",
            "epost",
            "e-posta",
            "eposta",
            "имейл",
            "е-поща",
            "поща",
            "邮箱",
            "电子邮箱",
            "电子邮件",
            "邮件",
        ],
    ),
    (
        Labelled::Web,
        &[
            "web",
            "website",
            "w",
            "www",
            "hjemmeside",
            "webbplats",
            "hemsida",
            "internet",
            "web sitesi",
            "сайт",
            "уеб",
            "网址",
            "网站",
            "官网",
        ],
    ),
    (
        Labelled::Company,
        &[
            "company",
            "firma",
            "virksomhed",
            "företag",
            "şirket",
            "firma adı",
            "фирма",
            "компания",
            "公司",
            "单位",
        ],
    ),
    (
        Labelled::Title,
        &[
            "title",
            "position",
            "stilling",
            "titel",
            "befattning",
            "ünvan",
            "unvan",
            "görev",
            "длъжност",
            "职务",
            "职位",
        ],
    ),
    (Labelled::Name, &["name", "navn", "namn", "ad soyad", "isim", "име", "姓名"]),
    (
        Labelled::Address,
        &["address", "adresse", "adress", "adres", "besøgsadresse", "besöksadress", "адрес", "地址"],
    ),
    (Labelled::Social("skype"), &["skype"]),
    (Labelled::Social("wechat"), &["wechat", "微信"]),
    (Labelled::Social("whatsapp"), &["whatsapp"]),
    (Labelled::Social("viber"), &["viber"]),
    (Labelled::Social("qq"), &["qq"]),
    (Labelled::Social("linkedin"), &["linkedin"]),
];

/// Every label, for tests.
#[cfg(test)]
pub(super) static ALL_LABELS: std::sync::LazyLock<Vec<&'static str>> = std::sync::LazyLock::new(|| {
    LABELS.iter().flat_map(|(_, words)| words.iter().copied()).chain(FAREWELLS.iter().copied()).collect()
});

/// What is said before a name.
pub(super) const FAREWELLS: &[&str] = &[
    "best regards",
    "kind regards",
    "regards",
    "best",
    "sincerely",
    "yours sincerely",
    "with kind regards",
    "cheers",
    "thanks",
    "many thanks",
    "med venlig hilsen",
    "venlig hilsen",
    "de bedste hilsner",
    "bedste hilsner",
    "mvh",
    "vh",
    "hilsen",
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "vänligen",
    "hälsningar",
    "saygılarımla",
    "saygılar",
    "iyi çalışmalar",
    "sevgiler",
    "с уважение",
    "поздрави",
    "с поздрави",
    "благодаря",
    "此致",
    "敬礼",
    "此致敬礼",
    "祝好",
    "顺祝商祺",
    "谢谢",
];

/// Sites of networks, the longer addresses first.
pub(super) const NETWORKS: &[(&str, &str)] = &[
    ("linkedin.com/in/", "linkedin"),
    ("linkedin.com/company/", "linkedin"),
    ("dk.linkedin.com/in/", "linkedin"),
    ("facebook.com/", "facebook"),
    ("instagram.com/", "instagram"),
    ("twitter.com/", "x"),
    ("x.com/", "x"),
    ("github.com/", "github"),
    ("xing.com/profile/", "xing"),
    ("youtube.com/", "youtube"),
    ("tiktok.com/", "tiktok"),
    ("t.me/", "telegram"),
    ("wa.me/", "whatsapp"),
    ("weibo.com/", "weibo"),
];

/// The label at the beginning, and what it stands before: `Tlf.: 31 42 55 10`, `电话：010…`, `Cep 0532…`.
pub(super) fn label(part: &str) -> Option<(Labelled, &str)> {
    let mut best: Option<(usize, Labelled)> = None;
    for (kind, words) in LABELS {
        for word in *words {
            let Some(rest) = after(part, word) else { continue };
            let marked = rest.trim_start().starts_with([':', '：', '.']);
            // A word alone is a label only before a number; a single letter never without its mark.
            let number = rest
                .trim_start()
                .starts_with(|letter: char| letter.is_ascii_digit() || letter == '+' || letter == '(');
            let fits = marked || (word.chars().count() > 1 && matches!(kind, Labelled::Phone(_)) && number);
            let length = part.len() - rest.len();
            if fits && best.is_none_or(|(longest, _)| length > longest) {
                best = Some((length, *kind));
            }
        }
    }
    let (length, kind) = best?;
    let value = part[length..].trim_start_matches(['.', ':', '：', ' ', '\u{a0}']).trim();
    (!value.is_empty()).then_some((kind, value))
}

/// What follows a word at the beginning, without regard to case; nothing when the word goes on.
fn after<'a>(part: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = part.chars();
    for wanted in word.chars() {
        let letter = rest.next()?;
        if !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let rest = rest.as_str();
    let goes_on = word.is_ascii() && rest.starts_with(char::is_alphanumeric);
    let cyrillic =
        !word.is_ascii() && rest.starts_with(|letter: char| letter.is_alphabetic() && letter < '\u{2e80}');
    (!goes_on && !cyrillic).then_some(rest)
}

/// A label and nothing else.
pub(super) fn is_label(text: &str) -> bool {
    let plain = text.trim().trim_end_matches(['.', ':', '：']).to_lowercase();
    LABELS.iter().any(|(_, words)| words.contains(&plain.as_str()))
}

/// Legal forms, as the last word or two of a name.
const FORMS: &[&str] = &[
    "a/s",
    "aps",
    "i/s",
    "k/s",
    "p/s",
    "ivs",
    "amba",
    "ab",
    "hb",
    "kb",
    "ek. för.",
    "as",
    "asa",
    "oy",
    "oyj",
    "ltd",
    "ltd.",
    "limited",
    "llc",
    "llp",
    "inc",
    "inc.",
    "plc",
    "corp",
    "corp.",
    "gmbh",
    "ag",
    "kg",
    "ug",
    "b.v.",
    "bv",
    "n.v.",
    "nv",
    "s.a.",
    "sa",
    "sarl",
    "sas",
    "s.r.l.",
    "srl",
    "s.p.a.",
    "sp. z o.o.",
    "a.ş.",
    "a.ş",
    "aş",
    "ltd. şti.",
    "ltd şti",
    "ltd. şti",
    "оод",
    "еоод",
    "ад",
    "еад",
    "ет",
    "ооо",
    "co., ltd.",
    "co. ltd.",
    "pty ltd",
];
const FORMS_INSIDE: &[&str] = &["公司", "集团", "事务所", "工作室"];

pub(super) fn is_company(line: &str) -> bool {
    let plain = line.trim().to_lowercase();
    if FORMS_INSIDE.iter().any(|form| plain.ends_with(form)) {
        return true;
    }
    FORMS.iter().any(|form| {
        plain
            .strip_suffix(form)
            .is_some_and(|before| before.ends_with([' ', ',']) && before.trim().chars().count() > 1)
    })
}

const TITLES: &[&str] = &[
    "manager",
    "director",
    "ceo",
    "cto",
    "cfo",
    "coo",
    "cmo",
    "founder",
    "owner",
    "partner",
    "consultant",
    "engineer",
    "developer",
    "designer",
    "architect",
    "assistant",
    "head of",
    "president",
    "chairman",
    "buyer",
    "purchaser",
    "captain",
    "officer",
    "specialist",
    "analyst",
    "accountant",
    "advisor",
    "representative",
    "coordinator",
    "secretary",
    "chef",
    "direktør",
    "sælger",
    "konsulent",
    "ingeniør",
    "indehaver",
    "ejer",
    "stifter",
    "rådgiver",
    "medarbejder",
    "leder",
    "indkøber",
    "koordinator",
    "bogholder",
    "kaptajn",
    "arkitekt",
    "direktör",
    "säljare",
    "ingenjör",
    "ägare",
    "grundare",
    "rådgivare",
    "ansvarig",
    "inköpare",
    "ekonom",
    "handläggare",
    "samordnare",
    "müdür",
    "uzman",
    "mühendis",
    "danışman",
    "kurucu",
    "ortak",
    "sahibi",
    "yönetici",
    "temsilci",
    "sorumlu",
    "başkan",
    "asistan",
    "satın alma",
    "mimar",
    "мениджър",
    "директор",
    "управител",
    "експерт",
    "инженер",
    "консултант",
    "собственик",
    "основател",
    "съдружник",
    "ръководител",
    "търговски",
    "счетоводител",
    "представител",
    "архитект",
    "经理",
    "总监",
    "工程师",
    "董事",
    "主任",
    "总裁",
    "顾问",
    "助理",
    "专员",
    "主管",
    "创始人",
    "合伙人",
    "销售代表",
    "采购",
];

pub(super) fn is_title(line: &str) -> bool {
    let plain = line.to_lowercase();
    TITLES.iter().any(|title| plain.contains(title)) && !line.chars().any(|letter| letter.is_ascii_digit())
}

const STREETS: &[&str] = &[
    "vej",
    "gade",
    "allé",
    "alle",
    "plads",
    "stræde",
    "torv",
    "boulevard",
    "havn",
    "kaj",
    "gata",
    "gatan",
    "väg",
    "vägen",
    "gränd",
    "torg",
    "street",
    " st.",
    " st ",
    "road",
    " rd",
    "avenue",
    " ave",
    "lane",
    "quay",
    "square",
    "drive",
    "caddesi",
    "cad.",
    "sokak",
    "sok.",
    "bulvarı",
    "bulv.",
    "mahallesi",
    "mah.",
    "ул.",
    "улица",
    "бул.",
    "булевард",
    "ж.к.",
    "пл.",
    "路",
    "街",
    "号",
    "大道",
    "straße",
    "strasse",
    "str.",
];

/// It names a street, and a number there.
pub(super) fn is_street(line: &str) -> bool {
    let plain = format!("{} ", line.to_lowercase());
    line.chars().any(|letter| letter.is_ascii_digit()) && STREETS.iter().any(|street| plain.contains(street))
}
