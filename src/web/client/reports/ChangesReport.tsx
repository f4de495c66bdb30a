import { useLocation } from 'preact-iso'
import type { User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { nameOfMoment } from '../scope/AsOfBar.tsx'
import { scopeQuery, type Scope } from '../scope/scope.ts'
import { useScope } from '../scope/use-scope.ts'
import { Balances } from './Balances.tsx'
import { balances } from './changes.ts'
import { ChangedExpenses } from './ChangedExpenses.tsx'
import { changesColumns, partRows } from './columns.ts'
import { compare, isTooLate, type Comparison } from './comparison.ts'
import { toCsv } from './csv.ts'
import { KnownAs } from './KnownAs.tsx'
import { offer } from './offer.ts'
import { PaperHead } from './PaperHead.tsx'
import { fileName, readSince } from './report.ts'
import { ReplayLine } from './ReplayLine.tsx'
import { ReportTools } from './ReportTools.tsx'
import { SinceButton } from './SinceButton.tsx'
import { useReplay } from './use-replay.ts'

/** As in `SpendingReport`, what was asked stands beside the answer. */
type Shown = { scope: Scope; since: string; comparison: Comparison }

export function ChangesReport({ me }: { me: User }) {
  const scope = useScope()
  const since = readSince(useLocation().query, scope, new Date())
  const query = scopeQuery(scope, me.id)
  const { answer, replay } = useReplay<Shown>(JSON.stringify([query, since]), async (abort, tell) => {
    return { scope, since, comparison: await compare(server, query, since, abort, tell) }
  })
  return (
    <>
      <ReportTools onCsv={answer.answer && (() => keep(answer.answer))}>
        <SinceButton since={since} />
      </ReportTools>
      <ReplayLine of={replay} busy={answer.busy} />
      {isTooLate(answer.failure) ? (
        <TooLate since={since} asOf={scope.asOf} />
      ) : (
        <Answered of={answer}>{(shown) => <Sheet me={me} shown={shown} />}</Answered>
      )}
    </>
  )
}

function Sheet({ me, shown: { scope, since, comparison } }: { me: User; shown: Shown }) {
  const { changes, was, is } = comparison
  const words = pageMessages.reports
  const title = words.changedSince(nameOfMoment(since))
  return (
    <article class="report changes">
      <PaperHead me={me} title={title} scope={scope} moment={changes.until} />
      <Balances me={me} moments={changes} balances={balances(was, is, changes.difference)} />
      <ChangedExpenses me={me} scope={scope} since={since} items={changes.items} />
      <KnownAs
        me={me}
        scope={scope}
        moment={changes.until}
        said={{ report: 'changes', since: `${changes.since.position}` }}
      />
    </article>
  )
}

function TooLate({ since, asOf }: { since: string; asOf: string | undefined }) {
  const words = pageMessages.reports
  return (
    <div class="empty">
      <Icon name="clock" />
      <h2>{words.tooLate}</h2>
      <p>{words.tooLateText(nameOfMoment(since), asOf === undefined ? words.now : nameOfMoment(asOf))}</p>
    </div>
  )
}

function keep(shown: Shown | undefined) {
  if (!shown) return
  const { changes } = shown.comparison
  offer(fileName('changes', shown.scope, changes.until.position), toCsv(changesColumns, partRows(changes)))
}
