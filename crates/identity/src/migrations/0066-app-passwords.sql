-- Passwords for programs that can do nothing but ask for one, such as the calendar of a phone. Each belongs to one person and is
-- none of theirs: it opens what such programs use, and nothing else.
CREATE TABLE app_passwords (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    user_id {id} NOT NULL,
    -- On which device it is.
    name {text} NOT NULL,
    token_hash {bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT,
    CONSTRAINT app_passwords_key PRIMARY KEY (workspace_id, id)
) {clustered};
CREATE INDEX app_passwords_by_token ON app_passwords (token_hash);
CREATE INDEX app_passwords_by_user ON app_passwords (workspace_id, user_id);
