//! Markup in a form that can be compared: whatever does not matter to a browser is made alike.

use std::{fs, path::Path};

use maud::Markup;

pub(crate) fn gallery(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(file)).unwrap()
}

/// The gallery's page contains our markup.
pub(crate) fn assert_shows(page: &str, ours: &Markup) {
    let (page, ours) = (normal(page), normal(&ours.clone().into_string()));
    if !page.contains(&ours) {
        // How far they agree says where they differ.
        let agreed = (0..=ours.len())
            .rev()
            .filter(|end| ours.is_char_boundary(*end))
            .find(|end| page.contains(&ours[..*end]));
        let agreed = agreed.unwrap_or_default();
        let at = page.find(&ours[..agreed]).unwrap_or_default() + agreed;
        let theirs: String = page[at..].chars().take(200).collect();
        panic!("they agree on\n{}\nours goes on\n{}\ntheirs\n{theirs}", &ours[..agreed], &ours[agreed..]);
    }
}

/// No white space around tags, attributes in order, assets by their own names.
pub(crate) fn normal(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        out.push_str(&spaced(text));
        let end = end_of_tag(tag);
        out.push_str(&normal_tag(&tag[1..end]));
        rest = &tag[end + 1..];
    }
    out.push_str(rest.trim());
    for name in ["app.js", "app.css", "icons.svg", "favicon.svg", "manifest.webmanifest"] {
        out = out.replace(web::assets::url(name), &format!("/assets/{name}"));
    }
    out.replace("</use>", "")
}

/// Text keeps single spaces inside a line; line ends with indentation are there for the reader only.
fn spaced(text: &str) -> String {
    if text.trim().is_empty() {
        return if text == " " { " ".to_owned() } else { String::new() };
    }
    text.replace("&quot;", "\"")
}

fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in tag.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag does not end: {tag}")
}

fn normal_tag(tag: &str) -> String {
    let tag = tag.trim_end_matches('/');
    let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes: Vec<String> = Vec::new();
    let mut rest = rest.trim();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        if let Some(value) = after.strip_prefix("=\"") {
            let (value, after) = value.split_once('"').unwrap();
            attributes.push(format!("{attribute}=\"{value}\""));
            rest = after.trim_start();
        } else {
            attributes.push(attribute.to_owned());
            rest = after.trim_start();
        }
    }
    attributes.sort();
    let parts: Vec<String> = [name.to_ascii_lowercase()].into_iter().chain(attributes).collect();
    format!("<{}>", parts.join(" "))
}
