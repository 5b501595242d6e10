-- Where the links of letters that ask for consent lead: only a hash of each is kept, and it is good for a month.
CREATE TABLE consent_links (
    workspace_id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    record_id {id} NOT NULL,
    language {text} NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT consent_links_pkey PRIMARY KEY (workspace_id, token_hash)
) {clustered};
CREATE INDEX consent_links_by_token ON consent_links (token_hash);
