-- Who is to be forgotten, and who has been: `number` counts those whose key and secrets are gone, so that whoever keeps
-- keys in mind sees at each read whether they are still good. None of it is in the log but the event itself.
create table if not exists erasures (
  user_id varbinary(36) not null primary key,
  asked_at datetime(6) not null,
  number int unsigned null,
  unique key number (number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
