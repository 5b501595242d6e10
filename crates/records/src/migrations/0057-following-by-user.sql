-- What somebody follows, the latest first: asked for whole by the address book in their phone.
CREATE INDEX following_by_user ON following (workspace_id, user_id, since_at);
