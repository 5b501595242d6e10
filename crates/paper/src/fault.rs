//! What can be wrong with a template or its printing.

use std::fmt;

/// Why nothing was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The template is wrong, in these places.
    Template(Vec<Mistake>),
    /// It took longer than [`crate::press`] allows.
    TooLong,
    /// Templates that never ended hold all the threads there are for printing.
    Busy,
    /// The typesetter gave up.
    Broken(String),
}

/// One mistake in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1; none when it is in no particular place.
    pub line: Option<usize>,
    /// In the typesetter's words, which are English.
    pub message: String,
    pub hints: Vec<String>,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}: ")?;
        }
        write!(f, "{}", self.message)?;
        for hint in &self.hints {
            write!(f, " ({hint})")?;
        }
        Ok(())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Template(mistakes) => {
                let said: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
                write!(f, "the template is wrong: {}", said.join("; "))
            }
            Fault::TooLong => f.write_str("printing took too long"),
            Fault::Busy => f.write_str("templates that never end hold all threads for printing"),
            Fault::Broken(cause) => write!(f, "the typesetter gave up: {cause}"),
        }
    }
}

impl std::error::Error for Fault {}
