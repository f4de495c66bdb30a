import test from 'ava'
import { missing, openFetching } from '../../../../src/web/client/frame/until-there.ts'

/** Fetching over a server of which `turns` says, one try after the other, whether it answers and has what is asked for. */
function open(...turns: ('lost' | 'refused' | 'there')[]) {
  const told: string[] = []
  const untilThere = openFetching({
    answers: async () => turns.shift() === 'refused',
    wait: async () => told.push(`waits, ${missing.value} missing`),
  })
  const ask = async () => {
    told.push('asks')
    if (turns[0] !== 'there') throw new TypeError('Failed to fetch dynamically imported module')
    return 'part'
  }
  return { told, fetch: () => untilThere(ask) }
}

test.serial('what is there comes at once', async (t) => {
  const { told, fetch } = open('there')
  t.is(await fetch(), 'part')
  t.deepEqual(told, ['asks'])
})
test.serial('while the connection is lost it is asked for again and again, and nothing is missing', async (t) => {
  const { told, fetch } = open('lost', 'lost', 'refused', 'lost', 'there')
  t.is(await fetch(), 'part')
  const again = ['asks', 'waits, 0 missing']
  t.deepEqual(told, [...again, ...again, 'asks', ...again, 'asks'])
})
test.serial('what a server that answers does not have is missing until it has', async (t) => {
  const { told, fetch } = open('refused', 'refused', 'refused', 'lost', 'there')
  t.is(await fetch(), 'part')
  const again = ['asks', 'waits, 1 missing']
  t.deepEqual(told, ['asks', ...again, ...again, ...again, 'asks'])
  t.is(missing.value, 0)
})
