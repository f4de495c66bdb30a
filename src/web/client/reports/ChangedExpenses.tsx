import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { nameOfMoment } from '../scope/AsOfBar.tsx'
import type { Scope } from '../scope/scope.ts'
import { ChangedExpense } from './ChangedExpense.tsx'
import type { Changed } from './changes.ts'
import { inWords } from './Nothing.tsx'
import { PIECE, piecesOf } from './statement.ts'
import { useGrowing } from './use-growing.ts'

type Props = { me: User; scope: Scope; since: string; items: readonly Changed[] }

/** The expenses that are different, by date; or that none is. */
export function ChangedExpenses({ me, scope, since, items }: Props) {
  const pieces = piecesOf(items, PIECE)
  const drawn = useGrowing(pieces.length)
  const words = pageMessages.reports
  if (items.length === 0) {
    return (
      <div class="empty">
        <Icon name="history" />
        <h2>{words.same}</h2>
        <p>{words.sameText(inWords(scope.period), nameOfMoment(since))}</p>
      </div>
    )
  }
  return (
    <>
      <h2 class="changed-count">
        <span role="status">{words.changed(items.length, format.count(items.length))}</span>
      </h2>
      {pieces.slice(0, drawn).map((piece) => (
        <ul key={piece[0]?.id} class="changed-list">
          {piece.map((changed) => (
            <ChangedExpense key={changed.id} me={me} scope={scope} changed={changed} />
          ))}
        </ul>
      ))}
    </>
  )
}
