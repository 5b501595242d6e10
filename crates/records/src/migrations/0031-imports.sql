-- Files that are or were imported, with all that was chosen and counted.
CREATE TABLE imports (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    file_name {text} NOT NULL,
    path {text} NOT NULL,
    format {text} NOT NULL,
    encoding {text} NOT NULL,
    dialect {text} NOT NULL,
    source {text} NOT NULL,
    mapping {text} NOT NULL,
    mode {text} NOT NULL,
    match_by {text} NOT NULL,
    state {text} NOT NULL,
    totals {text} NOT NULL,
    expected {text} NOT NULL DEFAULT '',
    rate BIGINT NOT NULL DEFAULT 0,
    set_id {id},
    job_id {id},
    created_by {id},
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    CONSTRAINT imports_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

-- Every page asks what is under way.
CREATE INDEX imports_by_state ON imports (workspace_id, state);

-- Rows that could not be taken, to be mended and imported again.
CREATE TABLE import_rows_bad (
    workspace_id {id} NOT NULL,
    import_id {id} NOT NULL,
    line BIGINT NOT NULL,
    number BIGINT NOT NULL,
    header {text} NOT NULL,
    reason {text} NOT NULL,
    row_text {text} NOT NULL,
    CONSTRAINT import_rows_bad_pkey PRIMARY KEY (workspace_id, import_id, line, number)
) {clustered};

-- Who is whose spouse in a file: made into relations when all its cards are there.
CREATE TABLE import_relations (
    workspace_id {id} NOT NULL,
    import_id {id} NOT NULL,
    id {id} NOT NULL,
    from_object {text} NOT NULL,
    from_id {id} NOT NULL,
    role {text} NOT NULL,
    who {text} NOT NULL,
    by_uid {bool} NOT NULL,
    CONSTRAINT import_relations_pkey PRIMARY KEY (workspace_id, import_id, id)
) {clustered};
