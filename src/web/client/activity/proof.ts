import { signal } from '@preact/signals'
import * as z from 'zod'
import type { SignedCheckpoint, Verified } from '../../api.ts'
import type { Server } from '../server.ts'

/** What was proved when: that all `events` were as they had been recorded, `head` being their root hash. */
const Proved = z.strictObject({ at: z.iso.datetime(), events: z.int(), head: z.string() })
export type Proved = z.infer<typeof Proved>

type Parts = {
  server: Pick<Server, 'checkpoint' | 'verify'>
  storage: Pick<Storage, 'getItem' | 'setItem'>
  now: () => Date
}

const STORED = 'proved'

export type Proof = ReturnType<typeof openProof>

/** What is signed, and what was proved in this browser: the ledger itself does not keep who asked when. */
export function openProof({ server, storage, now }: Parts) {
  const signed = signal<SignedCheckpoint>()
  const unsigned = signal<unknown>()
  const proving = signal(false)
  const failure = signal<unknown>()
  /** What the last attempt of this page found wrong. */
  const broken = signal<Extract<Verified, { ok: false }>>()
  const proved = signal(readProved(storage.getItem(STORED)))

  /** Asks for the log as it is now, signed. Not asked for at every change: each answer is one more signature that is kept. */
  async function load() {
    try {
      signed.value = await server.checkpoint()
      unsigned.value = undefined
    } catch (error) {
      unsigned.value = error
    }
  }

  function keep(found: Verified) {
    broken.value = found.ok ? undefined : found
    if (!found.ok) return
    proved.value = { at: now().toISOString(), events: found.events, head: found.head }
    storage.setItem(STORED, JSON.stringify(proved.value))
  }

  return {
    ...{ signed, unsigned, proving, failure, broken, proved },
    load,
    /** Has the ledger compute everything anew. One attempt at a time. */
    async prove() {
      if (proving.value) return
      proving.value = true
      failure.value = undefined
      try {
        keep(await server.verify())
      } catch (error) {
        failure.value = error
      }
      proving.value = false
      await load()
    },
  }
}

function readProved(text: string | null): Proved | undefined {
  try {
    return Proved.safeParse(JSON.parse(text ?? 'null')).data
  } catch {
    return undefined
  }
}
