-- Roles of a workspace's own: a set of rights under a name, of which somebody may have several.
CREATE TABLE roles (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    name {text} NOT NULL,
    rights {text} NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT,
    CONSTRAINT roles_key PRIMARY KEY (workspace_id, id)
) {clustered};

CREATE TABLE user_roles (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    role_id {id} NOT NULL,
    given_at BIGINT NOT NULL,
    CONSTRAINT user_roles_key PRIMARY KEY (workspace_id, user_id, role_id)
) {clustered};
CREATE INDEX user_roles_by_role ON user_roles (workspace_id, role_id);

-- One card or view shown to somebody beyond what their roles say. A share is with a user or with a unit; the other is
-- the nil id.
CREATE TABLE shares (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    object {text} NOT NULL,
    record_id {id} NOT NULL,
    user_id {id} NOT NULL,
    unit_id {id} NOT NULL,
    may {text} NOT NULL,
    until_at BIGINT,
    shared_by {id},
    created_at BIGINT NOT NULL,
    CONSTRAINT shares_key PRIMARY KEY (workspace_id, id),
    CONSTRAINT shares_once UNIQUE (workspace_id, object, record_id, user_id, unit_id),
    CONSTRAINT shares_may_known CHECK (may IN ('see', 'edit'))
);
CREATE INDEX shares_by_user ON shares (workspace_id, user_id, object);
CREATE INDEX shares_by_unit ON shares (workspace_id, unit_id, object);
