import type { ShareRole } from '../../../../../events/user.ts'
import { could } from '../../sentence.ts'

export const sharing = {
  title: 'Sharing',
  text: 'Who else may come into your ledger. The history says of every change who made it.',
  none: 'Your ledger is shared with nobody.',
  withWhom: 'E-mail address',
  emailHint: 'Of somebody who has a profile here',
  withOneself: 'This is your own address',
  role: 'What they may do',
  roleOf: (name: string) => `What ${name} may do`,
  roles: { viewer: 'Look', auditor: 'Audit', editor: 'Change' },
  roleHints: {
    viewer: 'Sees expenses, categories, figures and reports; changes nothing',
    auditor: 'Sees expenses, figures, reports and the whole audit trail; changes nothing',
    editor: 'Sees figures and reports; adds, changes and deletes expenses and categories',
  },
  share: 'Share the ledger',
  changed: (name: string, role: ShareRole) => `${name} ${could[role]} your ledger now`,
  end: 'Stop sharing',
  endNamed: (name: string) => `Stop sharing with ${name}`,
  ended: (name: string) => `${name} no longer sees your ledger`,
  withMe: 'Shared with you',
  leave: 'Leave',
  leaveNamed: (name: string) => `Leave ${name}’s ledger`,
  leaveText: (name: string) => `You no longer see it, at once. Only ${name} can let you in again.`,
  left: (name: string) => `You have left ${name}’s ledger`,
}
