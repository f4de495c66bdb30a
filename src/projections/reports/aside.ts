import { on } from 'node:events'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { Unavailable } from '../../events/log/append.ts'
import type { AsOfQuestion } from '../as-of/question.ts'
import type { Progress, Question, Watcher } from './question.ts'

const THREAD = new URL('./report-thread.ts', import.meta.url)

/** What the thread is asked. It answers through `port`, and waits for a word after each piece. */
export type Order = { question: Question | AsOfQuestion; port: MessagePort }
/** `passes` says that the fault was the database's, and may go well another time. */
export type Said =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'piece'; piece: unknown }
  | { kind: 'done' }
  | { kind: 'failed'; message: string; stack: string; passes: boolean }

/** `ended` says by which fault, if by any. */
type Thread = { worker: Worker; ended: Promise<Error | undefined> }

/**
 * Replays in a thread of its own, with connections of its own, so that whoever serves is not held up. `onEnded` is told of a
 * fault that ended the thread: nobody may be asking just then.
 */
export function openReports(url: string, onEnded: (error: Error) => void = () => undefined) {
  let thread: Thread | undefined

  /** Started for the first report and kept: to start it takes longer than most reports. */
  function running(): Thread {
    if (thread) return thread
    const worker = new Worker(THREAD, { workerData: url })
    const ended = new Promise<Error | undefined>((resolve) => {
      // A fault comes before the end that it brings.
      worker.on('error', (error: Error) => {
        onEnded(error)
        resolve(error)
      })
      // What it was asked ends with it; the next report starts another.
      worker.on('exit', () => {
        if (thread?.worker === worker) thread = undefined
        resolve(undefined)
      })
    })
    return (thread = { worker, ended })
  }

  /** The answer, piece by piece and no faster than it is taken. Throws `Unavailable`. */
  async function* ask(question: Order['question'], { onProgress, signal }: Watcher = {}): AsyncGenerator<unknown> {
    const { port1: port, port2: theirs } = new MessageChannel()
    try {
      const messages = on(port, 'message', { close: ['close'], ...(signal && { signal }) })
      const { worker, ended } = running()
      worker.postMessage({ question, port: theirs } satisfies Order, [theirs])
      for await (const [said] of messages as AsyncIterable<[Said]>) {
        if (said.kind === 'done') return
        if (said.kind === 'failed') throw failureOf(said)
        if (said.kind === 'progress') onProgress?.(said.progress)
        else {
          yield said.piece
          port.postMessage('taken')
        }
      }
      throw new Error('The thread that replays for reports has ended', { cause: await ended })
    } finally {
      port.close()
    }
  }

  return {
    /** The report as JSON. */
    answer: (question: Question, watcher?: Watcher) => ask(question, watcher) as AsyncGenerator<string>,
    /** What the ledger was at some position. */
    ask: (question: AsOfQuestion) => ask(question),
    async close(): Promise<void> {
      await thread?.worker.terminate()
    },
  }
}

function failureOf({ message, stack, passes }: Extract<Said, { kind: 'failed' }>): Error {
  const cause = Object.assign(new Error(message), { stack })
  return passes ? new Unavailable(message, { cause }) : cause
}
