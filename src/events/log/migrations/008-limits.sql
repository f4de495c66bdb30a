-- Wrong passwords and codes: how often lately, for one account, one network or one known browser. `who` is an HMAC, so that
-- neither addresses nor e-mail addresses stay behind; after `ends_at` it counts for nothing and goes.
create table if not exists failed_attempts (
  who binary(32) not null primary key,
  failures int unsigned not null,
  ends_at datetime(6) not null,
  key ends_at (ends_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Who came in, or tried to, and from where. It is no part of the log: it names addresses, and old entries go.
create table if not exists access_log (
  at datetime(6) not null,
  id varbinary(36) not null,
  type varbinary(32) not null,
  user_id varbinary(36) null,
  actor_id varbinary(36) null,
  about_id varbinary(36) null,
  address varbinary(45) null,
  agent varchar(80) character set utf8mb4 collate utf8mb4_bin null,
  request_id varbinary(36) null,
  primary key (at, id),
  key user_at (user_id, at, id),
  key actor_id (actor_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
