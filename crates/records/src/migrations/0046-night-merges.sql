-- Cards that were merged at night without asking, by the change set that takes each merge back. A row stays when the merge
-- was undone: nobody undoes the same merge twice.
CREATE TABLE night_merges (
    workspace_id {id} NOT NULL,
    record_id {id} NOT NULL,
    set_id {id} NOT NULL,
    object {text} NOT NULL,
    survivor_id {id} NOT NULL,
    merged_at BIGINT NOT NULL,
    CONSTRAINT night_merges_pkey PRIMARY KEY (workspace_id, record_id, set_id)
) {clustered};
CREATE INDEX night_merges_by_time ON night_merges (workspace_id, object, merged_at, set_id);
