/** What tells whose a row is, and of which position, where restoring less than everything has to know. */
export type Kept = { user?: string; position?: string }

/** The durable tables that a backup holds row by row. */
export const keptTables: Readonly<Record<string, Kept>> = {
  keys: { user: 'owner' },
  erasures: { user: 'user_id' },
  credentials: { user: 'user_id' },
  second_factors: { user: 'user_id' },
  recovery_codes: { user: 'user_id' },
  tokens: { user: 'user_id' },
  preferences: { user: 'user_id' },
  commands: { user: 'user_id', position: 'position' },
  signed_checkpoints: { position: 'position' },
}

/** The durable tables of which no row is in a backup, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  events: 'each has a line of its own, as in the audit export',
  log_head: 'it is where the events end',
  tree_nodes: 'made anew from the events',
  claims: 'made anew from the events, under the same key',
  sessions: 'a restored ledger has nobody signed in: who was signed out since does not come back',
  failed_attempts: 'they count for minutes',
  access_log: 'addresses are kept for as long as the settings say, and a backup would keep them longer',
  schema_migrations: 'a restored ledger has the tables of the release that restores it',
  restoring: 'it says that a restore is under way',
}
