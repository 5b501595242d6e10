-- Letters of a printing that no font has, as JSON.
ALTER TABLE prints ADD COLUMN missing {text} NOT NULL DEFAULT '';
