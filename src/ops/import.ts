import { readFile, stat } from 'node:fs/promises'
import type * as z from 'zod'
import { importExpenses, type Hear } from '../commands/import.ts'
import { Rejected } from '../commands/rejected.ts'
import { fold, users } from '../commands/streams.ts'
import { active } from '../commands/user.ts'
import { newId, type UserId } from '../events/ids.ts'
import { userStream } from '../events/user.ts'
import type { BatchDone, ImportPreview, ImportQuery } from '../web/api.ts'
import { shareOf, type ImportStep } from '../web/api/import-progress.ts'
import { Refused } from '../web/server/http/problems.ts'
import { chosen } from '../web/server/imports/choosing.ts'
import { MOST_BYTES } from '../web/server/imports/limits.ts'
import { lookAt, type Looked, type Owner } from '../web/server/imports/preview.ts'
import type { OnRead } from '../web/server/imports/rows.ts'
import { toldBy, type Typed } from './import/asked.ts'
import { shown } from './import/shown.ts'
import { whose } from './import/whose.ts'
import type { Ledger } from './ledger.ts'
import { asUnusable } from './passing.ts'
import { progressTo } from './progress.ts'
import { Unusable } from './unusable.ts'

type Given = Typed & { json: boolean; argument: string | undefined }
type Say = (line: string) => void
type Asked = z.output<typeof ImportQuery>

/** Milliseconds that the projections may take to come to the head, which tells what the ledger has already. */
const PATIENCE = 60_000

/** Records the rows of a CSV file, or says what each would become. Resolves to the exit code. */
export async function importFile(ledger: Ledger, { json, argument, ...typed }: Given, say: Say): Promise<number> {
  const file = await fileAt(argument)
  const following = ledger.projections.follow()
  try {
    const owner = await ownerOf(ledger, await whose(ledger, typed.user))
    const { preview, rows, ...told } = await toldBy(ledger.pool, owner.id, typed)
    const look = (onRead?: OnRead) => lookFor(ledger, file, told, owner, onRead)
    if (preview === 'true') return show((await look()).preview, json)
    const hear = hearing(say)
    const find = async () => chosen(await look((done, of) => hear('reading', done, of)), rows)
    return tellDone(await record(ledger, owner.id, find, hear), json, say)
  } catch (error) {
    throw plainly(error)
  } finally {
    following.unsubscribe()
  }
}

async function fileAt(path: string | undefined): Promise<Buffer> {
  if (path === undefined) throw new Unusable('Expected a file: import <file>')
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) throw new Unusable(`${path} is larger than ${MOST_BYTES / 1024} kB: divide it`)
    return await readFile(path)
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable(`${path} cannot be read: ${(error as Error).message}`)
  }
}

async function ownerOf({ log }: Ledger, id: UserId): Promise<Owner> {
  const { state } = fold(users, (await log.readStreams([userStream(id)])).get(userStream(id))?.events ?? [])
  return { id, currency: active(state).currency }
}

async function lookFor(
  { log, projections }: Ledger,
  file: Buffer,
  told: Omit<Asked, 'preview' | 'rows' | 'user'>,
  owner: Owner,
  onRead?: OnRead,
): Promise<Looked> {
  await projections.reached((await log.head()).position, ['expenses', 'users'], PATIENCE)
  const { likelyExpenses: present, knownExpenses: deleted } = projections
  return lookAt(file, told, owner, { digest: log.requestDigest, present, deleted }, onRead)
}

/** Says how far it is, in rows: each has gone through as many of the steps as all of them on average. */
function hearing(say: Say) {
  const tell = progressTo('Importing', say)
  return (step: ImportStep, rows: number, of: number) => tell(Math.floor(shareOf({ step, rows, of }) * of), of)
}

async function record(
  { handle, log }: Ledger,
  owner: UserId,
  find: Parameters<typeof importExpenses>[0],
  hear: Hear,
): Promise<BatchDone> {
  const metadata = { correlationId: newId(), origin: 'import' as const, batch: newId() }
  const work = importExpenses(find, { owner, asker: owner, by: { standingIn: () => 'admin' }, hear })
  const handled = await handle({ actorId: null, metadata }, 200, work)
  if ('replayed' in handled) throw new Error('A command without a key cannot be a repeated one')
  return log.batchOfCommand(handled.commandId)
}

function show(preview: ImportPreview, json: boolean): number {
  console.log(json ? JSON.stringify(preview) : shown(preview).join('\n'))
  return preview.questions.length === 0 && preview.counts.problem === 0 ? 0 : 1
}

function tellDone(done: BatchDone, json: boolean, say: Say): number {
  if (json) console.log(JSON.stringify(done))
  else if (done.batch === null) say('Nothing was recorded: the ledger has all of these rows.')
  else say(`${done.count === 1 ? '1 expense is' : `${done.count} expenses are`} recorded, as batch ${done.batch}.`)
  return 0
}

/** What the person can put right, in lines. */
function plainly(error: unknown): unknown {
  if (error instanceof Rejected) return new Unusable(error.message)
  if (!(error instanceof Refused)) return asUnusable(error)
  const lines = (error.more.errors ?? []).map(({ path, message }) => `${path}: ${message}`)
  return new Unusable(lines.length > 0 ? lines.join('\n') : error.message)
}
