import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../tests/browser/browser.ts'
import type { Bench } from '../bench.ts'
import { caughtUp } from '../large/caught-up.ts'
import { rareWord } from '../large/story.ts'
import { alone, figure, type Line } from '../line.ts'
import { say } from '../run/say.ts'
import { openClient } from '../serving/client.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { manyOfOne } from './many.ts'
import { addedByKeys, filtered, firstLoad, scrolledToTheEnd, seenElsewhere } from './steps.ts'
import { visitorOf, type Visitor } from './visitor.ts'

/** The page in a real browser, where one person has a great many expenses. */
export async function measureBrowser({ place, sizes, versions }: Bench): Promise<Line[]> {
  const { url, events } = await manyOfOne(place, sizes.listed)
  const ledger = await serveLedger(url)
  const client = openClient(ledger.origin, await signIn(ledger.origin))
  const browser = await launchBrowser()
  versions.set('Chromium', browser.version())
  try {
    await caughtUp(client, events)
    return await lines(browser, ledger.origin, sizes)
  } finally {
    await browser.close()
    client.close()
    await ledger.stop()
  }
}

async function lines(browser: Browser, origin: string, { rounds, listed }: Bench['sizes']): Promise<Line[]> {
  const of = `${listed.toLocaleString('en')} expenses`
  /** As often as there are rounds, each by a new visitor. */
  const each = async <T>(what: string, work: (visitor: Visitor, round: number) => Promise<T>): Promise<T[]> => {
    say(`In the browser: ${what} …`)
    const done: T[] = []
    for (let round = 0; round < rounds; round += 1) {
      const visitor = await visitorOf(browser, origin)
      done.push(await work(visitor, round))
      await visitor.close()
    }
    return done
  }
  const loads = await each('first load', ({ page }) => firstLoad(page))
  const token = await each('a token', ({ page }) => filtered(page, 'category:transport '))
  const word = await each('a word', ({ page }) => filtered(page, 'lunch'))
  const rare = await each('a rare word', ({ page }) => filtered(page, rareWord))
  const scrolls = await each('scrolling', ({ page }) => scrolledToTheEnd(page))
  const added = await each('adding', ({ page }, round) => addedByKeys(page, `Bread ${round}`))
  const seen = await each('news', async ({ page }, round) => {
    const other = await visitorOf(browser, origin)
    const took = await seenElsewhere(page, other.page, `Salt ${round}`)
    await other.close()
    return took
  })
  const within = (most: string, atMost: number) => ({ what: most, atMost })
  const filter = within('200 ms', 200)
  return [
    alone(
      'scripts of the first page, gzipped',
      figure(
        'KB',
        loads.map(({ kilobytes }) => kilobytes),
      ),
      within('70 KB', 70),
    ),
    alone(
      `first page of ${of} in view, nothing cached`,
      figure(
        'ms',
        loads.map(({ milliseconds }) => milliseconds),
      ),
      within('1 s', 1_000),
    ),
    alone(`filter to painted result, a token, ${of}`, figure('ms', token), filter),
    alone(`filter to painted result, a word, ${of}`, figure('ms', word), filter),
    alone(`filter to painted result, a rare word, ${of}`, figure('ms', rare), filter),
    alone(
      `longest block while scrolling to the end of ${of}`,
      figure(
        'ms',
        scrolls.map(({ longest }) => longest),
      ),
      within('50 ms', 50),
    ),
    alone('an expense added by keys alone', figure('ms', added), within('5 s', 5_000)),
    alone('a change shown in another browser', figure('ms', seen), within('1 s', 1_000)),
  ]
}
