import { server, toasts } from '../page.ts'
import { openCategoryChanges } from './category-changes.ts'

export const changes = openCategoryChanges({ server, toasts })
