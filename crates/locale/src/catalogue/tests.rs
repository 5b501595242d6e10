//! Every language says everything, in words that can be shown.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::Entry;

use super::*;

#[track_caller]
fn check_none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

fn entries(language: Language, mut visit: impl FnMut(&str, &Entry<&str>)) {
    for (file, content) in files(language) {
        let resource = FluentResource::try_new(content.to_owned()).unwrap_or_else(|(partial, _)| partial);
        resource.entries().for_each(|entry| visit(file, entry));
    }
}

#[test]
fn every_file_parses_and_no_message_is_defined_twice() {
    let mut problems = Vec::new();
    for language in Language::ALL {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        entries(language, |file, entry| match entry {
            Entry::Junk { content } => {
                problems.push(format!("{language:?} {file} does not parse: {content}"))
            }
            Entry::Message(message) => {
                if let Some(other) = seen.insert(message.id.name.to_owned(), file.to_owned()) {
                    problems.push(format!("{language:?} {file}: {} is also in {other}", message.id.name));
                }
            }
            _ => {}
        });
    }
    check_none(problems);
}

#[test]
fn every_language_has_every_message() {
    let all: BTreeSet<&str> = Language::ALL.into_iter().flat_map(keys).collect();
    assert!(all.contains("save"), "the catalogues are embedded");
    let mut problems = Vec::new();
    for key in all {
        let arguments = Language::ALL.map(|language| catalogue(language).arguments.get(key));
        let english = arguments[Language::English as usize].map(Arguments::names);
        for (language, arguments) in Language::ALL.into_iter().zip(arguments) {
            match (&english, arguments.map(Arguments::names)) {
                (_, None) => problems.push(format!("{key} is missing in {language:?}")),
                (Some(expected), Some(found)) if *expected != found => {
                    problems
                        .push(format!("{key} takes {found:?} in {language:?}, but {expected:?} in English"));
                }
                _ => {}
            }
        }
    }
    check_none(problems);
}

#[test]
fn no_message_is_empty_or_shouts_or_flatters() {
    let mut problems = Vec::new();
    for language in Language::ALL {
        for key in keys(language) {
            let args: Vec<(&str, Arg)> = catalogue(language).arguments[key]
                .names()
                .into_iter()
                .map(|name| (name, Arg::from(3)))
                .collect();
            // Doubled braces are the merge fields of letters.
            let shown = format(language, key, &args).replace("{{", "");
            let flatters = shown
                .split_whitespace()
                .any(|word| ["please", "successfully"].contains(&word.to_lowercase().as_str()));
            if flatters || shown.trim().is_empty() || shown.contains(['!', '！', '{', '\u{2068}']) {
                problems.push(format!("{key} in {language:?} reads “{shown}”"));
            }
        }
    }
    check_none(problems);
}

#[test]
fn texts_fall_back_to_english_and_then_to_their_key() {
    assert_eq!(text(Language::Danish, "save"), "Gem");
    assert_eq!(text(Language::Danish, "no-such-text"), "no-such-text");
    assert_eq!(format(Language::Danish, "no-such-text", &[]), "no-such-text");
}

#[test]
fn numbers_choose_the_plural_and_are_grouped() {
    for (language, count, expected) in [
        (Language::English, 1, "1 day ago"),
        (Language::English, 1234, "1,234 days ago"),
        (Language::Danish, 1, "For 1 dag siden"),
        (Language::Danish, 12345, "For 12.345 dage siden"),
        (Language::Bulgarian, 1, "Преди 1 ден"),
        (Language::Bulgarian, 2, "Преди 2 дни"),
        (Language::Chinese, 1234, "1,234 天前"),
    ] {
        assert_eq!(format(language, "days-ago", &[("count", Arg::from(count))]), expected);
    }
}

#[test]
fn strings_that_travelled_as_text_count_where_the_message_counts() {
    let ago = |count: &str| render(Language::English, &Text::new("days-ago").with("count", count));
    assert_eq!(ago("1"), "1 day ago");
    assert_eq!(ago("1234"), "1,234 days ago");
    assert_eq!(ago("01"), "01 days ago");
    let named = Text::new("today-at").with("time", "1234");
    assert_eq!(render(Language::English, &named), "Today 1234");
    assert_eq!(render(Language::Swedish, &Text::new("save")), "Spara");
}

#[test]
fn numbers_in_texts_follow_the_readers_country() {
    let reader = crate::locale::tests::reader("en-DK");
    assert_eq!(reader.tf("days-ago", &[("count", Arg::from(1234))]), "1.234 days ago");
    assert_eq!(reader.render(&Text::new("too-long").with("max", 2000)), "Use 2.000 characters at most");
}
