-- The last number that was given in each series of documents.
CREATE TABLE number_series (
    workspace_id {id} NOT NULL,
    series {text} NOT NULL,
    last BIGINT NOT NULL,
    CONSTRAINT number_series_pkey PRIMARY KEY (workspace_id, series)
) {clustered};

-- Links with which customers see a document without an account; of each only the hash is kept.
CREATE TABLE document_links (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    object {text} NOT NULL,
    record_id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT document_links_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

CREATE INDEX document_links_by_token ON document_links (token_hash);
CREATE INDEX document_links_by_record ON document_links (workspace_id, record_id);
