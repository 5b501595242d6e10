//! One template in its editor, beside what it prints: the preview follows what is typed, and says in which line it is
//! wrong.

use base64ct::{Base64, Encoding};
use kernel::{Error, Result};
use paper::Fault;
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Tone, button, field, icon, link_button, notice, post_button},
};
use workbench::{
    App, View,
    settings::{Section, page, section},
};

use super::{HERE, example, wording};
use crate::{
    printing::{self, PATIENCE_OF_A_TRIAL},
    template::{self, Kind, Template},
    values,
    wording::Wording,
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/templates/{template}", Permission::Admin, show);
    routes.post("/settings/templates/{template}", Permission::Admin, save);
    routes.post("/settings/templates/{template}/preview", Permission::Admin, preview);
    routes.post("/settings/templates/{template}/restore", Permission::Admin, restore);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let (view_of, template) = (request, request.params.get("template"));
    app.read(view_of, |cx| {
        let template = template::find(cx, template)?;
        let view = View::new(app, request, cx)?;
        let tried = try_out(&view, &template)?;
        Ok(whole(&view, &template, tried, None))
    })
}

fn save(app: &App, request: &Request) -> Result<Response> {
    let typed = app.read(request, |cx| {
        let kept = template::find(cx, request.params.get("template"))?;
        let view = View::new(app, request, cx)?;
        let typed = typed(&kept, &request.form);
        let tried = try_out(&view, &typed)?;
        Ok(match tried.wrong.is_empty() {
            true => Ok(typed),
            // Nothing that was typed is lost, and nothing that does not print is kept.
            false => Err(whole(&view, &typed, tried, None).status(StatusCode::UNPROCESSABLE_ENTITY)),
        })
    })?;
    let typed = match typed {
        Ok(typed) => typed,
        Err(refused) => return Ok(refused),
    };
    match app.write(request, |tx| template::change(tx, &typed)) {
        Ok(()) => {
            let locale = locale::Locale::new(&request.scope().locality);
            Ok(Response::redirect(format!("{HERE}/{}", typed.key))
                .toast(locale.t("print-template-kept"), None))
        }
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let said = errors.0.first().map(|(_, text)| view.render(text));
            let tried = try_out(&view, &typed)?;
            Ok(whole(&view, &typed, tried, said).status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

fn preview(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let kept = template::find(cx, request.params.get("template"))?;
        let view = View::new(app, request, cx)?;
        let typed = typed(&kept, &request.form);
        let tried = try_out(&view, &typed)?;
        Ok(match request.is_fragment() {
            true => Response::fragment(shown(&view, &tried)),
            false => whole(&view, &typed, tried, None),
        })
    })
}

fn restore(app: &App, request: &Request) -> Result<Response> {
    let key = request.params.get("template");
    let built_in = app.write(request, |tx| {
        let template = template::find(tx, key)?;
        template::restore(tx, key)?;
        Ok(template.built_in)
    })?;
    let locale = locale::Locale::new(&request.scope().locality);
    Ok(match built_in {
        true => Response::redirect(format!("{HERE}/{key}")).toast(locale.t("print-restored"), None),
        false => Response::redirect(HERE).toast(locale.t("print-template-gone"), None),
    })
}

/// The template as the form has it.
fn typed(kept: &Template, form: &Form) -> Template {
    let source = match kept.kind {
        Kind::Wording => wording::typed(form).written(),
        Kind::Layout(_) => form.get("source").unwrap_or_default().to_owned(),
    };
    let name = if kept.built_in { kept.name.clone() } else { form.text("name").to_owned() };
    Template { source, name, ..kept.clone() }
}

/// What came of printing an example.
struct Tried {
    picture: Option<String>,
    /// What is wrong, each in a sentence that names the place.
    wrong: Vec<String>,
}

fn try_out(view: &View, template: &Template) -> Result<Tried> {
    let (source, data) = match template.kind {
        Kind::Layout(what) => (template.source.clone(), example::data(view, what)?),
        Kind::Wording => {
            let parsed = Wording::read(&template.source).parsed();
            let known = crate::page::objects(view);
            let mistake = match &parsed {
                Ok(parsed) => parsed.unknown_field(|key| values::is_known(&known, key)),
                Err(mistake) => Some(mistake.clone()),
            };
            if let Some(mistake) = mistake {
                return Ok(Tried {
                    picture: None,
                    wrong: vec![wording::said(view, &template.source, &mistake)],
                });
            }
            let layout = template::layout(view.cx, crate::order::What::Letters)?;
            (layout.source, example::letter(view, &parsed.unwrap_or_default(), wording::shown(view))?)
        }
    };
    Ok(match paper::try_out(&source, data, 1, PATIENCE_OF_A_TRIAL) {
        Ok(pages) => Tried { picture: pages.into_iter().next(), wrong: Vec::new() },
        Err(Fault::Template(mistakes)) => Tried {
            picture: None,
            wrong: mistakes
                .iter()
                .map(|mistake| {
                    let one = view.render(&printing::told(&Fault::Template(vec![mistake.clone()])));
                    mistake.hints.iter().fold(one, |said, hint| format!("{said} ({hint})"))
                })
                .collect(),
        },
        Err(fault) => Tried { picture: None, wrong: vec![view.render(&printing::told(&fault))] },
    })
}

fn whole(view: &View, template: &Template, tried: Tried, error: Option<String>) -> Response {
    let title = printing::title(&view.reading, template);
    let lead =
        view.t(if template.kind == Kind::Wording { "print-wording-lead" } else { "print-layout-lead" });
    let address = format!("{HERE}/{}", template.key);
    let body = html! {
        @if let Some(error) = error { (notice(Some(Tone::Negative), &html! { (error) }, None)) }
        div.template-editor {
            form.form method="post" action=(address) hx-post={ (address) "/preview" } hx-trigger="input delay:400ms, change" hx-target="#template-preview" hx-swap="outerHTML" {
                @if !template.built_in { (field("name", view.t("print-name")).value(template.name.as_str()).required()) }
                @match template.kind {
                    Kind::Wording => (wording::editor(view, &Wording::read(&template.source))),
                    Kind::Layout(_) => (field("source", view.t("print-source")).textarea().value(template.source.as_str()).wide()
                        .attribute("spellcheck", "false").attribute("data-code", "typst")),
                }
                div.form-actions {
                    (button(view.t("save")).primary())
                    noscript { (button(view.t("print-show")).attribute("formaction", format!("{address}/preview"))) }
                    (link_button(HERE, view.t("cancel")).plain())
                }
            }
            (shown(view, &tried))
        }
        (undo(view, template, &address))
    };
    let part = Section { id: "template", title: &title, lead: Some(&lead), action: html! {}, body };
    page(
        view,
        HERE,
        &html! { a.to-list.small href=(HERE) { (icon("chevron-left")) (view.t("settings-templates")) } (section(&part)) },
    )
}

/// Back to how the product has it, or away with one's own.
fn undo(view: &View, template: &Template, address: &str) -> Markup {
    let action = format!("{address}/restore");
    html! {
        @match (template.built_in, template.changed) {
            (true, true) => (post_button(&action, &button(view.t("print-restore")).plain().icon("undo"))),
            (false, _) => (post_button(&action, &button(view.t("delete")).plain().negative().icon("trash"))),
            (true, false) => {}
        }
    }
}

/// The preview, which is swapped while somebody types.
fn shown(view: &View, tried: &Tried) -> Markup {
    html! {
        aside.template-preview #template-preview aria-live="polite" aria-label=(view.t("print-preview")) {
            @for wrong in &tried.wrong { (notice(Some(Tone::Negative), &html! { (wrong) }, None)) }
            @if let Some(picture) = &tried.picture {
                figure.printed {
                    img src={ "data:image/svg+xml;base64," (Base64::encode_string(picture.as_bytes())) } alt=(view.t("print-example"));
                    figcaption.small.soft { (view.t("print-example")) }
                }
            }
        }
    }
}
