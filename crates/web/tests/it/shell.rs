//! The document around every page.

use kernel::Id;
use maud::html;
use web::{
    Flash, Response,
    html::{
        Bare, Looks, NavGroup, NavItem, Shell, ShellTexts, Shortcut, ShortcutGroup, Sign, ToastTexts, bare,
        job_link, shell,
    },
};

use crate::{
    gallery::{gallery, normal},
    office::{ask, get, open_with, signed_in},
};

fn texts() -> ShellTexts<'static> {
    ShellTexts {
        skip: "Skip to content".into(),
        navigation: "Main".into(),
        bar: "Shortcuts".into(),
        search_or_do: "Search or do".into(),
        search: "Search".into(),
        results: "Results".into(),
        choose: "choose".into(),
        open: "open".into(),
        in_new_tab: "in a new tab".into(),
        narrow_sidebar: "Narrow sidebar".into(),
        sidebar_width: "Narrow or wide sidebar".into(),
        shortcuts: "Shortcuts".into(),
        close: "Close".into(),
        toast: ToastTexts {
            undo: "Undo".into(),
            offline: "Not saved: the server cannot be reached. Try again in a moment.".into(),
            failed: "Not saved: something went wrong on the server. Try again.".into(),
        },
    }
}

fn card(
    href: &'static str,
    label: &'static str,
    kind: &'static str,
    count: &'static str,
) -> NavItem<'static> {
    NavItem::new(href, label, Sign::Tab(kind)).count(Some(count))
}

fn icon(href: &'static str, label: &'static str, name: &'static str) -> NavItem<'static> {
    NavItem::new(href, label, Sign::Icon(name))
}

fn keys(heading: &'static str, shortcuts: &[(&'static str, &'static str)]) -> ShortcutGroup<'static> {
    let shortcuts = shortcuts.iter().map(|(text, keys)| Shortcut { text: (*text).into(), keys });
    ShortcutGroup { heading: heading.into(), shortcuts: shortcuts.collect() }
}

/// The shell as the gallery shows it.
fn gallery_shell() -> Shell<'static> {
    Shell {
        language: "en",
        looks: Looks::default(),
        title: "Components".into(),
        workspace: Id::from_bytes([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10]),
        workspace_name: "Berg Marine".into(),
        nav: vec![
            icon("/today", "Today", "today").key("g t").count(Some("9")),
            icon("/", "Components", "inbox"),
        ],
        groups: vec![
            NavGroup {
                heading: "Cards".into(),
                items: vec![
                    card("/list", "People", "person", "12,480").key("g p").current(true),
                    card("/empty", "Companies", "company", "1,932").key("g c"),
                    card("/list", "Households", "household", "4,107").key("g h"),
                    card("/board", "Deals", "deal", "86").key("g d"),
                    card("/list", "Vehicles", "custom", "640"),
                ],
            },
            NavGroup {
                heading: "Views".into(),
                items: vec![icon("/list", "Silent customers", "pin"), icon("/list", "Boat show 2026", "pin")],
            },
        ],
        foot: vec![icon("/settings", "Settings", "settings")],
        bar: vec![
            icon("/today", "Today", "today"),
            icon("/search", "Search", "search"),
            icon("/form", "New", "plus"),
            icon("#navigation", "Cards", "cards").current(true),
            icon("/phone", "Phone", "phone"),
        ],
        jobs: job_link("/import-running", "job-1", 62, 100, "customers.csv"),
        shortcuts: vec![
            keys("Anywhere", &[("Search or do", "/"), ("New", "n"), ("Shortcuts", "?")]),
            keys("Go to", &[("Today", "g t"), ("People", "g p"), ("Companies", "g c")]),
            keys(
                "In a list",
                &[("Next, previous", "j k"), ("Select", "x"), ("Peek", "Space"), ("Open", "Enter")],
            ),
            keys("Editing", &[("Save", "Enter"), ("Revert", "Esc")]),
        ],
        texts: texts(),
        flash: None,
        page_topic: None,
        fills_window: false,
        body: html! {},
    }
}

#[test]
fn the_shell_is_what_the_gallery_shows() {
    let shown = normal(&gallery("gallery.html"));
    let ours = normal(&shell(&gallery_shell()).into_string());
    let (before, rest) = ours.split_once("</main>").unwrap();
    for (ours, start, end) in [(before, "<!doctype", "<main"), (rest, "</main>", "</html>")] {
        let theirs = &shown[shown.find(start).unwrap()..];
        let theirs = &theirs[..theirs.find(end).unwrap()];
        let theirs = theirs.strip_prefix("</main>").unwrap_or(theirs);
        for (number, (ours, theirs)) in ours.split('<').zip(theirs.split('<')).enumerate() {
            assert!(
                ours == theirs || theirs.starts_with("main"),
                "tag {number}:\nours   <{ours}\ntheirs <{theirs}"
            );
        }
    }
    assert!(shown.contains(&before[before.find("<main").unwrap()..]));
}

#[test]
fn the_shell_needs_no_inline_style_or_script() {
    let flash = Flash { text: "Saved <b>".into(), undo: Some("/undo/1".into()) };
    let shell_with = shell(&Shell { flash: Some(&flash), page_topic: Some("person:1"), ..gallery_shell() });
    let bare = bare(&Bare {
        language: "tr",
        looks: Looks::default(),
        tab: "Kartotek".into(),
        large: true,
        footer: "Kartotek 1.0".into(),
        flash: Some(&flash),
        body: html! { h1 { "Sign in" } },
    });
    for document in [shell_with.into_string(), bare.into_string()] {
        for tag in document.split('<').filter_map(|tag| tag.split('>').next()) {
            // Outside the quotes stand the names.
            for attribute in tag.split('"').step_by(2).flat_map(str::split_ascii_whitespace) {
                assert!(!attribute.starts_with("style") && !attribute.starts_with("on"), "{tag}");
            }
            assert!(!tag.starts_with("script") || tag.contains(" src=\"/assets/"), "{tag}");
            assert!(!tag.starts_with("style"), "{tag}");
        }
        assert!(document.contains(
            "<div class=\"toast\"><span>Saved &lt;b&gt;</span><form method=\"post\" action=\"/undo/1\">"
        ));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_chooses_its_looks() {
    let router = open_with(|_, request| Ok(Response::text(format!("{:?}", Looks::of(request)))));
    let answer =
        ask(&router, get("/page").header("cookie", "theme=dark; density=evil; sidebar=narrow")).await;
    assert_eq!(answer.text(), r#"Looks { theme: "dark", density: "comfortable", sidebar: "narrow" }"#);
    let answer = ask(&router, get("/page").header("cookie", signed_in("member"))).await;
    assert_eq!(answer.text(), format!("{:?}", Looks::default()));
}

#[test]
fn a_bare_page_is_what_the_gallery_shows() {
    let page = gallery("gallery/first-run.html");
    let sign_in = Bare {
        language: "en",
        looks: Looks::default(),
        tab: "Kartotek".into(),
        large: true,
        footer: "Runs on your own computer. Your data stays there.".into(),
        flash: None,
        body: html! { h1 { "Your card index is ready" } },
    };
    let document = normal(&bare(&sign_in).into_string());
    let (before, after) = document.split_once("</h1>").unwrap();
    let shown = normal(&page);
    assert!(shown.starts_with(before), "{before}\n{shown}");
    assert!(shown.ends_with(after), "{after}\n{shown}");
}
