//! The reference of the API for people: the same document that programs read, one page per object. What programs and
//! their makers read in every API (descriptions of parameters) is in English, as in the document.

use kernel::{Error, Result};
use records::Json;
use web::{
    Markup, Permission, Request, Response, Routes, header, html,
    html::{PageHead, chip, icon, link_button, page_head, table_frame},
};

use super::{BASE, catalog, openapi};
use crate::{App, View, view::Page};

const HERE: &str = "/api";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.get("/api/openapi.json", Permission::SignedIn, download);
}

/// The document for somebody's browser, which has no key.
fn download(app: &App, request: &Request) -> Result<Response> {
    let document = app.read(request, openapi::document)?;
    let body = serde_json::to_vec_pretty(&document)?;
    Ok(Response::content("application/json", body)
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"kartotek-openapi.json\""))
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let document = openapi::document(cx)?;
        let tags: Vec<&str> = items(&document["tags"]).filter_map(|tag| tag["name"].as_str()).collect();
        let wanted = request.query.get("of");
        // JSON has no order; the declaration has.
        let objects = catalog(cx)?;
        let of = objects.objects().iter().find(|object| Some(&*view.many(object)) == wanted);
        let order: Vec<&str> = of
            .map(|object| object.fields.iter().map(|field| field.key.as_str()).collect())
            .unwrap_or_default();
        if wanted.is_some_and(|tag| !tag.is_empty() && !tags.contains(&tag)) {
            return Err(Error::NotFound);
        }
        let title = view.t("api-title");
        let lead = view.t("api-lead");
        let actions = html! { (link_button("/api/openapi.json", view.t("api-download")).icon("export")) };
        let body = html! {
            @if wanted.is_some() { a.settings-back href=(HERE) { (icon("chevron-left")) (title) } }
            (page_head(&PageHead { title: &title, count: None, lead: Some(lead), actions }))
            div.settings data-index[wanted.is_none()] {
                (menu(&view, &tags, wanted))
                div.reference {
                    @match wanted {
                        None | Some("") => (first_steps(&view)),
                        Some(tag) => (of_tag(&view, &Reference { document: &document, order: &order }, tag)),
                    }
                }
            }
        };
        Ok(view.page(Page::new(title, HERE, body)))
    })
}

fn menu(view: &View, tags: &[&str], wanted: Option<&str>) -> Markup {
    let way = |tag: &str, text: &str| {
        let address = format!("{HERE}?{}", web::Form::default().with("of", tag).encode());
        let here = wanted.unwrap_or_default() == tag;
        html! { a.to href=(address) aria-current=[here.then_some("page")] { (text) } }
    };
    html! {
        nav aria-label=(view.t("api-title")) {
            (way("", &view.t("api-first-steps")))
            h2 { (view.t("nav-cards")) }
            @for tag in tags { (way(tag, tag)) }
            h2 { (view.t("nav-settings")) }
            a.to href="/settings/api-keys" { (view.t("settings-api-keys")) }
            a.to href="/settings/webhooks" { (view.t("settings-webhooks")) }
        }
    }
}

/// Where this server is, as whoever reads the page reached it.
fn server(view: &View) -> String {
    let scheme = if view.request.secure { "https" } else { "http" };
    format!("{scheme}://{}{BASE}", view.request.header("host").unwrap_or("localhost"))
}

fn first_steps(view: &View) -> Markup {
    let server = server(view);
    let list = format!("curl {server}/people?limit=10 \\\n  -H 'Authorization: Bearer kartotek_…'");
    let create = format!(
        "curl {server}/people \\\n  -H 'Authorization: Bearer kartotek_…' \\\n  -H 'Content-Type: application/json' \\\n  \
         -H 'Idempotency-Key: 8e03978e' \\\n  -d '{{\"fields\": {{\"name\": \"Anna Berg\", \"emails\": \
         [{{\"address\": \"anna@berg.example\"}}]}}}}'"
    );
    let mcp = server.replace(BASE, "/mcp");
    html! {
        section.section aria-labelledby="first-steps" {
            header { h2 #first-steps { (view.t("api-first-steps")) } }
            p { (view.t("api-intro-keys")) }
            pre tabindex="0" { code { (list) } }
            p { (view.t("api-intro-values")) }
            pre tabindex="0" { code { (create) } }
            p { (view.t("api-intro-versions")) }
            p { (view.t("api-intro-once")) }
            p { (view.t("api-intro-mistakes")) }
            p { (view.t("api-intro-mcp")) }
            pre tabindex="0" { code { (mcp) } }
        }
    }
}

/// The document, and the fields of the object in question in their order.
#[derive(Clone, Copy)]
struct Reference<'a> {
    document: &'a Json,
    order: &'a [&'a str],
}

impl Reference<'_> {
    /// The properties of a schema, those that are fields in their order.
    fn ordered<'j>(&self, properties: &'j serde_json::Map<String, Json>) -> Vec<(&'j String, &'j Json)> {
        let place = |key: &str| self.order.iter().position(|field| *field == key).unwrap_or(usize::MAX);
        let mut found: Vec<(&String, &Json)> = properties.iter().collect();
        found.sort_by_key(|(key, _)| place(key));
        found
    }
}

fn of_tag(view: &View, reference: &Reference, tag: &str) -> Markup {
    let document = reference.document;
    let operations = document["paths"].as_object().into_iter().flatten().flat_map(|(path, methods)| {
        methods.as_object().into_iter().flatten().map(move |(method, operation)| (path, method, operation))
    });
    let operations: Vec<(&String, &String, &Json)> =
        operations.filter(|(_, _, operation)| operation["tags"][0] == tag).collect();
    let fields = operations.iter().find_map(|(_, _, operation)| {
        let reference =
            operation.pointer("/responses/201/content/application~1json/schema/anyOf/0/$ref")?.as_str()?;
        document.pointer(reference.strip_prefix('#')?)?.pointer("/properties/fields/properties")?.as_object()
    });
    html! {
        @if let Some(fields) = fields {
            section.section aria-labelledby="fields" {
                header { h2 #fields { (tag) } }
                (table_frame(&view.t("api-fields"), &html! {
                    table.table {
                        thead { tr {
                            th scope="col" { (view.t("api-field")) }
                            th scope="col" { (view.t("api-value")) }
                        } }
                        tbody { @for (key, schema) in reference.ordered(fields) { (field(view, key, schema)) } }
                    }
                }))
            }
        }
        section.section aria-labelledby="operations" {
            header { h2 #operations { (view.t("api-operations")) } }
            @for (path, method, of) in &operations { (operation(view, reference, path, method, of)) }
        }
    }
}

fn field(view: &View, key: &str, schema: &Json) -> Markup {
    html! {
        tr {
            th scope="row" { code { (key) } span.below { (schema["title"].as_str().unwrap_or_default()) } }
            td {
                (kind(schema))
                @if schema["readOnly"] == true { " " (chip(view.t("api-read-only-short"))) }
                @if let Some(text) = schema["description"].as_str() { span.below lang="en" { (prose(text)) } }
            }
        }
    }
}

/// A schema in a word or two.
fn kind(schema: &Json) -> Markup {
    let choices: Vec<&str> = items(&schema["enum"]).filter_map(Json::as_str).collect();
    if !choices.is_empty() {
        return html! { @for (at, choice) in choices.iter().enumerate() { @if at > 0 { " · " } code { (choice) } } };
    }
    if let Some(properties) = schema["properties"].as_object() {
        return html! { code { "{ " (properties.keys().cloned().collect::<Vec<_>>().join(", ")) " }" } };
    }
    if schema["items"].is_object() {
        return html! { code { "[ " } (kind(&schema["items"])) code { " ]" } };
    }
    if let Some(first) = items(&schema["anyOf"]).next() {
        return kind(first);
    }
    let word = schema["format"].as_str().or(schema["type"].as_str()).unwrap_or("any");
    html! { code { (word) } }
}

fn operation(view: &View, reference: &Reference, path: &str, method: &str, of: &Json) -> Markup {
    let document = reference.document;
    let parameters: Vec<&Json> = items(&of["parameters"]).map(|one| resolved(document, one)).collect();
    let body = of.pointer("/requestBody/content/application~1json/schema").map(|one| resolved(document, one));
    html! {
        details.operation id=(of["operationId"].as_str().unwrap_or_default()) {
            summary {
                span.method data-method=(method) { (method.to_uppercase()) }
                code { (path) }
                span.soft { (of["summary"].as_str().unwrap_or_default()) }
            }
            @if let Some(text) = of["description"].as_str() { p lang="en" { (prose(text)) } }
            @if !parameters.is_empty() {
                h3 { (view.t("api-parameters")) }
                dl { @for one in &parameters {
                    dt { code { (one["name"].as_str().unwrap_or_default()) } " " span.quiet { (one["in"].as_str().unwrap_or_default()) } }
                    dd lang="en" { (prose(one["description"].as_str().unwrap_or_default())) }
                } }
            }
            @if let Some(body) = body {
                h3 { (view.t("api-body")) }
                pre tabindex="0" { code { (example(reference, body, 0)) } }
            }
            h3 { (view.t("api-answers")) }
            dl { @for (status, answer) in of["responses"].as_object().into_iter().flatten() {
                dt { code { (status) } }
                dd lang="en" { (prose(resolved(document, answer)["description"].as_str().unwrap_or_default())) }
            } }
        }
    }
}

/// What a schema describes, made up, in the order of the fields.
fn example(reference: &Reference, schema: &Json, depth: usize) -> String {
    let schema = resolved(reference.document, schema);
    let choices = [&schema["const"], &schema["enum"][0], &schema["examples"][0]];
    if let Some(first) = choices.into_iter().find(|choice| !choice.is_null()) {
        return first.to_string();
    }
    if let Some(first) = items(&schema["anyOf"]).chain(items(&schema["oneOf"])).next() {
        return example(reference, first, depth);
    }
    let inside = "  ".repeat(depth + 1);
    if let Some(properties) = schema["properties"].as_object() {
        // Few are enough to see how it goes.
        let few = reference.ordered(properties).into_iter().take(if depth < 2 { 6 } else { 3 });
        let lines: Vec<String> = few
            .map(|(key, one)| format!("{inside}\"{key}\": {}", example(reference, one, depth + 1)))
            .collect();
        return format!("{{\n{}\n{}}}", lines.join(",\n"), "  ".repeat(depth));
    }
    match (schema["type"].as_str().unwrap_or_default(), schema["format"].as_str()) {
        ("array", _) => format!("[{}]", example(reference, &schema["items"], depth)),
        ("integer", _) => schema.get("minimum").map_or_else(|| "1".to_owned(), Json::to_string),
        ("boolean", _) => "true".to_owned(),
        (_, Some("date")) => "\"2026-11-22\"".to_owned(),
        (_, Some("date-time")) => "\"2026-11-22T09:30:00Z\"".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

/// What stands between backticks is code.
fn prose(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() { @if at % 2 == 1 { code { (part) } } @else { (part) } }
    }
}

/// What a reference leads to, or the thing itself.
fn resolved<'d>(document: &'d Json, value: &'d Json) -> &'d Json {
    let reference = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    reference.and_then(|pointer| document.pointer(pointer)).unwrap_or(value)
}

fn items(value: &Json) -> impl Iterator<Item = &Json> {
    value.as_array().into_iter().flatten()
}
