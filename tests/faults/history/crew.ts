import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Mix } from './actions.ts'
import { moment } from './clock.ts'
import type { Flaw } from './flaws/flaw.ts'
import type { Disturbance, Operation } from './history.ts'
import { readJournal, unansweredAppends } from './read-journal.ts'
import { startWorker, type WorkerProcess } from './worker-process.ts'

export type CrewOptions = {
  url: string
  /** Of a cluster's nodes, where each worker has its own; `url` is one of them. */
  urls?: readonly string[]
  /** Where the journals go. */
  folder: string
  seed: string
  mix: Mix
  flaw?: Flaw | undefined
  processes: number
  callers: number
  atLeast: number
}

export type Crew = Awaited<ReturnType<typeof startCrew>>

/** Workers who are at it together. One that is killed has a successor, who goes on where it was. */
export async function startCrew({ folder, processes, urls = [], ...options }: CrewOptions) {
  const before: WorkerProcess[] = []
  const workers = Array.from({ length: processes }, (_, number) => begin(number))
  await Promise.all(workers.map((worker) => worker.says()))

  function begin(number: number): WorkerProcess {
    const followers = { [`${number} by the page`]: 0, [`${number} by the line`]: 0 }
    const url = urls[number % urls.length] ?? options.url
    const journal = journalOf(number, 0)
    return startWorker({ ...options, url, number, generation: 0, journal, followers, unanswered: [] })
  }

  function journalOf(number: number, generation: number): string {
    return join(folder, `worker-${number}.${generation}.ndjson`)
  }

  /** Resolves once its successor is ready. */
  async function kill(number: number): Promise<Disturbance> {
    const [worker, begin] = [workerAt(number), moment()]
    await worker.kill()
    before.push(worker)
    const successor = successorOf(worker)
    workers[number] = successor
    await successor.says()
    return { what: 'process killed', process: nameOf(worker), begin, end: moment() }
  }

  function successorOf({ options }: WorkerProcess): WorkerProcess {
    const { number, journal } = options
    const generation = options.generation + 1
    const followers = { ...options.followers, ...lastSeen(operationsOf(options)) }
    const unanswered = unansweredAppends(journal)
    return startWorker({ ...options, generation, journal: journalOf(number, generation), followers, unanswered })
  }

  async function freeze(number: number, milliseconds: number): Promise<Disturbance> {
    const [worker, begin] = [workerAt(number), moment()]
    worker.signal('SIGSTOP')
    await sleep(milliseconds)
    worker.signal('SIGCONT')
    return { what: 'process frozen', process: nameOf(worker), begin, end: moment() }
  }

  function workerAt(number: number): WorkerProcess {
    const worker = workers[number]
    if (!worker) throw new RangeError(`There is no worker ${number}`)
    return worker
  }

  return {
    url: options.url,
    kill,
    freeze,
    /** Resolves once nobody appends any more. */
    async stop(): Promise<void> {
      for (const worker of workers) worker.tell(0)
      await Promise.all(workers.map((worker) => worker.says()))
    },
    /** Resolves once all followers have come to `position`, and the workers have ended. */
    async finish(position: number): Promise<void> {
      for (const worker of workers) worker.tell(position)
      await Promise.all(workers.map((worker) => worker.ended()))
    },
    /** Workers that ended otherwise than they were told to. */
    failed: () => [...before, ...workers].filter((worker) => worker.failed()).map(nameOf),
    operations: (): Operation[] => [...before, ...workers].flatMap(({ options }) => operationsOf(options)),
  }
}

function nameOf({ options }: Pick<WorkerProcess, 'options'>): string {
  return `worker ${options.number}.${options.generation}`
}

function operationsOf(options: WorkerProcess['options']): Operation[] {
  return readJournal(options.journal, nameOf({ options }))
}

/** The numbers that followers remember, by their names. */
function lastSeen(operations: readonly Operation[]): Record<string, number> {
  const last: Record<string, number> = {}
  for (const operation of operations) {
    if (operation.ask !== 'read' || operation.follower === undefined) continue
    const events = operation.answer && 'events' in operation.answer ? operation.answer.events : []
    last[operation.follower] = Math.max(operation.after, events.at(-1)?.[0] ?? 0)
  }
  return last
}
