-- Whose hands a card is in just now: who has it open or is calling. It stands under the card and under those it belongs to,
-- and is over by itself.
CREATE TABLE claims (
    workspace_id {id} NOT NULL,
    place_id {id} NOT NULL,
    user_id {id} NOT NULL,
    card_id {id} NOT NULL,
    object {text} NOT NULL,
    through {text} NOT NULL,
    since_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    CONSTRAINT claims_pkey PRIMARY KEY (workspace_id, place_id, user_id, card_id)
) {clustered};
CREATE INDEX claims_by_user ON claims (workspace_id, user_id, card_id);
