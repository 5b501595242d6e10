-- Who wants to hear of a card, and who does not though they are responsible for it.
CREATE TABLE following (
    workspace_id {id} NOT NULL,
    card_id {id} NOT NULL,
    user_id {id} NOT NULL,
    object {text} NOT NULL,
    state {text} NOT NULL,
    since_at BIGINT NOT NULL,
    CONSTRAINT following_pkey PRIMARY KEY (workspace_id, card_id, user_id)
) {clustered};

-- What somebody is told; a change set is one line however many cards it touched. What does not apply is the nil id, '' or 0.
CREATE TABLE notices (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    id {id} NOT NULL,
    kind {text} NOT NULL,
    at BIGINT NOT NULL,
    object {text} NOT NULL,
    record_id {id} NOT NULL,
    part_object {text} NOT NULL,
    part_id {id} NOT NULL,
    set_id {id} NOT NULL,
    actor_id {id} NOT NULL,
    fields {text} NOT NULL,
    cards BIGINT NOT NULL,
    times BIGINT NOT NULL,
    shown BIGINT NOT NULL,
    read_at BIGINT NOT NULL,
    mail {text} NOT NULL,
    CONSTRAINT notices_pkey PRIMARY KEY (workspace_id, user_id, id)
) {clustered};
CREATE UNIQUE INDEX notices_by_set ON notices (workspace_id, set_id, user_id, kind);
CREATE INDEX notices_by_card ON notices (workspace_id, record_id, user_id);
CREATE INDEX notices_unread ON notices (workspace_id, user_id, id) WHERE read_at = 0;
CREATE INDEX notices_to_mail ON notices (workspace_id, user_id, id) WHERE mail = 'due';

-- What somebody wants to be told, where that differs from the usual.
CREATE TABLE notice_choices (
    workspace_id {id} NOT NULL,
    user_id {id} NOT NULL,
    kind {text} NOT NULL,
    shown BIGINT NOT NULL,
    mailed BIGINT NOT NULL,
    CONSTRAINT notice_choices_pkey PRIMARY KEY (workspace_id, user_id, kind)
) {clustered};
