import type { Currency } from '../../../events/money.ts'
import { toMajor } from '../../../events/units.ts'
import { ChartCard } from '../charts/ChartCard.tsx'
import type { Column } from '../charts/marks.ts'
import type { Twin } from '../charts/twin.ts'
import { Answered } from '../frame/Answered.tsx'
import { laterPart } from '../frame/later-part.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { monthOf, spanOf, type Period } from '../scope/period.ts'
import { Pane } from './Pane.tsx'
import { runningTotals, type Running } from './running.ts'
import type { Figures } from './use-figures.ts'

const ColumnChart = laterPart(() => import('../charts/ColumnChart.tsx').then((room) => room.ColumnChart))

type Props = { of: Figures['months']; period: Period; currency: Currency; link: (period: Period) => string }

/** The twelve months up to the one that is looked at. */
export function ByMonth({ of, ...shown }: Props) {
  return <Answered of={of}>{(months) => <Months {...months} {...shown} />}</Answered>
}

type MonthsProps = Omit<Props, 'of'> & NonNullable<Figures['months']['answer']>

function Months({ names, spent, period, currency, link }: MonthsProps) {
  const totals = runningTotals(names, spent, currency)
  const title = messages.overview.byMonth
  const [first = '', last = ''] = [names[0], names.at(-1)].map((month) => format.month(month ?? ''))
  if (totals.at(-1)?.totalCount === 0) {
    return <Pane title={title} text={messages.overview.nothingSpent(messages.overview.between(first, last))} />
  }
  const columns = names.map((month, index): Column => {
    const amount = toMajor(totals[index]?.spent ?? 0n, currency)
    const text = format.money(amount, currency)
    return {
      ...{ key: month, href: link(month as Period), name: messages.charts.said(format.month(month), [text]) },
      ...{ tick: format.monthShort(month), title: format.month(month), text },
      ...{ value: Number(amount), marked: isWithin(month, period) },
    }
  })
  const summary = messages.charts.months(first, last)
  return (
    <ChartCard title={title} twin={twinOf(columns, totals, summary, currency)}>
      <ColumnChart summary={summary} columns={columns} />
    </ChartCard>
  )
}

function twinOf(columns: Column[], totals: Running[], caption: string, currency: Currency): Twin {
  const words = messages.charts
  return {
    caption,
    columns: [words.month, words.count, words.spent],
    file: `months-${currency}`,
    rows: columns.map(({ key, href, title: name, text }, index) => {
      const { count = 0, spent = 0n } = totals[index] ?? {}
      const figures = [format.count(count), text]
      return { key, href, name, figures, values: [key, `${count}`, toMajor(spent, currency)] }
    }),
  }
}

function isWithin(month: string, period: Period): boolean {
  const { from, to } = spanOf(period)
  return from === undefined || to === undefined || (monthOf(from) <= month && month <= monthOf(to))
}
