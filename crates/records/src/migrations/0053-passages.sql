-- What is asked of very many stays at once stands on each of them, so that one index answers it: when the record had the same value before (0 when
-- never), which values it had after it (|second|third|), and whether the record lies in the trash.
ALTER TABLE stays ADD COLUMN before_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE stays ADD COLUMN later {text} NOT NULL DEFAULT '';
ALTER TABLE stays ADD COLUMN trashed BIGINT NOT NULL DEFAULT 0;
UPDATE stays SET
    before_at = COALESCE((
        SELECT MAX(b.entered_at) FROM stays AS b
        WHERE b.workspace_id = stays.workspace_id AND b.record_id = stays.record_id AND b.field = stays.field
          AND b.value = stays.value AND b.entered_at < stays.entered_at
    ), 0),
    later = COALESCE((
        SELECT '|' || string_agg(l.value, '|') || '|' FROM stays AS l
        WHERE l.workspace_id = stays.workspace_id AND l.record_id = stays.record_id AND l.field = stays.field
          AND l.entered_at > stays.entered_at
    ), '');
DROP INDEX stays_by_value;
CREATE INDEX stays_by_value ON stays
    (workspace_id, object, field, value, entered_at, before_at, left_at, later, record_id, trashed) WHERE trashed = 0;
