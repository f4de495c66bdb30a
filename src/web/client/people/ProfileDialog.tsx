import type { User } from '../../api.ts'
import { DeleteProfile } from './DeleteProfile.tsx'
import { EraseProfile } from './EraseProfile.tsx'
import { ProfilePanel } from './ProfilePanel.tsx'
import { RemoveSecondFactor } from './RemoveSecondFactor.tsx'
import { SetPassword } from './SetPassword.tsx'

/** What is to be done to whom. */
export type Asked = { what: 'add' } | { what: 'change' | 'password' | 'second factor' | 'delete' | 'erase'; user: User }

export function ProfileDialog({ me, asked, onClose }: { me: User; asked: Asked; onClose: () => void }) {
  switch (asked.what) {
    case 'add':
      return <ProfilePanel me={me} onClose={onClose} />
    case 'change':
      return <ProfilePanel me={me} user={asked.user} onClose={onClose} />
    case 'password':
      return <SetPassword user={asked.user} onClose={onClose} />
    case 'second factor':
      return <RemoveSecondFactor user={asked.user} onClose={onClose} />
    case 'delete':
      return <DeleteProfile me={me} user={asked.user} onClose={onClose} />
    case 'erase':
      return <EraseProfile me={me} user={asked.user} onClose={onClose} />
  }
}
