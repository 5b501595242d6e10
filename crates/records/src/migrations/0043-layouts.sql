-- How cards are laid out: for everybody where the unit is nil, else for a team.
CREATE TABLE layouts (
    workspace_id {id} NOT NULL,
    object {text} NOT NULL,
    unit_id {id} NOT NULL,
    -- Empty when nobody arranged it.
    definition {text} NOT NULL,
    -- What stood there before the last change, for its undo.
    previous {text} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT layouts_pkey PRIMARY KEY (workspace_id, object, unit_id)
) {clustered};
