//! What a page is made with: the request, the unit of work, and the reader's language. It also draws the shell
//! around a page.

use std::{borrow::Cow, sync::Arc};

use kernel::{Cx, Id, Result, Text, Timestamp};
use locale::Arg;
use records::{
    Catalog, Field, Json, Object, Record,
    access::{self, Verb},
    field::{Reading, participants},
    record,
};
use web::{
    Markup, Permission, Request, Response, html,
    html::{
        Avatar, AvatarSize, Looks, NavGroup, NavItem, Shape, Shell, ShellTexts, Shortcut, ShortcutGroup,
        Sign, ToastTexts,
    },
};

use crate::App;

/// Everything a view is made with.
pub struct View<'a> {
    pub app: &'a App,
    pub request: &'a Request,
    pub cx: &'a Cx,
    /// The objects as the workspace has them.
    pub catalog: Arc<Catalog>,
    pub reading: Reading,
}

impl<'a> View<'a> {
    /// With the names of the workspace's users.
    pub fn new(app: &'a App, request: &'a Request, cx: &'a Cx) -> Result<View<'a>> {
        let users = Arc::new(identity::members::names(cx)?);
        let catalog = records::catalog(cx)?;
        Ok(View { app, request, cx, catalog, reading: Reading { users, ..Reading::plain(cx) } })
    }

    /// Also with the titles of the cards that these records refer to.
    pub fn with_titles<'r>(mut self, records: impl IntoIterator<Item = &'r Record>) -> Result<View<'a>> {
        let mut wanted: Vec<&Json> = Vec::new();
        for record in records {
            for (field, value) in record.object.fields.iter().zip(&record.values) {
                match field.kind.key() {
                    "reference" if !value.is_null() => wanted.push(value),
                    "participants" => wanted.extend(participants::cards(value)),
                    _ => {}
                }
            }
        }
        let mut titles = (*self.reading.titles).clone();
        titles.extend(record::titles(self.cx, wanted.into_iter())?);
        self.reading.titles = Arc::new(titles);
        Ok(self)
    }

    /// The same view, to be given more titles.
    pub fn again(&self) -> View<'a> {
        View { catalog: self.catalog.clone(), reading: self.reading.clone(), ..*self }
    }

    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.reading.locale.t(key)
    }

    pub fn tf(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.reading.locale.tf(key, args)
    }

    /// What a field is called.
    pub fn label(&self, object: &Object, field: &Field) -> Cow<'static, str> {
        object.field_name(field, self.reading.locale.language())
    }

    /// What one card of the object is called.
    pub fn one(&self, object: &Object) -> Cow<'static, str> {
        object.one_name(self.reading.locale.language())
    }

    /// What its cards are called.
    pub fn many(&self, object: &Object) -> Cow<'static, str> {
        object.many_name(self.reading.locale.language())
    }

    /// A heading of fields: one of ours, or what the workspace calls it.
    pub fn group(&self, group: &str) -> Cow<'static, str> {
        let key = format!("group-{group}");
        let text = self.t(&key);
        if text == key { group.to_owned().into() } else { text }
    }

    /// "New company".
    pub fn new_text(&self, object: &Object) -> Cow<'static, str> {
        self.of_object("new", object)
    }

    /// "Create company".
    pub fn create_text(&self, object: &Object) -> Cow<'static, str> {
        self.of_object("create", object)
    }

    fn of_object(&self, verb: &str, object: &Object) -> Cow<'static, str> {
        match &object.names {
            Some(names) => self.tf(&format!("{verb}-own"), &[("name", names.one.as_str().into())]).into(),
            None => self.t(&format!("{verb}-{}", object.key)),
        }
    }

    /// What an empty list says: a title and a sentence.
    pub fn empty_texts(&self, object: &Object) -> (Cow<'static, str>, Cow<'static, str>) {
        match &object.names {
            Some(names) => {
                let name = [("name", names.many.as_str().into())];
                (self.tf("empty-own", &name).into(), self.tf("empty-own-text", &name).into())
            }
            None => {
                let key = object.key;
                (self.t(&format!("empty-{key}")), self.t(&format!("empty-{key}-text")))
            }
        }
    }

    pub fn render(&self, text: &Text) -> String {
        self.reading.locale.render(text)
    }

    /// The name of a user, or the product's own for what nobody did.
    pub fn user(&self, id: Option<Id>) -> String {
        self.reading.user(id)
    }

    /// When something happened: relative when near, absolute on hover.
    pub fn moment(&self, at: Timestamp) -> Markup {
        let locale = &self.reading.locale;
        web::html::time_tag(
            &at.to_string(),
            &locale.relative(at, self.reading.now),
            Some(&locale.date_time(at)),
        )
    }

    /// When something is planned: day and time, on hover how far that is.
    pub fn planned(&self, at: Timestamp) -> Markup {
        let locale = &self.reading.locale;
        let away = locale.relative(at, self.reading.now);
        web::html::time_tag(&at.to_string(), &locale.date_time(at), Some(&away))
    }

    /// A whole page of this body, or the body alone when a part of the page was asked for.
    pub fn page(&self, page: Page) -> Response {
        Response::page(self.shell(page))
    }

    fn shell(&self, page: Page) -> Markup {
        let flash = self.request.flash();
        let user = self.request.visitor.user.as_ref();
        let here = page.current.as_ref();
        let way = |way: &crate::module::Way| {
            let item =
                NavItem::new(way.href, self.t(way.text), Sign::Icon(way.icon)).current(way.href == here);
            match way.key {
                Some(key) => item.key(key),
                None => item,
            }
        };
        // Counted once for both places.
        let reader = user.filter(|_| self.request.visitor.viewed_by.is_none());
        let news = reader.map(|user| crate::notifications::news(self, user.user));
        let bell = |item: NavItem<'static>| match &news {
            Some(news) => item.news(news.clone()),
            None => item,
        };
        let ways: Vec<crate::module::Way> =
            self.app.modules.iter().flat_map(|module| module.ways()).collect();
        let cards: Vec<NavItem> = self
            .cards()
            .filter(|object| !object.aside)
            .map(|object| {
                let href = format!("/{}", object.path);
                let current = href == here;
                let item = NavItem::new(href, self.many(object), Sign::Tab(object.tab)).current(current);
                match object.key {
                    "person" => item.key("g p"),
                    "company" => item.key("g c"),
                    "household" => item.key("g h"),
                    _ => item,
                }
            })
            .collect();
        let foot = [
            ("/import", "nav-import", "import"),
            ("/duplicates", "nav-duplicates", "merge"),
            ("/history", "nav-history", "history"),
            ("/trash", "nav-trash", "trash"),
            ("/settings", "nav-settings", "settings"),
        ];
        let bar = [
            ("/today", "nav-today", "today"),
            ("/search", "nav-search", "search"),
            ("/people/new", "nav-new", "plus"),
            ("/people", "nav-cards", "people"),
            (crate::notifications::HERE, "nav-news", "bell"),
            ("/settings", "nav-more", "settings"),
        ];
        // Nobody is led where they may do nothing.
        let imports = self.cards().any(|object| self.may(object, Verb::Import));
        let person = |verb| self.catalog.object("person").is_ok_and(|person| self.may(person, verb));
        let (sees, creates) = (person(Verb::See), person(Verb::Create));
        let leads = |(href, _, _): &&(&'static str, &str, &'static str)| match *href {
            "/import" => imports,
            "/duplicates" => person(Verb::Merge),
            "/people" => sees,
            "/people/new" => creates,
            // Whose they are is not who looks.
            "/settings" | crate::notifications::HERE => self.request.visitor.viewed_by.is_none(),
            _ => true,
        };
        let item = |(href, key, icon): &(&'static str, &str, &'static str)| {
            NavItem::new(*href, self.t(key), Sign::Icon(icon)).current(*href == here)
        };
        web::html::shell(&Shell {
            language: self.reading.locale.language().code(),
            looks: looks(self.request),
            title: page.title,
            workspace: self.cx.workspace(),
            workspace_name: user.map_or(Cow::Borrowed(""), |user| user.workspace_name.as_str().into()),
            nav: self.ways_with_bell(ways.iter().map(way).collect(), bell, here),
            groups: self.groups(cards, here),
            foot: foot.iter().filter(leads).map(item).collect(),
            bar: bar
                .iter()
                .filter(leads)
                .map(item)
                .map(|item| match item.href == crate::notifications::HERE {
                    true => bell(item),
                    false => item,
                })
                .collect(),
            jobs: user.map_or(html! {}, |user| crate::import::under_way(self.cx, user.user)),
            shortcuts: self.shortcuts(),
            texts: self.shell_texts(),
            flash: flash.as_ref(),
            page_topic: page.topic.as_deref(),
            fills_window: page.fills_window,
            body: html! { (crate::view_as::banner(self)) (page.body) },
        })
    }

    /// The bell stands after the first way, unless somebody looks as another.
    fn ways_with_bell(
        &self,
        mut ways: Vec<NavItem<'static>>,
        bell: impl Fn(NavItem<'static>) -> NavItem<'static>,
        here: &str,
    ) -> Vec<NavItem<'static>> {
        if self.request.visitor.viewed_by.is_none() {
            let way = crate::notifications::HERE;
            let item = NavItem::new(way, self.t("nav-notifications"), Sign::Icon("bell"));
            ways.insert(ways.len().min(1), bell(item.current(way == here).key("g n")));
        }
        ways
    }

    /// The kinds of card, and the reader's favourite views.
    fn groups(&self, cards: Vec<NavItem<'static>>, here: &str) -> Vec<NavGroup<'static>> {
        let mut groups = vec![NavGroup { heading: self.t("nav-cards"), items: cards }];
        // A page is drawn without them rather than not at all.
        let favourites = records::views::favourites(self.cx).unwrap_or_default();
        let items: Vec<NavItem> = favourites
            .into_iter()
            .filter_map(|saved| {
                let object = self.catalog.object(&saved.object).ok()?;
                let href = crate::list::view_address(object, saved.id);
                let current = href == here;
                Some(NavItem::new(href, saved.name, Sign::Tab(object.tab)).current(current))
            })
            .collect();
        if !items.is_empty() {
            groups.push(NavGroup { heading: self.t("nav-favourites"), items });
        }
        groups
    }

    /// Whether the reader may change anything, so that ways to do it are shown.
    pub fn may_write(&self) -> bool {
        Permission::Write.check(&self.request.visitor).is_ok()
    }

    /// Whether the reader may do this with cards of the object, so that ways to do it are shown.
    pub fn may(&self, object: &Object, verb: Verb) -> bool {
        (self.may_write() || !verb.writes()) && access::may(self.cx, object, verb).unwrap_or(false)
    }

    /// Whether the reader may do this with this card.
    pub fn may_on(&self, record: &Record, verb: Verb) -> bool {
        (self.may_write() || !verb.writes()) && access::may_on(self.cx, record, verb).unwrap_or(false)
    }

    /// The kinds of cards that the reader may see.
    pub fn cards(&self) -> impl Iterator<Item = &Arc<Object>> {
        self.catalog.cards().filter(|object| self.may(object, Verb::See))
    }

    fn shortcuts(&self) -> Vec<ShortcutGroup<'static>> {
        let group = |title: &str, lines: &[(&'static str, &str)]| ShortcutGroup {
            heading: self.t(title),
            shortcuts: lines.iter().map(|(keys, text)| Shortcut { keys, text: self.t(text) }).collect(),
        };
        vec![
            group(
                "shortcuts-anywhere",
                &[
                    ("/", "shortcut-search"),
                    ("n", "shortcut-new"),
                    ("g t", "nav-today"),
                    ("g n", "nav-notifications"),
                    ("g p", "person-many"),
                    ("g c", "company-many"),
                    ("g h", "household-many"),
                    ("?", "shortcut-shortcuts"),
                ],
            ),
            group(
                "shortcuts-list",
                &[
                    ("j k", "shortcut-move"),
                    ("Enter", "shortcut-open"),
                    ("Space", "shortcut-peek"),
                    ("x", "shortcut-select"),
                    ("Shift ← →", "shortcut-widths"),
                ],
            ),
        ]
    }

    fn shell_texts(&self) -> ShellTexts<'static> {
        ShellTexts {
            skip: self.t("shell-skip"),
            navigation: self.t("shell-navigation"),
            bar: self.t("shell-bar"),
            search_or_do: self.t("shell-search-or-do"),
            search: self.t("nav-search"),
            results: self.t("shell-results"),
            choose: self.t("shell-choose"),
            open: self.t("shell-open"),
            in_new_tab: self.t("shell-in-new-tab"),
            narrow_sidebar: self.t("shell-narrow-sidebar"),
            sidebar_width: self.t("shell-sidebar-width"),
            shortcuts: self.t("shell-shortcuts"),
            close: self.t("close"),
            toast: ToastTexts {
                undo: self.t("undo"),
                offline: self.t("shell-offline"),
                failed: self.t("shell-failed"),
            },
        }
    }
}

/// How the page looks to whoever asks.
pub fn looks(request: &Request) -> Looks {
    Looks::of(request)
}

/// A page to be put into the shell.
pub struct Page {
    pub title: Cow<'static, str>,
    /// The way in the sidebar that leads here.
    pub current: Cow<'static, str>,
    /// What it shows, for live updates and presence.
    pub topic: Option<String>,
    /// It scrolls inside the window, as lists do.
    pub fills_window: bool,
    pub body: Markup,
}

impl Page {
    pub fn new(
        title: impl Into<Cow<'static, str>>,
        current: impl Into<Cow<'static, str>>,
        body: Markup,
    ) -> Page {
        Page { title: title.into(), current: current.into(), topic: None, fills_window: false, body }
    }

    pub fn topic(mut self, topic: impl Into<String>) -> Page {
        self.topic = Some(topic.into());
        self
    }

    pub fn fills_window(mut self) -> Page {
        self.fills_window = true;
        self
    }
}

/// The picture or initials of a card.
pub fn card_avatar(record: &Record, title: &str, size: AvatarSize) -> Markup {
    let picture = record.get("photo").get("id").and_then(Json::as_str).map(|id| format!("/files/{id}"));
    let shape = if record.object.key == "person" { Shape::default() } else { Shape::Square };
    web::html::avatar(&Avatar { name: title, id: record.id, shape, size, picture: picture.as_deref() })
}
