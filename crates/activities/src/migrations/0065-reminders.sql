-- Reminders of appointments that were given: each once. Those to customers carry a link with which they answer.
CREATE TABLE reminders (
    workspace_id {id} NOT NULL,
    -- The appointment, or the series that it is or was one of: one that was set apart is not reminded of again.
    appointment_id {id} NOT NULL,
    -- When the appointment, or this one of a series, begins.
    starts_at BIGINT NOT NULL,
    -- Which of its reminders: how long before, or `customer`.
    what {text} NOT NULL,
    -- Who is reminded, as participants are written: `person:0192…`; empty where all colleagues are told at once.
    who {text} NOT NULL,
    -- The appointment itself.
    record_id {id} NOT NULL,
    -- Of the link's secret; no bytes where there is no link.
    token_hash {bytes} NOT NULL,
    sent_at BIGINT NOT NULL,
    CONSTRAINT reminders_key PRIMARY KEY (workspace_id, appointment_id, starts_at, what, who)
) {clustered};
CREATE INDEX reminders_by_token ON reminders (token_hash);
