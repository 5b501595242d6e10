//! A service of another protocol under an address of its own, for programs with a key: the edge asks who comes, and
//! hands them over with the request.

use std::{convert::Infallible, sync::Arc};

use axum::{
    body::Body,
    http,
    routing::{MethodRouter, any},
};
use kernel::Error;
use tower::{ServiceExt, util::BoxCloneSyncService};

use crate::{body::Refusal, door::Door, request::Visitor, routes::Permission, send::Sent, server::Edge};

type Service = BoxCloneSyncService<http::Request<Body>, http::Response<Body>, Infallible>;

/// Finds the [`Visitor`] in the extensions of each request.
pub struct Mount {
    pub(crate) path: &'static str,
    pub(crate) service: Service,
}

impl Mount {
    pub fn new(path: &'static str, service: Service) -> Mount {
        Mount { path, service }
    }

    pub(crate) fn routes<S: Door>(self, edge: Arc<Edge<S>>) -> MethodRouter {
        let service = self.service;
        any(move |request| async move { edge.answer_mounted(service, request).await })
    }
}

impl<S: Door> Edge<S> {
    async fn answer_mounted(&self, service: Service, request: http::Request<Body>) -> Sent {
        let (parts, body) = request.into_parts();
        let (mut seen, _) = self.begin(http::Request::from_parts(parts.clone(), Body::empty()));
        let admitted = match self.protect(&seen) {
            Ok(()) => {
                self.in_place(self.places(&seen.method), || self.admit(&mut seen, Permission::Read)).await
            }
            Err(refusal) => Err(refusal),
        };
        if let Err(refusal) = admitted {
            return self.refuse(&mut seen, refusal);
        }
        let mut request = http::Request::from_parts(parts, body);
        request.extensions_mut().insert::<Visitor>(seen.visitor.clone());
        match service.oneshot(request).await {
            Ok(sent) => sent,
            Err(never) => self.refuse(&mut seen, Refusal::from(Error::internal(never))),
        }
    }
}
