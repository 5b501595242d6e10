//! A button and the menu it opens: a native popover, so it works without script.

use std::borrow::Cow;

use maud::{Markup, Render, html};

use crate::html::{
    attributes::{Attributes, element},
    button::Button,
    icon::icon,
};

#[derive(Debug)]
pub struct Menu<'a> {
    /// Unique on the page.
    pub id: &'a str,
    pub button: Button<'a>,
    /// Whether it opens toward the start, for buttons at the end of a line.
    pub at_end: bool,
    /// Items in groups with a rule between them.
    pub groups: Vec<Vec<MenuItem<'a>>>,
}

#[derive(Debug, Clone)]
pub struct MenuItem<'a> {
    text: Cow<'a, str>,
    icon: Option<&'a str>,
    key: Option<&'a str>,
    does: Does<'a>,
    attributes: Attributes,
}

#[derive(Debug, Clone)]
enum Does<'a> {
    Open(Cow<'a, str>),
    Post(Cow<'a, str>),
}

impl<'a> MenuItem<'a> {
    pub fn link(href: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> MenuItem<'a> {
        MenuItem::new(Does::Open(href.into()), text.into())
    }

    /// Sends a POST without anything else.
    pub fn post(action: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> MenuItem<'a> {
        MenuItem::new(Does::Post(action.into()), text.into())
    }

    fn new(does: Does<'a>, text: Cow<'a, str>) -> MenuItem<'a> {
        MenuItem { text, icon: None, key: None, does, attributes: Attributes::new() }
    }

    pub fn icon(mut self, name: &'a str) -> Self {
        self.icon = Some(name);
        self
    }

    /// A key that does the same, anywhere on the page.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self.attribute("data-key", key)
    }

    /// For what destroys.
    pub fn negative(self) -> Self {
        self.attribute("data-tone", "negative")
    }

    pub fn attribute(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attributes.set(name, value.as_ref());
        self
    }

    fn render(&self, form: &str, out: &mut String) {
        let content = html! {
            @if let Some(name) = self.icon { (icon(name)) }
            (self.text)
            @if let Some(key) = self.key { kbd { (key) } }
        };
        let mut attributes = Attributes::new();
        let tag = match &self.does {
            Does::Open(href) => {
                attributes.set("href", href);
                "a"
            }
            Does::Post(action) => {
                attributes.set("form", form);
                attributes.set("formaction", action);
                "button"
            }
        };
        attributes.extend(&self.attributes);
        element(tag, &attributes, &content, out);
    }
}

pub fn menu(menu: &Menu) -> Markup {
    let form = format!("{}-form", menu.id);
    let posts = menu.groups.iter().flatten().any(|item| matches!(item.does, Does::Post(_)));
    let button = menu.button.clone().attribute("popovertarget", menu.id);
    html! {
        k-menu {
            (button)
            div.menu id=(menu.id) popover data-align=[menu.at_end.then_some("end")] {
                ul {
                    @for (number, group) in menu.groups.iter().enumerate() {
                        @for (place, item) in group.iter().enumerate() {
                            li data-rule[number > 0 && place == 0] { (InMenu(item, &form)) }
                        }
                    }
                }
                @if posts { form id=(form) method="post" hidden {} }
            }
        }
    }
}

struct InMenu<'a>(&'a MenuItem<'a>, &'a str);

impl Render for InMenu<'_> {
    fn render_to(&self, out: &mut String) {
        self.0.render(self.1, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::button::button;

    #[test]
    fn a_menu_works_without_script() {
        let markup = menu(&Menu {
            id: "more",
            button: button("More"),
            at_end: true,
            groups: vec![
                vec![MenuItem::link("/people/1/edit", "Edit").key("e")],
                vec![MenuItem::post("/people/1/delete", "Delete").negative()],
            ],
        });
        assert_eq!(
            markup.into_string(),
            "<k-menu><button class=\"button\" popovertarget=\"more\">More</button>\
             <div class=\"menu\" id=\"more\" popover data-align=\"end\"><ul>\
             <li><a href=\"/people/1/edit\" data-key=\"e\">Edit<kbd>e</kbd></a></li>\
             <li data-rule><button form=\"more-form\" formaction=\"/people/1/delete\" data-tone=\"negative\">Delete</button></li>\
             </ul><form id=\"more-form\" method=\"post\" hidden></form></div></k-menu>"
        );
    }
}
