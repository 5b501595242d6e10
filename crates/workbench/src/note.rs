//! What a job or a refused row says, in the language of whoever reads it.

use jobs::Note;
use locale::{Arg, Locale};

/// The note as text. What looks like a number may choose a plural.
pub fn text(locale: &Locale, note: &Note) -> String {
    let (key, args) = match note {
        Note::Plain(text) => return text.clone(),
        Note::Message { key, args } => (key, args),
    };
    let number = |text: &str| text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    let arg = |text: &String| number(text).map_or_else(|| Arg::from(text.clone()), Arg::from);
    let args: Vec<_> = args.iter().map(|(name, text)| (name.as_str(), arg(text))).collect();
    locale.tf(key, &args)
}
