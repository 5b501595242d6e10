-- What goes along with a letter: a calendar, and where answers go. JSON; empty where there is nothing.
ALTER TABLE mails ADD COLUMN enclosed {text} NOT NULL DEFAULT '';
