-- Signing in with the account of another service (OpenID Connect): one for a workspace, whom it knows, and who is on the
-- way there and back.
CREATE TABLE open_id_providers (
    workspace_id {id} NOT NULL,
    label {text} NOT NULL,
    issuer {text} NOT NULL,
    client_id {text} NOT NULL,
    client_secret {text} NOT NULL,
    domains {text} NOT NULL,
    newcomers {text} NOT NULL,
    claim {text} NOT NULL,
    role_names {text} NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT open_id_providers_key PRIMARY KEY (workspace_id)
) {clustered};

CREATE TABLE open_id_identities (
    workspace_id {id} NOT NULL,
    issuer {text} NOT NULL,
    subject {text} NOT NULL,
    user_id {id} NOT NULL,
    linked_at BIGINT NOT NULL,
    CONSTRAINT open_id_identities_key PRIMARY KEY (workspace_id, issuer, subject)
) {clustered};

CREATE TABLE open_id_requests (
    state_hash {bytes} NOT NULL,
    workspace_id {id} NOT NULL,
    nonce {text} NOT NULL,
    verifier {text} NOT NULL,
    next {text} NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT open_id_requests_key PRIMARY KEY (state_hash)
) {clustered};
CREATE INDEX open_id_requests_by_expiry ON open_id_requests (expires_at);
