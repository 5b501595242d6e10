-- What a workspace makes of the objects: one JSON definition for each object that it changed or made.
CREATE TABLE shapes (
    workspace_id {id} NOT NULL,
    object {text} NOT NULL,
    definition {text} NOT NULL,
    CONSTRAINT shapes_pkey PRIMARY KEY (workspace_id, object)
) {clustered};

-- Counts the changes of a workspace's shapes, so that a process knows when its catalogue is out of date.
CREATE TABLE shape_versions (
    workspace_id {id} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT shape_versions_pkey PRIMARY KEY (workspace_id)
) {clustered};
