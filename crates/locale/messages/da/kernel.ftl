### Databasen og dens lager.

backup-use-pg-dump = Når data ligger i PostgreSQL, gøres det med pg_dump.
database-busy = Databasen er optaget. Prøv igen om et øjeblik.
disk-full = Disken er fuld. Sig det til din administrator; intet blev gemt.
