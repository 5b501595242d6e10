-- Pairs of cards that may be the same, as the last scan found them, and what somebody decided: `open`, `later`, or
-- `apart`, which is remembered for good. The smaller key comes first.
CREATE TABLE duplicates (
    workspace_id {id} NOT NULL,
    one_id {id} NOT NULL,
    other_id {id} NOT NULL,
    object {text} NOT NULL,
    score BIGINT NOT NULL,
    signs BIGINT NOT NULL,
    state {text} NOT NULL,
    found_at BIGINT NOT NULL,
    decided_by {id},
    decided_at BIGINT,
    CONSTRAINT duplicates_pkey PRIMARY KEY (workspace_id, one_id, other_id)
) {clustered};
CREATE INDEX duplicates_by_state ON duplicates (workspace_id, object, state, score, one_id, other_id);

-- When the cards of an object were last compared.
CREATE TABLE duplicate_scans (
    workspace_id {id} NOT NULL,
    object {text} NOT NULL,
    scanned_at BIGINT NOT NULL,
    cards BIGINT NOT NULL,
    pairs BIGINT NOT NULL,
    took BIGINT NOT NULL,
    CONSTRAINT duplicate_scans_pkey PRIMARY KEY (workspace_id, object)
) {clustered};
