-- Forms by which strangers become leads, each under a public address; the definition is JSON, and the version is what a change was
-- made of.
CREATE TABLE lead_forms (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    token {text} NOT NULL,
    definition {text} NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT lead_forms_pkey PRIMARY KEY (workspace_id, id)
) {clustered};
CREATE INDEX lead_forms_by_token ON lead_forms (token);

-- Who sent what lately: so that nobody floods a form, and what is sent twice is kept once.
CREATE TABLE form_visits (
    workspace_id {id} NOT NULL,
    form_id {id} NOT NULL,
    id {id} NOT NULL,
    client {text} NOT NULL,
    digest {text} NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT form_visits_pkey PRIMARY KEY (workspace_id, form_id, id)
) {clustered};
CREATE INDEX form_visits_by_client ON form_visits (workspace_id, form_id, client, at);

-- What may be spam, as it was sent, until somebody looked at it.
CREATE TABLE form_posts (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    form_id {id} NOT NULL,
    posted {text} NOT NULL,
    why {text} NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT form_posts_pkey PRIMARY KEY (workspace_id, id)
) {clustered};
