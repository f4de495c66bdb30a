import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../tests/browser/browser.ts'
import { firstLoad } from '../../tests/browser/first-load.ts'
import type { Bench } from '../bench.ts'
import { caughtUp } from '../large/caught-up.ts'
import { rareWord } from '../large/story.ts'
import { alone, figure, type Line } from '../line.ts'
import { quantile } from '../measure.ts'
import { say } from '../run/say.ts'
import { openClient } from '../serving/client.ts'
import { serveLedger, signIn } from '../serving/ledger.ts'
import { manyOfOne } from './many.ts'
import {
  addedByKeys,
  filtered,
  opened,
  scrolled,
  seenElsewhere,
  standing,
  statementShown,
  type Scrolled,
} from './steps.ts'
import { desktop, phone, showList, visitorOf, type Visitor } from './visitor.ts'

/** The page in a real browser, where one person has a great many expenses. */
export async function measureBrowser({ place, sizes, versions }: Bench): Promise<Line[]> {
  const { url, events } = await manyOfOne(place, sizes.listed)
  const ledger = await serveLedger(url)
  const client = openClient(ledger.origin, await signIn(ledger.origin))
  const browser = await launchBrowser()
  versions.set('Chromium', browser.version())
  try {
    await caughtUp(client, events)
    const visits = visitsOf(browser, ledger.origin)
    return [
      ...(await firstLines(visits, sizes)),
      ...(await filterLines(visits, sizes)),
      ...(await scrollLines(visits, sizes)),
      ...(await changeLines(visits, sizes)),
    ]
  } finally {
    await browser.close()
    client.close()
    await ledger.stop()
  }
}

type Sizes = Bench['sizes']
type Visits = ReturnType<typeof visitsOf>

function visitsOf(browser: Browser, origin: string) {
  const visit = (screen: typeof desktop = desktop) => visitorOf(browser, origin, screen)
  return {
    visit,
    /** `work` by a new visitor each time. */
    each: async <T>(
      what: string,
      rounds: number,
      work: (visitor: Visitor, round: number) => Promise<T>,
      screen = desktop,
    ) => {
      say(`In the browser: ${what} …`)
      const done: T[] = []
      for (let round = 0; round < rounds; round += 1) {
        const visitor = await visit(screen)
        done.push(await inTime(what, work(visitor, round)))
        await visitor.close()
      }
      return done
    },
  }
}

/** Milliseconds that a step may take: one that hangs ends the part, which says so. */
const PATIENCE = 180_000

async function inTime<T>(what: string, step: Promise<T>): Promise<T> {
  const over = Promise.withResolvers<never>()
  const message = `${what} took longer than ${PATIENCE / 1000} seconds`
  const timer = setTimeout(() => over.reject(new Error(message)), PATIENCE)
  try {
    return await Promise.race([step, over.promise])
  } finally {
    clearTimeout(timer)
  }
}

const within = (most: string, atMost: number) => ({ what: most, atMost })
const written = (count: number) => count.toLocaleString('en', { maximumFractionDigits: 1 })
const half = (figures: readonly number[]) => written(quantile(figures, 0.5))
const cpuOf = (done: readonly { cpu: number }[]) => `${half(done.map(({ cpu }) => cpu))} ms of the page’s CPU`
const millisecondsOf = (done: readonly { milliseconds: number }[]) =>
  figure(
    'ms',
    done.map(({ milliseconds }) => milliseconds),
  )

async function firstLines({ each }: Visits, { rounds, listed }: Sizes): Promise<Line[]> {
  const loads = await each('first load', rounds, opened)
  // What it waits for; the rest is fetched when there is nothing better to do.
  const size = figure('KB', [firstLoad('index.html', 'ExpensesPage').gzipped / 1024])
  const what = `first page of ${written(listed)} expenses in view, nothing cached`
  return [
    alone('scripts of the first page, gzipped', size, within('70 KB', 70)),
    alone(what, millisecondsOf(loads), within('1 s', 1_000), cpuOf(loads)),
  ]
}

async function filterLines({ each }: Visits, { rounds, listed }: Sizes): Promise<Line[]> {
  const lines: Line[] = []
  for (const [what, text] of Object.entries({
    'a token': 'category:transport ',
    'a word': 'lunch',
    'a rare word': rareWord,
  })) {
    const done = await each(what, rounds, (visitor) => filtered(visitor, text))
    const name = `filter to painted result, ${what}, ${written(listed)} expenses`
    lines.push(alone(name, millisecondsOf(done), within('200 ms', 200), cpuOf(done)))
  }
  return lines
}

/** Pixels that a phone is scrolled by: some four thousand cards. */
const ON_A_PHONE = 300_000

async function scrollLines({ each }: Visits, { slowRounds, listed }: Sizes): Promise<Line[]> {
  const [still = 0] = await each('doing nothing', 1, standing)
  const list = async (visitor: Visitor, most?: number) => {
    await showList(visitor.page)
    return scrolled(visitor, most)
  }
  const tables = await each('scrolling', slowRounds, (visitor) => list(visitor))
  const cards = await each('scrolling on a phone', slowRounds, (visitor) => list(visitor, ON_A_PHONE), phone)
  const statements = await each('a statement', slowRounds, statementShown)
  const longest = (done: readonly { longest: number }[]) =>
    figure(
      'ms',
      done.map((one) => one.longest),
    )
  const through = `scrolling through ${written(listed)} expenses`
  const stated = `a statement of ${written(listed / 10)} expenses`
  const read = statements.map((statement) => statement.scrolled)
  const asked = within('50 ms', 50)
  return [
    alone(
      `longest task while ${through}`,
      longest(tables),
      asked,
      `${howOf(tables)}; ${written(still)} ms standing still`,
    ),
    alone('longest task while scrolling through 4,000 cards of a phone', longest(cards), asked, howOf(cards)),
    alone(`${stated} in view`, millisecondsOf(statements), undefined, cpuOf(statements)),
    alone(`longest task until ${stated} is there`, longest(statements)),
    alone(`longest task while scrolling through it`, longest(read), asked, howOf(read)),
  ]
}

function howOf(done: readonly Scrolled[]): string {
  const of = (name: 'over' | 'seconds' | 'elements') => half(done.map((one) => one[name]))
  const reached = done.at(-1)?.reached
  const end = `${reached ? `“${reached}” and ` : ''}${of('elements')} elements`
  return `${of('over')} longer than 50 ms by the clock in ${of('seconds')} s, of which ${cpuOf(done)}; at the end ${end}`
}

async function changeLines({ each, visit }: Visits, { rounds }: Sizes): Promise<Line[]> {
  const added = await each('adding', rounds, (visitor, round) => addedByKeys(visitor, `Bread ${round}`))
  const seen = await each('news', rounds, async (visitor, round) => {
    const other = await visit()
    const took = await seenElsewhere(visitor, other.page, `Salt ${round}`)
    await other.close()
    return took
  })
  return [
    alone('an expense added by keys alone', figure('ms', added), within('5 s', 5_000)),
    alone('a change shown in another browser', figure('ms', seen), within('1 s', 1_000)),
  ]
}
