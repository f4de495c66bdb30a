import type { ShareRole } from '../../../events/user.ts'

/** What somebody can be in a ledger that is shared with them, the least first. */
export const shareRoles = ['viewer', 'auditor', 'editor'] as const satisfies ShareRole[]
