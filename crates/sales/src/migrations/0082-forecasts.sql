-- What was forecast, kept each week: of each colleague, for the month in which deals should close, what was won of that month by then, and
-- what the open deals promised by each way of looking at them. In smallest units of one currency.
CREATE TABLE forecasts (
    workspace_id {id} NOT NULL,
    taken_on {text} NOT NULL,
    month {text} NOT NULL,
    owner_id {id} NOT NULL,
    currency {text} NOT NULL,
    won BIGINT NOT NULL,
    committed BIGINT NOT NULL,
    best_case BIGINT NOT NULL,
    pipeline BIGINT NOT NULL,
    weighted BIGINT NOT NULL,
    model BIGINT NOT NULL,
    CONSTRAINT forecasts_pkey PRIMARY KEY (workspace_id, taken_on, month, owner_id, currency)
) {clustered};
CREATE INDEX forecasts_by_month ON forecasts (workspace_id, month, taken_on);

-- What a workspace's closed deals teach: the chance of a deal by its stage and how long it is in it. Learnt anew with each week's forecast.
CREATE TABLE forecast_models (
    workspace_id {id} NOT NULL,
    definition {text} NOT NULL,
    CONSTRAINT forecast_models_pkey PRIMARY KEY (workspace_id)
) {clustered};
