-- What lets a person in beside the password: the secret of an authenticator app, sealed under that person's key. Without
-- `on_since` it was offered and does not count. `last_step` is the newest half minute whose code was taken.
create table if not exists second_factors (
  user_id varbinary(36) not null primary key,
  secret varbinary(255) not null,
  on_since datetime(6) null,
  last_step bigint unsigned not null default 0,
  wrong_codes smallint unsigned not null default 0
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- For who has lost the app, each good for once and then removed: `digest` is the SHA-256 of one. None of it is in the log.
create table if not exists recovery_codes (
  user_id varbinary(36) not null,
  digest binary(32) not null,
  primary key (user_id, digest)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
