-- Where people work: locations, departments and teams as one tree, and who is in them. A unit at the top has the nil id
-- as its parent. A unit that was given up stays, because the history names it.
CREATE TABLE units (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    parent_id {id} NOT NULL,
    kind {text} NOT NULL,
    name {text} NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT,
    CONSTRAINT units_key PRIMARY KEY (workspace_id, id),
    CONSTRAINT units_kind_known CHECK (kind IN ('location', 'department', 'team'))
) {clustered};

CREATE TABLE unit_members (
    workspace_id {id} NOT NULL,
    unit_id {id} NOT NULL,
    user_id {id} NOT NULL,
    joined_at BIGINT NOT NULL,
    CONSTRAINT unit_members_key PRIMARY KEY (workspace_id, unit_id, user_id)
) {clustered};
CREATE INDEX unit_members_by_user ON unit_members (workspace_id, user_id);

-- The one unit of several where somebody belongs first.
ALTER TABLE memberships ADD COLUMN home_unit_id {id};
