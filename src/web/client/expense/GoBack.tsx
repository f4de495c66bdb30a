import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Expense } from '../../api.ts'
import { messages } from '../messages.ts'
import { changes, format, server } from '../page.ts'
import { Differences } from './Differences.tsx'
import { openGoingBack } from './going-back.ts'
import { differencesOf, type State } from './steps.ts'

const goBack = openGoingBack({ server, format, changes })

type Props = { expense: Expense; version: number; from: State; to: State }

/** The way back to an earlier version, by way of what that would change. */
export function GoBack(props: Props) {
  const asks = useSignal(false)
  if (asks.value) return <Preview {...props} onLeave={() => (asks.value = false)} />
  return (
    <button type="button" class="btn btn-hairline go-back" onClick={() => (asks.value = true)}>
      {messages.expense.goBack}
    </button>
  )
}

function Preview({ expense, version, from, to, onLeave }: Props & { onLeave: () => void }) {
  const words = messages.expense
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => confirm.current?.focus(), [])
  const differences = differencesOf(from, to)
  function go() {
    onLeave()
    void goBack(expense, version)
  }
  return (
    <div class="preview" role="group" aria-label={words.goBack}>
      <p>{words.goBackThen}</p>
      {differences.length > 0 && <Differences of={differences} />}
      {from.deleted !== to.deleted && <p class="deed">{to.deleted ? words.goBackDeletes : words.goBackRestores}</p>}
      <div class="preview-ways">
        <button type="button" class="btn btn-ink" ref={confirm} onClick={go}>
          {words.confirmGoBack}
        </button>
        <button type="button" class="btn btn-hairline" onClick={onLeave}>
          {words.stayHere}
        </button>
      </div>
    </div>
  )
}
