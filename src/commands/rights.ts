import type { UserId } from '../events/ids.ts'
import type { ShareRole } from '../events/user.ts'

/** What somebody is in a ledger: its owner, an admin, or somebody whom it is shared with. */
export type Standing = 'owner' | 'admin' | ShareRole

/** Who may do what in a ledger. There is no other place that says so. */
const allowed = {
  /** Look at expenses, categories, figures, reports and histories. */
  see: ['owner', 'admin', 'viewer', 'editor', 'auditor'],
  /** Record, change, delete and restore expenses; add, change and archive categories. */
  change: ['owner', 'admin', 'editor'],
  /** Read the audit trail. */
  audit: ['owner', 'admin', 'auditor'],
  /** Everything about the profile itself: name, address, password, preferences, whom the ledger is shared with. */
  own: ['owner', 'admin'],
} as const satisfies Record<string, readonly Standing[]>
export type Right = keyof typeof allowed
export const rights = Object.keys(allowed) as Right[]

/** Who has which part in a ledger that is somebody else's. */
export type Shares = Readonly<Record<UserId, ShareRole>>
export const unshared: Shares = {}

/** Whether who is `standing` in a ledger has `right` there; somebody who is nothing in it has none. */
export function allows(right: Right, standing: Standing | undefined): boolean {
  return standing !== undefined && (allowed[right] as readonly Standing[]).includes(standing)
}
