-- What was done, by whom, through what. One set is what one undo takes back.
CREATE TABLE change_sets (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    made_at BIGINT NOT NULL,
    actor_id {id},
    through {text} NOT NULL,
    label {text} NOT NULL,
    subject {text} NOT NULL,
    touched BIGINT NOT NULL DEFAULT 0,
    undoes {id},
    undone_by {id},
    CONSTRAINT change_sets_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

-- Append-only: each record's history in order. `fields` is {"key": [before, after]}.
CREATE TABLE changes (
    workspace_id {id} NOT NULL,
    record_id {id} NOT NULL,
    id {id} NOT NULL,
    set_id {id} NOT NULL,
    object {text} NOT NULL,
    kind {text} NOT NULL,
    fields {text} NOT NULL,
    CONSTRAINT changes_pkey PRIMARY KEY (workspace_id, record_id, id)
) {clustered};
CREATE INDEX changes_by_set ON changes (workspace_id, set_id, id);

-- Relations between cards: written once, read from both sides.
CREATE TABLE links (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    kind {text} NOT NULL,
    from_object {text} NOT NULL,
    from_id {id} NOT NULL,
    to_object {text} NOT NULL,
    to_id {id} NOT NULL,
    role {text} NOT NULL DEFAULT '',
    started_on {text} NOT NULL DEFAULT '',
    ended_on {text} NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    CONSTRAINT links_pkey PRIMARY KEY (workspace_id, id)
) {clustered};
CREATE INDEX links_from ON links (workspace_id, from_id, kind);
CREATE INDEX links_to ON links (workspace_id, to_id, kind);

-- Kinds of relation that a workspace named itself.
CREATE TABLE link_kinds (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    from_object {text} NOT NULL,
    to_object {text} NOT NULL,
    forth {text} NOT NULL,
    back {text} NOT NULL,
    CONSTRAINT link_kinds_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

-- Normalised e-mails, phones, addresses and names: who is calling, is this card here already.
CREATE TABLE lookups (
    workspace_id {id} NOT NULL,
    kind {text} NOT NULL,
    value {text} NOT NULL,
    record_id {id} NOT NULL,
    object {text} NOT NULL,
    CONSTRAINT lookups_pkey PRIMARY KEY (workspace_id, kind, value, record_id)
) {clustered};

-- What stands on the timeline of which card.
CREATE TABLE timeline (
    workspace_id {id} NOT NULL,
    card_id {id} NOT NULL,
    at BIGINT NOT NULL,
    record_id {id} NOT NULL,
    object {text} NOT NULL,
    CONSTRAINT timeline_pkey PRIMARY KEY (workspace_id, card_id, at, record_id)
) {clustered};
CREATE INDEX timeline_by_record ON timeline (workspace_id, record_id);

-- Which cards somebody looked at, newest last.
CREATE TABLE visits (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    record_id {id} NOT NULL,
    object {text} NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (workspace_id, user_id, record_id)
) {clustered};
CREATE INDEX visits_recent ON visits (workspace_id, user_id, at);

-- Files by content; the bytes lie in the data directory under their hash.
CREATE TABLE files (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    sha256 {text} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    size BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT files_pkey PRIMARY KEY (workspace_id, id)
) {clustered};
