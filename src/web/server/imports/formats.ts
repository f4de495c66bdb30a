import type { ImportPreview } from '../../api.ts'
import type { Columns } from './columns.ts'
import { say, type Said } from './sayings.ts'

/** What is known of a file beforehand. */
export type Format = {
  name: ImportPreview['format']
  /** Whether money that went out is below zero; to be found out where nobody says. */
  negated?: boolean
  columns?: Columns
  /** Another column that describes a row, too. */
  also?: number
  /** Whether cells that begin like a formula have an apostrophe before it. */
  isDefused?: boolean
  /** Why a row is no expense, if it is none. */
  aside: (cells: readonly string[]) => Said | undefined
}

const none = () => undefined

/** What `headings` are those of: this ledger's own form, an export of Firefly III or of Actual, or any other file. */
export function formatOf(headings: readonly string[]): Format {
  const at = (name: string) => headings.findIndex((heading) => heading.toLowerCase() === name)
  const has = (...names: string[]) => names.every((name) => at(name) >= 0)
  if (has('journal_id', 'type', 'currency_code', 'amount', 'description', 'date', 'category')) return firefly(at)
  if (has('account', 'date', 'payee', 'notes', 'category', 'amount', 'cleared')) return actual(at)
  if (has('date', 'description', 'category', 'amount', 'currency')) return own(at)
  return { name: 'other', aside: none }
}

/** https://docs.firefly-iii.org: withdrawals are below zero, everything else above. */
function firefly(at: (name: string) => number): Format {
  const type = at('type')
  return {
    name: 'firefly',
    negated: true,
    columns: { ...threeOf(at), description: at('description'), currency: at('currency_code') },
    aside: (cells) => {
      const kind = cells[type] ?? ''
      return kind === 'Withdrawal' ? undefined : say('no-withdrawal', { kind })
    },
  }
}

/** https://actualbudget.org: what was divided has its parts as rows of their own, and the whole beside its amount. */
function actual(at: (name: string) => number): Format {
  const whole = at('split_amount')
  return {
    name: 'actual',
    negated: true,
    columns: { ...threeOf(at), description: at('payee') },
    also: at('notes'),
    aside: (cells) => {
      const isWhole = Number(cells[whole] ?? 0) !== 0
      return isWhole ? say('divided') : undefined
    },
  }
}

/** The plain form, and what this ledger itself exports. */
function own(at: (name: string) => number): Format {
  const deleted = at('deleted')
  return {
    name: 'plain',
    negated: false,
    columns: { ...threeOf(at), description: at('description'), currency: at('currency') },
    isDefused: true,
    aside: (cells) => (cells[deleted] === 'true' ? say('deleted-there') : undefined),
  }
}

function threeOf(at: (name: string) => number): Columns {
  return { date: at('date'), amount: at('amount'), category: at('category') }
}
