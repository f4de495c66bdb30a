type WithWeeks = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }

/** The day that weeks begin with in `locale`, 1 for Monday: ISO 8601's where the browser does not know. */
export function firstDayIn(locale = new Intl.DateTimeFormat().resolvedOptions().locale): number {
  const known: WithWeeks = new Intl.Locale(locale)
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}
