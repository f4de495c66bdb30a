import { messages } from '../messages.ts'
import { shareRoles } from './share-roles.ts'

export function RoleOptions() {
  return (
    <>
      {shareRoles.map((role) => (
        <option key={role} value={role}>
          {messages.settings.sharing.roles[role]}
        </option>
      ))}
    </>
  )
}
