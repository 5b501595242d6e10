-- Which cards hold or held a file, and in which field: who sees one of them may read the file.
CREATE TABLE file_holders (
    workspace_id {id} NOT NULL,
    file_id {id} NOT NULL,
    record_id {id} NOT NULL,
    field {text} NOT NULL,
    object {text} NOT NULL,
    CONSTRAINT file_holders_pkey PRIMARY KEY (workspace_id, file_id, record_id, field)
) {clustered};
CREATE INDEX file_holders_by_record ON file_holders (workspace_id, record_id);

-- Who sent it, and may use it as long as no card holds it; null for what Kartotek itself made.
ALTER TABLE files ADD COLUMN created_by {id};
