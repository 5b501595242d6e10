//! An empty workbook to be filled in and imported: columns whose names the import knows.

use kernel::Result;
use records::{export, object};
use web::{Markup, Permission, Request, Response, Routes, html};

use crate::{
    App, View,
    export::{XLSX, file_name, spooled},
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/import/template.xlsx", Permission::Write, download);
}

fn download(app: &App, request: &Request) -> Result<Response> {
    let (object, file) = app.read(request, |cx| {
        let object = object::object(cx, request.query.text("object"))?;
        let file = spooled(app, |out| export::template(cx, &object, out))?;
        Ok((object, file))
    })?;
    Ok(Response::download(&file_name(request, object.path, "xlsx"), XLSX, file))
}

/// The templates there are, one for each kind of card.
pub(super) fn links(view: &View) -> Markup {
    html! {
        p.soft {
            (view.t("import-template")) " "
            @for (at, object) in view.catalog.cards().enumerate() {
                @if at > 0 { " · " }
                a.link href={ "/import/template.xlsx?object=" (object.key) } download { (view.many(object)) }
            }
        }
    }
}
