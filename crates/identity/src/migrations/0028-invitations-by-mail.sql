-- The letter that carried the invitation, if one did, and its language.
ALTER TABLE invitations ADD COLUMN mail_id {id};
ALTER TABLE invitations ADD COLUMN language {text} NOT NULL DEFAULT '';
