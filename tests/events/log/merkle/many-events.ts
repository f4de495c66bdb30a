import type { FreshLog } from '../fresh-log.ts'

const COLUMNS = 'stream, version, type, user_id, command_id, command_index, actor_id, recorded_at, data, metadata, hash'
/** By the position `at`; nothing but the hash is looked at. */
const VALUES = `concat('expense-', at), 1, 'ExpenseRecorded', 'somebody', concat('command ', at), 0, null,
  '2026-11-23 09:00:00', '{}', '{}', unhex(sha2(concat('event ', at), 256))`

/** Rows that one statement makes: even on a busy machine it is answered in time. */
const AT_ONCE = 4096

type Rows = Pick<FreshLog, 'rows'>

/**
 * Makes the log longer, up to `position`, as a release that does not know the tree does: the head moves, its frontier does not.
 */
export async function appendUntracked({ rows }: Rows, position: number): Promise<void> {
  const [head] = await rows<{ position: number }>('select position from log_head')
  const first = Number(head?.position) + 1
  await rows(`insert into events (position, ${COLUMNS}) select at, ${VALUES} from (select ${first} as at) as one`)
  for (let [there, more] = [1, 1]; first + there <= position; there += more) {
    more = Math.min(there, AT_ONCE, position - first - there + 1)
    await rows(`insert into events (position, ${COLUMNS}) select at, ${VALUES} from
      (select position + ${there} as at from events where position >= ${first} and position < ${first + more}) as more`)
  }
  await rows(`update log_head set position = ${position}, recorded_at = '2026-11-23 09:00:00'`)
}

/** The hashes of all events. */
export async function hashesOf({ rows }: Rows): Promise<Buffer[]> {
  return (await rows<{ hash: Buffer }>('select hash from events order by position')).map(({ hash }) => hash)
}
