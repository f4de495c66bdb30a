import { pageMessages } from '../page-messages.ts'
import { importing } from './parts.ts'

/** What keeps the file from being read, or its rows from being recorded. */
export function ImportErrors() {
  const errors = importing.errors.value
  if (errors.length === 0) return null
  return (
    <div class="problem" role="alert">
      <p>{pageMessages.import.failed(errors.length)}</p>
      <ul>
        {errors.slice(0, 10).map(({ path, message }) => (
          <li key={path + message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
