//! What a form or a query string sends: names and values in their order, read in the shapes handlers want.

use kernel::Id;

/// An ordered multimap of texts. Line ends are `\n`, and NUL is dropped, whatever was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`, the encoding of query strings too.
    pub fn parse(encoded: &[u8]) -> Form {
        let pairs = form_urlencoded::parse(encoded);
        Form(pairs.map(|(name, value)| (name.into_owned(), clean(value.into_owned()))).collect())
    }

    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), clean(value.into())));
    }

    /// This form with one value for the name, in the place of whatever it had: for links to the same list.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Form {
        self.0.retain(|(other, _)| other != name);
        self.push(name, value);
        self
    }

    pub fn without(mut self, name: &str) -> Form {
        self.0.retain(|(other, _)| other != name);
        self
    }

    /// The first value as it was sent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name, in order.
    pub fn all<'form>(&'form self, name: &str) -> impl Iterator<Item = &'form str> {
        self.0.iter().filter(move |(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The first value without white space around it; empty when missing.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    /// The first value as a key; none when missing or malformed.
    pub fn id(&self, name: &str) -> Option<Id> {
        self.text(name).parse().ok()
    }

    /// The first value as a whole number; none when missing or malformed.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.text(name).parse().ok()
    }

    /// Whether a checkbox is ticked: sent, and neither empty, `0`, `false`, `no` nor `off`. The last value counts,
    /// so that a hidden field before the box can say "not ticked".
    pub fn bool(&self, name: &str) -> bool {
        let last = self.all(name).last().unwrap_or_default().trim();
        !matches!(last, "" | "0" | "false" | "no" | "off")
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Back to a query string, without the question mark.
    pub fn encode(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

impl<Name: Into<String>, Value: Into<String>> FromIterator<(Name, Value)> for Form {
    fn from_iter<Pairs: IntoIterator<Item = (Name, Value)>>(pairs: Pairs) -> Form {
        let mut form = Form::default();
        pairs.into_iter().for_each(|(name, value)| form.push(name, value));
        form
    }
}

fn clean(value: String) -> String {
    if !value.contains(['\r', '\0']) {
        return value;
    }
    value.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_order_and_lose_foreign_line_ends() {
        let form = Form::parse(b"tag=b&note=one%0D%0Atwo%00&tag=a&name=+S%C3%B8ren+");
        assert_eq!(form.all("tag").collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(form.get("note"), Some("one\ntwo"));
        assert_eq!(form.text("name"), "Søren");
        assert_eq!(form.text("missing"), "");
    }

    #[test]
    fn the_last_value_of_a_checkbox_counts() {
        assert!(Form::parse(b"vip=0&vip=on").bool("vip"));
        assert!(!Form::parse(b"vip=0").bool("vip"));
        assert!(!Form::parse(b"").bool("vip"));
    }

    #[test]
    fn a_changed_query_keeps_the_rest() {
        let form = Form::parse(b"sort=name&page=3").with("page", "a b&c");
        assert_eq!(form.encode(), "sort=name&page=a+b%26c");
        assert_eq!(Form::parse(form.encode().as_bytes()), form);
    }
}
