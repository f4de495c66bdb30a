import type { User } from '../../api.ts'
import { OwnProfilePage } from '../people/OwnProfilePage.tsx'

export function SettingsPage({ me }: { me: User }) {
  return <OwnProfilePage me={me} />
}
