//! The edge: requests, routes with permissions, the document shell, the UI kit, assets and live push. It knows no
//! noun of any trade and no language: texts come ready.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod assets;
mod body;
mod compress;
pub mod door;
mod files;
pub mod flash;
pub mod form;
pub mod html;
pub mod live;
mod mount;
mod protect;
mod refuse;
pub mod request;
pub mod response;
pub mod routes;
mod send;
mod serve;
pub mod server;
pub mod upload;

pub use axum::http::{HeaderMap, Method, StatusCode, header};
pub use door::{Door, Settings};
pub use flash::Flash;
pub use form::Form;
pub use live::Live;
pub use maud::{Markup, html};
pub use mount::Mount;
pub use request::{Params, Request, SignedIn, Visitor, local_address};
pub use response::{Body, Response, SESSION_COOKIE};
pub use routes::{FORM_BYTES, Permission, Routes};
pub use serve::serve;
pub use server::{router, router_with};
pub use upload::Upload;
