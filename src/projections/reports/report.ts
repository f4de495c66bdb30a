import { changes } from './changes.ts'
import type { Question, Report, Source, Watcher } from './question.ts'
import { spending } from './spending.ts'
import { statement } from './statement.ts'

/** Replays the log to answer `question`. What is in the list is read as it is taken. */
export function report(log: Source, question: Question, watcher?: Watcher): Promise<Report> {
  switch (question.report) {
    case 'spending':
      return spending(log, question, watcher)
    case 'statement':
      return statement(log, question, watcher)
    case 'changes':
      return changes(log, question, watcher)
  }
}
