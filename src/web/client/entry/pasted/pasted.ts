import { computed, signal } from '@preact/signals'
import type { UserId } from '../../../../events/ids.ts'
import type { Currency } from '../../../../events/money.ts'
import type { ExpenseChanges } from '../../expenses/expense-changes.ts'
import type { Toasts } from '../../frame/toasts.ts'
import { openSubmission } from '../../form/submission.ts'
import { messages } from '../../messages.ts'
import type { Server } from '../../server.ts'
import type { Line, Reading } from './lines.ts'

type Parts = {
  server: Pick<Server, 'addExpense' | 'changeExpenses'>
  toasts: Pick<Toasts, 'say'>
  changes: Pick<ExpenseChanges, 'done'>
}
/** Whose expenses they become, and in which currency. */
export type For = { userId: UserId; currency: Currency }

export type Pasted = ReturnType<typeof openPasted>

/** Lines that were pasted into the form: looked at first, then added one after the other. */
export function openPasted({ server, toasts, changes }: Parts) {
  const lines = signal<Line[]>([])
  const beyond = signal(0)
  const done = signal<Line[]>([])
  const submission = openSubmission()
  const good = computed(() => lines.value.filter(({ problem }) => problem === undefined))
  const words = messages.pasted

  async function addOne(line: Line, { userId, currency }: For) {
    const { id, date, description, category, amount } = line
    await server.addExpense({ id, userId, category, description, date, amount, currency })
    done.value = [...done.value, line]
  }

  /** Resolves to the last that was added. What was added before something went wrong is not sent again. */
  async function addAll(to: For): Promise<Line['id'] | undefined> {
    const isWhole = await submission.run(async () => {
      for (const line of good.value) if (!done.value.includes(line)) await addOne(line, to)
      return true
    })
    if (!isWhole) return undefined
    const ids = done.value.map(({ id }) => id)
    changes.done(words.added(ids.length), () => takeBack(ids))
    clear()
    return ids.at(-1)
  }
  async function takeBack(ids: Line['id'][]) {
    await server.changeExpenses({ ids, delete: true })
    toasts.say(words.takenBack(ids.length))
  }
  function clear() {
    lines.value = []
    beyond.value = 0
    done.value = []
    submission.clear()
  }

  return {
    lines,
    beyond,
    done,
    good,
    submission,
    show(pasted: Reading) {
      clear()
      lines.value = pasted.lines
      beyond.value = pasted.beyond
    },
    addAll,
    clear,
  }
}
