//! What is asked of the other service. Nothing here runs inside a transaction.

use std::{collections::BTreeMap, time::Duration};

use kernel::{Error, Result, Text};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse,
    IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim,
        CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use serde::{Deserialize, Serialize};

use super::Provider;

/// How long the other service may take, and how much it may say.
const PATIENCE: Duration = Duration::from_secs(10);
const MOST_BYTES: u64 = 1024 * 1024;

/// The way there.
pub(super) struct Way {
    pub(super) address: String,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

/// Whom the service vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) subject: String,
    /// Only when the service says that it is theirs.
    pub(super) email: Option<String>,
    pub(super) name: String,
    /// The values of the claim that names roles.
    pub(super) groups: Vec<String>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Others(BTreeMap<String, serde_json::Value>);

impl AdditionalClaims for Others {}

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Others,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

type Service = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The service's own description of itself.
pub(super) fn discover(provider: &Provider) -> Result<CoreProviderMetadata> {
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(unavailable)?;
    CoreProviderMetadata::discover(&issuer, &client()).map_err(unavailable)
}

pub(super) fn way(provider: &Provider, back: &str) -> Result<Way> {
    let service = service(provider, back)?;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (address, state, nonce) = service
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
        .add_scope(Scope::new("email".to_owned()))
        .add_scope(Scope::new("profile".to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    Ok(Way {
        address: address.into(),
        state: state.into_secret(),
        nonce: nonce.secret().to_owned(),
        verifier: verifier.into_secret(),
    })
}

/// Whom the code stands for, after everything that the service signed has been checked.
pub(super) fn exchange(
    provider: &Provider,
    back: &str,
    code: &str,
    verifier: &str,
    nonce: &str,
) -> Result<Known> {
    let service = service(provider, back)?;
    let tokens = service
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(unavailable)?
        .set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()))
        .request(&client())
        .map_err(refused)?;
    let token = tokens.id_token().ok_or_else(|| refused("there is no ID token"))?;
    let claims =
        token.claims(&service.id_token_verifier(), &Nonce::new(nonce.to_owned())).map_err(refused)?;
    let (Others(mut others), subject) = (claims.additional_claims().clone(), claims.subject().clone());
    let mut known = Known {
        subject: subject.as_str().to_owned(),
        email: claims
            .email()
            .filter(|_| claims.email_verified() == Some(true))
            .map(|email| email.as_str().to_owned()),
        name: claims
            .name()
            .and_then(|name| name.get(None))
            .map(|name| name.as_str().to_owned())
            .unwrap_or_default(),
        groups: Vec::new(),
    };
    // Some say little in the token and the rest when asked.
    if known.email.is_none() || !provider.claim.is_empty() && !others.contains_key(&provider.claim) {
        let more = more(&service, tokens.access_token(), subject)?;
        if let (None, Some(true)) = (&known.email, more.email_verified()) {
            known.email = more.email().map(|email| email.as_str().to_owned());
        }
        if known.name.is_empty()
            && let Some(name) = more.name().and_then(|name| name.get(None))
        {
            known.name = name.as_str().to_owned();
        }
        others.extend(more.additional_claims().0.clone());
    }
    known.groups = others.get(&provider.claim).map(values).unwrap_or_default();
    Ok(known)
}

fn more(
    service: &Service,
    token: &AccessToken,
    subject: openidconnect::SubjectIdentifier,
) -> Result<UserInfoClaims<Others, CoreGenderClaim>> {
    let asked = service.user_info(token.clone(), Some(subject)).map_err(refused)?;
    asked.request(&client()).map_err(refused)
}

fn service(provider: &Provider, back: &str) -> Result<Service> {
    let back = RedirectUrl::new(back.to_owned()).map_err(Error::internal)?;
    let (id, secret) = (provider.client_id.clone(), provider.client_secret.clone());
    let service = Client::from_provider_metadata(
        discover(provider)?,
        ClientId::new(id),
        Some(ClientSecret::new(secret)),
    );
    Ok(service.set_redirect_uri(back))
}

/// A text, or a list of texts.
fn values(claim: &serde_json::Value) -> Vec<String> {
    match claim {
        serde_json::Value::String(value) => vec![value.clone()],
        serde_json::Value::Array(values) => {
            values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

fn client() -> impl Fn(HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let settings = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        // A redirect could lead where the administrator did not point.
        .max_redirects(0)
        .http_status_as_error(false);
    let agent = ureq::Agent::new_with_config(settings.build());
    move |request: HttpRequest| {
        let (parts, mut body) = agent.run(request)?.into_parts();
        let bytes = body.with_config().limit(MOST_BYTES).read_to_vec()?;
        Ok(HttpResponse::from_parts(parts, bytes))
    }
}

fn unavailable(cause: impl std::fmt::Display) -> Error {
    tracing::warn!(%cause, "the service that people sign in with does not answer as it should");
    Error::Unavailable(Text::new("identity-open-id-unreachable"))
}

/// Why is for the log: it tells a stranger nothing they should know.
fn refused(cause: impl std::fmt::Display) -> Error {
    tracing::info!(%cause, "somebody whom the other service sent back was refused");
    Error::invalid("", "identity-open-id-refused")
}
