import type { AuditEntry } from '../../api.ts'
import { defuse } from '../../api/csv.ts'
import { pageMessages } from '../page-messages.ts'
import { toCsv, type CsvColumn } from '../reports/csv.ts'

type Row = AuditEntry & { field: string; from: string; to: string }

/** Fields that hold what people wrote; an amount below zero is no formula. */
const wordy = new Set(['category', 'description', 'email', 'name'])

/** A line for each field that an event changed, as the ledger writes amounts and instants: for other programs. */
export function toTrailCsv(entries: readonly AuditEntry[]): string {
  return toCsv(columns(), entries.flatMap(rowsOf))
}

function columns(): CsvColumn<Row>[] {
  const titles = pageMessages.activity.csvColumns
  return [
    { title: titles.position, cell: ({ position }) => `${position}` },
    { title: titles.recordedAt, cell: ({ recordedAt }) => recordedAt },
    { title: titles.actor, cell: ({ actor }) => actor?.name ?? pageMessages.activity.commandLine, words: true },
    { title: titles.type, cell: ({ type }) => type },
    { title: titles.summary, cell: ({ summary }) => summary, words: true },
    { title: titles.field, cell: ({ field }) => field },
    { title: titles.from, cell: ({ field, from }) => safe(field, from) },
    { title: titles.to, cell: ({ field, to }) => safe(field, to) },
    { title: titles.origin, cell: ({ origin }) => origin },
    { title: titles.batch, cell: ({ batch }) => batch ?? '' },
    { title: titles.hash, cell: ({ hash }) => hash },
  ]
}

function rowsOf(entry: AuditEntry): Row[] {
  const fields = Object.entries(entry.changes).filter(([field]) => field !== 'categoryId')
  if (fields.length === 0) return [{ ...entry, field: '', from: '', to: '' }]
  return fields.map(([field, { from = '', to }]) => ({ ...entry, field, from, to }))
}

function safe(field: string, text: string): string {
  return wordy.has(field) ? defuse(text) : text
}
