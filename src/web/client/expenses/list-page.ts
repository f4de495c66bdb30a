import { signal } from '@preact/signals'
import { categories, changes, drafts, list, server, toasts } from '../page.ts'
import { openBulkChanges } from './bulk-changes.ts'
import { openInlineEdit } from './inline/inline-edit.ts'
import { openCursor } from './list-cursor.ts'
import { openListLooks } from './list-look.ts'
import { openSelection } from './selection.ts'

/** What only the page of the list needs, wired as page.ts wires the rest, and fetched with it. */
export const listLooks = openListLooks(() => localStorage)
export const selection = openSelection(list.shown)
export const cursor = openCursor(list.shown)
export const bulk = openBulkChanges({ server, toasts, changes })
export const inline = openInlineEdit({ server, categories, changes, drafts })
/** What is being asked about the chosen expenses. */
export const asking = signal<'category' | 'date'>()
