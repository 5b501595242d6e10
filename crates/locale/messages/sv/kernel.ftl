### Databasen och dess lagring.

backup-use-pg-dump = När data ligger i PostgreSQL görs det här med pg_dump.
database-busy = Databasen är upptagen. Försök igen om en stund.
disk-full = Disken är full. Säg till din administratör; inget sparades.
