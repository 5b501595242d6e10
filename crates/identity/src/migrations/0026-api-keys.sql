-- Keys with which programs come in. Each acts for whoever made it, with at most that person's own role.
CREATE TABLE api_keys (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    -- The end of the key, by which people tell it from others.
    ending {text} NOT NULL,
    name {text} NOT NULL,
    role {text} NOT NULL,
    user_id {id} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    used_at BIGINT,
    revoked_at BIGINT,
    CONSTRAINT api_keys_key PRIMARY KEY (workspace_id, id),
    CONSTRAINT api_keys_role_known CHECK (role IN ('read_only', 'member', 'admin', 'owner'))
) {clustered};
CREATE INDEX api_keys_by_token ON api_keys (token_hash);
