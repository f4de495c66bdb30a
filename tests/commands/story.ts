import test from 'ava'
import { Rejected, type Reason } from '../../src/commands/rejected.ts'

type Decider<S, E, C> = {
  initial: S
  evolve: (state: S, event: E) => S
  decide: (state: S, command: C) => readonly E[]
}
type Story<E, C> = { given: readonly E[]; when: C; then: readonly E[] | Reason }

/** `given` has happened and `when` is asked: `then` these events follow, or this refusal. Fails without a `then`. */
export function storyOf<S, E, C>({ initial, evolve, decide }: Decider<S, E, C>) {
  return test.macro((t, { given, when, then }: Story<E, C>) => {
    const state = given.reduce(evolve, initial)
    if (typeof then === 'string') {
      const refused = t.throws(() => decide(state, when), { instanceOf: Rejected })
      t.is(refused?.reason, then)
    } else {
      t.assert(Array.isArray(then), 'A story needs a then')
      t.deepEqual(decide(state, when), then)
    }
  })
}
