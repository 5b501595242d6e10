-- Addresses that programs read from without signing in, such as the calendar in a phone: whoever knows one, reads what it shows.
CREATE TABLE secret_addresses (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    -- What it shows: `calendar`.
    kind {text} NOT NULL,
    token_hash {bytes} NOT NULL,
    -- For whom it reads.
    user_id {id} NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT,
    CONSTRAINT secret_addresses_key PRIMARY KEY (workspace_id, id)
) {clustered};
CREATE INDEX secret_addresses_by_token ON secret_addresses (token_hash);
CREATE INDEX secret_addresses_by_user ON secret_addresses (workspace_id, user_id, kind);
