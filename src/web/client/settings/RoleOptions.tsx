import { pageMessages } from '../page-messages.ts'
import { shareRoles } from './share-roles.ts'

export function RoleOptions() {
  return (
    <>
      {shareRoles.map((role) => (
        <option key={role} value={role}>
          {pageMessages.settings.sharing.roles[role]}
        </option>
      ))}
    </>
  )
}
