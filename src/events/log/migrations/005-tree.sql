-- The Merkle tree over the hashes of the events: the roots of its full subtrees of 256 events (level 8), 65,536 (16) and so on.
create table if not exists tree_nodes (
  level tinyint unsigned not null,
  place bigint unsigned not null,
  hash binary(32) not null,
  primary key (level, place)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What the ledger has signed: that up to `position` the log is this one. `note` is a signed note, `verifier_key` proves it.
create table if not exists signed_checkpoints (
  position bigint unsigned not null primary key,
  note text character set utf8mb4 collate utf8mb4_bin not null,
  verifier_key varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  signed_at timestamp(6) not null default current_timestamp(6)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
