### 数据库和存储空间。

backup-use-pg-dump = 数据存放在 PostgreSQL 时，使用 pg_dump 备份。
database-busy = 数据库正忙。稍后再试。
disk-full = 磁盘已满，内容没有保存。告诉管理员。
