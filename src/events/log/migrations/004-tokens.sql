-- What lets a program in, in the name of a person: `hash` is the SHA-256 of what the program holds. None of it is in the log.
create table if not exists tokens (
  id varbinary(36) not null primary key,
  hash binary(32) not null,
  user_id varbinary(36) not null,
  name varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  scope varbinary(16) not null,
  created_at datetime(6) not null,
  used_at datetime(6) null,
  expires_at datetime(6) null,
  unique key hash (hash),
  key user_id (user_id, id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
