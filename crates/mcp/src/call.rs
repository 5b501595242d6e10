//! Calling a tool: one unit of work, through the functions of the API.

use kernel::{Cx, Error, FieldErrors, Id, Result, Scope, Text, Tx};
use records::{
    Filter, Json, Object, Query, Sort,
    field::{reference, schema::ID},
    links,
    object::ObjectKind,
    query::Cursor,
    record,
};
use serde_json::{Map, json};
use workbench::{
    App,
    api::{Listing, Write, activities, catalog, list, merge, object_at, search, segment, shape, wire, write},
    contact,
};

use crate::tools;

/// What happened last, when a record is read.
const LATEST: usize = 10;
/// Records in a page unless more are asked for: an assistant reads slowly.
const USUAL: usize = 25;

type Arguments = Map<String, Json>;

pub(crate) fn call(app: &App, scope: &Scope, tool: &str, arguments: &Arguments) -> Result<Json> {
    check(tool, arguments)?;
    let scope = scope.clone().through("mcp");
    match tool {
        "search" => app.db.read(&scope, |cx| find(cx, arguments)),
        "describe_objects" => app.db.read(&scope, |cx| describe(cx, arguments)),
        "list" => app.db.read(&scope, |cx| page(cx, arguments)),
        "get" => app.db.read(&scope, |cx| get(cx, arguments)),
        "create" => app.db.write(&scope, |tx| create(tx, arguments)),
        "update" => app.db.write(&scope, |tx| update(tx, arguments)),
        "merge_cards" => app.db.write(&scope, |tx| merge_cards(tx, arguments)),
        "log_activity" => app.db.write(&scope, |tx| log(tx, arguments)),
        _ => Err(Error::NotFound),
    }
}

/// The arguments are as the tool says.
fn check(tool: &str, arguments: &Arguments) -> Result<()> {
    let mut errors = FieldErrors::default();
    if let Some(tool) = tools::all().into_iter().find(|one| one.name == tool) {
        let schema = Json::Object((*tool.input_schema).clone());
        shape::fits(&Json::Object(arguments.clone()), &schema, "", &mut errors);
    }
    errors.into_result()
}

fn text<'a>(arguments: &'a Arguments, name: &str) -> &'a str {
    arguments.get(name).and_then(Json::as_str).unwrap_or_default()
}

fn texts(arguments: &Arguments, name: &str) -> Vec<String> {
    let items = arguments.get(name).and_then(Json::as_array).into_iter().flatten();
    items.filter_map(Json::as_str).map(str::to_owned).collect()
}

fn number(arguments: &Arguments, name: &str, usual: usize) -> usize {
    arguments
        .get(name)
        .and_then(Json::as_u64)
        .and_then(|number| usize::try_from(number).ok())
        .unwrap_or(usual)
}

fn fields(arguments: &Arguments) -> Map<String, Json> {
    arguments.get("fields").and_then(Json::as_object).cloned().unwrap_or_default()
}

fn object(cx: &Cx, arguments: &Arguments) -> Result<std::sync::Arc<Object>> {
    object_at(cx, text(arguments, "object")).map_err(|_| Error::invalid("object", "not-a-choice"))
}

fn id(arguments: &Arguments) -> Result<Id> {
    text(arguments, "id").parse().map_err(|_| Error::invalid("id", "api-no-such-card"))
}

fn find(cx: &Cx, arguments: &Arguments) -> Result<Json> {
    let object = arguments.get("object").and_then(Json::as_str);
    let hits = search::hits(cx, text(arguments, "query"), object, number(arguments, "limit", 10))?;
    Ok(json!({ "found": hits }))
}

fn describe(cx: &Cx, arguments: &Arguments) -> Result<Json> {
    let locale = locale::Locale::new(cx.locality());
    if arguments.contains_key("object") {
        let object = object(cx, arguments)?;
        let described = |field: &records::Field| {
            let mut schema = field.kind.schema();
            schema["title"] = object.field_name(field, locale.language()).into_owned().into();
            if field.computed {
                schema["readOnly"] = true.into();
            }
            if field.required {
                schema["required"] = true.into();
            }
            (field.key.clone(), schema)
        };
        let fields: Map<String, Json> = object.fields.iter().map(described).collect();
        return Ok(
            json!({ "object": object.key, "name": object.one_name(locale.language()), "fields": fields, "id": ID }),
        );
    }
    let one = |object: &std::sync::Arc<Object>| {
        json!({
            "object": object.key,
            "name": object.many_name(locale.language()),
            "kind": if object.kind == ObjectKind::Card { "card" } else { "activity" },
            "path": segment(object),
            "fields": object.fields.iter().map(|field| field.key.as_str()).collect::<Vec<_>>(),
        })
    };
    let objects: Vec<Json> = catalog(cx)?.objects().iter().map(one).collect();
    Ok(json!({ "objects": objects }))
}

fn page(cx: &Cx, arguments: &Arguments) -> Result<Json> {
    let object = object(cx, arguments)?;
    let filter = arguments.get("filter").map(Json::to_string).unwrap_or_default();
    let sort = text(arguments, "sort").split(',').map(str::trim).filter(|part| !part.is_empty());
    let after = arguments.get("after").and_then(Json::as_str).map(Cursor::parse).transpose()?;
    let listing = Listing {
        query: Query {
            filter: Filter::parse(&filter)?,
            words: text(arguments, "words").to_owned(),
            sort: sort.map(Sort::parse).collect(),
            after,
            ..Query::default()
        },
        limit: number(arguments, "limit", USUAL),
        fields: texts(arguments, "fields"),
        include: texts(arguments, "include"),
        count: true,
    };
    Ok(serde_json::from_slice(&list::page(cx, segment(&object), &listing)?)?)
}

fn get(cx: &Cx, arguments: &Arguments) -> Result<Json> {
    let record = record::find(cx, &object(cx, arguments)?, id(arguments)?)?;
    let related = |other: &links::Related| {
        json!({
            "card": reference::reference(&other.object, other.id), "title": other.title, "kind": other.link.kind,
            "role": other.link.role, "forth": other.forth,
        })
    };
    let links: Vec<Json> = links::of(cx, record.id)?.iter().map(related).collect();
    let happened = activities::of_card(cx, &record, None, LATEST)?;
    let record = wire::sent(&record, &wire::reading(cx, [&record])?)?;
    Ok(json!({ "record": record, "links": links, "activities": happened["data"] }))
}

fn create(tx: &mut Tx, arguments: &Arguments) -> Result<Json> {
    let object = object(tx, arguments)?;
    let written = write::alone(tx, "change-created", |tx, set| {
        Write::Create.run(tx, set, &object, &fields(arguments))
    })?;
    Ok(json!({ "record": written.sent(tx)? }))
}

fn update(tx: &mut Tx, arguments: &Arguments) -> Result<Json> {
    let object = object(tx, arguments)?;
    let id = id(arguments)?;
    let before = record::find_to_change(tx, &object, id)?;
    let seen = arguments.get("version").and_then(Json::as_str);
    if seen.is_some_and(|seen| seen != wire::version(&before)) {
        return Err(Error::conflict("api-changed-meanwhile"));
    }
    let written = write::alone(tx, "change-edited", |tx, set| {
        Write::Update(id).run(tx, set, &object, &fields(arguments))
    })?;
    Ok(json!({ "record": written.sent(tx)? }))
}

fn log(tx: &mut Tx, arguments: &Arguments) -> Result<Json> {
    let kind = text(arguments, "kind");
    let object = object_at(tx, kind).ok().filter(|object| object.kind == ObjectKind::Activity);
    let object = object.ok_or_else(|| Error::Invalid(FieldErrors::of("kind", Text::new("not-a-choice"))))?;
    let rule = object.timeline.ok_or(Error::NotFound)?;
    let mut values = fields(arguments);
    values.insert(rule.about.to_owned(), text(arguments, "about").into());
    if arguments.contains_key("override") {
        contact::despite(tx, text(arguments, "override"))?;
    }
    let written = write::alone(tx, "change-logged", |tx, set| Write::Create.run(tx, set, &object, &values))?;
    Ok(json!({ "record": written.sent(tx)? }))
}

fn merge_cards(tx: &mut Tx, arguments: &Arguments) -> Result<Json> {
    let object = object(tx, arguments)?;
    let mut asked = arguments.clone();
    asked.remove("object");
    merge::run(tx, &object, &Json::Object(asked))
}
