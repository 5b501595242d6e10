//! What goes along with a letter: a calendar that mail programs show as an invitation (RFC 6047), and where answers go.

use lettre::{
    Address,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType},
    },
};
use serde::{Deserialize, Serialize};

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    /// Name and address of whoever is answered.
    pub reply_to: Option<(String, String)>,
    pub calendar: Option<Calendar>,
}

/// A calendar, and what it is sent for: its `METHOD` (RFC 5546).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub method: String,
    pub text: String,
}

impl Enclosed {
    pub(crate) fn read(text: &str) -> Enclosed {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// As it is kept; empty where there is nothing.
    pub(crate) fn written(&self) -> kernel::Result<String> {
        if *self == Enclosed::default() { Ok(String::new()) } else { Ok(serde_json::to_string(self)?) }
    }

    pub(crate) fn answers_go_to(&self) -> Option<Mailbox> {
        let (name, address) = self.reply_to.as_ref()?;
        let address: Address = address.parse().ok()?;
        Some(Mailbox::new(Some(name.clone()).filter(|name| !name.is_empty()), address))
    }

    /// The letter's two forms, and the calendar as a third of them and as a file: programs look for one or the other.
    pub(crate) fn body(&self, plain: String, html: String) -> Result<MultiPart, String> {
        let forms = MultiPart::alternative_plain_html(plain, html);
        let Some(calendar) = &self.calendar else { return Ok(forms) };
        let kind = |parameters: &str| {
            ContentType::parse(&format!("text/calendar; charset=utf-8{parameters}"))
                .map_err(|error| error.to_string())
        };
        let method: String = calendar.method.chars().filter(char::is_ascii_uppercase).collect();
        let third = SinglePart::builder()
            .header(kind(&format!("; method={method}"))?)
            .header(ContentTransferEncoding::Base64)
            .body(calendar.text.clone());
        let file = Attachment::new("invite.ics".to_owned()).body(calendar.text.clone(), kind("")?);
        Ok(MultiPart::mixed().multipart(forms.singlepart(third)).singlepart(file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_shown_by_programs_and_can_be_kept_as_a_file() {
        let calendar =
            Calendar { method: "REQUEST\r\nX:".to_owned(), text: "BEGIN:VCALENDAR\r\n".to_owned() };
        let enclosed = Enclosed {
            reply_to: Some(("Mia Berg".to_owned(), "mia@berg.example".to_owned())),
            calendar: Some(calendar),
        };
        assert_eq!(Enclosed::read(&enclosed.written().unwrap()), enclosed);
        assert_eq!(enclosed.answers_go_to().unwrap().to_string(), "Mia Berg <mia@berg.example>");
        let body = enclosed.body("plain".to_owned(), "<p>html</p>".to_owned()).unwrap().formatted();
        let text = String::from_utf8(body).unwrap();
        assert!(text.contains("multipart/mixed") && text.contains("multipart/alternative"), "{text}");
        assert!(text.contains("text/calendar; charset=utf-8; method=REQUESTX"), "{text}");
        assert!(text.contains("filename=\"invite.ics\""), "{text}");
        assert_eq!(Enclosed::default().written().unwrap(), "");
    }
}
