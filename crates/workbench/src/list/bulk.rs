//! What is done to several selected cards at once, as one change set.

use std::sync::Arc;

use kernel::{Error, Id, Result};
use records::{ChangeSet, Object, save};
use web::{Permission, Request, Response, Routes};

use crate::{App, View};

pub(super) fn routes(routes: &mut Routes<App>, object: &Arc<Object>) {
    let declared = object.clone();
    routes.post(&format!("/{}/bulk", object.path), Permission::Write, move |app, request| {
        match request.form.text("do") {
            "merge" => merge(app, request, &declared),
            _ => trash(app, request, &declared),
        }
    });
}

/// Leads to the page that merges them.
fn merge(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let ids: Vec<Id> = request.form.all("id").filter_map(|id| id.parse().ok()).collect();
    if ids.len() > 1 {
        return Ok(Response::redirect(crate::merge::address(object, &ids)));
    }
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(Response::redirect(format!("/{}", object.path)).toast(view.t("merge-needs-two"), None))
    })
}

fn trash(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let ids: Vec<Id> = request.form.all("id").filter_map(|id| id.parse().ok()).collect();
    if request.form.text("do") != "trash" || ids.is_empty() {
        return Err(Error::invalid("id", "select-first"));
    }
    let set = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, "change-trashed");
        for id in &ids {
            save::trash(tx, &mut set, object, *id)?;
        }
        set.close(tx)?;
        Ok(set.id)
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = view.tf("toast-trashed-count", &[("count", ids.len().into())]);
        Ok(Response::redirect(format!("/{}", object.path)).toast(text, Some(format!("/changes/{set}/undo"))))
    })
}
