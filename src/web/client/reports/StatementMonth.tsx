import { useMemo } from 'preact/hooks'
import type { User } from '../../api.ts'
import { ownFirst } from '../expenses/days.ts'
import { useNear } from '../frame/use-near.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import type { Scope } from '../scope/scope.ts'
import { useLinks } from '../scope/use-scope.ts'
import { OwnFigure } from './Figure.tsx'
import { printing } from './printing.ts'
import { StatementRow } from './StatementRow.tsx'
import { piecesOf, type Item, type Month } from './statement.ts'

type Props = { me: User; scope: Scope; month: Month; isFirst: boolean }

/** Rows that come and go together: so few that adding them is done within a frame. And how high one is, in pixels, about. */
const PIECE = 20
const ROW = 38

/** A month that opens and closes. */
export function StatementMonth({ me, scope, month, isFirst }: Props) {
  const pieces = useMemo(() => piecesOf(month.items, PIECE), [month])
  const ofOthers = scope.whose === 'all'
  return (
    <details class="statement-month" open>
      <summary>
        <MonthLine me={me} month={month} />
      </summary>
      <table class="report-table">
        <caption class="visually-hidden">{pageMessages.reports.statementOf(format.month(month.month))}</caption>
        <Heads isSeen={isFirst} ofOthers={ofOthers} />
        {pieces.map((piece) => (
          <Piece key={piece[0]?.id} me={me} scope={scope} piece={piece} />
        ))}
      </table>
    </details>
  )
}

/** Rows of which only those near the screen are there, and room for the others; on paper all are. */
function Piece({ me, scope, piece }: { me: User; scope: Scope; piece: readonly Item[] }) {
  const { of, isNear, height } = useNear<HTMLTableSectionElement>(ROW * piece.length)
  return (
    <tbody ref={of}>
      {isNear || printing.value ? (
        <Rows me={me} scope={scope} piece={piece} />
      ) : (
        <tr class="room" aria-hidden="true">
          <td style={{ height: `${height}px` }} />
        </tr>
      )}
    </tbody>
  )
}

function Rows({ me, scope, piece }: { me: User; scope: Scope; piece: readonly Item[] }) {
  const links = useLinks()
  return piece.map((item) => (
    <StatementRow
      key={item.id}
      me={me}
      item={item}
      href={links('/expenses', { expense: item.id }, scope)}
      ofOthers={scope.whose === 'all'}
    />
  ))
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
    { style: 'running wide', title: pageMessages.reports.running },
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
