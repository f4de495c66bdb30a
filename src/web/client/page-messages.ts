import { messages } from './messages.ts'
import { access } from './words/pages/access.ts'
import { activity } from './words/pages/activity.ts'
import { admin } from './words/pages/admin.ts'
import { categories } from './words/pages/categories.ts'
import { importing } from './words/pages/import.ts'
import { proof } from './words/pages/proof.ts'
import { reports } from './words/pages/reports.ts'
import { settings } from './words/pages/settings.ts'

/** The texts of the pages that are fetched only when they are opened. Counts and amounts arrive as they are written, dates too. */
export const pageMessages = {
  access,
  activity: { ...messages.activity, ...activity },
  admin: { ...messages.admin, ...admin },
  categories: { ...messages.categories, ...categories },
  import: { ...messages.import, ...importing },
  proof,
  reports: { ...messages.reports, ...reports },
  settings: { ...messages.settings, ...settings },
}

/** What a further language has to say there. */
export type PageMessages = typeof pageMessages
