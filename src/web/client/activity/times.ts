import { localMoment, type LocalMoment } from '../scope/moments.ts'

/** The instant at which the minute `local` begins. */
export function startOf(local: LocalMoment): string {
  return new Date(`${local}:00`).toISOString()
}

/** Since when people ask what has happened: from the beginnings of days, `now` being in the last. */
export function usualTimes(now: Date): { name: 'today' | 'week' | 'month'; from: LocalMoment }[] {
  const daysAgo = (days: number) => localMoment(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days))
  return [
    { name: 'today', from: daysAgo(0) },
    { name: 'week', from: daysAgo(6) },
    { name: 'month', from: daysAgo(29) },
  ]
}
