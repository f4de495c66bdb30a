/** A moment of the clock where the person is, as `datetime-local` fields write it: `2026-11-18T20:30`. */
export type LocalMoment = string

/** The instant of `local`, whole to its end: what was recorded within that minute counts as known. */
export function instantOf(local: LocalMoment): string {
  return new Date(`${local}:59.999`).toISOString().replace('Z', '999Z')
}

export function localMoment(at: Date): LocalMoment {
  const two = (number: number) => `${number}`.padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Moments that people ask about: the ends of days that are over. */
export function usualMoments(now: Date): { name: 'yesterday' | 'weekAgo' | 'monthEnd' | 'yearEnd'; at: LocalMoment }[] {
  const endOf = (year: number, month: number, day: number) => localMoment(new Date(year, month, day, 23, 59))
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()]
  return [
    { name: 'yesterday', at: endOf(year, month, day - 1) },
    { name: 'weekAgo', at: endOf(year, month, day - 7) },
    { name: 'monthEnd', at: endOf(year, month, 0) },
    { name: 'yearEnd', at: endOf(year, 0, 0) },
  ]
}

/** Whether `asOf` is a place in the log and not an instant. */
export function isPosition(asOf: string): boolean {
  return /^\d+$/.test(asOf)
}
