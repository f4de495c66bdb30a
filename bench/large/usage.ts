import { writeFileSync } from 'node:fs'

// Loaded into a process of the ledger before all else: leaves the most memory that it ever held, in kilobytes.
process.once('exit', () => {
  const file = process.env.PEAK_MEMORY_FILE
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS))
})
