-- What was answered to requests with an Idempotency-Key, for a day, so that a request sent again is not done again.
CREATE TABLE api_answers (
    workspace_id {id} NOT NULL,
    key_id {id} NOT NULL,
    idempotency_key {text} NOT NULL,
    fingerprint {bytes} NOT NULL,
    status BIGINT NOT NULL,
    version {text} NOT NULL,
    location {text} NOT NULL,
    body {bytes} NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT api_answers_pkey PRIMARY KEY (workspace_id, key_id, idempotency_key)
) {clustered};
CREATE INDEX api_answers_by_time ON api_answers (workspace_id, made_at);
