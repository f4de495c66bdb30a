import type { Recorded } from '../../events/event.ts'
import type { ExpenseEvent, ExpenseFields } from '../../events/expense.ts'
import { after, type Stood } from './expense-at.ts'
import type { Step } from './explained.ts'
import { within } from './facts.ts'
import type { ChangesQuestion } from './question.ts'
import type { Counted } from './replay.ts'

/** What a report had of an expense and what it has, undefined for nothing; and the steps from the one to the other. */
export type Story = { was: Stood | undefined; is: Stood | undefined; steps: Step[] }

/** `events` are all that happened to the expense and to its user up to `until`, in the order of the log. */
export function storyOf(events: readonly Recorded<Counted>[], { span, since }: ChangesQuestion): Story {
  const story: Story = { was: undefined, is: undefined, steps: [] }
  let expense: Stood | undefined
  let hidden = false
  for (const recorded of events) {
    if (isAboutExpense(recorded)) expense = after(expense, recorded)
    else hidden = recorded.event.type === 'UserDeleted'
    const before = story.is
    story.is = expense && !expense.deleted && !hidden && within(span, expense) ? expense : undefined
    if (recorded.position <= since) story.was = story.is
    // What hides or shows all of a user's expenses is told of those that it does hide or show.
    else if (isAboutExpense(recorded) || before !== story.is) {
      story.steps.push({ recorded, expense, before, after: story.is })
    }
  }
  return story
}

/** Whether the report says something else of it: what it says is the same if it was changed and changed back. */
export function isDifferent({ was, is }: Story): boolean {
  return !was || !is ? was !== is : fields.some((field) => was[field] !== is[field])
}

const fields = ['categoryId', 'description', 'date', 'amount', 'currency'] satisfies (keyof ExpenseFields)[]

function isAboutExpense(recorded: Recorded<Counted>): recorded is Recorded<ExpenseEvent> {
  return 'expenseId' in recorded.event
}
