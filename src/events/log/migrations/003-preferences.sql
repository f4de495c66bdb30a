-- How each person wants the page: JSON, checked by whoever writes and reads it. None of it is in the log.
create table if not exists preferences (
  user_id varbinary(36) not null primary key,
  version int unsigned not null,
  data text character set utf8mb4 collate utf8mb4_bin not null,
  changed_at datetime(6) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
