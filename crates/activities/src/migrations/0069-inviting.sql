-- Who was invited to an appointment by mail, and what they were told last.
CREATE TABLE appointment_invitations (
    workspace_id {id} NOT NULL,
    appointment_id {id} NOT NULL,
    -- As participants are written: `person:0192…`, `mailto:anna@example.com`.
    who {text} NOT NULL,
    address {text} NOT NULL,
    -- What the letter said, in short: when it is something else, there is another letter.
    told {text} NOT NULL,
    sent_at BIGINT NOT NULL,
    CONSTRAINT appointment_invitations_pkey PRIMARY KEY (workspace_id, appointment_id, who)
) {clustered};
-- The links with which they answer: those of earlier letters stay good.
CREATE TABLE appointment_links (
    workspace_id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    appointment_id {id} NOT NULL,
    who {text} NOT NULL,
    CONSTRAINT appointment_links_pkey PRIMARY KEY (workspace_id, token_hash)
) {clustered};
CREATE INDEX appointment_links_by_token ON appointment_links (token_hash);
