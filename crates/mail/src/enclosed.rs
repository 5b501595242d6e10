//! What goes along with a letter: a calendar that mail programs show as an invitation (RFC 6047), where answers go, and files. Files
//! are not kept with the letter: whoever can make them does so when it is handed over, or when somebody looks at it.

use std::fmt;

use kernel::{Db, Result, Scope};
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
    #[serde(default)]
    pub files: Vec<Promised>,
}

/// A file that is made when it is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// The key of the [`Maker`] that makes it.
    pub maker: String,
    /// Which one, as that maker calls it.
    pub which: String,
    /// What it is called: `Quote Q2026-0001.pdf`.
    pub name: String,
}

/// A file as it goes out.
#[derive(Debug, Clone)]
pub struct File {
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub kind: String,
    pub bytes: Vec<u8>,
}

/// Makes files for letters, outside any transaction.
pub trait Maker: fmt::Debug + Send + Sync {
    /// As [`Promised::maker`] has it.
    fn key(&self) -> &'static str;

    /// None when what it would be made from is gone.
    fn make(&self, db: &Db, scope: &Scope, which: &str) -> Result<Option<File>>;
}

/// A part of the database: all of them.
#[derive(Debug, Default)]
pub struct Makers(pub Vec<Box<dyn Maker>>);

impl Promised {
    /// The file; none when what it is made from, or who makes it, is gone.
    pub fn made(&self, db: &Db, scope: &Scope) -> Result<Option<File>> {
        let makers = db.read(scope, |cx| Ok(cx.part::<Makers>()))?;
        let maker = makers.0.iter().find(|maker| maker.key() == self.maker);
        maker.map_or(Ok(None), |maker| maker.make(db, scope, &self.which))
    }
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

    /// The letter's two forms, and the calendar as a third of them and as a file: programs look for one or the other. Then the files.
    pub(crate) fn body(
        &self,
        plain: String,
        html: String,
        files: Vec<File>,
    ) -> std::result::Result<MultiPart, String> {
        let kind = |text: &str| ContentType::parse(text).map_err(|error| error.to_string());
        let mut all = match &self.calendar {
            None if files.is_empty() => return Ok(MultiPart::alternative_plain_html(plain, html)),
            None => MultiPart::mixed().multipart(MultiPart::alternative_plain_html(plain, html)),
            Some(calendar) => calendar.invites(MultiPart::alternative_plain_html(plain, html))?,
        };
        for file in files {
            all = all.singlepart(Attachment::new(file.name).body(file.bytes, kind(&file.kind)?));
        }
        Ok(all)
    }
}

impl Calendar {
    fn invites(&self, forms: MultiPart) -> std::result::Result<MultiPart, String> {
        let kind = |parameters: &str| {
            ContentType::parse(&format!("text/calendar; charset=utf-8{parameters}"))
                .map_err(|error| error.to_string())
        };
        let method: String = self.method.chars().filter(char::is_ascii_uppercase).collect();
        let third = SinglePart::builder()
            .header(kind(&format!("; method={method}"))?)
            .header(ContentTransferEncoding::Base64)
            .body(self.text.clone());
        let file = Attachment::new("invite.ics".to_owned()).body(self.text.clone(), kind("")?);
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
            files: Vec::new(),
        };
        assert_eq!(Enclosed::read(&enclosed.written().unwrap()), enclosed);
        assert_eq!(enclosed.answers_go_to().unwrap().to_string(), "Mia Berg <mia@berg.example>");
        let paper = File {
            name: "Tilbud æ.pdf".to_owned(),
            kind: "application/pdf".to_owned(),
            bytes: b"%PDF-".to_vec(),
        };
        let body = |files| {
            let body = enclosed.body("plain".to_owned(), "<p>html</p>".to_owned(), files);
            String::from_utf8(body.unwrap().formatted()).unwrap()
        };
        let text = body(vec![paper]);
        assert!(text.contains("application/pdf") && text.contains("filename*0*="), "{text}");
        let text = body(Vec::new());
        assert!(!text.contains("application/pdf"), "{text}");
        assert!(text.contains("multipart/mixed") && text.contains("multipart/alternative"), "{text}");
        assert!(text.contains("text/calendar; charset=utf-8; method=REQUESTX"), "{text}");
        assert!(text.contains("filename=\"invite.ics\""), "{text}");
        assert_eq!(Enclosed::default().written().unwrap(), "");
    }
}
