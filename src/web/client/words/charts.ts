export const charts = {
  asTable: 'as a table',
  asChart: 'as a chart',
  asCsv: 'as CSV',
  others: (count: number) => `${count} others`,
  fewer: 'Fewer',
  day: 'Day',
  month: 'Month',
  category: 'Category',
  spent: 'Spent',
  count: 'Expenses',
  share: 'Share',
  soFar: (period: string) => `${period}, so far`,
  /** What a part of a chart is called: `8 November: November €300.00, October €290.00` */
  said: (what: string, figures: readonly string[]) => `${what}: ${figures.join(', ')}`,
  running: (title: string, now: string, before: string) => `${title}: ${now} against ${before}, adding up`,
  categories: (count: number, within: string) =>
    `What was spent ${within}, ${count === 1 ? 'one category' : `${count} categories`}, the largest first`,
  months: (from: string, to: string) => `What was spent each month, ${from} to ${to}`,
}
