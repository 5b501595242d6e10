-- Templates that a workspace changed or made: those of the product are files of the program.
CREATE TABLE print_templates (
    workspace_id {id} NOT NULL,
    key {text} NOT NULL,
    kind {text} NOT NULL,
    name {text} NOT NULL,
    source {text} NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by {id},
    CONSTRAINT print_templates_pkey PRIMARY KEY (workspace_id, key)
) {clustered};

-- Printings too large to wait for: what was asked, the job that does it, and what came out.
CREATE TABLE prints (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    asked {text} NOT NULL,
    job_id {id} NOT NULL,
    pieces BIGINT NOT NULL DEFAULT 0,
    pages BIGINT NOT NULL DEFAULT 0,
    left_out {text} NOT NULL DEFAULT '',
    left_out_count BIGINT NOT NULL DEFAULT 0,
    fault {text} NOT NULL DEFAULT '',
    set_id {id},
    created_by {id},
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    CONSTRAINT prints_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

CREATE INDEX prints_by_time ON prints (workspace_id, created_at);
