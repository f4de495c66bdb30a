import { pino, stdSerializers, type DestinationStream, type Logger, type LevelWithSilent } from 'pino'

/** Structured logs, on standard output unless said. A statement that failed is named by its error, never shown: it holds people's words. */
export function openLogger(level: LevelWithSilent, to?: DestinationStream): Logger {
  return pino({ level, serializers: { err: withoutStatements } }, to)
}

function withoutStatements(error: Error): object {
  const { type, message, stack, code } = stdSerializers.err(error) as { [name: string]: unknown }
  return { type, message, stack, code }
}
