-- The relations of one kind, which a filter goes through: few where the kind is a workspace's own.
CREATE INDEX links_by_kind ON links (workspace_id, kind, role);
