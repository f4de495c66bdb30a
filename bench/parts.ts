import { measureAppend, profileAppend } from './append/append.ts'
import type { Bench } from './bench.ts'
import { measurePosting, profilePosting } from './serving/posting.ts'
import { measureImport } from './serving/importing.ts'
import { measureLive } from './serving/live.ts'
import { measureVisible } from './serving/visible.ts'
import { measureBrowser } from './browser/browser.ts'
import { measureAudit } from './large/audit.ts'
import { measureBackup } from './large/backup.ts'
import { measureLatency } from './large/latency.ts'
import { measurePages } from './large/pages.ts'
import { measureRebuild, profileRebuild } from './large/rebuild.ts'
import { measureVerify } from './large/verify.ts'
import { measureReports } from './large/reports.ts'
import type { Line } from './line.ts'

/** Leaves CPU profiles of the ledger's process in `folder`. */
export type Profile = (bench: Bench, folder: string) => Promise<void>
export type Part = { measure: (bench: Bench) => Promise<Line[]>; profile?: Profile }

export const parts = {
  append: { measure: measureAppend, profile: profileAppend },
  http: { measure: measurePosting, profile: profilePosting },
  visible: { measure: measureVisible },
  live: { measure: measureLive },
  import: { measure: measureImport },
  rebuild: { measure: measureRebuild, profile: profileRebuild },
  reports: { measure: measureReports },
  verify: { measure: measureVerify },
  backup: { measure: measureBackup },
  pages: { measure: measurePages },
  audit: { measure: measureAudit },
  browser: { measure: measureBrowser },
  latency: { measure: measureLatency },
} satisfies Record<string, Part>

export type PartName = keyof typeof parts
export const partNames = Object.keys(parts) as PartName[]
