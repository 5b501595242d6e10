-- Who may come in. Users, workspaces and sessions are the only global tables, because they are asked before it is
-- known in which workspace somebody works.
CREATE TABLE users (
    id {id} NOT NULL,
    email {text} NOT NULL,
    email_key {text} NOT NULL,
    name {text} NOT NULL,
    password_hash {text} NOT NULL,
    language {text} NOT NULL,
    time_zone {text} NOT NULL,
    theme {text} NOT NULL DEFAULT 'system',
    density {text} NOT NULL DEFAULT 'comfortable',
    created_at BIGINT NOT NULL,
    disabled_at BIGINT,
    CONSTRAINT users_key PRIMARY KEY (id),
    CONSTRAINT users_email_unique UNIQUE (email_key)
) {clustered};

CREATE TABLE workspaces (
    id {id} NOT NULL,
    name {text} NOT NULL,
    language {text} NOT NULL,
    country {text} NOT NULL,
    currency {text} NOT NULL,
    time_zone {text} NOT NULL,
    settings {text} NOT NULL DEFAULT '{}',
    created_at BIGINT NOT NULL,
    CONSTRAINT workspaces_key PRIMARY KEY (id)
) {clustered};

-- One row, written by the first run, so that there is only one.
CREATE TABLE installations (
    number BIGINT NOT NULL,
    workspace_id {id} NOT NULL,
    set_up_at BIGINT NOT NULL,
    CONSTRAINT installations_key PRIMARY KEY (number),
    CONSTRAINT installations_one CHECK (number = 1)
) {clustered};

CREATE TABLE sessions (
    token_hash {bytes} NOT NULL,
    user_id {id} NOT NULL,
    workspace_id {id} NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    user_agent {text} NOT NULL,
    address {text} NOT NULL,
    CONSTRAINT sessions_key PRIMARY KEY (token_hash)
) {clustered};
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Attempts of the last minutes that failed or have not ended yet.
CREATE TABLE sign_in_attempts (
    key {text} NOT NULL,
    id {id} NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT sign_in_attempts_key PRIMARY KEY (key, id)
) {clustered};
CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (at);

CREATE TABLE memberships (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    role {text} NOT NULL,
    joined_at BIGINT NOT NULL,
    removed_at BIGINT,
    CONSTRAINT memberships_key PRIMARY KEY (workspace_id, user_id),
    CONSTRAINT memberships_role_known CHECK (role IN ('read_only', 'member', 'admin', 'owner'))
) {clustered};
CREATE INDEX memberships_by_user ON memberships (user_id);

CREATE TABLE invitations (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    email {text} NOT NULL,
    email_key {text} NOT NULL,
    role {text} NOT NULL,
    invited_by {id},
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    revoked_at BIGINT,
    CONSTRAINT invitations_key PRIMARY KEY (workspace_id, id),
    CONSTRAINT invitations_role_known CHECK (role IN ('read_only', 'member', 'admin', 'owner'))
) {clustered};
CREATE INDEX invitations_by_token ON invitations (token_hash);
