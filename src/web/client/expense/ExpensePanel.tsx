import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { Expense, User } from '../../api.ts'
import type { ExpenseId } from '../../../events/ids.ts'
import { EntryForm } from '../entry/EntryForm.tsx'
import { Answered } from '../frame/Answered.tsx'
import { Panel } from '../frame/Panel.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { categories, entry, server } from '../page.ts'
import { Refused } from '../refused.ts'
import { useMayChange } from '../scope/use-may-change.ts'
import { useScope } from '../scope/use-scope.ts'
import { ExpenseFacts } from './ExpenseFacts.tsx'
import { ExpenseHead } from './ExpenseHead.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { Missing } from './Missing.tsx'
import { Tabs } from './Tabs.tsx'
import { useOpenExpense } from './use-open-expense.ts'

type Props = { id: ExpenseId; me: User }

/** One expense beside the list: what it is, to be changed, and its history. */
export function ExpensePanel({ id, me }: Props) {
  const { asOf } = useScope()
  const { tab, show, close } = useOpenExpense()
  const ask = asOf === undefined ? {} : { asOf }
  const answer = useAnswer(`${id} ${asOf}`, (abort) => server.expense(id, ask, abort))
  const expense = answer.answer
  const mayChange = useMayChange(expense?.userId)
  const isOpen = expense !== undefined && mayChange && !expense.deleted
  useForm(expense, isOpen, close)
  const first = expense === undefined ? undefined : isOpen && tab === 'details' ? 'entry-amount' : `expense-${tab}`
  useEffect(() => {
    if (first !== undefined) document.getElementById(first)?.focus()
  }, [expense?.id])
  useEffect(() => {
    if (expense) void categories.need([expense.userId]).catch(() => undefined)
  }, [expense?.userId])

  function leave() {
    if (!entry.draft.value) return close()
    entry.leave()
    if (entry.asking.value) show('details')
  }
  const { failure } = answer
  const isMissing = failure instanceof Refused && failure.problem.status === 404
  const words = messages.expense
  return (
    <Panel title={isMissing ? words.missing : (expense?.description ?? words.opening)} onLeave={leave}>
      {isMissing ? (
        <Missing asOf={asOf} onClose={close} />
      ) : (
        <Answered of={answer}>
          {(shown) => (
            <>
              <ExpenseHead expense={shown} />
              <Tabs tab={tab} show={show}>
                {tab === 'history' && <HistoryTab key={asOf} expense={shown} asOf={asOf} />}
                {tab === 'details' && (entry.draft.value ? <EntryForm /> : <ExpenseFacts me={me} expense={shown} />)}
              </Tabs>
            </>
          )}
        </Answered>
      )}
    </Panel>
  )
}

/**
 * Keeps the form about `expense`, and puts it aside when the panel goes. What cannot be changed (it is not `isOpen`) has no form,
 * unless something was typed by then.
 */
function useForm(expense: Expense | undefined, isOpen: boolean, close: () => void) {
  const { id, version } = expense ?? {}
  useLayoutEffect(() => {
    const isAboutIt = id !== undefined && entry.draft.value?.id === id
    if (expense && isAboutIt && (isOpen || entry.touched.value)) entry.meet(expense)
    else if (expense && isOpen) entry.edit(expense, close)
    else entry.putAside()
  }, [id, version, isOpen])
  useEffect(() => () => entry.putAside(), [])
}
