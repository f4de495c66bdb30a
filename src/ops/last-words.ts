import type { Logger } from 'pino'

/**
 * A fault that nobody caught leaves nobody knows what behind: the process says what it was, in the log and on standard error, and ends
 * with 1. Whoever watches over it starts another, as after a crash.
 */
export function lastWords(logger: Logger, say: (line: string) => void): void {
  function end(error: unknown): void {
    logger.fatal({ err: error }, 'A fault that nobody caught')
    say(`The ledger ends, by a fault that nobody caught: ${String(error instanceof Error ? error.stack : error)}`)
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
