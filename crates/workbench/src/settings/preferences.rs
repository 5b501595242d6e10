//! How this browser shows pages, chosen without script: the forms around `k-theme` come here. The cookies last as long
//! as the browser runs, for scripts cannot change what the server has set.

use kernel::{Error, Result};
use web::{Permission, Request, Response, Routes, local_address};

use crate::App;

/// What can be chosen, and between what; the first is what holds without a choice.
const CHOICES: [(&str, &[&str]); 3] = [
    ("theme", &["system", "light", "dark"]),
    ("density", &["comfortable", "compact"]),
    ("sidebar", &["wide", "narrow"]),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/preferences", Permission::SignedIn, choose);
}

fn choose(_: &App, request: &Request) -> Result<Response> {
    let chosen = CHOICES.iter().find_map(|(name, values)| {
        let wanted = request.form.text(name);
        let value = values.iter().find(|value| **value == wanted)?;
        // The button of the sidebar always says "narrow"; pressed again it means the opposite.
        let again = *name == "sidebar" && request.cookie(name) == Some(*value);
        Some((*name, if again { values[0] } else { *value }))
    });
    let (name, value) = chosen.ok_or(Error::NotFound)?;
    let back = request.header("referer").and_then(|referer| referer.split_once("://")).map(|(_, rest)| rest);
    let back = back.and_then(|rest| local_address(&rest[rest.find('/')?..])).unwrap_or("/");
    Ok(Response::redirect(back).cookie(name, value, None))
}
