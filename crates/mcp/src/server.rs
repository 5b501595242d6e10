//! What the protocol asks of a server: who it is, which tools it has, and calling one.

use std::sync::Arc;

use axum::http::request::Parts;
use kernel::{Error, Id};
use locale::Locale;
use rmcp::{
    ErrorData, RoleServer, ServerHandler,
    model::{
        CallToolRequestParams, CallToolResponse, CallToolResult, Implementation, ListToolsResult,
        PaginatedRequestParams, ServerCapabilities, ServerConfig,
    },
    service::RequestContext,
};
use tokio::task::block_in_place;
use web::Visitor;
use workbench::{App, api::problem};

use crate::{call, tools};

pub(crate) struct Server {
    pub(crate) app: Arc<App>,
}

const INSTRUCTIONS: &str = "A CRM. Call describe_objects before you write, search before you create: the customer may be \
    here already. References are written object:id. What you change stands in the history and can be undone.";

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let mut config = ServerConfig::new(ServerCapabilities::builder().enable_tools().build());
        config.server_info =
            Implementation::new("kartotek", env!("CARGO_PKG_VERSION")).with_title("Kartotek");
        config.instructions = Some(INSTRUCTIONS.to_owned());
        config
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(tools::all()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let visitor = visitor(&context)?;
        if !tools::all().iter().any(|tool| tool.name == request.name) {
            return Err(ErrorData::invalid_params("There is no such tool.", None));
        }
        let arguments = request.arguments.unwrap_or_default();
        // Tools wait for the database as pages do.
        let answered = block_in_place(|| {
            let key: Id =
                visitor.user.as_ref().and_then(|user| user.session.parse().ok()).ok_or(Error::SignIn)?;
            match self.app.api.limits.take(key, self.app.db.clock().now()).left {
                Some(_) => call::call(&self.app, &visitor.scope, &request.name, &arguments),
                None => Err(Error::TooMany),
            }
        });
        Ok(match answered {
            Ok(answer) => CallToolResult::structured(answer).into(),
            Err(error) => {
                if let Error::Internal(cause) = &error {
                    tracing::error!(tool = %request.name, cause = format!("{cause:#}"), "A tool failed");
                }
                let locale = Locale::new(&visitor.scope.locality);
                let told = problem::of(&locale, problem::status_of(&error), &error);
                CallToolResult::structured_error(told).into()
            }
        })
    }
}

/// Who calls, as the edge found out.
fn visitor(context: &RequestContext<RoleServer>) -> Result<Visitor, ErrorData> {
    let parts = context.extensions.get::<Parts>();
    let visitor = parts.and_then(|parts| parts.extensions.get::<Visitor>()).cloned();
    visitor.ok_or_else(|| ErrorData::internal_error("nobody is there", None))
}
