-- Saved views: an address of a list under a name.
CREATE TABLE views (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    object {text} NOT NULL,
    name {text} NOT NULL,
    address {text} NOT NULL,
    -- private, team or all
    scope {text} NOT NULL,
    owner_id {id} NOT NULL,
    unit_id {id} NOT NULL,
    position BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    trashed_at BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT views_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

CREATE INDEX views_by_object ON views (workspace_id, object, position);

-- What somebody has in their sidebar.
CREATE TABLE view_favourites (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    view_id {id} NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT view_favourites_pkey PRIMARY KEY (workspace_id, user_id, view_id)
) {clustered};

-- What a team, or everybody where the unit is nil, sees first.
CREATE TABLE view_defaults (
    workspace_id {id} NOT NULL,
    object {text} NOT NULL,
    unit_id {id} NOT NULL,
    view_id {id} NOT NULL,
    CONSTRAINT view_defaults_pkey PRIMARY KEY (workspace_id, object, unit_id)
) {clustered};
