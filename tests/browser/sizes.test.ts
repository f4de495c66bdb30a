import test from 'ava'
import { firstLoad } from './first-load.ts'

/** Of JavaScript, gzipped, in bytes: what the first visit waits for (shared with nobody's cache). */
const MOST = 70 * 1024

const light = test.macro((t, page: string, room: string | undefined, least: number) => {
  const { files, gzipped } = firstLoad(page, room)
  t.log(`${(gzipped / 1024).toFixed(1)} KB in ${files.length} files`)
  t.true(gzipped <= MOST, `${gzipped} bytes: ${files.join(', ')}`)
  // Fewer files than that, and the test no longer sees how they are imported.
  t.true(files.length >= least, files.join(', '))
})

test('the overview comes in 70 KB', light, 'index.html', 'OverviewPage', 3)
test('the expenses come in 70 KB', light, 'index.html', 'ExpensesPage', 3)
test('adding an expense comes in 70 KB', light, 'add.html', undefined, 2)
