import { factsOf, type Facts } from './facts.ts'
import type { History, Violation } from './history.ts'
import { acrossStreams } from './rules/across-streams.ts'
import { answers } from './rules/answers.ts'
import { asOf } from './rules/as-of.ts'
import { availability } from './rules/availability.ts'
import { claims } from './rules/claims.ts'
import { commitOrder } from './rules/commit-order.ts'
import { eachCommandOnce } from './rules/each-command-once.ts'
import { finalInstants } from './rules/final-instants.ts'
import { followers } from './rules/followers.ts'
import { guards } from './rules/guards.ts'
import { hashes } from './rules/hashes.ts'
import { instants } from './rules/instants.ts'
import { keys } from './rules/keys.ts'
import { positions } from './rules/positions.ts'
import { reads } from './rules/reads.ts'
import { refusals } from './rules/refusals.ts'
import { trueInstants } from './rules/true-instants.ts'
import { versions } from './rules/versions.ts'

const rules: readonly ((facts: Facts) => Violation[])[] = [
  positions,
  versions,
  instants,
  trueInstants,
  finalInstants,
  hashes,
  commitOrder,
  eachCommandOnce,
  answers,
  guards,
  claims,
  keys,
  refusals,
  availability,
  reads,
  asOf,
  followers,
  acrossStreams,
]

/** Every guarantee of the log that this history contradicts. Knows what is promised, not how it is kept. */
export function check(history: History): Violation[] {
  const facts = factsOf(history)
  return rules.flatMap((rule) => rule(facts))
}
