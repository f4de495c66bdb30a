import test from 'ava'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openErasedList } from '../../src/ops/erased-list.ts'
import { ana, ben } from '../examples.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test('it has each id once, a line each, and outlives the process', (t) => {
  const folder = join(temporaryFolder(), 'data')
  const list = openErasedList(folder)
  t.deepEqual(list.all(), [])
  for (const id of [ana, ben, ana]) list.add(id)
  t.deepEqual(openErasedList(folder).all(), [ana, ben])
  t.is(readFileSync(join(folder, 'erased-users'), 'utf8'), `${ana}\n${ben}\n`)
})
