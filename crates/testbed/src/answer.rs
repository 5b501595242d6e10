//! What came back, and what a test wants to know of it.

use web::HeaderMap;

#[derive(Debug)]
pub struct Answer {
    /// What was asked, for the message of a test that fails.
    asked: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub(crate) fn new(asked: String, status: u16, headers: HeaderMap, body: Vec<u8>) -> Answer {
        Answer { asked, status, headers, body }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body, which is JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{} answers no JSON: {error}\n{}", self.asked, self.shortened()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads on to.
    pub fn location(&self) -> String {
        self.header("location").to_owned()
    }

    /// What it says in passing, and the address that takes the change back.
    pub fn toast(&self) -> String {
        let flash =
            self.cookies().into_iter().find(|(name, _)| name == "kartotek_flash").map(|(_, value)| value);
        let shown = flash.unwrap_or_else(|| self.header("hx-trigger").to_owned());
        percent_encoding::percent_decode_str(&shown).decode_utf8_lossy().into_owned()
    }

    /// Cookies that were set; removed ones are empty.
    pub fn cookies(&self) -> Vec<(String, String)> {
        let lines = self.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.filter_map(|line| line.split(';').next()?.split_once('='));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// Fails unless the status is this.
    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}\n{}", self.asked, self.shortened());
        self
    }

    /// Fails unless the page is fine and shows this, as text.
    #[track_caller]
    pub fn shows(self, text: &str) -> Answer {
        let answer = self.is(200);
        assert!(answer.contains(text), "{} does not show `{text}`:\n{}", answer.asked, answer.shortened());
        answer
    }

    /// Fails unless the page, whatever its status, shows this.
    #[track_caller]
    pub fn says(self, text: &str) -> Answer {
        assert!(self.contains(text), "{} does not say `{text}`:\n{}", self.asked, self.shortened());
        self
    }

    /// Fails when the page shows this.
    #[track_caller]
    pub fn hides(self, text: &str) -> Answer {
        let answer = self.is(200);
        assert!(!answer.contains(text), "{} shows `{text}`:\n{}", answer.asked, answer.shortened());
        answer
    }

    /// Whether the text, as people read it, is on the page.
    pub fn contains(&self, text: &str) -> bool {
        let escaped =
            text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let body = self.text();
        body.contains(text) || body.contains(&escaped)
    }

    /// The ids in addresses of this shape, such as `/people/`, in the order of the page, each once.
    pub fn ids(&self, before: &str) -> Vec<String> {
        let text = self.text();
        let mut found: Vec<String> = Vec::new();
        for (at, _) in text.match_indices(before) {
            let id: String = text[at + before.len()..].chars().take_while(char::is_ascii_hexdigit).collect();
            if id.len() == 32 && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    fn shortened(&self) -> String {
        self.text().chars().take(2000).collect()
    }
}
