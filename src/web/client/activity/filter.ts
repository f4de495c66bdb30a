import { AuditQuery } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import { address, type Scope } from '../scope/scope.ts'

const { actor, type, from, to, expense, batch } = AuditQuery.shape
const schemas = { actor, type, from, to, expense, batch }
type Narrowing = Pick<AuditQuery, keyof typeof schemas>

/** Which events are shown; lives in the address. `from` and `to` are instants at which they were recorded. */
export type TrailFilter = Pick<Scope, 'whose' | 'asOf'> & { [Field in keyof Narrowing]: Narrowing[Field] | undefined }

/** The filter that an address's search part says beside `scope`; what it says wrongly does not count. */
export function readTrailFilter(query: Record<string, string>, { whose, asOf }: Scope): TrailFilter {
  const said = <F extends keyof typeof schemas>(field: F): TrailFilter[F] => {
    return schemas[field].safeParse(query[field]).data as TrailFilter[F]
  }
  const first = said('from')
  const last = said('to')
  return {
    ...{ whose, asOf, from: first, to: first !== undefined && last !== undefined && last < first ? undefined : last },
    ...{ actor: said('actor'), type: said('type'), expense: said('expense'), batch: said('batch') },
  }
}

/** The address of `filter`, leaving out what is as usual. */
export function trailAddress({ whose, ...narrowing }: TrailFilter): string {
  const said = { user: whose === 'own' ? undefined : whose, ...narrowing }
  const given = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return address('/activity', Object.fromEntries(given))
}

/** What to ask the server for, as `me`. One expense, or one batch, is whoever's it is. */
export function trailQuery({ whose, ...narrowing }: TrailFilter, me: UserId): AuditQuery {
  const isOne = narrowing.expense !== undefined || narrowing.batch !== undefined
  const user = isOne || whose === 'all' ? undefined : whose === 'own' ? me : whose
  const given = Object.entries({ user, ...narrowing }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** Whether more than whose ledger it is narrows what is shown. */
export function isNarrowed({ whose: _whose, asOf: _asOf, ...narrowing }: TrailFilter): boolean {
  return Object.values(narrowing).some((value) => value !== undefined)
}
