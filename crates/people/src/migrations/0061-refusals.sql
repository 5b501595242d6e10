-- Who wants to be left alone, by keyed hashes of how they are known: so that they are recognised when their card was deleted and
-- somebody brings them again. No address or number stands here.
CREATE TABLE refusals (
    workspace_id {id} NOT NULL,
    hash {text} NOT NULL,
    record_id {id} NOT NULL,
    object {text} NOT NULL,
    said {text} NOT NULL,
    since_at BIGINT NOT NULL,
    CONSTRAINT refusals_pkey PRIMARY KEY (workspace_id, hash, record_id)
) {clustered};
CREATE INDEX refusals_by_record ON refusals (workspace_id, record_id);
