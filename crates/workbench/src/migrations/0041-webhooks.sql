-- Who is told of changes. `cursor` is the last change that was told; what is behind it waits in the history itself.
CREATE TABLE webhooks (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    name {text} NOT NULL,
    url {text} NOT NULL,
    secret {text} NOT NULL,
    object {text} NOT NULL,
    paused_at BIGINT,
    cursor_id {id} NOT NULL,
    created_by {id} NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT webhooks_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

-- What was sent, and for what nobody took, when it is sent again.
CREATE TABLE webhook_deliveries (
    workspace_id {id} NOT NULL,
    webhook_id {id} NOT NULL,
    id {id} NOT NULL,
    event {text} NOT NULL,
    body {text} NOT NULL,
    state {text} NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    status BIGINT NOT NULL DEFAULT 0,
    answer {text} NOT NULL DEFAULT '',
    next_at BIGINT NOT NULL,
    tried_at BIGINT,
    created_at BIGINT NOT NULL,
    CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (workspace_id, webhook_id, id),
    CONSTRAINT webhook_deliveries_state_known CHECK (state IN ('waiting', 'delivered', 'failed'))
) {clustered};
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (workspace_id, webhook_id, next_at) WHERE state = 'waiting';
