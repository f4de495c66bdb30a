import type { Currency } from '../../../events/money.ts'
import { ChartCard } from '../charts/ChartCard.tsx'
import { Answered } from '../frame/Answered.tsx'
import { laterPart } from '../frame/later-part.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Period } from '../scope/period.ts'
import { addedUp } from './against.ts'
import type { Compared } from './ask.ts'
import { namesOf } from './names.ts'
import { Pane } from './Pane.tsx'
import { runningSteps, type ShownStep } from './running-steps.ts'
import type { Figures } from './use-figures.ts'

const RunningChart = laterPart(() => import('../charts/RunningChart.tsx').then((room) => room.RunningChart))

type Props = { of: Figures['compared']; currency: Currency; link: (period: Period) => string }

/** This period against the last one, by day or by month. */
export function ByStep({ of, currency, link }: Props) {
  const words = messages.overview
  return (
    <Answered of={of}>
      {(found) => {
        if (found?.compared) return <Comparison compared={found.compared} currency={currency} link={link} />
        if (found?.tooMany === undefined) return null
        return <Pane title={words.byDay} text={words.tooMany(format.count(found.tooMany))} />
      }}
    </Answered>
  )
}

type ComparisonProps = { compared: Compared; currency: Currency; link: (period: Period) => string }

function Comparison({ compared, currency, link }: ComparisonProps) {
  const { period, before, step } = compared
  const words = messages.overview
  const title = step === 'day' ? words.byDay : words.runningByMonth
  const added = addedUp(compared, currency)
  const isEmpty = [...added.now, ...added.before].every(({ count }) => count === 0)
  if (isEmpty) {
    const [within, nor] = [period, before].map((one) => words.within(one, nameOf(one)))
    return <Pane title={title} text={words.nothingSpentEither(within ?? '', nor ?? '')} />
  }
  const names = namesOf(period, before, nameOf, format)
  const steps = runningSteps({ added, period, currency, names, format, link })
  const summary = messages.charts.running(title, names.now, names.before)
  return (
    <ChartCard title={title} twin={twinOf(steps, { names, caption: summary, step, currency })}>
      <RunningChart summary={summary} of={step === 'day' ? 'days' : 'months'} names={names} steps={steps} />
    </ChartCard>
  )
}

type Said = { names: { now: string; before: string }; caption: string; step: Compared['step']; currency: Currency }

function twinOf(steps: ShownStep[], { names, caption, step, currency }: Said) {
  const words = messages.charts
  const first = step === 'day' ? words.day : words.month
  return {
    caption,
    columns: [first, words.spent, words.soFar(names.now), words.soFar(names.before)] as const,
    file: `${step}s-${currency}`,
    rows: steps.map(({ key, href, title, values, spentText, nowText, beforeText }) => ({
      ...{ key, href, name: title, values },
      figures: [spentText, nowText, beforeText],
    })),
  }
}
