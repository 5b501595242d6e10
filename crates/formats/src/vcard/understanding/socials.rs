//! Accounts on networks and messengers.

use super::{contacts::label_of, context::Context};
use crate::vcard::{Card, Social, property::Property, transfer};

/// Properties named after a network.
const NAMED: &[(&str, &str)] = &[
    ("X-AIM", "aim"),
    ("X-FACEBOOK", "facebook"),
    ("X-GADUGADU", "gadu-gadu"),
    ("X-GOOGLE-TALK", "google-talk"),
    ("X-GTALK", "google-talk"),
    ("X-GROUPWISE", "groupwise"),
    ("X-ICQ", "icq"),
    ("X-INSTAGRAM", "instagram"),
    ("X-JABBER", "xmpp"),
    ("X-KADDRESSBOOK-X-IMADDRESS", "im"),
    ("X-LINKEDIN", "linkedin"),
    ("X-MATRIX", "matrix"),
    ("X-MASTODON", "mastodon"),
    ("X-MS-IMADDRESS", "im"),
    ("X-MSN", "msn"),
    ("X-QQ", "qq"),
    ("X-SIP", "sip"),
    ("X-SKYPE", "skype"),
    ("X-SKYPE-USERNAME", "skype"),
    ("X-TELEGRAM", "telegram"),
    ("X-TWITTER", "twitter"),
    ("X-WECHAT", "wechat"),
    ("X-WEIBO", "weibo"),
    ("X-WHATSAPP", "whatsapp"),
    ("X-YAHOO", "yahoo"),
];

/// Other names and URI schemes of the same network.
const ALIASES: &[(&str, &str)] = &[
    ("gadugadu", "gadu-gadu"),
    ("gg", "gadu-gadu"),
    ("google talk", "google-talk"),
    ("googletalk", "google-talk"),
    ("gtalk", "google-talk"),
    ("jabber", "xmpp"),
    ("msnim", "msn"),
    ("mqq", "qq"),
    ("sinaweibo", "weibo"),
    ("weixin", "wechat"),
    ("ymsgr", "yahoo"),
];

const SCHEMES: [&str; 16] = [
    "aim", "facebook", "gg", "gtalk", "icq", "im", "irc", "jabber", "matrix", "mqq", "msnim", "qq", "skype",
    "x-apple", "xmpp", "ymsgr",
];

pub(super) fn take(card: &mut Card, property: &Property, context: &Context) -> bool {
    let named = NAMED.iter().find(|(name, _)| *name == property.name).map(|(_, network)| *network);
    let social = match (property.name.as_str(), named) {
        ("IMPP", _) => messenger(property),
        ("X-SOCIALPROFILE" | "SOCIALPROFILE", _) => profile(property),
        (_, Some(network)) => property.filled().map(|text| account(network.to_owned(), text)),
        _ => return false,
    };
    // The type of Apple's profiles is the network.
    let is_label_typed = property.name != "X-SOCIALPROFILE";
    card.socials.extend(social.map(|mut social| {
        social.label =
            if is_label_typed { label_of(property, context) } else { context.written_label(property) };
        social
    }));
    true
}

fn network(written: &str) -> String {
    let lower = written.trim().to_lowercase();
    ALIASES.iter().find(|(alias, _)| *alias == lower).map_or(lower, |(_, network)| (*network).to_owned())
}

fn is_link(text: &str) -> bool {
    let starts =
        |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("http://") || starts("https://")
}

fn account(network: String, text: String) -> Social {
    if is_link(&text) {
        Social { network, url: Some(text), ..Social::default() }
    } else {
        let scheme = format!("{network}:");
        let handle = text.strip_prefix(&scheme).map(str::to_owned).unwrap_or(text);
        Social { network, handle: Some(handle), ..Social::default() }
    }
}

fn service(property: &Property) -> Option<String> {
    let named = ["X-SERVICE-TYPE", "SERVICE-TYPE", "X-SERVICE"];
    named.iter().find_map(|name| property.parameter(name)).map(network)
}

/// IMPP (RFC 4770): `xmpp:ada@example.com`, `X-SERVICE-TYPE=Skype:skype:ada`, `aim:goim?screenname=ada`.
fn messenger(property: &Property) -> Option<Social> {
    let text = property.filled()?;
    let service = service(property);
    if is_link(&text) {
        return Some(account(service.unwrap_or_else(|| "im".to_owned()), text));
    }
    let (scheme, rest) = match text.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme, service.as_deref()) => (Some(scheme), rest),
        _ => (None, text.as_str()),
    };
    let name = service.or_else(|| scheme.map(network)).unwrap_or_else(|| "im".to_owned());
    let queried = ["goim?screenname=", "sendim?", "chat?contact="];
    let handle = queried.iter().find_map(|query| rest.strip_prefix(query)).unwrap_or(rest);
    let handle = handle.trim_start_matches("//");
    let handle = if scheme.is_some() { transfer::from_percent(handle) } else { handle.to_owned() };
    Some(Social { network: name, handle: Some(handle), ..Social::default() })
}

/// With a service named, a colon may belong to the handle: `live:ada`.
fn is_scheme(scheme: &str, service: Option<&str>) -> bool {
    let lower = scheme.to_ascii_lowercase();
    let is_token =
        !lower.is_empty() && lower.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    match service {
        Some(service) => SCHEMES.contains(&lower.as_str()) || network(&lower) == service,
        None => is_token,
    }
}

/// Apple's X-SOCIALPROFILE, and SOCIALPROFILE of RFC 9554.
fn profile(property: &Property) -> Option<Social> {
    let text = property.filled()?;
    let typed = || property.types().first().map(|written| network(written));
    let network = service(property).or_else(typed).unwrap_or_default();
    let named = ["X-USER", "USERNAME", "X-USERNAME"].iter().find_map(|name| property.parameter(name));
    let mut social = match text.strip_prefix("x-apple:") {
        Some(handle) => Social { network, handle: Some(transfer::from_percent(handle)), ..Social::default() },
        None => account(network, text),
    };
    if let Some(handle) = named {
        social.handle = Some(handle.to_owned());
    }
    Some(social)
}
