import test from 'ava'
import { freshDatabase } from '../database.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Operation } from './history/history.ts'
import { run } from './history/run.ts'
import { summaryOf, wordsOf } from './history/words.ts'

const SECONDS = 30

test('half a minute of four processes, killed and frozen at random, contradicts no guarantee', async (t) => {
  t.timeout(300_000)
  const seed = `${Date.now()}`
  // At once, and not by `t.log`, which `npm test` does not show. The first round there makes the same choices.
  console.log(`  the history, again: npm run faults -- --seed ${seed}`)
  const [url, folder] = [await freshDatabase(), temporaryFolder()]
  const options = { url, folder, seed: `${seed} 1`, seconds: SECONDS, atLeast: 50, disturbed: true }
  const { history, violations } = await run(options)
  t.log(summaryOf(history))
  t.is(violations.length, 0, wordsOf(violations.slice(0, 10)))

  // It was a test: every kind of question was answered in every way, and somebody was killed in the middle of an append.
  const seen = new Set(history.operations.map(kindOf))
  for (const kind of ['append appended', 'append conflict', 'append unanswered', 'read answered', 'holder answered']) {
    t.true(seen.has(kind), `Never seen: ${kind}`)
  }
  t.true(history.disturbances.some(({ what }) => what === 'process killed'))
})

function kindOf({ ask, answer }: Operation): string {
  if (!answer) return `${ask} unanswered`
  return ask === 'append' ? `append ${Object.keys(answer).join()}` : `${ask} answered`
}
