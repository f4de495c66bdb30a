-- While its one row is there, what is in the other tables is no ledger, but half of one that is being restored, or was until that was cut short.
create table if not exists restoring (
  id tinyint unsigned not null primary key,
  begun_at datetime(6) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
