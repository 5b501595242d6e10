-- What was learnt from leads that became customers and leads that did not: one JSON definition.
CREATE TABLE lead_models (
    workspace_id {id} NOT NULL,
    definition {text} NOT NULL,
    learnt_at BIGINT NOT NULL,
    CONSTRAINT lead_models_pkey PRIMARY KEY (workspace_id)
) {clustered};
