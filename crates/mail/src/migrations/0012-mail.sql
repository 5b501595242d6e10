-- Letters that are to be sent, were sent, or are kept because no server is set up. What was sent keeps no words.
CREATE TABLE mails (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    kind {text} NOT NULL,
    least_role {text} NOT NULL,
    to_name {text} NOT NULL,
    to_address {text} NOT NULL,
    subject {text} NOT NULL,
    plain {text} NOT NULL,
    html {text} NOT NULL,
    state {text} NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    error {text} NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    CONSTRAINT mails_pkey PRIMARY KEY (workspace_id, id)
) {clustered};
