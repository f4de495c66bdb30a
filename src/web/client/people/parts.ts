import { server, toasts } from '../page.ts'
import { openProfileChanges } from './profile-changes.ts'

export const changes = openProfileChanges({ server, toasts })
