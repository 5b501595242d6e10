//! The page of a form as strangers see it, on any phone, in the form's language.

use kernel::{Cx, FieldErrors, Result};
use records::{Field, Object, field::Control, object::object};
use serde_json::{Value as Json, json};
use web::{
    Markup, Request, Response, header, html,
    html::{Bare, Choice, bare, button, error_summary, field, field_id},
};

use super::{
    ADDRESS, Ask, askable, asked_as,
    post::{CONSENT, ORIGIN, OUR_PAGE, Post, TOLD_BY},
    receive::Public,
    sent_as,
    spam::{self, STAMP, TRAP},
};
use crate::lead;

/// As a link opens it: what the address names is filled in, and remembered where somebody came from.
pub(super) fn empty(public: &Public, request: &Request, cx: &Cx) -> Result<Response> {
    let query = &request.query;
    let mut pairs: Vec<(String, String)> =
        query.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let page = request.header("referer").unwrap_or_default();
    pairs.push(("referrer".to_owned(), page.to_owned()));
    pairs.push(("landing_page".to_owned(), request.address()));
    if let Some(by) = query.get("by") {
        pairs.push((TOLD_BY.to_owned(), by.to_owned()));
    }
    let post = Post { pairs, ..Post::default() };
    whole(public, request, cx, &post, &FieldErrors::default())
}

/// With what was sent, and what is wrong with it.
pub(super) fn again(
    public: &Public,
    request: &Request,
    cx: &Cx,
    post: &Post,
    errors: &FieldErrors,
) -> Result<Response> {
    whole(public, request, cx, post, errors)
}

fn whole(public: &Public, request: &Request, cx: &Cx, post: &Post, errors: &FieldErrors) -> Result<Response> {
    let lead = object(cx, lead::KEY)?;
    let drawn = Drawn { public, lead: &lead, post, errors };
    let (form, locale) = (&public.form, &public.locale);
    let stamp = match post.text(STAMP) {
        "" => spam::stamp(form, cx.now())?,
        // What was sent again was looked at long enough.
        sent => sent.to_owned(),
    };
    let kept = ORIGIN.iter().map(|(name, _)| *name).chain([TOLD_BY]);
    let send = if form.button.is_empty() { locale.t("form-send").into_owned() } else { form.button.clone() };
    let body = html! {
        h1 { (title(public)) }
        @for line in form.intro.lines() { p.lead { (line) } }
        form.form method="post" action=(form.address()) novalidate {
            (drawn.summary())
            @for ask in &form.asks { (drawn.ask(ask)) }
            @if !form.consent.is_empty() {
                (field(CONSENT, form.consent.as_str()).value("yes").checkbox(!post.text(CONSENT).is_empty()))
            }
            div.hidden aria-hidden="true" {
                label for=(TRAP) { (locale.t("form-trap")) }
                input #(TRAP) name=(TRAP) tabindex="-1" autocomplete="off";
            }
            input type="hidden" name=(STAMP) value=(stamp);
            input type="hidden" name=(OUR_PAGE) value="1";
            @for name in kept { @if !post.text(name).is_empty() { input type="hidden" name=(name) value=(post.text(name)); } }
            (button(send).primary())
        }
    };
    Ok(page(public, request, body).header(header::CACHE_CONTROL, "no-store"))
}

fn title(public: &Public) -> &str {
    if public.form.title.is_empty() { &public.form.name } else { &public.form.title }
}

fn page(public: &Public, request: &Request, body: Markup) -> Response {
    let locale = &public.locale;
    Response::page(bare(&Bare {
        language: locale.language().code(),
        looks: workbench::view::looks(request),
        tab: public.workspace.as_str().into(),
        large: true,
        footer: locale.tf("form-footer", &[("workspace", public.workspace.as_str().into())]).into(),
        flash: None,
        body,
    }))
}

pub(super) fn thanks_text(public: &Public) -> String {
    match public.form.thanks.as_str() {
        "" => public.locale.t("form-thanks").into_owned(),
        text => text.to_owned(),
    }
}

/// After it was sent: the workspace's words, and on to its own page where it has one.
pub(super) fn thanks(public: &Public, request: &Request) -> Response {
    let (text, address) = (thanks_text(public), public.form.thanks_address.as_str());
    let body = html! {
        h1 { (public.locale.t("form-sent")) }
        div role="status" { @for line in text.lines() { p { (line) } } }
        @if address.is_empty() { p { a.link href=(public.form.address()) { (public.locale.t("form-another")) } } }
        @else { p { a.link href=(address) rel="noreferrer" { (public.locale.t("form-onwards")) } } }
    };
    let response = page(public, request, body);
    if address.is_empty() { response } else { response.header(header::REFRESH, &format!("1; url={address}")) }
}

pub(super) fn closed(public: &Public, request: &Request) -> Response {
    let body = html! {
        h1 { (title(public)) }
        p role="status" { (public.locale.t("form-closed")) }
    };
    page(public, request, body)
}

/// What a form asks for, for programs that make a page of their own for it.
pub(super) fn described(public: &Public, lead: &Object, cx: &Cx) -> Result<Json> {
    let form = &public.form;
    let drawn = Drawn { public, lead, post: &Post::default(), errors: &FieldErrors::default() };
    let asks: Vec<Json> = form
        .asks
        .iter()
        .filter_map(|ask| {
            let field = drawn.field(ask)?;
            let options = match field.kind.control() {
                Control::Choice { options, .. } | Control::Choices { options, .. } => Json::from(options),
                _ => Json::Null,
            };
            Some(json!({
                "name": sent_as(&ask.field), "label": drawn.label(ask, field), "required": ask.required, "options": options,
            }))
        })
        .collect();
    let consent = (!form.consent.is_empty()).then_some(form.consent.as_str());
    Ok(json!({
        "title": title(public), "language": form.language, "open": form.open, "fields": asks, "consent": consent,
        "stamp": spam::stamp(form, cx.now())?,
    }))
}

struct Drawn<'a> {
    public: &'a Public,
    lead: &'a Object,
    post: &'a Post,
    errors: &'a FieldErrors,
}

impl Drawn<'_> {
    /// As far as strangers may still fill it in.
    fn field(&self, ask: &Ask) -> Option<&Field> {
        askable(self.lead).find(|field| field.key == ask.field)
    }

    fn label(&self, ask: &Ask, field: &Field) -> String {
        asked_as(&self.public.locale, self.lead, ask, field)
    }

    fn summary(&self) -> Markup {
        let line = |(name, text): &(String, kernel::Text)| {
            let label = self.public.form.asks.iter().find(|ask| sent_as(&ask.field) == name);
            let label = label.and_then(|ask| Some(self.label(ask, self.field(ask)?)));
            let text = self.public.locale.render(text);
            let said = label.map_or(text.clone(), |label| format!("{label}: {text}"));
            (name.clone().into(), said.into())
        };
        let lines: Vec<_> = self.errors.0.iter().map(line).collect();
        html! { @if !lines.is_empty() { (error_summary(&self.public.locale.t("form-errors"), &lines)) } }
    }

    fn line(&self, name: &str, label: String) -> web::html::Field<'static> {
        let error = self.errors.get(name).map(|text| self.public.locale.render(text));
        field(name.to_owned(), label).value(self.post.text(name).to_owned()).error(error)
    }

    fn ask(&self, ask: &Ask) -> Markup {
        let Some(asked) = self.field(ask) else { return html! {} };
        let (name, label) = (sent_as(&ask.field), self.label(ask, asked));
        let line = self.line(name, label.clone());
        let locale = &self.public.locale;
        let line = if ask.required { line.required() } else { line.optional(locale.t("form-optional")) };
        match asked.key.as_str() {
            "name" => html! { (line.autocomplete("name")) },
            "emails" => html! { (line.email().autocomplete("email")) },
            "phones" => html! { (line.tel().autocomplete("tel")) },
            "company_name" => html! { (line.autocomplete("organization")) },
            "job_title" => html! { (line.autocomplete("organization-title")) },
            "addresses" => self.address(ask, &label),
            _ => self.own(asked, line),
        }
    }

    fn address(&self, ask: &Ask, label: &str) -> Markup {
        html! {
            fieldset.fieldset {
                legend { (label) @if !ask.required { " " span.optional { (self.public.locale.t("form-optional")) } } }
                @for (part, known) in ADDRESS {
                    (self.line(part, self.public.locale.t(&format!("part-{}", part.replace('_', "-"))).into_owned()).autocomplete(known))
                }
            }
        }
    }

    fn own(&self, asked: &Field, line: web::html::Field<'static>) -> Markup {
        let locale = &self.public.locale;
        let shown = |option: &String| asked.kind.show(&Json::from(option.as_str()), &self.reading());
        match asked.kind.control() {
            Control::Lines => html! { (line.textarea()) },
            Control::Tick => {
                html! { (line.value("yes").checkbox(!self.post.text(&asked.key).is_empty())) }
            }
            Control::Choice { options, .. } => {
                let none = Choice::new("", locale.t("form-choose").into_owned());
                let choices = options.iter().map(|option| Choice::new(option.clone(), shown(option)));
                html! { (line.select(std::iter::once(none).chain(choices).collect::<Vec<_>>())) }
            }
            Control::Choices { options, .. } => {
                let name = asked.key.as_str();
                let ticked = |option: &str| {
                    self.post.pairs.iter().any(|(other, text)| other == name && text == option)
                };
                let boxes = html! {
                    div.checks #(field_id(name)) role="group" {
                        @for option in &options {
                            label.check { input type="checkbox" name=(name) value=(option) checked[ticked(option)]; span { (asked.kind.show(&Json::from(vec![option.as_str()]), &self.reading())) } }
                        }
                    }
                };
                html! { (line.own(boxes)) }
            }
            Control::Line { input_type, .. } => html! { (line.attribute("type", input_type)) },
            _ => html! { (line) },
        }
    }

    fn reading(&self) -> records::field::Reading {
        let epoch = kernel::Timestamp::from_micros(0);
        records::field::Reading {
            locale: self.public.locale.clone(),
            now: epoch,
            today: epoch.in_zone(&self.public.locale.locality().time_zone).date(),
            users: std::sync::Arc::default(),
            titles: std::sync::Arc::default(),
        }
    }
}
