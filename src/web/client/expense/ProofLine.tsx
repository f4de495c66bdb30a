import { Icon } from '../frame/Icon.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { format, server } from '../page.ts'
import { prove } from './proving.ts'
import type { Step } from './steps.ts'

/** Whether all that is shown stands in the log as the ledger has signed it. Says nothing where that cannot be reckoned. */
export function ProofLine({ steps }: { steps: readonly Step[] }) {
  const newest = steps[0]?.position ?? 0
  const { answer } = useAnswer(`proof ${newest}`, (abort) => prove(steps, server, crypto, abort))
  if (answer === undefined || answer === 'unproven') return null
  const words = messages.expense
  const position = format.count(answer.position)
  if (!answer.holds) {
    return (
      <p class="problem" role="alert">
        {words.notProved(position)}
      </p>
    )
  }
  const events = steps.reduce((count, { hashes }) => count + hashes.length, 0)
  return (
    <p class="proved" title={words.provedHow(events)}>
      <Icon name="shield" /> {words.proved(position)}
      <span class="visually-hidden">. {words.provedHow(events)}</span>
    </p>
  )
}
