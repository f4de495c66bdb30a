import type { Currency } from '../../../events/money.ts'
import { Icon } from '../frame/Icon.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { messages } from '../messages.ts'
import { format, server, session } from '../page.ts'
import { instantOf, usualMoments } from '../scope/moments.ts'
import { scopeQuery, type Scope } from '../scope/scope.ts'
import { useLinks } from '../scope/use-scope.ts'
import { deedsIn } from './since.ts'
import { Tile } from './Tiles.tsx'

/** What the ledger has learnt of the period since the moment that is looked at, or since a week ago; leads to what it was. */
export function SinceTile({ scope, currency }: { scope: Scope; currency: Currency }) {
  const links = useLinks()
  const since = scope.asOf ?? aWeekAgo()
  const me = session.me.value?.id
  const query = me && { ...scopeQuery({ ...scope, asOf: undefined }, me), since }
  const { answer, failure } = useAnswer(
    JSON.stringify(query),
    async (abort) => query && server.changesBetween(query, abort),
  )
  // Its place is kept for it: figures do not move when it comes.
  if (!answer) return failure === undefined ? <div class="figure-tile" aria-busy /> : null
  const words = messages.overview
  const total = answer.difference.find((difference) => difference.currency === currency)?.total ?? '0'
  const label = scope.asOf === undefined ? words.since.lately : words.since.asOf
  const href = links('/reports', { report: 'changes', since }, { asOf: undefined })
  return (
    <Tile
      label={
        <a href={href}>
          {label} <Icon name="right" />
        </a>
      }
      value={format.signedMoney(total, currency)}
    >
      <p>{answer.items.length === 0 ? words.unchanged : words.deeds(deedsIn(answer), format.count)}</p>
    </Tile>
  )
}

function aWeekAgo(): string {
  const moment = usualMoments(new Date()).find(({ name }) => name === 'weekAgo')
  return instantOf(moment?.at ?? '')
}
