-- Passkeys: keys on somebody's device that sign them in without a password. A key belongs to the host it was made for.
CREATE TABLE passkeys (
    id {id} NOT NULL,
    user_id {id} NOT NULL,
    credential_id {bytes} NOT NULL,
    host {text} NOT NULL,
    name {text} NOT NULL,
    credential {text} NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    CONSTRAINT passkeys_key PRIMARY KEY (id),
    CONSTRAINT passkeys_credential_unique UNIQUE (credential_id)
) {clustered};
CREATE INDEX passkeys_by_user ON passkeys (user_id);

-- Questions that a device has not answered yet, each for one answer.
CREATE TABLE passkey_challenges (
    token_hash {bytes} NOT NULL,
    user_id {id},
    state {text} NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT passkey_challenges_key PRIMARY KEY (token_hash)
) {clustered};
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);
