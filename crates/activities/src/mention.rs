//! Naming somebody with `@`: colleagues and teams are found in what was written, and offered while it is written.

use std::collections::BTreeSet;

use identity::{
    members::{self, Member},
    units,
};
use kernel::{Cx, Id, Result};
use records::{
    Json, Record,
    access::{Verb, why},
    field::mentions::{self, Who},
};
use web::{Markup, html};
use workbench::View;

/// Somebody who can be named.
pub(crate) struct Named {
    pub(crate) who: Who,
    pub(crate) name: String,
    /// What tells two of one name apart: an address, or where a team is.
    pub(crate) detail: String,
}

/// Everybody who can be named: the members, then the units.
pub(crate) fn everybody(cx: &Cx) -> Result<Vec<Named>> {
    let member =
        |member: Member| Named { who: Who::User(member.user), name: member.name, detail: member.email };
    let mut all: Vec<Named> = members::active(cx)?.into_iter().map(member).collect();
    let tree = units::tree(cx)?;
    all.extend(tree.branches.iter().map(|branch| Named {
        who: Who::Unit(branch.unit.id),
        name: branch.unit.name.clone(),
        detail: tree.path(branch.unit.id),
    }));
    Ok(all)
}

/// The mentions in a text. Of several people of one name those are meant that were picked while it was written, else all of
/// them; a first name is enough where only one colleague has it.
pub(crate) fn found(cx: &Cx, text: &str, picked: &Json) -> Result<Json> {
    if !text.contains('@') {
        return Ok(Json::Null);
    }
    let all = everybody(cx)?;
    let picked: BTreeSet<String> = mentions::each(picked).map(|(who, _)| who.key()).collect();
    let mut found: Vec<Json> = Vec::new();
    for rest in after_signs(text) {
        let Some((name, mut named)) = named_at(rest, &all) else { continue };
        if named.iter().any(|one| picked.contains(&one.who.key())) {
            named.retain(|one| picked.contains(&one.who.key()));
        }
        for one in named {
            let value = mentions::mention(one.who, name);
            if !found.contains(&value) {
                found.push(value);
            }
        }
    }
    Ok(if found.is_empty() { Json::Null } else { Json::Array(found) })
}

/// What stands behind each `@` that begins a word: one inside an address names nobody.
fn after_signs(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('@').filter_map(|(at, _)| {
        let inside = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        (!inside).then(|| &text[at + 1..])
    })
}

/// Whose name a text begins with, and the name as it stands there: the longest that fits.
fn named_at<'t, 'n>(text: &'t str, all: &'n [Named]) -> Option<(&'t str, Vec<&'n Named>)> {
    let mut longest = 0;
    let mut fitting: Vec<&Named> = Vec::new();
    for one in all {
        let Some(length) = begins(text, &one.name) else { continue };
        if length > longest {
            (longest, fitting) = (length, vec![one]);
        } else if length == longest {
            fitting.push(one);
        }
    }
    if longest > 0 {
        return Some((&text[..longest], fitting));
    }
    let first = |one: &&Named| {
        let first = one.name.split(' ').next().unwrap_or_default();
        matches!(one.who, Who::User(_)) && begins(text, first).is_some()
    };
    let mut having: Vec<&Named> = all.iter().filter(first).collect();
    let only = having.pop().filter(|_| having.is_empty())?;
    let length = begins(text, only.name.split(' ').next().unwrap_or_default())?;
    Some((&text[..length], vec![only]))
}

/// How many bytes of the text are this name, in letters of any size, and the word ends there.
fn begins(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    let mut end = 0;
    for wanted in name.chars() {
        let (at, letter) = letters.next()?;
        if !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        end = at + letter.len_utf8();
    }
    let goes_on = text[end..].chars().next().is_some_and(char::is_alphanumeric);
    (end > 0 && !goes_on).then_some(end)
}

/// The colleagues whom mentions reach, each once: those named and those in the units named.
pub(crate) fn reached(cx: &Cx, value: &Json) -> Result<Vec<Member>> {
    let (mut users, mut named): (BTreeSet<Id>, Vec<Id>) = (BTreeSet::new(), Vec::new());
    for (who, _) in mentions::each(value) {
        match who {
            Who::User(user) => {
                users.insert(user);
            }
            Who::Unit(unit) => named.push(unit),
        }
    }
    if !named.is_empty() {
        users.extend(units::people_within(cx, &named)?);
    }
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let mut members = members::active(cx)?;
    members.retain(|member| users.contains(&member.user));
    Ok(members)
}

/// Whether a colleague may see this card.
pub(crate) fn sees(cx: &Cx, card: &Record, member: &Member) -> Result<bool> {
    Ok(!why::grounds(cx, card, member, Verb::See)?.is_empty())
}

/// So many are asked whether they see the card, which takes a few statements each.
const ASKED: usize = 50;

/// Of those reached the ones that are asked whether they see the card: all of a few, of many those who are named themselves.
pub(crate) fn asked(value: &Json, reached: &[Member]) -> BTreeSet<Id> {
    if reached.len() <= ASKED {
        return reached.iter().map(|member| member.user).collect();
    }
    let user = |(who, _)| match who {
        Who::User(user) => Some(user),
        Who::Unit(_) => None,
    };
    mentions::each(value).filter_map(user).collect()
}

/// Those whom mentions reach but who do not see the card, by name: they are not told.
pub(crate) fn blind(cx: &Cx, card: &Record, value: &Json) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let reached = reached(cx, value)?;
    let asked = asked(value, &reached);
    for member in reached {
        if asked.contains(&member.user) && !sees(cx, card, &member)? {
            names.push(member.name);
        }
    }
    Ok(names)
}

/// The text with whom it names as chips.
pub(crate) fn shown(view: &View, text: &str, value: &Json) -> Markup {
    let mut all: Vec<(Who, &str)> = mentions::each(value).filter(|(_, name)| !name.is_empty()).collect();
    all.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    let me = view.cx.actor().user();
    let mut parts: Vec<Markup> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, sign) = rest.split_at(at);
        let inside = before.chars().next_back().is_some_and(char::is_alphanumeric);
        let hit = all.iter().find(|(_, name)| !inside && begins(&sign[1..], name).is_some());
        parts.push(html! { (before) });
        let Some((who, name)) = hit else {
            parts.push(html! { "@" });
            rest = &sign[1..];
            continue;
        };
        let is_me = matches!(who, Who::User(user) if Some(*user) == me);
        parts.push(html! { span.mention data-me[is_me] { "@" (name) } });
        rest = &sign[1 + begins(&sign[1..], name).unwrap_or_default()..];
    }
    parts.push(html! { (rest) });
    html! { @for part in &parts { (part) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(number: u8, name: &str) -> Named {
        Named { who: Who::User(Id::from_bytes([number; 16])), name: name.to_owned(), detail: String::new() }
    }

    #[test]
    fn a_name_is_found_behind_its_sign() {
        let all = [
            named(1, "Sven Ek"),
            named(2, "Sven Ekberg"),
            named(3, "王小明"),
            named(4, "Işıl Kaya"),
            named(5, "Rita Holm"),
        ];
        let check = |text: &str, expected: Option<&str>| {
            let found = after_signs(text).find_map(|rest| named_at(rest, &all)).map(|(name, _)| name);
            assert_eq!(found, expected, "{text}");
        };
        check("@Sven Ek, look", Some("Sven Ek"));
        check("@sven ekberg!", Some("sven ekberg"));
        check("@Sven Ekberger", None);
        check("(@王小明) 看", Some("王小明"));
        check("ask @Işıl Kaya", Some("Işıl Kaya"));
        check("ask @Rita please", Some("Rita"));
        // Two are called so.
        check("ask @Sven please", None);
        check("mail rita@Rita Holm", None);
        check("@", None);
        check("@@Rita", Some("Rita"));
    }
}
