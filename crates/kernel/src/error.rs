//! One error for the whole product: what the user reads apart from what the log keeps.

use std::fmt;

/// A text of the catalogue with its arguments, rendered in the reader's language at the edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Text {
    pub const fn new(key: &'static str) -> Text {
        Text { key, args: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Text {
        self.args.push((name, value.to_string()));
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)?;
        self.args.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

/// What is wrong with what was typed, by field; in the order of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(pub Vec<(String, Text)>);

impl FieldErrors {
    pub fn of(field: impl Into<String>, text: Text) -> FieldErrors {
        FieldErrors(vec![(field.into(), text)])
    }

    pub fn add(&mut self, field: impl Into<String>, text: Text) {
        self.0.push((field.into(), text));
    }

    pub fn get(&self, field: &str) -> Option<&Text> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text)
    }

    /// `Ok` when nothing is wrong.
    pub fn into_result(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }
}

#[derive(Debug)]
pub enum Error {
    /// It does not exist, or the actor may not know that it does. 404.
    NotFound,
    /// What was typed cannot be taken. 422.
    Invalid(FieldErrors),
    /// The actor may see this but not do it. 403.
    Denied,
    /// Somebody else was faster, or the state forbids it. 409.
    Conflict(Text),
    /// Nobody is signed in. 401, or the sign-in page.
    SignIn,
    /// Too many attempts. 429.
    TooMany,
    /// Something we depend on does not answer. 503.
    Unavailable(Text),
    /// A fault of ours. 500; the cause goes to the log.
    Internal(anyhow::Error),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub fn invalid(field: impl Into<String>, key: &'static str) -> Error {
        Error::Invalid(FieldErrors::of(field, Text::new(key)))
    }

    pub fn conflict(key: &'static str) -> Error {
        Error::Conflict(Text::new(key))
    }

    pub fn internal(message: impl fmt::Display) -> Error {
        Error::Internal(anyhow::anyhow!("{message}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotFound => f.write_str("not found"),
            Error::Invalid(errors) => {
                f.write_str("invalid:")?;
                errors.0.iter().try_for_each(|(field, text)| write!(f, " {field}: {text};"))
            }
            Error::Denied => f.write_str("denied"),
            Error::Conflict(text) => write!(f, "conflict: {text}"),
            Error::SignIn => f.write_str("not signed in"),
            Error::TooMany => f.write_str("too many attempts"),
            Error::Unavailable(text) => write!(f, "unavailable: {text}"),
            Error::Internal(cause) => write!(f, "{cause:#}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<anyhow::Error> for Error {
    fn from(cause: anyhow::Error) -> Error {
        match cause.downcast::<Error>() {
            Ok(error) => error,
            Err(cause) => Error::Internal(cause),
        }
    }
}

macro_rules! internal_from {
    ($($cause:ty),*) => {$(
        impl From<$cause> for Error {
            fn from(cause: $cause) -> Error {
                Error::Internal(cause.into())
            }
        }
    )*};
}
internal_from!(std::io::Error, serde_json::Error, rusqlite::Error, postgres::Error, fmt::Error);
