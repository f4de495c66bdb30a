/** What became of one test. */
export interface Result {
  /** The test file as ava names it, `ops › private-database`; `ava` where it speaks of a file as a whole. */
  readonly file: string
  readonly title: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Lines for people; none unless it failed. */
  readonly problem: readonly string[]
}
