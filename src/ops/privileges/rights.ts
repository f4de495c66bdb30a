import { tableNames } from '../../projections/projections.ts'

export type Right = 'select' | 'insert' | 'update' | 'delete' | 'create' | 'drop' | 'alter' | 'index'
/** What may be done to each table, by its name. */
export type Rights = ReadonlyMap<string, readonly Right[]>

/** The durable tables. Nobody who serves can change an event or remove one, nor make another table in their place. */
const durable: Record<string, readonly Right[]> = {
  events: ['select', 'insert'],
  log_head: ['select', 'update'],
  tree_nodes: ['select', 'insert'],
  signed_checkpoints: ['select', 'insert'],
  claims: ['select', 'insert', 'delete'],
  commands: ['select', 'insert', 'delete'],
  keys: ['select', 'insert', 'delete'],
  erasures: ['select', 'insert', 'update'],
  credentials: ['select', 'insert', 'update', 'delete'],
  sessions: ['select', 'insert', 'update', 'delete'],
  second_factors: ['select', 'insert', 'update', 'delete'],
  recovery_codes: ['select', 'insert', 'delete'],
  tokens: ['select', 'insert', 'update', 'delete'],
  preferences: ['select', 'insert', 'update', 'delete'],
  failed_attempts: ['select', 'insert', 'update', 'delete'],
  access_log: ['select', 'insert', 'update', 'delete'],
  restoring: ['select'],
  schema_migrations: ['select'],
}

/** What is folded from the log may be made, changed and dropped. */
const everything: readonly Right[] = ['select', 'insert', 'update', 'delete', 'create', 'drop', 'alter', 'index']

/**
 * All that the account needs that the ledger serves with, table by table: a right to the whole database would be one to empty
 * `events`.
 */
export const servingRights: Rights = new Map([
  ...Object.entries(durable),
  ...tableNames.map((table) => [table, everything] as const),
])

/** Whoever has one of these on `events` can rewrite the past: a trigger changes what is inserted. */
export const rewriting = ['update', 'delete', 'drop', 'alter', 'trigger'] as const
