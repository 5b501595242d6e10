-- A workspace's pipelines as one JSON definition, once it changed those that everybody begins with; the version is what a change was
-- made of.
CREATE TABLE pipelines (
    workspace_id {id} NOT NULL,
    definition {text} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pipelines_pkey PRIMARY KEY (workspace_id)
) {clustered};
