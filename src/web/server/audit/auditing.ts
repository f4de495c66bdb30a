import type { Verified } from '../../api.ts'

/** The log as a file, of as many events as were signed. */
export type LogExport = { position: number; chunks: AsyncGenerator<Buffer> }

/** What auditors ask for and the log alone does not tell. */
export type Auditing = {
  /** Computes everything anew, without holding up anybody. */
  verify: () => Promise<Verified>
  /** Signs the log as it is now; if it cannot be signed, `refused` says why, unless an earlier checkpoint is there to be exported. */
  exportLog: () => Promise<LogExport | { refused: string }>
}
