import type { Readiness } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { Icon } from '../frame/Icon.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { pageMessages } from '../page-messages.ts'
import { format, server } from '../page.ts'
import { usePolling } from './use-polling.ts'

/** Milliseconds between two looks. */
const OFTEN = 5_000

export function Health() {
  const answer = useAnswer('readiness', server.readiness)
  usePolling(OFTEN, answer.again)
  return (
    <section aria-label={pageMessages.admin.health}>
      <h2>{pageMessages.admin.health}</h2>
      <Answered of={answer}>{(readiness) => <Figures of={readiness} />}</Answered>
    </section>
  )
}

function Figures({ of }: { of: Readiness }) {
  const words = pageMessages.admin
  const { database, head, counted } = of
  const countedText = counted && words.countedUpTo(format.count(counted.events), format.count(counted.position))
  return (
    <>
      <div role="status">
        <Verdict of={of} />
      </div>
      <dl class="figures">
        <dt>{words.database}</dt>
        <dd>{database ? words.answers : words.silent}</dd>
        <dt>{words.head}</dt>
        <dd>{head === null ? words.unknown : format.count(head)}</dd>
        <dt>{words.counted}</dt>
        <dd>{countedText ?? words.notCounted}</dd>
      </dl>
    </>
  )
}

function Verdict({ of: { ready, reasons, warnings } }: { of: Readiness }) {
  const words = pageMessages.admin
  return (
    <>
      {ready ? (
        <p class="ready">
          <Icon name="shield" /> {words.ready}
        </p>
      ) : (
        <Reasons class="problem" title={words.notReady} of={reasons} />
      )}
      {warnings.length > 0 && <Reasons class="note" title={words.warnings} of={warnings} />}
    </>
  )
}

function Reasons({ class: style, title, of }: { class: string; title: string; of: readonly string[] }) {
  return (
    <div class={style}>
      <p>{title}</p>
      <ul>
        {of.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}
