-- What was over is cleared away whenever somebody takes a card in hand: found by its end, however many they looked at.
CREATE INDEX claims_by_end ON claims (workspace_id, user_id, until_at);
