//! One field of a form: label above, help below, the error beside it. Whatever was typed is shown again.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, Render, html};

use crate::html::{
    attributes::{Attributes, element},
    errors::{error_line, field_id},
};

/// A field, changed by its methods and written into a template as it is.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    name: Cow<'a, str>,
    label: Cow<'a, str>,
    control: Control<'a>,
    value: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    error: Option<Cow<'a, str>>,
    optional: Option<Cow<'a, str>>,
    wide: bool,
    attributes: Attributes,
}

#[derive(Debug, Clone)]
enum Control<'a> {
    Input(&'static str),
    Textarea,
    Select(Vec<Choice<'a>>),
    Radios(Vec<Choice<'a>>),
    Checkbox { ticked: bool },
    Own(Markup),
}

/// One of several values to choose from.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    pub value: Cow<'a, str>,
    pub text: Cow<'a, str>,
    /// A word below, for radio buttons.
    pub note: Option<Cow<'a, str>>,
    /// The heading it stands under, in a list to choose from; those of one heading follow each other.
    pub group: Option<Cow<'a, str>>,
}

impl<'a> Choice<'a> {
    pub fn new(value: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Choice<'a> {
        Choice { value: value.into(), text: text.into(), note: None, group: None }
    }
}

/// A line of text, unless a method says otherwise.
pub fn field<'a>(name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Field<'a> {
    Field {
        name: name.into(),
        label: label.into(),
        control: Control::Input("text"),
        value: Cow::Borrowed(""),
        help: None,
        error: None,
        optional: None,
        wide: false,
        attributes: Attributes::new(),
    }
}

impl<'a> Field<'a> {
    pub fn email(self) -> Self {
        self.control(Control::Input("email"))
    }

    pub fn tel(self) -> Self {
        self.control(Control::Input("tel"))
    }

    pub fn url(self) -> Self {
        self.control(Control::Input("url"))
    }

    /// The browser's own date field; for dates as people write them leave it a line of text.
    pub fn date(self) -> Self {
        self.control(Control::Input("date")).short()
    }

    pub fn time(self) -> Self {
        self.control(Control::Input("time")).short()
    }

    /// `autocomplete` is `current-password` or `new-password`. A password is never shown again.
    pub fn password(self, autocomplete: &str) -> Self {
        self.control(Control::Input("password")).autocomplete(autocomplete)
    }

    /// `accept` as in HTML: `.csv,.xlsx`. The form needs `enctype="multipart/form-data"`.
    pub fn file(self, accept: &str) -> Self {
        self.control(Control::Input("file")).attribute("accept", accept)
    }

    pub fn textarea(self) -> Self {
        self.control(Control::Textarea)
    }

    /// The choice with the field's value is selected.
    pub fn select(self, choices: impl IntoIterator<Item = Choice<'a>>) -> Self {
        self.control(Control::Select(choices.into_iter().collect()))
    }

    pub fn radios(self, choices: impl IntoIterator<Item = Choice<'a>>) -> Self {
        self.control(Control::Radios(choices.into_iter().collect()))
    }

    /// A box to tick; the help stands below its label.
    pub fn checkbox(self, ticked: bool) -> Self {
        self.control(Control::Checkbox { ticked })
    }

    /// A control of the caller's making, whose id is [`field_id`] of the name.
    pub fn own(self, control: Markup) -> Self {
        self.control(Control::Own(control))
    }

    fn control(mut self, control: Control<'a>) -> Self {
        self.control = control;
        self
    }

    pub fn value(mut self, value: impl Into<Cow<'a, str>>) -> Self {
        self.value = value.into();
        self
    }

    pub fn help(mut self, help: impl Into<Cow<'a, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn error<Text: Into<Cow<'a, str>>>(mut self, error: Option<Text>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// The word that says it may be left empty.
    pub fn optional(mut self, word: impl Into<Cow<'a, str>>) -> Self {
        self.optional = Some(word.into());
        self
    }

    pub fn required(self) -> Self {
        self.flag("required")
    }

    /// What the browser may fill in, in the words of HTML.
    pub fn autocomplete(self, what: &str) -> Self {
        self.attribute("autocomplete", what)
    }

    /// As narrow as a date.
    pub fn short(self) -> Self {
        self.attribute("data-width", "s")
    }

    /// As wide as the form.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// An attribute of the control.
    pub fn attribute(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attributes.set(name, value.as_ref());
        self
    }

    pub fn flag(mut self, name: &'static str) -> Self {
        self.attributes.set_flag(name);
        self
    }

    /// The ids of what describes the control.
    fn described_by(&self, id: &str) -> Option<String> {
        let error = self.error.as_ref().map(|_| format!("{id}-error"));
        let help = self.help.as_ref().map(|_| format!("{id}-help"));
        match (error, help) {
            (Some(error), Some(help)) => Some(format!("{error} {help}")),
            (error, help) => error.or(help),
        }
    }

    fn describe(&self, id: &str, attributes: &mut Attributes) {
        attributes.extend(&self.attributes);
        attributes.set_if("aria-invalid", self.error.as_ref().map(|_| "true"));
        attributes.set_if("aria-describedby", self.described_by(id).as_deref());
    }

    fn render_control(&self, id: &str) -> Markup {
        let mut out = String::new();
        let mut attributes = Attributes::new();
        match &self.control {
            Control::Own(markup) => return markup.clone(),
            Control::Radios(choices) => return self.render_radios(id, choices),
            Control::Checkbox { ticked } => return self.render_checkbox(id, *ticked),
            _ => {}
        }
        attributes.set("class", "input");
        attributes.set("id", id);
        attributes.set("name", &self.name);
        match &self.control {
            Control::Textarea => {
                self.describe(id, &mut attributes);
                // The parser drops a line end that comes first.
                let first = if self.value.starts_with('\n') { "\n" } else { "" };
                element("textarea", &attributes, &html! { (first) (self.value) }, &mut out);
            }
            Control::Select(choices) => {
                self.describe(id, &mut attributes);
                let option = |choice: &Choice| {
                    html! { option value=(choice.value) selected[choice.value == self.value] { (choice.text) } }
                };
                let options = html! {
                    @for group in choices.chunk_by(|one, next| one.group == next.group) {
                        @match &group[0].group {
                            Some(heading) => optgroup label=(heading) { @for choice in group { (option(choice)) } },
                            None => @for choice in group { (option(choice)) },
                        }
                    }
                };
                element("select", &attributes, &options, &mut out);
            }
            Control::Input(kind) => {
                attributes.set_if("type", (*kind != "text").then_some(kind));
                if !matches!(*kind, "password" | "file") {
                    attributes.set("value", &self.value);
                }
                self.describe(id, &mut attributes);
                attributes.open("input", &mut out);
            }
            _ => {}
        }
        PreEscaped(out)
    }

    fn render_radios(&self, id: &str, choices: &[Choice]) -> Markup {
        let label = format!("{id}-label");
        html! {
            div role="radiogroup" aria-labelledby=(label) aria-describedby=[self.described_by(id)] {
                @for (number, choice) in choices.iter().enumerate() {
                    label.check {
                        input type="radio" id=[(number == 0).then_some(id)] name=(self.name) value=(choice.value)
                            checked[choice.value == self.value];
                        span { (choice.text) @if let Some(note) = &choice.note { small { (note) } } }
                    }
                }
            }
        }
    }

    fn render_checkbox(&self, id: &str, ticked: bool) -> Markup {
        let mut attributes =
            Attributes::new().with("type", "checkbox").with("id", id).with("name", &self.name);
        attributes.set_if("value", (!self.value.is_empty()).then_some(&self.value));
        attributes.extend(&self.attributes);
        if ticked {
            attributes.set_flag("checked");
        }
        attributes.set_if("aria-invalid", self.error.as_ref().map(|_| "true"));
        let error = self.error.as_ref().map(|_| format!("{id}-error"));
        attributes.set_if("aria-describedby", error.as_deref());
        let mut input = String::new();
        attributes.open("input", &mut input);
        html! {
            label.check {
                (PreEscaped(input))
                span { (self.label) @if let Some(help) = &self.help { small { (help) } } }
            }
        }
    }
}

impl Render for Field<'_> {
    fn render_to(&self, out: &mut String) {
        let id = field_id(&self.name);
        let checkbox = matches!(self.control, Control::Checkbox { .. });
        let optional = html! { @if let Some(word) = &self.optional { " " span.optional { (word) } } };
        html! {
            div.field data-width=[self.wide.then_some("full")] {
                @match self.control {
                    Control::Checkbox { .. } => {}
                    Control::Radios(_) => { span.label id={ (id) "-label" } { (self.label) (optional) } }
                    _ => { label for=(id) { (self.label) (optional) } }
                }
                (self.render_control(&id))
                @if let Some(error) = &self.error { (error_line(&format!("{id}-error"), error)) }
                @if let (Some(help), false) = (&self.help, checkbox) {
                    p.help id={ (id) "-help" } { (help) }
                }
            }
        }
        .render_to(out);
    }
}
