/** What is timed at each size of the log. */
export const timed = {
  append: 'one event appended, 1 caller',
  thousand: '1,000 events appended, 64 callers',
  page: 'a page of one of a hundred users',
  pageOfAll: 'a page of everybody’s expenses',
  search: 'a word sought in everybody’s, with totals',
  report: 'spending by month, one user of a hundred',
  reportOfAll: 'spending by month, everybody',
  verify: 'ledger verify',
  rebuild: 'ledger rebuild of all projections',
} as const

/** What takes room on the disk. */
export const stored = { events: 'the log', beside: 'all else that is durable', projections: 'projections' } as const

export type Timed = keyof typeof timed
export type Stored = keyof typeof stored

/** What it came to with so many `events`: medians of milliseconds, `null` for what the ledger gave up; and megabytes. */
export type Step = {
  events: number
  milliseconds: Record<Timed, number | null>
  megabytes: Record<Stored, number>
  /** Megabytes that the rebuild's process held at most. */
  memory: number
}

export function timeText(milliseconds: number | null): string {
  if (milliseconds === null) return 'given up'
  if (milliseconds < 100) return `${milliseconds.toFixed(1)} ms`
  if (milliseconds < 1_000) return `${milliseconds.toFixed(0)} ms`
  return `${whole(milliseconds / 1_000, milliseconds < 100_000 ? 1 : 0)} s`
}

export function sizeText(megabytes: number): string {
  return `${whole(megabytes, megabytes < 100 ? 1 : 0)} MB`
}

function whole(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
