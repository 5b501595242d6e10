//! From a [`Card`] to the text of vCard 3.0 (RFC 2426) or 4.0 (RFC 6350), such that reading it gives the
//! same card.

mod contacts;
mod content_line;
mod details;

use super::Card;
use content_line::Output;

/// The versions written: 3.0 for phones and Outlook, 4.0 for everything current.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    V3,
    V4,
}

/// One card, from BEGIN to END, with CR LF and lines folded at 75 octets.
pub fn write(card: &Card, version: Version) -> String {
    let mut output = Output::new(version, &card.unknown);
    output.line("BEGIN", &[], "VCARD");
    output.line("VERSION", &[], if version == Version::V3 { "3.0" } else { "4.0" });
    details::write_who(&mut output, card);
    contacts::write(&mut output, card);
    details::write_rest(&mut output, card);
    for property in &card.unknown {
        output.raw(property);
    }
    output.line("END", &[], "VCARD");
    output.finish()
}

#[cfg(test)]
mod tests;
