-- What is wanted of a card together with a key, so that it need not be read: what the matcher compares, beside the key by which namesakes
-- are found; the name as it is written, beside that of a name. Empty on other keys, and on those from before.
ALTER TABLE lookups ADD COLUMN detail {text} NOT NULL DEFAULT '';
