import { useLocation } from 'preact-iso'
import { pageMessages } from '../page-messages.ts'
import { useLinks } from '../scope/use-scope.ts'
import { groups, type Group } from './report.ts'

/** By what spending is told apart. */
export function GroupSelect({ group }: { group: Group }) {
  const { route } = useLocation()
  const links = useLinks()
  const words = pageMessages.reports
  return (
    <select
      class="form-select"
      aria-label={words.group}
      value={group}
      onChange={({ currentTarget }) => route(links('/reports', { report: 'spending', group: currentTarget.value }))}
    >
      {groups.map((name) => (
        <option key={name} value={name}>
          {words.groups[name]}
        </option>
      ))}
    </select>
  )
}
