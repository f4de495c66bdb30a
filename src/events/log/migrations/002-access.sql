-- What lets a person in. None of it is in the log.
create table if not exists credentials (
  user_id varbinary(36) not null primary key,
  password_hash varbinary(255) not null,
  changed_at datetime(6) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- `id` is the SHA-256 of what the browser holds.
create table if not exists sessions (
  id binary(32) not null primary key,
  user_id varbinary(36) not null,
  created_at datetime(6) not null,
  seen_at datetime(6) not null,
  expires_at datetime(6) not null,
  key user_id (user_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
