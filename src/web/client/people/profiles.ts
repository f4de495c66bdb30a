import type { Total, User } from '../../api.ts'
import { ERASED } from '../../../events/personal.ts'
import { sameName } from '../../../events/same-name.ts'
import type { Server } from '../server.ts'

export type Profile = { user: User; totals: Total[] }

type Asked = { deletedToo: boolean; asOf: string | undefined }

/** Everybody with what they spent, as known at `asOf`. Of those who were deleted nothing is counted. */
export async function readProfiles(
  server: Pick<Server, 'users' | 'totals'>,
  { deletedToo, asOf }: Asked,
): Promise<Profile[]> {
  const [present, deleted] = await Promise.all([server.users(false, asOf), deletedToo ? server.users(true, asOf) : []])
  const spent = await Promise.all(present.map(({ id }) => server.totals(id, asOf)))
  const profiles = present.map((user, index) => ({ user, totals: spent[index] ?? [] }))
  return [...profiles, ...deleted.map((user) => ({ user, totals: [] }))]
}

/** Whether nothing is left of somebody but figures. An address that could be written to never reads like that. */
export const isErased = ({ deleted, email }: User): boolean => deleted && email === ERASED

/** Those whose name or e-mail address has `text` in it, in any case. */
export function matching(profiles: readonly Profile[], text: string): Profile[] {
  const wanted = sameName(text)
  return profiles.filter(({ user: { name, email } }) => [name, email].some((said) => sameName(said).includes(wanted)))
}
