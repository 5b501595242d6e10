//! Imports under way, at the foot of every page of whoever started them.

use jobs::JobRow;
use kernel::{Cx, Id, Result};
use records::import::{self, Import};
use web::{Markup, Permission, Request, Response, Routes, html, html::job_link};

use super::address;
use crate::App;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/jobs", Permission::SignedIn, show);
}

/// The links alone, for a page that is open.
fn show(app: &App, request: &Request) -> Result<Response> {
    let user = request.signed_in()?.user;
    app.read(request, |cx| Ok(Response::fragment(under_way(cx, user))))
}

/// A link for each import that this user has under way. They ask for themselves again while there are any. A page
/// is not lost because of them: what cannot be found out is left out, and logged.
pub(crate) fn under_way(cx: &Cx, user: Id) -> Markup {
    let running = running(cx, user).unwrap_or_else(|error| {
        tracing::error!(%error, "The imports under way could not be listed");
        Vec::new()
    });
    html! {
        @if !running.is_empty() {
            div data-topic="imports" hx-get="/jobs" hx-trigger="live, every 2s" hx-target="#jobs" {
                @for (import, job) in &running {
                    @let (done, total) = (job.progress_done.unsigned_abs(), job.progress_total.unsigned_abs());
                    (job_link(&address(import.id), &format!("job-{}", import.id), done, total, &import.file_name))
                }
            }
        }
    }
}

fn running(cx: &Cx, user: Id) -> Result<Vec<(Import, JobRow)>> {
    let mut found = Vec::new();
    for import in import::under_way(cx, user)? {
        if let Some(job) = import.job {
            found.push((import, jobs::find(cx, job)?));
        }
    }
    Ok(found)
}
