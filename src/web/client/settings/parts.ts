import { server, toasts } from '../page.ts'
import { openShareChanges } from './share-changes.ts'

export const shareChanges = openShareChanges({ server, toasts })
