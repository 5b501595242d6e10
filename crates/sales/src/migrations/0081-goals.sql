-- What a company, a unit or a colleague is to reach in a month or a quarter. What was set once stays; the newest counts, and a target of
-- nought takes the goal away. The company's own has the nil id.
CREATE TABLE goals (
    workspace_id {id} NOT NULL,
    span {text} NOT NULL,
    from_on {text} NOT NULL,
    measure {text} NOT NULL,
    level {text} NOT NULL,
    whose_id {id} NOT NULL,
    set_at BIGINT NOT NULL,
    set_by {id} NOT NULL,
    target BIGINT NOT NULL,
    currency {text} NOT NULL,
    CONSTRAINT goals_pkey PRIMARY KEY (workspace_id, span, from_on, measure, level, whose_id, set_at)
) {clustered};
