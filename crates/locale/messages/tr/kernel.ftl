### Veritabanı ve depolama.

backup-use-pg-dump = Veriler PostgreSQL’deyse bu iş pg_dump ile yapılır.
database-busy = Veritabanı meşgul. Biraz sonra tekrar deneyin.
disk-full = Disk dolu. Yöneticinize haber verin; hiçbir şey kaydedilmedi.
