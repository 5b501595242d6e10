//! What finds what, and what is marked.

use proptest::prelude::*;

use super::*;

fn index(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    tokens(text, &mut found);
    found
}

fn finds_in(query: &str, tokens: &[String]) -> bool {
    let query = query_tokens(query);
    !query.is_empty()
        && query.iter().all(|wanted| {
            tokens.iter().any(|token| {
                if wanted.prefix { token.starts_with(&wanted.text) } else { *token == wanted.text }
            })
        })
}

#[track_caller]
fn check_tokens(text: &str, expected: &[&str]) {
    assert_eq!(index(text), expected, "{text}");
}

#[track_caller]
fn check_found(query: &str, text: &str, expected: bool) {
    assert_eq!(finds_in(query, &index(text)), expected, "{query} in {text}: {:?}", index(text));
}

#[track_caller]
fn check_marked(text: &str, query: &str, expected: &str) {
    let mut marked = String::new();
    let mut from = 0;
    for range in highlight(text, &query_tokens(query)) {
        marked += &format!("{}[{}]", &text[from..range.start], &text[range.clone()]);
        from = range.end;
    }
    marked += &text[from..];
    assert_eq!(marked, expected, "{query}");
}

#[test]
fn words_lose_accents_and_case() {
    check_tokens("Søren O'Brien-Łukasz", &["soren", "o", "brien", "lukasz"]);
    check_tokens("IŞIL Işıl İpek", &["isil", "isil", "ipek"]);
    check_tokens("Straße ẞ Þór Đorđe Œuvre Ærø", &["strasse", "ss", "thor", "dorde", "oeuvre", "aero"]);
    check_tokens("Пётр Чайковский", &["петр", "чаиковскии"]);
    check_tokens("ＡＢＣ １２３ ﬁn ①", &["abc", "123", "fin", "1"]);
    check_tokens("e\u{301}te\u{301}", &["ete"]);
    check_tokens("—  !", &[]);
    check_tokens(&"x".repeat(50), &[&"x".repeat(32)]);
    check_tokens(&"é".repeat(50), &[&"e".repeat(32)]);
}

#[test]
fn ideographs_become_pairs() {
    check_tokens("王小明", &["王小", "小明", "明"]);
    check_tokens("王", &["王"]);
    check_tokens("王小明Bob公司", &["王小", "小明", "明", "bob", "公司", "司"]);
    check_tokens("か\u{3099}く", &["がく", "く"]);
    check_tokens("ｶﾞｸ", &["ガク", "ク"]);
    check_tokens("김민준", &["김민", "민준", "준"]);
}

#[test]
fn people_are_found_by_what_is_typed() {
    for (query, text, expected) in [
        ("soren", "Søren Kierkegaard", true),
        ("SØR kier", "Søren Kierkegaard", true),
        ("isil", "Işıl", true),
        ("isil", "IŞIL", true),
        ("Петр", "Пётр", true),
        ("小明", "王小明", true),
        ("王", "王小明", true),
        ("明", "王小明", true),
        ("王小明", "王小明", true),
        ("王明", "王小明", false),
        ("ren", "Søren", false),
        ("soren berg", "Søren Kierkegaard", false),
        ("anna@exa", "write to anna@example.com", true),
        ("anna@example.com", "anna@example.org", false),
        ("example", "anna@example.com", true),
        ("2012", "2012 ApS", true),
        ("", "Søren", false),
    ] {
        check_found(query, text, expected);
    }
}

#[test]
fn a_number_is_found_by_any_part_of_it() {
    let tokens = phone_tokens("+45 20 12 34 56");
    assert_eq!(tokens, ["4520123456", "520123456", "20123456", "0123456", "123456", "23456", "3456"]);
    for query in ["+45 2012", "0045201", "20 12 34 56", "020123456", "(20) 12-34", "1234", "3456", "２０１２"]
    {
        assert!(finds_in(query, &tokens), "{query}");
    }
    assert!(!finds_in("21 12", &tokens));
    assert_eq!(phone_tokens("0046701234567")[0], "46701234567");
    assert_eq!(phone_tokens("112"), ["112"]);
    assert_eq!(phone_tokens("-"), [""; 0]);
    assert_eq!(query_tokens("007")[0].text, "007");
}

#[test]
fn an_address_is_found_whole_and_in_parts() {
    let tokens = email_tokens("Søren.Berg+crm@example.dk");
    for query in
        ["soren", "berg", "crm", "example.dk", "soren.berg@", "sorenberg", "Soren.Berg+crm@example.dk"]
    {
        assert!(finds_in(query, &tokens), "{query} in {tokens:?}");
    }
    assert!(!finds_in("soren.berg@example.dk", &tokens));
}

#[test]
fn matches_are_marked() {
    for (text, query, expected) in [
        ("Søren Kierkegaard", "sor ki", "[Sør]en [Ki]erkegaard"),
        ("Søren Sørensen", "soren", "[Søren] [Søren]sen"),
        ("Straße", "stras", "[Straß]e"),
        ("王小明", "小明", "王[小明]"),
        ("王小明", "王小明", "[王小明]"),
        ("王小明王", "王", "[王]小明[王]"),
        ("e\u{301}te\u{301} fin", "ete", "[e\u{301}te\u{301}] fin"),
        ("+46 70-123 45", "70123", "+46 [70-123] 45"),
        ("call 12345 or 99", "123", "call [123]45 or 99"),
        ("to anna@example.com now", "anna@exa", "to [anna@exa]mple.com now"),
        ("Kierkegaard", "gaard", "Kierkegaard"),
        ("a\u{301}", "b", "a\u{301}"),
    ] {
        check_marked(text, query, expected);
    }
}

proptest! {
    #[test]
    fn marks_fall_on_characters(text in "\\PC{0,30}", query in "\\PC{0,10}", cut in 0usize..30) {
        let part: String = text.chars().skip(cut / 2).take(cut).collect();
        for query in [query, part] {
            let mut end = 0;
            for range in highlight(&text, &query_tokens(&query)) {
                prop_assert!(range.start < range.end && (end == 0 || range.start > end));
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_words(
        name in "[A-Za-zæøåÆØÅÉéßıİŞşПё王小明のガ -]{1,40}",
        length in 1usize..40,
    ) {
        let indexed = index(&name);
        for word in name.split([' ', '-']).filter(|word| !word.is_empty()) {
            let typed: String = word.chars().take(length).collect();
            prop_assert!(finds_in(&typed, &indexed), "{} in {:?}", typed, indexed);
            prop_assert!(!highlight(&name, &query_tokens(&typed)).is_empty(), "{} in {}", typed, name);
        }
    }

    #[test]
    fn any_text_has_an_index(text in "\\PC*") {
        for token in index(&text) {
            prop_assert!(!token.is_empty() && token.chars().count() <= LONGEST_TOKEN);
            prop_assert!(token.chars().all(char::is_alphanumeric), "{:?}", token);
        }
        email_tokens(&text);
        phone_tokens(&text);
    }
}
