import { list } from './sentence.ts'

/** What the events of a report of changes did, in this order. */
export type Deed = 'recorded' | 'amended' | 'deleted' | 'restored' | 'hidden' | 'shown'

const deeds: Record<Deed, string> = {
  recorded: 'recorded',
  amended: 'amended',
  deleted: 'deleted',
  restored: 'restored',
  hidden: 'hidden with a profile',
  shown: 'back with a profile',
}

const deedWords = (counts: Record<Deed, number>, written: (count: number) => string) =>
  (Object.keys(deeds) as Deed[])
    .filter((deed) => counts[deed] > 0)
    .map((deed) => `${written(counts[deed])} ${deeds[deed]}`)

export const overview = {
  title: 'Overview',
  currency: 'Currency',
  figures: 'Figures',
  /** `in November 2026`, `on 3–9 Nov 2026`, `in all time` */
  within: (period: string, name: string) =>
    period === 'all' ? 'in all time' : `${period.includes('..') ? 'on' : 'in'} ${name}`,
  spent: (within: string) => `Spent ${within}`,
  count: 'Expenses',
  /** `€273.55 less than October at this day` */
  against: (money: string, side: 'less' | 'more', before: string, by: string) => `${money} ${side} than ${before}${by}`,
  asMuch: (before: string, by: string) => `As much as ${before}${by}`,
  atThisDay: ' at this day',
  byEndOf: (month: string) => ` by the end of ${month}`,
  also: (money: readonly string[]) => `Also ${list.format(money)}`,
  changed: (count: number, written: string) =>
    count === 0
      ? 'None changed after they were recorded'
      : `${written} changed after ${count === 1 ? 'it was' : 'they were'} recorded`,
  since: { asOf: 'Since then', lately: 'Since a week ago' },
  unchanged: 'Nothing was recorded or changed',
  deeds: (...counts: Parameters<typeof deedWords>) => list.format(deedWords(...counts)),
  byDay: 'By day',
  runningByMonth: 'Month by month',
  byCategory: 'By category',
  byMonth: 'By month',
  latest: 'Latest changes',
  allChanges: 'All changes',
  noChanges: 'Nothing has been recorded yet.',
  nothingSpentEither: (period: string, before: string) => `Nothing was spent ${period}, nor ${before}.`,
  nothingSpent: (within: string) => `Nothing was spent ${within}.`,
  between: (first: string, last: string) => `from ${first} to ${last}`,
  tooMany: (count: string) => `${count} expenses are too many to draw day by day. By month shows them all.`,
}
