import type { ComponentChildren } from 'preact'
import type { Currency } from '../../../events/money.ts'
import { toMajor } from '../../../events/units.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import { addedUp, against } from './against.ts'
import { MANY, type Compared } from './ask.ts'
import { namesOf } from './names.ts'
import { SinceTile } from './SinceTile.tsx'
import type { Figures } from './use-figures.ts'

type Spending = NonNullable<Figures['spent']['answer']>
type Props = { spent: Spending; compared: Figures['compared']['answer']; currency: Currency }

/** The few figures that people come for. */
export function Tiles({ spent: { totals, scope }, compared, currency }: Props) {
  const words = messages.overview
  const own = totals.find((total) => total.currency === currency)
  const others = totals.filter((total) => total.currency !== currency)
  const count = totals.reduce((sum, total) => sum + total.count, 0)
  const found = compared?.compared?.period === scope.period ? compared.compared : undefined
  const within = words.within(scope.period, nameOf(scope.period))
  return (
    <section class="tiles" aria-label={words.figures}>
      <Tile label={words.spent(within)} value={format.money(own?.total ?? '0', currency)}>
        {found && <p class="figure">{differenceIn(found, currency)}</p>}
        {others.length > 0 && (
          <p class="figure">{words.also(others.map((other) => format.money(other.total, other.currency)))}</p>
        )}
      </Tile>
      <Tile label={words.count} value={format.count(count)}>
        {found?.changed !== undefined && count > 0 && (
          <p>{words.changed(found.changed, format.count(found.changed))}</p>
        )}
      </Tile>
      {count <= MANY && <SinceTile scope={scope} currency={currency} />}
    </section>
  )
}

type TileProps = { label: ComponentChildren; value: string; children: ComponentChildren }

export function Tile({ label, value, children }: TileProps) {
  return (
    <div class="figure-tile">
      <h2>{label}</h2>
      <p class={value.length > 14 ? 'value num figure long' : 'value num figure'}>{value}</p>
      <div class="figure-notes">{children}</div>
    </div>
  )
}

/** `€273.55 less than October at this day` */
function differenceIn(compared: Compared, currency: Currency): ComponentChildren {
  const added = addedUp(compared, currency)
  const more = against(added)
  if (more === undefined) return null
  const words = messages.overview
  const { before } = namesOf(compared.period, compared.before, nameOf, format)
  const by = added.isOver ? '' : compared.step === 'day' ? words.atThisDay : words.byEndOf(lastMonth(added))
  if (more === 0n) return words.asMuch(before, by)
  const money = format.money(toMajor(more < 0n ? -more : more, currency), currency)
  return words.against(money, more < 0n ? 'less' : 'more', before, by)
}

function lastMonth({ steps, reached }: ReturnType<typeof addedUp>): string {
  return format.monthName(steps.now[reached - 1] ?? '')
}
