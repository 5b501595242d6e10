-- All changes of a workspace in the order they were made, for programs that follow them.
CREATE INDEX changes_by_id ON changes (workspace_id, id);
