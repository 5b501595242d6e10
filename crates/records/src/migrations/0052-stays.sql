-- How long a record had each value of a field for which that is kept: from when until when, 0 as long as it has it. Written by the gate.
CREATE TABLE stays (
    workspace_id {id} NOT NULL,
    record_id {id} NOT NULL,
    field {text} NOT NULL,
    entered_at BIGINT NOT NULL,
    object {text} NOT NULL,
    value {text} NOT NULL,
    left_at BIGINT NOT NULL,
    CONSTRAINT stays_pkey PRIMARY KEY (workspace_id, record_id, field, entered_at)
) {clustered};
CREATE INDEX stays_by_value ON stays (workspace_id, object, field, value, entered_at, left_at, record_id);
