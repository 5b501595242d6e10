//! The ways to other pages: the sidebar, and the bar at the bottom of a phone.

use std::borrow::Cow;

use maud::{Markup, html};

use super::Shell;
use crate::html::{
    avatar::{Avatar, Shape, avatar},
    icon::icon,
};

/// Where the search page is; links to it open the palette.
const SEARCH: &str = "/search";

/// A way to a page.
#[derive(Debug, Clone)]
pub struct NavItem<'a> {
    pub href: Cow<'a, str>,
    pub label: Cow<'a, str>,
    pub sign: Sign<'a>,
    /// How many are there, as shown: `12,480`.
    pub count: Option<Cow<'a, str>>,
    pub current: bool,
    /// The keys that lead there: `g t`.
    pub key: Option<&'a str>,
    /// The count comes anew from this address when this topic changes.
    pub news: Option<News<'a>>,
}

/// A count that changes while the page is open.
#[derive(Debug, Clone)]
pub struct News<'a> {
    pub topic: Cow<'a, str>,
    pub href: Cow<'a, str>,
    pub count: Markup,
}

/// What stands before the label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign<'a> {
    Icon(&'a str),
    /// The coloured tab of a kind of card.
    Tab(&'a str),
}

impl<'a> NavItem<'a> {
    pub fn new(href: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>, sign: Sign<'a>) -> NavItem<'a> {
        NavItem {
            href: href.into(),
            label: label.into(),
            sign,
            count: None,
            current: false,
            key: None,
            news: None,
        }
    }

    pub fn count(mut self, count: Option<impl Into<Cow<'a, str>>>) -> Self {
        self.count = count.map(Into::into);
        self
    }

    pub fn news(mut self, news: News<'a>) -> Self {
        self.news = Some(news);
        self
    }

    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }
}

/// Items under a heading.
#[derive(Debug, Clone)]
pub struct NavGroup<'a> {
    pub heading: Cow<'a, str>,
    pub items: Vec<NavItem<'a>>,
}

pub(super) fn sidebar(shell: &Shell) -> Markup {
    let texts = &shell.texts;
    let sign = Avatar {
        name: &shell.workspace_name,
        id: shell.workspace,
        shape: Shape::Square,
        ..Avatar::default()
    };
    html! {
        nav.sidebar #navigation aria-label=(texts.navigation) {
            a.workspace href="/settings" title=(shell.workspace_name) {
                (avatar(&sign))
                span.label { (shell.workspace_name) }
            }
            // On a phone the sidebar covers the page.
            a.close href="#main" aria-label=(texts.close) title=(texts.close) { (icon("x")) }
            a.find href=(SEARCH) data-palette title=(texts.search_or_do) {
                (icon("search"))
                span.label { (texts.search_or_do) }
                kbd { "/" }
            }
            ul { @for item in &shell.nav { li { (way(item)) } } }
            @for group in &shell.groups {
                h2 { (group.heading) }
                ul { @for item in &group.items { li { (way(item)) } } }
            }
            div.foot {
                div.jobs #jobs hx-get="/jobs" hx-trigger="job from:body" { (shell.jobs) }
                @for item in &shell.foot { (way(item)) }
                form method="post" action="/preferences" {
                    k-theme {
                        button.to name="sidebar" value="narrow" data-other="wide" title=(texts.sidebar_width) {
                            (icon("sidebar"))
                            span.label { (texts.narrow_sidebar) }
                        }
                    }
                }
            }
        }
    }
}

fn way(item: &NavItem) -> Markup {
    let tab = match item.sign {
        Sign::Tab(kind) => Some(kind),
        Sign::Icon(_) => None,
    };
    html! {
        a.to href=(item.href) data-tab=[tab] data-key=[item.key] aria-current=[item.current.then_some("page")]
            title=(item.label) {
            @match item.sign {
                Sign::Icon(name) => (icon(name)),
                Sign::Tab(_) => span.tab {},
            }
            span.label { (item.label) }
            @if let Some(count) = &item.count { span.count { (count) } }
            (news(item))
        }
    }
}

fn news(item: &NavItem) -> Markup {
    html! {
        @if let Some(news) = &item.news {
            span.news data-topic=(news.topic) hx-get=(news.href) hx-trigger="live" { (news.count) }
        }
    }
}

pub(super) fn bottom_bar(shell: &Shell) -> Markup {
    html! {
        nav.bottom-bar aria-label=(shell.texts.bar) {
            @for item in &shell.bar {
                // A way inside the page is current as a place, not as a page.
                @let current = if item.href.starts_with('#') { "true" } else { "page" };
                a href=(item.href) data-palette[item.href == SEARCH] aria-current=[item.current.then_some(current)] {
                    @match item.sign {
                        Sign::Icon(name) => (icon(name)),
                        Sign::Tab(kind) => span.tab data-tab=(kind) {},
                    }
                    (item.label)
                    (news(item))
                }
            }
        }
    }
}
