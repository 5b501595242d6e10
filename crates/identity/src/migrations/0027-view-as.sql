-- The member as whom an administrator looks at the workspace in this session.
ALTER TABLE sessions ADD COLUMN viewed_as {id};
