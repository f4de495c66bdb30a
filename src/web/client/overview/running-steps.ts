import type { Currency } from '../../../events/money.ts'
import { toMajor } from '../../../events/units.ts'
import type { RunningStep } from '../charts/marks.ts'
import type { Format } from '../format.ts'
import { messages } from '../messages.ts'
import type { Period } from '../scope/period.ts'
import type { AddedUp } from './against.ts'

type Said = {
  added: AddedUp
  period: Period
  currency: Currency
  names: { now: string; before: string }
  format: Format
  /** The address of the expenses of a day or month. */
  link: (of: Period) => string
}
/** `values` are the date or month, and what was spent in it and so far in either period, as the ledger writes them. */
export type ShownStep = RunningStep & { spentText: string; values: string[] }

/** The steps of a comparison as the chart draws them and its table lists them. The period before may have more of them. */
export function runningSteps({ added, period, currency, names, format, link }: Said): ShownStep[] {
  const { steps, now, before, reached } = added
  const longer =
    steps.now.length >= steps.before.length ? steps.now : [...steps.now, ...steps.before.slice(steps.now.length)]
  const money = (minor: bigint | undefined) =>
    minor === undefined ? '' : format.money(toMajor(minor, currency), currency)
  const major = (minor: bigint | undefined) => (minor === undefined ? '' : toMajor(minor, currency))
  const number = (minor: bigint | undefined) => (minor === undefined ? undefined : Number(toMajor(minor, currency)))
  return longer.map((step, index) => {
    const totalNow = index < reached ? now[index]?.total : undefined
    const totalBefore = before[index]?.total
    const spent = index < reached ? now[index]?.spent : undefined
    const { tick, title } = wordsFor(step, period, format)
    const [nowText, beforeText] = [money(totalNow), money(totalBefore)]
    const figures = [nowText && `${names.now} ${nowText}`, beforeText && `${names.before} ${beforeText}`]
    return {
      key: step,
      href: link((step.length === 7 ? step : `${step}..${step}`) as Period),
      name: messages.charts.said(
        title,
        figures.filter((figure) => figure !== ''),
      ),
      ...{ tick, title, nowText, beforeText },
      spentText: money(spent),
      values: [step, major(spent), major(totalNow), major(totalBefore)],
      now: number(totalNow),
      before: number(totalBefore),
    }
  })
}

/** Days of a month go by their number, others by their date. */
function wordsFor(step: string, period: Period, format: Format): { tick: string; title: string } {
  if (step.length === 7) return { tick: format.monthShort(step), title: format.month(step) }
  const isOfMonth = !period.includes('..')
  return { tick: isOfMonth ? `${Number(step.slice(8))}` : format.day(step), title: format.day(step) }
}
