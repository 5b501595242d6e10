//! Undo, from a toast or from the history: of any change set, whenever.

use kernel::Result;
use records::undo::{self, Undoing};
use web::{Permission, Request, Response, Routes};

use crate::{App, View};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post("/changes/{set}/undo", Permission::Write, take_back);
}

fn take_back(app: &App, request: &Request) -> Result<Response> {
    let set = request.params.id("set")?;
    let undoing = app.write(request, |tx| undo::undo_or_begin(tx, set))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (text, again) = match undoing {
            Undoing::Begun => (view.t("toast-undo-begun").into_owned(), None),
            Undoing::Done(undone) => {
                let text = match undone.kept.len() {
                    0 => view.t("toast-undone").into_owned(),
                    kept => view.tf("toast-undone-partly", &[("count", kept.into())]),
                };
                (text, Some(format!("/changes/{}/undo", undone.set)))
            }
        };
        if request.is_fragment() {
            return Ok(Response::empty().toast(text, again).trigger("refresh", serde_json::json!({})));
        }
        let back = request.header("referer").and_then(path_of).unwrap_or_else(|| "/history".to_owned());
        Ok(Response::redirect(back).toast(text, again))
    })
}

/// The path of an address of ours.
fn path_of(referer: &str) -> Option<String> {
    let path = referer.split_once("://")?.1.split_once('/')?.1;
    let path = format!("/{path}");
    web::local_address(&path).map(str::to_owned)
}
