import { useMemo } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { useLinks } from '../scope/use-scope.ts'
import { OwnFigure } from './Figure.tsx'
import { StatementRow } from './StatementRow.tsx'
import { piecesOf, PIECE, type Item, type Month } from './statement.ts'

type Props = { me: User; scope: Scope; month: Month; isFirst: boolean; drawn: number }

/** A month that opens and closes; `drawn` pieces of it are there so far. */
export function StatementMonth({ me, scope, month, isFirst, drawn }: Props) {
  const pieces = useMemo(() => piecesOf(month.items, PIECE), [month])
  if (drawn < 1) return null
  const ofOthers = scope.whose === 'all'
  return (
    <details class="statement-month" open>
      <summary>
        <MonthLine me={me} month={month} />
      </summary>
      <table class="report-table">
        <caption class="visually-hidden">{messages.reports.statementOf(format.month(month.month))}</caption>
        <Heads isSeen={isFirst} ofOthers={ofOthers} />
        {pieces.slice(0, drawn).map((piece) => (
          <Piece key={piece[0]?.id} me={me} scope={scope} piece={piece} />
        ))}
      </table>
    </details>
  )
}

/** Drawn once: what is added below does not draw it again. */
function Piece({ me, scope, piece }: { me: User; scope: Scope; piece: readonly Item[] }) {
  const links = useLinks()
  return useMemo(
    () => (
      <tbody>
        {piece.map((item) => (
          <StatementRow
            key={item.id}
            me={me}
            item={item}
            href={links('/expenses', { expense: item.id }, scope)}
            ofOthers={scope.whose === 'all'}
          />
        ))}
      </tbody>
    ),
    [me, scope, piece],
  )
}

function MonthLine({ me, month: { month, items, totals, closing } }: { me: User; month: Month }) {
  const sums = [
    { style: 'sums', figures: totals },
    { style: 'sums running wide', figures: closing },
  ]
  return (
    <>
      <b>{format.month(month)}</b>
      <span class="muted">{messages.list.countOf(items.length, format.count(items.length))}</span>
      {sums.map(({ style, figures }) => (
        <span key={style} class={style}>
          {ownFirst(figures, me).map(({ currency, total }) => (
            <OwnFigure key={currency} me={me} total={total} currency={currency} />
          ))}
        </span>
      ))}
    </>
  )
}

/** Months below the first have the same columns: their heads are there for those who listen. */
function Heads({ isSeen, ofOthers }: { isSeen: boolean; ofOthers: boolean }) {
  const { date, description, category, person, amount } = messages.columns
  const columns = [
    { style: 'date', title: date },
    { style: 'description', title: description },
    { style: 'category wide', title: category },
    ...(ofOthers ? [{ style: 'person wide', title: person }] : []),
    { style: 'amount', title: amount },
    { style: 'running wide', title: messages.reports.running },
  ]
  return (
    <thead class={isSeen ? undefined : 'unseen'}>
      <tr>
        {columns.map(({ style, title }) => (
          <th key={style} scope="col" class={style}>
            <span class={isSeen ? undefined : 'visually-hidden'}>{title}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
