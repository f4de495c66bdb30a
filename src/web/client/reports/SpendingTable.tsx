import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Period } from '../scope/period.ts'
import type { Scope } from '../scope/scope.ts'
import { FigureCell, NoFigure, type Figures } from './FigureCell.tsx'
import type { Line, Table } from './spending.ts'

type Props = { me: User; scope: Scope; table: Table; isOnly: boolean }

/** What was spent in one currency, line by line, and month by month where the table has such columns. */
export function SpendingTable({ me, scope, table, isOnly }: Props) {
  const { currency, columns, lines } = table
  const caption = pageMessages.reports.inCurrency(format.currencyName(currency))
  const figures: Figures = { scope, currency, saysCurrency: !isOnly }
  return (
    <div class="report-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class={columns.length > 0 ? 'report-table matrix' : 'report-table'}>
        <caption class={isOnly && currency === me.currency ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <Heads table={table} />
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.category ?? line.month} figures={figures} columns={columns} line={line} />
          ))}
        </tbody>
        <tfoot>
          <Foot figures={figures} table={table} />
        </tfoot>
      </table>
    </div>
  )
}

function Heads({ table: { columns, lines } }: { table: Table }) {
  const words = pageMessages.reports
  const isMatrix = columns.length > 0
  return (
    <tr>
      <th scope="col">{lines[0]?.category === undefined ? words.month : messages.columns.category}</th>
      {columns.map((column) => (
        <th key={column} scope="col" class="amount">
          <abbr title={nameOf(column)}>{headOf(column)}</abbr>
        </th>
      ))}
      {!isMatrix && (
        <th scope="col" class="amount">
          {words.count}
        </th>
      )}
      <th scope="col" class="amount">
        {isMatrix ? words.whole : messages.columns.amount}
      </th>
    </tr>
  )
}

function Row({ figures, columns, line }: { figures: Figures; columns: readonly Period[]; line: Line }) {
  const { category, month = 'all', cells, whole } = line
  return (
    <tr>
      <th scope="row" dir="auto">
        {category ?? nameOf(month)}
      </th>
      {cells.map((cell, at) => {
        const column = columns[at]
        if (!cell) return <NoFigure key={column} />
        return <FigureCell key={column} {...figures} total={cell.total} line={line} column={column} />
      })}
      {columns.length === 0 && <td class="amount">{format.count(whole.count)}</td>}
      <FigureCell {...figures} total={whole.total} line={line} isWhole={columns.length > 0} />
    </tr>
  )
}

function Foot({ figures, table: { columns, feet, whole } }: { figures: Figures; table: Table }) {
  return (
    <tr>
      <th scope="row">{pageMessages.reports.whole}</th>
      {feet.map(({ total }, at) => (
        <FigureCell key={columns[at]} {...figures} total={total} column={columns[at]} />
      ))}
      {columns.length === 0 && <td class="amount">{format.count(whole.count)}</td>}
      <FigureCell {...figures} total={whole.total} isWhole />
    </tr>
  )
}

/** `Nov 26`, `2026` */
function headOf(column: Period): string {
  return column.length === 4 ? column : `${format.monthShort(column)} ${column.slice(2, 4)}`
}
