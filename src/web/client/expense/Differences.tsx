import { messages } from '../messages.ts'
import { format } from '../page.ts'
import type { Difference } from './steps.ts'
import { areAlike, wordDiff } from './word-diff.ts'

/** Per field what it was, struck through, and what it is. */
export function Differences({ of }: { of: readonly Difference[] }) {
  return (
    <dl class="differences">
      {of.map((difference) => (
        <div key={difference.field}>
          <dt>{messages.fields[difference.field]}</dt>
          <dd dir="auto">
            <FromTo of={difference} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FromTo({ of }: { of: Difference }) {
  const { field, from, to, currencies } = of
  if (field === 'description' && areAlike(from, to)) return <WordDiff from={from} to={to} />
  return (
    <>
      <del>{written(field, from, currencies.from)}</del> <span aria-hidden="true">→</span>
      <span class="visually-hidden"> {messages.expense.becomes}</span> <ins>{written(field, to, currencies.to)}</ins>
    </>
  )
}

function WordDiff({ from, to }: { from: string; to: string }) {
  return (
    <span class="word-diff">
      {wordDiff(from, to).map(({ kind, text }, index) => {
        if (kind === 'same') return text
        return kind === 'out' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>
      })}
    </span>
  )
}

function written(field: Difference['field'], value: string, currency: Difference['currencies']['from']): string {
  if (field === 'amount') return format.money(value, currency)
  return field === 'date' ? format.dayOfYear(value) : value
}
