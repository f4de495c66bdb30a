import type { CategoryId, UserId } from '../../../events/ids.ts'
import type { Currency } from '../../../events/money.ts'
import { toMajor } from '../../../events/units.ts'
import type { BarRow } from '../charts/marks.ts'
import { ChartCard } from '../charts/ChartCard.tsx'
import { Answered } from '../frame/Answered.tsx'
import { laterPart } from '../frame/later-part.ts'
import { messages } from '../messages.ts'
import { categories, format } from '../page.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import { byCategory, shareIn, topOf, type CategorySpent } from './by-category.ts'
import { Pane } from './Pane.tsx'
import type { Figures } from './use-figures.ts'

const BarList = laterPart(() => import('../charts/BarList.tsx').then((room) => room.BarList))

type Props = {
  of: Figures['spent']
  currency: Currency
  owners: readonly UserId[]
  link: (category: string) => string
}

export function ByCategory({ of, currency, owners, link }: Props) {
  return (
    <Answered of={of}>
      {({ scope, rows }) => {
        const { period } = scope
        const within = messages.overview.within(period, nameOf(period))
        const spent = byCategory(rows, currency)
        if (spent.length === 0) {
          return <Pane title={messages.overview.byCategory} text={messages.overview.nothingSpent(within)} />
        }
        return <Bars {...{ spent, currency, owners, link, within }} />
      }}
    </Answered>
  )
}

type BarsProps = Omit<Props, 'of'> & { spent: CategorySpent[]; within: string }

function Bars({ spent, currency, owners, link, within }: BarsProps) {
  const words = messages.charts
  const share = shareIn(spent)
  const money = (minor: bigint) => format.amount(toMajor(minor, currency), currency)
  const rows = spent.map((row): BarRow => ({
    ...{ key: row.id, name: row.name, href: link(row.name), share: share(row) },
    ...{ value: Number(toMajor(row.total, currency)), text: money(row.total), colour: colourOf(row.id, owners) },
  }))
  const { top } = topOf(rows)
  const { rest } = topOf(spent)
  const restTotal = rest.reduce((sum, { total }) => sum + total, 0n)
  const summary = words.categories(spent.length, within)
  const twin = {
    caption: summary,
    columns: [words.category, words.count, words.spent, words.share] as const,
    file: `categories-${currency}`,
    rows: rows.map(({ key, href, name, text, share }, index) => ({
      ...{ key, href, name },
      values: valuesOf(spent[index], share, currency),
      figures: [format.count(spent[index]?.count ?? 0), text, share === undefined ? '' : format.share(share)],
    })),
  }
  return (
    <ChartCard title={messages.overview.byCategory} twin={twin}>
      <BarList
        summary={summary}
        rows={top}
        rest={{
          rows: rows.slice(top.length),
          text: money(restTotal),
          share: share({ total: restTotal }),
        }}
      />
    </ChartCard>
  )
}

function valuesOf(row: CategorySpent | undefined, share: number | undefined, currency: Currency): string[] {
  return row
    ? [row.name, `${row.count}`, toMajor(row.total, currency), share === undefined ? '' : `${Number(share.toFixed(6))}`]
    : []
}

/** The colour of a category of any of `owners`, grey while it is not known. */
function colourOf(id: CategoryId, owners: readonly UserId[]): string {
  const owner = owners.find((one) => categories.of(one).value?.some((category) => category.id === id))
  return categories.colour(owner ?? owners[0] ?? ('' as UserId), id)
}
