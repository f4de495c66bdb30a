import type { Expense } from '../../api.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { BatchLink } from './BatchLink.tsx'
import { Differences } from './Differences.tsx'
import { GoBack } from './GoBack.tsx'
import { isSame, type State, type Step } from './steps.ts'
import { When } from './When.tsx'

type Props = { step: Step; now: State; expense: Expense; isFixed: boolean }

/** Who did what and when, from what to what; and the way back to how it was then, where that is different. */
export function HistoryStep({ step, now, expense, isFixed }: Props) {
  const { who, verbs, differences, recordedAt, origin, batch, after } = step
  const words = messages.expense
  const fields = differences.map(({ field }) => field)
  return (
    <li>
      <p class="deed">
        <b dir="auto">{who?.name ?? words.nobody}</b>
        {who?.now !== undefined && <span class="muted"> ({words.nowCalled(who.now)})</span>} {words.did(verbs, fields)}
      </p>
      <p class="when">
        <When at={recordedAt} />
        {who && <>, {words.origins[origin]}</>}
        {batch !== null && <BatchLink batch={batch} />}
      </p>
      {verbs.includes('recorded') && <p class="first">{inShort(after)}</p>}
      {differences.length > 0 && <Differences of={differences} />}
      {!isFixed && !isSame(after, now) && <GoBack expense={expense} version={step.version} from={now} to={after} />}
    </li>
  )
}

/** What an expense began as. */
function inShort({ values }: State): string {
  const { amount, currency, category, description, date } = values
  return [format.money(amount, currency as Expense['currency']), category, description, format.dayOfYear(date)].join(
    ' · ',
  )
}
