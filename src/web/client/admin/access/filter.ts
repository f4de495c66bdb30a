import { AccessLogQuery } from '../../../api.ts'
import { startOf, usualTimes } from '../../activity/times.ts'
import { address } from '../../scope/scope.ts'

const { user, type } = AccessLogQuery.shape

/** Which entries are shown; lives in the address. */
export type AccessFilter = Pick<AccessLogQuery, 'user' | 'type'> & { since?: Since | undefined }
export type Since = ReturnType<typeof usualTimes>[number]['name']

/** What an address says wrongly does not count. */
export function readAccessFilter(query: Record<string, string>, now: Date): AccessFilter {
  const said = { user: user.safeParse(query.user).data, type: type.safeParse(query.type).data }
  return { ...said, since: usualTimes(now).find(({ name }) => name === query.since)?.name }
}

export function accessAddress(filter: AccessFilter): string {
  return address('/admin/access', given(filter))
}

/** What to ask the server for. */
export function accessQuery({ since, ...filter }: AccessFilter, now: Date): AccessLogQuery {
  const begin = usualTimes(now).find(({ name }) => name === since)?.from
  return given({ ...filter, from: begin && startOf(begin) })
}

export function isNarrowed(filter: AccessFilter): boolean {
  return Object.keys(given(filter)).length > 0
}

function given(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined))
}
