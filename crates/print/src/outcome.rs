//! A printing that takes long, while it goes on and when it is done: the file, and everybody who was left out.

use std::fs::File;

use anyhow::Context;
use kernel::{Error, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, Tone, link_button, notice, page_head, post_button, progress},
};
use workbench::{App, View, view::Page};

use crate::{
    job::{self, Print},
    page,
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/prints/{id}", Permission::Read, show);
    routes.get("/prints/{id}/file.pdf", Permission::Read, send);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    app.read(request, |cx| {
        let print = job::find(cx, id)?;
        let view = View::new(app, request, cx)?;
        let body = body(&view, &print)?;
        if request.is_fragment() {
            return Ok(Response::fragment(body));
        }
        let order = page::order(cx, &print.asked)?;
        let title = view.t(&format!("print-{}", order.what.key()));
        let content = html! {
            (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
            (body)
        };
        Ok(view.page(Page::new(title, format!("/{}", order.selection.object.path), content)))
    })
}

fn body(view: &View, print: &Print) -> Result<Markup> {
    let address = format!("/prints/{}", print.id);
    let moves = print.finished_at.is_none();
    let job = jobs::find(view.cx, print.job)?;
    let failed = moves && job.state.is_over();
    let going = moves && !failed;
    Ok(html! {
        div.printing-outcome #printing data-topic=[going.then(|| format!("print:{}", print.id))]
            hx-get=[going.then_some(&address)] hx-trigger=[going.then_some("live, every 1s")] hx-swap=[going.then_some("outerHTML")] {
            @if let Some(fault) = &print.fault {
                (notice(Some(Tone::Negative), &html! { (view.render(fault)) }, Some((&format!("/print?{}", print.asked.encode()), &view.t("print-again")))))
            } @else if failed {
                (notice(Some(Tone::Negative), &html! { (view.t("print-fault-broken")) }, Some((&format!("/print?{}", print.asked.encode()), &view.t("print-again")))))
            } @else if moves {
                @let (done, total) = (job.progress_done.unsigned_abs(), job.progress_total.unsigned_abs());
                section.running aria-label=(view.t("print-under-way")) {
                    h2 { (view.t("print-under-way")) }
                    (progress(done, total, &view.t("print-under-way"), &view.tf("job-progress", &[("done", done.into()), ("total", total.into())])))
                    p.soft.small { (view.t("print-may-close")) }
                }
            } @else {
                (done(view, print, &address))
                @for missing in &print.missing { (page::no_font(view, missing)) }
                (page::left_out(view, &print.left_out, usize::try_from(print.left_out_count).unwrap_or_default()))
            }
        }
    })
}

fn done(view: &View, print: &Print, address: &str) -> Markup {
    let said = view.tf("print-done", &[("pieces", print.pieces.into()), ("pages", print.pages.into())]);
    html! {
        section.running {
            h2 { (said) }
            div.form-actions {
                (link_button(format!("{address}/file.pdf"), view.t("print-download")).primary().icon("download"))
                (link_button(format!("/print?{}", print.asked.encode()), view.t("print-again")))
                @if let (Some(set), true) = (print.set, view.may_write()) {
                    (post_button(&format!("/changes/{set}/undo"), &web::html::button(view.t("print-forget")).plain().icon("undo")))
                }
            }
            p.soft.small { (view.t("print-kept-a-week")) }
        }
    }
}

fn send(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let (print, path, what) = app.read(request, |cx| {
        let print = job::find(cx, id)?;
        let what = page::order(cx, &print.asked)?.what;
        Ok((print, job::path(cx, id), what))
    })?;
    if print.finished_at.is_none() || print.fault.is_some() || !path.exists() {
        return Err(Error::NotFound);
    }
    let file = File::open(&path).context("opening a printed file")?;
    let day = print.finished_at.map(|at| at.in_zone(&request.scope().locality.time_zone).date());
    let name = format!("{}-{}.pdf", what.key(), day.map(|day| day.to_string()).unwrap_or_default());
    Ok(Response::download(&name, "application/pdf", file))
}
