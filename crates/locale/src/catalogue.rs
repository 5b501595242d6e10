//! The texts of the product in all its languages: Fluent messages embedded at build time, one file per language
//! and area under `messages/`. A key missing in a language is shown in English, then as itself.

mod arguments;
#[cfg(test)]
mod keys_in_use;
#[cfg(test)]
mod tests;

use std::{borrow::Cow, cell::RefCell, collections::HashMap, sync::Arc, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast;
use kernel::{Language, Text};

pub(crate) use arguments::Arguments;

use crate::shapes::Shapes;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// What a message's `{ $name }` is filled with. Numbers choose plurals and are shown with grouped digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Arg<'static> {
        Arg::Text(Cow::Owned(text))
    }
}

macro_rules! number_arguments {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Arg<'static> {
                Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
number_arguments!(i16, u16, i32, u32, i64, u64, usize);

/// A message without arguments: a look-up among texts resolved at first use.
pub fn text(language: Language, key: &str) -> Cow<'static, str> {
    let catalogue = catalogue(language);
    match catalogue.plain.get(key) {
        Some(text) => Cow::Borrowed(text.as_str()),
        None if catalogue.holds(key) => Cow::Owned(format(language, key, &[])),
        None if language != Language::English => text(Language::English, key),
        None => Cow::Owned(key.to_owned()),
    }
}

/// A message with its arguments, in the number style of the language's home country.
pub fn format(language: Language, key: &str, args: &[(&str, Arg)]) -> String {
    format_shaped(&Shapes::at_home(language), language, key, args)
}

/// A text that crossed the product as key and strings. Strings that look like numbers count as numbers where the
/// message chooses a plural by them or says `NUMBER($name)`, and stay as they are elsewhere.
pub fn render(language: Language, text: &Text) -> String {
    render_shaped(&Shapes::at_home(language), language, text)
}

/// All keys of a language, sorted.
pub fn keys(language: Language) -> Vec<&'static str> {
    let mut keys: Vec<&str> = catalogue(language).arguments.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

pub(crate) fn render_shaped(shapes: &Arc<Shapes>, language: Language, text: &Text) -> String {
    if text.args.is_empty() {
        return self::text(language, text.key).into_owned();
    }
    let known = catalogue(language).arguments.get(text.key);
    let args: Vec<(&str, Arg)> = text
        .args
        .iter()
        .map(|(name, value)| match whole_number(value) {
            Some(number) if known.is_some_and(|known| known.counts(name)) => (*name, Arg::Number(number)),
            _ => (*name, Arg::from(value)),
        })
        .collect();
    format_shaped(shapes, language, text.key, &args)
}

/// `007` and `+45` are not numbers but something written with digits.
fn whole_number(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

pub(crate) fn format_shaped(
    shapes: &Arc<Shapes>,
    language: Language,
    key: &str,
    args: &[(&str, Arg)],
) -> String {
    let catalogue = catalogue(language);
    let Some(pattern) = catalogue.bundle.get_message(key).and_then(|message| message.value()) else {
        return match language {
            Language::English => key.to_owned(),
            _ => format_shaped(shapes, Language::English, key, args),
        };
    };
    let mut filled = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        match value {
            Arg::Text(text) => filled.set(*name, FluentValue::from(text.as_ref())),
            Arg::Number(number) => filled.set(*name, FluentValue::from(*number)),
        }
    }
    let outer = READER.replace(Some(Arc::clone(shapes)));
    // What Fluent reports here is an argument that the caller forgot; the reader sees its name in braces.
    let text = catalogue.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned();
    READER.set(outer);
    text
}

thread_local! {
    /// For whom the running `format_shaped` works: Fluent calls its number formatter without saying so, and
    /// travelling in the number's options would keep `[0]` from matching.
    static READER: RefCell<Option<Arc<Shapes>>> = const { RefCell::new(None) };
}

fn show_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value.fract() != 0.0 || !number.options.use_grouping {
        return None;
    }
    READER.with_borrow(|shapes| shapes.as_ref().map(|shapes| shapes.integer(number.value as i64)))
}

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
    arguments: HashMap<String, Arguments>,
}

impl Catalogue {
    fn holds(&self, key: &str) -> bool {
        self.arguments.contains_key(key)
    }
}

fn catalogue(language: Language) -> &'static Catalogue {
    static CATALOGUES: [OnceLock<Catalogue>; Language::ALL.len()] = [const { OnceLock::new() }; 6];
    CATALOGUES[language as usize].get_or_init(|| load(language))
}

/// The files of one language, as (file name, content).
fn files(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().filter(move |file| file.0 == language.code()).map(|(_, name, content)| (*name, *content))
}

/// What does not parse, or is defined twice, is left out here and found by the tests.
fn load(language: Language) -> Catalogue {
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(show_number));
    bundle.add_builtins().ok();
    let mut arguments = HashMap::new();
    for (_, content) in files(language) {
        let resource = FluentResource::try_new(content.to_owned()).unwrap_or_else(|(partial, _)| partial);
        for entry in resource.entries() {
            if let ast::Entry::Message(ast::Message { id, value: Some(pattern), .. }) = entry {
                arguments.insert(id.name.to_owned(), Arguments::of(pattern));
            }
        }
        bundle.add_resource(resource).ok();
    }
    let plain = arguments
        .iter()
        .filter(|(_, arguments)| arguments.is_empty())
        .filter_map(|(key, _)| {
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            Some((key.clone(), text))
        })
        .collect();
    Catalogue { bundle, plain, arguments }
}
