//! The document around every page: head, sidebar, main part, bottom bar on phones, and what every page can open:
//! search, shortcuts, toasts, the live connection.

mod navigation;
mod overlays;

use std::borrow::Cow;

use kernel::Id;
use maud::{DOCTYPE, Markup, html};
pub use navigation::{NavGroup, NavItem, News, Sign};
pub use overlays::{Shortcut, ShortcutGroup};

use crate::{
    assets,
    flash::Flash,
    html::toast::{ToastTexts, toast_region},
    request::Request,
};

/// How this browser likes it: chosen in the browser and kept in cookies, so that a phone may differ from a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks {
    /// `light`, `dark` or `system`.
    pub theme: &'static str,
    /// `comfortable` or `compact`.
    pub density: &'static str,
    /// `wide` or `narrow`.
    pub sidebar: &'static str,
}

impl Looks {
    /// The cookies' choice, else the user's, else ours.
    pub fn of(request: &Request) -> Looks {
        let user = request.visitor.user.as_ref();
        let choose = |name, ours: &[&'static str], of_user: Option<&str>| {
            let chosen = |wish: Option<&str>| ours.iter().copied().find(|value| Some(*value) == wish);
            chosen(request.cookie(name)).or_else(|| chosen(of_user)).unwrap_or(ours[0])
        };
        Looks {
            theme: choose("theme", &["system", "light", "dark"], user.map(|user| user.theme.as_str())),
            density: choose("density", &["comfortable", "compact"], user.map(|user| user.density.as_str())),
            sidebar: choose("sidebar", &["wide", "narrow"], None),
        }
    }
}

impl Default for Looks {
    fn default() -> Looks {
        Looks { theme: "system", density: "comfortable", sidebar: "wide" }
    }
}

/// A page of somebody who is signed in.
#[derive(Debug)]
pub struct Shell<'a> {
    /// As in HTML: `da`.
    pub language: &'a str,
    pub looks: Looks,
    /// The page's name; the document's title adds the product's.
    pub title: Cow<'a, str>,
    pub workspace: Id,
    pub workspace_name: Cow<'a, str>,
    /// Above the first heading: Today, Inbox.
    pub nav: Vec<NavItem<'a>>,
    pub groups: Vec<NavGroup<'a>>,
    /// At the foot: Reports, Settings.
    pub foot: Vec<NavItem<'a>>,
    /// On a phone, at most six.
    pub bar: Vec<NavItem<'a>>,
    /// Running jobs, by [`job_link`](crate::html::job_link).
    pub jobs: Markup,
    pub shortcuts: Vec<ShortcutGroup<'a>>,
    pub texts: ShellTexts<'a>,
    pub flash: Option<&'a Flash>,
    /// What the page shows, such as `person:0192…`: for live updates, and for who else is looking.
    pub page_topic: Option<&'a str>,
    /// Whether the page fills the window and scrolls inside, as lists do.
    pub fills_window: bool,
    /// What stands in `main`.
    pub body: Markup,
}

/// The shell's own words.
#[derive(Debug, Clone, Default)]
pub struct ShellTexts<'a> {
    /// "Skip to content"
    pub skip: Cow<'a, str>,
    /// "Main", the name of the sidebar
    pub navigation: Cow<'a, str>,
    /// "Shortcuts", the name of the bottom bar
    pub bar: Cow<'a, str>,
    /// "Search or do"
    pub search_or_do: Cow<'a, str>,
    /// "Search"
    pub search: Cow<'a, str>,
    /// "Results"
    pub results: Cow<'a, str>,
    /// "choose", after the arrow keys
    pub choose: Cow<'a, str>,
    /// "open", after Enter
    pub open: Cow<'a, str>,
    /// "in a new tab", after Ctrl Enter
    pub in_new_tab: Cow<'a, str>,
    /// "Narrow sidebar"
    pub narrow_sidebar: Cow<'a, str>,
    /// "Narrow or wide sidebar", the tooltip
    pub sidebar_width: Cow<'a, str>,
    /// "Shortcuts", the title of the dialog
    pub shortcuts: Cow<'a, str>,
    /// "Close"
    pub close: Cow<'a, str>,
    pub toast: ToastTexts<'a>,
}

/// The whole document.
pub fn shell(shell: &Shell) -> Markup {
    let live = match shell.page_topic {
        Some(topic) => format!("/live?at={topic}"),
        None => "/live".to_owned(),
    };
    html! {
        (DOCTYPE)
        html lang=(shell.language) data-theme=(shell.looks.theme) data-density=(shell.looks.density)
            data-sidebar=(shell.looks.sidebar) {
            (head(&format!("{} · Kartotek", shell.title), true))
            body {
                a.skip href="#main" { (shell.texts.skip) }
                div.shell {
                    (navigation::sidebar(shell))
                    main.page #main tabindex="-1" data-topic=[shell.page_topic] data-fill[shell.fills_window] {
                        (shell.body)
                    }
                }
                (navigation::bottom_bar(shell))
                (overlays::palette(&shell.texts))
                (overlays::shortcuts(&shell.shortcuts, &shell.texts))
                k-live data-src=(live) {}
                (toast_region(shell.flash, &shell.texts.toast))
            }
        }
    }
}

/// A page with one thing to do, for somebody not signed in: sign-in, first run.
#[derive(Debug)]
pub struct Bare<'a> {
    pub language: &'a str,
    pub looks: Looks,
    /// On the tab above: the workspace or the product.
    pub tab: Cow<'a, str>,
    pub large: bool,
    pub footer: Cow<'a, str>,
    pub flash: Option<&'a Flash>,
    /// What stands on the card, from its `h1`.
    pub body: Markup,
}

pub fn bare(page: &Bare) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.language) data-theme=(page.looks.theme) data-density=(page.looks.density) {
            (head("Kartotek", false))
            body.single {
                main data-size=[page.large.then_some("l")] {
                    div.single-card { p.kind { (page.tab) } (page.body) }
                }
                footer { (page.footer) }
                @if page.flash.is_some() { (toast_region(page.flash, &ToastTexts::default())) }
            }
        }
    }
}

/// A page as wide as a sheet of paper, for somebody without an account: what they were sent, and what they may do with it.
pub fn sheet(page: &Bare) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.language) data-theme=(page.looks.theme) {
            (head(&page.tab, false))
            body.sheet-page {
                header { (page.tab) }
                main { (page.body) }
                footer { (page.footer) }
                @if page.flash.is_some() { (toast_region(page.flash, &ToastTexts::default())) }
            }
        }
    }
}

fn head(title: &str, installable: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            title { (title) }
            link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
            @if installable { link rel="manifest" href=(assets::url("manifest.webmanifest")); }
            link rel="stylesheet" href=(assets::url("app.css"));
            script type="module" src=(assets::url("app.js")) {}
        }
    }
}
