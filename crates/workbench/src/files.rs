//! Files and pictures: sending them, and the photo of a card.

use std::sync::Arc;

use kernel::{Error, Result};
use records::{
    ChangeSet, Object, files, record,
    save::{self, Values},
};
use web::{
    Permission, Request, Response, Routes, header, html,
    html::{AvatarSize, PageHead, button, field, link_button, page_head},
};

use crate::{
    App, View,
    place::Place,
    view::{Page, card_avatar},
};

/// The largest photo.
const PHOTO_BYTES: u64 = 10 * 1024 * 1024;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/files/{id}", Permission::Read, send);
}

pub(crate) fn photo_route(routes: &mut Routes<App>, place: &Place) {
    if place.has(|object| object.at("photo").is_some()) {
        place.get(routes, "/{id}/photo", Permission::Write, choose);
        place.upload(routes, "/{id}/photo", Permission::Write, PHOTO_BYTES, photo);
    }
}

/// Pictures in their place; everything else only as a download, so that no file runs as a page of ours.
fn send(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let (file, bytes) = app.read(request, |cx| {
        let file = files::find(cx, id)?;
        let bytes = files::bytes(cx, &file)?;
        Ok((file, bytes))
    })?;
    let shown = files::may_be_shown(&file.media_type);
    let response = if shown {
        Response::content(&file.media_type, bytes)
    } else {
        Response::download(&file.name, "application/octet-stream", bytes)
    };
    // A file never changes under its id.
    Ok(response.header(header::CACHE_CONTROL, "private, max-age=31536000, immutable"))
}

/// The form for a photo.
fn choose(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let card = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?;
        let title = card.title(&view.reading);
        let head = PageHead { title: &title, count: None, lead: None, actions: html! {} };
        let body = html! {
            (page_head(&head))
            form.form method="post" action={ (card.address()) "/photo" } enctype="multipart/form-data" {
                (card_avatar(&card, &title, AvatarSize::Large))
                (field("photo", view.t("photo")).file("image/png,image/jpeg,image/gif,image/webp").help(view.t("photo-help")))
                div.form-actions {
                    (button(view.t("save")).primary())
                    (link_button(card.address(), view.t("cancel")).plain())
                }
            }
        };
        Ok(view.page(Page::new(title.clone(), format!("/{}", object.path), body)))
    })
}

fn photo(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let upload = request.uploads.first().ok_or_else(|| Error::invalid("photo", "required"))?;
    let bytes = std::fs::read(&upload.path)?;
    if !files::may_be_shown(files::media_type(&bytes)) {
        return Err(Error::invalid("photo", "not-an-image"));
    }
    let (address, set) = app.write(request, |tx| {
        let file = files::add(tx, &upload.file_name, &bytes)?;
        let mut set = ChangeSet::new(tx, "change-photo");
        let values = Values::from_iter([("photo".to_owned(), file.value())]);
        save::edit(tx, &mut set, object, id, values, &Values::new())?.saved()?;
        set.close(tx)?;
        Ok((record::find(tx, object, id)?.address(), set.id))
    })?;
    let locale = locale::Locale::new(&request.scope().locality);
    Ok(Response::redirect(address).toast(locale.t("toast-photo"), Some(format!("/changes/{set}/undo"))))
}
