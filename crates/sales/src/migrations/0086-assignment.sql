-- To whom leads go that nobody took: the workspace's rules as one JSON definition; the version is what a change was made of.
CREATE TABLE lead_assignment (
    workspace_id {id} NOT NULL,
    definition {text} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT lead_assignment_pkey PRIMARY KEY (workspace_id)
) {clustered};

-- How many leads each rule gave out in turn.
CREATE TABLE lead_turns (
    workspace_id {id} NOT NULL,
    rule {text} NOT NULL,
    turn BIGINT NOT NULL,
    CONSTRAINT lead_turns_pkey PRIMARY KEY (workspace_id, rule)
) {clustered};
