### The database and its storage.

backup-use-pg-dump = This is done with pg_dump when the data is in PostgreSQL.
database-busy = The database is busy. Try again in a moment.
disk-full = The disk is full. Tell your administrator; nothing was saved.
