import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { changes } from '../projections/reports/changes.ts'
import type { Source, Watcher } from '../projections/reports/question.ts'
import { spending } from '../projections/reports/spending.ts'
import { statement } from '../projections/reports/statement.ts'
import type { Ledger } from './ledger.ts'
import { progressTo } from './progress.ts'
import { questions, type Asking, type Typed } from './report/asked.ts'
import { changesColumns, partRows, spendingColumns, statementColumns } from './report/columns.ts'
import { formats, shown, wordsOf } from './report/shown.ts'
import { Unusable } from './unusable.ts'

type ReportName = keyof typeof reports
type Given = Typed & { json: boolean; argument?: string | undefined; format?: string | undefined }

/** Replays the log for a report and prints it. Resolves to the exit code. */
export async function printReport(
  name: ReportName,
  { log }: Pick<Ledger, 'log'>,
  { json, argument: _none, format = json ? 'json' : 'table', ...typed }: Given,
  say: (line: string) => void,
): Promise<number> {
  const known = formats.find((one) => one === format)
  if (!known || (json && known !== 'json')) throw new Unusable(`--format: Expected ${formats.join(', ')}`)
  const progress = progressTo('Reading the log', say)
  const onProgress = ({ position, of }: { position: number; of: number }) => progress(position, of)
  const report = await reports[name](log, typed, { onProgress })
  // Tables and JSON say themselves what they stand for.
  if (known === 'csv') say(report.title)
  try {
    await pipeline(Readable.from(report[known]()), process.stdout, { end: false })
  } catch (error) {
    // Whoever reads may have seen enough: `ledger report … | head`.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
  return 0
}

const reports = {
  async spending(log: Source & Asking, typed: Typed, watcher: Watcher) {
    const question = await questions.spending(log, typed)
    return shown(await spending(log, question, watcher), {
      title: ({ asOf }) => `Spending as of ${wordsOf(asOf)}`,
      columns: spendingColumns(question.group),
      rowsOf: (row) => [row],
      totals: ({ totals }) => ({ title: 'In all', totals }),
    })
  },
  async statement(log: Source & Asking, typed: Typed, watcher: Watcher) {
    return shown(await statement(log, await questions.statement(log, typed), watcher), {
      title: ({ asOf }) => `Statement as of ${wordsOf(asOf)}`,
      columns: statementColumns,
      rowsOf: (item) => [item],
      totals: ({ totals }) => ({ title: 'In all', totals }),
    })
  },
  async changes(log: Source & Asking, typed: Typed, watcher: Watcher) {
    return shown(await changes(log, await questions.changes(log, typed), watcher), {
      title: ({ since, until }) => `What changed after ${wordsOf(since)}, up to ${wordsOf(until)}`,
      columns: changesColumns,
      rowsOf: partRows,
      totals: ({ difference }) => ({ title: 'Difference', totals: difference }),
    })
  },
}
