import { keepOneOfThem, swap, takeBlindly, takeOrRelease } from './actions/claims.ts'
import { lookUpKey, nothingWithKey, recordWithKey } from './actions/keys.ts'
import {
  categorise,
  changeByCommand,
  changePerson,
  deleteOrRestore,
  recordByCommand,
  register,
} from './actions/people.ts'
import { readSome, readStreams, readStreamsThen, readTheEnd, report } from './actions/reads.ts'
import {
  amendHot,
  amendLate,
  amendSeveral,
  recordBeside,
  recordContested,
  recordOne,
  recordSeveral,
  recordTogether,
  repeat,
} from './actions/streams.ts'
import type { Action } from './scene.ts'

const streams: readonly [Action, times: number][] = [
  [recordOne, 3],
  [recordSeveral, 3],
  [recordContested, 3],
  [amendHot, 8],
  [amendSeveral, 4],
  [amendLate, 2],
  [recordBeside, 5],
  [readStreams, 3],
  [readStreamsThen, 2],
  [readSome, 3],
  [readTheEnd, 2],
  [report, 1],
]
const commands: readonly [Action, times: number][] = [
  [recordTogether, 4],
  [repeat, 2],
  [takeBlindly, 2],
  [takeOrRelease, 4],
  [swap, 2],
  [keepOneOfThem, 2],
  [recordWithKey, 4],
  [nothingWithKey, 4],
  [lookUpKey, 2],
  [register, 2],
  [changePerson, 3],
  [deleteOrRestore, 2],
  [categorise, 1],
  [recordByCommand, 8],
  [changeByCommand, 4],
]

/** What callers choose from, each action as often as it is to be chosen. */
export const mixes = {
  /** Appends to streams, and reads: what any store of events can do. */
  streams: streams.flatMap(([action, times]) => Array<Action>(times).fill(action)),
  everything: [...streams, ...commands].flatMap(([action, times]) => Array<Action>(times).fill(action)),
}

export type Mix = keyof typeof mixes
