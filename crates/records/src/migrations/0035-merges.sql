-- Which card stands for one that was merged away. The row goes when the merge is undone.
CREATE TABLE merges (
    workspace_id {id} NOT NULL,
    record_id {id} NOT NULL,
    object {text} NOT NULL,
    into_id {id} NOT NULL,
    set_id {id} NOT NULL,
    merged_at BIGINT NOT NULL,
    CONSTRAINT merges_pkey PRIMARY KEY (workspace_id, record_id)
) {clustered};
CREATE INDEX merges_into ON merges (workspace_id, into_id);
