-- The second step of signing in: codes of an authenticator app, and codes for when it is lost. They belong to a user,
-- whichever workspace is entered, and are asked before it is known which that will be.
CREATE TABLE authenticators (
    user_id {id} NOT NULL,
    secret {bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL,
    CONSTRAINT authenticators_key PRIMARY KEY (user_id)
) {clustered};

CREATE TABLE recovery_codes (
    user_id {id} NOT NULL,
    code_hash {bytes} NOT NULL,
    used_at BIGINT,
    CONSTRAINT recovery_codes_key PRIMARY KEY (user_id, code_hash)
) {clustered};

-- Somebody gave the right password and has not taken the second step yet.
CREATE TABLE half_sign_ins (
    token_hash {bytes} NOT NULL,
    user_id {id} NOT NULL,
    workspace_id {id} NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT half_sign_ins_key PRIMARY KEY (token_hash)
) {clustered};
CREATE INDEX half_sign_ins_by_expiry ON half_sign_ins (expires_at);
