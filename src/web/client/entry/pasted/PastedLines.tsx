import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../../messages.ts'
import { ErrorSummary } from '../../form/ErrorSummary.tsx'
import { changes, entry, format } from '../../page.ts'
import type { Draft } from '../draft.ts'
import type { Line } from './lines.ts'
import type { Pasted } from './pasted.ts'

/** The pasted lines as the expenses that they would become, each with what keeps it from being one. */
export function PastedLines({ draft, pasted }: { draft: Draft; pasted: Pasted }) {
  const words = messages.pasted
  const { lines, beyond, good, done, submission } = pasted
  const sending = submission.sending.value
  const left = lines.value.length - good.value.length
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => button.current?.focus(), [])
  async function add(event: Event) {
    event.preventDefault()
    const last = await pasted.addAll(draft)
    if (last === undefined) return
    changes.latest.value = last
    entry.close()
  }
  return (
    <form class="pasted" onSubmit={(event) => void add(event)}>
      <ErrorSummary form="pasted" of={submission} />
      <p>{left > 0 ? words.someLeftOut(left) : words.look}</p>
      {beyond.value > 0 && (
        <p>{words.beyond(format.count(lines.value.length), beyond.value, format.count(beyond.value))}</p>
      )}
      <div class="pasted-lines" role="region" aria-label={words.caption} tabIndex={0}>
        <table>
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.columns.date}</th>
              <th scope="col">{messages.columns.description}</th>
              <th scope="col">{messages.columns.category}</th>
              <th scope="col">{messages.columns.amount}</th>
            </tr>
          </thead>
          <tbody>
            {lines.value.map((line) => (
              <PastedLine key={line.id} line={line} draft={draft} isDone={done.value.includes(line)} />
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" class="hint">
        {sending && words.progress(format.count(done.value.length), format.count(good.value.length))}
      </p>
      <footer>
        <button class="btn btn-ink btn-lg wide" ref={button} aria-disabled={sending} disabled={good.value.length === 0}>
          {words.addAll(good.value.length, format.count(good.value.length))}
        </button>
        {!sending && (
          <button type="button" class="btn btn-link" onClick={pasted.clear}>
            {words.backToForm}
          </button>
        )}
      </footer>
    </form>
  )
}

function PastedLine({ line, draft, isDone }: { line: Line; draft: Draft; isDone: boolean }) {
  const { date, description, category, amount, problem } = line
  return (
    <>
      <tr class={isDone ? 'done' : problem && 'bad'}>
        <td>{problem === 'date' ? date : format.day(date)}</td>
        <td dir="auto">{description}</td>
        <td dir="auto">{category}</td>
        <td class="amount">{/^-?\d+(\.\d+)?$/.test(amount) ? format.amount(amount, draft.currency) : amount}</td>
      </tr>
      {problem && (
        <tr class="bad">
          <td colSpan={4} class="field-error">
            {messages.pasted.problem(problem, draft.currency)}
          </td>
        </tr>
      )}
    </>
  )
}
