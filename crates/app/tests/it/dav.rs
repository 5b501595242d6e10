//! Phones and calendar programs: who is let in, what they find, what they keep a copy of, and what they write.

mod calendars;
mod cards;
mod doors;
mod tasks;

use testbed::{Answer, Device};

/// The properties of one resource, as a PROPFIND asks for them.
pub(crate) fn prop(inner: &str) -> String {
    format!(
        "<d:propfind xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\" xmlns:r=\"urn:ietf:params:xml:ns:carddav\" \
         xmlns:s=\"http://calendarserver.org/ns/\" xmlns:a=\"http://apple.com/ns/ical/\"><d:prop>{inner}</d:prop></d:propfind>"
    )
}

/// A report of this kind.
pub(crate) fn report(kind: &str, inner: &str) -> String {
    format!(
        "<{kind} xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\" xmlns:r=\"urn:ietf:params:xml:ns:carddav\">{inner}</{kind}>"
    )
}

/// What stands between two marks, each time.
pub(crate) fn between(text: &str, begin: &str, end: &str) -> Vec<String> {
    let parts = text.split(begin).skip(1);
    parts.filter_map(|part| part.split_once(end).map(|(found, _)| found.to_owned())).collect()
}

/// The addresses of what an answer tells, but for the collection's own.
pub(crate) fn paths(answer: &Answer) -> Vec<String> {
    let all = between(&answer.text(), "<d:response><d:href>", "</d:href>");
    all.into_iter().filter(|path| !path.ends_with('/')).collect()
}

/// A place to come back with, and what changed since another: those that are there, and those that are gone.
pub(crate) fn sync(device: &Device, collection: &str, token: &str) -> (String, Vec<String>, Vec<String>) {
    let body = report(
        "d:sync-collection",
        &format!(
            "<d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>"
        ),
    );
    let answer = device.report(collection, &body).is(207);
    let text = answer.text();
    let token = between(&text, "<d:sync-token>", "</d:sync-token>").pop().expect("a place to come back with");
    let (mut here, mut gone) = (Vec::new(), Vec::new());
    for one in between(&text, "<d:response>", "</d:response>") {
        let path = between(&one, "<d:href>", "</d:href>").remove(0);
        if one.contains("404 Not Found") { gone.push(path) } else { here.push(path) }
    }
    (token, here, gone)
}
