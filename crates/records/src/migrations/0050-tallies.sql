-- Counts and sums that are kept for lists in groups: which field makes the groups, which others are added up (their columns,
-- one below the other), and up to which record they were counted when they were made.
CREATE TABLE tallies (
    workspace_id {id} NOT NULL,
    id {id} NOT NULL,
    object {text} NOT NULL,
    by_column {text} NOT NULL,
    of_columns {text} NOT NULL,
    counted_to {id} NOT NULL,
    is_ready BIGINT NOT NULL,
    CONSTRAINT tallies_pkey PRIMARY KEY (workspace_id, id)
) {clustered};

-- For each value of the field that makes the groups, and for whose records they are: how many (`of_column` is empty), and of each
-- other field and currency how many are filled and their sum, as high * 2^32 + low. Rows that differ in `slot` only are added.
CREATE TABLE tally_sums (
    workspace_id {id} NOT NULL,
    tally_id {id} NOT NULL,
    value {text} NOT NULL,
    user_id {id} NOT NULL,
    of_column {text} NOT NULL,
    currency {text} NOT NULL,
    slot {id} NOT NULL,
    records BIGINT NOT NULL,
    high BIGINT NOT NULL,
    low BIGINT NOT NULL,
    CONSTRAINT tally_sums_pkey PRIMARY KEY (workspace_id, tally_id, value, user_id, of_column, currency, slot)
) {clustered};
