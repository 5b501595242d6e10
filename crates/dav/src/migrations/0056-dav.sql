-- What each person's programs keep a copy of: their collections, and which records were in them when somebody last looked. A place
-- in the counting of a collection is what a program comes back with to hear what changed since.
CREATE TABLE dav_collections (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    key {text} NOT NULL,
    -- The last number given to a change.
    seq BIGINT NOT NULL,
    -- What left before this number is forgotten: who comes with an older one begins anew.
    floor BIGINT NOT NULL,
    -- What programs may set themselves, such as a colour: JSON by name.
    properties {text} NOT NULL,
    CONSTRAINT dav_collections_pkey PRIMARY KEY (workspace_id, user_id, key)
) {clustered};
CREATE TABLE dav_members (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    key {text} NOT NULL,
    record_id {id} NOT NULL,
    version {text} NOT NULL,
    seq BIGINT NOT NULL,
    -- When it left; 0 as long as it is there.
    gone_at BIGINT NOT NULL,
    CONSTRAINT dav_members_pkey PRIMARY KEY (workspace_id, user_id, key, record_id)
) {clustered};
-- Names that programs chose for what they made: they ask for it by these for ever.
CREATE TABLE dav_names (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    -- `appointment`, `task` or `card`.
    kind {text} NOT NULL,
    name {text} NOT NULL,
    record_id {id} NOT NULL,
    CONSTRAINT dav_names_pkey PRIMARY KEY (workspace_id, user_id, kind, name)
) {clustered};
CREATE INDEX dav_names_by_record ON dav_names (workspace_id, user_id, record_id);
-- Collections beside those that everybody has: a colleague's calendar, cards that are followed, a saved view.
CREATE TABLE dav_choices (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    key {text} NOT NULL,
    CONSTRAINT dav_choices_pkey PRIMARY KEY (workspace_id, user_id, key)
) {clustered};
