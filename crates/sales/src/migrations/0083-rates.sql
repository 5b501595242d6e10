-- What another currency was worth in the workspace's own (`own`), from a day on. What was set once stays; the newest for a day counts, and an
-- empty rate takes the one of that day away. A rate is a decimal number as text, for one whole unit: the euro, not the cent.
CREATE TABLE currency_rates (
    workspace_id {id} NOT NULL,
    own {text} NOT NULL,
    currency {text} NOT NULL,
    from_on {text} NOT NULL,
    set_at BIGINT NOT NULL,
    set_by {id} NOT NULL,
    rate {text} NOT NULL,
    CONSTRAINT currency_rates_pkey PRIMARY KEY (workspace_id, own, currency, from_on, set_at)
) {clustered};
