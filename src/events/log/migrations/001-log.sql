-- The log. `position` is given by the writer: 1, 2, 3 … without gaps, in commit order.
-- Names and ids are binary, so that neither case nor accents nor trailing blanks make two of them equal.
create table if not exists events (
  position bigint unsigned not null primary key,
  stream varbinary(64) not null,
  version int unsigned not null,
  type varbinary(64) not null,
  user_id varbinary(36) not null,
  command_id varbinary(36) not null,
  command_index int unsigned not null,
  actor_id varbinary(36) null,
  recorded_at datetime(6) not null,
  -- RFC 8785 canonical JSON, kept as text: the bytes that were hashed are the bytes that are stored.
  data mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  metadata text character set utf8mb4 collate utf8mb4_bin not null,
  hash binary(32) not null,
  unique key stream_version (stream, version),
  unique key command_part (command_id, command_index),
  key user_position (user_id, position)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- One row. Whoever appends moves it first; `frontier` has room for the right edge of a Merkle tree of depth 64.
create table if not exists log_head (
  id tinyint unsigned not null primary key,
  position bigint unsigned not null,
  recorded_at datetime(6) not null,
  frontier varbinary(2048) not null default ''
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

insert ignore into log_head (id, position, recorded_at) values (1, 0, '1970-01-01 00:00:00.000000');

-- A value that only one stream may hold; `value` is an HMAC, so that no e-mail address stays behind.
create table if not exists claims (
  kind varbinary(32) not null,
  value binary(32) not null,
  stream varbinary(64) not null,
  primary key (kind, value)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What was answered to a command that came with an idempotency key.
create table if not exists commands (
  user_id varbinary(36) not null,
  idempotency_key varbinary(800) not null,
  request binary(32) not null,
  outcome smallint unsigned not null,
  command_id varbinary(36) not null,
  stream varbinary(64) not null,
  version int unsigned not null,
  position bigint unsigned not null,
  recorded_at datetime(6) not null,
  primary key (user_id, idempotency_key),
  key recorded_at (recorded_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- One secret per user, for personal text, and the ledger's own.
create table if not exists `keys` (
  owner varbinary(36) not null primary key,
  secret binary(32) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
