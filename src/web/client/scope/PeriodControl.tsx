import { useSignal } from '@preact/signals'
import { ErrorBoundary } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { Icon } from '../frame/Icon.tsx'
import { MenuButton } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { format, today } from '../page.ts'
import { daysAfter } from './calendar-days.ts'
import { DaysPanel, fetchLaterPanels } from './later-panels.ts'
import { monthOf, shifted, spanOf, type Period } from './period.ts'
import { useRescope, useScope } from './use-scope.ts'

/** The period before, the one that is shown, the one after. */
export function PeriodControl() {
  const rescope = useRescope()
  const { period } = useScope()
  const asks = useSignal(false)
  useEffect(fetchLaterPanels, [])
  const words = messages.period
  const to = (next: Period) => () => rescope({ period: next })
  const presets = presetsOn(today()).map(([label, preset]) => ({ label, run: to(preset) }))
  return (
    <div class="period" role="group" aria-label={words.label}>
      <button type="button" aria-label={words.previous} disabled={period === 'all'} onClick={to(shifted(period, -1))}>
        <Icon name="left" />
      </button>
      <MenuButton class="period-label" items={[...presets, { label: words.days, run: () => (asks.value = true) }]}>
        {nameOf(period)}
      </MenuButton>
      <button type="button" aria-label={words.next} disabled={period === 'all'} onClick={to(shifted(period, 1))}>
        <Icon name="right" />
      </button>
      <ErrorBoundary>{asks.value && <DaysPanel period={period} onLeave={() => (asks.value = false)} />}</ErrorBoundary>
    </div>
  )
}

function presetsOn(today: string): [string, Period][] {
  const words = messages.period
  const month = monthOf(today)
  const year = today.slice(0, 4) as Period
  return [
    [words.thisMonth, month],
    [words.lastMonth, shifted(month, -1)],
    [words.lastDays(30), `${daysAfter(today, -29)}..${today}`],
    [words.thisYear, year],
    [words.lastYear, shifted(year, -1)],
    [words.all, 'all'],
  ]
}

/** What people call `period`: `November 2026`, `2026`, `3 – 9 Nov 2026`. */
export function nameOf(period: Period): string {
  const { from, to } = spanOf(period)
  if (from === undefined || to === undefined) return messages.period.all
  if (period.length === 4) return period
  return period.includes('..') ? format.days(from, to) : format.month(period)
}
