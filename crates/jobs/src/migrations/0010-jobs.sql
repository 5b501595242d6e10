-- Work to be done in the background, and for a month what became of it.
CREATE TABLE jobs (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    kind {text} NOT NULL,
    input {text} NOT NULL,
    state {text} NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    lease_until BIGINT,
    lease_by {text},
    progress_done BIGINT NOT NULL DEFAULT 0,
    progress_total BIGINT NOT NULL DEFAULT 0,
    note {text},
    error {text},
    checkpoint {text},
    cancel_requested {bool} NOT NULL DEFAULT 0,
    created_by {id},
    created_role {text},
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    CONSTRAINT jobs_key PRIMARY KEY (workspace_id, id),
    CONSTRAINT jobs_state_known CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled'))
) {clustered};

-- Claiming looks over all workspaces, hence the state first.
CREATE INDEX jobs_by_state_and_time ON jobs (state, run_at);

-- When each schedule is due next. Schedules of the whole installation have the nil workspace.
CREATE TABLE job_schedules (
    workspace_id {id} NOT NULL,
    kind {text} NOT NULL,
    next_at BIGINT NOT NULL,
    CONSTRAINT job_schedules_key PRIMARY KEY (workspace_id, kind)
) {clustered};
