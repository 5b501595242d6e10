//! Undo, from a toast or from the history: of any change set, whenever.

use kernel::{Id, Result};
use records::{changes, undo};
use web::{Permission, Request, Response, Routes};

use crate::{App, View};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post("/changes/{set}/undo", Permission::Write, take_back);
}

fn take_back(app: &App, request: &Request) -> Result<Response> {
    let set = request.params.id("set")?;
    if app.read(request, |cx| changes::find(cx, set))?.touched > undo::AT_ONCE {
        return begin(app, request, set);
    }
    let undone = app.write(request, |tx| undo::undo(tx, set))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = match undone.kept.len() {
            0 => view.t("toast-undone").into_owned(),
            kept => view.tf("toast-undone-partly", &[("count", kept.into())]),
        };
        let again = Some(format!("/changes/{}/undo", undone.set));
        if request.is_fragment() {
            return Ok(Response::empty().toast(text, again).trigger("refresh", serde_json::json!({})));
        }
        Ok(Response::redirect(back(request)).toast(text, again))
    })
}

/// Nobody waits for a large one, and others write between its steps.
fn begin(app: &App, request: &Request, set: Id) -> Result<Response> {
    app.write(request, |tx| undo::start(tx, set))?;
    app.read(request, |cx| {
        let text = View::new(app, request, cx)?.t("toast-undo-begun").into_owned();
        if request.is_fragment() {
            return Ok(Response::empty().toast(text, None));
        }
        Ok(Response::redirect(back(request)).toast(text, None))
    })
}

fn back(request: &Request) -> String {
    request.header("referer").and_then(path_of).unwrap_or_else(|| "/history".to_owned())
}

/// The path of an address of ours.
fn path_of(referer: &str) -> Option<String> {
    let path = referer.split_once("://")?.1.split_once('/')?.1;
    let path = format!("/{path}");
    web::local_address(&path).map(str::to_owned)
}
