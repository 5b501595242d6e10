//! What is done to several selected cards at once, as one change set.

use std::sync::Arc;

use kernel::{Error, Id, Result};
use records::{
    ChangeSet, Object,
    access::{self, Verb},
    record, save,
};
use web::{Permission, Request, Response, Routes};

use crate::{App, View, place::Place};

pub(super) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.post(routes, "/bulk", Permission::Write, trash);
}

fn trash(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let ids: Vec<Id> = request.form.all("id").filter_map(|id| id.parse().ok()).collect();
    if request.form.text("do") != "trash" || ids.is_empty() {
        return Err(Error::invalid("id", "select-first"));
    }
    let set = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, "change-trashed");
        if ids.len() > 1 {
            for record in record::find_many(tx, object, &ids)?.values() {
                access::require_on(tx, record, Verb::Bulk)?;
            }
        }
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
