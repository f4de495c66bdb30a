import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { format, today } from '../page.ts'
import { monthOf, shifted, type Period } from './period.ts'
import { useNarrow } from './use-filter.ts'

export function PeriodControl({ period }: { period: Period }) {
  const narrow = useNarrow()
  const now = monthOf(today())
  const words = messages.period
  const to = (next: Period) => () => narrow({ period: next })
  return (
    <div class="period" role="group" aria-label={words.label}>
      <button type="button" aria-label={words.previous} disabled={period === 'all'} onClick={to(shifted(period, -1))}>
        <Icon name="left" />
      </button>
      <MenuButton
        class="period-label"
        items={[
          { label: words.thisMonth, run: to(now) },
          { label: words.lastMonth, run: to(shifted(now, -1)) },
          { label: words.all, run: to('all') },
        ]}
      >
        {nameOf(period)}
      </MenuButton>
      <button type="button" aria-label={words.next} disabled={period === 'all'} onClick={to(shifted(period, 1))}>
        <Icon name="right" />
      </button>
    </div>
  )
}

export function nameOf(period: Period): string {
  return period === 'all' ? messages.period.all : format.month(period)
}
